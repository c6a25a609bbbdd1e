/** A file of a site, as sources look into it. */

import { once } from '../units/once.ts'
import { partsOfFile } from './file-parts.ts'
import { deeper, isNothing, itemsOf, listOf, type Origin, type Sourced } from './sourced.ts'
import type { Written, WrittenMap } from './written.ts'

/** Front matter, or the whole of a data file. */
export interface Document {
  readonly data: WrittenMap
  readonly origin: Origin
}

export interface Page extends Document {
  /** Inside the folder that is read, with forward slashes. */
  readonly path: string
  /** The notes. */
  readonly body: () => Sourced
  /** The first heading of the notes. */
  readonly heading: () => Sourced | undefined
  /** A data file by its path; undefined where there is none, or none that can be read: that is reported there. */
  readonly open: (path: string) => Document | undefined
  /** What is wrong with this file, as sources see it. */
  readonly say: (problem: { readonly at: Sourced; readonly message: string; readonly help: string }) => void
  /** The address of the site, as the show says it. */
  readonly site: string | undefined
}

/** Where names are looked up. */
export interface Scope {
  readonly page: Page
  readonly find: (name: string) => Sourced | undefined
}

export const scopeOf = (page: Page): Scope => {
  const parts = once(() => partsOfFile(page.path))
  const origin: Origin = { at: () => page.origin.at([], 'key') }
  return {
    page,
    find: name => {
      const found = findIn(page, name)
      if (found !== undefined) return found
      if (name === 'body') return page.body()
      if (name === 'heading') return page.heading()
      if (name === 'site') return page.site === undefined ? undefined : { written: page.site }
      const part = Object.hasOwn(parts(), name) ? parts()[name] : datePart(name, first => parts()[first])
      return part === undefined || part === '' ? undefined : { written: part, origin }
    },
  }
}

/** Within an item of a list: `.` is the item itself. */
export const scopeWithin = (page: Page, item: Sourced): Scope => ({
  page,
  find: name => {
    if (name === '.') return item
    const { written, origin, parts } = item
    if (typeof written === 'string' || Array.isArray(written)) return undefined
    if (parts !== undefined && !Array.isArray(parts))
      return (parts as Readonly<Record<string, Sourced>>)[name]
    return findIn({ data: written as WrittenMap, origin: origin ?? nowhere(page) }, name)
  },
})

const nowhere = (page: Page): Origin => ({ at: () => page.origin.at([], 'key') })

/** A key as it is written, or else a path of keys; capitals count only where two keys differ in nothing else. */
export const findIn = ({ data, origin }: Document, name: string): Sourced | undefined => {
  const whole = step(data, name)
  if (whole !== undefined) return { written: whole.value, origin: deeper(origin, whole.key) }
  if (!name.includes('.')) return undefined
  let value: Written = data
  let at = origin
  const names = name.split('.')
  for (const [i, part] of names.entries()) {
    const next = step(value, part)
    if (next === undefined) {
      const date = i === names.length - 1 && typeof value === 'string' ? partOfDate(value, part) : undefined
      return date === undefined ? undefined : { written: date, origin: { at: (_, what) => at.at([], what) } }
    }
    value = next.value
    at = deeper(at, next.key)
  }
  return { written: value, origin: at }
}

const step = (
  value: Written,
  name: string,
): { readonly value: Written; readonly key: string | number } | undefined => {
  if (typeof value === 'string') return undefined
  if (Array.isArray(value)) {
    const index = /^\d{1,6}$/.test(name) ? Number(name) : -1
    return index < 0 || index >= value.length ? undefined : { value: value[index]!, key: index }
  }
  const map = value as WrittenMap
  if (Object.hasOwn(map, name)) return { value: map[name]!, key: name }
  const low = name.toLowerCase()
  const alike = Object.keys(map).filter(key => key.toLowerCase() === low)
  return alike.length === 1 ? { value: map[alike[0]!]!, key: alike[0]! } : undefined
}

/** `date.year` of a text that begins with a day. */
const partOfDate = (text: string, part: string): string | undefined => {
  const [, year, month, day] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text) ?? []
  if (year === undefined) return undefined
  return { year, month: month!.padStart(2, '0'), day: day!.padStart(2, '0') }[part]
}

const datePart = (name: string, find: (name: string) => string | undefined): string | undefined => {
  const dot = name.lastIndexOf('.')
  const text = dot < 0 ? undefined : find(name.slice(0, dot))
  return text === undefined ? undefined : partOfDate(text, name.slice(dot + 1))
}

/** Undefined where nothing is said; of a list, without the items that say nothing. */
export const found = (sourced: Sourced | undefined): Sourced | undefined => {
  if (sourced === undefined || isNothing(sourced.written)) return undefined
  const { written } = sourced
  if (!Array.isArray(written) || !written.some(isNothing)) return sourced
  return listOf(
    itemsOf(sourced).filter(item => !isNothing(item.written)),
    sourced.origin,
  )
}
