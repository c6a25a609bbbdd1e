/** A recording is told by its sound: what taggers change around it and between is left out. And whether there is sound at all. */

import { describe, expect, it } from 'vitest'
import type { AudioFacts } from '../../src/model.ts'
import { measureAudio } from '../../src/probe/audio/measure.ts'
import type { AskMusicMetadata, AudioReading } from '../../src/probe/audio/reading.ts'
import { concat, zeros } from '../support/bytes.ts'
import { flac } from '../support/flac.ts'
import { apeTag, id3v1, id3v2 } from '../support/id3.ts'
import { m4a } from '../support/mp4.ts'
import { mp3 } from '../support/mpeg.ts'
import { opus, vorbis } from '../support/ogg.ts'
import { bytesRead, readFrom } from '../support/read.ts'
import { wav } from '../support/wav.ts'

const readingOf = (bytes: Uint8Array): AudioReading | AskMusicMetadata =>
  readFrom(bytes, measureAudio(bytes.length)).value
const factsOf = (bytes: Uint8Array): AudioFacts => {
  const reading = readingOf(bytes)
  if (reading.kind !== 'audio') throw new Error(JSON.stringify(reading))
  return reading.facts
}
const markOf = (bytes: Uint8Array): string => factsOf(bytes).fingerprint

const marks = [
  { start: 0, title: 'Eins' },
  { start: 20, title: 'Zwei' },
]
const changing = [64, 128, 320, 32]

/** What a tagger makes of a file; all of a list are the same recording. */
const TAGGED: Readonly<Record<string, readonly Uint8Array[]>> = {
  'MP3: tags before and after, and a note of the length that is written, rewritten or left out': [
    mp3({ seconds: 40, bitrate: changing }),
    mp3({ seconds: 40, bitrate: changing, header: 'none' }),
    mp3({ seconds: 40, bitrate: changing, lame: false }),
    concat(
      id3v2({ texts: { TIT2: 'x' }, cover: 70_000, chapters: marks }),
      mp3({ seconds: 40, bitrate: changing }),
    ),
    concat(mp3({ seconds: 40, bitrate: changing }), apeTag(), id3v1()),
  ],
  'M4A: tags, a cover, chapters as a track and as a list, the index moved, offsets of 64 bits': [
    m4a({ seconds: 40 }),
    m4a({ seconds: 40, tags: { title: 'a long title', comment: 'c' }, cover: 50_000 }),
    m4a({ seconds: 40, moovAtEnd: true }),
    m4a({ seconds: 40, chapters: marks }),
    m4a({ seconds: 40, nero: marks, hasLongOffsets: true }),
    m4a({ seconds: 40, mdat: 'long' }),
  ],
  'Opus: comments, a new serial number, other pages': [
    opus({ seconds: 40, fill: 60 }),
    opus({ seconds: 40, fill: 60, comments: [`TITLE=${'x'.repeat(90_000)}`] }),
    opus({ seconds: 40, fill: 60, serial: 77 }),
    opus({ seconds: 40, fill: 60, perPage: 11 }),
    opus({ seconds: 40, fill: 60, perPage: 120, serial: 3 }),
  ],
  'Vorbis: comments, a new serial number, other pages': [
    vorbis({ seconds: 40 }),
    vorbis({ seconds: 40, comments: [`TITLE=${'x'.repeat(3000)}`], serial: 9 }),
    vorbis({ seconds: 40, perPage: 7 }),
    vorbis({ seconds: 40, perPage: 90 }),
  ],
  'FLAC: comments and a picture': [
    flac({ seconds: 3 }),
    flac({ seconds: 3, comments: ['TITLE=x'], picture: 9000 }),
  ],
  'WAV: chunks behind the sound': [
    wav({ seconds: 3 }),
    wav({ seconds: 3, info: { INAM: 'x' }, after: [['id3 ', id3v2()]] }),
  ],
}

