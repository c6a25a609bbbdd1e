/** Mutated files for the audio reader, and what must hold for each of them. */

import { measureAudio } from '../../src/probe/audio/measure.ts'
import { adts } from './adts.ts'
import { concat } from './bytes.ts'
import { flac } from './flac.ts'
import { apeTag, id3v1, id3v2, lyrics3 } from './id3.ts'
import { m4a } from './mp4.ts'
import { mp3 } from './mpeg.ts'
import { opus, vorbis } from './ogg.ts'
import { watch } from './reading.ts'
import { aiff, wav } from './wav.ts'

/** Numbers from 0 to `below`, whole, always the same for a seed (mulberry32). */
export type Random = (below: number) => number

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const marks = [
  { start: 0, title: 'Eins' },
  { start: 0.5, title: 'Zwei' },
]

/** One of every kind, small. */
export const seedFiles = (): readonly Uint8Array[] => [
  mp3({ bitrate: 64 }),
  mp3({ bitrate: [32, 64, 160], lame: false }),
  mp3({ bitrate: [32, 64], header: 'vbri' }),
  mp3({ freeLength: 300 }),
  mp3({ layer: 2, bitrate: 64 }),
  concat(
    id3v2({ chapters: marks, cover: 2000, comment: 'c' }),
    mp3({ bitrate: 32 }),
    apeTag(),
    lyrics3(),
    id3v1(),
  ),
  concat(
    id3v2({ version: 4, unsynchronised: true, cover: 500, chapters: marks }),
    mp3({ header: 'none' }),
    id3v2({ version: 4, footer: true }),
  ),
  concat(id3v2({ version: 2, cover: 300, unsynchronised: true }), mp3({ sampleRate: 8000, bitrate: 8 })),
  adts({ fill: 20 }),
  m4a({ chapters: marks, nero: marks, tags: { title: 't', track: 1 }, cover: 100 }),
  m4a({ moovAtEnd: true, edit: { priming: 1024, seconds: 0.9 }, hasVideo: true }),
  m4a({ fragment: 0.2 }),
  m4a({ fragment: 0.2, hasSampleDurations: true }),
  wav({ info: { INAM: 'x' }, after: [['id3 ', id3v2({ chapters: marks })]] }),
  wav({ magic: 'RF64', isExtensible: true }),
  aiff({ after: [['NAME', Uint8Array.of(65, 66)]] }),
  aiff({ compression: 'sowt' }),
  flac({ comments: ['TITLE=x', 'CHAPTER001=00:00:00.1', 'CHAPTER001NAME=y'], picture: 200 }),
  flac({ isVariable: true, claimedSamples: 0, channels: 2 }),
  opus({ comments: ['TITLE=x', 'CHAPTER001=00:00:00.1'] }),
  vorbis(),
  concat(opus(), vorbis({ serial: 2 })),
]

const EXTREMES = [0, 1, 0x7f, 0x80, 0xfe, 0xff]

/** A file with a few faults: bytes changed, numbers made extreme, parts cut out, repeated, put in from another. */
export const mutate = (files: readonly Uint8Array[], random: Random): Uint8Array => {
  let bytes: Uint8Array = files[random(files.length)]!.slice()
  for (let faults = 1 + random(6); faults > 0; faults--) bytes = fault(bytes, files, random)
  return bytes
}

const fault = (bytes: Uint8Array, files: readonly Uint8Array[], random: Random): Uint8Array => {
  // Most of what can be misread stands at the beginning.
  const at = random(random(3) > 0 ? Math.min(bytes.length, 600) : bytes.length)
  const length = 1 + random(random(2) > 0 ? 8 : 2000)
  switch (random(7)) {
    case 0:
      return bytes.fill(random(256), at, at + 1)
    case 1:
      return bytes.fill(EXTREMES[random(EXTREMES.length)]!, at, at + (1 << random(4)))
    case 2:
      return concat(bytes.subarray(0, at), bytes.subarray(at + length))
    case 3:
      return concat(bytes.subarray(0, at + length), bytes.subarray(at))
    case 4:
      return bytes.slice(0, at + length)
    case 5:
      return bytes.map((byte, i) => (i >= at && i < at + length ? random(256) : byte))
    default: {
      const other = files[random(files.length)]!
      const from = random(other.length)
      return concat(bytes.subarray(0, at), other.subarray(from, from + length * 4), bytes.subarray(at))
    }
  }
}

/** Only bytes, now and then with a magic at the front. */
export const nonsense = (files: readonly Uint8Array[], random: Random): Uint8Array => {
  const length = random(3000)
  const few = random(2) > 0
  const bytes = Uint8Array.from({ length }, () => (few ? EXTREMES[random(EXTREMES.length)]! : random(256)))
  const magic = random(2) > 0 ? files[random(files.length)]!.subarray(0, random(64)) : new Uint8Array(0)
  return concat(magic, bytes)
}

/** The longest answer that a reader may want, in bytes. */
const MAX_SPAN = 33 * 1024 * 1024

/** What is wrong with the reading of these bytes; undefined when all is well. */
export const judge = (bytes: Uint8Array): string | undefined => {
  // A file may be walked a few times, in small steps: more is a loop.
  const { value, spans, bytesRead } = watch(measureAudio(bytes.length), bytes, 2000 + bytes.length / 8)
  const outside = spans.find(
    ({ offset, length }) =>
      !Number.isInteger(offset) ||
      !Number.isInteger(length) ||
      offset < 0 ||
      length < 1 ||
      offset + length > bytes.length,
  )
  if (outside !== undefined) return `asks for ${JSON.stringify(outside)} of ${bytes.length} bytes`
  if (spans.some(({ length }) => length > MAX_SPAN)) return 'asks for too much at once'
  if (bytesRead > 1_000_000 + 60 * bytes.length) return `reads ${bytesRead} bytes of ${bytes.length}`
  if (value.kind !== 'audio') return undefined
  const { duration, payload, chapters, disagreements } = value.facts
  if (!Number.isFinite(duration) || duration <= 0) return `lasts ${duration} s`
  if (payload.start < 0 || payload.end > bytes.length || payload.start > payload.end)
    return `payload ${JSON.stringify(payload)} of ${bytes.length} bytes`
  if (chapters.some(({ start }) => !Number.isFinite(start) || start < 0)) return 'a chapter without a time'
  const numbers = disagreements.flatMap(({ claimed, found, bytes: count, offset }) => [
    claimed,
    found,
    count,
    offset,
  ])
  if (numbers.some(number => number !== undefined && !(number >= 0 && Number.isFinite(number))))
    return `disagrees by ${JSON.stringify(disagreements)}`
  return undefined
}
