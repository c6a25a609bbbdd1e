/**
 * What the rules know of a show, the validation of feeds knows of its feed: the bad example of every rule is rendered, and found in the
 * feed by the same rule or by the one of documents that the rule names in `inFeeds`. Else it says there why a feed cannot show it; and
 * one that is found all the same has nothing to say there.
 */

import { describe, expect, test } from 'vitest'
import { released } from '../src/check/evidence.ts'
import { checkRules } from '../src/check/index.ts'
import { renderFeed } from '../src/render/feed.ts'
import { evidenceOf } from './support/evidence-of.ts'
import { lay } from './support/lay.ts'
import { runFeed } from './support/run-feed.ts'

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

describe('the bad example of a rule is found in its feed, or the rule says why not', () => {
  test.each(checkRules)('$id', async ({ id, inFeeds, example }) => {
    const ids = await idsIn(example.bad)
    if (inFeeds === undefined) expect(ids).toContain(id)
    else expect([...ids], 'is found, so there is nothing to explain').not.toContain(id)
    if (inFeeds?.startsWith('document/')) expect(ids).toContain(inFeeds)
  })
})
