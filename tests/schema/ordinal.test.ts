/** Numbers and lengths as people write them, through the reader that meets them. */

import { describe, expect, test } from 'vitest'
import { episodeSchema } from '../../src/fields/index.ts'
import { readField } from '../../src/schema/index.ts'

const read = (field: string, written: string) => {
  const result = readField(episodeSchema, field, written)
  return 'value' in result ? result.value : result.problems[0]
}

describe('the number of an episode', () => {
  test.each([
    ['12', 12],
    ['010', 10],
    ['008', 8],
    [' 7 ', 7],
    ['0', 0],
    ['-1', -1],
    ['13.1', 13.1],
  ])('%j is %f', (written, number) => expect(read('episode', written)).toBe(number))

  test.each([
    ['13,1', 'episode: 13'],
    ['036A', 'episode: 36'],
    ['055j', 'episode: 55'],
    ['S07E05', '`season: 7` and `episode: 5`'],
    ['#12', 'episode: 12'],
    ['Ep. 12', 'episode: 12'],
    ['47:50', 'Move it to `duration`'],
    ['1:31:06', 'Move it to `duration`'],
    ['Bonus', 'episodeType: bonus'],
    ['Trailer', 'episodeType: trailer'],
    ['twelve', 'digits only'],
    ['9'.repeat(40), 'digits only'],
  ])('%s is refused with the right form', (written, form) => {
    expect(read('episode', written)).toMatchObject({
      expected: 'number',
      help: expect.stringContaining(form),
    })
  })

  test('a number with a mark is repaired', () => {
    expect(read('episode', '#012')).toMatchObject({ replacement: 12 })
    expect(read('season', 'Season 2')).toMatchObject({ replacement: 2 })
    expect(read('season', '13.1')).not.toHaveProperty('replacement')
  })
})

describe('a written duration', () => {
  test.each([
    ['1:31:06', 5466],
    ['07:40', 460],
    ['54:24', 3264],
    ['71:31', 4291],
    ['1836', 1836],
    ['PT1H57M28S', 7048],
    ['1014.708375', 1014.708375],
    [' 49:20', 2960],
  ])('%j is %d seconds', (written, seconds) => expect(read('duration', written)).toBe(seconds))

  test.each([
    ['1:18.00', '56:10'],
    ['45;11', '`45:11`'],
    ['1h05', '`1:05:00`'],
    ['1h 5m', '`1:05:00`'],
    ['54 min', '`54:00`'],
    ['Bonus', '56:10'],
    ['h', '56:10'],
    ['1:75:00', '56:10'],
  ])('%s is refused with the right form', (written, form) => {
    expect(read('duration', written)).toMatchObject({
      expected: 'duration',
      help: expect.stringContaining(form),
    })
  })
})
