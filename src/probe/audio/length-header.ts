/**
 * What encoders write into a first, silent frame about the length of an MP3: Xing or Info with LAME's extension, or VBRI.
 * http://www.mp3-tech.org/programmer/sources/vbrheadersdk.zip (Xing), http://gabriel.mp3-tech.org/mp3infotag.html (LAME),
 * https://www.codeproject.com/Articles/8295/MPEG-Audio-Frame-Header (VBRI, after Fraunhofer)
 */

import { hasAscii, u16be, u24be, u32be } from '../bytes.ts'
import { lengthHeaderOffset } from './mpeg-header.ts'

export interface LengthHeader {
  readonly name: 'Xing' | 'Info' | 'VBRI'
  /** Without the frame that holds the header; 0: not said. */
  readonly frames: number
  /** From the frame that holds the header to the last frame; 0: not said. */
  readonly bytes: number
  /** Samples that the encoder put before and after the recording, and that a player drops. */
  readonly delay: number
  readonly padding: number
  /** LAME's checksum over the header is right: nobody has changed the numbers since the encoder. */
  readonly isVerified: boolean
}

/** Reads the length header of the frame at `at`; undefined when it is a frame of audio. */
export const readLengthHeader = (b: Uint8Array, at: number): LengthHeader | undefined => {
  const offset = lengthHeaderOffset(b, at)
  if (offset === 0) return undefined
  return hasAscii(b, offset, 'VBRI') ? readVbri(b, offset) : readXing(b, at, offset)
}

/** Version, delay, quality (2 bytes each), then bytes and frames (4 each). */
const readVbri = (b: Uint8Array, at: number): LengthHeader | undefined =>
  at + 18 > b.length
    ? undefined
    : {
        name: 'VBRI',
        bytes: u32be(b, at + 10),
        frames: u32be(b, at + 14),
        delay: 0,
        padding: 0,
        isVerified: false,
      }

const HAS_FRAMES = 1
const HAS_BYTES = 2
const HAS_TOC = 4
const HAS_QUALITY = 8

const readXing = (b: Uint8Array, frameAt: number, at: number): LengthHeader | undefined => {
  if (at + 8 > b.length) return undefined
  const flags = u32be(b, at + 4)
  let next = at + 8
  const field = (flag: number, length: number): number => {
    if ((flags & flag) === 0) return 0
    next += length
    return next <= b.length ? u32be(b, next - length) : 0
  }
  const frames = field(HAS_FRAMES, 4)
  const bytes = field(HAS_BYTES, 4)
  field(HAS_TOC, 100)
  field(HAS_QUALITY, 4)
  const name = hasAscii(b, at, 'Info') ? 'Info' : 'Xing'
  return { name, frames, bytes, ...readLame(b, frameAt, next) }
}

/** The extension: 9 bytes of encoder, ..., at 21 delay and padding of 12 bits each, ..., at 34 the checksum. */
const readLame = (
  b: Uint8Array,
  frameAt: number,
  at: number,
): Pick<LengthHeader, 'delay' | 'padding' | 'isVerified'> => {
  const known = ['LAME', 'Lavf', 'Lavc', 'L3.9'].some(name => hasAscii(b, at, name))
  if (!known || at + 36 > b.length) return { delay: 0, padding: 0, isVerified: false }
  const gap = u24be(b, at + 21)
  const sum = u16be(b, at + 34)
  // ffmpeg always takes 190 bytes, which is right for MPEG-1 stereo only: its other headers count as unsealed.
  return { delay: gap >> 12, padding: gap & 0xfff, isVerified: crc16(b, frameAt, at + 34) === sum }
}

/** CRC-16/ARC: polynomial 8005, reflected, beginning with 0. */
const crc16 = (b: Uint8Array, start: number, end: number): number => {
  let crc = 0
  for (let i = start; i < end; i++) {
    crc ^= b[i]!
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) !== 0 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc
}
