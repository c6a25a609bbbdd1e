import { describe, expect, it } from 'vitest'
import { readId3 } from '../../src/probe/audio/id3.ts'
import { ByteWindow } from '../../src/probe/bytes.ts'
import { concat, zeros } from '../support/bytes.ts'
import { flac } from '../support/flac.ts'
import { type Id3Options, id3v1, id3v2 } from '../support/id3.ts'
import { m4a } from '../support/mp4.ts'
import { mp3 } from '../support/mpeg.ts'
import { opus } from '../support/ogg.ts'
import fc from '../support/property.ts'
import { measure, watch } from '../support/reading.ts'
import { wav } from '../support/wav.ts'

const tag = (options: Id3Options) => {
  const bytes = id3v2(options)
  const { value } = watch(readId3(new ByteWindow(bytes.length), 0), bytes)
  return value!
}

describe('ID3v2', () => {
  it.each([
    ['2.2, Latin-1', 2, 'latin1'],
    ['2.2, UTF-16', 2, 'utf-16'],
    ['2.3, Latin-1', 3, 'latin1'],
    ['2.3, UTF-16', 3, 'utf-16'],
    ['2.4, UTF-16BE', 4, 'utf-16be'],
    ['2.4, UTF-8', 4, 'utf-8'],
  ] as const)('%s: the texts', (_, version, encoding) => {
    for (const unsynchronised of [false, true]) {
      const names =
        version === 2 ? ['TT2', 'TAL', 'TP1', 'TYE', 'TRK'] : ['TIT2', 'TALB', 'TPE1', 'TYER', 'TRCK']
      const values = ['Fünf ÿ þ', 'Album', 'Ärzte', '2024', '5/12']
      const texts = Object.fromEntries(names.map((name, i) => [name, values[i]!]))
      expect(tag({ version, encoding, unsynchronised, texts, comment: 'Hm' }).tags).toEqual({
        title: 'Fünf ÿ þ',
        album: 'Album',
        artist: 'Ärzte',
        year: '2024',
        track: '5/12',
        comment: 'Hm',
      })
    }
  })

  it('any text in any Unicode encoding comes back', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'binary', minLength: 1, maxLength: 60 })
          .filter(
            text =>
              !text.includes('\0') &&
              text.trim() !== '' &&
              text.isWellFormed() &&
              !/^[\ufeff\ufffe]/.test(text),
          ),
        fc.constantFrom('utf-16' as const, 'utf-16be' as const, 'utf-8' as const),
        fc.boolean(),
        (text, encoding, unsynchronised) => {
          const { tags } = tag({ version: 4, encoding, unsynchronised, texts: { TIT2: text } })
          expect(tags.title).toBe(text.trim())
        },
      ),
    )
  })

  it('the year is the beginning of a date', () => {
    expect(tag({ version: 4, texts: { TDRC: '2024-05-06T10:00' } }).tags.year).toBe('2024')
  })

  it('iTunes wrote sizes of 2.4 as plain numbers', () => {
    const texts = { TIT2: 'x'.repeat(200), TALB: 'Album' }
    expect(tag({ version: 4, plainSizes: true, encoding: 'utf-8', texts }).tags).toEqual({
      title: texts.TIT2,
      album: 'Album',
    })
    expect(tag({ version: 4, encoding: 'utf-8', texts, padding: 100 }).tags).toEqual({
      title: texts.TIT2,
      album: 'Album',
    })
  })

  it('a cover is noticed, not read', () => {
    const bytes = id3v2({ cover: 5_000_000, chapters: [{ start: 0, title: 'One' }] })
    const { value, bytesRead } = watch(readId3(new ByteWindow(bytes.length), 0), bytes)
    expect(value).toMatchObject({
      tags: { hasCover: true },
      chapters: [{ start: 0, title: 'One' }],
      end: bytes.length,
    })
    expect(bytesRead).toBeLessThan(10_000)
  })

  it.each([3, 4] as const)(
    '2.%i: chapters, with links, pictures, and those outside of the table',
    version => {
      const chapters = [
        { start: 60.5, end: 120, title: 'Zwei: größer', url: 'https://example.org/2', image: 200_000 },
        { start: 0, end: 60.5, title: 'Eins' },
        { start: 120, end: 120, title: 'Hidden', toc: false },
        { start: 130 },
      ]
      expect(tag({ version, chapters }).chapters).toEqual([
        { start: 0, end: 60.5, title: 'Eins' },
        { start: 60.5, end: 120, title: 'Zwei: größer', url: 'https://example.org/2' },
        { start: 120, title: 'Hidden', toc: false },
        { start: 130 },
      ])
    },
  )

  it('wins over ID3v1, field by field', () => {
    const file = concat(
      id3v2({ texts: { TIT2: 'A title that is longer than thirty characters' } }),
      mp3(),
      id3v1('A title that is longer than th'),
    )
    expect(measure(file).tags).toMatchObject({
      title: 'A title that is longer than thirty characters',
      artist: 'Artist',
      track: '7',
    })
  })

  it('of a version to come is skipped', () => {
    const bytes = id3v2()
    bytes[3] = 5
    expect(measure(concat(bytes, mp3())).payload.start).toBe(bytes.length)
  })
})

