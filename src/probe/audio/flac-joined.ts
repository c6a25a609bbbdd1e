/** FLAC files that were put together by `cat`: found by a few looks, then measured one by one. */

import { flacStreams } from '../../limits.ts'
import { type ByteWindow, hasAscii, type Reading } from '../bytes.ts'
import { readBlocks, type StreamInfo } from './flac-blocks.ts'
import { findLastFrame, firstFrameIn, type LastFrame } from './flac-frame.ts'
import { NOTHING } from './parts.ts'

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
export function* isOneStream(
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

const BLOCK = 256 * 1024

export interface Joined {
  /** Seconds, of all streams. */
  readonly duration: number
  /** Where the second begins. */
  readonly offset: number
}

/** The streams of a file that was put together; undefined when there is but one. */
export function* measureJoined(
  window: ByteWindow,
  from: number,
  end: number,
  info: StreamInfo,
): Reading<Joined | undefined> {
  const joints = yield* findStreams(window, from, end)
  if (joints.length === 0) return undefined
  let duration = yield* secondsOf(window, from, joints[0]!, info)
  for (const [i, joint] of joints.entries()) {
    const next = yield* readBlocks(window, joint + 4, NOTHING)
    if (next.info === undefined || next.info.sampleRate === 0) continue
    duration += yield* secondsOf(window, next.end, joints[i + 1] ?? end, next.info)
  }
  return { duration, offset: joints[0]! }
}

function* secondsOf(window: ByteWindow, from: number, end: number, info: StreamInfo): Reading<number> {
  const last = yield* findLastFrame(window, from, end, info)
  return last === undefined ? 0 : (last.start + last.samples) / info.sampleRate
}

/** The magic, and the header of a STREAMINFO of 34 bytes, with or without the mark of the last block. */
const isStream = (b: Uint8Array, at: number): boolean =>
  hasAscii(b, at, 'fLaC') && (b[at + 4]! & 0x7f) === 0 && b[at + 7] === 34 && b[at + 5] === 0

function* findStreams(window: ByteWindow, from: number, end: number): Reading<number[]> {
  const found: number[] = []
  for (let at = from; at + 8 < end && found.length < flacStreams; at += BLOCK) {
    // Eight bytes more, for a magic that stands across the edge.
    const bytes = yield* window.at(at, Math.min(BLOCK + 8, end - at))
    for (let i = bytes.indexOf(0x66); i >= 0 && i < BLOCK; i = bytes.indexOf(0x66, i + 1))
      if (isStream(bytes, i)) found.push(at + i)
  }
  return found
}
