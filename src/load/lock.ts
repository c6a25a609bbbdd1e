/** feed.lock.json → Lock. What it says is believed, so nothing in it may be misunderstood. */

import { diagnose, type Outcome, type Place } from '../diagnostic.ts'
import { lockFileBytes } from '../limits.ts'
import { type FixedMap, lockForm, lockFormOfVersion1, lockVersion, type Part } from '../lock-form.ts'
import type { Lock } from '../model.ts'
import { isMap } from '../schema/flow.ts'
import { decodeText } from '../syntax/decode-text.ts'
import { type JsonMember, type JsonNode, type JsonReading, memberOf, parseJson } from '../syntax/json.ts'
import { bytesText } from '../units/amount.ts'
import { once } from '../units/once.ts'
import damagedLock from './rules/damaged-lock.ts'

/** Reads feed.lock.json. A damaged one is an error: nothing may be built without the guids that subscribers know. */
export const readLock = (file: string, bytes: Uint8Array): Outcome<Lock | undefined> => {
  const damaged = (message: string, help: string, place: Omit<Place, 'file'> = {}): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [diagnose(damagedLock, { place: { file, ...place }, message, help })],
  })
  const restore = `Restore it from version control, for instance \`git checkout -- ${file}\`; nothing was changed.`
  if (bytes.length > lockFileBytes)
    return damaged(
      `the lock has more than ${bytesText(lockFileBytes)}, the most that is read of one`,
      restore,
    )
  const { text, fault } = decodeText(bytes)
  if (fault !== undefined)
    return damaged('the lock is not in UTF-8, so what it says of guids cannot be trusted', restore, {
      line: fault.line,
    })
  const marker = /^(?:<{7}|={7}|>{7})/m.exec(text)
  if (marker)
    return damaged(
      'the lock holds the marks of a merge conflict, so it is not clear which guids are right',
      'Keep the entries of both sides (they are one block per episode), remove the marked lines, and build again.',
      { line: text.slice(0, marker.index).split('\n').length },
    )
  const tree = once(() => parseJson(text))
  const at = (path: Path): Omit<Place, 'file'> => placeIn(tree(), path)
  const data = dataOf(text)
  const keys = keysIn(data)
  if (data === undefined || Number.isNaN(keys))
    return damaged(
      `the record of what was published is ${data === undefined ? 'not valid JSON' : 'nested too deeply'}, so build-feed cannot tell which episodes subscribers already have`,
      restore,
      at([]),
    )
  const twice = membersIn(text) === keys ? undefined : repeatedKey(tree())
  if (twice)
    return damaged(
      `the lock has two entries for "${twice.key}", and only one of them can be right`,
      'Keep the one that agrees with the feed that subscribers read, remove the other, and build again.',
      twice.place,
    )
  const version = isMap(data) ? data.version : undefined
  if (Number.isSafeInteger(version) && (version as number) > lockVersion)
    return damaged(
      `the lock has version ${version}, which a newer build-feed has written, and this one reads 1 and ${lockVersion}`,
      'Upgrade build-feed to the version that wrote the lock, or a newer one.',
      at(['version']),
    )
  const form = version === 1 ? lockFormOfVersion1 : lockForm
  const wrong = faultIn(form, data, version !== 1)
  if (wrong)
    return damaged(
      `${entryName(wrong.path)} ${wrong.says}`,
      wrong.isUnknown
        ? 'Use the build-feed that wrote it, or a newer one; if it was added by hand, remove it.'
        : restore,
      at(wrong.path),
    )
  return { value: lockFrom(form, data), diagnostics: [] }
}

/** Only what is known, and maps without a prototype, so that an episode may be called __proto__. */
const lockFrom = (form: FixedMap, data: unknown): Lock => plain(form, data) as Lock

const plain = (part: FixedMap | Part, value: unknown): unknown => {
  if (part.kind === 'leaf' || !isMap(value)) return value
  const copy: Record<string, unknown> = part.kind === 'open' ? Object.create(null) : {}
  for (const [key, inner] of Object.entries(value)) {
    const of = part.kind === 'open' ? part.of : own(part.parts, key)
    if (of !== undefined) copy[key] = plain(of, inner)
  }
  return copy
}

type Path = readonly string[]

interface Wrong {
  readonly path: Path
  /** Goes on behind the name of the entry. */
  readonly says: string
  readonly isUnknown?: true
}

