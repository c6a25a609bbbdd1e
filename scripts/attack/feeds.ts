import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { anyFeed } from '../../tests/support/any-feed.ts'
import { attackFeed, feedSeeds } from '../../tests/support/attack-feed.ts'
import type { Attack } from './attack.ts'

export const feeds: Attack = {
  name: 'feeds',
  tries:
    'feeds with elements and attributes taken out, repeated, renamed and filled with anything, through validate',
  run: async ({ runs, seed, folder, files, onProgress }) => {
    const seeds = [...(await feedSeeds(folder)), ...files.map(file => readFileSync(file, 'utf8'))]
    let done = 0
    // Parsers make an error for each fault of a feed, and to note where it was made takes longer than to find it.
    Error.stackTraceLimit = 0
    const property = fc.property(anyFeed(seeds), feed => {
      onProgress(done++, runs)
      const fault = attackFeed(feed)
      if (fault === undefined) return
      Error.stackTraceLimit = 20
      throw new Error(attackFeed(feed))
    })
    const { failed, counterexample, errorInstance } = fc.check(property, { numRuns: runs, seed })
    return {
      tried: done,
      failures: failed ? [`${(errorInstance as Error).message}\n${counterexample?.[0].xml}`] : [],
    }
  },
}
