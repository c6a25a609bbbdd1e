/**
 * Matroska and WebM, beside music-metadata, which believes the header: whether the file was cut off, and where its sound ends then.
 * RFC 9559 (Matroska), RFC 8794 (EBML).
 */

import { matroskaChapterBytes, matroskaElements, matroskaTailBytes } from '../../limits.ts'
import type { Chapter } from '../../model.ts'
import { type ByteWindow, type Reading, u24be, u32be } from '../bytes.ts'
import { matroskaChapters } from './matroska-chapters.ts'
import { type Element, elementsIn, parseElement, uint } from './matroska-element.ts'
import type { LastBlock } from './reading.ts'

const SEGMENT = 0x18538067
const INFO = 0x1549a966
const CLUSTER = 0x1f43b675
const TIMESTAMP_SCALE = 0x2ad7b1
const DURATION = 0x4489
const TIMESTAMP = 0xe7
const SIMPLE_BLOCK = 0xa3
const BLOCK_GROUP = 0xa0
const BLOCK = 0xa1
const CHAPTERS = 0x1043a770
const SEEK_HEAD = 0x114d9b74
const SEEK = 0x4dbb
const SEEK_ID = 0x53ab
const SEEK_POSITION = 0x53ac

const HEADER = 12

export interface Matroska {
  /** Undefined when the header states a length and the file is whole. */
  readonly lastBlock?: LastBlock
  readonly chapters: readonly Chapter[]
}

export function* readMatroska(window: ByteWindow, start: number): Reading<Matroska> {
  const ebml = parseElement(yield* window.at(start, HEADER, 1024), 0, start)
  const segmentAt = ebml === undefined ? 0 : ebml.end
  const segment = parseElement(yield* window.at(segmentAt, HEADER, 1024), 0, segmentAt)
  if (segment?.id !== SEGMENT) return { chapters: [] }
  const head = yield* readHead(window, segment.body)
  const missing = Number.isFinite(segment.end) ? Math.max(0, segment.end - window.size) : 0
  const chapters = head.chapters ?? (yield* chaptersAt(window, segment.body, head.chaptersAt))
  if (missing === 0 && head.hasDuration) return { chapters }
  const ticks = yield* lastTicks(window, head.firstCluster)
  return ticks === undefined
    ? { chapters }
    : { chapters, lastBlock: { end: (ticks * head.scale) / 1e9, missing } }
}

interface Head {
  /** Nanoseconds in a tick. */
  readonly scale: number
  readonly hasDuration: boolean
  readonly firstCluster: number
  /** Where they stand before the sound. */
  readonly chapters: readonly Chapter[] | undefined
  /** Where they stand else, in bytes from the beginning of the segment. */
  readonly chaptersAt: number | undefined
}

function* readHead(window: ByteWindow, first: number): Reading<Head> {
  let scale = 1_000_000
  let hasDuration = false
  let chapters: readonly Chapter[] | undefined
  let chaptersAt: number | undefined
  let at = first
  for (let i = 0; i < matroskaElements && at < window.size; i++) {
    const element = parseElement(yield* window.at(at, HEADER, 1024), 0, at)
    if (element === undefined || element.id === CLUSTER || !Number.isFinite(element.end)) break
    if (element.id === INFO) {
      const info = yield* window.at(element.body, Math.min(element.end - element.body, 4096))
      for (const { id, body, end } of elementsIn(info, 0)) {
        if (id === DURATION) hasDuration = true
        if (id === TIMESTAMP_SCALE) scale = uint(info, body, Math.min(end, info.length))
      }
    }
    if (element.id === SEEK_HEAD) chaptersAt ??= seekChapters(yield* bodyOf(window, element, 4096))
    if (element.id === CHAPTERS) chapters ??= matroskaChapters(yield* bodyOf(window, element))
    at = element.end
  }
  return { scale, hasDuration, firstCluster: at, chapters, chaptersAt }
}

