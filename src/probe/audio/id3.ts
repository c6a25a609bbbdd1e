/**
 * ID3v2.2, 2.3 and 2.4: the texts, whether there is a cover, and the chapters; never the bytes of a picture.
 * https://id3.org/id3v2.4.0-structure, https://id3.org/id3v2.3.0, https://id3.org/id3v2-00, https://id3.org/id3v2-chapters-1.0
 */

import { id3Frames, id3UnsynchronisedBytes, tagTextBytes } from '../../limits.ts'
import type { AudioTags, Chapter } from '../../model.ts'
import { ByteWindow, hasAscii, latin1, type Reading, readBuffer, u24be, u32be } from '../bytes.ts'

export interface Id3 {
  readonly tags: AudioTags
  readonly chapters: readonly Chapter[]
  /** The first byte after the tag. */
  readonly end: number
}

/** After a jump over a picture, the next frames are mostly small. */
const AHEAD = 1024

/** How long the tag at the beginning of `head` is, with header and footer, in bytes; 0 when none is there. */
export const id3Length = (head: Uint8Array): number => {
  if (head.length < 10 || !hasAscii(head, 0, 'ID3')) return 0
  const plausible = head[3]! < 0xff && head[4]! < 0xff && isSynchsafe(head, 6)
  if (!plausible) return 0
  const footer = (head[5]! & 0x10) !== 0 ? 10 : 0
  return 10 + synchsafe(head, 6) + footer
}

const isSynchsafe = (b: Uint8Array, at: number): boolean => (u32be(b, at) & 0x80808080) === 0
const synchsafe = (b: Uint8Array, at: number): number =>
  (b[at]! << 21) | (b[at + 1]! << 14) | (b[at + 2]! << 7) | b[at + 3]!

/** Reads the tag at `offset`; undefined when none is there. */
export function* readId3(window: ByteWindow, offset: number): Reading<Id3 | undefined> {
  const head = yield* window.at(offset, 10, AHEAD)
  const length = id3Length(head)
  if (length === 0) return undefined
  const version = head[3]!
  const flags = head[5]!
  const end = offset + length
  const bodyEnd = Math.min(offset + 10 + synchsafe(head, 6), window.size)
  if (version < 2 || version > 4) return { tags: {}, chapters: [], end }
  const unsynchronised = (flags & 0x80) !== 0
  if (unsynchronised && version < 4) {
    const raw = yield* window.at(offset + 10, Math.min(bodyEnd - offset - 10, id3UnsynchronisedBytes))
    const body = resynchronise(raw)
    return { ...readBuffer(readBody(new ByteWindow(body.length), 0, body.length, version, flags), body), end }
  }
  return { ...(yield* readBody(window, offset + 10, bodyEnd, version, flags)), end }
}

/** Undoes unsynchronisation: FF 00 stands for FF (ID3v2.4 structure, 6.1). */
const resynchronise = (raw: Uint8Array): Uint8Array => {
  const plain = new Uint8Array(raw.length)
  let length = 0
  for (let i = 0; i < raw.length; i++) {
    plain[length++] = raw[i]!
    if (raw[i] === 0xff && raw[i + 1] === 0) i++
  }
  return plain.subarray(0, length)
}

function* readBody(
  window: ByteWindow,
  start: number,
  end: number,
  version: number,
  flags: number,
): Reading<Omit<Id3, 'end'>> {
  const first = start + (yield* extendedHeader(window, start, version, flags))
  const budget = { frames: id3Frames }
  const frames = yield* listFrames(window, first, end, {
    version,
    budget,
    unsynchronised: version === 4 && (flags & 0x80) !== 0,
  })
  const tags = yield* readTexts(window, frames)
  const chapters = yield* readChapters(window, frames, version, budget)
  return { tags, chapters }
}

function* extendedHeader(window: ByteWindow, at: number, version: number, flags: number): Reading<number> {
  if (version === 2 || (flags & 0x40) === 0) return 0
  const head = yield* window.at(at, 4, AHEAD)
  if (head.length < 4) return 0
  // 2.3 does not count the four bytes of the size itself, 2.4 does.
  return version === 3 ? u32be(head, 0) + 4 : synchsafe(head, 0)
}

interface Frame {
  /** In its 2.3 and 2.4 spelling. */
  readonly id: string
  readonly start: number
  readonly end: number
  readonly unsynchronised: boolean
}

/** ID3v2.2 names, and what they became. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  TT2: 'TIT2',
  TAL: 'TALB',
  TP1: 'TPE1',
  TYE: 'TYER',
  TRK: 'TRCK',
  COM: 'COMM',
  PIC: 'APIC',
}

function* listFrames(
  window: ByteWindow,
  start: number,
  end: number,
  { version, budget, unsynchronised }: Listing,
): Reading<Frame[]> {
  const frames: Frame[] = []
  const headerLength = version === 2 ? 6 : 10
  let at = start
  while (at + headerLength <= end && budget.frames-- > 0) {
    const head = yield* window.at(at, headerLength, AHEAD)
    const id = latin1(head, 0, version === 2 ? 3 : 4)
    if (head.length < headerLength || !/^[A-Z][A-Z0-9]{2,3}$/.test(id)) break
    const frame = frameAt(head, id, at + headerLength, version)
    const length = yield* frameLength(window, head, at + headerLength, end, version)
    if (frame !== undefined)
      frames.push({
        ...frame,
        unsynchronised: frame.unsynchronised || unsynchronised,
        end: Math.min(at + headerLength + length, end),
      })
    at += headerLength + length
  }
  return frames
}

interface Listing {
  readonly version: number
  /** What is left of the frames that are read of a tag. */
  readonly budget: { frames: number }
  /** In 2.4 a flag of the whole tag stands for all frames, whatever their own flags say (6.1). */
  readonly unsynchronised: boolean
}

