/**
 * What the rules know of a show, the validation of feeds knows of its feed: the bad example of every rule is rendered, and found in the
 * feed by the same rule or by the one of documents that stands for it. Else it is said here why a feed cannot show it; and what is
 * named here and found all the same has no place in the list.
 */

import { describe, expect, test } from 'vitest'
import { released } from '../src/check/evidence.ts'
import { checkRules } from '../src/check/index.ts'
import { renderFeed } from '../src/render/feed.ts'
import { evidenceOf } from './support/evidence-of.ts'
import { lay } from './support/lay.ts'
import { runFeed } from './support/run-feed.ts'

/** By the rule of documents that stands for it, which sees how the feed is written. */
const standsFor: Readonly<Record<string, string>> = {
  'show/provisional': 'document/enclosure-address',
  'show/feed-size': 'document/size',
  'episode/number-positive': 'document/number-value',
  'episode/description-missing': 'document/episode-description',
  'text/entities': 'document/double-escaped',
  'text/damaged': 'document/odd-characters',
  'audio/format': 'document/enclosure-media',
  'audio/extension': 'document/enclosure-type',
  'audio/ending-type': 'document/enclosure-type',
}

type Reason =
  /** No element says it, or what was wrong about it is not published. */
  | 'no element'
  /** It is in the file that the feed names. */
  | 'measured'
  | 'file name'
  /** It is about what was published before. */
  | 'history'

const ofFamily: readonly (readonly [RegExp, Reason])[] = [
  [/^(?:audio|artwork|transcripts)\//, 'measured'],
  // The notes are published without it; the chapters are in a file of their own.
  [/^(?:notes|chapters)\//, 'no element'],
  [/^(?:history|lock)\//, 'history'],
]

const own: Readonly<Record<string, Reason>> = {
  'audio/ascii-name': 'file name',
  'audio/extension-query': 'file name',
  'show/explicit-values': 'no element',
  'show/base-url': 'no element',
  'show/placeholder': 'no element',
  'show/prefix-count': 'no element',
  'show/timezone': 'no element',
  'show/publish-at': 'no element',
  'show/limit': 'no element',
  'date/unreadable': 'no element',
  'date/no-zone': 'no element',
  'date/implausible': 'no element',
  'episode/draft-empty': 'no element',
  'episode/draft-unfinished': 'no element',
  'text/title-empty': 'no element',
  'text/control-characters': 'no element',
  'podcast/guid-of-placeholder': 'history',
  'podcast/trailer': 'no element',
  'podcast/persons-only': 'no element',
  'podcast/season-name': 'no element',
  'podcast/episode-display': 'no element',
  'podcast/value-recipients': 'no element',
  'podcast/live-item': 'no element',
}

const reasonFor = (id: string): Reason | undefined =>
  own[id] ?? ofFamily.find(([family]) => family.test(id))?.[1]

const idsIn = async (
  example: (typeof checkRules)[number]['example']['bad'],
): Promise<ReadonlySet<string>> => {
  const { files, run } = lay(example)
  const show = await evidenceOf(files, run.fileLimit)
  // Whatever stops a build: here it is rendered all the same.
  const feed = renderFeed(
    show!.show,
    released(show!).map(({ release }) => release.episode),
  )
  return new Set(runFeed(feed).diagnostics.map(({ rule }) => rule))
}

describe('the bad example of a rule is found in its feed, or it is said why not', () => {
  test.each(checkRules)('$id', async ({ id, example }) => {
    const ids = await idsIn(example.bad)
    const standIn = standsFor[id]
    if (ids.has(id)) {
      expect(standIn, 'is found by itself').toBeUndefined()
      expect(own[id], 'is found, so there is nothing to explain').toBeUndefined()
    } else if (standIn !== undefined) expect([...ids]).toContain(standIn)
    else expect(reasonFor(id), `${id} is not found, and no reason is given`).toBeDefined()
  })
})

test('every rule that is named here is one', () => {
  const known = new Set(checkRules.map(({ id }) => id))
  expect([...Object.keys(own), ...Object.keys(standsFor)].filter(id => !known.has(id))).toEqual([])
})
