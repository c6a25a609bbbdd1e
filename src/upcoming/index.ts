/** What goes live when, and by which run of a schedule. */

import type { Instant } from '../model.ts'
import type { Coming } from '../podcast.ts'
import type { Schedule } from './cron.ts'

export { type Schedule, scheduleOf } from './cron.ts'

export interface Due extends Coming {
  /** When the schedule lets it out; undefined where it never does, or where there is no schedule. */
  readonly run: Instant | undefined
  /** Milliseconds from its time to that run. */
  readonly wait: number | undefined
  readonly isLate: boolean
}

/** Nobody minds an hour: CI services start their runs late themselves. Milliseconds. */
export const slack = 3_600_000

/** In order of time. */
export const dueOf = (coming: readonly Coming[], schedule: Schedule | undefined): readonly Due[] =>
  [...coming]
    .sort((a, b) => a.instant - b.instant)
    .map(one => {
      const run = schedule?.firstRun(one.instant)
      const wait = run === undefined ? undefined : run - one.instant
      return { ...one, run, wait, isLate: schedule !== undefined && (wait === undefined || wait > slack) }
    })
