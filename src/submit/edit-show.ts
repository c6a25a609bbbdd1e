/** What is written into show.md once a directory has answered, and nothing else in it changes. */

import type { Edit } from '../diagnostic.ts'
import { appendItem, applyEdits, insertText, removeEntry, replaceScalar } from '../load/edits.ts'
import { doubleQuoted, quoteScalar } from '../load/front-matter/quote.ts'
import { type FrontMatter, readFrontMatter, type Written, type WrittenMap } from '../load/front-matter.ts'
import { directoryOf } from './directories.ts'

export type Change =
  /** A page of the show. Of a directory that has one already, it takes its place. */
  | { readonly kind: 'listed'; readonly url: string; readonly name?: string }
  /** Apple's code. */
  | { readonly kind: 'verify'; readonly code: string }
  /** A code for anybody else. */
  | { readonly kind: 'txt'; readonly code: string }
  | { readonly kind: 'owner'; readonly email: string }
  /** Codes and addresses are out again once the show is claimed. */
  | { readonly kind: 'without'; readonly what: 'codes' | 'owner' }

/** The text with these changes, or the first of them that has to be made by hand. */
export const editShow = (
  text: string,
  changes: readonly Change[],
): { readonly text: string } | { readonly byHand: Change } => {
  let now = text
  for (const change of changes) {
    const next = changed(now, change)
    if (next === undefined) return { byHand: change }
    now = next
  }
  return { text: now }
}

/** What somebody has to write where it cannot be done without changing more than that. */
export const byHandText = (change: Change): string => {
  switch (change.kind) {
    case 'listed':
      return `\`${change.url}\` to \`listings\``
    case 'verify':
      return `\`verify: ${change.code}\``
    case 'txt':
      return `\`txt: { purpose: verify, value: ${change.code} }\``
    case 'owner':
      return `\`owner: { email: ${change.email} }\``
    case 'without':
      return change.what === 'owner' ? '`owner`' : '`verify`, and the codes of `txt`'
  }
}

const changed = (text: string, change: Change): string | undefined => {
  const matter = readFrontMatter(text)
  switch (change.kind) {
    case 'listed':
      return withListing(text, matter, change)
    case 'verify':
      return withScalar(text, matter, 'verify', change.code)
    case 'txt':
      return withCode(text, matter, change.code)
    case 'owner':
      return withOwner(text, matter, change.email)
    case 'without':
      return change.what === 'owner' ? without(text, ['owner']) : withoutCodes(text)
  }
}

type Edits = readonly Edit[] | undefined

const applied = (text: string, edits: Edits): string | undefined =>
  edits === undefined ? undefined : applyEdits(text, edits).text

const withScalar = (text: string, matter: FrontMatter, key: string, value: string): string | undefined => {
  const there = matter.data[key]
  if (there === value) return text
  return applied(
    text,
    there === undefined ? insertText(matter, key, quoteScalar(value)) : replaceScalar(matter, [key], value),
  )
}

const listOf = (written: Written | undefined): readonly Written[] =>
  written === undefined || written === '' ? [] : Array.isArray(written) ? written : [written]

/** Where a value of a list stands: a list of one may be written without one. */
const pathTo = (written: Written | undefined, key: string, index: number): readonly (string | number)[] =>
  Array.isArray(written) ? [key, index] : [key]

const fieldOf = (one: Written | undefined, key: string): string | undefined => {
  const value = isMap(one) ? one[key] : undefined
  return typeof value === 'string' ? value : undefined
}

const isMap = (one: Written | undefined): one is WrittenMap => typeof one === 'object' && !Array.isArray(one)

const withListing = (
  text: string,
  matter: FrontMatter,
  { url, name }: Change & { readonly kind: 'listed' },
): string | undefined => {
  const written = matter.data.listings
  const pages = listOf(written).map(one => (typeof one === 'string' ? one : fieldOf(one, 'url')))
  if (pages.includes(url)) return text
  const directory = directoryOf(url)
  const at = directory === undefined ? -1 : pages.findIndex(page => page && directoryOf(page) === directory)
  if (at >= 0) {
    const path = pathTo(written, 'listings', at)
    const isLong = isMap(listOf(written)[at])
    return applied(text, replaceScalar(matter, isLong ? [...path, 'url'] : path, url))
  }
  const item = name === undefined ? inFlow(url) : `{ url: ${inFlow(url)}, name: ${inFlow(name)} }`
  return applied(text, appendItem(matter, 'listings', item))
}

const withCode = (text: string, matter: FrontMatter, code: string): string | undefined => {
  const isThere = listOf(matter.data.txt).some(
    one => fieldOf(one, 'purpose') === 'verify' && fieldOf(one, 'value') === code,
  )
  return isThere
    ? text
    : applied(text, appendItem(matter, 'txt', `{ purpose: verify, value: ${inFlow(code)} }`))
}

const withOwner = (text: string, matter: FrontMatter, email: string): string | undefined => {
  const written = matter.data.owner
  if (written === undefined) return applied(text, insertText(matter, 'owner', `{ email: ${inFlow(email)} }`))
  if (fieldOf(written, 'email') === email) return text
  return applied(text, replaceScalar(matter, ['owner', 'email'], email))
}

const PURPOSES: ReadonlySet<string | undefined> = new Set(['verify', 'applepodcastsverify'])

const withoutCodes = (text: string): string | undefined => {
  const written = readFrontMatter(text).data.txt
  const codes = listOf(written).flatMap((one, at) =>
    PURPOSES.has(fieldOf(one, 'purpose')) ? [pathTo(written, 'txt', at)] : [],
  )
  // The last one first, so that the places of the others stay.
  return [...codes.reverse(), ['verify']].reduce<string | undefined>(
    (now, path) => (now === undefined ? undefined : without(now, path)),
    text,
  )
}

/** What is not there is out already. */
const without = (text: string, path: readonly (string | number)[]): string | undefined => {
  const matter = readFrontMatter(text)
  if (matter.data[String(path[0])] === undefined) return text
  return applied(text, removeEntry(matter, path))
}

/** Between braces and brackets these end a value. */
const inFlow = (value: string): string => (/[,[\]{}]/.test(value) ? doubleQuoted(value) : quoteScalar(value))
