/** The runs of a CI schedule. */

import { Cron } from 'croner'
import type { Instant } from '../model.ts'

export interface Schedule {
  /** The first run at or after that moment; undefined where there is none within years. */
  readonly firstRun: (instant: Instant) => Instant | undefined
}

/**
 * Of five fields, as cron and GitHub write them. Undefined when it is no such expression. `zone`: IANA; GitHub runs its schedules
 * by UTC: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
 */
export const scheduleOf = (expression: string, zone: string): Schedule | undefined => {
  if (expression.trim().split(/\s+/).length !== 5) return undefined
  const cron = cronOf(expression.trim(), zone)
  return (
    cron && {
      // A run is asked for after a moment, and one at the moment itself lets the episode out.
      firstRun: instant => cron.nextRun(new Date(instant - 1))?.getTime(),
    }
  )
}

const cronOf = (expression: string, timezone: string): Cron | undefined => {
  try {
    return new Cron(expression, { timezone, paused: true, mode: '5-part' })
  } catch {
    return undefined
  }
}
