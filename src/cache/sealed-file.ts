/** A file of the cache. Only what this very program wrote for this very user, whole, is read back; anything else is as good as nothing. */

import { createHmac, randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readOnly } from '../door/flags.ts'
import { makeFolder } from '../door/make-folder.ts'
import { abandonedCacheMilliseconds } from '../limits.ts'
import type { Key } from './key.ts'
import type { CachePlace } from './place.ts'
import { remove } from './remove.ts'

const magic = 'build-feed cache 2'
/** A header is one line. */
const longestHeader = 1024

/**
 * The content, or undefined when there is none that can be trusted. Never throws.
 *
 * It is sealed with a key that never leaves the user's own cache folder: what a stranger has made, with whatever times and names,
 * is not read, nor is one file of the cache in the place of another.
 */
export const readSealed = (path: string, { program, key }: Sealing): Buffer | undefined => {
  const own = key()
  if (own === undefined) return undefined
  let bytes: Buffer
  try {
    const fd = openSync(path, readOnly)
    try {
      if (!fstatSync(fd).isFile()) return undefined
      bytes = readFileSync(fd)
    } finally {
      closeSync(fd)
    }
  } catch {
    return undefined
  }
  const end = bytes.subarray(0, longestHeader).indexOf(10)
  if (end < 0) return undefined
  const [kind, writer, seal] = bytes.toString('latin1', 0, end).split('\t')
  const content = bytes.subarray(end + 1)
  return kind === magic && writer === program && seal === sealOf(own, path, program, [content])
    ? content
    : undefined
}

type Sealing = Pick<CachePlace, 'program' | 'key'>

/** Whole or not at all. Never throws: a cache that cannot be written is a cache that is not there. */
export const writeSealed = (
  path: string,
  { program, key }: Sealing,
  content: readonly Uint8Array[],
): void => {
  const own = key()
  if (own === undefined) return
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    makeFolder(dirname(path), 0o700)
    const fd = openSync(temporary, 'wx', 0o600)
    try {
      const seal = sealOf(own, path, program, content)
      const header = Buffer.from(`${magic}\t${program}\t${seal}\n`, 'latin1')
      for (const part of [header, ...content])
        for (let done = 0; done < part.length; ) done += writeSync(fd, part, done)
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, path)
    sweep(path)
  } catch {
    remove(temporary)
  }
}

/** What the clock of the cache's disk says, in milliseconds; undefined when nothing can be written there. */
export const diskTime = (folder: string): number | undefined => {
  const path = join(folder, `${randomBytes(6).toString('hex')}.tmp`)
  try {
    makeFolder(folder, 0o700)
    const fd = openSync(path, 'wx', 0o600)
    try {
      return fstatSync(fd).mtimeMs
    } finally {
      closeSync(fd)
      rmSync(path, { force: true })
    }
  } catch {
    return undefined
  }
}

/** Of a file of that name in the folder of that show. */
const sealOf = (key: Key, path: string, program: string, content: readonly Uint8Array[]): string => {
  const seal = createHmac('sha256', key).update(`${basename(dirname(path))}/${basename(path)}\n${program}\n`)
  for (const part of content) seal.update(part)
  return seal.digest('base64')
}

/** What builds that were killed have left behind. */
const sweep = (path: string): void => {
  const now = statSync(path).ctimeMs
  for (const name of readdirSync(dirname(path))) {
    if (!name.endsWith('.tmp') || name === basename(path)) continue
    const left = join(dirname(path), name)
    const there = statSync(left, { throwIfNoEntry: false })
    if (there && now - there.ctimeMs > abandonedCacheMilliseconds) rmSync(left, { force: true })
  }
}
