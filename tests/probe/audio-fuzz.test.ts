import { describe, expect, it } from 'vitest'
import { judge, mutate, nonsense, randomFrom, seedFiles } from '../support/fuzz.ts'
import fc from '../support/property.ts'

/** `node scripts/fuzz-audio.js` does the same for as long as one likes. */
describe('whatever the bytes, the reader ends, reads within bounds, and tells no nonsense', () => {
  const files = seedFiles()

  it('of every kind of file, unharmed', () => {
    for (const [i, file] of files.entries()) expect(judge(file), `file ${i}`).toBeUndefined()
  })

  it('of mutated files', () => {
    fc.assert(
      fc.property(fc.nat(), seed => {
        const bytes = mutate(files, randomFrom(seed))
        expect(judge(bytes)).toBeUndefined()
      }),
      { numRuns: 1500 },
    )
  })

  it('of nonsense', () => {
    fc.assert(
      fc.property(fc.nat(), seed => {
        expect(judge(nonsense(files, randomFrom(seed)))).toBeUndefined()
      }),
      { numRuns: 700 },
    )
  })

  it('of every file, cut at every place of its beginning', () => {
    for (const file of files)
      for (let length = 0; length < Math.min(file.length, 400); length++)
        expect(judge(file.subarray(0, length)), `${length}`).toBeUndefined()
  })
})
