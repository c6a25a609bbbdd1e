/** The dates of a feed's items, and those that are made for items that have none: apps sort by date, so the date is the place. */

import type { Instant } from '../model.ts'
import { formatRfc3339 } from '../units/instant.ts'
import type { SourceItem } from './source.ts'

export interface DateOf {
  /** As it will be written. */
  readonly text: string
  readonly instant: Instant
  /** Undefined where the feed has one. */
  readonly made: MadeDate | undefined
}

/**
 * `beside`: the items beside it are not in the order of their dates; `no-room`: there is no second left between them; `of-show`: none
 * of them has one, and the channel has.
 */
export type MadeDate = 'in-place' | 'beside' | 'no-room' | 'of-show'

type Dated = Pick<SourceItem, 'index' | 'date' | 'dateText'>

/** As long as there is room, a made date is so much later than the older one beside it. Whole seconds: feeds have no others. */
const STEP = 1000

/** Of a feed without any date. */
const NO_DATE = Date.UTC(2000, 0, 1)

/** `ofShow`: when the feed says that all of it was published. 1970 is what programs write that do not know. */
export const datesOf = (items: readonly Dated[], ofShow?: Instant): readonly DateOf[] => {
  const isOfShow = ofShow !== undefined && ofShow >= NO_DATE && items.every(({ date }) => date === undefined)
  const made = isOfShow ? upTo(ofShow, items) : madeDates(items)
  return items.map(({ index, date, dateText }) => {
    const its = made.get(index)
    const instant = its?.instant ?? date!
    return { instant, made: its?.made, text: dateText ?? formatRfc3339(instant) }
  })
}

interface Made {
  readonly instant: Instant
  readonly made: MadeDate
}

/** The newest has that date, and stands first. */
const upTo = (newest: Instant, items: readonly Dated[]): ReadonlyMap<number, Made> =>
  new Map(
    items
      .toSorted((a, b) => a.index - b.index)
      .map(({ index }, i) => [index, { instant: newest - i * STEP, made: 'of-show' }]),
  )

/** By where they stand in the feed. */
const madeDates = (items: readonly Dated[]): ReadonlyMap<number, Made> => {
  const made = new Map<number, Made>()
  if (items.every(({ date }) => date !== undefined)) return made
  const { sorted, gaps } = gapsIn(inTime(items))
  // What goes between the same two dates shares the room between them.
  for (const [at, gap] of gaps) {
    const [from, to] = [sorted[at - 1], sorted[at]]
    gap.forEach(({ item, how }, i) => {
      const instant = from === undefined ? (to ?? NO_DATE) - (gap.length - i) * STEP : from + (i + 1) * STEP
      const isBetween = from === undefined || to === undefined || instant < to
      made.set(item.index, { instant, made: isBetween ? how : 'no-room' })
    })
  }
  return made
}

interface Gaps {
  readonly sorted: readonly Instant[]
  /** By the index of the first of the sorted dates that is later; the oldest first. */
  readonly gaps: ReadonlyMap<number, readonly { readonly item: Dated; readonly how: MadeDate }[]>
}

const gapsIn = (oldestFirst: readonly Dated[]): Gaps => {
  const dated = oldestFirst.flatMap(({ date }) => date ?? [])
  const places = placesAmong(dated)
  const gaps = new Map<number, { readonly item: Dated; readonly how: MadeDate }[]>()
  let before = 0
  let place: GapOf | undefined
  for (const item of oldestFirst) {
    if (item.date !== undefined) {
      before++
      places.pass(item.date)
      // Most have a date, and so has what follows.
      place = undefined
      continue
    }
    place ??= places.behind(before)
    const gap = gaps.get(place.at) ?? []
    gaps.set(place.at, gap)
    gap.push({ item, how: place.how })
  }
  return { sorted: places.sorted, gaps }
}

/** The oldest first. Some feeds begin with their first episode. */
const inTime = (items: readonly Dated[]): readonly Dated[] => {
  const inFeed = items.toSorted((a, b) => a.index - b.index)
  const dates = inFeed.flatMap(({ date }) => date ?? [])
  return dates[0]! < dates.at(-1)! ? inFeed : inFeed.toReversed()
}

interface GapOf {
  readonly at: number
  readonly how: MadeDate
}

/**
 * Between which dates an item goes that stands behind the first so many of these, the oldest first: where the fewest of all come to
 * stand on its other side, and beside the older one where several places are as good.
 */
const placesAmong = (dated: readonly Instant[]) => {
  const sorted = [...new Set(dated)].sort((a, b) => a - b)
  const indexOf = new Map(sorted.map((date, i) => [date, i]))
  const isInOrder = dated.every((date, i) => i === 0 || dated[i - 1]! < date)
  // Of each date: how many newer items have it, less the older ones.
  const balance = new Int32Array(sorted.length)
  for (const date of dated) balance[indexOf.get(date)!]!++
  const leastWrong = (before: number): number => {
    const above = before === 0 ? 0 : indexOf.get(dated[before - 1]!)! + 1
    if (isInOrder) return above
    // In front of all dates, every older item is on the wrong side.
    let wrong = before
    let best = wrong
    let at = 0
    for (let i = 0; i < sorted.length; i++) {
      wrong += balance[i]!
      if (wrong > best || (wrong === best && i + 1 !== above)) continue
      best = wrong
      at = i + 1
    }
    return at
  }
  return {
    sorted,
    /** From here on, the item of this date is an older one. */
    pass: (date: Instant): void => {
      balance[indexOf.get(date)!]! -= 2
    },
    behind: (before: number): GapOf => {
      const [older, newer] = [dated[before - 1], dated[before]]
      const at = leastWrong(before)
      const isBehind = older === undefined || (at > 0 && sorted[at - 1]! >= older)
      const isBefore = newer === undefined || (at < sorted.length && sorted[at]! <= newer)
      return { at, how: isBehind && isBefore ? 'in-place' : older === newer ? 'no-room' : 'beside' }
    },
  }
}
