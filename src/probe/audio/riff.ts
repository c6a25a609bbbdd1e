/**
 * WAV: RIFF, RIFX (big-endian), and RF64 or BW64 for more than 4 GB.
 * Sizes of chunks lie when a program writes to a pipe or breaks off: the data ends with the file at the latest.
 * Multimedia Programming Interface 1.0 (IBM, Microsoft, 1991), EBU Tech 3306 (RF64), ITU-R BS.2088 (BW64), RFC 2361 (codecs).
 */

import type { AudioTags, Disagreement, Method } from '../../model.ts'
import {
  type ByteWindow,
  hasAscii,
  latin1,
  type Reading,
  u16be,
  u16le,
  u32be,
  u32le,
  u64le,
} from '../bytes.ts'
import { readId3 } from './id3.ts'
import { findMpeg, measureMpeg } from './mpeg.ts'
import { firstChapters, meanBitrate, mergeTags, NOTHING, type Surroundings, untilZero } from './parts.ts'
import { type AudioReading, audio, noDuration } from './reading.ts'

interface Format {
  readonly tag: number
  readonly channels: number
  readonly sampleRate: number
  readonly byteRate: number
  readonly blockAlign: number
  readonly bits: number
  /** In a block of a compressed format; 0 when not said. */
  readonly samplesPerBlock: number
}

interface Chunks {
  readonly format: Format | undefined
  /** Samples per channel by the `fact` chunk; 0 when not said. */
  readonly fact: number
  readonly data: Data | undefined
  readonly around: Surroundings
  /** Where another file begins that was put behind this one, and which no player plays. */
  readonly joint: number | undefined
}

interface Data {
  readonly start: number
  readonly end: number
  /** What the header says; undefined when it leaves the size open. */
  readonly claimed: number | undefined
}

/** Real files have a dozen. */
const MAX_CHUNKS = 1000
/** A writer to a pipe puts one of these where it cannot know the size. */
const OPEN_SIZES: readonly number[] = [0, 0xffffffff, 0x7fffffff, 0xfffffffe, 0x80000000]

export function* measureRiff(window: ByteWindow, start: number, lead: Surroundings): Reading<AudioReading> {
  const { format, fact, data, around, joint } = yield* readChunks(window, start, lead)
  if (format === undefined || data === undefined) return noDuration('wav', 'no-audio')
  if (data.end <= data.start) return noDuration('wav', 'no-samples')
  const length = yield* measureData(window, format, fact, data)
  if (!(length.duration > 0)) return noDuration('wav', 'not-stated')
  return audio({
    container: 'wav',
    ...codecOf(format.tag),
    mediaType: 'audio/wav',
    extensions: ['.wav'],
    duration: length.duration,
    method: length.method,
    bytes: window.size,
    bitrate: meanBitrate(data.end - data.start, length.duration),
    sampleRate: format.sampleRate,
    channels: format.channels,
    chapters: around.chapters,
    disagreements: [
      ...(joint === undefined ? [] : [{ kind: 'joined', found: length.duration, offset: joint } as const]),
      ...length.disagreements,
    ],
    payload: { start: data.start, end: data.end },
    tags: around.tags,
  })
}

