/** Whatever is written, the program has something to say about it: it never breaks. `npm run attack` tries a hundred thousand. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyAttacked, attackShow, documentsAtOnce, layAttacked } from './support/attack-show.ts'
import { temporaryFolder } from './support/folder.ts'

describe('front matter', () => {
  test('property: whatever stands in a field of the schema, nothing breaks, and what is taken makes a feed', async () => {
    const folder = temporaryFolder()
    layAttacked(folder)
    await fc.assert(
      fc.asyncProperty(anyAttacked, async attacked => {
        expect(await attackShow(folder, attacked)).toBeUndefined()
      }),
      { numRuns: Math.ceil(1000 / documentsAtOnce), seed: Number(process.env.SEED ?? 1) },
    )
  })
})
