/** The clock of a place, by the IANA time zone database that Node carries. */

import { once } from './once.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
type Instant = number

const DAY = 86_400_000

/** A place's clock. Make one per build and zone: the Intl formatter inside costs more to make than a hundred readings. */
export interface ZoneClock {
  readonly zone: string
  /** Milliseconds that the local clock is ahead of UTC. */
  readonly offsetAt: (instant: Instant) => number
  /**
   * When the local clock shows `wall`, given as milliseconds as if it were UTC. A time that the clock skips is moved
   * forward by the gap; of a time that it shows twice, the first counts.
   */
  readonly instantOf: (wall: number) => Instant
}

/** Is it a name of the IANA time zone database that this Node knows? */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/** `zone` must be a name that `isTimeZone` takes: Intl throws a RangeError for any other. */
export const zoneClock = (zone: string): ZoneClock => {
  // Opening Intl takes 15 ms, and where nothing has changed nobody asks.
  const formatter = once(
    () =>
      new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      }),
  )
  const known = new Map<Instant, number>()
  const readOffset = (instant: Instant): number => {
    const [month, day, year, hour, minute, second] = formatter().format(instant).split(/\D+/).map(Number)
    const wall = Date.UTC(year!, month! - 1, day, hour, minute, second)
    return wall - Math.floor(instant / 1000) * 1000
  }
  // Several parts of a build ask for the same date, and Intl takes a hundredth of a millisecond for an answer.
  const offsetAt = (instant: Instant): number => {
    const offset = known.get(instant) ?? readOffset(instant)
    known.set(instant, offset)
    return offset
  }
  return { zone, offsetAt, instantOf: wall => resolveWall(wall, offsetAt) }
}

/** A day to either side lies beyond any offset, so both sides of a change that could matter are seen. */
const resolveWall = (wall: number, offsetAt: ZoneClock['offsetAt']): Instant => {
  const before = offsetAt(wall - DAY)
  const after = offsetAt(wall + DAY)
  if (before === after) return wall - before
  const shown = [wall - before, wall - after].filter(instant => instant + offsetAt(instant) === wall)
  return shown.length > 0 ? Math.min(...shown) : wall - before
}
