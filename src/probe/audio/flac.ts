/**
 * FLAC: the length by STREAMINFO, held against the last frame that is there. RFC 9639, 8.2 and 9.1.
 * A writer to a pipe leaves the length open, and then the last frame says it alone.
 */

import type { AudioTags, Disagreement, Method } from '../../model.ts'
import { type ByteWindow, hasAscii, type Reading, u16be, u24be, u32be } from '../bytes.ts'
import { findLastFrame, firstFrameIn, type LastFrame } from './flac-frame.ts'
import { firstChapters, meanBitrate, mergeTags, NOTHING, type Surroundings } from './parts.ts'
import { type AudioReading, audio, noDuration } from './reading.ts'
import { readTrailingTags } from './trailing-tags.ts'
import { type CommentSource, readVorbisComments } from './vorbis-comment.ts'

export interface StreamInfo {
  /** Samples in a block, unless it is the last or the blocks vary. */
  readonly blockSize: number
  /** The longest frame in bytes; 0: not known. */
  readonly maxFrame: number
  readonly sampleRate: number
  readonly channels: number
  /** Samples per channel; 0: not known. */
  readonly samples: number
}

interface Blocks {
  readonly info: StreamInfo | undefined
  readonly around: Surroundings
  /** Where the frames begin. */
  readonly end: number
}

const MAX_BLOCKS = 128
/** Seconds. A last block that a writer did not count is shorter. */
const TOLERANCE = 0.1

export function* measureFlac(window: ByteWindow, start: number, lead: Surroundings): Reading<AudioReading> {
  const blocks = yield* readBlocks(window, start + 4, lead)
  const { info, around, end } = blocks
  if (info === undefined || info.sampleRate === 0) return noDuration('flac', 'no-audio')
  const trailing = yield* readTrailingTags(window, Math.min(end, window.size), window.size)
  const length = yield* measureStream(window, blocks, info, trailing.start)
  if (length === undefined || !(length.duration > 0)) return noDuration('flac', 'no-samples')
  return audio({
    container: 'flac',
    codec: 'flac',
    mediaType: 'audio/flac',
    extensions: ['.flac'],
    ...length,
    bytes: window.size,
    bitrate: meanBitrate(trailing.start - end, length.duration),
    sampleRate: info.sampleRate,
    channels: info.channels,
    chapters: around.chapters,
    payload: { start: end, end: trailing.start },
    tags: mergeTags(around.tags, trailing.tags),
  })
}

interface Length {
  readonly duration: number
  readonly method: Method
  readonly disagreements: readonly Disagreement[]
}

function* measureStream(
  window: ByteWindow,
  blocks: Blocks,
  info: StreamInfo,
  end: number,
): Reading<Length | undefined> {
  const last = yield* findLastFrame(window, blocks.end, end, info)
  if (last === undefined) return undefined
  const isOne = yield* isOneStream(window, blocks.end, end, last, info)
  return (isOne ? undefined : yield* measureJoined(window, blocks.end, end, info)) ?? compare(info, last, end)
}

const compare = (info: StreamInfo, last: LastFrame, end: number): Length => {
  const found = (last.isWhole ? last.start + last.samples : last.start) / info.sampleRate
  if (info.samples === 0) return { duration: found, method: 'container', disagreements: [] }
  const claimed = info.samples / info.sampleRate
  if (Math.abs(claimed - found) <= TOLERANCE && last.isWhole)
    return { duration: claimed, method: 'header', disagreements: [] }
  const disagreement: Disagreement =
    found < claimed
      ? { kind: 'truncated', claimed, found, offset: end }
      : { kind: 'header-lies', claimed, found }
  return { duration: found, method: 'container', disagreements: [disagreement] }
}

/** Looks stand twice as far from the beginning each time: see `isOneStream`. */
const FIRST_LOOK = 32 * 1024
/** The longest frame is looked for in, or so much when it is not known. */
const LOOK = 16 * 1024
/** After half of the file, half of the samples have been counted, more or less. */
const MAX_DENSITY = 1.5

/**
 * Two files put together by `cat` look like one from both ends, when they are equally long. But the count of samples begins anew:
 * it falls from a look before the joint to one behind it, or, when none stands behind it, it is too high for its place.
 */
