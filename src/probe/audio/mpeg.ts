/**
 * MPEG audio without a container: MP3, and layers I and II.
 * The length that the encoder wrote is believed only when it agrees with the bytes; else all frames are counted.
 */

import { countedMpegBytes } from '../../limits.ts'
import type { Disagreement, Method } from '../../model.ts'
import type { ByteWindow, Reading } from '../bytes.ts'
import { densityOf, estimateSeconds } from './estimate.ts'
import { type FrameFormat, findStart, garbageOf, holdsFrame, type Scan, scanFrames } from './frames.ts'
import { type LengthHeader, readLengthHeader } from './length-header.ts'
import {
  findFreeLength,
  MAX_FREE_LENGTH,
  type MpegHeader,
  mpegFormat,
  readMpegHeader,
} from './mpeg-header.ts'
import { isNotZero, SAMPLE_BYTES, sampleSound, soundBetween } from './sound.ts'
import { soundEnd } from './zeros-behind.ts'

/** What the first frame tells. */
export interface MpegStart {
  /** Where the first frame stands. */
  readonly at: number
  readonly header: MpegHeader
  readonly lengthHeader: LengthHeader | undefined
  /** The length of the frame that holds the length header, in bytes. */
  readonly headerFrame: number
  readonly format: FrameFormat
  /** The header of the first frame of audio: after the length header, when that frame is at hand. */
  readonly audio: MpegHeader
}

/** The measured length and what did not fit. */
export interface MpegLength {
  readonly duration: number
  readonly method: Method
  readonly disagreements: readonly Disagreement[]
  /** The first byte after the last frame. */
  readonly end: number
  readonly fingerprint: string
}

/** Finds the first frame at `from`, or not more than `reach` bytes after it. */
export function* findMpeg(
  window: ByteWindow,
  from: number,
  end: number,
  reach: number,
): Reading<MpegStart | undefined> {
  const freeLength = yield* freeLengthAt(window, from, end)
  const format = mpegFormat(freeLength)
  const at = yield* findStart(window, from, end, format, reach)
  if (at < 0) return undefined
  const frame = yield* window.at(at, Math.min(2 * format.maxLength, end - at))
  return startAt(frame, at, format)
}

function* freeLengthAt(window: ByteWindow, from: number, end: number): Reading<number> {
  const header = readMpegHeader(yield* window.at(from, Math.min(4, end - from)), 0)
  if (header === undefined || header.bitrate > 0) return 0
  return findFreeLength(yield* window.at(from, Math.min(3 * MAX_FREE_LENGTH, end - from)), 0)
}

const startAt = (b: Uint8Array, position: number, format: FrameFormat): MpegStart => {
  const header = readMpegHeader(b, 0)!
  const length = format.length(b, 0)
  const lengthHeader = readLengthHeader(b.subarray(0, length), 0)
  const audio = (lengthHeader && readMpegHeader(b, length)) ?? header
  const headerFrame = lengthHeader === undefined ? 0 : length
  return { at: position, header, lengthHeader, headerFrame, format, audio }
}

/** Measures what stands from the first frame to `end`, where the tags begin. */
export function* measureMpeg(
  window: ByteWindow,
  start: MpegStart,
  end: number,
  countable = Number.POSITIVE_INFINITY,
): Reading<MpegLength> {
  const { lengthHeader } = start
  const claimed = claimedSeconds(start)
  const from = start.at + start.headerFrame
  if (lengthHeader !== undefined && (yield* agrees(window, start, lengthHeader, end))) {
    const { fingerprint, hole } = yield* sampleSound(
      window,
      soundBetween(from, end),
      holdsFrames(start.format),
    )
    if (hole === undefined)
      return { duration: claimed, method: 'header', disagreements: [], end, fingerprint }
  }
  if (end - from > countable) {
    // They would be taken for as many seconds as sound of their size has.
    const before = yield* soundEnd(window, from, end, start.format)
    if (before < end) return withZeros(yield* measureMpeg(window, start, before, countable), before, end)
    const { fingerprint } = yield* sampleSound(window, soundBetween(from, end))
    const duration = yield* estimateSeconds(window, from, end, start.format)
    return { duration, method: 'estimate', disagreements: [], end, fingerprint }
  }
  const scan = yield* scanFrames(window, from, end, start.format)
  const hole = yield* holeIn(window, scan, claimed - playable(start, scan))
  return {
    duration: playable(start, scan),
    method: 'scan',
    disagreements:
      hole === undefined
        ? compare(start, scan, end, claimed)
        : [{ ...hole, ...(claimed > 0 ? { claimed } : {}), found: playable(start, scan) }],
    end: scan.end,
    fingerprint: (yield* sampleSound(window, soundBetween(from, scan.end))).fingerprint,
  }
}

const withZeros = (length: MpegLength, from: number, end: number): MpegLength => ({
  ...length,
  disagreements: [...length.disagreements, { kind: 'trailing-garbage', bytes: end - from, offset: from }],
})

/** Where two of the longest frames do not fit into a sample, one may stand there that cannot be told. */
const holdsFrames =
  (format: FrameFormat) =>
  (bytes: Uint8Array): boolean =>
    bytes.length < SAMPLE_BYTES ||
    holdsFrame(bytes, format) ||
    (2 * format.maxLength > SAMPLE_BYTES && isNotZero(bytes))

/** Shorter ones are the filling of some encoders. */
const HOLE_BYTES = 4096

