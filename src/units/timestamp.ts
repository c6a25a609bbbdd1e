/**
 * Moments within a recording, as Normal Play Time writes them (RFC 2326, section 3.6) and as people do:
 * `37`, `7:48`, `71:31`, `35:12.250`, `01:35:52`, `1:02:03,4`.
 */

/** May have a fraction. */
type Seconds = number

const CLOCK = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{0,9}))?$/
const PLAIN = /^(\d{1,9})(?:[.,](\d{0,9}))?$/

/** `[H:]MM:SS[.fff]`, with a point or a comma. Minutes pass 59 only where there are no hours. */
export function parseClock(text: string): Seconds | undefined {
  const [, hours, minutes, seconds, fraction = ''] = CLOCK.exec(text.trim()) ?? []
  if (minutes === undefined || seconds === undefined) return undefined
  if (Number(seconds) > 59 || (hours !== undefined && (Number(minutes) > 59 || minutes.length > 2)))
    return undefined
  return withFraction(Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds), fraction)
}

/** A clock time, or seconds alone. */
export function parseNpt(text: string): Seconds | undefined {
  const [, seconds, fraction = ''] = PLAIN.exec(text.trim()) ?? []
  return seconds === undefined ? parseClock(text) : withFraction(Number(seconds), fraction)
}

/** As text, so that no binary fraction creeps in: 62 + 0.4 need not be 62.4. */
const withFraction = (whole: number, fraction: string): Seconds => Number(`${whole}.${fraction || '0'}`)

/** `HH:MM:SS.mmm`, rounded to the millisecond: what Podlove Simple Chapters and WebVTT want. Nothing below zero. */
export function formatNpt(seconds: Seconds): string {
  const milliseconds = Math.max(0, Math.round(seconds * 1000))
  const whole = Math.floor(milliseconds / 1000)
  const { hours, minutes, rest } = parts(whole)
  return `${pad(hours)}:${pad(minutes)}:${pad(rest)}.${String(milliseconds % 1000).padStart(3, '0')}`
}

/** `MM:SS`, and `H:MM:SS` from an hour on; whole seconds, rounded down so that a link never lands too late. */
export function formatTimestamp(seconds: Seconds): string {
  const { hours, minutes, rest } = parts(Math.max(0, Math.floor(seconds)))
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${pad(minutes)}:${pad(rest)}`
}

/** Below this, whole seconds hide too much of a length. */
const SHORT = 10

/** How a length, and what is compared with it, are told: exactly where whole seconds would be the same, or nearly nothing. */
export const momentsBeside = (length: Seconds, moment: Seconds): ((seconds: Seconds) => string) =>
  length < SHORT || Math.floor(length) === Math.floor(moment) ? formatExactly : formatTimestamp

/** `0.98 s`; from a minute on `01:12.4`. To the millisecond, rounded down as `formatTimestamp` does. */
function formatExactly(seconds: Seconds): string {
  // However far it is: a file may say anything.
  if (seconds >= 60 && Number.isInteger(seconds)) return formatTimestamp(seconds)
  // What is left of a binary fraction is no millisecond less.
  const milliseconds = Math.max(0, Math.floor(seconds * 1000 + 1e-6))
  const fraction = String(milliseconds % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  const behind = fraction === '' ? '' : `.${fraction}`
  return milliseconds < 60_000
    ? `${Math.floor(milliseconds / 1000)}${behind} s`
    : `${formatTimestamp(milliseconds / 1000)}${behind}`
}

const parts = (whole: number) => ({
  hours: Math.floor(whole / 3600),
  minutes: Math.floor(whole / 60) % 60,
  rest: whole % 60,
})

const pad = (value: number): string => String(value).padStart(2, '0')
