import fc from 'fast-check'
import { anyAttacked, attackShow, documentsAtOnce, layAttacked } from '../../tests/support/attack-show.ts'
import type { Attack } from './attack.ts'

export const frontMatter: Attack = {
  name: 'front matter',
  tries: 'documents whose fields hold anything at all, through load, probe, check, render and every reporter',
  run: async ({ runs, seed, folder, onProgress }) => {
    layAttacked(folder)
    const shows = Math.ceil(runs / documentsAtOnce)
    let done = 0
    const property = fc.asyncProperty(anyAttacked, async attacked => {
      onProgress(done++ * documentsAtOnce, runs)
      const fault = await attackShow(folder, attacked)
      if (fault !== undefined) throw new Error(fault)
    })
    const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: shows, seed })
    return {
      tried: done * documentsAtOnce,
      failures: failed ? [`${(errorInstance as Error).message}\n${JSON.stringify(counterexample)}`] : [],
    }
  },
}
