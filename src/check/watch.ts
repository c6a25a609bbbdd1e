import type { Instant } from '../model.ts'

/** A clock that stands still, and remembers what it was asked for. */
export interface Watch {
  /** Whether an instant is now or was before. */
  readonly isPast: (instant: Instant) => boolean
  /** Between which instants every answer would have been the same: from the first on, and before the second. */
  readonly validity: () => { readonly from: Instant | undefined; readonly until: Instant | undefined }
}

export const watchAt = (now: Instant): Watch => {
  const asked: { from: Instant | undefined; until: Instant | undefined } = {
    from: undefined,
    until: undefined,
  }
  return {
    isPast: instant => {
      if (instant <= now) asked.from = Math.max(asked.from ?? instant, instant)
      else asked.until = Math.min(asked.until ?? instant, instant)
      return instant <= now
    },
    validity: () => ({ ...asked }),
  }
}
