/** The help for a date that cannot be read is the user's own date, put right. */

import { expect, test } from 'vitest'
import { parseDate } from '../../src/units/instant.ts'
import { dateHelp, meantDates } from '../../src/units/meant-date.ts'
import fc from '../support/property.ts'

test.each([
  ['20.11.2026', ['2026-11-20']],
  ['5.6.26', ['2026-06-05']],
  ['20/11/2026', ['2026-11-20']],
  ['11/20/2026', ['2026-11-20']],
  ['05/06/2026', ['2026-06-05', '2026-05-06']],
  ['05/05/2026', ['2026-05-05']],
  ['20.11.2026 18:30', ['2026-11-20 18:30']],
  ['2026.11.20', ['2026-11-20']],
  ['2026-20-11', ['2026-11-20']],
  ['2026–05–09', ['2026-05-09']],
  ['Sunday, 9 May 2026', ['9 May 2026']],
  ['some day', []],
  ['30.02.2026', []],
])('%s is meant to be %j', (written, meant) => {
  expect(meantDates(written)).toEqual(meant)
})

test.each([
  ['05/06/2026', 'Write `2026-06-05` or `2026-05-06`: which of the two numbers is the month cannot be told.'],
  ['2026-02-30', 'Write a day that there is: the last of that month is `2026-02-28`.'],
  ['2026-05-09 18:30 CEST', /`2026-05-09 18:30 \+02:00`/],
  ['some day', /such as `2026-05-09`/],
])('%s: %s', (written, help) => {
  expect(dateHelp(written)).toMatch(help)
})

test('property: whatever is written, what is offered is a date', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}( \d\d:\d\d)?$/)),
      text => {
        for (const meant of meantDates(text)) expect(parseDate(meant)).toHaveProperty('instant')
        expect(dateHelp(text)).toMatch(/^Write .*\.$/)
      },
    ),
  )
})
