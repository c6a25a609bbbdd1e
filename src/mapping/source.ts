/** Sources as show.md writes them → functions that find a value in a page. Each is made once, whatever the number of episodes. */

import { posix } from 'node:path'
import { sourceLevels } from '../limits.ts'
import type { SourceMap, SourceParts, WrittenSource } from '../schema/source.ts'
import { inForm } from './forms.ts'
import { type Document, findIn, found, type Scope, scopeWithin } from './page.ts'
import { type Pattern, patternOf, type Steps } from './pattern.ts'
import { deeper, isNothing, itemsOf, listOf, madeFrom, mapOf, type Path, type Sourced } from './sourced.ts'
import { filled, nameInHost, templateOf } from './template.ts'
import type { Written, WrittenMap } from './written.ts'

export type Find = (scope: Scope) => Sourced | undefined

/** What is wrong with a source itself, in show.md. */
export interface Problem {
  readonly path: Path
  readonly message: string
  readonly help: string
}

export interface Making {
  readonly steps: Steps
  readonly problems: Problem[]
  /** The folder of show.md, in the folder that is read. */
  readonly folder: string
}

const nothing: Find = () => undefined

export const finderOf = (written: WrittenSource, path: Path, making: Making, level = 0): Find => {
  if (level > sourceLevels) {
    making.problems.push({
      path,
      message: `sources are nested more than ${sourceLevels} levels deep`,
      help: 'Write it flatter.',
    })
    return nothing
  }
  if (typeof written === 'string') return ofText(written, path, making)
  if (isList(written)) {
    const all = written.map((one, i) => finderOf(one, [...path, i], making, level + 1))
    return scope => firstOf(all, scope)
  }
  return ofMap(written, path, making, level)
}

const isList = (written: WrittenSource): written is readonly WrittenSource[] => Array.isArray(written)

const firstOf = (all: readonly Find[], scope: Scope): Sourced | undefined => {
  for (const find of all) {
    const value = find(scope)
    if (value !== undefined) return value
  }
  return undefined
}

const ofText = (text: string, path: Path, making: Making): Find => {
  const template = templateOf(text)
  if (template === undefined) return ({ find }) => found(find(text.trim()))
  const name = nameInHost(template)
  if (name === undefined) return ({ find }) => filled(template, find)
  making.problems.push({
    path,
    message: `the host of this address would come from \`${name}\` of each episode, so that an episode could send listeners anywhere`,
    help: `Write the host itself, or \`${name}\` alone where it holds whole addresses.`,
  })
  return nothing
}

const ofMap = (map: SourceMap, path: Path, making: Making, level: number): Find => {
  const inner = (key: keyof SourceMap & string, source: WrittenSource): Find =>
    finderOf(source, [...path, key], making, level + 1)
  const from = map.from === undefined ? undefined : inner('from', map.from)
  const pattern =
    map.match === undefined ? undefined : patternAt(map.match, [...path, 'match'], making, 'S(\\d+)E(\\d+)')
  const each = map.each && partsFinder(map.each, [...path, 'each'], making, level)
  const parts = map.parts && partsFinder(map.parts, [...path, 'parts'], making, level)
  const all = map.all?.map((one, i) => finderOf(one, [...path, 'all', i], making, level + 1))
  const constant = map.value ?? map.default
  const fallback: Find = constant === undefined ? nothing : () => ({ written: constant })
  if (map.value !== undefined && from === undefined) return fallback

  const start: Find = (scope: Scope) => {
    const values = [
      ...(all?.map(find => find(scope)) ?? []),
      parts?.(scope),
      from?.(map.beside === undefined ? scope : besideScope(scope, map.beside)),
    ].filter(value => value !== undefined)
    if (all !== undefined) return values.length === 0 ? undefined : listOf(values.flatMap(itemsOf))
    return values[0]
  }
  return scope => {
    let value = start(scope)
    if (value !== undefined && pattern !== undefined) value = matched(value, pattern, map.group)
    if (value !== undefined && map.form !== undefined) value = formed(value, inForm(value.written, map.form))
    if (value !== undefined && map.data !== undefined) value = entriesOf(value, map.data, scope, making)
    if (value !== undefined && each !== undefined) {
      const items = itemsOf(value).flatMap(item => each(scopeWithin(scope.page, item)) ?? [])
      value = items.length === 0 ? undefined : listOf(items)
    }
    return found(value) ?? fallback(scope)
  }
}

/** Undefined where it is refused, which is reported. */
export const patternAt = (
  written: string,
  path: Path,
  { steps, problems }: Making,
  example: string,
): Pattern | undefined => {
  const pattern = patternOf(written, steps)
  if (!('refused' in pattern)) return pattern
  problems.push({
    path,
    message: `\`${path.at(-1)}\` ${pattern.refused}`,
    help: `Write a regular expression such as \`${example}\`.`,
  })
  return undefined
}

const matched = (value: Sourced, pattern: Pattern, group: number | undefined): Sourced | undefined => {
  for (const item of itemsOf(value)) {
    const text = typeof item.written === 'string' ? pattern.find(item.written, group) : undefined
    if (text !== undefined && text !== '') return text === item.written ? item : madeFrom(item, text)
  }
  return undefined
}

