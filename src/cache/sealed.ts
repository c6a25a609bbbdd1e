/** A file of the cache. Only what this very program wrote, whole, on this disk, is read back; anything else is as good as nothing. */

import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

const magic = 'build-feed cache 1'
/** A header is one line. */
const longestHeader = 1024
/** Milliseconds after which a temporary file belongs to nobody any more. */
const abandoned = 3_600_000

/**
 * The content, or undefined when there is none that can be trusted. Never throws.
 *
 * The header names the file's own time. A checkout gives its files the time of the checkout: a cache that a stranger put
 * among the sources (below node_modules, say) does not know its own time, and is not read.
 */
export const readSealed = (path: string, program: string): Buffer | undefined => {
  let bytes: Buffer
  let time: number
  try {
    const fd = openSync(path, 'r')
    try {
      time = fstatSync(fd).mtimeMs
      bytes = readFileSync(fd)
    } finally {
      closeSync(fd)
    }
  } catch {
    return undefined
  }
  const end = bytes.subarray(0, longestHeader).indexOf(10)
  if (end < 0) return undefined
  const [kind, writer, written, digest] = bytes.toString('latin1', 0, end).split('\t')
  const content = bytes.subarray(end + 1)
  return kind === magic &&
    writer === program &&
    Math.abs(Number(written) - time) < 0.01 &&
    digest === digestOf([content])
    ? content
    : undefined
}

/** Whole or not at all. Never throws: a cache that cannot be written is a cache that is not there. */
export const writeSealed = (path: string, program: string, content: readonly Uint8Array[]): void => {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    const fd = openSync(temporary, 'wx')
    try {
      const time = Math.floor(fstatSync(fd).mtimeMs)
      const header = Buffer.from(`${magic}\t${program}\t${time}\t${digestOf(content)}\n`, 'latin1')
      for (const part of [header, ...content])
        for (let done = 0; done < part.length; ) done += writeSync(fd, part, done)
      futimesSync(fd, time / 1000, time / 1000)
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, path)
    sweep(path)
  } catch {
    rmSync(temporary, { force: true })
  }
}

/** What the clock of the cache's disk says, in milliseconds; undefined when nothing can be written there. */
export const diskTime = (folder: string): number | undefined => {
  const path = join(folder, `${randomBytes(6).toString('hex')}.tmp`)
  try {
    mkdirSync(folder, { recursive: true })
    const fd = openSync(path, 'wx')
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

const digestOf = (content: readonly Uint8Array[]): string => {
  const hash = createHash('sha256')
  for (const part of content) hash.update(part)
  return hash.digest('base64')
}

/** What builds that were killed have left behind. */
const sweep = (path: string): void => {
  const now = statSync(path).ctimeMs
  for (const name of readdirSync(dirname(path))) {
    if (!name.endsWith('.tmp') || name === basename(path)) continue
    const left = join(dirname(path), name)
    const there = statSync(left, { throwIfNoEntry: false })
    if (there && now - there.ctimeMs > abandoned) rmSync(left, { force: true })
  }
}
