import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  rmSync,
  type Stats,
} from 'node:fs'
import { isSameFile } from './look.ts'
import type { Opened, PathOf } from './open.ts'
import { changed } from './refused.ts'

/**
 * Copies an open file to a name that is free, sharing its blocks where the file system can (which it does by name only), and
 * makes sure that it was this file that was copied, and that nobody wrote to it meanwhile. Gives what it was.
 *
 * @throws Refused or what the system says; then there is no copy.
 */
export const copyOf = (file: Opened, to: string, between: () => void, pathOf: PathOf): Stats => {
  // Linux has a name for an open file that leads nowhere else.
  const isSure = pathOf(file.descriptor) !== undefined
  between()
  copyFileSync(
    isSure ? `/proc/self/fd/${file.descriptor}` : file.real,
    to,
    constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE,
  )
  try {
    const after = fstatSync(file.descriptor)
    if (!isUntouched(file.stats, after) || !(isSure || isCopy(file, to))) throw changed()
    return after
  } catch (error) {
    rmSync(to, { force: true })
    throw error
  }
}

/**
 * Gives an open file a second name that is free.
 * @throws Refused or what the system says; then there is no such name.
 */
export const linkOf = (file: Opened, to: string, between: () => void): Stats => {
  between()
  linkSync(file.real, to)
  try {
    if (!isSameFile(lstatSync(to, { bigint: true }), fstatSync(file.descriptor, { bigint: true })))
      throw changed()
    return fstatSync(file.descriptor)
  } catch (error) {
    rmSync(to, { force: true })
    throw error
  }
}

const isUntouched = (before: Stats, after: Stats): boolean =>
  before.size === after.size && before.mtimeMs === after.mtimeMs && before.ctimeMs === after.ctimeMs

/** So many samples, of so many bytes: enough to tell any other file, for nobody knows the bytes of one that he may not read. */
const samples = 16
const sampleSize = 64 * 1024

const isCopy = (file: Opened, to: string): boolean => {
  const copy = openSync(to, 'r')
  try {
    const { size } = file.stats
    if (fstatSync(copy).size !== size) return false
    const [one, other] = [Buffer.alloc(sampleSize), Buffer.alloc(sampleSize)]
    const last = Math.max(0, size - sampleSize)
    for (let i = 0; i < samples; i++) {
      const position = Math.floor((i * last) / (samples - 1))
      const length = file.read(one, 0, sampleSize, position)
      if (readSync(copy, other, 0, sampleSize, position) !== length) return false
      if (!one.subarray(0, length).equals(other.subarray(0, length))) return false
      if (last === 0) break
    }
    return true
  } finally {
    closeSync(copy)
  }
}
