/** How a folder stands: every name in it, and of every file the numbers that change when its content does. */

import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { sep } from 'node:path'
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
 * @throws what the system says when a folder cannot be read.
 */
export const takeTree = (root: string, isIgnored: (name: string) => boolean, limit: number): Tree => {
  const realRoot = realpathSync(root)
  const paths: string[] = [`\0${realRoot}`]
  const numbers: number[] = [0, 0, 0, 0]
  const entered = new Set<string>([realRoot])
  const add = (path: string, stats: Stats | undefined): void => {
    paths.push(path)
    numbers.push(...numbersOf(stats))
  }
  const walk = (inside: string): void => {
    for (const found of readdirSync(`${root}/${inside}`, { withFileTypes: true })) {
      if (isIgnored(found.name)) continue
      if (paths.length > limit) throw new Error('too many files')
      const path = inside + found.name
      if (found.isFile()) add(path, statSync(`${root}/${path}`, { throwIfNoEntry: false }))
      else if (found.isDirectory()) enter(path, realpathSync(`${root}/${path}`))
      else if (found.isSymbolicLink()) follow(path)
    }
  }
  const enter = (path: string, real: string): void => {
    add(`${path}/`, undefined)
    if (entered.has(real)) return
    entered.add(real)
    walk(`${path}/`)
  }
  const follow = (path: string): void => {
    const real = realpathSync(`${root}/${path}`)
    const stats = statSync(real)
    if (stats.isDirectory() && real.startsWith(realRoot + sep)) enter(path, real)
    else add(`${path}\0${real}`, stats)
  }
  walk('')
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
