/** The header of a FLAC frame, and the last frame of a file. RFC 9639, 9.1 to 9.3. */

import { flacTailBytes } from '../../limits.ts'
import type { ByteWindow, Reading } from '../bytes.ts'
import type { StreamInfo } from './flac-blocks.ts'

export interface LastFrame {
  /** The number of its first sample. */
  readonly start: number
  readonly samples: number
  /** Its checksum is right: nothing is missing. */
  readonly isWhole: boolean
}

export interface FrameHeader {
  readonly at: number
  readonly start: number
  readonly samples: number
}

/** Mostly the last frame begins here; if not, more is read. */
const TAIL = 32 * 1024

/** Sync, codes, a number of one byte, the checksum. */
const MIN_HEADER = 6

/** The last frame between `from` and `end`; undefined when none is there. */
export function* findLastFrame(
  window: ByteWindow,
  from: number,
  end: number,
  info: StreamInfo,
): Reading<LastFrame | undefined> {
  for (let tail = TAIL; ; tail *= 4) {
    const start = Math.max(from, end - tail)
    const bytes = yield* window.at(start, Math.max(0, end - start))
    const last = lastOf(bytes, info)
    if (last !== undefined) {
      const isWhole = crc16(bytes, last.at, bytes.length) === 0
      return { start: last.start, samples: last.samples, isWhole }
    }
    if (start === from || tail >= flacTailBytes) return undefined
  }
}

/** The last header that continues another; a header alone counts only when there are no two. */
const lastOf = (bytes: Uint8Array, info: StreamInfo): FrameHeader | undefined => {
  const headers: FrameHeader[] = []
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const header = readHeader(bytes, at, info)
    if (header !== undefined) headers.push(header)
  }
  const ends = new Set(headers.map(({ start, samples }) => start + samples))
  return headers.findLast(({ start }) => start > 0 && ends.has(start)) ?? headers.at(-1)
}

/** Bytes of the coded number by its first byte, as in UTF-8 but up to 7. */
const numberLength = (first: number): number => {
  if (first < 0x80) return 1
  const ones = Math.clz32(~(first << 24))
  return ones >= 2 && ones <= 7 ? ones : 0
}

/** The first frame that begins in `bytes`. */
export const firstFrameIn = (bytes: Uint8Array, info: StreamInfo): FrameHeader | undefined => {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const header = readHeader(bytes, at, info)
    if (header !== undefined) return header
  }
  return undefined
}

const readHeader = (b: Uint8Array, at: number, info: StreamInfo): FrameHeader | undefined => {
  if ((b[at + 1]! & 0xfe) !== 0xf8 || at + MIN_HEADER > b.length) return undefined
  const isVariable = (b[at + 1]! & 1) !== 0
  const sizeCode = b[at + 2]! >> 4
  const rateCode = b[at + 2]! & 15
  const isReserved = sizeCode === 0 || rateCode === 15 || b[at + 3]! >> 4 > 10 || (b[at + 3]! & 1) !== 0
  const length = numberLength(b[at + 4]!)
  if (isReserved || length === 0) return undefined
  let next = at + 4 + length
  const samples = blockSize(sizeCode, b, next)
  next += sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0
  next += rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0
  if (crc8(b, at, next) !== b[next]) return undefined
  const number = codedNumber(b, at + 4, length)
  return { at, start: isVariable ? number : number * info.blockSize, samples }
}

const blockSize = (code: number, b: Uint8Array, at: number): number => {
  if (code === 1) return 192
  if (code <= 5) return 576 << (code - 2)
  if (code === 6) return b[at]! + 1
  return code === 7 ? ((b[at]! << 8) | b[at + 1]!) + 1 : 256 << (code - 8)
}

const codedNumber = (b: Uint8Array, at: number, length: number): number => {
  if (length === 1) return b[at]!
  let number = length === 7 ? 0 : b[at]! & ((1 << (7 - length)) - 1)
  for (let i = 1; i < length; i++) number = number * 64 + (b[at + i]! & 63)
  return number
}

/** Polynomial x^8 + x^2 + x + 1, beginning with 0. */
const crc8 = (b: Uint8Array, start: number, end: number): number => {
  let crc = 0
  for (let i = start; i < end; i++) {
    crc ^= b[i]!
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc > 127 ? 0x107 : 0)) & 0xff
  }
  return crc
}

/** Polynomial x^16 + x^15 + x^2 + 1, beginning with 0; over a whole frame with its checksum the result is 0. */
const crc16 = (b: Uint8Array, start: number, end: number): number => {
  let crc = 0
  for (let i = start; i < end; i++) {
    crc ^= b[i]! << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc > 0x7fff ? 0x18005 : 0)) & 0xffff
  }
  return crc
}
