/** Lengths of time: from the forms that people write, and to the form that directories show. */

/** May have a fraction. */
type Seconds = number

export type ParsedDuration =
  | { readonly seconds: Seconds }
  | { readonly problem: 'empty' | 'unreadable' | 'out-of-range'; readonly detail: string }

/** Nine digits are 31 years: enough for a podcast, and still exact as a number with a fraction. */
const SECONDS = /^\d{1,9}(?:\.\d{1,9})?$/
const CLOCK = /^(?:(\d{1,4}):)?(\d{1,5}):(\d{2})$/
/** https://www.rfc-editor.org/rfc/rfc3339#appendix-A, hours to seconds only: a day is not always 24 hours. */
const ISO_8601 = /^PT(?=\d)(?:(\d{1,5})H)?(?:(\d{1,7})M)?(?:(\d{1,9}(?:[.,]\d{1,9})?)S)?$/i

/**
 * Takes `H:MM:SS`, `M:SS` (minutes may exceed 59), seconds with or without a fraction, and `PT1H57M28S`;
 * white space and one pair of quotes around it do not matter.
 */
export const parseDuration = (text: string): ParsedDuration => {
  const written = unquote(text.trim())
  if (written === '') return { problem: 'empty', detail: 'nothing is written' }
  if (SECONDS.test(written)) return { seconds: Number(written) }
  const clock = CLOCK.exec(written)
  if (clock) return fromClock(clock[1], clock[2]!, clock[3]!)
  const iso = ISO_8601.exec(written)
  if (iso) return { seconds: fromIso(iso) }
  return { problem: 'unreadable', detail: `"${written}" is not a length of time` }
}

const unquote = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2]?.trim() ?? text

const fromClock = (hours: string | undefined, minutes: string, seconds: string): ParsedDuration => {
  if (Number(seconds) > 59) return { problem: 'out-of-range', detail: `${seconds} seconds are over 59` }
  if (hours !== undefined && (minutes.length > 2 || Number(minutes) > 59)) {
    return { problem: 'out-of-range', detail: `${minutes} minutes are over 59` }
  }
  return { seconds: Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) }
}

const fromIso = ([, hours, minutes, seconds]: RegExpExecArray): Seconds =>
  Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number((seconds ?? '0').replace(',', '.'))

/** `1:05:3`, `01:02:03.7` */
const LOOSE_CLOCK = /^(\d{1,4}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)$/
/** `62:03.7`; of two digits behind the point nobody knows whether they are the seconds: `1:18.00`. */
const SHORT_CLOCK = /^()(\d{1,5}):(\d{2}\.(?:\d|\d{3,9}))$/
/** `45;11`, `1h05` */
const MARKED = /^(\d{1,3})([;h])(\d{2})$/i
const UNIT = '(?:h|hrs?|hours?|std|stunden?|m|mins?|minutes?|minuten|s|secs?|seconds?|sek|sekunden?)'
const PART = `\\d{1,5}\\s?${UNIT}(?![a-z])\\.?`
/** `54 min`, `1h 5m`, `1 hour and 5 minutes`, `1 Std. 5 Min.` */
const WORDS = new RegExp(`^${PART}(?:(?:,?\\s?|\\s(?:and|und)\\s)${PART}){0,2}$`, 'i')

/** What people understand by a length of time that apps cannot read. Undefined where apps can, and where it may mean another one too. */
export const meantDuration = (text: string): Seconds | undefined => {
  const written = unquote(text.trim())
  const [, hours = '', minutes = '', seconds = ''] =
    LOOSE_CLOCK.exec(written) ?? SHORT_CLOCK.exec(written) ?? partsMarked(written) ?? partsInWords(written)
  if (minutes === '' || CLOCK.test(written)) return undefined
  const isInRange = Number(seconds) < 60 && (hours === '' || Number(minutes) < 60)
  return isInRange ? Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) : undefined
}

/** Like those of a clock: the whole, hours, minutes, seconds. */
type ClockParts = readonly string[]

const partsMarked = (written: string): ClockParts | undefined => {
  const [, first = '', mark, second = ''] = MARKED.exec(written) ?? []
  if (mark === undefined) return undefined
  return mark === ';' ? [written, '', first, second] : [written, first, second, '0']
}

const partsInWords = (written: string): ClockParts => {
  if (!WORDS.test(written)) return []
  const found = [...written.matchAll(/(\d+)\s?(st|[hms])/gi)].map(
    ([, number = '', unit = '']): [unit: string, number: string] => [
      unit.toLowerCase().replace('st', 'h'),
      number,
    ],
  )
  const units = found.map(([unit]) => unit).join('')
  if (!/^h?m?s?$/.test(units)) return []
  const { h = '', m = '0', s = '0' }: Partial<Record<string, string>> = Object.fromEntries(found)
  // `90 s` is as plain as `90 min`.
  return units === 's'
    ? [written, '', String(Math.floor(Number(s) / 60)), String(Number(s) % 60)]
    : [written, h, m, s]
}

/** `0:07`, `56:10`, `1:02:03`: as the pages of directories show it. Rounded to whole seconds. */
export const formatClock = (seconds: Seconds): string => {
  const whole = Math.max(0, Math.round(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const rest = twoDigits(whole % 60)
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')
