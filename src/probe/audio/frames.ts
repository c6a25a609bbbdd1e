/**
 * Counting the frames of a stream without a container: MPEG audio and ADTS.
 * A frame says how long it is, so a count touches one header per frame; where the chain breaks, the next frame is looked for.
 */

import { audioJoints } from '../../limits.ts'
import type { Disagreement } from '../../model.ts'
import { type ByteWindow, hasAscii, type Reading, u32le } from '../bytes.ts'
import { id3Length } from './id3.ts'

export interface FrameFormat {
  readonly name: 'mpeg' | 'adts'
  /** The longest frame, in bytes. */
  readonly maxLength: number
  /** Of the frame whose header stands at `at`, in bytes; 0 when no header is there. Never shorter than the header. */
  readonly length: (b: Uint8Array, at: number) => number
  /** What all frames of a stream share. Two streams that were joined mostly differ in it. */
  readonly signature: (b: Uint8Array, at: number) => number
  readonly samples: (b: Uint8Array, at: number) => number
  /** Hertz. */
  readonly sampleRate: (b: Uint8Array, at: number) => number
  /** Whether the frame is no audio but an encoder's note of the length: only the first of a stream can be. */
  readonly isLengthHeader: (b: Uint8Array, at: number) => boolean
}

export interface Garbage {
  readonly bytes: number
  readonly offset: number
}

export interface Scan {
  /** Of all whole frames, each at its own sample rate. */
  readonly seconds: number
  readonly frames: number
  /** The first byte after the last whole frame. */
  readonly end: number
  /** Bytes between frames that are neither frames nor tags, and where the first stand. */
  readonly garbage: Garbage
  /** Bytes after the last frame that are no frame. */
  readonly trailing: number
  /** Bytes that the last frame lacks, when the file ends in the middle of it. */
  readonly missing: number
  /** Where a second recording begins: another sample rate or channel count, a length header, a tag before more frames. */
  readonly joints: readonly number[]
}

const BLOCK = 256 * 1024
/** What must be at hand to judge a frame: its header, and a length header in it. */
const NEEDED = 64
/** MPEG's header has four bytes; ADTS's has seven, and no frame without them. */
const HEADER = 7
/** Two sync words in a row happen by chance in a large file; three do not. */
const CONFIRMED = 3

/** The state of a count. Positions count from the file's start. */
interface Count {
  signature: number
  sampleRate: number
  /** At `sampleRate`; those at earlier rates are in `seconds`. */
  samples: number
  seconds: number
  frames: number
  end: number
  missing: number
  garbage: Garbage
  /** Where the chain of frames broke; -1 while it holds. */
  lostAt: number
  /** A tag stood between frames: when frames follow, they are another recording. */
  tagged: boolean
  readonly joints: number[]
}

/** A part of the file in memory. */
interface Block {
  readonly bytes: Uint8Array
  readonly base: number
  readonly isLast: boolean
}

/** The first search reads less than a count: mostly the frame is near. */
const SEARCH_BLOCK = 64 * 1024

/**
 * Where the first frame stands: at `from`, or at most `reach` bytes after it; -1 when not there.
 * Where a frame is expected, one more confirms it; alone it may stand only when the file ends with it.
 */
export function* findStart(
  window: ByteWindow,
  from: number,
  end: number,
  format: FrameFormat,
  reach: number,
): Reading<number> {
  const head = yield* window.at(from, Math.min(HEADER, end - from))
  if (head.length === HEADER && format.length(head, 0) > 0) {
    const frames = yield* window.at(from, Math.min(2 * format.maxLength + HEADER, end - from))
    if (isChain(frames, 0, format, 2)) return from
  }
  const limit = Math.min(end, from + reach)
  for (let at = from; at < limit; ) {
    const bytes = yield* window.at(at, Math.min(SEARCH_BLOCK, end - at))
    const isLast = bytes.length < SEARCH_BLOCK
    const next = findFrames({ bytes, base: at, isLast }, 0, format)
    if (next.found) return at + next.at
    if (isLast) break
    at += next.at
  }
  return -1
}

/** Counts the frames from `start` (where a frame stands) to `end`. */
export function* scanFrames(
  window: ByteWindow,
  start: number,
  end: number,
  format: FrameFormat,
): Reading<Scan> {
  const count = newCount(start)
  const head = yield* window.at(start, HEADER)
  count.signature = format.signature(head, 0)
  count.sampleRate = format.sampleRate(head, 0)
  let at = start
  while (at < end && count.missing === 0) {
    const wanted = Math.min(BLOCK, end - at)
    const bytes = yield* window.at(at, wanted)
    const isLast = bytes.length < wanted || at + wanted >= end
    at += advance({ bytes, base: at, isLast }, format, count)
    if (isLast) break
  }
  return {
    seconds: count.seconds + count.samples / count.sampleRate,
    frames: count.frames,
    end: count.end,
    garbage: count.garbage,
    trailing: count.missing > 0 || count.tagged || end - count.end < HEADER ? 0 : end - count.end,
    missing: count.missing,
    joints: count.joints,
  }
}

const newCount = (start: number): Count => ({
  signature: -1,
  sampleRate: 1,
  samples: 0,
  seconds: 0,
  frames: 0,
  end: start,
  missing: 0,
  garbage: { bytes: 0, offset: 0 },
  lostAt: -1,
  tagged: false,
  joints: [],
})

