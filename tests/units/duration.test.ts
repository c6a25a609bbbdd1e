import { describe, expect, it } from 'vitest'
import { formatClock, meantDuration, parseDuration } from '../../src/units/duration.ts'
import fc from '../support/property.ts'

const seconds = (text: string) => {
  const parsed = parseDuration(text)
  return 'seconds' in parsed ? parsed.seconds : parsed.problem
}

describe('a duration that people write', () => {
  it.each([
    ['1:31:06', 5466],
    ['07:40', 460],
    ['54:24', 3264],
    ['71:31', 4291],
    ['600:00', 36_000],
    ['1836', 1836],
    ['1014.708375', 1014.708375],
    ['PT1H57M28S', 7048],
    ['PT45M', 2700],
    ['PT1.5S', 1.5],
    ['pt90m', 5400],
    [' 49:20', 2960],
    ['"3723"', 3723],
    ["' 1:02:03 '", 3723],
    ['0', 0],
    ['0:00', 0],
    ['010', 10],
  ])('%j is %d seconds', (text, expected) => expect(seconds(text)).toBe(expected))

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['""', 'empty'],
    ['1:18.00', 'unreadable'],
    ['45;11', 'unreadable'],
    ['Bonus', 'unreadable'],
    ['-5', 'unreadable'],
    ['-1:00', 'unreadable'],
    ['1e3', 'unreadable'],
    ['0x10', 'unreadable'],
    ['Infinity', 'unreadable'],
    ['1:2:3', 'unreadable'],
    ['1:23:45:67', 'unreadable'],
    ['PT', 'unreadable'],
    ['P1D', 'unreadable'],
    ['1:', 'unreadable'],
    ['12345678901234567890', 'unreadable'],
    ['45 min', 'unreadable'],
    ['١:٠٠', 'unreadable'],
    ['10:60', 'out-of-range'],
    ['1:60:00', 'out-of-range'],
    ['1:100:00', 'out-of-range'],
  ])('%j is refused: %s', (text, problem) => expect(seconds(text)).toBe(problem))
})

describe('a duration that only people can read', () => {
  it.each([
    ['01:02:03.7', 3723.7],
    ['62:03.7', 3723.7],
    ['1:05:3', 3903],
    ['1:5:3', 3903],
    ['45 Min', 2700],
    ['45 minutes', 2700],
    ['90 min', 5400],
    ['1h 5m', 3900],
    ['1h5m3s', 3903],
    ['1 hour and 5 minutes', 3900],
    ['1 hour, 5 minutes, 3 seconds', 3903],
    ['1 Std. 5 Min.', 3900],
    ['2 hrs', 7200],
    ['1h05', 3900],
    ['45;11', 2711],
    ['90 s', 90],
  ])('%j means %d seconds', (text, expected) => expect(meantDuration(text)).toBe(expected))

  it.each([
    ...[
      '',
      'Bonus',
      '1:18.00',
      '45,11',
      '1:5',
      '1h 75m',
      '5m 1h',
      '1m 1m',
      '1:65:3',
      '10:60',
      '45 mm',
      '-5 min',
    ],
    ...['about 45 min', '٤٥ min'],
  ])('%j may mean anything', text => expect(meantDuration(text)).toBeUndefined())

  it.each(['1:31:06', '07:40', '1836', 'PT45M'])('%j is for apps too', text =>
    expect(meantDuration(text)).toBeUndefined(),
  )
})

describe('a duration that directories show', () => {
  it.each([
    [0, '0:00'],
    [7, '0:07'],
    [3370, '56:10'],
    [3370.4, '56:10'],
    [3599.5, '1:00:00'],
    [3723, '1:02:03'],
    [360_000, '100:00:00'],
  ])('%d is %s', (value, expected) => expect(formatClock(value)).toBe(expected))

  it('reads back as the same whole seconds', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), n => {
        expect(parseDuration(formatClock(n))).toEqual({ seconds: n })
      }),
    ))

  it('never throws', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void parseDuration(text))))
})
