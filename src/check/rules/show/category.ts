/** A category against Apple's list: right, or what is wrong with it and what was probably meant. */

import type { Category } from '../../../fields/categories.ts'
import { nearest } from '../../../units/text.ts'
import { categories, renamedCategories, retiredCategories } from '../../../vocabulary/categories.ts'

export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'empty' }
  /** `meant` is the nearest right form; without one, `parent` is at least known. */
  | { readonly kind: 'unknown'; readonly meant?: string | undefined; readonly parent?: string | undefined }
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

const parents = Object.keys(categories)

const isCategory = (name: string, sub: string | undefined): boolean => {
  const subs = Object.hasOwn(categories, name) ? categories[name] : undefined
  return subs !== undefined && (sub === undefined || subs.includes(sub))
}

/** What people vary without meaning another word. */
const fold = (name: string): string =>
  name
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
  if (meant !== undefined) return { kind: 'unknown', meant }
  const near = nearest(name, [...parents, ...Object.values(categories).flat()])
  const nearHome = near === undefined || parents.includes(near) ? undefined : parentOf(near)
  return { kind: 'unknown', meant: nearHome ? nameOf(nearHome.parent, nearHome.sub) : near }
}

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
  const parent = same(name, parents) ?? nearest(name, parents)
  const near = parent === undefined ? undefined : nearest(sub, categories[parent]!)
  if (parent !== undefined && near !== undefined) return { kind: 'unknown', meant: nameOf(parent, near) }
  const elsewhere = nearest(sub, Object.values(categories).flat())
  const far = elsewhere === undefined ? undefined : parentOf(elsewhere)
  return far ? { kind: 'unknown', meant: nameOf(far.parent, far.sub) } : { kind: 'unknown', parent }
}
