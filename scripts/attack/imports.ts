import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { anyFeed } from '../../tests/support/any-feed.ts'
import { feedSeeds } from '../../tests/support/attack-feed.ts'
import { attackImport } from '../../tests/support/attack-import.ts'
import type { Attack } from './attack.ts'

/** To import writes to the disk, and builds. */
const slower = 50

export const imports: Attack = {
  name: 'imports',
  tries: 'the same feeds through import, twice: no crash, and no guid that the feed does not have',
  run: async ({ runs, seed, folder, files, onProgress }) => {
    const seeds = [...(await feedSeeds(folder)), ...files.map(file => readFileSync(file, 'utf8'))]
    const numRuns = Math.ceil(runs / slower)
    let done = 0
    const property = fc.asyncProperty(anyFeed(seeds), async feed => {
      onProgress(done++, numRuns)
      const fault = await attackImport(feed, folder)
      if (fault !== undefined) throw new Error(fault)
    })
    const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns, seed })
    return {
      tried: done,
      failures: failed ? [`${(errorInstance as Error).message}\n${counterexample?.[0].xml}`] : [],
    }
  },
}
