/** Feeds with elements and attributes taken out, repeated, renamed and filled with anything: never a crash, never a changed guid. */

import { expect, test } from 'vitest'
import { anyFeed } from '../support/any-feed.ts'
import { feedSeeds } from '../support/attack-feed.ts'
import { attackImport } from '../support/attack-import.ts'
import { temporaryFolder } from '../support/folder.ts'
import fc from '../support/property.ts'
import { oldFeed, oldItem } from './old-feed.ts'

test('a mutated feed is imported, twice, with the guids that it has, or it is refused', async () => {
  const folder = temporaryFolder()
  const seeds = [...(await feedSeeds(folder)), oldFeed({ items: [oldItem(3), oldItem(2), oldItem(1)] })]
  await fc.assert(
    fc.asyncProperty(anyFeed(seeds), async feed => {
      expect(await attackImport(feed, folder)).toBeUndefined()
    }),
    { numRuns: 60 },
  )
})
