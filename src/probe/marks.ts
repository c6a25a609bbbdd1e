import type { Lock } from '../model.ts'
import { FIRST_METHOD } from './fingerprint.ts'

/** What the lock shall know a recording by. */
export interface Marks {
  /** Whether fingerprints of the first method stand in the lock. */
  readonly hasFirst: boolean
  /** `first`: the recording's fingerprint of the first method, asked for where it matters. */
  readonly of: (stem: string, mark: string, first: () => string | undefined) => string
}

/**
 * A recording that the lock knows by a fingerprint of the first method keeps that; and so does the entry of an episode, so that
 * it is seen when its recording is another one: fingerprints of different methods say nothing of each other.
 */
export const marksOf = (lock: Lock | undefined): Marks => {
  const known = new Set(Object.values(lock?.episodes ?? {}).flatMap(({ fingerprint }) => fingerprint ?? []))
  const hasFirst = [...known].some(isFirst)
  return {
    hasFirst,
    of: (stem, mark, first) => {
      if (known.has(mark) || !hasFirst) return mark
      const before = first()
      if (before === undefined) return mark
      return known.has(before) || isFirst(lock?.episodes[stem]?.fingerprint ?? '') ? before : mark
    },
  }
}

const isFirst = (mark: string): boolean => mark.startsWith(FIRST_METHOD)
