import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/report/cells.ts'
import { progressLine } from '../../src/report/progress.ts'
import { type Built, clock, day, size, summarise } from '../../src/report/summary.ts'
import fc from '../support/property.ts'

const built: Built = {
  show: 'Harbour Notes',
  episodes: 4,
  seconds: 3723.4,
  newest: day(Date.UTC(2026, 4, 8, 22, 30), 'Europe/Brussels'),
  bytes: 29_800_000,
  milliseconds: 412,
  written: 3,
  unchanged: 5,
  folder: 'public/',
}

describe('the line about a show that was built', () => {
  test.each([
    [
      'all of it',
      {},
      'Harbour Notes  4 episodes · 1:02:03 · newest 9 May 2026 · 30 MB → public/feed.xml  3 files written, 5 unchanged (0.4 s)',
    ],
    [
      'nothing new',
      { written: 0, unchanged: 8 },
      'Harbour Notes  4 episodes · 1:02:03 · newest 9 May 2026 · 30 MB → public/feed.xml  nothing changed (0.4 s)',
    ],
    [
      'the first build of a first episode',
      { episodes: 1, seconds: 42, bytes: 340_000, written: 1, unchanged: 0, milliseconds: 65_000 },
      'Harbour Notes  1 episode · 0:42 · newest 9 May 2026 · 340 kB → public/feed.xml  1 file written (1:05)',
    ],
  ])('%s', (_, over, line) => {
    expect(summarise({ ...built, ...over })).toBe(line)
  })

  test('a show without a published episode has no newest one', () => {
    const { newest: _, ...none } = built
    expect(summarise({ ...none, episodes: 0, seconds: 0, bytes: 0 })).toContain(
      '  0 episodes · 0:00 · 0 bytes → ',
    )
  })

  test('a name cannot move the cursor', () => {
    expect(summarise({ ...built, show: 'A\u001b[2J\nB' })).toMatch(/^A␛\[2J B {2}4 episodes/)
  })
})

test.each([
  [0, '0:00'],
  [59.5, '1:00'],
  [3599.4, '59:59'],
  [3599.5, '1:00:00'],
  [360_000, '100:00:00'],
])('%d seconds are %s', (seconds, text) => {
  expect(clock(seconds)).toBe(text)
})

test.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [9949, '9.9 kB'],
  [9950, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [1_234_567, '1.2 MB'],
  [5_000_000_000_000_000, '5000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(size(bytes)).toBe(text)
})

test('a day is that of the show, not of the machine', () => {
  const instant = Date.UTC(2026, 8, 30, 23, 30)
  expect([day(instant), day(instant, 'Europe/Brussels'), day(instant, 'America/New_York')]).toEqual([
    '30 Sep 2026',
    '1 Oct 2026',
    '30 Sep 2026',
  ])
})

describe('progress', () => {
  const progress = { verb: 'Measuring', done: 120, of: 1000, name: 'season-2/014-the-long-way-round.mp3' }

  test.each([
    [80, 'Measuring 120/1,000  season-2/014-the-long-way-round.mp3'],
    [40, 'Measuring 120/1,000  …long-way-round.mp3'],
    [24, 'Measuring 120/1,000'],
  ])('in %d columns', (width, line) => {
    expect(progressLine(progress, width)).toBe(line)
  })

  test('property: never wider than the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 60 }), (name, width) => {
        expect(displayWidth(progressLine({ ...progress, name }, width))).toBeLessThanOrEqual(width)
      }),
    )
  })
})
