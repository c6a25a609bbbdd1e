import { attackFeedFlood, attackFlood } from '../../tests/support/attack-flood.ts'
import { feedFloods } from '../../tests/support/feed-floods.ts'
import { fileFloods, frontMatterFloods } from '../../tests/support/floods.ts'
import type { Attack } from './attack.ts'

/** Lines, items or characters of the smaller size. The larger one nearly fills the front matter that is read. */
const OF_FRONT_MATTER = 2_500
const OF_FILES = 20_000
const OF_FEEDS = 4_000

export const floods: Attack = {
  name: 'floods',
  tries:
    'shows and feeds that hold far too much of one thing, at two sizes: the time must grow as they do, and the report must not',
  run: async ({ folder, onProgress }) => {
    const tries = [
      ...Object.entries(frontMatterFloods).map(([name, flood]) => ({
        name,
        judge: () => attackFlood(folder, flood, OF_FRONT_MATTER),
      })),
      ...Object.entries(fileFloods).map(([name, flood]) => ({
        name,
        judge: () => attackFlood(folder, flood, OF_FILES),
      })),
      ...Object.entries(feedFloods).map(([name, flood]) => ({
        name: `${name} of a feed`,
        judge: () => attackFeedFlood(flood, OF_FEEDS),
      })),
    ]
    const failures: string[] = []
    for (const [index, { name, judge }] of tries.entries()) {
      onProgress(index, tries.length)
      const fault = await judge()
      if (fault !== undefined) failures.push(`${name}: ${fault}`)
    }
    return { tried: tries.length, failures }
  },
}
