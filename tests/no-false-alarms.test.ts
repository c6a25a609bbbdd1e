/** A rule that cries wolf is worse than none: good shows of every kind have nothing to be told, nor have their feeds. */

import { expect, test } from 'vitest'
import { anyGoodShow } from './support/any-good-show.ts'
import fc from './support/property.ts'
import { runShow } from './support/run.ts'
import { runFeed } from './support/run-feed.ts'

test('200 good shows have no findings, and what is built of them has none', async () => {
  await fc.assert(
    fc.asyncProperty(anyGoodShow, async files => {
      const { diagnostics, feed } = await runShow(files)
      expect(
        diagnostics.map(one => `${one.place.file}:${one.place.line ?? ''} ${one.rule}: ${one.message}`),
      ).toEqual([])
      expect(feed).toContain('<item>')
      expect(runFeed(feed!).diagnostics).toEqual([])
    }),
    { numRuns: 200 },
  )
})
