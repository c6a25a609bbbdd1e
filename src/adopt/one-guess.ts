import type { Json } from '../table/field.ts'

export interface Guess {
  /** Our key. */
  readonly key: string
  readonly source: Json
  /** Why, in words, for a comment. */
  readonly why: string
  /** In how many files, where that was counted. */
  readonly count?: number
}

export const files = (count: number, of: number): string => `in ${count} of ${of} files`
