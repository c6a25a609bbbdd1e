/**
 * The tags that stand after the audio, in any order and number.
 * ID3v1: https://id3.org/ID3v1 · its "TAG+" extension · APEv2: https://wiki.hydrogenaudio.org/index.php?title=APEv2_specification
 * · Lyrics3v2: https://id3.org/Lyrics3v2 · ID3v2.4 with a footer: https://id3.org/id3v2.4.0-structure, 3.4
 */

import { tagsAtAnEnd } from '../../limits.ts'
import type { AudioTags } from '../../model.ts'
import { type ByteWindow, hasAscii, latin1, type Reading, u32le } from '../bytes.ts'
import { untilZero } from './parts.ts'

export interface TrailingTags {
  /** Where the audio ends and the tags begin. */
  readonly start: number
  /** What ID3v1 says. */
  readonly tags: AudioTags
}

/** What the longest footer needs; and what is read at once, so that small tags cost one read. */
const FOOTER = 256
const TAIL = 2048

/** Strips the tags between `from` and the end of the file. */
export function* readTrailingTags(window: ByteWindow, from: number, to: number): Reading<TrailingTags> {
  let start = to
  let tags: AudioTags = {}
  yield* window.at(Math.max(from, to - TAIL), Math.min(to - from, TAIL))
  for (let i = 0; i < tagsAtAnEnd; i++) {
    const length = Math.min(start - from, FOOTER)
    const tail = yield* window.at(start - length, length)
    if (Object.keys(tags).length === 0) tags = readId3v1(tail)
    const tag = trailingLength(tail)
    if (tag === 0 || start - tag < from) break
    start -= tag
  }
  return { start, tags }
}

/** The length of the tag that ends with `tail`, in bytes; 0 when none does. */
const trailingLength = (tail: Uint8Array): number => {
  const end = tail.length
  if (hasAscii(tail, end - 128, 'TAG')) return 128
  if (hasAscii(tail, end - 227, 'TAG+')) return 227
  if (hasAscii(tail, end - 32, 'APETAGEX')) return apeLength(tail.subarray(end - 32))
  if (hasAscii(tail, end - 9, 'LYRICS200')) return lyricsLength(latin1(tail, end - 15, end - 9))
  if (hasAscii(tail, end - 10, '3DI')) return 20 + footerSize(tail.subarray(end - 4))
  return 0
}

/** The size counts items and footer; bit 31 of the flags says that there is a header of 32 bytes too. */
const apeLength = (footer: Uint8Array): number => {
  const size = u32le(footer, 12)
  return size < 32 ? 0 : size + ((footer[23]! & 0x80) !== 0 ? 32 : 0)
}

/** Six digits: the length from LYRICSBEGIN up to themselves. */
const lyricsLength = (digits: string): number => (/^\d{6}$/.test(digits) ? Number(digits) + 15 : 0)

const footerSize = (b: Uint8Array): number =>
  b.some(byte => byte > 127) ? 0 : (b[0]! << 21) | (b[1]! << 14) | (b[2]! << 7) | b[3]!

const LATIN1 = new TextDecoder('latin1')

/** Fixed fields in Latin-1, filled up with zeros or spaces. ID3v1.1 takes the comment's last byte for the track. */
const readId3v1 = (tail: Uint8Array): AudioTags => {
  const at = tail.length - 128
  if (!hasAscii(tail, at, 'TAG')) return {}
  const field = (start: number, length: number): string =>
    untilZero(LATIN1.decode(tail.subarray(at + start, at + start + length)))
  const track = tail[at + 125] === 0 && tail[at + 126] !== 0 ? String(tail[at + 126]) : ''
  const all = {
    title: field(3, 30),
    artist: field(33, 30),
    album: field(63, 30),
    year: field(93, 4),
    comment: field(97, 30),
    track,
  }
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
}