function* isOneStream(
  window: ByteWindow,
  from: number,
  end: number,
  last: LastFrame,
  info: StreamInfo,
): Reading<boolean> {
  const look = info.maxFrame > 0 ? Math.min(info.maxFrame + 32, 2 * LOOK) : LOOK
  let before = 0
  let density = 1
  for (let offset = FIRST_LOOK; from + offset + look < end; offset *= 2) {
    const frame = firstFrameIn(yield* window.at(from + offset, look), info)
    if (frame === undefined) continue
    if (frame.start < before) return false
    density = frame.start / ((last.start * offset) / (end - from))
    before = frame.start
  }
  return last.start >= before && density < MAX_DENSITY
}

const MAX_STREAMS = 100
const BLOCK = 256 * 1024

/** The streams of a file that was put together; undefined when there is but one. */
function* measureJoined(
  window: ByteWindow,
  from: number,
  end: number,
  info: StreamInfo,
): Reading<Length | undefined> {
  const joints = yield* findStreams(window, from, end)
  if (joints.length === 0) return undefined
  const first = yield* findLastFrame(window, from, joints[0]!, info)
  let duration = first === undefined ? 0 : (first.start + first.samples) / info.sampleRate
  for (const [i, joint] of joints.entries()) {
    const next = yield* readBlocks(window, joint + 4, NOTHING)
    if (next.info === undefined || next.info.sampleRate === 0) continue
    const last = yield* findLastFrame(window, next.end, joints[i + 1] ?? end, next.info)
    if (last !== undefined) duration += (last.start + last.samples) / next.info.sampleRate
  }
  return {
    duration,
    method: 'scan',
    disagreements: [
      { kind: 'joined', claimed: info.samples / info.sampleRate, found: duration, offset: joints[0]! },
    ],
  }
}

/** The magic, and the header of a STREAMINFO of 34 bytes, with or without the mark of the last block. */
const isStream = (b: Uint8Array, at: number): boolean =>
  hasAscii(b, at, 'fLaC') && (b[at + 4]! & 0x7f) === 0 && b[at + 7] === 34 && b[at + 5] === 0

function* findStreams(window: ByteWindow, from: number, end: number): Reading<number[]> {
  const found: number[] = []
  for (let at = from; at + 8 < end && found.length < MAX_STREAMS; at += BLOCK) {
    // Eight bytes more, for a magic that stands across the edge.
    const bytes = yield* window.at(at, Math.min(BLOCK + 8, end - at))
    for (let i = bytes.indexOf(0x66); i >= 0 && i < BLOCK; i = bytes.indexOf(0x66, i + 1))
      if (isStream(bytes, i)) found.push(at + i)
  }
  return found
}

/** Metadata blocks: a bit for the last, seven of type, 24 of length. */
function* readBlocks(window: ByteWindow, first: number, lead: Surroundings): Reading<Blocks> {
  let info: StreamInfo | undefined
  let around = lead
  let at = first
  for (let i = 0; i < MAX_BLOCKS; i++) {
    const head = yield* window.at(at, 4, 1024)
    if (head.length < 4) break
    const type = head[0]! & 0x7f
    const isLast = head[0]! > 127
    const end = at + 4 + u24be(head, 1)
    if (type === 127) break
    if (type === 0) info ??= readStreamInfo(yield* window.at(at + 4, 34, 1024), 0)
    if (type === 4) around = merge(around, yield* readVorbisComments(blockSource(window, at + 4, end)))
    if (type === 6) around = merge(around, { tags: { hasCover: true } satisfies AudioTags, chapters: [] })
    at = end
    if (isLast) break
  }
  return { info, around, end: at }
}

const merge = (a: Surroundings, b: Surroundings): Surroundings => ({
  tags: mergeTags(a.tags, b.tags),
  chapters: firstChapters(a.chapters, b.chapters),
})

/** Block sizes (2 × 16 bits), frame sizes (2 × 24), rate (20), channels less one (3), bits less one (5), samples (36). */
export const readStreamInfo = (b: Uint8Array, at: number): StreamInfo | undefined =>
  at + 34 > b.length
    ? undefined
    : {
        blockSize: u16be(b, at + 2),
        maxFrame: u24be(b, at + 7),
        sampleRate: u24be(b, at + 10) >> 4,
        channels: ((b[at + 12]! >> 1) & 7) + 1,
        samples: (b[at + 13]! & 15) * 0x1_0000_0000 + u32be(b, at + 14),
      }

const blockSource = (window: ByteWindow, start: number, end: number): CommentSource => {
  let at = start
  return {
    *take(length) {
      const bytes = yield* window.at(at, Math.max(0, Math.min(length, end - at)), 1024)
      at += bytes.length
      return bytes
    },
    // biome-ignore lint/correctness/useYield: in a block nothing needs to be read to skip it
    *skip(length) {
      at = Math.min(at + length, end)
    },
  }
}
