/** AAC in ADTS frames, without a container: no header says the length, all frames are counted. ISO/IEC 14496-3 1.A.3.2. */

import type { Disagreement } from '../../model.ts'
import type { ByteWindow, Reading } from '../bytes.ts'
import { estimateSeconds } from './estimate.ts'
import { type FrameFormat, findStart, garbageOf, type Scan, scanFrames } from './frames.ts'
import { AAC_RATES } from './mp4-track.ts'
import { leadingGarbage, meanBitrate, type Surroundings } from './parts.ts'
import { type AudioReading, audio, noDuration } from './reading.ts'
import { sampleSound, soundBetween } from './sound.ts'

/** 13 bits. */
const MAX_LENGTH = 8191
/** Sync word, layer 0; sample rate; 13 bits of length with the header; blocks of 1,024 samples, less one. */
const ADTS: FrameFormat = {
  name: 'adts',
  maxLength: MAX_LENGTH,
  length: (b, at) => {
    if (b[at] !== 0xff || (b[at + 1]! & 0xf6) !== 0xf0) return 0
    if (((b[at + 2]! >> 2) & 15) > 12) return 0
    const length = ((b[at + 3]! & 3) << 11) | (b[at + 4]! << 3) | (b[at + 5]! >> 5)
    return length < 7 ? 0 : length
  },
  // The first 28 bits without "private", "original" and "home": version, profile, sample rate, channels.
  signature: (b, at) => ((b[at + 1]! & 0x08) << 16) | ((b[at + 2]! & 0xfd) << 8) | (b[at + 3]! & 0xc0),
  samples: (b, at) => 1024 * ((b[at + 6]! & 3) + 1),
  sampleRate: (b, at) => AAC_RATES[(b[at + 2]! >> 2) & 15] ?? 1,
  isLengthHeader: () => false,
}

export interface AdtsStart {
  /** Where the first frame stands. */
  readonly at: number
  readonly sampleRate: number
  readonly channels: number
}

/** Finds the first frame at `from`, or not more than `reach` bytes after it. */
export function* findAdts(
  window: ByteWindow,
  from: number,
  end: number,
  reach: number,
): Reading<AdtsStart | undefined> {
  const at = yield* findStart(window, from, end, ADTS, reach)
  if (at < 0) return undefined
  const head = yield* window.at(at, 7)
  return { at, sampleRate: ADTS.sampleRate(head, 0), channels: channelsOf(head) }
}

/** Three bits; 7 stands for 7.1, and 0 for "see the stream". */
const channelsOf = (head: Uint8Array): number => {
  const channels = ((head[2]! & 1) << 2) | (head[3]! >> 6)
  return channels === 7 ? 8 : channels
}

/** Measures what stands from the first frame to `end`, where the tags begin. `from`: where the first was expected. */
export function* measureAdts(
  window: ByteWindow,
  from: number,
  start: AdtsStart,
  end: number,
  around: Surroundings,
  countable: number,
): Reading<AudioReading> {
  const shared = {
    container: 'adts',
    codec: 'aac',
    mediaType: 'audio/aac',
    extensions: ['.aac'],
    bytes: window.size,
    sampleRate: start.sampleRate,
    ...(start.channels > 0 ? { channels: start.channels } : {}),
    chapters: around.chapters,
    tags: around.tags,
  } as const
  if (end - start.at > countable) {
    const duration = yield* estimateSeconds(window, start.at, end, ADTS)
    if (!(duration > 0)) return noDuration('adts', 'no-audio')
    return audio({
      ...shared,
      duration,
      method: 'estimate',
      bitrate: meanBitrate(end - start.at, duration),
      disagreements: leadingGarbage(from, start.at),
      payload: { start: start.at, end },
      fingerprint: (yield* sampleSound(window, soundBetween(start.at, end))).fingerprint,
    })
  }
  const scan = yield* scanFrames(window, start.at, end, ADTS)
  if (!(scan.seconds > 0)) return noDuration('adts', 'no-audio')
  return audio({
    ...shared,
    duration: scan.seconds,
    method: 'scan',
    bitrate: meanBitrate(scan.end - start.at, scan.seconds),
    disagreements: [...leadingGarbage(from, start.at), ...disagreementsOf(scan, end)],
    payload: { start: start.at, end: scan.end },
    fingerprint: (yield* sampleSound(window, soundBetween(start.at, scan.end))).fingerprint,
  })
}

const disagreementsOf = (scan: Scan, end: number): Disagreement[] => {
  const list = garbageOf(scan)
  if (scan.joints.length > 0) list.unshift({ kind: 'joined', found: scan.seconds, offset: scan.joints[0]! })
  else if (scan.missing > 0)
    list.unshift({ kind: 'truncated', found: scan.seconds, bytes: scan.missing, offset: end })
  return list
}
