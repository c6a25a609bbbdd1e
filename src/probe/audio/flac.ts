/**
 * FLAC: the length by STREAMINFO, held against the last frame that is there. RFC 9639, 8.2 and 9.1.
 * A writer to a pipe leaves the length open, and then the last frame says it alone.
 */

import type { AudioTags, Disagreement } from '../../model.ts'
import { type ByteWindow, type Reading, u16be, u24be, u32be } from '../bytes.ts'
import { findLastFrame, type LastFrame } from './flac-frame.ts'
import { firstChapters, meanBitrate, mergeTags, type Surroundings } from './parts.ts'
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

const MAX_BLOCKS = 1000
/** Seconds. A last block that a writer did not count is shorter. */
const TOLERANCE = 0.1

export function* measureFlac(window: ByteWindow, start: number, lead: Surroundings): Reading<AudioReading> {
  const { info, around, end } = yield* readBlocks(window, start + 4, lead)
  if (info === undefined || info.sampleRate === 0) return noDuration('flac', 'no-audio')
  const trailing = yield* readTrailingTags(window, Math.min(end, window.size), window.size)
  const last = yield* findLastFrame(window, end, trailing.start, info)
  if (last === undefined) return noDuration('flac', 'no-samples')
  const length = compare(info, last, trailing.start)
  if (length.samples === 0) return noDuration('flac', 'no-samples')
  const duration = length.samples / info.sampleRate
  return audio({
    container: 'flac',
    codec: 'flac',
    mediaType: 'audio/flac',
    extensions: ['.flac'],
    duration,
    method: info.samples === length.samples ? 'header' : 'container',
    bytes: window.size,
    bitrate: meanBitrate(trailing.start - end, duration),
    sampleRate: info.sampleRate,
    channels: info.channels,
    chapters: around.chapters,
    disagreements: length.disagreements,
    payload: { start: end, end: trailing.start },
    tags: mergeTags(around.tags, trailing.tags),
  })
}

const compare = (
  info: StreamInfo,
  last: LastFrame,
  end: number,
): { readonly samples: number; readonly disagreements: readonly Disagreement[] } => {
  const present = last.isWhole ? last.start + last.samples : last.start
  if (info.samples === 0) return { samples: present, disagreements: [] }
  const claimed = info.samples / info.sampleRate
  const found = present / info.sampleRate
  if (Math.abs(claimed - found) <= TOLERANCE && last.isWhole)
    return { samples: info.samples, disagreements: [] }
  return {
    samples: present,
    disagreements: [
      present < info.samples
        ? { kind: 'truncated', claimed, found, offset: end }
        : { kind: 'header-lies', claimed, found },
    ],
  }
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
