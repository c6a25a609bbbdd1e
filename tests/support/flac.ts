/** Makes FLAC of silence. RFC 9639. */

import { ascii, be, concat, concatAll, le, utf8, zeros } from './bytes.ts'

export interface FlacOptions {
  readonly seconds?: number
  readonly sampleRate?: number
  readonly channels?: number
  /** Samples in a block. */
  readonly blockSize?: number
  /** What STREAMINFO says; 0: not known, as from a pipe. */
  readonly claimedSamples?: number
  /** Samples written out, as long as sound is; else a few bytes say "silence". */
  readonly isVerbatim?: boolean
  readonly comments?: readonly string[]
  /** Bytes of a picture. */
  readonly picture?: number
  /** The frames count samples, not blocks. */
  readonly isVariable?: boolean
}

export const flac = (options: FlacOptions = {}): Uint8Array => {
  const { seconds = 1, sampleRate = 44_100, channels = 1, blockSize = 4096 } = options
  const samples = Math.round(seconds * sampleRate)
  const frames: Uint8Array[] = []
  for (let start = 0; start < samples; start += blockSize)
    frames.push(frameOf(options, start, Math.min(blockSize, samples - start), blockSize, channels))
  const longest = Math.max(...frames.map(frame => frame.length))
  const shortest = Math.min(...frames.map(frame => frame.length))
  const claimed = options.claimedSamples ?? samples
  const info = concat(
    be(blockSize, 2),
    be(blockSize, 2),
    be(shortest, 3),
    be(longest, 3),
    be(sampleRate * 16 + (channels - 1) * 2, 3),
    [0xf0 | Math.floor(claimed / 2 ** 32)],
    be(claimed % 2 ** 32, 4),
    zeros(16),
  )
  const blocks: (readonly [number, Uint8Array])[] = [[0, info]]
  if (options.comments !== undefined) blocks.push([4, vorbisComments(options.comments)])
  if (options.picture !== undefined) blocks.push([6, zeros(options.picture)])
  const metadata = blocks.map(([type, body], i) =>
    concat([type | (i === blocks.length - 1 ? 0x80 : 0)], be(body.length, 3), body),
  )
  return concatAll([ascii('fLaC'), ...metadata, ...frames])
}

/** A vendor and `NAME=text` fields, as in FLAC and Ogg. */
export const vorbisComments = (fields: readonly string[]): Uint8Array => {
  const text = (value: string): Uint8Array => concat(le(utf8(value).length, 4), utf8(value))
  return concat(text('tests'), le(fields.length, 4), ...fields.map(text))
}

const frameOf = (
  options: FlacOptions,
  start: number,
  samples: number,
  blockSize: number,
  channels: number,
): Uint8Array => {
  const number = options.isVariable === true ? start : start / blockSize
  const header = concat(
    [0xff, options.isVariable === true ? 0xf9 : 0xf8],
    // The block size in 16 bits at the end, the sample rate as in STREAMINFO; 16 bits per sample.
    [0x70, ((channels - 1) << 4) | 0x08],
    coded(number),
    be(samples - 1, 2),
  )
  const subframe = options.isVerbatim === true ? concat([0x02], zeros(samples * 2)) : Uint8Array.of(0, 0, 0)
  const frame = concat(header, [crc8(header)], ...Array.from({ length: channels }, () => subframe))
  return concat(frame, be(crc16(frame), 2))
}

/** A number as UTF-8 codes characters, up to 2^31. */
const coded = (value: number): Uint8Array => {
  if (value < 0x80) return Uint8Array.of(value)
  const length = [11, 16, 21, 26, 31].findIndex(bits => value < 2 ** bits) + 2
  return Uint8Array.from({ length }, (_, i) => {
    const bits = Math.floor(value / 64 ** (length - 1 - i)) % 64
    return i === 0 ? ((0xff << (8 - length)) & 0xff) | bits : 0x80 | bits
  })
}

/** The remainders of all bytes, for a polynomial of so many bits. */
const table = (polynomial: number, width: 8 | 16): Uint16Array =>
  Uint16Array.from({ length: 256 }, (_, byte) => {
    let rest = byte << (width - 8)
    for (let bit = 0; bit < 8; bit++)
      rest = ((rest << 1) ^ ((rest & (1 << (width - 1))) !== 0 ? polynomial : 0)) & (2 ** width - 1)
    return rest
  })
const CRC8 = table(0x07, 8)
const CRC16 = table(0x8005, 16)

const crc8 = (bytes: Uint8Array): number => {
  let rest = 0
  for (const byte of bytes) rest = CRC8[rest ^ byte]!
  return rest
}
const crc16 = (bytes: Uint8Array): number => {
  let rest = 0
  for (const byte of bytes) rest = ((rest << 8) & 0xffff) ^ CRC16[(rest >> 8) ^ byte]!
  return rest
}
