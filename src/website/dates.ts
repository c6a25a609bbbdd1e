/** Days as they were where the show is made, in the words of a messages file: the same on every Node. */

import type { Instant } from '../model.ts'
import { isTimeZone, zoneClock } from '../units/zone.ts'
import type { Words } from './messages/index.ts'

export interface DateView {
  /** 9 May 2026 */
  readonly long: string
  readonly short: string
  /** 2026-05-09 */
  readonly day: string
  readonly year: string
}

export const datesIn = (zone: string | undefined, words: Words): ((instant: Instant) => DateView) => {
  const clock = zone !== undefined && isTimeZone(zone) ? zoneClock(zone) : undefined
  return instant => {
    const there = new Date(instant + (clock?.offsetAt(instant) ?? 0))
    const parts = { day: there.getUTCDate(), month: there.getUTCMonth(), year: there.getUTCFullYear() }
    return {
      long: written(words.longDate, parts, words),
      short: written(words.shortDate, parts, words),
      day: there.toISOString().slice(0, 10),
      year: `${parts.year}`,
    }
  }
}

interface Parts {
  readonly day: number
  /** From 0. */
  readonly month: number
  readonly year: number
}

const written = (pattern: string, { day, month, year }: Parts, words: Words): string =>
  pattern.replace(/\[([^\]]*)\]|YYYY|MMMM|MMM|MM|M|DD|D/g, (part, literal?: string) => {
    if (literal !== undefined) return literal
    switch (part) {
      case 'YYYY':
        return `${year}`
      case 'MMMM':
        return words.months[month]!
      case 'MMM':
        return words.shortMonths[month]!
      case 'MM':
        return two(month + 1)
      case 'M':
        return `${month + 1}`
      case 'DD':
        return two(day)
      default:
        return `${day}`
    }
  })

const two = (number: number): string => `${number}`.padStart(2, '0')

/** The day of `YYYY-MM-DD` by a pattern; undefined for anything else, such as `now`: the pages know no clock. */
export const dayBy = (text: string, pattern: string, words: Words): string | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? []
  const index = Number(month) - 1
  return year === undefined || words.months[index] === undefined
    ? undefined
    : written(pattern, { year: Number(year), month: index, day: Number(day) }, words)
}

/** `56:10`, `1:02:03`. */
export const clockTime = (seconds: number): string => {
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`
}

/** ISO 8601: `PT56M10S`. */
export const isoDuration = (seconds: number): string => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', rest > 0 ? `${rest}S` : '']
  return `PT${parts.join('') || '0S'}`
}
