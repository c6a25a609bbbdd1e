/**
 * The header of an MPEG audio frame, versions 1, 2 and 2.5, layers I to III.
 * ISO/IEC 11172-3 2.4.1.3 and 2.4.2.3, ISO/IEC 13818-3 2.4.2; MPEG-2.5 is Fraunhofer's extension to lower rates.
 * http://www.mp3-tech.org/programmer/frame_header.html
 */

import type { FrameFormat } from './frames.ts'

/** `0` stands for 2.5 in the bits, `2` for MPEG-2, `3` for MPEG-1; `1` is reserved. */
const MPEG1 = 3
const RESERVED = 1

/** kbps by index, for MPEG-1 by layer, then for MPEG-2 and 2.5: layer I, layers II and III. */
const KBPS_1: Readonly<Record<1 | 2 | 3, readonly number[]>> = {
  1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
}
const LOW = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const KBPS_2: Readonly<Record<1 | 2 | 3, readonly number[]>> = {
  1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  2: LOW,
  3: LOW,
}
const RATES = [44_100, 48_000, 32_000]

export interface MpegHeader {
  readonly layer: 1 | 2 | 3
  readonly mpeg1: boolean
  /** Hertz. */
  readonly sampleRate: number
  /** Bits per second; 0: free format. */
  readonly bitrate: number
  readonly channels: 1 | 2
  readonly samples: number
  /** Of the whole frame, in bytes; 0 in free format. */
  readonly length: number
  /** Between the header and the main data, without the CRC; layer III only. */
  readonly sideInfo: number
  readonly hasCrc: boolean
}

/** The longest frame that a bit rate index can name: layer II, 384 kbps at 32 kHz, padded. */
const MAX_LENGTH = 1729
/** LAME's free format goes to 640 kbps: at 32 kHz 2,881 bytes; other encoders a little further. */
export const MAX_FREE_LENGTH = 8192

const versionOf = (b1: number): number => (b1 >> 3) & 3
const layerOf = (b1: number): number => 4 - ((b1 >> 1) & 3)

const sampleRateOf = (b1: number, b2: number): number => {
  const rate = RATES[(b2 >> 2) & 3] ?? 0
  const version = versionOf(b1)
  return version === MPEG1 ? rate : version === 2 ? rate / 2 : rate / 4
}

const samplesOf = (b1: number): number => {
  const layer = layerOf(b1)
  if (layer === 1) return 384
  return layer === 3 && versionOf(b1) !== MPEG1 ? 576 : 1152
}

const isHeader = (b1: number, b2: number): boolean =>
  (b1 & 0xe0) === 0xe0 &&
  versionOf(b1) !== RESERVED &&
  layerOf(b1) !== 4 &&
  b2 >> 4 !== 15 &&
  ((b2 >> 2) & 3) !== 3

const kbpsOf = (b1: number, b2: number): number =>
  (versionOf(b1) === MPEG1 ? KBPS_1 : KBPS_2)[layerOf(b1) as 1 | 2 | 3][b2 >> 4] ?? 0

const lengthOf = (b1: number, b2: number): number => {
  if (!isHeader(b1, b2)) return 0
  const padding = (b2 >> 1) & 1
  const bits = kbpsOf(b1, b2) * 1000
  if (bits === 0) return 0
  const slots = layerOf(b1) === 1 ? 4 : 1
  return (Math.floor((samplesOf(b1) / 8 / slots) * (bits / sampleRateOf(b1, b2))) + padding) * slots
}

/** The key takes version, layer (4 bits of the second byte) and the whole third byte. */
const keyOf = (b1: number, b2: number): number => ((b1 & 0x1e) << 7) | b2

/** A scan looks at 140,000 headers for an hour: their lengths are looked up, not computed. */
const LENGTHS = Uint16Array.from({ length: 4096 }, (_, key) =>
  lengthOf(0xe0 | ((key >> 7) & 0x1e), key & 0xff),
)