/** Counts what stands in one block. Returns how far it came: perhaps beyond the block, and never 0 unless it is the last. */
const advance = (block: Block, format: FrameFormat, count: Count): number => {
  const { bytes, base, isLast } = block
  const needed = isLast ? HEADER : CONFIRMED * format.maxLength + NEEDED
  let at = 0
  for (;;) {
    if (count.lostAt < 0) at = follow(block, at, format, count)
    if (count.missing > 0 || at + needed > bytes.length) return at
    const tag = tagLength(bytes, at)
    if (tag > 0) {
      count.tagged = true
      at += tag
      continue
    }
    const next = findFrames(block, at, format)
    if (next.found) beginRun(block, next.at, base + at, format, count)
    else if (count.lostAt < 0) count.lostAt = base + at
    at = next.at
  }
}

/** Follows the chain of frames from `at`; returns where it breaks, or where the block does not show enough. */
const follow = ({ bytes, base, isLast }: Block, from: number, format: FrameFormat, count: Count): number => {
  const limit = bytes.length - (isLast ? HEADER : NEEDED)
  const { signature } = count
  let { samples, frames } = count
  let at = from
  while (at <= limit) {
    const length = format.length(bytes, at)
    if (length === 0 || format.signature(bytes, at) !== signature) break
    if (isLast && at + length > bytes.length) {
      count.missing = at + length - bytes.length
      break
    }
    if (frames > 0 && format.isLengthHeader(bytes, at)) addJoint(count, base + at)
    samples += format.samples(bytes, at)
    frames++
    at += length
  }
  if (frames > count.frames) {
    count.end = base + at
    count.tagged = false
  }
  count.samples = samples
  count.frames = frames
  return at
}

/** From `at` on, frames follow each other again: perhaps others than before. */
const beginRun = (
  { bytes, base }: Block,
  at: number,
  brokeAt: number,
  format: FrameFormat,
  count: Count,
): void => {
  const lostAt = count.lostAt < 0 ? brokeAt : count.lostAt
  const garbage = base + at - lostAt
  if (garbage > 0 && count.frames > 0) {
    const { bytes: before, offset } = count.garbage
    count.garbage = { bytes: before + garbage, offset: before > 0 ? offset : lostAt }
  }
  count.lostAt = -1
  const signature = format.signature(bytes, at)
  if (count.frames > 0 && (count.tagged || signature !== count.signature)) addJoint(count, base + at)
  count.seconds += count.samples / count.sampleRate
  count.samples = 0
  count.sampleRate = format.sampleRate(bytes, at)
  count.signature = signature
}

const addJoint = (count: Count, at: number): void => {
  if (count.joints.at(-1) !== at && count.joints.length < audioJoints) count.joints.push(at)
}

/**
 * Looks from `from` on for a frame that two more of its kind follow, or that ends with the file.
 * When none is found, `at` is how far the search came.
 */
export const findFrames = (
  { bytes, isLast }: Block,
  from: number,
  format: FrameFormat,
): { readonly at: number; readonly found: boolean } => {
  const limit = bytes.length - (isLast ? HEADER : CONFIRMED * format.maxLength + NEEDED)
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at <= limit; at = bytes.indexOf(0xff, at + 1))
    if (isChain(bytes, at, format, CONFIRMED)) return { at, found: true }
  return { at: isLast ? bytes.length : Math.max(from, limit + 1), found: false }
}

/** Whether a frame stands somewhere in `bytes`, with the header of another of its kind behind it. */
export const holdsFrame = (bytes: Uint8Array, format: FrameFormat): boolean => {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (isChain(bytes, at, format, 2)) return true
  return false
}

/** Whether `wanted` frames of one kind follow each other from `at`; fewer will do when they end exactly with the block. */
const isChain = (bytes: Uint8Array, at: number, format: FrameFormat, wanted: number): boolean => {
  const signature = format.signature(bytes, at)
  let next = at
  for (let i = 0; i < wanted; i++) {
    if (i > 0 && next === bytes.length) return true
    if (next + HEADER > bytes.length) return false
    const length = format.length(bytes, next)
    if (length === 0 || format.signature(bytes, next) !== signature) return false
    next += length
  }
  return true
}

export const garbageOf = (scan: Scan): Disagreement[] => {
  const list: Disagreement[] = []
  if (scan.garbage.bytes > 0) list.push({ kind: 'inner-garbage', ...scan.garbage })
  if (scan.trailing > 0) list.push({ kind: 'trailing-garbage', bytes: scan.trailing, offset: scan.end })
  return list
}

/** The length of a tag that stands between two recordings; 0 when there is none. */
const tagLength = (bytes: Uint8Array, at: number): number => {
  if (bytes[at] === 0x49) return id3Length(bytes.subarray(at, at + 10))
  if (hasAscii(bytes, at, 'TAG')) return 128
  if (hasAscii(bytes, at, 'APETAGEX')) return apeTagLength(bytes.subarray(at, at + 32))
  return 0
}

/** From an APEv2 header: the size counts all but the header itself. A footer alone is 32 bytes. */
const apeTagLength = (head: Uint8Array): number => {
  if (head.length < 32) return 32
  const isHeader = (head[23]! & 0x20) !== 0
  return isHeader ? 32 + u32le(head, 12) : 32
}
