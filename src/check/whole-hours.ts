/** Seconds. */
interface Timed {
  readonly start: number
  readonly end?: number
}

/** By how many hours all times are late, as where an editor counts from 01:00:00: only where none lies inside the recording, and without these hours all do. `tolerance`: seconds. */
export const hoursLate = (
  timed: readonly Timed[],
  duration: number,
  tolerance: number,
): number | undefined => {
  const first = timed.reduce((earliest, { start }) => Math.min(earliest, start), Number.POSITIVE_INFINITY)
  const last = timed.reduce((latest, { start, end }) => Math.max(latest, start, end ?? 0), 0)
  const hours = Math.floor(first / 3600)
  return hours > 0 && first >= duration && last - hours * 3600 <= duration + tolerance ? hours : undefined
}
