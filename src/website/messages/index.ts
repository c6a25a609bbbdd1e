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
  const { months, shortMonths, longDate, shortDate, ...text } = own
  return {
    months: months ?? known.months,
    shortMonths: shortMonths ?? known.shortMonths,
    longDate: longDate ?? known.longDate,
    shortDate: shortDate ?? known.shortDate,
    text: { ...known.text, ...text },
  }
}
