/** Dates that are made for items without one keep the order of the old feed, as far as dates can; where they cannot, it is told. */

import { describe, expect, test } from 'vitest'
import { datesOf } from '../../src/import/dates.ts'
import { imported, newBase } from './importing.ts'
import { oldItem } from './old-feed.ts'

const DAY = 86_400_000

/** In the order of the feed: the day of each, or nothing. */
const placed = (...days: readonly (number | undefined)[]) => {
  const items = days.map((day, index) => ({
    index,
    date: day === undefined ? undefined : Math.round(day * DAY),
    dateText: day === undefined ? undefined : `day ${day}`,
  }))
  const dates = datesOf(items)
  return {
    /** As apps show them: by where they stood in the feed. */
    order: items.map(({ index }) => index).sort((a, b) => dates[b]!.instant - dates[a]!.instant),
    made: dates.map(({ made }) => made),
    instants: dates.map(({ instant }) => instant),
  }
}

const none = undefined

describe('an item without a date', () => {
  test.each([
    ['between two', [9, none, 5], [0, 1, 2]],
    ['several, and at both ends', [none, none, 9, none, none, 5, none, none], [0, 1, 2, 3, 4, 5, 6, 7]],
    ['in a feed that begins with the oldest', [none, 5, none, none, 9, none], [5, 4, 3, 2, 1, 0]],
    ['where none has a date', [none, none, none], [0, 1, 2]],
    ['beside one that is out of order', [30, 29, none, 1, 28, 27], [0, 1, 2, 4, 5, 3]],
    ['above one that is out of order', [none, 5, 20, 4], [0, 2, 1, 3]],
    ['below one that is out of order', [9, 1, 8, 7, none], [0, 2, 3, 1, 4]],
  ])('keeps its place: %s', (_, days, order) => {
    expect(placed(...days).order).toEqual(order)
    expect(placed(...days).made.filter((_, i) => days[i] === none)).not.toContain('no-room')
  })

  test('stands where the fewest are on its other side, and it is told that those beside it are not in order', () => {
    const { order, made } = placed(20, 5, none, 9, 1)
    expect(order.indexOf(2)).toBeLessThan(order.indexOf(4))
    expect(order.indexOf(0)).toBeLessThan(order.indexOf(2))
    expect(made).toEqual([none, none, 'beside', none, none])
  })

  test('for which there is no second left is told', () => {
    const second = 1 / 86_400
    const { made, instants } = placed(5 + 2 * second, none, none, 5)
    expect(made).toEqual([none, 'no-room', 'in-place', none])
    expect(instants[1]! % 1000).toBe(0)
    expect(placed(5, none, 5).made[1]).toBe('no-room')
  })

  test('has a moment of its own', () => {
    const days = Array.from({ length: 300 }, (_, i) => (i % 7 === 3 ? ((i * 7919) % 300) + 1 : none))
    const { instants, made } = placed(...days)
    const own = instants.filter((_, i) => made[i] !== none)
    expect(new Set(own).size).toBe(own.length)
  })
})

test('where its place cannot be kept, an import says so', async () => {
  const undated = oldItem(4).replace(/<pubDate>.*<\/pubDate>/, '')
  const told = async (...items: readonly string[]) => (await imported({ items }, ...newBase)).stderr
  expect(await told(oldItem(3), undated, oldItem(2))).toContain(
    'so it got one that keeps its place in the feed\n',
  )
  expect(await told(oldItem(9), oldItem(3), undated, oldItem(5), oldItem(2))).toContain(
    'by their dates, those beside it stand elsewhere',
  )
  const same = oldItem(5).replace('05 Jun', '03 Jun')
  expect(await told(oldItem(3), undated, same)).toContain('there is no second left')
})

describe('where no item has a date, and the channel has', () => {
  const undated = [3, 2, 1].map(number => oldItem(number).replace(/<pubDate>.*<\/pubDate>/, ''))
  const under = (channel: string) => imported({ items: undated, channel }, '--verify', ...newBase)

  test.each([
    ['pubDate', '<pubDate>Mon, 01 Jun 2020 10:00:00 GMT</pubDate>'],
    ['lastBuildDate', '<lastBuildDate>Mon, 01 Jun 2020 10:00:00 GMT</lastBuildDate>'],
    [
      'pubDate, whatever lastBuildDate says',
      '<lastBuildDate>Fri, 05 Jun 2026 10:00:00 GMT</lastBuildDate><pubDate>Mon, 01 Jun 2020 10:00:00 GMT</pubDate>',
    ],
  ])('they are dated up to its %s, in their order, and it is told', async (_, channel) => {
    const show = await under(channel)
    expect(show.code, show.stderr).toBe(0)
    expect(show.read('episodes/003-talk-3.md')).toContain('date: 2020-06-01T10:00:00Z\n')
    expect(show.read('episodes/002-talk-2.md')).toContain('date: 2020-06-01T09:59:59Z\n')
    expect(show.read('episodes/001-talk-1.md')).toContain('date: 2020-06-01T09:59:58Z\n')
    expect(show.stderr).toContain(
      'it had no date, so it got one that keeps its place in the feed, near the one that the show has; correct `date` if you know when it came out\n',
    )
  })

  test.each(['soon', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Mon, 05 Mar 2990 10:00:00 GMT'])(
    '%s counts for nothing',
    async date => {
      const { read } = await under(`<pubDate>${date}</pubDate>`)
      expect(read('episodes/003-talk-3.md')).toContain('date: 1999-12-31T23:59:59Z\n')
    },
  )
})
