/** Dates as people write them, and as feeds write them. No zone or language of the machine plays a part. */

import { codePointName } from './text.ts'
import { isTimeZone, type ZoneClock, zoneClock } from './zone.ts'

export { isTimeZone, type ZoneClock, zoneClock } from './zone.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
type Instant = number

export type DateProblem = 'empty' | 'unreadable' | 'impossible' | 'weekday'

export type ParsedDate =
  | {
      readonly instant: Instant
      readonly form: 'instant' | 'zoneless' | 'date-only' | 'epoch'
      /** Nothing said which zone was meant, and UTC was taken. */
      readonly zoneAssumed?: boolean
    }
  | { readonly problem: DateProblem; readonly detail: string }

export interface DateReading {
  /** IANA name, or a clock made of one. Without it, or with a name that is none, UTC is assumed and said so. */
  readonly zone?: string | ZoneClock | undefined
  /** The time of day of a date without one: `HH:MM` or `HH:MM:SS`. Default 06:00. */
  readonly publishAt?: string | undefined
}

const DEFAULT_PUBLISH_AT = '06:00'
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
/** The names of https://www.rfc-editor.org/rfc/rfc2822#section-4.3, in hours. Other names mean different things to different readers. */
const NAMED_OFFSETS: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}
/** What a keyboard or a word processor puts in place of the ASCII character. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '：': ':',
  '∶': ':',
  '－': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '＋': '+',
  '／': '/',
  '，': ',',
  '．': '.',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u3000': ' ',
}

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`
const HALF = String.raw`(?:\s*(?<half>[AaPp])\.?[Mm]\.?)?`
const OFFSET = String.raw`\s*(?<offset>[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[A-Za-z]{1,5})?(?:\s*\([^()]*\))?`
const WEEKDAY = String.raw`(?:(?<weekday>[A-Za-z]{3,9})\.?,?\s+)?`
const MONTH = String.raw`(?<month>[A-Za-z]{3,9})\.?`
/** https://www.rfc-editor.org/rfc/rfc3339#section-5.6, and the looser forms that real shows write. */
const NUMERIC = new RegExp(
  String.raw`^(?<year>\d{4})(?<mark>[-/])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?:(?:[Tt]|\s+)${TIME}${OFFSET})?$`,
)
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/
/** https://www.rfc-editor.org/rfc/rfc2822#section-3.3 */
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(?<day>\d{1,2})\s+${MONTH},?\s+(?<year>\d{4}|\d{2}(?=\s+\d))(?:,?\s+${TIME}${HALF}${OFFSET})?$`,
)
const MONTH_FIRST = new RegExp(
  String.raw`^${WEEKDAY}${MONTH}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?:,?\s+(?:at\s+)?${TIME}${HALF}${OFFSET})?$`,
)
/** Digits only, in seconds or milliseconds from 1990 to 2100: outside that, a number is more likely something else. */
const EPOCH = /^\d{9,13}$/
const EPOCH_RANGE = { from: Date.UTC(1990), to: Date.UTC(2100) }

/** A year before it is a slip, as in `0026-05-09`; and Date.UTC would read two digits as 19xx. */
const EARLIEST_YEAR = 1900

/** Longer text is no date, and no pattern should have to find that out. */
const LONGEST = 80

/** A date or an instant in the forms of ISO 8601, RFC 3339, RFC 2822, English prose and Unix time. */
export const parseDate = (text: string, reading: DateReading = {}): ParsedDate => {
  const written = text.trim()
  if (written === '') return { problem: 'empty', detail: 'nothing is written' }
  if (written.length > LONGEST) return unreadable(`${written.length} characters are too many for a date`)
  const foreign = foreignCharacter(written)
  if (foreign) return unreadable(foreign)
  if (EPOCH.test(written)) return fromEpoch(written)
  const pattern = [NUMERIC, COMPACT, DAY_FIRST, MONTH_FIRST].find(form => form.test(written))
  const parts = pattern?.exec(written)?.groups
  return parts ? fromParts(parts, reading) : unreadable('it has none of the forms that a date has')
}

const unreadable = (detail: string): ParsedDate => ({ problem: 'unreadable', detail })
const impossible = (detail: string): ParsedDate => ({ problem: 'impossible', detail })

const foreignCharacter = (written: string): string | undefined => {
  const found = /[^\p{ASCII}]/u.exec(written)?.[0]
  if (found === undefined) return undefined
  const meant = LOOKALIKES[found] ?? fullWidthDigit(found)
  const named = `"${found}" (${codePointName(found)})`
  return meant === undefined
    ? `${named} has no place in a date`
    : `there is ${named} where "${meant}" was expected`
}

const fullWidthDigit = (character: string): string | undefined =>
  character >= '０' && character <= '９' ? String(character.charCodeAt(0) - '０'.charCodeAt(0)) : undefined

const fromEpoch = (digits: string): ParsedDate => {
  const number = Number(digits)
  const instant = [number * 1000, number].find(ms => ms >= EPOCH_RANGE.from && ms < EPOCH_RANGE.to)
  return instant === undefined
    ? unreadable(`${digits} is not a Unix time from 1990 to 2100`)
    : { instant, form: 'epoch' }
}

type Parts = Readonly<Record<string, string | undefined>>

const fromParts = (parts: Parts, reading: DateReading): ParsedDate => {
  const month = monthNumber(parts.month!)
  if (month === undefined) return unreadable(`"${parts.month}" is not an English month`)
  const year = fullYear(parts.year!)
  if (year < EARLIEST_YEAR) return impossible(`the year ${parts.year} is long before any recording`)
  const day = dayStart(year, month, Number(parts.day))
  if (day === undefined) return impossible(noDay(parts, month))
  const weekday = wrongWeekday(parts.weekday, day)
  if (weekday) return weekday
  const zone = clockOf(reading.zone)
  const assumed = zone ? {} : { zoneAssumed: true }
  if (parts.hour === undefined) {
    const time = timeOfDay(reading.publishAt ?? DEFAULT_PUBLISH_AT)
    return { instant: localInstant(day + time, zone), form: 'date-only', ...assumed }
  }
  const time = timeFromParts(parts)
  if (time === undefined) return impossible(`no clock shows ${parts.hour}:${parts.minute}${second(parts)}`)
  if (parts.offset === undefined)
    return { instant: localInstant(day + time, zone), form: 'zoneless', ...assumed }
  const offset = offsetMilliseconds(parts.offset)
  return typeof offset === 'string' ? unreadable(offset) : { instant: day + time - offset, form: 'instant' }
}

const second = (parts: Parts): string => (parts.second === undefined ? '' : `:${parts.second}`)

const noDay = ({ day, year }: Parts, month: number): string =>
  MONTHS[month - 1] === undefined
    ? `there is no month ${month}`
    : `${MONTHS[month - 1]} ${year} has no day ${Number(day)}`

/** 1 to 12, of a number or of an English name with at least its first three letters. */
const monthNumber = (text: string): number | undefined => {
  if (/^\d+$/.test(text)) return Number(text)
  const name = text.toLowerCase()
  const index = name === 'sept' ? 8 : MONTHS.findIndex(m => m.toLowerCase() === name || shortName(m) === name)
  return index < 0 ? undefined : index + 1
}

const shortName = (name: string): string => name.slice(0, 3).toLowerCase()

/** Two digits as https://www.rfc-editor.org/rfc/rfc2822#section-4.3 reads them. */
const fullYear = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 50 ? 2000 : 1900)

const dayStart = (year: number, month: number, day: number): number | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.getTime() : undefined
}

const wrongWeekday = (written: string | undefined, day: number): ParsedDate | undefined => {
  if (written === undefined) return undefined
  const actual = WEEKDAYS[new Date(day).getUTCDay()]!
  const name = written.toLowerCase()
  const index = WEEKDAYS.findIndex(w => w.toLowerCase().startsWith(name))
  if (index < 0) return unreadable(`"${written}" is not an English weekday`)
  if (WEEKDAYS[index] === actual) return undefined
  return { problem: 'weekday', detail: `${longDate(day)} is a ${actual}, not a ${WEEKDAYS[index]}` }
}

/** Milliseconds since midnight; undefined when no clock shows it. */
const timeFromParts = ({ hour, minute, second, fraction, half }: Parts): number | undefined => {
  const hours = half === undefined ? Number(hour) : twelveHour(Number(hour), half)
  if (hours === undefined || hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  const milliseconds = Number((fraction ?? '').padEnd(3, '0').slice(0, 3))
  return ((hours * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000 + milliseconds
}

const twelveHour = (hour: number, half: string): number | undefined =>
  hour < 1 || hour > 12 ? undefined : (hour % 12) + (/p/i.test(half) ? 12 : 0)

const CLOCK_TIME = new RegExp(`^${TIME}$`)

/** `HH:MM` or `HH:MM:SS`, as `publishAt` is written. */
export const isTimeOfDay = (text: string): boolean => {
  const parts = CLOCK_TIME.exec(text.trim())?.groups
  return parts !== undefined && timeFromParts(parts) !== undefined
}

const timeOfDay = (text: string): number => {
  const parts = CLOCK_TIME.exec(text.trim())?.groups ?? CLOCK_TIME.exec(DEFAULT_PUBLISH_AT)!.groups!
  return timeFromParts(parts) ?? timeOfDay(DEFAULT_PUBLISH_AT)
}

/** Ahead of UTC; a text says why it cannot be read. */
const offsetMilliseconds = (text: string): number | string => {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? []
  if (sign === undefined) {
    const named = NAMED_OFFSETS[text.toUpperCase()]
    return named === undefined ? `the zone "${text}" is not one that every reader knows` : named * 3_600_000
  }
  if (Number(hours) > 15 || Number(minutes) > 59) return `no zone is ${text} away from UTC`
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

const localInstant = (wall: number, clock: ZoneClock | undefined): Instant => clock?.instantOf(wall) ?? wall

const clockOf = (zone: string | ZoneClock | undefined): ZoneClock | undefined =>
  typeof zone === 'string' ? (isTimeZone(zone) ? zoneClock(zone) : undefined) : zone

/** `Sat, 09 May 2026 06:00:00 +0000`. Whole seconds: the form has no more. */
export const formatRfc2822 = (instant: Instant): string =>
  new Date(instant).toUTCString().replace('GMT', '+0000')

/** `2026-05-09T06:00:00Z`; milliseconds are written only where there are any. */
export const formatRfc3339 = (instant: Instant): string =>
  new Date(instant).toISOString().replace('.000Z', 'Z')

/** `9 May 2026`, as it was in that zone; in UTC, if the name is none. */
export const formatLongDate = (instant: Instant, zone: string | ZoneClock): string =>
  longDate(instant + (clockOf(zone)?.offsetAt(instant) ?? 0))

const longDate = (wall: number): string => {
  const date = new Date(wall)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}