/** What is the same after it can still be mended where it stands. */
const formed = (value: Sourced, written: Written): Sourced => {
  if (written === value.written) return value
  if (!Array.isArray(written)) return madeFrom(value, written)
  return listOf(
    written.map(item => madeFrom(value, item)),
    madeFrom(value, written).origin,
  )
}

const partsFinder = (parts: SourceParts, path: Path, making: Making, level: number): Find => {
  const finders = Object.entries(parts).map(
    ([key, source]) =>
      [key, finderOf(source, [...path, key], making, level + 1), isConstant(source)] as const,
  )
  return scope => {
    const made: Record<string, Sourced> = Object.create(null)
    let isFound = false
    for (const [key, find, isSame] of finders) {
      const value = find(scope)
      if (value === undefined) continue
      made[key] = value
      isFound ||= !isSame
    }
    // Constants alone say nothing of this episode.
    return isFound ? mapOf(made) : undefined
  }
}

const isConstant = (source: WrittenSource): boolean =>
  typeof source !== 'string' && !isList(source) && source.value !== undefined && source.from === undefined

// ------------------------------------------------------------------------------------------------ other files

const besideScope = (scope: Scope, name: string): Scope => {
  const { page } = scope
  const path = fileNamed(name, scope, posix.dirname(page.path))
  const document = path === undefined ? undefined : page.open(path)
  return { page, find: key => document && findIn(document, key) }
}

/** The path of a named file; no value of an episode can lead it to another folder. */
const fileNamed = (name: string, scope: Scope, folder: string): string | undefined => {
  const template = templateOf(name)
  const value =
    template === undefined
      ? { written: name }
      : filled({ ...template, isAddress: false }, key => safe(scope, scope.find(key)))
  if (value === undefined || typeof value.written !== 'string') return undefined
  const path = posix.normalize(posix.join(folder, value.written))
  return path.startsWith('../') || path === '..' ? undefined : path
}

const safe = (scope: Scope, value: Sourced | undefined): Sourced | undefined => {
  if (value === undefined || typeof value.written !== 'string') return undefined
  if (!isUnsafe(value.written)) return { ...value, written: value.written.replace(/^\//, '') }
  scope.page.say({
    at: value,
    message: `"${value.written.slice(0, 80)}" would lead to another folder, and no value of an episode may do that`,
    help: 'Write the name alone.',
  })
  return undefined
}

const isUnsafe = (text: string): boolean =>
  text.includes('\\') ||
  text.includes('\0') ||
  text.split('/').some(part => part === '..' || part.startsWith('.'))

/** Names of entries → the entries, in a file of all or each in one of its own. */
const entriesOf = (value: Sourced, data: string, scope: Scope, { folder }: Making): Sourced | undefined => {
  const entries = itemsOf(value).flatMap(item => {
    if (typeof item.written !== 'string' || isNothing(item.written)) return []
    const entry = entryNamed(item, data, scope, folder)
    if (entry !== undefined) return entry
    scope.page.say({
      at: item,
      message: `"${item.written.slice(0, 80)}" is not an entry of ${data}, so the feed leaves it out`,
      help: `Correct the name, or add "${item.written.slice(0, 80)}" to ${data}.`,
    })
    return []
  })
  if (entries.length === 0) return undefined
  return Array.isArray(value.written) || entries.length > 1 ? listOf(entries) : entries[0]
}

const entryNamed = (item: Sourced, data: string, scope: Scope, folder: string): Sourced | undefined => {
  const id = String(item.written).trim()
  const isEach = data.includes('{id}')
  const named: Scope = {
    page: scope.page,
    find: name => (name === 'id' ? { ...item, written: id } : scope.find(name)),
  }
  const path = fileNamed(data, named, folder)
  const document = path === undefined ? undefined : scope.page.open(path)
  if (document === undefined) return undefined
  if (isEach) return withId({ written: document.data, origin: document.origin }, id)
  return entryIn(document, id)
}

/** Of a map by its key; of lists, by what calls an entry. */
const entryIn = (document: Document, id: string): Sourced | undefined => {
  const { data, origin } = document
  if (Object.hasOwn(data, id)) return withId({ written: data[id]!, origin: deeper(origin, id) }, id)
  for (const [key, inner] of Object.entries(data)) {
    if (typeof inner === 'string') continue
    if (!Array.isArray(inner)) {
      const map = inner as WrittenMap
      if (Object.hasOwn(map, id))
        return withId({ written: map[id]!, origin: deeper(deeper(origin, key), id) }, id)
      continue
    }
    const index = inner.findIndex(entry => isCalled(entry, id))
    if (index >= 0) return withId({ written: inner[index]!, origin: deeper(deeper(origin, key), index) }, id)
  }
  return undefined
}

const isCalled = (entry: Written, id: string): boolean =>
  typeof entry !== 'string' &&
  !Array.isArray(entry) &&
  ['id', 'slug', 'key', 'name', 'username'].some(key => (entry as WrittenMap)[key] === id)

/** The name itself becomes its `id`, where the entry has none. */
const withId = (entry: Sourced, id: string): Sourced => {
  const { written } = entry
  if (typeof written === 'string' || Array.isArray(written)) return entry
  const map = written as WrittenMap
  return Object.hasOwn(map, 'id')
    ? entry
    : { ...entry, written: Object.assign(Object.create(null), map, { id }) }
}