/** Zeros between the frames, or behind them where the header claims `lost` seconds more than are there. */
function* holeIn(window: ByteWindow, scan: Scan, lost: number): Reading<Disagreement | undefined> {
  const behind = { bytes: scan.trailing, offset: scan.end }
  for (const { bytes, offset } of [scan.garbage, ...(lost > 2 * TOLERANCE ? [behind] : [])]) {
    if (bytes < HOLE_BYTES) continue
    // The frame in which it begins may have lost its end only.
    const middle = yield* window.at(offset + (bytes >> 1) - (HOLE_BYTES >> 2), HOLE_BYTES >> 1)
    if (!isNotZero(middle)) return { kind: 'hole', bytes, offset }
  }
  return undefined
}

/** What a player cuts off beside the encoder's delay: the decoder's own (ISO 11172-3 synthesis, 528 samples + 1). */
const DECODER_DELAY = 529

const claimedSeconds = ({ lengthHeader, header }: MpegStart): number => {
  if (lengthHeader === undefined || lengthHeader.frames === 0) return 0
  const samples = lengthHeader.frames * header.samples
  const gap = lengthHeader.delay + lengthHeader.padding
  return (gap < samples ? samples - gap : samples) / header.sampleRate
}

/** The counted length without the silence that the encoder put before and, when the end is there, after the recording. */
const playable = ({ lengthHeader, header }: MpegStart, scan: Scan): number => {
  if (lengthHeader === undefined || lengthHeader.delay === 0) return scan.seconds
  const isWhole = scan.frames === lengthHeader.frames
  const gap = lengthHeader.delay + (isWhole ? lengthHeader.padding : DECODER_DELAY)
  return Math.max(0, scan.seconds - gap / header.sampleRate) || scan.seconds
}

// --------------------------------------------------------------------------------- does the header agree?

/** Seconds that a length may be off. */
const TOLERANCE = 0.05
/** Kilobits per second that layer III can have; free format goes to 640. */
const MIN_KBPS = 7
const MAX_KBPS = 650

function* agrees(window: ByteWindow, start: MpegStart, header: LengthHeader, end: number): Reading<boolean> {
  if (header.frames === 0) return false
  const present = end - start.at
  const seconds = (header.frames * start.header.samples) / start.header.sampleRate
  const kbps = (present * 8) / 1000 / seconds
  if (kbps < MIN_KBPS || kbps > MAX_KBPS) return false
  if (header.bytes > 0 && !bytesAgree(start, header.bytes, present, kbps)) return false
  if (header.name === 'Info' && start.audio.bitrate > 0) return constantAgrees(start, header, present)
  if (header.isVerified && header.bytes > 0) return true
  return yield* samplesAgree(window, start, header, end)
}

/** Some encoders leave the frame of the header itself out of the count. */
const bytesAgree = (start: MpegStart, claimed: number, present: number, kbps: number): boolean => {
  const tolerance = TOLERANCE * kbps * 125
  return [claimed, claimed + start.headerFrame].some(bytes => Math.abs(present - bytes) <= tolerance)
}

/** At a constant bit rate the frames and the bytes say the same length, or one of them lies. */
const constantAgrees = (start: MpegStart, header: LengthHeader, present: number): boolean => {
  const { samples, sampleRate, bitrate } = start.audio
  const expected = header.frames * (samples / sampleRate)
  const actual = ((present - start.headerFrame) * 8) / bitrate
  return Math.abs(expected - actual) <= TOLERANCE + samples / sampleRate
}

const LOOKS = 24
const LOOK_BYTES = 4096
/** Standard errors that chance may explain; and what it may add, as a share. */
const SIGMAS = 3
const SLACK = 0.05

/**
 * A variable bit rate without LAME's checksum, in a large file: as many frames in a byte as the header implies must be in samples.
 * That finds half and double lengths, not a fifth. A wrong "no" costs a scan, not the truth.
 */
function* samplesAgree(
  window: ByteWindow,
  start: MpegStart,
  header: LengthHeader,
  end: number,
): Reading<boolean> {
  const from = start.at + start.headerFrame
  if (end - from < countedMpegBytes) return false
  const densities: number[] = []
  for (let i = 0; i < LOOKS; i++) {
    const at = from + Math.floor(((end - from) * i) / LOOKS)
    densities.push(densityOf(yield* window.at(at, Math.min(LOOK_BYTES, end - at)), start.format))
  }
  const known = densities.filter(density => density > 0)
  const mean = known.reduce((sum, density) => sum + density, 0) / known.length
  const variance = known.reduce((sum, density) => sum + (density - mean) ** 2, 0) / (known.length - 1)
  const tolerance = SIGMAS * Math.sqrt(variance / known.length) + SLACK * mean
  return Math.abs(header.frames / (end - from) - mean) <= tolerance
}

// ------------------------------------------------------------------------------------ what does not agree

const compare = (start: MpegStart, scan: Scan, end: number, claimed: number): Disagreement[] => {
  const found = playable(start, scan)
  const list: Disagreement[] = []
  if (scan.joints.length > 0)
    list.push({ kind: 'joined', found, offset: scan.joints[0]!, ...(claimed > 0 ? { claimed } : {}) })
  else if (claimed > 0 && Math.abs(claimed - found) > 2 * TOLERANCE)
    list.push({ kind: isTruncated(start, scan, end) ? 'truncated' : 'header-lies', claimed, found })
  else if (scan.missing > 0) list.push({ kind: 'truncated', found, bytes: scan.missing, offset: end })
  return [...list, ...garbageOf(scan)]
}

/** Fewer frames than the header counts, and fewer bytes: the end is missing. */
const isTruncated = ({ at, lengthHeader }: MpegStart, scan: Scan, end: number): boolean =>
  lengthHeader !== undefined &&
  scan.frames < lengthHeader.frames &&
  (lengthHeader.bytes > end - at || (lengthHeader.bytes === 0 && scan.missing > 0))
