import { describe, expect, it } from 'vitest'
import {
  formatLongDate,
  formatRfc2822,
  formatRfc3339,
  isTimeOfDay,
  isTimeZone,
  parseDate,
  zoneClock,
} from '../../src/units/instant.ts'
import fc from '../support/property.ts'

const read = (text: string, zone?: string, publishAt?: string) => {
  const parsed = parseDate(text, { zone, publishAt })
  return 'instant' in parsed ? formatRfc3339(parsed.instant) : parsed.problem
}

describe('a date that people write', () => {
  it.each([
    ['2026-05-09T06:00:00Z', '2026-05-09T06:00:00Z'],
    ['2026-05-09t06:00:00z', '2026-05-09T06:00:00Z'],
    ['2021-09-16T17:17:28-05:00', '2021-09-16T22:17:28Z'],
    ['2014-07-31 13:00:00 +0000', '2014-07-31T13:00:00Z'],
    ['2014-07-31T13:00:00+0200', '2014-07-31T11:00:00Z'],
    ['2014-04-4 12:00 +08:00', '2014-04-04T04:00:00Z'],
    ['2014-04-04 8:00:00 +0800', '2014-04-04T00:00:00Z'],
    ['2016-02-29T23:59:59.999Z', '2016-02-29T23:59:59.999Z'],
    ['2016-02-29T23:59:59,5+01', '2016-02-29T22:59:59.500Z'],
    ['2026/05/09 06:00 UTC', '2026-05-09T06:00:00Z'],
    ['1499256000', '2017-07-05T12:00:00Z'],
    ['1499256000000', '2017-07-05T12:00:00Z'],
    ['Sat, 09 May 2026 06:00:00 +0000', '2026-05-09T06:00:00Z'],
    ['Sat, 9 May 2026 06:00 GMT', '2026-05-09T06:00:00Z'],
    ['Sat, 09 May 2026 06:00:00 PST', '2026-05-09T14:00:00Z'],
    ['09 May 2026 06:00:00 -0000', '2026-05-09T06:00:00Z'],
    ['Sat, 09 May 26 06:00:00 +0000 (UTC)', '2026-05-09T06:00:00Z'],
    ['Saturday, May 9, 2026 6:30 PM EST', '2026-05-09T23:30:00Z'],
  ])('%j is %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['2026-05-09', '2026-05-09T04:00:00Z'],
    ['20260509', '2026-05-09T04:00:00Z'],
    ['9 May 2026', '2026-05-09T04:00:00Z'],
    ['May 9, 2026', '2026-05-09T04:00:00Z'],
    ['Sept. 1st, 2026', '2026-09-01T04:00:00Z'],
    ['2026-12-09', '2026-12-09T05:00:00Z'],
    ['2017-12-18T09:00', '2017-12-18T08:00:00Z'],
    ['2014-07-31 13:00:00', '2014-07-31T11:00:00Z'],
    ['May 9, 2026 at 12:15 am', '2026-05-08T22:15:00Z'],
  ])('%j in Brussels is %s', (text, expected) => expect(read(text, 'Europe/Brussels')).toBe(expected))

  it('takes the time of day that the show publishes at', () => {
    expect(read('2026-05-09', 'America/New_York', '17:30')).toBe('2026-05-09T21:30:00Z')
    expect(read('2026-05-09', 'America/New_York', '17:30:15')).toBe('2026-05-09T21:30:15Z')
    expect(['6:00', '23:59:59'].every(isTimeOfDay)).toBe(true)
    expect(['24:00', '6', '6:60', '6pm', ''].some(isTimeOfDay)).toBe(false)
  })

  it.each([
    ['2026-05-09T06:00Z', 'instant', undefined],
    ['1499256000', 'epoch', undefined],
    ['2026-05-09 06:00', 'zoneless', true],
    ['2026-05-09', 'date-only', true],
  ])('%j has the form %s; without a zone UTC is assumed: %s', (text, form, zoneAssumed) => {
    expect(parseDate(text)).toMatchObject(zoneAssumed ? { form, zoneAssumed } : { form })
    expect(parseDate(text, { zone: 'Europe/Brussels' })).not.toHaveProperty('zoneAssumed')
  })

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['2026-02-30', 'impossible'],
    ['0026-05-09', 'impossible'],
    ['2026-13-45', 'impossible'],
    ['2026-00-10', 'impossible'],
    ['2025-02-29', 'impossible'],
    ['2026-05-09T24:00:00Z', 'impossible'],
    ['2026-05-09T06:60:00Z', 'impossible'],
    ['2026-05-09T06:00:61Z', 'impossible'],
    ['31 April 2026', 'impossible'],
    ['May 9, 2026 13:00 pm', 'impossible'],
    ['Fri, 09 May 2026 06:00:00 +0000', 'weekday'],
    ['Sonntag, 10 May 2026', 'unreadable'],
    ['9 mai 2026', 'unreadable'],
    ['09/05/2026', 'unreadable'],
    ['09.05.2026', 'unreadable'],
    ['2026-05/09', 'unreadable'],
    ['2026-05-09T06:00:00 CET', 'unreadable'],
    ['2026-05-09T06:00:00+99:00', 'unreadable'],
    ['tomorrow', 'unreadable'],
    ['12', 'unreadable'],
    ['123456789', 'unreadable'],
    ['9999999999999', 'unreadable'],
    ['2014-04-04 12:00 +08：00', 'unreadable'],
    ['2026-05-09'.repeat(10_000), 'unreadable'],
  ])('%.40j is refused: %s', (text, problem) => expect(read(text)).toBe(problem))

  it('names the character that only looks right', () => {
    expect(parseDate('2014-04-04 12:00 +08：00')).toMatchObject({
      detail: 'there is "：" (U+FF1A) where ":" was expected',
    })
    expect(parseDate('2014–04–04')).toMatchObject({ detail: 'there is "–" (U+2013) where "-" was expected' })
    expect(parseDate('２014-04-04')).toMatchObject({
      detail: 'there is "２" (U+FF12) where "2" was expected',
    })
  })

  // The rule says that it is not a date, and the detail said it again: `"tomorrow" is not a date: "tomorrow" is not a date`.
  it('calls what is not a date so once', () => {
    expect(parseDate('tomorrow')).toEqual({
      problem: 'unreadable',
      detail: 'it has none of the forms that a date has',
    })
  })

  it('says which weekday it is', () =>
    expect(parseDate('Fri, 09 May 2026 06:00:00 +0000')).toMatchObject({
      detail: '9 May 2026 is a Saturday, not a Friday',
    }))

  it('never throws', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void parseDate(text))))
})

