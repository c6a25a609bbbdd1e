/** What earlier builds have found out, entry by entry. */

import type { Memo } from '../memo.ts'
import { type MemoEntry, readEntries, writeEntries } from './memo-files.ts'
import { indexIn, isSettledAt, stateAt, type Tree } from './tree.ts'
import type { Standing } from './unchanged.ts'

export interface KeptMemo extends Memo {
  /** Writes down what is new, beside what was known. */
  readonly keep: () => void
}

/** Of what is found by its key alone, the key is in the name. */
const alone = ''

export const openMemo = ({ place, at, show }: Standing): KeptMemo => {
  const known = readEntries(place)
  const fresh: Map<string, MemoEntry> = new Map()
  /** What nobody has asked for is kept no longer than the file of everything. */
  const asked = new Set<string>()
  const files = show && indexIn(show)
  const stateOf = (path: string): string | undefined => show && stateIn(show, files?.get(path), at)

  const find = <T>(id: string, key: string | undefined): { readonly value: T } | undefined => {
    asked.add(id)
    const entry = fresh.get(id) ?? known.entries.get(id)
    return entry !== undefined && entry.key === key ? { value: known.valueOf(entry) as T } : undefined
  }
  const add = <T>(id: string, key: string | undefined, value: T): T => {
    if (value !== undefined && key !== undefined) fresh.set(id, { key, value })
    return value
  }
  const recall = <T>(id: string, key: string | undefined, make: () => T | Promise<T>): T | Promise<T> => {
    const found = find<T>(id, key)
    if (found !== undefined) return found.value
    const value = make()
    return value instanceof Promise ? value.then(later => add(id, key, later)) : add(id, key, value)
  }

  return {
    recallFile: (kind, path, make) => recall(`${kind}\0${path}`, stateOf(path), make),
    recallFileNow: <T>(kind: string, path: string, make: () => T) =>
      recall(`${kind}\0${path}`, stateOf(path), make) as T,
    peek: <T>(kind: string, key: string) => find<T>(`${kind}\0${key}`, alone)?.value,
    put: (kind, key, value) => void add(`${kind}\0${key}`, alone, value),
    keep: () => writeEntries(place, known, fresh, id => asked.has(id)),
  }
}

/** What tells a file from an earlier state of it. A file that a change may yet slip into unseen has nothing. */
const stateIn = (tree: Tree, index: number | undefined, at: number): string | undefined =>
  index !== undefined && isSettledAt(tree, index, at) ? stateAt(tree, index) : undefined
