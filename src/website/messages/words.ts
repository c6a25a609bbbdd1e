import type { Phrase } from '../../vocabulary/page-phrases.ts'

export type { Phrase }

export type Names = Readonly<Record<string, string>>

/** The words of the pages. `{name}` is a place for a value. A theme may change any of them, and a show add its own language. */
export interface Words {
  /** Twelve, from January; `D MMM` takes the short ones. */
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  /** D: the day, MMMM: the month, MMM: the month, short, YYYY: the year. */
  readonly longDate: string
  readonly shortDate: string
  readonly text: Readonly<Record<Phrase, string>>
  /** Apple's categories. What is not in one of these stays as it is. */
  readonly categories: Names
  /** Roles of people, by their English name in small letters; as a page has them, so with a capital where a label begins with one. */
  readonly roles: Names
  /** Languages, by their code. */
  readonly languages: Names
}
