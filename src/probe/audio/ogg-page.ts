/** The pages that Ogg is made of. RFC 3533, 6. */

import { type ByteWindow, hasAscii, type Reading, u32le, u64le } from '../bytes.ts'

export interface Page {
  readonly start: number
  readonly body: number
  /** Where it ends by its header; in a file that was cut off, beyond the end. */
  readonly end: number
  readonly isFirst: boolean
  /** It begins in the middle of a packet. */
  readonly isContinued: boolean
  readonly serial: number
  readonly sequence: number
  /** A position in units of the codec, at the end of the last packet that ends here; -1: none ends here. */
  readonly granule: number
  /** The lengths of the segments; a packet ends with the first that is shorter than 255. */
  readonly segments: Uint8Array
}

const HEADER = 27
/** The longest header and the longest page. */
export const MAX_HEADER = HEADER + 255
export const MAX_PAGE = MAX_HEADER + 255 * 255

/** The page at `at`; undefined when none begins there. */
export const parsePage = (b: Uint8Array, at: number, base: number): Page | undefined => {
  if (at + HEADER > b.length || !hasAscii(b, at, 'OggS') || b[at + 4] !== 0) return undefined
  const body = at + HEADER + b[at + 26]!
  if (body > b.length) return undefined
  const segments = new Uint8Array(b.subarray(at + HEADER, body))
  let length = 0
  for (const segment of segments) length += segment
  const flags = b[at + 5]!
  return {
    start: base + at,
    body: base + body,
    end: base + body + length,
    isFirst: (flags & 2) !== 0,
    isContinued: (flags & 1) !== 0,
    serial: u32le(b, at + 14),
    sequence: u32le(b, at + 18),
    granule: granuleOf(b, at + 6),
    segments,
  }
}

/** All ones: no packet ends here. Other negative positions are as useless. */
const granuleOf = (b: Uint8Array, at: number): number => (b[at + 7]! > 127 ? -1 : u64le(b, at))

export function* readPage(window: ByteWindow, at: number, ahead: number): Reading<Page | undefined> {
  return parsePage(yield* window.at(at, MAX_HEADER, ahead), 0, at)
}

/** The position of the next capture pattern at or after `from`; -1 when there is none. */
export const indexOfPage = (b: Uint8Array, from: number): number => {
  for (let at = b.indexOf(0x4f, from); at >= 0; at = b.indexOf(0x4f, at + 1))
    if (hasAscii(b, at, 'OggS')) return at
  return -1
}
