import { describe, expect, test } from 'vitest'
import { reporters } from '../../src/report/index.ts'
import { options, sample } from './sample.ts'

const golden = (name: string) => `../golden/report/${name}`

describe('every reporter, word for word', () => {
  test('pretty in 80 columns', async () => {
    await expect(reporters.get('pretty')?.render(sample, options())).toMatchFileSnapshot(
      golden('pretty-80.txt'),
    )
  })
  test('pretty in 120 columns', async () => {
    const text = reporters.get('pretty')?.render(sample, options({ width: 120 }))
    await expect(text).toMatchFileSnapshot(golden('pretty-120.txt'))
  })
  test('compact', async () => {
    await expect(reporters.get('compact')?.render(sample, options())).toMatchFileSnapshot(
      golden('compact.txt'),
    )
  })
})
