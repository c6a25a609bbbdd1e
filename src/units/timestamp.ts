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

const parts = (whole: number) => ({
  hours: Math.floor(whole / 3600),
  minutes: Math.floor(whole / 60) % 60,
  rest: whole % 60,
})

const pad = (value: number): string => String(value).padStart(2, '0')