/** A compressed or encrypted frame is left out. */
const frameAt = (
  head: Uint8Array,
  id: string,
  start: number,
  version: number,
): Omit<Frame, 'end'> | undefined => {
  if (version === 2) return { id: OLD_NAMES[id] ?? id, start, unsynchronised: false }
  const format = head[9]!
  if (version === 3)
    return (format & 0xc0) !== 0
      ? undefined
      : { id, start: start + ((format & 0x20) !== 0 ? 1 : 0), unsynchronised: false }
  if ((format & 0x0c) !== 0) return undefined
  const extra = ((format & 0x40) !== 0 ? 1 : 0) + ((format & 0x01) !== 0 ? 4 : 0)
  return { id, start: start + extra, unsynchronised: (format & 0x02) !== 0 }
}

function* frameLength(
  window: ByteWindow,
  head: Uint8Array,
  start: number,
  end: number,
  version: number,
): Reading<number> {
  if (version === 2) return u24be(head, 3)
  const plain = u32be(head, 4)
  if (version === 3 || plain < 0x80) return plain
  if (!isSynchsafe(head, 4)) return plain
  // Old iTunes wrote 2.4 sizes as plain numbers: the right reading is the one that another frame or the end follows.
  const safe = synchsafe(head, 4)
  if (yield* isFrameEdge(window, start + safe, end)) return safe
  return (yield* isFrameEdge(window, start + plain, end)) ? plain : safe
}

function* isFrameEdge(window: ByteWindow, at: number, end: number): Reading<boolean> {
  if (at >= end) return at === end
  const id = yield* window.at(at, 4, AHEAD)
  return /^(\0+|[A-Z][A-Z0-9]{3})$/.test(latin1(id))
}

// -------------------------------------------------------------------------------------------------- texts

const TEXTS: Readonly<Record<string, keyof Omit<AudioTags, 'hasCover'>>> = {
  TIT2: 'title',
  TALB: 'album',
  TPE1: 'artist',
  TDRC: 'year',
  TYER: 'year',
  TRCK: 'track',
}

function* readTexts(window: ByteWindow, frames: readonly Frame[]): Reading<AudioTags> {
  const tags: { -readonly [K in keyof AudioTags]: AudioTags[K] } = {}
  for (const frame of frames) {
    if (frame.id === 'APIC') tags.hasCover = true
    const key = TEXTS[frame.id]
    if (key !== undefined && tags[key] === undefined) {
      const text = decodeText(yield* content(window, frame))
      if (text !== '') tags[key] = key === 'year' ? yearOf(text) : text
    }
    if (frame.id === 'COMM' && tags.comment === undefined) {
      const comment = decodeComment(yield* content(window, frame))
      if (comment !== undefined && comment !== '') tags.comment = comment
    }
  }
  return tags
}

/** `TDRC` is a date or a time; the year is its beginning. */
const yearOf = (text: string): string => /^\d{4}(?=\D)/.exec(text)?.[0] ?? text

function* content(window: ByteWindow, frame: Frame): Reading<Uint8Array> {
  const raw = yield* window.at(
    frame.start,
    Math.min(Math.max(frame.end - frame.start, 0), tagTextBytes),
    AHEAD,
  )
  return frame.unsynchronised ? resynchronise(raw) : raw
}

/** A text frame: one byte of encoding, the text, perhaps several separated by a zero: the first is wanted. */
const decodeText = (content: Uint8Array): string =>
  content.length < 2 ? '' : splitText(content[0]!, content.subarray(1))[0]

/** `COMM`: encoding, three letters of language, description, zero, text. Those with a description belong to programs. */
const decodeComment = (content: Uint8Array): string | undefined => {
  if (content.length < 5) return undefined
  const [description, rest] = splitText(content[0]!, content.subarray(4))
  return description === '' && rest !== undefined ? splitText(content[0]!, rest)[0] : undefined
}

const UTF16LE = new TextDecoder('utf-16le')
const UTF16BE = new TextDecoder('utf-16be')
const UTF8 = new TextDecoder('utf-8')
const LATIN1 = new TextDecoder('latin1')

/** The text before the first zero (a zero unit in UTF-16), and the bytes after it when there is one. */
const splitText = (encoding: number, bytes: Uint8Array): [string, Uint8Array | undefined] => {
  const wide = encoding === 1 || encoding === 2
  const zero = wide ? wideZero(bytes) : bytes.indexOf(0)
  const text = decode(encoding, zero < 0 ? bytes : bytes.subarray(0, zero)).trim()
  return [text, zero < 0 ? undefined : bytes.subarray(zero + (wide ? 2 : 1))]
}