describe('the clock of a place', () => {
  it.each([
    // Spring forward: the gap moves the time forward by its own length.
    ['Europe/Brussels', '2026-03-29T02:30:00', '2026-03-29T01:30:00Z'],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00Z'],
    // A whole day that Samoa skipped.
    ['Pacific/Apia', '2011-12-30T06:00:00', '2011-12-30T16:00:00Z'],
    ['Pacific/Apia', '2011-12-29T06:00:00', '2011-12-29T16:00:00Z'],
    ['Pacific/Apia', '2011-12-31T06:00:00', '2011-12-30T16:00:00Z'],
    // Fall back: the first of the two.
    ['Europe/Brussels', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00Z'],
    // The edges.
    ['Europe/Brussels', '2026-03-29T01:59:59', '2026-03-29T00:59:59Z'],
    ['Europe/Brussels', '2026-03-29T03:00:00', '2026-03-29T01:00:00Z'],
    ['Europe/Brussels', '2026-10-25T03:00:00', '2026-10-25T02:00:00Z'],
    ['Asia/Kathmandu', '2026-05-09T06:00:00', '2026-05-09T00:15:00Z'],
    ['UTC', '2026-05-09T06:00:00', '2026-05-09T06:00:00Z'],
    ['Pacific/Kiritimati', '2026-05-09T06:00:00', '2026-05-08T16:00:00Z'],
    ['Etc/GMT+12', '2026-05-09T06:00:00', '2026-05-09T18:00:00Z'],
  ])('%s shows %s at %s', (zone, wall, expected) => expect(read(wall, zone)).toBe(expected))

  it('shows the wall time that was asked for, unless it skips it', () => {
    for (const zone of ['Europe/Brussels', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Casablanca']) {
      const clock = zoneClock(zone)
      fc.assert(
        fc.property(fc.integer({ min: Date.UTC(1990), max: Date.UTC(2040) }), wall => {
          const instant = clock.instantOf(wall)
          const shown = instant + clock.offsetAt(instant)
          const skipped = shown - wall
          expect(skipped).toBeGreaterThanOrEqual(0)
          expect(skipped).toBeLessThanOrEqual(3_600_000)
        }),
        { numRuns: 50 },
      )
    }
  })

  it('is not guessed when its name is none', () =>
    expect(parseDate('2026-05-09', { zone: 'Mars/Olympus' })).toMatchObject({ zoneAssumed: true }))

  it('is known by its IANA name only', () => {
    expect(['Europe/Brussels', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'].every(isTimeZone)).toBe(
      true,
    )
    expect(['', 'Mars/Olympus', '+02:00', 'Europe/Brussels ', 'local', '__proto__'].some(isTimeZone)).toBe(
      false,
    )
  })
})

describe('a date that feeds write', () => {
  const at = Date.UTC(2026, 4, 9, 6)

  it('is the same on every machine', () => {
    expect(formatRfc2822(at)).toBe('Sat, 09 May 2026 06:00:00 +0000')
    expect(formatRfc3339(at)).toBe('2026-05-09T06:00:00Z')
    expect(formatRfc3339(at + 5)).toBe('2026-05-09T06:00:00.005Z')
    expect(formatLongDate(at, 'Pacific/Honolulu')).toBe('8 May 2026')
    expect(formatLongDate(at, zoneClock('Pacific/Auckland'))).toBe('9 May 2026')
  })

  it('reads back as the same instant', () =>
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900), max: Date.UTC(9999) }), instant => {
        const whole = Math.floor(instant / 1000) * 1000
        expect(parseDate(formatRfc2822(whole))).toEqual({ instant: whole, form: 'instant' })
        expect(parseDate(formatRfc3339(instant))).toEqual({ instant, form: 'instant' })
      }),
    ))
})