function* bodyOf(
  window: ByteWindow,
  { body, end }: Element,
  most = matroskaChapterBytes,
): Reading<Uint8Array> {
  return (yield* window.at(body, Math.min(end - body, most))).slice()
}

/** Where a SeekHead says that the chapters stand (RFC 9559, 5.1.1). */
const seekChapters = (b: Uint8Array): number | undefined => {
  for (const seek of elementsIn(b, 0)) {
    if (seek.id !== SEEK) continue
    const parts = [...elementsIn(b.subarray(0, seek.end), seek.body)]
    const id = parts.find(part => part.id === SEEK_ID)
    const position = parts.find(part => part.id === SEEK_POSITION)
    if (id !== undefined && position !== undefined && uint(b, id.body, id.end) === CHAPTERS)
      return uint(b, position.body, position.end)
  }
  return undefined
}

function* chaptersAt(
  window: ByteWindow,
  segment: number,
  offset: number | undefined,
): Reading<readonly Chapter[]> {
  if (offset === undefined || segment + offset >= window.size) return []
  const element = parseElement(yield* window.at(segment + offset, HEADER, 4096), 0, segment + offset)
  return element?.id === CHAPTERS ? matroskaChapters(yield* bodyOf(window, element)) : []
}

/** A cluster of sound is some kilobytes; of video, some megabytes. */
const TAIL = 256 * 1024

function* lastTicks(window: ByteWindow, from: number): Reading<number | undefined> {
  for (let tail = TAIL; ; tail *= 8) {
    const start = Math.max(from, window.size - tail)
    const bytes = yield* window.at(start, Math.max(0, window.size - start))
    const cluster = lastCluster(bytes)
    const ticks = cluster < 0 ? undefined : endOfBlocks(bytes, cluster)
    if (ticks !== undefined) return ticks
    if (start === from || tail >= matroskaTailBytes) return undefined
  }
}

const lastCluster = (b: Uint8Array): number => {
  for (let at = b.lastIndexOf(0x1f); at >= 0; at = at === 0 ? -1 : b.lastIndexOf(0x1f, at - 1))
    if (at + 4 <= b.length && u32be(b, at) === CLUSTER && timestampAt(b, at) !== undefined) return at
  return -1
}

/** A cluster begins with its timestamp, unless a checksum stands before it. */
const timestampAt = (b: Uint8Array, at: number): number | undefined => {
  const cluster = parseElement(b, at, 0)
  if (cluster === undefined) return undefined
  const timestamp = elementsIn(b.subarray(0, cluster.body + 32), cluster.body)
  for (const { id, body, end } of timestamp) if (id === TIMESTAMP) return uint(b, body, end)
  return undefined
}

/** The end of the last whole block: it is taken to be as long as the one before. */
const endOfBlocks = (b: Uint8Array, cluster: number): number | undefined => {
  const base = timestampAt(b, cluster) ?? 0
  const times: number[] = []
  for (const element of elementsIn(b, parseElement(b, cluster, 0)!.body)) {
    const block = element.id === BLOCK_GROUP ? blockIn(b, element) : element
    if (block !== undefined && (block.id === SIMPLE_BLOCK || block.id === BLOCK)) times.push(timeOf(b, block))
  }
  const sorted = times.sort((x, y) => x - y)
  const last = sorted.at(-1)
  return last === undefined ? undefined : base + last + Math.min(last - (sorted.at(-2) ?? last), 1000)
}

const blockIn = (b: Uint8Array, group: Element): Element | undefined => {
  for (const element of elementsIn(b.subarray(0, group.end), group.body))
    if (element.id === BLOCK) return element
  return undefined
}

/** A track number of variable length, then the time against the cluster's, signed, in 16 bits. */
const timeOf = (b: Uint8Array, { body }: Element): number => {
  const at = body + Math.clz32(b[body] ?? 0) - 23
  return (u24be(b, at) << 8) >> 16
}
