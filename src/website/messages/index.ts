/** The languages of the pages. To add one is a file and a line. */

import type { Messages } from '../../fields/messages.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { enUs } from './en-us.ts'
import { fr } from './fr.ts'
import type { Names, Words } from './words.ts'

export type { Phrase, Words } from './words.ts'

const known: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['en-us', enUs],
  ['de', de],
  ['fr', fr],
])

/** The words of a language, of its main language, or English; `own`: those that the show says otherwise. */
export const wordsOf = (language: string, own: Messages = {}): Words => {
  const tag = language.toLowerCase().replaceAll('_', '-')
  const ours = known.get(tag) ?? known.get(tag.split('-', 1)[0]!) ?? en
  const { months, shortMonths, longDate, shortDate, categories, roles, languages, ...text } = own
  return {
    months: months ?? ours.months,
    shortMonths: shortMonths ?? ours.shortMonths,
    longDate: longDate ?? ours.longDate,
    shortDate: shortDate ?? ours.shortDate,
    text: { ...ours.text, ...text },
    categories: { ...ours.categories, ...categories },
    roles: { ...ours.roles, ...roles },
    languages: { ...ours.languages, ...languages },
  }
}

/** `{name}` gives way to its value. */
export const filled = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole)

const nameIn = (names: Names, written: string): string | undefined =>
  [written, written.toLowerCase()].flatMap(key => (Object.hasOwn(names, key) ? names[key]! : []))[0]

export const categoryName = (written: string, { categories }: Words): string =>
  nameIn(categories, written) ?? written

/** As a label begins: "Host". What has capitals of its own, such as "iOS developer", stays as it is. */
export const roleName = (written: string, { roles }: Words): string =>
  nameIn(roles, written) ?? written.replace(/^\p{Ll}(?=\p{Ll}*(?!\p{L}))/u, letter => letter.toUpperCase())

/** By its tag, as people call it: `Portuguese, pt-BR`. */
export const languageName = (tag: string, { languages }: Words): string => {
  const [main = ''] = tag.split(/[-_]/, 1)
  const name = nameIn(languages, tag)
  if (name !== undefined || main === tag) return name ?? tag
  const language = nameIn(languages, main)
  return language === undefined ? tag : `${language}, ${tag}`
}
