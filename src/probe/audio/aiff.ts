/**
 * AIFF and AIFF-C: big-endian chunks, the length in sample frames.
 * Audio Interchange File Format 1.3 (Apple, 1989), AIFF-C draft (1991): http://muratnkonar.com/aiff/, https://www-mmsp.ece.mcgill.ca/Documents/AudioFormats/AIFF/AIFF.html
 */

import type { AudioTags, Disagreement } from '../../model.ts'
import { type ByteWindow, latin1, type Reading, u16be, u32be } from '../bytes.ts'
import { readId3 } from './id3.ts'
import { firstChapters, meanBitrate, mergeTags, type Surroundings, untilZero } from './parts.ts'
import { type AudioReading, audio, noDuration } from './reading.ts'

interface Common {
  readonly channels: number
  /** Samples per channel; 0 when the writer never came back to fill it in. */
  readonly frames: number
  readonly bits: number
  readonly sampleRate: number
  /** `NONE` in plain AIFF. */
  readonly compression: string
}

interface Sound {
  readonly start: number
  readonly end: number
  readonly claimedEnd: number
}

const MAX_CHUNKS = 1000
const MAX_TEXT = 4096

export function* measureAiff(window: ByteWindow, start: number, lead: Surroundings): Reading<AudioReading> {
  let common: Common | undefined
  let sound: Sound | undefined
  let around = lead
  let joint: number | undefined
  let at = start + 12
  for (let i = 0; i < MAX_CHUNKS && at + 8 <= window.size; i++) {
    const head = yield* window.at(at, 8, 512)
    const id = latin1(head, 0, 4)
    const size = u32be(head, 4)
    const end = Math.min(at + 8 + size, window.size)
    if (id === 'FORM' && sound !== undefined) {
      joint = at
      break
    }
    if (id === 'COMM') common ??= yield* readCommon(window, at + 8, end)
    // Four bytes of offset and four of block size stand before the samples.
    if (id === 'SSND') sound ??= { start: Math.min(at + 16, end), end, claimedEnd: at + 8 + size }
    around = mergeSurroundings(around, yield* readChunkTags(window, id, at + 8, end))
    at += 8 + size + (size % 2)
  }
  if (common === undefined) return noDuration('aiff', 'no-audio')
  const length = measureSound(common, sound, window.size)
  if (sound === undefined || !Number.isFinite(length.duration) || length.duration <= 0)
    return noDuration('aiff', 'no-samples')
  return audio({
    container: 'aiff',
    ...codecOf(common.compression),
    mediaType: 'audio/aiff',
    extensions: ['.aiff', '.aif', '.aifc'],
    duration: length.duration,
    method: 'container',
    bytes: window.size,
    bitrate: meanBitrate(sound.end - sound.start, length.duration),
    sampleRate: common.sampleRate,
    channels: common.channels,
    chapters: around.chapters,
    disagreements: [
      ...(joint === undefined ? [] : [{ kind: 'joined', found: length.duration, offset: joint } as const]),
      ...length.disagreements,
    ],
    payload: { start: sound.start, end: sound.end },
    tags: around.tags,
  })
}

function* readCommon(window: ByteWindow, at: number, end: number): Reading<Common | undefined> {
  const b = yield* window.at(at, Math.min(22, end - at), 512)
  if (b.length < 18) return undefined
  return {
    channels: u16be(b, 0),
    frames: u32be(b, 2),
    bits: u16be(b, 6),
    sampleRate: extended(b, 8),
    compression: b.length < 22 ? 'NONE' : latin1(b, 18, 22),
  }
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
  sound: Sound | undefined,
  size: number,
): { readonly duration: number; readonly disagreements: readonly Disagreement[] } => {
  // `ima4` counts packets of 64 samples.
  const stated = (common.frames * (common.compression === 'ima4' ? 64 : 1)) / common.sampleRate
  const frame = sampleBytes(common) * common.channels
  if (sound === undefined || frame === 0) return { duration: stated, disagreements: [] }
  const present = Math.floor((sound.end - sound.start) / frame) / common.sampleRate
  if (common.frames === 0) return { duration: present, disagreements: [] }
  if (present >= stated - 0.001) return { duration: stated, disagreements: [] }
  const missing = sound.claimedEnd - sound.end
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

function* readChunkTags(
  window: ByteWindow,
  id: string,
  at: number,
  end: number,
): Reading<Surroundings | undefined> {
  if (id === 'ID3 ' || id === 'id3 ') return yield* readId3(window, at)
  const key = TEXTS[id]
  if (key === undefined) return undefined
  const bytes = yield* window.at(at, Math.min(end - at, MAX_TEXT), 512)
  const text = untilZero(LATIN1.decode(bytes))
  return text === '' ? undefined : { tags: { [key]: text }, chapters: [] }
}

const mergeSurroundings = (a: Surroundings, b: Surroundings | undefined): Surroundings =>
  b === undefined ? a : { tags: mergeTags(a.tags, b.tags), chapters: firstChapters(a.chapters, b.chapters) }
