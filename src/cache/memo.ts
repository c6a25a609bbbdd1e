/** What earlier builds have worked out, piece by piece: values by key. */

import type { Memo } from '../memo.ts'
import { type Piece, readPieces, writePieces } from './memo-files.ts'
import { indexIn, isSettledAt, stateAt, type Tree } from './tree.ts'
import type { Standing } from './unchanged.ts'

export interface KeptMemo extends Memo {
  /** Writes down what is new, beside what was known. */
  readonly keep: () => void
}

const idOf = (kind: string, path: string): string => `${kind}\0${path}`
const pathOf = (id: string): string => id.slice(id.indexOf('\0') + 1)

export const openMemo = ({ place, at, show }: Standing): KeptMemo => {
  const known = readPieces(place)
  const fresh: Map<string, Piece> = new Map()
  let isSound = true
  const files = show && indexIn(show)
  const stateOf = (path: string): string | undefined => show && stateIn(show, files?.get(path), at)

  const find = <T>(id: string, key: string | undefined): { readonly value: T } | undefined => {
    const piece = fresh.get(id) ?? known.pieces.get(id)
    return piece !== undefined && piece.key === key ? { value: known.valueOf(piece) as T } : undefined
  }
  const add = <T>(id: string, key: string | undefined, value: T): T => {
    if (value !== undefined && key !== undefined) fresh.set(id, { key, value })
    return value
  }
  const recall = <T>(id: string, key: string | undefined, make: (last: () => T | undefined) => T): T => {
    const found = find<T>(id, key)
    if (found !== undefined) return found.value
    const last = (): T | undefined => {
      const piece = known.pieces.get(id)
      return piece && (known.valueOf(piece) as T)
    }
    return add(id, key, make(last))
  }
  const recallLater = <T>(
    id: string,
    key: string | undefined,
    make: () => T | Promise<T>,
  ): T | Promise<T> => {
    const found = find<T>(id, key)
    if (found !== undefined) return found.value
    const value = make()
    return value instanceof Promise ? value.then(later => add(id, key, later)) : add(id, key, value)
  }

  return {
    recall: (kind, path, key, make) => recall(idOf(kind, path), key, make),
    recallLater: (kind, path, key, make) => recallLater(idOf(kind, path), key, make),
    recallFile: (kind, path, make) => recallLater(idOf(kind, path), stateOf(path), make),
    recallFileNow: (kind, path, make) => recall(idOf(kind, path), stateOf(path), make),
    peek: (kind, path, key) => find<never>(idOf(kind, path), key)?.value,
    put: (kind, path, key, value) => void add(idOf(kind, path), key, value),
    distrust: () => {
      isSound = false
    },
    keep: () => {
      if (!isSound) return
      writePieces(place, known, fresh, id => files === undefined || files.has(pathOf(id)))
    },
  }
}

/** What tells a file from an earlier state of it. A file that a change may yet slip into unseen has nothing. */
const stateIn = (tree: Tree, index: number | undefined, at: number): string | undefined =>
  index !== undefined && isSettledAt(tree, index, at) ? stateAt(tree, index) : undefined
