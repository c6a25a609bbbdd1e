/** What writers get wrong, leave out or lock away: it is read where it can be, and called by its name where not. */

import { describe, expect, it } from 'vitest'
import { formatName } from '../../src/check/rules/audio/taken-formats.ts'
import { readId3 } from '../../src/probe/audio/id3.ts'
import { measureAudio } from '../../src/probe/audio/measure.ts'
import { ByteWindow } from '../../src/probe/bytes.ts'
import { notAudio } from '../../src/probe/not-readable.ts'
import { ascii, be, concat, zeros } from '../support/bytes.ts'
import { id3v2 } from '../support/id3.ts'
import { m4a } from '../support/mp4.ts'
import { mp3 } from '../support/mpeg.ts'
import { readFrom } from '../support/read.ts'
import { measure, watch } from '../support/reading.ts'

const marks = [
  { start: 0, title: 'Ærø \u00ff' },
  { start: 12, title: 'Żuraw', image: 3000 },
]
const titles = (bytes: Uint8Array) =>
  watch(readId3(new ByteWindow(bytes.length), 0), bytes).value!.chapters.map(({ title }) => title)

describe('an unsynchronised ID3 tag', () => {
  it.each([3, 4] as const)('2.%d: chapters behind a cover of 400 KB, with pictures of their own', version => {
    const bytes = concat(
      id3v2({ version, unsynchronised: true, cover: 400_000, chapters: marks }),
      mp3({ seconds: 20 }),
    )
    expect(titles(bytes)).toEqual(['Ærø ÿ', 'Żuraw'])
    expect(measure(bytes).chapters.map(({ start }) => start)).toEqual([0, 12])
  })

  it('2.4: where only the tag says so, and its frames do not', () => {
    const bytes = id3v2({ version: 4, unsynchronised: true, chapters: marks, texts: { TIT2: 'ÿÿ' } })
    const text = Buffer.from(bytes)
    for (const id of ['CHAP', 'CTOC'])
      for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 4)) bytes[at + 9] = 0
    expect(titles(bytes)).toEqual(['Ærø ÿ', 'Żuraw'])
  })
})

describe('text in UTF-16 that lacks its byte order mark', () => {
  const frame = (body: Uint8Array): Uint8Array =>
    concat(
      ascii('ID3\x03\0\0'),
      [0, 0, 0, body.length + 11],
      ascii('TIT2'),
      be(body.length + 1, 4),
      [0, 0, 1],
      body,
    )
  const titleOf = (bytes: Uint8Array): string | undefined =>
    watch(readId3(new ByteWindow(bytes.length), 0), bytes).value!.tags.title
  const units = (text: string, bigEndian: boolean): Uint8Array =>
    concat(
      ...[...text].map(char => {
        const pair = be(char.charCodeAt(0), 2)
        return bigEndian ? pair : pair.toReversed()
      }),
    )

  it.each(['Interview', 'Où est Zoé ?', 'Привет, мир', 'שלום עולם', 'Ζάχαρη'])('%s', text => {
    expect(titleOf(frame(units(text, true)))).toBe(text)
    expect(titleOf(frame(units(text, false)))).toBe(text)
  })
})

describe('MP4', () => {
  it.each([
    ['samr', 'AMR in MP4'],
    ['ac-3', 'Dolby AC-3 in MP4'],
    ['dtsc', 'DTS in MP4'],
    ['sowt', 'uncompressed sound (PCM) in MP4'],
    ['xyzw', '"xyzw" in MP4'],
  ])('of %s is called %s', (codec, name) => {
    expect(formatName(measure(m4a({ codec, seconds: 3 })))).toBe(name)
  })

  it.each(['drms', 'enca', 'aavd'])('of %s is copy-protected, and nothing that can be published', codec => {
    const bytes = m4a({ codec, seconds: 3 })
    const { value } = readFrom(bytes, measureAudio(bytes.length))
    if (value.kind !== 'no-duration') throw new Error(value.kind)
    expect(notAudio(value).is).toMatch(/^is copy-protected/)
  })

  it('says what its picture is, and whether it is heard', () => {
    expect(measure(m4a({ hasVideo: true, videoCodec: 'av01' }))).toMatchObject({
      hasVideo: true,
      videoCodec: 'av01',
    })
    expect(measure(m4a({ hasVideo: true })).isSilent).toBeUndefined()
    expect(measure(m4a())).not.toHaveProperty('videoCodec')
  })
})

describe('tables that lead nowhere', () => {
  it('cost a bounded number of reads, and throw nothing', () => {
    const bytes = m4a({ seconds: 30 })
    const text = Buffer.from(bytes)
    for (const table of ['stco', 'stsc', 'stsz', 'stts', 'stsd', 'elst'])
      for (const value of [0, 1, 0x7fffffff, 0xffffffff])
        for (const field of [8, 12, 16]) {
          const at = text.indexOf(table)
          if (at < 0) continue
          const odd = concat(bytes.subarray(0, at + field), be(value, 4), bytes.subarray(at + field + 4))
          const { spans } = readFrom(odd, measureAudio(odd.length))
          expect(spans.length, `${table} ${field} ${value}`).toBeLessThan(400)
        }
  })

  it('and so does Ogg whose pages hold nothing', () => {
    const page = concat(ascii('OggS\0\x02'), zeros(8), [1, 0, 0, 0], zeros(8), [0])
    const bytes = concat(...Array.from({ length: 3000 }, () => page))
    expect(readFrom(bytes, measureAudio(bytes.length)).value.kind).toBe('no-duration')
  })
})
