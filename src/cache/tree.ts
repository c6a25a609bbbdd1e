/** How a folder stands: every name in it, and of every file the numbers that change when its content does. */

import type { Stats } from 'node:fs'
import type { Door } from '../door/index.ts'
import { fileState } from '../units/file-state.ts'

export interface Tree {
  /** With forward slashes, in the order of the disk. A link is followed by a NUL and the place that it leads to. */
  readonly paths: readonly string[]
  /** A row for each path, see `rowOf`. */
  readonly numbers: readonly number[]
}

/**
 * Size, time of the last change of the content, time of the last change of anything, the number of the file on its disk, and
 * the number of the disk: see units/file-state.ts.
 */
type Row = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number, dev: number]
const width = 5

/** Of a file that is not there: nothing that is there has the same. */
const absent: Row = [-1, 0, 0, 0, 0]
/** Of a file that a change may yet slip into unseen: nothing has the same. */
const unknown: Row = [-2, 0, 0, 0, 0]

const rowOf = (stats: Stats | undefined): Row =>
  stats === undefined ? absent : [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino, stats.dev]

const rowAt = ({ numbers }: Tree, index: number): Row =>
  numbers.slice(width * index, width * (index + 1)) as unknown as Row

/** Of the path of that index. */
export const stateAt = (tree: Tree, index: number): string => {
  const [size, mtimeMs, ctimeMs, ino, dev] = rowAt(tree, index)
  return fileState({ size, mtimeMs, ctimeMs, ino, dev })
}

/** `files`: of each path, undefined where nothing is there. */
export const treeOf = (paths: readonly string[], files: readonly (Stats | undefined)[]): Tree => ({
  paths,
  numbers: files.flatMap(rowOf),
})

/** The same tree, but for one file. */
export const withFile = (tree: Tree, index: number, stats: Stats | undefined): Tree => ({
  paths: tree.paths,
  numbers: tree.numbers.toSpliced(width * index, width, ...rowOf(stats)),
})

export const withoutFile = (tree: Tree, index: number): Tree => ({
  paths: tree.paths.toSpliced(index, 1),
  numbers: tree.numbers.toSpliced(width * index, width),
})

/** The same tree, in which the files that may yet change unseen are like no other: see `isSettled`. */
export const settledPart = (tree: Tree, now: number, except?: string): Tree => {
  if (unsettled(tree, now) === undefined) return tree
  const rows = tree.paths.map((path, i) =>
    path === except || isSettledAt(tree, i, now) ? rowAt(tree, i) : unknown,
  )
  return { paths: tree.paths, numbers: rows.flat() }
}

/** By its name in the folder, where in the tree a file is. */
export const indexIn = ({ paths }: Tree): ReadonlyMap<string, number> =>
  new Map(paths.map((path, i) => [nameIn(path), i]))

/** Without the place that a link leads to. */
const nameIn = (path: string): string => {
  const end = path.indexOf('\0')
  return end < 0 ? path : path.slice(0, end)
}

/**
 * Everything that reading the show folder can see, what it ignores left out.
 * @throws what the system says when the folder cannot be read.
 */
export const takeTree = (
  door: Door,
  isIgnored: (name: string, path: string) => boolean,
  limit: number,
): Tree => {
  const paths: string[] = [`\0${door.real()}`]
  const numbers: number[] = [...absent]
  const add = (path: string, stats?: Stats): void => {
    paths.push(path)
    numbers.push(...rowOf(stats))
  }
  for (const found of door.walk(isIgnored)) {
    if (paths.length > limit) throw new Error('too many files')
    if (found.kind === 'file') add(found.path, found.stats())
    else if (found.kind === 'folder') add(`${found.path}/`)
    else if (found.kind === 'link') add(`${found.path}\0${found.real}`, found.stats)
    else if (found.kind === 'leads-away') add(`${found.path}\0${found.real}`)
    else add(`${found.path}\0${found.reason}`)
  }
  return { paths, numbers }
}

/** What a disk may round a time to, in milliseconds: whole seconds on old ones (two on FAT), else the ticks of the kernel's clock. */
const coarse = 2500
const fine = 50

/**
 * Whether a change that is made from now on will show in a file's times. When the last change is so recent that
 * the next one can fall into the same tick of the disk's clock, it may not.
 */
export const isSettled = (mtime: number, ctime: number, now: number): boolean =>
  [mtime, ctime].every(time => now - time > (time % 1000 === 0 ? coarse : fine))

/** The first path whose last change is too recent. */
export const unsettled = (tree: Tree, now: number): string | undefined =>
  tree.paths.find((_, i) => !isSettledAt(tree, i, now))

/** Of the path of that index; so is what is not there. */
export const isSettledAt = ({ numbers }: Tree, index: number, now: number): boolean => {
  const at = width * index
  return numbers[at]! < 0 || isSettled(numbers[at + 1]!, numbers[at + 2]!, now)
}

export const isSameTree = (a: Tree, b: Tree): boolean =>
  a.paths.length === b.paths.length &&
  a.paths.every((path, i) => path === b.paths[i]) &&
  a.numbers.every((number, i) => number === b.numbers[i])