const faultIn = (
  part: FixedMap | Part,
  value: unknown,
  isStrict: boolean,
  path: Path = [],
): Wrong | undefined => {
  if (part.kind === 'leaf')
    return part.fits(value)
      ? undefined
      : { path, says: `has ${shown(path, value)}, and ${part.expected} was expected` }
  if (!isMap(value))
    return { path, says: `${path.length === 0 ? 'is' : 'has'} ${shown(path, value)}, and a map was expected` }
  if (part.kind === 'open') return faultInOpen(part, value, isStrict, path)
  const missing =
    Object.entries(part.parts).find(
      ([key, { isOptional }]) => !isOptional && !Object.hasOwn(value, key),
    )?.[0] ?? part.lacks?.(value)
  if (missing !== undefined) return { path, says: `lacks "${missing}"` }
  for (const [key, inner] of Object.entries(value)) {
    const of = own(part.parts, key)
    const inside = [...path, key]
    const wrong =
      of !== undefined
        ? faultIn(of, inner, isStrict, inside)
        : isStrict
          ? ({
              path: inside,
              says: `has "${key}", which this build-feed does not know`,
              isUnknown: true,
            } as const)
          : undefined
    if (wrong) return wrong
  }
  return undefined
}

const faultInOpen = (
  { of, fitsKey }: Extract<Part, { kind: 'open' }>,
  value: Readonly<Record<string, unknown>>,
  isStrict: boolean,
  path: Path,
): Wrong | undefined => {
  for (const [key, inner] of Object.entries(value)) {
    const inside = [...path, key]
    if (fitsKey?.(key) === false)
      return { path: inside, says: `names "${key}", which is outside the show folder` }
    const wrong = faultIn(of, inner, isStrict, inside)
    if (wrong) return wrong
  }
  return undefined
}

const own = (parts: FixedMap['parts'], key: string): Part | undefined =>
  Object.hasOwn(parts, key) ? parts[key] : undefined

/** `"12" as "bytes"` */
const shown = (path: Path, value: unknown): string => {
  const text = JSON.stringify(value)
  const key = path.at(-1)
  return `${text.length > 60 ? `${text.slice(0, 60)}…` : text}${key === undefined ? '' : ` as "${key}"`}`
}

/** Of a block that people see as one: what is inside of it is told behind its name. */
const entryName = ([block, key, ...rest]: Path): string => {
  if (block === 'episodes' && key !== undefined) return `the lock's entry for "${key}"`
  return key !== undefined && rest.length > 0 ? `the lock's entry for the file "${key}"` : 'the lock'
}

/** Undefined for what is no JSON. */
const dataOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where a value stands; of one that is missing, the map that lacks it; of what is no JSON, where that begins. */
const placeIn = (tree: JsonReading, path: Path): Omit<Place, 'file'> => {
  if ('fault' in tree) return { line: tree.fault.line, column: tree.fault.column }
  let found = tree.node
  for (const key of path) {
    const member = memberOf(found, key)
    if (member === undefined) break
    found = member.value
  }
  const { line, column } = tree.positionAt(found.offset)
  return { line, column }
}

/** How many members the maps of a JSON text have, as it is written: a text in front of a colon is a key. */
const membersIn = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    // By hand: a regular expression overflows its stack on a text of some megabytes.
    for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++
    for (at++; text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t'; ) at++
    if (text[at] === ':') count++
  }
  return count
}

/** No lock is deeper, and nobody else has to bear what is. */
const deepest = 50

/** How many were read: of two with the same key, JSON readers take the last without a word. Not a number when it is too deep. */
const keysIn = (data: unknown, depth = 0): number => {
  if (typeof data !== 'object' || data === null) return 0
  if (depth > deepest) return Number.NaN
  let count = Array.isArray(data) ? 0 : Object.keys(data).length
  for (const value of Object.values(data)) count += keysIn(value, depth + 1)
  return count
}

/** A merge can leave an episode twice. */
const repeatedKey = (
  tree: JsonReading,
): { readonly key: string; readonly place: Omit<Place, 'file'> } | undefined => {
  if ('fault' in tree) return undefined
  const repeated = repeatedMember(tree.node)
  if (repeated === undefined) return undefined
  const { line, column } = tree.positionAt(repeated.offset)
  return { key: repeated.key, place: { line, column } }
}

const repeatedMember = (node: JsonNode): JsonMember | undefined => {
  if (node.type === 'array') return firstOf(node.items, repeatedMember)
  if (node.type !== 'object') return undefined
  const seen = new Set<string>()
  return firstOf(node.members, member => {
    if (seen.has(member.key)) return member
    seen.add(member.key)
    return repeatedMember(member.value)
  })
}

const firstOf = <T, Found>(all: readonly T[], find: (one: T) => Found | undefined): Found | undefined => {
  for (const one of all) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
