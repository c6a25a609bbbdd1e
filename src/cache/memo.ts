/** What earlier builds have worked out, piece by piece: values by key, all in one file. */

import { join } from 'node:path'
import type { Memo } from '../memo.ts'
import type { CachePlace } from './place.ts'
import { readSealed, writeSealed } from './sealed.ts'
import type { Standing } from './stamp.ts'
import { isSettled, type Tree } from './tree.ts'

export interface KeptMemo extends Memo {
  /** Writes down what is new, beside what was known. `now`: the show folder after the build, when it still is what was read. */
  readonly keep: (now: Tree | undefined) => void
}

/** What stands in a piece's place in the file, or will. */
type Piece = Readonly<{ key: string; isFile: boolean }> &
  (Readonly<{ offset: number; length: number }> | Readonly<{ value: unknown }>)

/** Kind and path, key, offset and length of the value, whether the key is the state of the file. */
type Row = readonly [id: string, key: string, offset: number, length: number, isFile: 0 | 1]

const partsFile = ({ folder }: CachePlace): string => join(folder, 'parts')
const idOf = (kind: string, path: string): string => `${kind}\0${path}`
const pathOf = (id: string): string => id.slice(id.indexOf('\0') + 1)

export const openMemo = ({ place, at, show }: Standing): KeptMemo => {
  const { pieces, values } = readPieces(place)
  const stateOf = show === undefined ? () => undefined : statesOf(show, at)
  const progress = { isOther: false }

  const find = <T>(id: string, key: string | undefined): { readonly value: T } | undefined => {
    const piece = pieces.get(id)
    if (piece === undefined || piece.key !== key) return undefined
    const value =
      'value' in piece
        ? piece.value
        : JSON.parse(values.toString('utf8', piece.offset, piece.offset + piece.length))
    return { value: value as T }
  }
  const add = <T>(id: string, key: string | undefined, isFile: boolean, value: T): T => {
    if (value === undefined || key === undefined) return value
    pieces.set(id, { key, isFile, value })
    progress.isOther = true
    return value
  }
  const recall = <T>(id: string, key: string | undefined, isFile: boolean, make: () => T): T => {
    const found = find<T>(id, key)
    return found === undefined ? add(id, key, isFile, make()) : found.value
  }
  const recallLater = <T>(
    id: string,
    key: string | undefined,
    isFile: boolean,
    make: () => T | Promise<T>,
  ) => {
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
    keep: now => {
      const tree = now ?? show
      const paths = tree && new Set(tree.paths.map(path => path.replace(/\0.*/s, '')))
      const stateNow = now === undefined ? stateOf : statesOf(now, Number.POSITIVE_INFINITY)
      const rows: Row[] = []
      const parts: Uint8Array[] = []
      let size = 0
      let { isOther } = progress
      for (const [id, piece] of pieces) {
        const path = pathOf(id)
        if (paths?.has(path) === false) {
          isOther = true
          continue
        }
        // Linking a file changes its times, and nothing else of it.
        const isMoved = piece.isFile && piece.key === stateOf(path) && piece.key !== stateNow(path)
        if (isMoved) isOther = true
        const bytes =
          'value' in piece
            ? Buffer.from(JSON.stringify(piece.value))
            : values.subarray(piece.offset, piece.offset + piece.length)
        rows.push([id, (isMoved && stateNow(path)) || piece.key, size, bytes.length, piece.isFile ? 1 : 0])
        parts.push(bytes)
        size += bytes.length
      }
      if (isOther) writePieces(place, rows, parts)
    },
  }
}

const writePieces = (place: CachePlace, rows: readonly Row[], parts: readonly Uint8Array[]): void => {
  const directory = Buffer.from(JSON.stringify(rows))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(directory.length)
  // One piece of memory: thousands of small writes would cost more than the copy.
  writeSealed(partsFile(place), place.program, [Buffer.concat([length, directory, ...parts])])
}

const readPieces = (place: CachePlace): { pieces: Map<string, Piece>; values: Buffer } => {
  const content = readSealed(partsFile(place), place.program)
  if (content === undefined || content.length < 4) return { pieces: new Map(), values: Buffer.alloc(0) }
  const end = 4 + content.readUInt32LE()
  const rows: readonly Row[] = JSON.parse(content.toString('utf8', 4, end))
  const pieces = new Map(
    rows.map(([id, key, offset, length, isFile]): [string, Piece] => [
      id,
      { key, offset, length, isFile: isFile === 1 },
    ]),
  )
  return { pieces, values: content.subarray(end) }
}

/** By path, what tells a file from an earlier state of it. A file that a change may yet slip into unseen has none. */
const statesOf = ({ paths, numbers }: Tree, at: number): ((path: string) => string | undefined) => {
  const indexes = new Map(paths.map((path, i) => [path, i]))
  return path => {
    const i = indexes.get(path)
    if (i === undefined) return undefined
    const [size, mtime, ctime, ino] = numbers.slice(4 * i, 4 * i + 4) as [number, number, number, number]
    return isSettled(mtime, ctime, at) ? `${size} ${mtime} ${ctime} ${ino}` : undefined
  }
}
