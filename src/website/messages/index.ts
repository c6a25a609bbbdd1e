/** The languages of the pages. To add one is a file and a line. */

import { de } from './de.ts'
import { en } from './en.ts'
import { enUs } from './en-us.ts'
import { fr } from './fr.ts'
import type { Words } from './words.ts'

export type { Phrase, Words } from './words.ts'
export { phrases } from './words.ts'

const languages: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['en-us', enUs],
  ['de', de],
  ['fr', fr],
])

/** The words of a language, of its main language, or English. */
export const wordsOf = (language: string): Words => {
  const tag = language.toLowerCase().replaceAll('_', '-')
  return languages.get(tag) ?? languages.get(tag.split('-', 1)[0]!) ?? en
}
