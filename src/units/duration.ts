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

/** `0:07`, `56:10`, `1:02:03`: as the pages of directories show it. Rounded to whole seconds. */
export const formatClock = (seconds: Seconds): string => {
  const whole = Math.max(0, Math.round(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const rest = twoDigits(whole % 60)
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')
