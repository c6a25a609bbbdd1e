/**
 * WAV: RIFF, RIFX (big-endian), and RF64 or BW64 for more than 4 GB.
 * Sizes of chunks lie when a program writes to a pipe or breaks off: the data ends with the file at the latest.
 * Multimedia Programming Interface 1.0 (IBM, Microsoft, 1991), EBU Tech 3306 (RF64), ITU-R BS.2088 (BW64), RFC 2361 (codecs).
 */

import { wavInfoBytes } from '../../limits.ts'
import type { AudioTags, Disagreement, Method } from '../../model.ts'
import { type ByteWindow, hasAscii, latin1, type Reading, u16be, u16le, u32be, u32le } from '../bytes.ts'
import { readId3 } from './id3.ts'
import { AHEAD, type Chunk, chunkBody, findChunk, listChunks, secondFile } from './iff.ts'
import { findMpeg, measureMpeg } from './mpeg.ts'
import { firstChapters, joined, meanBitrate, mergeTags, type Surroundings, untilZero } from './parts.ts'
import { type AudioReading, audio, noDuration } from './reading.ts'
import { sampleSound, soundBetween } from './sound.ts'

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

interface Data {
  readonly start: number
  readonly end: number
  /** What the header says; undefined when it leaves the size open. */
  readonly claimed: number | undefined
}

/** A writer to a pipe puts one of these where it cannot know the size. */
const OPEN_SIZES: readonly number[] = [0, 0xffffffff, 0x7fffffff, 0xfffffffe, 0x80000000]

export function* measureRiff(window: ByteWindow, start: number, lead: Surroundings): Reading<AudioReading> {
  const bigEndian = hasAscii(yield* window.at(start, 12, AHEAD), 0, 'RIFX')
  const chunks = yield* listChunks(window, start + 12, bigEndian ? u32be : u32le)
  const format = readFormat(yield* chunkBody(window, findChunk(chunks, 'fmt '), 40), bigEndian)
  const data = dataOf(chunks, window.size)
  if (format === undefined || data === undefined) return noDuration('wav', 'no-audio')
  if (data.end <= data.start) return noDuration('wav', 'no-samples')
  const fact = readFact(yield* chunkBody(window, findChunk(chunks, 'fact'), 4), bigEndian)
  const length = yield* measureData(window, format, fact, data)
  if (!Number.isFinite(length.duration) || length.duration <= 0) return noDuration('wav', 'not-stated')
  const around = yield* readSurroundings(window, chunks, lead)
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
    disagreements: [...joined(secondFile(chunks), length.duration), ...length.disagreements],
    payload: { start: data.start, end: data.end },
    fingerprint: (yield* sampleSound(window, soundBetween(data.start, data.end))).fingerprint,
    tags: around.tags,
  })
}

/** A size of 0 is meant when another chunk follows at once. */
const dataOf = (chunks: readonly Chunk[], size: number): Data | undefined => {
  const at = chunks.findIndex(({ id }) => id === 'data')
  const chunk = chunks[at]
  if (chunk === undefined) return undefined
  const { start, end, claimed } = chunk
  const isEmpty = claimed === 0 && (start >= size || KNOWN.includes(chunks[at + 1]?.id ?? ''))
  const isOpen = OPEN_SIZES.includes(claimed) && !isEmpty
  return isOpen ? { start, end: size, claimed: undefined } : { start, end, claimed }
}

/** What stands behind the data in real files. */
const KNOWN: readonly string[] = ['LIST', 'id3 ', 'ID3 ', 'fact', 'cue ', 'bext', 'JUNK']

/** `WAVE_FORMAT_EXTENSIBLE`: the real format is in the first two bytes of a GUID. */
const EXTENSIBLE = 0xfffe

const readFormat = (b: Uint8Array, bigEndian: boolean): Format | undefined => {
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

/** Samples per channel; 0 when not said. */
const readFact = (b: Uint8Array, bigEndian: boolean): number =>
  b.length < 4 ? 0 : (bigEndian ? u32be : u32le)(b, 0)

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

function* readSurroundings(
  window: ByteWindow,
  chunks: readonly Chunk[],
  lead: Surroundings,
): Reading<Surroundings> {
  const id3Chunk = chunks.find(({ id }) => id === 'id3 ' || id === 'ID3 ')
  const id3 = id3Chunk === undefined ? undefined : yield* readId3(window, id3Chunk.start)
  const info = readInfo(yield* chunkBody(window, findChunk(chunks, 'LIST'), wavInfoBytes))
  return {
    tags: mergeTags(lead.tags, id3?.tags ?? {}, info),
    chapters: firstChapters(lead.chapters, id3?.chapters ?? []),
  }
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
const UTF8 = new TextDecoder()

const readInfo = (b: Uint8Array): AudioTags => {
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
