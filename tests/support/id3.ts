/** Makes ID3v2, ID3v1, APEv2 and Lyrics3 tags. */

import { ascii, be, concat, le, utf8, zeros } from './bytes.ts'

export interface Id3Options {
  readonly version?: 2 | 3 | 4
  /** Frames as `{TIT2: 'A title'}`, in the spelling of the version. */
  readonly texts?: Readonly<Record<string, string>>
  readonly encoding?: 'latin1' | 'utf-16' | 'utf-16be' | 'utf-8'
  readonly comment?: string
  /** The bytes of a cover; a number makes so many. */
  readonly cover?: number | Uint8Array
  /** `toc: false`: not named by the table of contents. Times in seconds. */
  readonly chapters?: readonly {
    readonly start: number
    readonly end?: number
    readonly title?: string
    readonly url?: string
    readonly toc?: boolean
    readonly image?: number | Uint8Array
  }[]
  readonly unsynchronised?: boolean
  /** A copy of the header at the end: only then can a tag be found from behind. */
  readonly footer?: boolean
  /** Zeros after the frames, inside of the tag. */
  readonly padding?: number
  /** Old iTunes: sizes of 2.4 frames as plain numbers. */
  readonly plainSizes?: boolean
}

const synchsafe = (value: number): Uint8Array =>
  Uint8Array.of((value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127)

const text = (value: string, encoding: NonNullable<Id3Options['encoding']>): Uint8Array => {
  if (encoding === 'latin1') return concat([0], ascii(value))
  if (encoding === 'utf-8') return concat([3], utf8(value))
  const units = Array.from({ length: value.length }, (_, i) => value.charCodeAt(i))
  return encoding === 'utf-16'
    ? concat([1, 0xff, 0xfe], ...units.map(unit => le(unit, 2)))
    : concat([2], ...units.map(unit => be(unit, 2)))
}

/** An ID3v2 tag; by default 2.3 with a title in UTF-16. */
export const id3v2 = (options: Id3Options = {}): Uint8Array => {
  const version = options.version ?? 3
  const encoding = options.encoding ?? 'utf-16'
  const frame = (id: string, body: Uint8Array): Uint8Array => {
    if (version === 2) return concat(ascii(id), be(body.length, 3), body)
    const plain = version === 3 || options.plainSizes === true
    const flags = version === 4 && options.unsynchronised === true ? [0, 2] : [0, 0]
    const content = version === 4 && options.unsynchronised === true ? unsynchronise(body) : body
    const size = plain ? be(content.length, 4) : synchsafe(content.length)
    return concat(ascii(id), size, flags, content)
  }
  const chapters = options.chapters ?? []
  const chapter = (mark: (typeof chapters)[number], i: number): Uint8Array =>
    frame(
      'CHAP',
      concat(
        ascii(`ch${i}\0`),
        be(Math.round(mark.start * 1000), 4),
        be(Math.round((mark.end ?? mark.start) * 1000), 4),
        be(0xffffffff, 4),
        be(0xffffffff, 4),
        mark.image === undefined
          ? []
          : frame('APIC', concat([0], ascii('image/jpeg\0'), [3, 0], pictureBytes(mark.image))),
        mark.title === undefined ? [] : frame('TIT2', text(mark.title, encoding)),
        mark.url === undefined ? [] : frame('WXXX', concat([0, 0], ascii(mark.url))),
      ),
    )
  const listed = chapters.flatMap((mark, i) => (mark.toc === false ? [] : [ascii(`ch${i}\0`)]))
  const frames = concat(
    ...Object.entries(options.texts ?? { [version === 2 ? 'TT2' : 'TIT2']: 'Title' }).map(([id, value]) =>
      frame(id, text(value, encoding)),
    ),
    options.comment === undefined
      ? []
      : frame(version === 2 ? 'COM' : 'COMM', concat([0], ascii('eng'), [0], ascii(options.comment))),
    options.cover === undefined ? [] : coverFrame(frame, version, options.cover),
    chapters.length === 0 ? [] : frame('CTOC', concat(ascii('toc\0'), [3, listed.length], ...listed)),
    ...chapters.map(chapter),
    zeros(options.padding ?? 0),
  )
  const body = options.unsynchronised === true && version < 4 ? unsynchronise(frames) : frames
  const flags = (options.unsynchronised === true ? 0x80 : 0) | (options.footer === true ? 0x10 : 0)
  const header = (magic: string): Uint8Array =>
    concat(ascii(magic), [version, 0, flags], synchsafe(body.length))
  return concat(header('ID3'), body, options.footer === true ? header('3DI') : [])
}

const pictureBytes = (picture: number | Uint8Array): Uint8Array =>
  typeof picture === 'number' ? zeros(picture) : picture

const coverFrame = (
  frame: (id: string, body: Uint8Array) => Uint8Array,
  version: number | Uint8Array,
  length: number | Uint8Array,
): Uint8Array =>
  version === 2
    ? frame('PIC', concat([0], ascii('JPG'), [3, 0], picture(length)))
    : frame('APIC', concat([0], ascii('image/jpeg\0'), [3, 0], picture(length)))

/** A picture is full of what looks like the sync word of a frame. */
const picture = (length: number | Uint8Array): Uint8Array => {
  if (typeof length !== 'number') return length
  const bytes = new Uint8Array(length)
  for (let i = 0; i < length; i++) bytes[i] = LIKE_SYNC[i % LIKE_SYNC.length]!
  return bytes
}
const LIKE_SYNC = [0xff, 0xfb, 0x90, 0x64, 0xff, 0x00]

const unsynchronise = (bytes: Uint8Array): Uint8Array => {
  const out: number[] = []
  for (let i = 0; i < bytes.length; i++) {
    out.push(bytes[i]!)
    const next = bytes[i + 1] ?? 0
    if (bytes[i] === 0xff && (next === 0 || next >= 0xe0)) out.push(0)
  }
  return Uint8Array.from(out)
}

/** ID3v1.1: 128 bytes. */
export const id3v1 = (title = 'Title', track = 7): Uint8Array => {
  const field = (value: string, length: number): Uint8Array =>
    concat(ascii(value.slice(0, length)), zeros(length - Math.min(value.length, length)))
  return concat(
    ascii('TAG'),
    field(title, 30),
    field('Artist', 30),
    field('Album', 30),
    field('2024', 4),
    field('Comment', 28),
    [0, track, 255],
  )
}

/** An APEv2 tag with one item of `length` bytes, with header and footer. */
export const apeTag = (length = 100): Uint8Array => {
  const item = concat(
    le(length, 4),
    le(2, 4),
    ascii('Cover Art (Front)\0'),
    new Uint8Array(length).fill(0xff),
  )
  const edge = (flags: number): Uint8Array =>
    concat(ascii('APETAGEX'), le(2000, 4), le(item.length + 32, 4), le(1, 4), le(flags, 4), zeros(8))
  return concat(edge(0xa0000000), item, edge(0x80000000))
}

/** Lyrics3v2 with a text of `length` bytes; stands before ID3v1. */
export const lyrics3 = (length = 50): Uint8Array => {
  const body = concat(
    ascii('LYRICSBEGIN'),
    ascii('LYR'),
    ascii(String(length).padStart(5, '0')),
    zeros(length),
  )
  return concat(body, ascii(String(body.length).padStart(6, '0')), ascii('LYRICS200'))
}
