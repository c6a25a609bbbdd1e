import { counted } from '../report/counts.ts'

/** A feed that cannot be read. */
export interface Unread {
  /** `--lenient` reads it. */
  readonly isMendable: boolean
  /** Faults beside what is in the way, which `--lenient` has understood. */
  readonly repairable: number
}

/** What `--lenient` would do, or could not do alone; undefined where it does not help. */
export const lenientText = (unread: readonly Unread[]): string | undefined => {
  if (unread.every(({ isMendable }) => isMendable))
    return 'To read it as far as it can be understood, run it with `--lenient`.'
  const repairable = unread.reduce((sum, one) => sum + one.repairable, 0)
  return repairable === 0
    ? undefined
    : `${counted(repairable, 'other fault')} would be repaired once the above is mended.`
}
