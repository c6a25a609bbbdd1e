import { expect, test } from 'vitest'
import { formatNpt, formatTimestamp, momentsBeside, parseClock, parseNpt } from '../../src/units/timestamp.ts'
import fc from '../support/property.ts'

test.each([
  ['37', 37],
  ['37.5', 37.5],
  ['01', 1],
  ['7:48', 468],
  ['35:12.250', 2112.25],
  ['01:35:52', 5752],
  ['01:02:03.400', 3723.4],
  ['00:00:00,179', 0.179],
  ['71:31', 4291],
  ['1:02.4', 62.4],
  [' 0:00 ', 0],
  ['100:00:00', 360000],
])('%j is %d seconds', (text, seconds) => {
  expect(parseNpt(text)).toBe(seconds)
})

test.each([
  '',
  ':',
  '1:60',
  '1:60:00',
  '1:100:00',
  '1:2:3:4',
  '-1:00',
  '12:3a',
  '1e3',
  '١:٢',
  'now',
  '99999:00',
])('%j is no time', text => {
  expect(parseNpt(text)).toBeUndefined()
})

test('a bare number is no clock time', () => {
  expect(parseClock('37')).toBeUndefined()
})

test.each([
  [0, '00:00:00.000', '00:00'],
  [62.4, '00:01:02.400', '01:02'],
  [59.9996, '00:01:00.000', '00:59'],
  [3723.4, '01:02:03.400', '1:02:03'],
  [360000, '100:00:00.000', '100:00:00'],
  [-1, '00:00:00.000', '00:00'],
])('%d is written', (seconds, npt, timestamp) => {
  expect([formatNpt(seconds), formatTimestamp(seconds)]).toEqual([npt, timestamp])
})

test.each([
  [0.98, 1, '0.98 s', '1 s'],
  [1.005, 1.2, '1.005 s', '1.2 s'],
  [12.2, 12.5, '12.2 s', '12.5 s'],
  [72.4, 72.45, '01:12.4', '01:12.45'],
  [1.2, 728, '1.2 s', '12:08'],
  [1.2, 1e300, '1.2 s', formatTimestamp(1e300)],
  [12.2, 14, '00:12', '00:14'],
])('a length of %d and a moment at %d are told apart', (length, moment, ...texts) => {
  expect([length, moment].map(momentsBeside(length, moment))).toEqual(texts)
})

test('milliseconds survive writing and reading', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 360_000_000 }), milliseconds => {
      expect(parseNpt(formatNpt(milliseconds / 1000))).toBe(milliseconds / 1000)
    }),
  )
})
