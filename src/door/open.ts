import {
  type BigIntStats,
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs'
import { sep } from 'node:path'
import { readOnly } from './flags.ts'
import { allow, isSameFile, type Look } from './look.ts'
import { changed } from './refused.ts'
import { whereIs } from './where.ts'

/** Bytes that can be read from anywhere. */
export interface ByteSource {
  readonly size: number
  /** Reads up to `length` bytes from `position` to `at` of the memory; gives how many there were. */
  readonly read: (into: Uint8Array, at: number, length: number, position: number) => number
}

/** A file that is open for reading. */
export interface OpenFile extends ByteSource {
  /** Of the open file itself, whatever has its name by now. */
  readonly stats: Stats
  readonly close: () => void
}

export interface Opened extends OpenFile {
  readonly descriptor: number
  readonly real: string
}

/**
 * Opens what was looked at, and nothing else: neither what has come into its place since, nor what stands behind a folder that
 * has become a link.
 *
 * @throws Refused, or what the system says.
 */
export const open = (realRoot: string, look: Look, between: () => void, pathOf: PathOf): Opened => {
  allow(look)
  between()
  const descriptor = descriptorOf(look.real)
  try {
    confirm(realRoot, look, descriptor, pathOf)
    return { descriptor, real: look.real, ...openFile(descriptor) }
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

const descriptorOf = (real: string): number => {
  try {
    return openSync(real, readOnly)
  } catch (error) {
    // It was no link when it was looked at.
    throw (error as NodeJS.ErrnoException).code === 'ELOOP' ? changed() : error
  }
}

export const openFile = (descriptor: number): OpenFile => {
  const stats = fstatSync(descriptor)
  let isOpen = true
  return {
    size: stats.size,
    stats,
    read: (into, at, length, position) => readSync(descriptor, into, at, length, position),
    close: () => {
      if (isOpen) closeSync(descriptor)
      isOpen = false
    },
  }
}

const confirm = (realRoot: string, look: Look, descriptor: number, pathOf: PathOf): void => {
  const opened = fstatSync(descriptor, { bigint: true })
  if (!opened.isFile() || !isSameFile(opened, look.stats)) throw changed()
  if (!isInside(realRoot, look, opened, pathOf(descriptor))) throw changed()
}

/**
 * The same numbers are not enough: when a folder becomes a link between resolving a name and looking at it, they are those of a
 * file outside. Linux says where an open file is; elsewhere the name is resolved once more.
 */
const isInside = (realRoot: string, look: Look, opened: BigIntStats, known: string | undefined): boolean => {
  if (known !== undefined) return whereIs(realRoot, known, sep).kind === 'inside'
  return (
    realpathSync.native(look.real) === look.real && isSameFile(lstatSync(look.real, { bigint: true }), opened)
  )
}

/** The path of an open file; undefined where the system does not tell. */
export type PathOf = (descriptor: number) => string | undefined

export const pathOf: PathOf = descriptor => {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`)
  } catch {
    return undefined
  }
}
