/** What counts as now, held against what the lock says is out: that stays out, whatever a clock says. */

import type { Instant, Lock, LockedEpisode } from '../../model.ts'

/** `now` was named as a moment to look at. */
export interface Look {
  /** What the clock says. */
  readonly clock: Instant
  /** The output goes to a folder that was named for it. */
  readonly isAside: boolean
}

export interface Moment {
  readonly now: Instant
  readonly look?: Look | undefined
  /** Whether `now` is SOURCE_DATE_EPOCH. */
  readonly isEpoch?: boolean | undefined
}

/** What of the published would not be in the feed yet. */
export interface Behind {
  readonly toldBy: 'look' | 'epoch'
  /** The output goes to a folder of its own, where it hurts nobody. */
  readonly isAside: boolean
  readonly now: Instant
  /** By date, newest first. */
  readonly episodes: readonly (readonly [stem: string, locked: LockedEpisode])[]
}

export interface Clock {
  readonly now: Instant
  /** A build that goes on all the same leaves the lock alone. */
  readonly behind: Behind | undefined
}

/** A clock that is behind the newest published episode counts as that date; a moment to look at stays what it is. */
export const clockOf = (lock: Lock | undefined, { now, look, isEpoch }: Moment): Clock => {
  const later = lock === undefined ? [] : outAfter(now, lock)
  const newest = later[0]
  if (newest === undefined) return { now, behind: undefined }
  if (look !== undefined)
    return { now, behind: { toldBy: 'look', isAside: look.isAside, now, episodes: later } }
  // Version 1 does not say what is out: what is later may as well be scheduled.
  if (lock?.version === 1)
    return { now, behind: isEpoch ? { toldBy: 'epoch', isAside: false, now, episodes: later } : undefined }
  return { now: Date.parse(newest[1].pubDate), behind: undefined }
}

const outAfter = (now: Instant, lock: Lock): Behind['episodes'] =>
  Object.entries(lock.episodes)
    .filter(([, { gone, scheduled, pubDate }]) => !gone && !scheduled && Date.parse(pubDate) > now)
    .sort(([, a], [, b]) => Date.parse(b.pubDate) - Date.parse(a.pubDate))
