import type { Seconds } from '../model.ts'
import { parseClock } from '../units/timestamp.ts'

export interface Timing {
  readonly start: Seconds
  readonly end: Seconds
  /** `strict`: as the format writes it; the others are read all the same. */
  readonly form: 'strict' | 'other-separator' | 'loose'
}

/** The character before the milliseconds. */
export type Separator = '.' | ','

const TIME = /^(?:\d{2,4}:)?[0-5]\d:[0-5]\d[.,]\d{3}$/
const ARROW = '-->'

export const hasArrow = (line: string): boolean => line.includes(ARROW)

/** `00:00:01.000 --> 00:00:04.000`, whatever settings follow. Undefined when it holds no two times. */
export function parseTiming(line: string, separator: Separator): Timing | undefined {
  const arrow = line.indexOf(ARROW)
  if (arrow < 0) return undefined
  const from = line.slice(0, arrow).trim()
  const to =
    line
      .slice(arrow + ARROW.length)
      .trim()
      .split(/[ \t]/, 1)[0] ?? ''
  const start = parseClock(from)
  const end = parseClock(to)
  if (start === undefined || end === undefined) return undefined
  return { start, end, form: formOf([from, to], separator) }
}

function formOf(times: readonly string[], separator: Separator): Timing['form'] {
  if (!times.every(time => TIME.test(time))) return 'loose'
  // SRT always writes the hours, WebVTT may leave them out.
  if (separator === ',' && times.some(time => time.length < 12)) return 'loose'
  return times.every(time => time.at(-4) === separator) ? 'strict' : 'other-separator'
}
