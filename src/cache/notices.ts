/** Who was told of which bytes of a feed. It is lost with the cache: then everybody is told once more, which does no harm. */

import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '../door/make-folder.ts'
import { noticesBytes } from '../limits.ts'

/** By the feed's address. */
type Notices = Readonly<Record<string, { readonly digest: string; readonly told: readonly string[] }>>

export interface NoticesFile {
  /** Whether there is one that can be read. */
  readonly isThere: boolean
  readonly knows: (to: string) => boolean
  /** False when it cannot be written. */
  readonly keep: (to: string) => boolean
}

export interface NoticesOf {
  readonly path: string
  readonly feedUrl: string
  /** Of the feed's bytes. */
  readonly digest: string
  readonly processId: number
}

/** Never throws. */
export const openNotices = ({ path, feedUrl, digest, processId }: NoticesOf): NoticesFile => {
  const earlier = read(path)
  const last = earlier?.[feedUrl]
  const told = new Set(last?.digest === digest ? last.told : [])
  return {
    isThere: earlier !== undefined,
    knows: to => told.has(to),
    keep: to => {
      told.add(to)
      // Another run may have written meanwhile, of another show.
      return write(path, { ...read(path), [feedUrl]: { digest, told: [...told].sort() } }, processId)
    },
  }
}

const read = (path: string): Notices | undefined => {
  try {
    const stats = lstatSync(path)
    if (!stats.isFile() || stats.size > noticesBytes) return undefined
    const { version, feeds } = Object(JSON.parse(readFileSync(path, 'utf8')))
    return version === 1 && isNotices(feeds) ? feeds : undefined
  } catch {
    return undefined
  }
}

const isNotices = (value: unknown): value is Notices =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    one => typeof one?.digest === 'string' && Array.isArray(one.told) && one.told.every(isText),
  )

const isText = (value: unknown): boolean => typeof value === 'string'

const write = (path: string, feeds: Notices, processId: number): boolean => {
  const temporary = `${path}.${processId}.tmp`
  try {
    makeFolder(dirname(path))
    writeFileSync(temporary, `${JSON.stringify({ version: 1, feeds }, undefined, 2)}\n`, { flag: 'wx' })
    renameSync(temporary, path)
    return true
  } catch {
    rmSync(temporary, { force: true })
    return false
  }
}
