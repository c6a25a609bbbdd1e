/** The metadata blocks before the frames of a FLAC. RFC 9639, 8. */

import { flacBlocks } from '../../limits.ts'
import type { AudioTags } from '../../model.ts'
import { type ByteWindow, type Reading, u16be, u24be, u32be } from '../bytes.ts'
import { firstChapters, mergeTags, type Surroundings } from './parts.ts'
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

export interface Blocks {
  readonly info: StreamInfo | undefined
  readonly around: Surroundings
  /** Where the frames begin. */
  readonly end: number
}

/** Metadata blocks: a bit for the last, seven of type, 24 of length. */
export function* readBlocks(window: ByteWindow, first: number, lead: Surroundings): Reading<Blocks> {
  let info: StreamInfo | undefined
  let around = lead
  let at = first
  for (let i = 0; i < flacBlocks; i++) {
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
