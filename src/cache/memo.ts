/** What earlier builds have worked out, piece by piece: values by key. */

import type { Memo } from '../memo.ts'
import { type Piece, type Pieces, readPieces, writePieces } from './pieces.ts'
import type { Standing } from './stamp.ts'
import { isSettled, stateAt, type Tree } from './tree.ts'

export interface KeptMemo extends Memo {
  /** Writes down what is new, beside what was known. `now`: the show folder after the build, when it still is what was read. */
  readonly keep: (now: Tree | undefined) => void
}

const idOf = (kind: string, path: string): string => `${kind}\0${path}`
const pathOf = (id: string): string => id.slice(id.indexOf('\0') + 1)

export const openMemo = ({ place, at, show }: Standing): KeptMemo => {
  const known = readPieces(place)
  const fresh: Map<string, Piece> = new Map()
  let isSound = true
  const stateOf = show === undefined ? () => undefined : statesOf(show, at)

  const find = <T>(id: string, key: string | undefined): { readonly value: T } | undefined => {
    const piece = fresh.get(id) ?? known.pieces.get(id)
    return piece !== undefined && piece.key === key ? { value: known.valueOf(piece) as T } : undefined
  }
  const add = <T>(id: string, key: string | undefined, isFile: boolean, value: T): T => {
    if (value !== undefined && key !== undefined) fresh.set(id, { key, isFile, value })
    return value
  }
  const recall = <T>(
    id: string,
    key: string | undefined,
    isFile: boolean,
    make: (last: () => T | undefined) => T,
  ): T => {
    const found = find<T>(id, key)
    if (found !== undefined) return found.value
    const last = (): T | undefined => {
      const piece = known.pieces.get(id)
      return piece && (known.valueOf(piece) as T)
    }
    return add(id, key, isFile, make(last))
  }
  const recallLater = <T>(
    id: string,
    key: string | undefined,
    isFile: boolean,
    make: () => T | Promise<T>,
  ): T | Promise<T> => {
    const found = find<T>(id, key)
    if (found !== undefined) return found.value
    const value = make()
    return value instanceof Promise
      ? value.then(later => add(id, key, isFile, later))
      : add(id, key, isFile, value)
  }

  return {
    recall: (kind, path, key, make) => recall(idOf(kind, path), key, false, make),
    recallLater: (kind, path, key, make) => recallLater(idOf(kind, path), key, false, make),
    recallFile: (kind, path, make) => recallLater(idOf(kind, path), stateOf(path), true, make),
    recallFileNow: (kind, path, make) => recall(idOf(kind, path), stateOf(path), true, make),
    peek: (kind, path, key) => find<never>(idOf(kind, path), key)?.value,
    put: (kind, path, key, value) => void add(idOf(kind, path), key, false, value),
    distrust: () => {
      isSound = false
    },
    keep: now => {
      if (!isSound) return
      if (show !== undefined && now !== undefined) move(known, fresh, show, now)
      const paths = show && new Set(show.paths)
      writePieces(place, known, fresh, id => paths === undefined || paths.has(pathOf(id)))
    },
  }
}

/** Linking a file changes its times, and nothing else of it: what was read out of it is as good as before. */
const move = (known: Pieces, fresh: Map<string, Piece>, before: Tree, now: Tree): void => {
  const isElsewhere = now.paths.length !== before.paths.length
  const touched = new Set(
    before.paths.filter((_, i) => isElsewhere || before.numbers[4 * i + 2] !== now.numbers[4 * i + 2]),
  )
  if (touched.size === 0) return
  const stateBefore = statesOf(before, Number.POSITIVE_INFINITY)
  const stateNow = statesOf(now, Number.POSITIVE_INFINITY)
  for (const [id, piece] of [...known.pieces, ...fresh]) {
    const path = pathOf(id)
    if (!piece.isFile || !touched.has(path) || piece.key !== stateBefore(path)) continue
    const key = stateNow(path)
    if (key !== undefined && key !== piece.key) fresh.set(id, { ...piece, key })
  }
}

/** By path, what tells a file from an earlier state of it. A file that a change may yet slip into unseen has none. */
const statesOf = (tree: Tree, at: number): ((path: string) => string | undefined) => {
  const { paths, numbers } = tree
  const indexes = new Map(paths.map((path, i) => [path, i]))
  return path => {
    const i = indexes.get(path)
    if (i === undefined) return undefined
    return isSettled(numbers[4 * i + 1]!, numbers[4 * i + 2]!, at) ? stateAt(tree, i) : undefined
  }
}
