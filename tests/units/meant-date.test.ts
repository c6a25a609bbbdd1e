import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/units/instant.ts'
import { meantDates } from '../../src/units/meant-date.ts'
import fc from '../support/property.ts'

const textsOf = (written: string, language?: string): readonly string[] =>
  meantDates(written, language).map(({ text }) => text)

describe('what was meant by a date in another form', () => {
  test.each([
    ['20.11.2026', '2026-11-20'],
    ['20.11.26', '2026-11-20'],
    ['05.06.2026', '2026-06-05'],
    ['20. 11. 2026', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['11/20/2026 6:30 pm', '2026-11-20 18:30'],
    ['06/06/2026', '2026-06-06'],
    ['2026.11.20 18:30', '2026-11-20 18:30'],
    ['2026-20-11', '2026-11-20'],
    ['2026-11-20 at 6pm', '2026-11-20 18:00'],
    ['2026-11-20 18.30', '2026-11-20 18:30'],
    ['2026–11–20', '2026-11-20'],
    ['“2026-11-20”', '2026-11-20'],
    ['20\u00a0November\u00a02026', '20 November 2026'],
    ['20. November 2026', '2026-11-20'],
    ['20th of November 2026', '2026-11-20'],
    ['Nov 20th 2026 12 am', '2026-11-20 00:00'],
    ['20-11-2026T18:30:00+01:00', '2026-11-20 18:30:00+01:00'],
  ])('%s', (written, right) => {
    expect(textsOf(written)).toEqual([right])
    expect(parseDate(right)).toHaveProperty('instant')
  })

  test.each([
    ['20. März 2026', 'de', '2026-03-20'],
    ['Freitag, 20. Nov. 2026, 18:30 Uhr', 'de-AT', '2026-11-20 18:30'],
    ['le 20 août 2026', 'fr', '2026-08-20'],
    ['20 de noviembre de 2026', 'es', '2026-11-20'],
    ['20 listopada 2026', 'pl', '2026-11-20'],
  ])('%s, in the language of the show', (written, language, right) => {
    expect(textsOf(written, language)).toEqual([right])
    // A language that is none is no reason to fail.
    expect(textsOf(written, 'not a language').length).toBeLessThanOrEqual(1)
  })

  test('two where it cannot be told which number is the month', () => {
    expect(meantDates('05/06/2026')).toEqual([
      { text: '2026-06-05', day: '5 June 2026' },
      { text: '2026-05-06', day: '6 May 2026' },
    ])
  })

  test.each([
    'last spring',
    '2026-02-30',
    '31/31/2026',
    'November 2026',
    '2026',
    '',
    '12:30',
    '1.2',
    '1.2.3.4',
  ])('nothing is guessed: %j', written => {
    expect(textsOf(written, 'en')).toEqual([])
  })

  test('property: a day in any of these forms is that day, or one of two', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('.', '/', '-'), fc.boolean(), (date, mark, isPadded) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, of] = iso.split('-') as [string, string, string]
        const plain = (two: string): string => (isPadded ? two : String(Number(two)))
        expect(textsOf([plain(of), plain(month), year].join(mark))).toContain(iso)
      }),
    )
  })

  test('property: whatever is written, what comes of it can be read', () => {
    const piece = fc.constantFrom(
      '20',
      '11',
      '2026',
      '.',
      '/',
      '-',
      ' ',
      'Nov',
      '6',
      ':',
      '30',
      'pm',
      'T',
      'Z',
      '+01:00',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        for (const text of textsOf(pieces.join(''))) expect(parseDate(text)).toHaveProperty('instant')
      }),
    )
  })
})
