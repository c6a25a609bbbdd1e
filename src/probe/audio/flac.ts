/**
 * FLAC: the length by STREAMINFO, held against the last frame that is there. RFC 9639, 8.2 and 9.1.
 * A writer to a pipe leaves the length open, and then the last frame says it alone.
 */

import type { Disagreement, Method } from '../../model.ts'
import type { ByteWindow, Reading } from '../bytes.ts'
import { type Blocks, readBlocks, type StreamInfo } from './flac-blocks.ts'
import { findLastFrame, type LastFrame } from './flac-frame.ts'
import { isOneStream, measureJoined } from './flac-joined.ts'
import { meanBitrate, mergeTags, type Surroundings } from './parts.ts'
import { type AudioReading, audio, noDuration } from './reading.ts'
import { sampleSound, soundBetween } from './sound.ts'
import { readTrailingTags } from './trailing-tags.ts'

/** Seconds. A last block that a writer did not count is shorter. */
const TOLERANCE = 0.1

export function* measureFlac(window: ByteWindow, start: number, lead: Surroundings): Reading<AudioReading> {
  const blocks = yield* readBlocks(window, start + 4, lead)
  const { info, around, end } = blocks
  if (info === undefined || info.sampleRate === 0) return noDuration('flac', 'no-audio')
  const trailing = yield* readTrailingTags(window, Math.min(end, window.size), window.size)
  const length = yield* measureStream(window, blocks, info, trailing.start)
  if (length === undefined || !(length.duration > 0)) return noDuration('flac', 'no-samples')
  const sound = yield* sampleSound(window, soundBetween(end, trailing.start))
  return audio({
    container: 'flac',
    codec: 'flac',
    mediaType: 'audio/flac',
    extensions: ['.flac'],
    ...length,
    fingerprint: sound.fingerprint,
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
  if (yield* isOneStream(window, blocks.end, end, last, info)) return compare(info, last, end)
  const joined = yield* measureJoined(window, blocks.end, end, info)
  if (joined === undefined) return compare(info, last, end)
  const { duration, offset } = joined
  const claimed = info.samples > 0 ? { claimed: info.samples / info.sampleRate } : {}
  return {
    duration,
    method: 'scan',
    disagreements: [{ kind: 'joined', ...claimed, found: duration, offset }],
  }
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
