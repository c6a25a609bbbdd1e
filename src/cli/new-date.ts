/** The day of a new episode. Pure. */

import type { Instant } from '../model.ts'
import { isTimeZone, parseDate, zoneClock } from '../units/instant.ts'

export interface NewDate {
  /** `2026-11-24`. */
  readonly day: string
  /** What it comes to, for whoever asked. */
  readonly meaning: string
}

export interface Calendar {
  readonly now: Instant
  /** IANA; none, or one that is none, is UTC. */
  readonly zone: string | undefined
  /** The hour at which an episode with a day only appears. */
  readonly publishAt: string | undefined
  /** Of the episodes that there are, as they are written. */
  readonly dates: readonly string[]
}

/** `2026-11-24`: the day that it is in the show's zone. */
export const today = (now: Instant, zone: string | undefined): string => {
  const offset = zone !== undefined && isTimeZone(zone) ? zoneClock(zone).offsetAt(now) : 0
  return new Date(now + offset).toISOString().slice(0, 10)
}

/** Today, or the first day after it that has no episode yet. */
export const nextFreeDay = (calendar: Calendar): NewDate => {
  const now = today(calendar.now, calendar.zone)
  const day = free(now, daysOf(calendar))
  return { day, meaning: meaningOf(day, calendar, takenWords(now, day)) }
}

/** Why it is not the first day. All from there to the day before the free one have an episode. */
const takenWords = (first: string, freeDay: string): string | undefined => {
  const days = numberOf(freeDay) - numberOf(first)
  if (days === 0) return undefined
  const last = after(freeDay, -1)
  if (days === 1) return 'today has an episode'
  return days === 2
    ? `today and tomorrow (${last}) have episodes`
    : `every day from today to ${last} has an episode`
}

/** The day that follows from how far the last episodes are apart; undefined where there are not two of them. */
export const nextInRhythm = (calendar: Calendar): NewDate | undefined => {
  const taken = daysOf(calendar)
  const days = [...taken].sort().slice(-LOOKED_AT)
  const last = days.at(-1)
  const gaps = days.slice(1).map((day, index) => numberOf(day) - numberOf(days[index]!))
  const gap = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
  if (last === undefined || gap === undefined) return undefined
  const isMonthly = gap >= 28 && gap <= 31
  const now = today(calendar.now, calendar.zone)
  let day = last
  // A show that has paused goes on by its weekday.
  for (let step = 1; day <= last || day < now; step++)
    day = isMonthly ? monthsLater(last, step) : after(last, step * gap)
  const rhythm = isMonthly ? 'a month' : gap === 1 ? 'a day' : `${gap} days`
  return {
    day: free(day, taken),
    meaning: meaningOf(day, calendar, `episodes are ${rhythm} apart`),
  }
}

/** Episodes, from the last one back, whose distance is the rhythm. */
const LOOKED_AT = 9
const DAY = 86_400_000

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const after = (day: string, days: number): string =>
  new Date((numberOf(day) + days) * DAY).toISOString().slice(0, 10)

const monthsLater = (day: string, months: number): string => {
  const [year, month, of] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(of, lastOfMonth))).toISOString().slice(0, 10)
}

const daysOf = ({ dates, zone, publishAt }: Calendar): ReadonlySet<string> =>
  new Set(
    dates.flatMap(written => {
      const parsed = parseDate(written, { zone, publishAt })
      return 'instant' in parsed ? [today(parsed.instant, zone)] : []
    }),
  )

const free = (day: string, taken: ReadonlySet<string>): string =>
  taken.has(day) ? free(after(day, 1), taken) : day

const meaningOf = (day: string, { now, zone, publishAt }: Calendar, why: string | undefined): string => {
  const parsed = parseDate(day, { zone, publishAt })
  const because = why === undefined ? '' : `, since ${why}`
  if ('problem' in parsed || parsed.instant <= now)
    return `It is dated ${day}${because}: it is in the feed from the next build on.`
  const known = zone !== undefined && isTimeZone(zone) ? zone : 'UTC'
  return `It is dated ${day}${because}: it appears with the first build after ${publishAt ?? '06:00'} that day (${known}).`
}