describe('the fingerprint is of the sound', () => {
  it.each(Object.entries(TAGGED))('%s', (_kind, files) => {
    expect(new Set(files.map(markOf)).size).toBe(1)
  })

  it('and of no other: shorter, longer, of another bit rate, in another format', () => {
    const all = [
      mp3({ seconds: 40 }),
      mp3({ seconds: 40.1 }),
      mp3({ seconds: 40, bitrate: 64 }),
      m4a({ seconds: 40 }),
      m4a({ seconds: 39.9 }),
      opus({ seconds: 40 }),
      opus({ seconds: 40, fill: 1 }),
      opus({ seconds: 40.5 }),
      vorbis({ seconds: 40 }),
      vorbis({ seconds: 41 }),
    ]
    expect(new Set(all.map(markOf)).size).toBe(all.length)
  })

  it('also where only the middle differs', () => {
    for (const bytes of [mp3({ seconds: 60 }), opus({ seconds: 60, fill: 60 })]) {
      const other = new Uint8Array(bytes)
      // In the middle, the zeros that are sound: the header of a container has not so many in a row.
      for (let i = Math.floor(bytes.length * 0.3); i < bytes.length * 0.7; i++)
        if (bytes.subarray(i - 10, i + 10).every(byte => byte === 0)) other[i] = 1
      expect(markOf(other)).not.toBe(markOf(bytes))
    }
  })
})

const emptyFrom = (bytes: Uint8Array, from: number, to = 1): Uint8Array =>
  new Uint8Array(bytes).fill(0, Math.floor(bytes.length * from), Math.floor(bytes.length * to))

describe('a file whose header promises what is not there', () => {
  it.each([
    ['MP3', mp3({ seconds: 300 })],
    ['MP3 at a variable bit rate', mp3({ seconds: 300, bitrate: changing })],
    ['M4A', m4a({ seconds: 300 })],
  ])('%s: half of it zeros is a hole', (_kind, bytes) => {
    expect(factsOf(bytes).disagreements).toEqual([])
    for (const [from, to] of [
      [0.5, 1],
      [0.6, 1],
      [0.25, 0.75],
    ] as const) {
      const { disagreements } = factsOf(emptyFrom(bytes, from, to))
      expect(disagreements.map(({ kind }) => kind)).toEqual(['hole'])
      expect(disagreements[0]!.offset! / bytes.length).toBeGreaterThan(from - 0.1)
    }
  })

  it('of an MP3 the length is of what is there, and the hole is said with its size', () => {
    const { duration, disagreements } = factsOf(emptyFrom(mp3({ seconds: 300 }), 0.5))
    expect(duration).toBeCloseTo(150, 0)
    expect(disagreements[0]).toMatchObject({ claimed: expect.closeTo(300, 0), found: duration })
    expect(disagreements[0]!.bytes).toBeGreaterThan(2_000_000)
  })

  it('silence in a WAV is no hole, nor are a few zeros behind the last frame', () => {
    expect(factsOf(wav({ seconds: 60 })).disagreements).toEqual([])
    expect(
      factsOf(concat(mp3({ seconds: 60 }), zeros(3000))).disagreements.map(({ kind }) => kind),
    ).not.toContain('hole')
  })

  it('to look costs nothing but the samples, of an hour too', () => {
    for (const bytes of [
      mp3({ seconds: 3600 }),
      m4a({ seconds: 3600 }),
      opus({ seconds: 3600, fill: 120 }),
    ]) {
      const { spans } = readFrom(bytes, measureAudio(bytes.length))
      expect(bytesRead(spans)).toBeLessThan(200_000)
    }
  })
})

describe('an M4A whose index leads nowhere', () => {
  it('because an ID3 tag was put in front of it', () => {
    expect(readingOf(concat(id3v2({ texts: { TIT2: 'Ep' } }), m4a({ seconds: 5 })))).toEqual({
      kind: 'no-duration',
      container: 'mp4',
      why: 'index-shifted',
    })
  })

  it('because it was written for another file', () => {
    const bytes = m4a({ seconds: 5, moovAtEnd: true })
    const at = Buffer.from(bytes).indexOf('stco') + 12
    const astray = new Uint8Array(bytes)
    astray.set([0x7f, 0, 0, 0], at)
    expect(readingOf(astray)).toMatchObject({ why: 'index-astray' })
  })
})
