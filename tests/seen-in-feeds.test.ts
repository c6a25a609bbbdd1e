/**
 * What the rules know of a show, the validation of feeds knows of its feed: the bad example of every rule is rendered, and found in the
 * feed by the same rule or by the one of documents that the rule names in `inFeeds`. Else it says there why a feed cannot show it, and
 * that is proved: there is a show in which the rule finds nothing, and its feed is the same.
 */

import { describe, expect, test } from 'vitest'
import { released, type Unseen } from '../src/check/evidence.ts'
import { checkRules } from '../src/check/index.ts'
import type { Example } from '../src/diagnostic.ts'
import { renderFeed } from '../src/render/feed.ts'
import { evidenceOf } from './support/evidence-of.ts'
import type { Files } from './support/folder.ts'
import { lay } from './support/lay.ts'
import { runShow } from './support/run.ts'
import { runFeed } from './support/run-feed.ts'

/** Whatever stops a build: here it is rendered all the same. Empty where nothing of the show can be read. */
const feedOf = async (files: Files, fileLimit?: number): Promise<string> => {
  const show = await evidenceOf(files, fileLimit)
  if (show === undefined) return ''
  return renderFeed(
    show.show,
    released(show).map(({ release }) => release.episode),
  )
}

const feedOfExample = (example: Example): Promise<string> => {
  const { files, run } = lay(example)
  return feedOf(files, run.fileLimit)
}

/** What a feed says, but does not show: each reason has its own. */
const masks: Readonly<Record<Unseen, (feed: string) => string>> = {
  'no element': feed => feed,
  // Nobody is in doubt about what was published before: the show that is compared is this one, published for the first time.
  history: feed => feed,
  // Of a file, a feed repeats how large, how long and of which type it was found to be. Whether these figures are those of a sound
  // file, nobody can tell who does not have it.
  measured: feed =>
    feed
      .replaceAll(/(?<=<enclosure url="[^"]*") length="\d+" type="[^"]*"/g, '')
      .replaceAll(/(?<=<podcast:transcript url="[^"]*") type="[^"]*"/g, '')
      .replaceAll(/<itunes:duration>\d+<\/itunes:duration>/g, ''),
  // An address repeats the name of a file, percent-encoded, as any host may call any file.
  'file name': feed => feed.replaceAll(/(?<= url="[^"]*\/)[^"/]+(?=")/g, 'file'),
}

/** A show in which the rule finds nothing, though its feed is that of the bad example: its files, and what the rule finds in it. */
const soundShow = async (
  reason: Unseen,
  { bad, good, sameFeed = good }: (typeof checkRules)[number]['example'],
): Promise<{ readonly feed: string; readonly ids: readonly string[] }> => {
  const example = reason === 'history' ? bad : sameFeed
  const { files, run } = lay(example)
  const { ids } = await runShow(files, reason === 'history' ? {} : run)
  return { feed: await feedOf(files, run.fileLimit), ids }
}

describe('the bad example of a rule is found in its feed, or the rule says why not', () => {
  test.each(checkRules)('$id', async ({ id, inFeeds, example }) => {
    const feed = await feedOfExample(example.bad)
    const { ids } = runFeed(feed)
    if (inFeeds === undefined) return expect(ids).toContain(id)
    expect(ids, 'is found, so there is nothing to explain').not.toContain(id)
    if (isDocumentRule(inFeeds)) return expect(ids).toContain(inFeeds)
    const sound = await soundShow(inFeeds, example)
    expect(sound.ids, 'the show that is compared has the fault too').not.toContain(id)
    expect(masks[inFeeds](feed)).toBe(masks[inFeeds](sound.feed))
  })
})

test('what is compared is no more than is needed: a rule whose good example has the same feed names no other', async () => {
  for (const { id, inFeeds, example } of checkRules) {
    if (example.sameFeed === undefined) continue
    expect(inFeeds, id).toMatch(/^(?:no element|measured|file name)$/)
    const mask = masks[inFeeds as Unseen]
    expect(mask(await feedOfExample(example.good)), id).not.toBe(mask(await feedOfExample(example.bad)))
  }
})

const isDocumentRule = (reason: string): reason is `document/${string}` => reason.startsWith('document/')
