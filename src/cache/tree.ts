/** How a folder stands: every name in it, and of every file the numbers that change when its content does. */

import type { Stats } from 'node:fs'
import type { Door } from '../door/index.ts'
import { fileState } from '../units/file-state.ts'

export interface Tree {
  /** With forward slashes, in the order of the disk. A link is followed by a NUL and the place that it leads to. */
  readonly paths: readonly string[]
  /** Four for each path, see `numbersOf`. */
  readonly numbers: readonly number[]
}

/**
 * Size, time of the last change of the content, time of the last change of anything, and the number of the file on its disk:
 * see units/file-state.ts.
 */
export const numbersOf = (stats: Stats | undefined): readonly [number, number, number, number] =>
  stats === undefined ? [-1, 0, 0, 0] : [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino]

/** Of the path of that index. */
export const stateAt = ({ numbers }: Tree, index: number): string => {
  const [size, mtimeMs, ctimeMs, ino] = numbers.slice(4 * index, 4 * index + 4)
  return fileState({ size: size!, mtimeMs: mtimeMs!, ctimeMs: ctimeMs!, ino: ino! })
}

/**
 * Everything that reading the show folder can see, names that it ignores left out.
 * @throws what the system says when the folder cannot be read.
 */
export const takeTree = (door: Door, isIgnored: (name: string) => boolean, limit: number): Tree => {
  const paths: string[] = [`\0${door.real()}`]
  const numbers: number[] = [0, 0, 0, 0]
  const add = (path: string, stats?: Stats): void => {
    paths.push(path)
    numbers.push(...numbersOf(stats))
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
export const unsettled = ({ paths, numbers }: Tree, now: number): string | undefined =>
  paths.find((_, i) => numbers[4 * i]! >= 0 && !isSettled(numbers[4 * i + 1]!, numbers[4 * i + 2]!, now))

export const isSameTree = (a: Tree, b: Tree): boolean =>
  a.paths.length === b.paths.length &&
  a.paths.every((path, i) => path === b.paths[i]) &&
  a.numbers.every((number, i) => number === b.numbers[i])
