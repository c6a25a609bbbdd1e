/** Front matter of a format that is no YAML, as data and places: what readers of TOML and JSON give, and what is made of it. */

import type { Written, WrittenMap } from './data.ts'
import type { Path } from './locate.ts'
import type { TextRange } from './problem.ts'

/** A value and where it stands, in UTF-16 units of the file. */
export interface Leaf {
  readonly range: TextRange
  /** As it was written, quotes resolved. */
  readonly text: string
  /** How a text is written in its place. */
  readonly quote: (text: string) => string
}

export type Branch = Leaf | ListBranch | MapBranch

export interface ListBranch {
  readonly range: TextRange
  readonly items: readonly Branch[]
}

export interface MapBranch {
  readonly range: TextRange
  readonly entries: ReadonlyMap<string, Entry>
}

export interface Entry {
  readonly key: TextRange
  readonly value: Branch
}

/** A map has no prototype: a key may be called `constructor`. */
export const dataOf = (branch: Branch): Written => {
  if ('text' in branch) return branch.text
  return 'items' in branch ? branch.items.map(dataOf) : mapDataOf(branch)
}

export const mapDataOf = ({ entries }: MapBranch): WrittenMap => {
  const map: Record<string, Written> = Object.create(null)
  for (const [key, { value }] of entries) map[key] = dataOf(value)
  return map
}

/** What stands at a path; of one that leads further than what was written, the key (or the item) of the nearest parent. */
export const rangeAt = (
  root: MapBranch,
  path: Path,
  part: 'key' | 'value' | 'entry',
): TextRange | undefined => {
  let branch: Branch = root
  let found: { readonly key?: TextRange; readonly value: TextRange } | undefined
  for (const step of path) {
    const inner = stepInto(branch, step)
    if (inner === undefined) return found && (found.key ?? found.value)
    branch = inner.value
    found = { ...(inner.key === undefined ? {} : { key: inner.key }), value: branch.range }
  }
  if (found === undefined) return undefined
  if (part === 'entry' && found.key !== undefined) return { start: found.key.start, end: found.value.end }
  return part === 'key' ? (found.key ?? found.value) : found.value
}

/** A value that is a text, a number or the like: undefined where there is none at that path. */
export const leafAt = (root: MapBranch, path: Path): Leaf | undefined => {
  let branch: Branch | undefined = root
  for (const step of path) branch = branch && stepInto(branch, step)?.value
  return branch !== undefined && 'text' in branch ? branch : undefined
}

const stepInto = (
  branch: Branch,
  step: string | number,
): { readonly key?: TextRange; readonly value: Branch } | undefined => {
  if ('text' in branch) return undefined
  if ('entries' in branch) return branch.entries.get(String(step))
  const value = branch.items[Number(step)]
  return value && { value }
}