function* readChunks(window: ByteWindow, start: number, lead: Surroundings): Reading<Chunks> {
  const head = yield* window.at(start, 12)
  const bigEndian = hasAscii(head, 0, 'RIFX')
  const u32 = bigEndian ? u32be : u32le
  let format: Format | undefined
  let data: Data | undefined
  let around = lead
  let fact = 0
  let longSize: number | undefined
  let at = start + 12
  for (let i = 0; i < MAX_CHUNKS && at + 8 <= window.size; i++) {
    const chunk = yield* window.at(at, 8, 512)
    const id = latin1(chunk, 0, 4)
    const size = u32(chunk, 4)
    const body = at + 8
    if (data !== undefined && ['RIFF', 'RIFX', 'RF64', 'BW64'].includes(id))
      return { format, fact, data, around, joint: at }
    if (id === 'ds64') longSize = yield* readLongSize(window, body)
    if (id === 'fmt ') format ??= yield* readFormat(window, body, size, bigEndian)
    if (id === 'fact') fact = yield* readFact(window, body, size, bigEndian)
    if (id === 'data' && data === undefined) data = yield* dataAt(window, body, size, longSize)
    else if (id === 'LIST' || id === 'id3 ' || id === 'ID3 ')
      around = merge(around, yield* readTags(window, id, body, size))
    const end = id === 'data' && data !== undefined ? data.end : body + size
    at = yield* nextChunk(window, end, size)
  }
  return { format, fact, data, around, joint: undefined }
}

const merge = (a: Surroundings, b: Surroundings): Surroundings => ({
  tags: mergeTags(a.tags, b.tags),
  chapters: firstChapters(a.chapters, b.chapters),
})

/** Chunks begin at even offsets; some programs forget the byte of padding. */
function* nextChunk(window: ByteWindow, end: number, size: number): Reading<number> {
  if (size % 2 === 0) return end
  const bytes = yield* window.at(end, 5, 512)
  return bytes[0] !== 0 && /^[\w ]{4}/.test(latin1(bytes, 0, 4)) && !/^[\w ]{4}/.test(latin1(bytes, 1, 5))
    ? end
    : end + 1
}

/** `ds64`: RIFF size, data size, sample count, 8 bytes each. */
function* readLongSize(window: ByteWindow, at: number): Reading<number | undefined> {
  const bytes = yield* window.at(at, 24, 512)
  return bytes.length < 24 ? undefined : u64le(bytes, 8)
}

function* dataAt(
  window: ByteWindow,
  start: number,
  size: number,
  longSize: number | undefined,
): Reading<Data> {
  const claimed = longSize !== undefined && size === 0xffffffff ? longSize : size
  const isOpen = OPEN_SIZES.includes(claimed) && !(claimed === 0 && (yield* isChunk(window, start)))
  const end = isOpen ? window.size : Math.min(start + claimed, window.size)
  return { start, end, claimed: isOpen ? undefined : claimed }
}

/** Whether the data is really empty: another chunk follows at once. */
function* isChunk(window: ByteWindow, at: number): Reading<boolean> {
  if (at >= window.size) return true
  const bytes = yield* window.at(at, 8, 512)
  return ['LIST', 'id3 ', 'ID3 ', 'fact', 'cue ', 'bext', 'JUNK'].some(id => hasAscii(bytes, 0, id))
}

/** `WAVE_FORMAT_EXTENSIBLE`: the real format is in the first two bytes of a GUID. */
const EXTENSIBLE = 0xfffe

function* readFormat(
  window: ByteWindow,
  at: number,
  size: number,
  bigEndian: boolean,
): Reading<Format | undefined> {
  const b = yield* window.at(at, Math.min(size, 40), 512)
  if (b.length < 14) return undefined
  const u16 = bigEndian ? u16be : u16le
  const u32 = bigEndian ? u32be : u32le
  const tag = u16(b, 0)
  const extended = b.length >= 20 && u16(b, 16) >= 2
  return {
    tag: tag === EXTENSIBLE && b.length >= 26 ? u16(b, 24) : tag,
    channels: u16(b, 2),
    sampleRate: u32(b, 4),
    byteRate: u32(b, 8),
    blockAlign: u16(b, 12),
    bits: b.length >= 16 ? u16(b, 14) : 0,
    samplesPerBlock: extended && tag !== EXTENSIBLE ? u16(b, 18) : 0,
  }
}

function* readFact(window: ByteWindow, at: number, size: number, bigEndian: boolean): Reading<number> {
  const b = yield* window.at(at, Math.min(size, 4), 512)
  return b.length < 4 ? 0 : (bigEndian ? u32be : u32le)(b, 0)
}