const wideZero = (bytes: Uint8Array): number => {
  for (let i = 0; i + 1 < bytes.length; i += 2) if (bytes[i] === 0 && bytes[i + 1] === 0) return i
  return -1
}

const decode = (encoding: number, bytes: Uint8Array): string => {
  if (encoding === 1) return (isBigEndian(bytes) ? UTF16BE : UTF16LE).decode(bytes)
  if (encoding === 2) return UTF16BE.decode(bytes)
  return (encoding === 3 ? UTF8 : LATIN1).decode(bytes)
}

/**
 * Encoding 1 has a byte order mark (2.3, 3.3). Where a writer left it out, the order shows: the high bytes of a text are mostly the
 * same few, in Latin zeros.
 */
const isBigEndian = (bytes: Uint8Array): boolean => {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return true
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return false
  const units = bytes.subarray(0, bytes.length - (bytes.length % 2))
  const [first, second] = [units.filter((_, i) => i % 2 === 0), units.filter((_, i) => i % 2 === 1)]
  const zeros = (half: Uint8Array): number => half.filter(byte => byte === 0).length
  if (zeros(first) !== zeros(second)) return zeros(first) > zeros(second)
  return new Set(first).size < new Set(second).size
}

// ----------------------------------------------------------------------------------------------- chapters

interface Mark {
  readonly element: string
  readonly chapter: Chapter
}

function* readChapters(
  window: ByteWindow,
  frames: readonly Frame[],
  version: number,
  budget: { frames: number },
): Reading<readonly Chapter[]> {
  const marks: Mark[] = []
  for (const frame of frames) {
    if (frame.id !== 'CHAP') continue
    const mark = yield* readChapter(window, frame, version, budget)
    if (mark !== undefined) marks.push(mark)
  }
  const listed = marks.length === 0 ? new Set<string>() : yield* readContents(window, frames)
  return marks
    .map(({ element, chapter }) =>
      listed.size > 0 && !listed.has(element) ? { ...chapter, toc: false } : chapter,
    )
    .sort((a, b) => a.start - b.start)
}

/** `CHAP`: element ID, zero, start and end in ms, start and end in bytes, then frames of its own. */
function* readChapter(
  window: ByteWindow,
  frame: Frame,
  version: number,
  budget: { frames: number },
): Reading<Mark | undefined> {
  if (frame.unsynchronised) {
    // What stands inside of it has to be put right before it is a list of frames.
    const raw = yield* window.at(frame.start, Math.min(frame.end - frame.start, id3UnsynchronisedBytes))
    const body = resynchronise(raw)
    const plain = { ...frame, start: 0, end: body.length, unsynchronised: false }
    return readBuffer(readChapter(new ByteWindow(body.length), plain, version, budget), body)
  }
  const head = yield* window.at(frame.start, Math.min(frame.end - frame.start, 512), AHEAD)
  const zero = head.indexOf(0)
  if (zero < 0 || zero + 17 > head.length) return undefined
  const element = latin1(head, 0, zero)
  const start = u32be(head, zero + 1) / 1000
  const end = u32be(head, zero + 5) / 1000
  const inner = yield* listFrames(window, frame.start + zero + 17, frame.end, {
    version,
    budget,
    unsynchronised: false,
  })
  const { title } = yield* readTexts(window, inner)
  const url = yield* readLink(window, inner)
  const chapter = {
    start,
    ...(title === undefined ? {} : { title }),
    ...(end > start && end !== NO_TIME ? { end } : {}),
    ...(url === undefined ? {} : { url }),
  }
  return start === NO_TIME ? undefined : { element, chapter }
}

/** FFFFFFFF: not used. */
const NO_TIME = 0xffffffff / 1000

/** `WXXX`: encoding, description, zero, the URL in Latin-1. */
function* readLink(window: ByteWindow, frames: readonly Frame[]): Reading<string | undefined> {
  const frame = frames.find(({ id }) => id === 'WXXX')
  if (frame === undefined) return undefined
  const bytes = yield* content(window, frame)
  const rest = bytes.length < 2 ? undefined : splitText(bytes[0]!, bytes.subarray(1))[1]
  const url = rest === undefined ? '' : splitText(0, rest)[0]
  return url === '' ? undefined : url
}

/** `CTOC`: element ID, zero, flags, a count, then that many IDs of children. */
function* readContents(window: ByteWindow, frames: readonly Frame[]): Reading<Set<string>> {
  const listed = new Set<string>()
  for (const frame of frames) {
    if (frame.id !== 'CTOC') continue
    const bytes = yield* content(window, frame)
    let at = bytes.indexOf(0) + 1
    const count = bytes[at + 1] ?? 0
    at += 2
    for (let i = 0; i < count && at < bytes.length; i++) {
      const zero = bytes.indexOf(0, at)
      if (zero < 0) break
      listed.add(latin1(bytes, at, zero))
      at = zero + 1
    }
  }
  return listed
}
