/** A category against Apple's list: right, or what is wrong with it and what was probably meant. */

import type { Category } from '../../../fields/categories.ts'
import { typedPlainly } from '../../../units/plain-typing.ts'
import { nearest } from '../../../units/text.ts'
import { categories, renamedCategories, retiredCategories } from '../../../vocabulary/categories.ts'

export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'empty' }
  /** `meant` is the one right form; without one, `near` are those that it may be, or `parent` is at least known. */
  | {
      readonly kind: 'unknown'
      readonly meant?: string | undefined
      readonly near?: readonly string[] | undefined
      readonly parent?: string | undefined
    }
  | { readonly kind: 'misplaced'; readonly meant: string; readonly parent: string }
  | { readonly kind: 'retired'; readonly successors: readonly string[] }
  | { readonly kind: 'renamed'; readonly former: string }

export const judgeCategory = ({ name, sub }: Category): Verdict => {
  if (name === '' || sub === '') return { kind: 'empty' }
  const written = nameOf(name, sub)
  const former = Object.hasOwn(renamedCategories, written) ? renamedCategories[written] : undefined
  if (former !== undefined) return { kind: 'renamed', former }
  if (isCategory(name, sub)) return { kind: 'right' }
  const successors = retired(name, sub)
  if (successors !== undefined) return { kind: 'retired', successors }
  return sub === undefined ? judgeName(name) : judgePair(name, sub)
}

export const nameOf = (name: string, sub?: string): string => (sub === undefined ? name : `${name} > ${sub}`)

/** The category that these are the words of, whatever their capitals, spaces and marks; a subcategory may stand alone. Nothing is guessed. */
export const categorySpelt = (written: string): string | undefined => {
  const wanted = unmarked(written)
  const levelled = levels.flat()
  return (
    levelled.find(one => unmarked(one.written) === wanted) ??
    levelled.find(one => unmarked(one.name) === wanted)
  )?.written
}

const unmarked = (written: string): string => fold(written).replace(/[>:/|]/g, '')

const parents = Object.keys(categories)

const isCategory = (name: string, sub: string | undefined): boolean => {
  const subs = Object.hasOwn(categories, name) ? categories[name] : undefined
  return subs !== undefined && (sub === undefined || subs.includes(sub))
}

/** What people vary without meaning another word. */
const fold = (name: string): string =>
  (typedPlainly(name)?.text ?? name)
    .toLowerCase()
    .replaceAll('&amp;', '&')
    .replace(/\band\b/g, '&')
    .replace(/[\s_-]+/g, '')

const same = (name: string, names: readonly string[]): string | undefined =>
  names.find(one => fold(one) === fold(name))

const retired = (name: string, sub: string | undefined): readonly string[] | undefined => {
  const found = same(nameOf(name, sub), Object.keys(retiredCategories))
  if (found !== undefined) return retiredCategories[found]
  // A parent that was given up takes its subcategories with it.
  const parent = sub === undefined ? undefined : same(name, Object.keys(retiredCategories))
  return parent === undefined || same(name, parents) !== undefined ? undefined : retiredCategories[parent]
}

const parentOf = (sub: string): { readonly parent: string; readonly sub: string } | undefined => {
  for (const [parent, subs] of Object.entries(categories)) {
    const found = same(sub, subs)
    if (found !== undefined) return { parent, sub: found }
  }
  return undefined
}

const judgeName = (name: string): Verdict => {
  const parent = same(name, parents)
  if (parent !== undefined) return { kind: 'unknown', meant: parent }
  const home = parentOf(name)
  if (home !== undefined)
    return { kind: 'misplaced', meant: nameOf(home.parent, home.sub), parent: home.parent }
  const mark = name.search(/[:/|]/)
  const meant = mark < 0 ? undefined : meantBy(name.slice(0, mark), name.slice(mark + 1))
  return meant === undefined ? unknown(nearIn(levels, name)) : { kind: 'unknown', meant }
}

const unknown = (near: readonly string[]): Verdict =>
  near.length === 1 ? { kind: 'unknown', meant: near[0] } : { kind: 'unknown', near }

const meantBy = (name: string, sub: string): string | undefined => {
  const parent = same(name, parents)
  const found = parent === undefined ? undefined : same(sub, categories[parent]!)
  return parent === undefined || found === undefined ? undefined : nameOf(parent, found)
}

const judgePair = (name: string, sub: string): Verdict => {
  const meant = meantBy(name, sub)
  if (meant !== undefined) return { kind: 'unknown', meant }
  const home = parentOf(sub)
  if (home !== undefined)
    return { kind: 'misplaced', meant: nameOf(home.parent, home.sub), parent: home.parent }
  const [parent, ...others] = nearIn([parents.map(one => ({ name: one, written: one }))], name)
  const within = parent === undefined || others.length > 0 ? [] : nearIn([subsOf(parent)], sub)
  if (within.length > 0) return unknown(within)
  // The two may be the wrong way round, or the second under another parent.
  const turned = meantBy(sub, name)
  if (turned !== undefined) return { kind: 'unknown', meant: turned }
  const top = same(sub, parents)
  if (top !== undefined) return unknown([...new Set([...(parent === undefined ? [] : [parent]), top])])
  const elsewhere = nearIn([Object.keys(categories).flatMap(subsOf)], sub)
  if (elsewhere.length > 0) return unknown(elsewhere)
  if (parent === undefined || others.length > 0) return { kind: 'unknown' }
  return categories[parent]!.length === 0 ? { kind: 'unknown', meant: parent } : { kind: 'unknown', parent }
}

interface Candidate {
  /** Without its parent. */
  readonly name: string
  /** As it is written. */
  readonly written: string
}

const subsOf = (parent: string): readonly Candidate[] =>
  categories[parent]!.map(sub => ({ name: sub, written: nameOf(parent, sub) }))

/** Those at the top first: `Health` is rather `Health & Fitness` than one of three subcategories. */
const levels: readonly (readonly Candidate[])[] = [
  parents.map(name => ({ name, written: name })),
  parents.flatMap(subsOf),
]

/** More than that are no help. */
const NEAR_MOST = 4

/**
 * What was probably meant: a slip of the hand on any level, then a name at the top that begins like it or has a word of it, then
 * such a subcategory. More than one where it cannot be told which.
 */
const nearIn = (lists: readonly (readonly Candidate[])[], name: string): readonly string[] => {
  const all = lists.flat()
  const slip = nearest(fold(name), [...new Set(all.map(one => fold(one.name)))])
  if (slip?.[0] === fold(name)[0]) return all.filter(one => fold(one.name) === slip).map(one => one.written)
  const wanted = fold(name)
  const words = wordsOf(name)
  const ways: readonly ((one: Candidate) => boolean)[] = [
    one => wanted.length >= 3 && fold(one.name).startsWith(wanted),
    one => wordsOf(one.name).some(word => words.some(other => isSameWord(word, other))),
  ]
  for (const list of lists)
    for (const isNear of ways) {
      const near = list.filter(isNear)
      if (near.length > 0 && near.length <= NEAR_MOST) return near.map(one => one.written)
    }
  return []
}

/** `and`, `of` and the like say nothing. */
const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(word => word.length > 3)

/** `Gardening` is of `Garden`, and `Politic` of `Politics`. */
const isSameWord = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)
