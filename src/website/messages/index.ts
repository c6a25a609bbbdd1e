/** The languages of the pages. To add one is a file and a line. */

import type { Messages } from '../../fields/messages.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { enUs } from './en-us.ts'
import { fr } from './fr.ts'
import type { Words } from './words.ts'

export type { Phrase, Words } from './words.ts'

const languages: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['en-us', enUs],
  ['de', de],
  ['fr', fr],
])

/** The words of a language, of its main language, or English; `own`: those that the show says otherwise. */
export const wordsOf = (language: string, own: Messages = {}): Words => {
  const tag = language.toLowerCase().replaceAll('_', '-')
  const known = languages.get(tag) ?? languages.get(tag.split('-', 1)[0]!) ?? en
  const { months, shortMonths, longDate, shortDate, names, ...text } = own
  return {
    months: months ?? known.months,
    shortMonths: shortMonths ?? known.shortMonths,
    longDate: longDate ?? known.longDate,
    shortDate: shortDate ?? known.shortDate,
    text: { ...known.text, ...text },
    names: { ...known.names, ...names },
  }
}

/** `{name}` gives way to its value. */
export const filled = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole)

/** Of a category or a role. */
export const nameOf = (written: string, { names }: Words): string =>
  [written, written.toLowerCase()].flatMap(key => (Object.hasOwn(names, key) ? names[key]! : []))[0] ??
  written

/** By its tag, as people call it: `Portuguese, pt-BR`. */
export const languageName = (tag: string, words: Words): string => {
  const [main = ''] = tag.split(/[-_]/, 1)
  const name = nameOf(tag, words)
  if (name !== tag || main === tag) return name
  const known = nameOf(main, words)
  return known === main ? tag : `${known}, ${tag}`
}
