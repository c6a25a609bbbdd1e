/**
 * Matroska and WebM, beside music-metadata, which believes the header: whether the file was cut off, and where its sound ends then.
 * RFC 9559 (Matroska), RFC 8794 (EBML).
 */

import { matroskaElements, matroskaTailBytes } from '../../limits.ts'
import { type ByteWindow, type Reading, u24be, u32be } from '../bytes.ts'

/** The end of the last block, found because the header does not say it or cannot be right. */
export interface LastBlock {
  /** Seconds. */
  readonly end: number
  /** Bytes that the file lacks by its own account; 0: the recorder left the size open. */
  readonly missing: number
}

const SEGMENT = 0x18538067
const INFO = 0x1549a966
const CLUSTER = 0x1f43b675
const TIMESTAMP_SCALE = 0x2ad7b1
const DURATION = 0x4489
const TIMESTAMP = 0xe7
const SIMPLE_BLOCK = 0xa3
const BLOCK_GROUP = 0xa0
const BLOCK = 0xa1

interface Element {
  readonly id: number
  readonly body: number
  /** Infinity: the writer left it open. */
  readonly end: number
}

/** The element at `at` of `b`; undefined when its header is not there. Positions count from `base`. */
const parseElement = (b: Uint8Array, at: number, base: number): Element | undefined => {
  const idLength = Math.clz32(b[at] ?? 0) - 23
  const sizeLength = Math.clz32(b[at + idLength] ?? 0) - 23
  const body = at + idLength + sizeLength
  if (idLength > 4 || sizeLength > 8 || body > b.length) return undefined
  let id = 0
  for (let i = at; i < at + idLength; i++) id = id * 256 + b[i]!
  let size = b[at + idLength]! & (0xff >> sizeLength)
  let isOpen = size === 0xff >> sizeLength
  for (let i = at + idLength + 1; i < body; i++) {
    size = size * 256 + b[i]!
    isOpen &&= b[i] === 0xff
  }
  return { id, body: base + body, end: isOpen ? Number.POSITIVE_INFINITY : base + body + size }
}

const HEADER = 12

/** Undefined when the header states a length and the file is whole. */
export function* findLastBlock(window: ByteWindow, start: number): Reading<LastBlock | undefined> {
  const ebml = parseElement(yield* window.at(start, HEADER, 1024), 0, start)
  const segmentAt = ebml === undefined ? 0 : ebml.end
  const segment = parseElement(yield* window.at(segmentAt, HEADER, 1024), 0, segmentAt)
  if (segment?.id !== SEGMENT) return undefined
  const head = yield* readHead(window, segment.body)
  const missing = Number.isFinite(segment.end) ? Math.max(0, segment.end - window.size) : 0
  if (missing === 0 && head.hasDuration) return undefined
  const ticks = yield* lastTicks(window, head.firstCluster)
  return ticks === undefined ? undefined : { end: (ticks * head.scale) / 1e9, missing }
}

interface Head {
  /** Nanoseconds in a tick. */
  readonly scale: number
  readonly hasDuration: boolean
  readonly firstCluster: number
}

function* readHead(window: ByteWindow, first: number): Reading<Head> {
  let scale = 1_000_000
  let hasDuration = false
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
    at = element.end
  }
  return { scale, hasDuration, firstCluster: at }
}

/** The elements that stand whole in `b` from `at` on; an open one is entered. */
function* elementsIn(b: Uint8Array, from: number): Generator<Element, void, void> {
  for (let at = from; at < b.length; ) {
    const element = parseElement(b, at, 0)
    if (element === undefined || (Number.isFinite(element.end) && element.end > b.length)) return
    yield element
    at = Number.isFinite(element.end) ? element.end : element.body
  }
}

const uint = (b: Uint8Array, start: number, end: number): number => {
  let value = 0
  for (let i = start; i < end; i++) value = value * 256 + b[i]!
  return value
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