// ------------------------------------------------------------------------------------------------- length

interface Length {
  readonly duration: number
  readonly method: Method
  readonly disagreements: readonly Disagreement[]
}

const PCM: readonly number[] = [1, 3, 6, 7]
const MPEG: readonly number[] = [0x50, 0x55]

function* measureData(window: ByteWindow, format: Format, fact: number, data: Data): Reading<Length> {
  if (MPEG.includes(format.tag)) {
    const start = yield* findMpeg(window, data.start, data.end, data.end - data.start)
    if (start !== undefined) return yield* measureMpeg(window, start, data.end)
  }
  const seconds = secondsOf(format, fact, data)
  const duration = seconds(data.end - data.start)
  return { duration, method: 'container', disagreements: compare(data, seconds, duration, window.size) }
}

/** Seconds of so many bytes. */
const secondsOf = (format: Format, fact: number, data: Data): ((bytes: number) => number) => {
  const { tag, blockAlign, samplesPerBlock, sampleRate, byteRate, channels, bits } = format
  if (PCM.includes(tag)) {
    const frame = blockAlign > 0 ? blockAlign : (channels * bits) / 8
    return bytes => Math.floor(bytes / frame) / sampleRate
  }
  if (samplesPerBlock > 0 && blockAlign > 0)
    return bytes => (Math.floor(bytes / blockAlign) * samplesPerBlock) / sampleRate
  const whole = data.claimed ?? data.end - data.start
  if (fact > 0 && whole > 0) return bytes => (fact / sampleRate) * (bytes / whole)
  return bytes => bytes / byteRate
}

const compare = (
  { start, end, claimed }: Data,
  seconds: (bytes: number) => number,
  found: number,
  size: number,
): readonly Disagreement[] =>
  claimed !== undefined && start + claimed > end
    ? [{ kind: 'truncated', claimed: seconds(claimed), found, bytes: start + claimed - end, offset: size }]
    : []

const CODECS: Readonly<Record<number, string>> = {
  1: 'pcm',
  2: 'adpcm',
  3: 'pcm',
  6: 'alaw',
  7: 'ulaw',
  17: 'adpcm',
  49: 'gsm',
  80: 'mp2',
  85: 'mp3',
  255: 'aac',
  5648: 'aac',
}

const codecOf = (tag: number): { codec?: string } => {
  const codec = CODECS[tag]
  return codec === undefined ? {} : { codec }
}

// --------------------------------------------------------------------------------------------------- tags

function* readTags(window: ByteWindow, id: string, at: number, size: number): Reading<Surroundings> {
  if (id === 'LIST') return { tags: yield* readInfo(window, at, size), chapters: [] }
  return (yield* readId3(window, at)) ?? NOTHING
}

/** The fields of a `LIST` chunk of type `INFO`. */
const INFO: Readonly<Record<string, keyof Omit<AudioTags, 'hasCover'>>> = {
  INAM: 'title',
  IART: 'artist',
  IPRD: 'album',
  ICMT: 'comment',
  ICRD: 'year',
  ITRK: 'track',
  IPRT: 'track',
}
const MAX_INFO = 64 * 1024
const UTF8 = new TextDecoder()

function* readInfo(window: ByteWindow, at: number, size: number): Reading<AudioTags> {
  const b = yield* window.at(at, Math.min(size, MAX_INFO))
  const tags: { -readonly [K in keyof AudioTags]: AudioTags[K] } = {}
  if (!hasAscii(b, 0, 'INFO')) return tags
  for (let next = 4; next + 8 <= b.length; ) {
    const length = u32le(b, next + 4)
    const key = INFO[latin1(b, next, next + 4)]
    const text = untilZero(UTF8.decode(b.subarray(next + 8, next + 8 + length)))
    if (key !== undefined && text !== '') tags[key] ??= text
    next += 8 + length + (length % 2)
  }
  return tags
}