describe('MP4', () => {
  it('texts and the cover', () => {
    const tags = { title: 'Täg', artist: 'A', album: 'B', year: '2024-01-02', track: 7, comment: 'C' }
    expect(measure(m4a({ tags, cover: 500_000 })).tags).toEqual({
      ...tags,
      year: '2024',
      track: '7',
      hasCover: true,
    })
  })

  const marks = [
    { start: 0, title: 'Eins' },
    { start: 61.25, title: 'Zwei – größer' },
  ]
  it("Apple's chapters, a text track", () => {
    expect(measure(m4a({ seconds: 100, chapters: marks })).chapters).toEqual(marks)
    expect(measure(m4a({ seconds: 100, chapters: marks, moovAtEnd: true })).chapters).toEqual(marks)
  })

  it("Nero's chapters, a list; Apple's win", () => {
    expect(measure(m4a({ seconds: 100, nero: marks })).chapters).toEqual(marks)
    expect(
      measure(m4a({ seconds: 100, nero: [{ start: 5, title: 'N' }], chapters: marks })).chapters,
    ).toEqual(marks)
  })
})

describe('Vorbis comments', () => {
  const comments = [
    'TITLE=Täg',
    'artist=A',
    'ALBUM=B',
    'DATE=2024-01-02',
    'TRACKNUMBER=7',
    'DESCRIPTION=C',
    `METADATA_BLOCK_PICTURE=${'A'.repeat(200_000)}`,
    'CHAPTER002=00:01:01.250',
    'CHAPTER002NAME=Zwei – größer',
    'CHAPTER001=00:00:00.000',
    'CHAPTER001NAME=Eins',
    'CHAPTER001URL=https://example.org/1',
    'CHAPTER003NAME=Without a time',
    'CHAPTER004=soon',
  ]
  it.each([
    ['Ogg', opus({ seconds: 100, comments })],
    ['FLAC', flac({ seconds: 100, comments })],
  ])('in %s: texts, the cover, chapters', (_, bytes) => {
    const { tags, chapters } = measure(bytes)
    expect(tags).toEqual({
      title: 'Täg',
      artist: 'A',
      album: 'B',
      year: '2024',
      track: '7',
      comment: 'C',
      hasCover: true,
    })
    expect(chapters).toEqual([
      { start: 0, title: 'Eins', url: 'https://example.org/1' },
      { start: 61.25, title: 'Zwei – größer' },
    ])
  })
})

describe('RIFF INFO', () => {
  it('texts', () => {
    const info = { INAM: 'T', IART: 'A', IPRD: 'B', ICRD: '2024', ITRK: '7', ICMT: 'C' }
    expect(measure(wav({ info })).tags).toEqual({
      title: 'T',
      artist: 'A',
      album: 'B',
      year: '2024',
      track: '7',
      comment: 'C',
    })
  })
})

describe('ID3v1', () => {
  it('is read where nothing else is', () => {
    expect(measure(concat(mp3(), id3v1())).tags).toEqual({
      title: 'Title',
      artist: 'Artist',
      album: 'Album',
      year: '2024',
      comment: 'Comment',
      track: '7',
    })
  })

  it('of blanks says nothing', () => {
    const blank = concat([0x54, 0x41, 0x47], zeros(125))
    expect(measure(concat(mp3(), blank)).tags).toEqual({})
  })
})