export const readMpegHeader = (b: Uint8Array, at: number): MpegHeader | undefined => {
  const b1 = b[at + 1] ?? 0
  const b2 = b[at + 2] ?? 0
  if (b[at] !== 0xff || !isHeader(b1, b2)) return undefined
  const mono = (b[at + 3] ?? 0) >> 6 === 3
  const mpeg1 = versionOf(b1) === MPEG1
  return {
    layer: layerOf(b1) as 1 | 2 | 3,
    mpeg1,
    sampleRate: sampleRateOf(b1, b2),
    bitrate: kbpsOf(b1, b2) * 1000,
    channels: mono ? 1 : 2,
    samples: samplesOf(b1),
    length: lengthOf(b1, b2),
    sideInfo: mpeg1 ? (mono ? 17 : 32) : mono ? 9 : 17,
    hasCrc: (b1 & 1) === 0,
  }
}

/**
 * `freeLength`: the bytes of an unpadded frame in free format (bit rate index 0), whose length no header says;
 * 0 when the file has none of those.
 */
export const mpegFormat = (freeLength: number): FrameFormat => ({
  name: 'mpeg',
  maxLength: freeLength > 0 ? Math.max(freeLength + 4, MAX_LENGTH) : MAX_LENGTH,
  length: (b, at) => {
    if (b[at] !== 0xff || (b[at + 1]! & 0xe0) !== 0xe0) return 0
    const known = LENGTHS[keyOf(b[at + 1]!, b[at + 2]!)]!
    return known !== 0 || freeLength === 0 ? known : freeFrame(b, at, freeLength)
  },
  // Version, layer, sample rate, and whether it is mono: no encoder changes those in the middle.
  signature: (b, at) => ((b[at + 1]! & 0x1e) << 8) | (b[at + 2]! & 0x0c) | (b[at + 3]! >> 6 === 3 ? 1 : 0),
  samples: (b, at) => samplesOf(b[at + 1]!),
  sampleRate: (b, at) => sampleRateOf(b[at + 1]!, b[at + 2]!),
  isLengthHeader: (b, at) => lengthHeaderOffset(b, at) > 0,
})

const freeFrame = (b: Uint8Array, at: number, freeLength: number): number => {
  const b1 = b[at + 1]!
  const b2 = b[at + 2]!
  if (!isHeader(b1, b2) || b2 >> 4 !== 0) return 0
  const padding = (b2 >> 1) & 1
  return freeLength + padding * (layerOf(b1) === 1 ? 4 : 1)
}

/**
 * The unpadded length of free-format frames, found by looking for the headers of the second and the third frame.
 * 0 when the frame at `at` is no frame of that kind.
 */
export const findFreeLength = (b: Uint8Array, at: number): number => {
  const first = readMpegHeader(b, at)
  if (first === undefined || first.bitrate !== 0) return 0
  const padding = (from: number): number => ((b[from + 2]! >> 1) & 1) * (first.layer === 1 ? 4 : 1)
  const isSame = (from: number): boolean =>
    b[from] === 0xff && b[from + 1] === b[at + 1] && (b[from + 2]! & 0xfd) === (b[at + 2]! & 0xfd)
  for (let next = at + 24; next < at + MAX_FREE_LENGTH && next + 3 < b.length; next++) {
    if (!isSame(next)) continue
    const length = next - at - padding(at)
    if (isSame(next + length + padding(next))) return length
  }
  return 0
}

/** Where `Xing`, `Info` or `VBRI` stands in the frame at `at`, from the file's or the block's start; 0 when nowhere. */
export const lengthHeaderOffset = (b: Uint8Array, at: number): number => {
  const b1 = b[at + 1]!
  if ((b1 & 0x06) !== 0x02) return 0
  const mono = b[at + 3]! >> 6 === 3
  const sideInfo = versionOf(b1) === MPEG1 ? (mono ? 17 : 32) : mono ? 9 : 17
  const xing = at + 4 + sideInfo
  if (isXing(b, xing)) return xing
  // Some encoders put it after the CRC of a protected frame.
  if ((b1 & 1) === 0 && isXing(b, xing + 2)) return xing + 2
  return isVbri(b, at + 36) ? at + 36 : 0
}

/** 'Xing' or 'Info'. */
const isXing = (b: Uint8Array, at: number): boolean =>
  (b[at] === 0x58 && b[at + 1] === 0x69 && b[at + 2] === 0x6e && b[at + 3] === 0x67) ||
  (b[at] === 0x49 && b[at + 1] === 0x6e && b[at + 2] === 0x66 && b[at + 3] === 0x6f)

const isVbri = (b: Uint8Array, at: number): boolean =>
  b[at] === 0x56 && b[at + 1] === 0x42 && b[at + 2] === 0x52 && b[at + 3] === 0x49
