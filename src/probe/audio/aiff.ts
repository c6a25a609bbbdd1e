/**
 * AIFF and AIFF-C: big-endian chunks, the length in sample frames.
 * Audio Interchange File Format 1.3 (Apple, 1989), AIFF-C draft (1991): http://muratnkonar.com/aiff/, https://www-mmsp.ece.mcgill.ca/Documents/AudioFormats/AIFF/AIFF.html
 */

import { aiffTextBytes } from '../../limits.ts'
import type { AudioTags, Disagreement } from '../../model.ts'
import { type ByteWindow, latin1, type Reading, u16be, u32be } from '../bytes.ts'
import { readId3 } from './id3.ts'
import { type Chunk, chunkBody, findChunk, listChunks, secondFile } from './iff.ts'
import { firstChapters, joined, meanBitrate, mergeTags, type Surroundings, untilZero } from './parts.ts'
import { type AudioReading, audio, noDuration } from './reading.ts'
import { sampleSound, soundBetween } from './sound.ts'

interface Common {
  readonly channels: number
  /** Samples per channel; 0 when the writer never came back to fill it in. */
  readonly frames: number
  readonly bits: number
  readonly sampleRate: number
  /** `NONE` in plain AIFF. */
  readonly compression: string
}

/** Offset and block size stand before the samples, four bytes each. */
const SOUND_HEADER = 8

export function* measureAiff(window: ByteWindow, start: number, lead: Surroundings): Reading<AudioReading> {
  const chunks = yield* listChunks(window, start + 12, u32be)
  const common = readCommon(yield* chunkBody(window, findChunk(chunks, 'COMM'), 22))
  if (common === undefined) return noDuration('aiff', 'no-audio')
  const sound = findChunk(chunks, 'SSND')
  if (sound === undefined) return noDuration('aiff', 'no-samples')
  const length = measureSound(common, sound, window.size)
  if (!Number.isFinite(length.duration) || length.duration <= 0) return noDuration('aiff', 'no-samples')
  const around = yield* readSurroundings(window, chunks, lead)
  const payload = { start: Math.min(sound.start + SOUND_HEADER, sound.end), end: sound.end }
  return audio({
    container: 'aiff',
    ...codecOf(common.compression),
    mediaType: 'audio/aiff',
    extensions: ['.aiff', '.aif', '.aifc'],
    duration: length.duration,
    method: 'container',
    bytes: window.size,
    bitrate: meanBitrate(payload.end - payload.start, length.duration),
    sampleRate: common.sampleRate,
    channels: common.channels,
    chapters: around.chapters,
    disagreements: [...joined(secondFile(chunks), length.duration), ...length.disagreements],
    payload,
    fingerprint: (yield* sampleSound(window, soundBetween(payload.start, payload.end))).fingerprint,
    tags: around.tags,
  })
}

const readCommon = (b: Uint8Array): Common | undefined =>
  b.length < 18
    ? undefined
    : {
        channels: u16be(b, 0),
        frames: u32be(b, 2),
        bits: u16be(b, 6),
        sampleRate: extended(b, 8),
        compression: b.length < 22 ? 'NONE' : latin1(b, 18, 22),
      }

/** IEEE 754 extended: sign and exponent in 15 bits, then 64 bits of mantissa with the point after the first. */
const extended = (b: Uint8Array, at: number): number => {
  const exponent = (u16be(b, at) & 0x7fff) - 16_383
  return u32be(b, at + 2) * 2 ** (exponent - 31) + u32be(b, at + 6) * 2 ** (exponent - 63)
}

// ------------------------------------------------------------------------------------------------- length

/** Bytes of one sample of one channel, for what is not compressed or at a fixed rate; 0 for the rest. */
const sampleBytes = ({ compression, bits }: Common): number => {
  const fixed: Readonly<Record<string, number>> = {
    NONE: Math.ceil(bits / 8),
    twos: Math.ceil(bits / 8),
    sowt: Math.ceil(bits / 8),
    raw: 1,
    in24: 3,
    in32: 4,
    fl32: 4,
    FL32: 4,
    fl64: 8,
    FL64: 8,
    ulaw: 1,
    ULAW: 1,
    alaw: 1,
    ALAW: 1,
    // 64 samples in 34 bytes.
    ima4: 34 / 64,
  }
  return fixed[compression.trim()] ?? 0
}

const measureSound = (
  common: Common,
  sound: Chunk,
  size: number,
): { readonly duration: number; readonly disagreements: readonly Disagreement[] } => {
  // `ima4` counts packets of 64 samples.
  const stated = (common.frames * (common.compression === 'ima4' ? 64 : 1)) / common.sampleRate
  const frame = sampleBytes(common) * common.channels
  if (frame === 0) return { duration: stated, disagreements: [] }
  const bytes = Math.max(0, sound.end - sound.start - SOUND_HEADER)
  const present = Math.floor(bytes / frame) / common.sampleRate
  if (common.frames === 0) return { duration: present, disagreements: [] }
  if (present >= stated - 0.001) return { duration: stated, disagreements: [] }
  const missing = sound.start + sound.claimed - sound.end
  return {
    duration: present,
    disagreements:
      missing > 0
        ? [{ kind: 'truncated', claimed: stated, found: present, bytes: missing, offset: size }]
        : [{ kind: 'header-lies', claimed: stated, found: present }],
  }
}

const codecOf = (compression: string): { codec?: string } => {
  const name = compression.trim().toLowerCase()
  if (['none', 'twos', 'sowt', 'raw', 'in24', 'in32', 'fl32', 'fl64'].includes(name)) return { codec: 'pcm' }
  if (name === 'ulaw' || name === 'alaw') return { codec: name }
  return name === 'ima4' ? { codec: 'adpcm' } : {}
}

// --------------------------------------------------------------------------------------------------- tags

const TEXTS: Readonly<Record<string, keyof Omit<AudioTags, 'hasCover'>>> = {
  NAME: 'title',
  AUTH: 'artist',
  ANNO: 'comment',
}
const LATIN1 = new TextDecoder('latin1')

function* readSurroundings(
  window: ByteWindow,
  chunks: readonly Chunk[],
  lead: Surroundings,
): Reading<Surroundings> {
  const id3Chunk = chunks.find(({ id }) => id === 'ID3 ' || id === 'id3 ')
  const id3 = id3Chunk === undefined ? undefined : yield* readId3(window, id3Chunk.start)
  const texts: { -readonly [K in keyof AudioTags]: AudioTags[K] } = {}
  for (const chunk of chunks) {
    const key = TEXTS[chunk.id]
    if (key === undefined || texts[key] !== undefined) continue
    const text = untilZero(LATIN1.decode(yield* chunkBody(window, chunk, aiffTextBytes)))
    if (text !== '') texts[key] = text
  }
  return {
    tags: mergeTags(lead.tags, id3?.tags ?? {}, texts),
    chapters: firstChapters(lead.chapters, id3?.chapters ?? []),
  }
}
