import type { Phrase } from '../../vocabulary/page-phrases.ts'

export type { Phrase }

/** The words of the pages. `{name}` is a place for a value. A theme may change any of them, and a show add its own language. */
export interface Words {
  /** Twelve, from January; `D MMM` takes the short ones. */
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  /** D: the day, MMMM: the month, MMM: the month, short, YYYY: the year. */
  readonly longDate: string
  readonly shortDate: string
  readonly text: Readonly<Record<Phrase, string>>
  /** Of Apple's categories, of roles (in small letters) and of languages (by their code). What is not here stays as it is. */
  readonly names: Readonly<Record<string, string>>
}
