/** The key that a user's cache is sealed with: random, and readable by nobody else. */

import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, type Stats, writeSync } from 'node:fs'
import { join } from 'node:path'
import { readOnly } from '../door/flags.ts'
import { makeFolder } from '../door/make-folder.ts'
import { remove } from './remove.ts'

export type Key = Uint8Array

/** Bytes. */
const length = 32

/** The key of a cache folder, made when there is none that can be trusted. Never throws. */
export const keyIn = (folder: string, user: number | undefined): Key | undefined => {
  const path = join(folder, 'key')
  return readKey(path, user) ?? makeKey(folder, path, user)
}

const readKey = (path: string, user: number | undefined): Key | undefined => {
  try {
    const fd = openSync(path, readOnly)
    try {
      const stats = fstatSync(fd)
      return stats.size === length && isOwn(stats, user) ? readFileSync(fd) : undefined
    } finally {
      closeSync(fd)
    }
  } catch {
    return undefined
  }
}

/** Whether a file is one that only this user can have written, and only he can read. */
const isOwn = (stats: Stats, user: number | undefined): boolean =>
  stats.isFile() && (user === undefined || (stats.uid === user && (stats.mode & 0o077) === 0))

/** When two builds make one at the same time, the later stands, and what the earlier seals is not read. */
const makeKey = (folder: string, path: string, user: number | undefined): Key | undefined => {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    makeFolder(folder, 0o700)
    const fd = openSync(temporary, 'wx', 0o600)
    try {
      writeSync(fd, randomBytes(length))
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, path)
    return readKey(path, user)
  } catch {
    remove(temporary)
    return undefined
  }
}
