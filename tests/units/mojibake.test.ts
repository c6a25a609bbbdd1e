import { describe, expect, test } from 'vitest'
import { mojibakeIn } from '../../src/units/mojibake.ts'

describe('what is left of UTF-8 that was read as Windows-1252', () => {
  test.each([
    ['Die VerlÃ¤ngerung', 'Ã¤', 'ä'],
    ['Ã–resund', 'Ã–', 'Ö'],
    ['itâ€™s late', 'â€™', '’'],
    ['Â«FarÂ»', 'Â«', '«'],
    ['from dusk â€“ till dawn', 'â€“', '–'],
  ])('is found in %s, with what was meant', (text, written, meant) =>
    expect(mojibakeIn(text)).toEqual({ index: text.indexOf(written), written, meant }),
  )

  test.each([
    'Die Verlängerung',
    '«IRMÃ» e «MAÇÃ»',
    'São Tomé – ÃO',
    'CAFÉ» “CAFÉ”',
    'une âme, 20 € de plus',
    'Â',
  ])('is not in %s', text => expect(mojibakeIn(text)).toBeUndefined())
})
