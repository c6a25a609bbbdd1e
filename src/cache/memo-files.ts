/**
 * The memo on the disk: a file of everything, and beside it a small one of what has changed since. One changed episode of a
 * thousand then costs a few kilobytes of writing, not ten megabytes.
 */

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { hasCredentials, hasCredentialsInHtml } from '../units/credentials.ts'
import type { CachePlace } from './place.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

/** Where an entry's value is: in one of the two files, or in memory because it is new. */
export type MemoEntry = Readonly<{ key: string }> & (KeptEntry | Readonly<{ value: unknown }>)

interface KeptEntry {
  readonly from: 'all' | 'since'
  readonly offset: number
  readonly length: number
  /** Whether it is a text, which is written as it is; anything else is JSON. Notes are long, and quoting them takes time. */
  readonly isText: boolean
}

export interface MemoFiles {
  readonly entries: ReadonlyMap<string, MemoEntry>
  readonly valueOf: (entry: MemoEntry) => unknown
  readonly bytesOf: (entry: KeptEntry) => Uint8Array
  /** Of the file of everything; undefined when there is none. */
  readonly name: string | undefined
  /** Bytes of the file of everything. */
  readonly size: number
}

interface Directory {
  /** Which file of everything this is, or belongs to. */
  readonly name: string
  readonly rows: readonly Row[]
}
type Row = readonly [id: string, key: string, offset: number, length: number, isText: 0 | 1]

const none: Buffer = Buffer.alloc(0)

/** What has changed may become this much of everything, before everything is written anew. */
const share = 0.25

export const readEntries = (place: CachePlace): MemoFiles => {
  const all = readPart(place, 'all')
  const there = readPart(place, 'since')
  const since = all && there?.directory.name === all.directory.name ? there : undefined
  const entries = new Map<string, MemoEntry>()
  for (const [from, part] of [
    ['all', all],
    ['since', since],
  ] as const)
    for (const [id, key, offset, length, isText] of part?.directory.rows ?? [])
      entries.set(id, { key, from, offset, length, isText: isText === 1 })
  const values = { all: all?.values ?? none, since: since?.values ?? none }
  return {
    entries,
    valueOf: entry => {
      if ('value' in entry) return entry.value
      const text = values[entry.from].toString('utf8', entry.offset, entry.offset + entry.length)
      return entry.isText ? text : JSON.parse(text)
    },
    bytesOf: ({ from, offset, length }) => values[from].subarray(offset, offset + length),
    name: all?.directory.name,
    size: all?.values.length ?? 0,
  }
}

/** `isWanted`: whether an entry was asked for. */
export const writeEntries = (
  place: CachePlace,
  known: MemoFiles,
  fresh: ReadonlyMap<string, MemoEntry>,
  isWanted: (id: string) => boolean,
): void => {
  if (fresh.size === 0) return
  const since = new Map(
    [...known.entries].filter(([id, entry]) => 'from' in entry && entry.from === 'since' && isWanted(id)),
  )
  for (const [id, entry] of fresh) since.set(id, entry)
  const part = partOf(known, since)
  if (known.name !== undefined && part.size < known.size * share)
    writePart(place, 'since', { ...part, name: known.name })
  else {
    const all = new Map([...known.entries, ...since].filter(([id]) => isWanted(id)))
    writePart(place, 'all', { ...partOf(known, all), name: randomBytes(8).toString('hex') })
  }
}

const partOf = (known: MemoFiles, entries: ReadonlyMap<string, MemoEntry>) => {
  const rows: Row[] = []
  // Into a few large stretches of memory: thousands of small ones would cost more than everything else here.
  const full: Uint8Array[] = []
  let current = Buffer.allocUnsafe(chunk)
  let used = 0
  let size = 0
  const room = (length: number): Buffer => {
    if (used + length > current.length) {
      full.push(current.subarray(0, used))
      current = Buffer.allocUnsafe(Math.max(chunk, length))
      used = 0
    }
    return current
  }
  for (const [id, entry] of entries) {
    let start = used
    const isText = 'value' in entry ? isPlainText(entry.value) : entry.isText
    if ('value' in entry) {
      const text = isPlainText(entry.value) ? entry.value : JSON.stringify(entry.value)
      // A cache may be kept or shared by others: no password lies in it.
      if (hasCredentialsInHtml(text) || hasCredentials(entry.key)) continue
      // UTF-8 has at most three bytes for a UTF-16 unit.
      const into = room(3 * text.length)
      start = used
      used += into.write(text, used)
    } else {
      const bytes = known.bytesOf(entry)
      const into = room(bytes.length)
      start = used
      into.set(bytes, used)
      used += bytes.length
    }
    rows.push([id, entry.key, size, used - start, isText ? 1 : 0])
    size += used - start
  }
  return { rows, values: [...full, current.subarray(0, used)], size }
}

/** UTF-8 has no way to write half of a surrogate pair; JSON has. */
const isPlainText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed()

/** Bytes. */
const chunk = 4 * 1024 * 1024

const fileOf = ({ folder }: CachePlace, which: 'all' | 'since'): string => join(folder, `memo-${which}`)

const writePart = (
  place: CachePlace,
  which: 'all' | 'since',
  { name, rows, values }: Directory & { readonly values: readonly Uint8Array[] },
): void => {
  const directory = Buffer.from(JSON.stringify({ name, rows } satisfies Directory))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(directory.length)
  writeSealed(fileOf(place, which), place, [length, directory, ...values])
}

const readPart = (place: CachePlace, which: 'all' | 'since') => {
  const content = readSealed(fileOf(place, which), place)
  if (content === undefined || content.length < 4) return undefined
  const end = 4 + content.readUInt32LE()
  const directory: Directory = JSON.parse(content.toString('utf8', 4, end))
  return { directory, values: content.subarray(end) }
}
