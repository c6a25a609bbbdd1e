/**
 * Makes MPEG audio without an encoder: real frames of silence, which every decoder plays.
 *
 * ```ts
 * mp3()                                        // 1 s, 128 kbps, 44.1 kHz, joint stereo, with an Info header and LAME's gaps
 * mp3({ seconds: 60, bitrate: [64, 128, 320] })  // VBR, with a Xing header
 * mp3({ seconds: 60, header: 'none' })           // nothing says the length
 * mp3({ seconds: 60 }).subarray(0, 300_000)      // an upload that broke off
 * concat(id3v2({ cover: 5_000_000 }), mp3(), id3v1())
 * ```
 * `mp3Seconds(options)` is what a decoder plays of it.
 */

import { ascii, be, concat, concatAll, zeros } from './bytes.ts'

export interface Mp3Options {
  /** At least so long, in whole frames; by default 1. */
  readonly seconds?: number
  /** Kilobits per second. A list or a function of the frame's number makes a variable bit rate. */
  readonly bitrate?: number | readonly number[] | ((frame: number) => number)
  /** Hertz; decides the MPEG version. By default 44,100. */
  readonly sampleRate?: number
  readonly mode?: 'stereo' | 'joint' | 'dual' | 'mono'
  readonly layer?: 1 | 2 | 3
  /** By default `info` for a constant, `xing` for a variable bit rate; `none` for the layers I and II. */
  readonly header?: 'info' | 'xing' | 'vbri' | 'none'
  /** Samples of silence before and after; `false`: no LAME extension. */
  readonly lame?: { readonly delay: number; readonly padding: number } | false
  /** Lies of the header. `undefined` leaves the field out. */
  readonly claim?: { readonly frames?: number | undefined; readonly bytes?: number | undefined }
  /** A CRC after each frame's header. */
  readonly crc?: boolean
  /** Free format: bytes of an unpadded frame, instead of a bit rate. */
  readonly freeLength?: number
}

const KBPS: Readonly<Record<string, readonly number[]>> = {
  '1-1': [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  '1-2': [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  '1-3': [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  '2-1': [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  '2-2': [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  '2-3': [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
/** By version bits: 3 is MPEG-1, 2 MPEG-2, 0 MPEG-2.5. */
const SAMPLE_RATES: Readonly<Record<number, readonly number[]>> = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8_000],
}
const MODES = ['stereo', 'joint', 'dual', 'mono'] as const

/** Every bit rate that a layer has at a sample rate, in kbps. */
export const bitratesOf = (sampleRate: number, layer: 1 | 2 | 3 = 3): readonly number[] =>
  KBPS[`${sampleRate >= 32_000 ? 1 : 2}-${layer}`]!.slice(1)

export const ALL_SAMPLE_RATES: readonly number[] = [3, 2, 0].flatMap(version => SAMPLE_RATES[version]!)

interface Shape {
  readonly version: number
  readonly rateIndex: number
  readonly samples: number
  readonly sampleRate: number
  readonly layer: 1 | 2 | 3
  readonly mode: number
  readonly crc: boolean
  readonly freeLength: number | undefined
}

const shapeOf = (options: Mp3Options): Shape => {
  const sampleRate = options.sampleRate ?? 44_100
  const version = [3, 2, 0].find(bits => SAMPLE_RATES[bits]!.includes(sampleRate))
  if (version === undefined) throw new Error(`no MPEG version has ${sampleRate} Hz`)
  const layer = options.layer ?? 3
  return {
    version,
    rateIndex: SAMPLE_RATES[version]!.indexOf(sampleRate),
    samples: layer === 1 ? 384 : layer === 3 && version !== 3 ? 576 : 1152,
    sampleRate,
    layer,
    mode: MODES.indexOf(options.mode ?? 'joint'),
    crc: options.crc ?? false,
    freeLength: options.freeLength,
  }
}

/** Slots (a byte; in layer I four) that a frame has on the mean. */
const slotsOf = ({ samples, layer, sampleRate }: Shape, kbps: number): number =>
  ((samples / 8 / (layer === 1 ? 4 : 1)) * kbps * 1000) / sampleRate

/** One frame; `content` stands after its header (and CRC), the rest is zero: silence. */
const frame = (shape: Shape, kbps: number, padding: 0 | 1, content: Uint8Array = zeros(0)): Uint8Array => {
  const { version, rateIndex, sampleRate, layer, mode, crc, freeLength } = shape
  const index = freeLength === undefined ? KBPS[`${version === 3 ? 1 : 2}-${layer}`]!.indexOf(kbps) : 0
  if (index < 0) throw new Error(`layer ${layer} has no ${kbps} kbps at ${sampleRate} Hz`)
  const slot = layer === 1 ? 4 : 1
  const slots = Math.floor(slotsOf(shape, kbps))
  const bytes = zeros(freeLength === undefined ? (slots + padding) * slot : freeLength + padding * slot)
  bytes[0] = 0xff
  bytes[1] = 0xe0 | (version << 3) | ((4 - layer) << 1) | (crc ? 0 : 1)
  bytes[2] = (index << 4) | (rateIndex << 2) | (padding << 1)
  bytes[3] = (mode << 6) | 0x04
  bytes.set(content.subarray(0, bytes.length - 4), 4)
  return bytes
}

const kbpsAt = (bitrate: NonNullable<Mp3Options['bitrate']>, frameNumber: number): number =>
  typeof bitrate === 'number'
    ? bitrate
    : typeof bitrate === 'function'
      ? bitrate(frameNumber)
      : bitrate[frameNumber % bitrate.length]!

const frameCount = (options: Mp3Options, shape: Shape): number =>
  Math.ceil(((options.seconds ?? 1) * shape.sampleRate) / shape.samples)

const headerKind = (options: Mp3Options): NonNullable<Mp3Options['header']> =>
  options.header ??
  ((options.layer ?? 3) !== 3 || options.freeLength !== undefined
    ? 'none'
    : typeof (options.bitrate ?? 128) === 'number'
      ? 'info'
      : 'xing')

const gapsOf = (options: Mp3Options): { readonly delay: number; readonly padding: number } => {
  const kind = headerKind(options)
  const none = options.lame === false || kind === 'none' || kind === 'vbri'
  return none ? { delay: 0, padding: 0 } : options.lame || { delay: 576, padding: 1000 }
}

/** The seconds that a decoder plays of the whole of `mp3(options)`, whatever its header claims. */
export const mp3Seconds = (options: Mp3Options = {}): number => {
  const shape = shapeOf(options)
  const { delay, padding } = gapsOf(options)
  return (frameCount(options, shape) * shape.samples - delay - padding) / shape.sampleRate
}

/** See the top of this file. */
export const mp3 = (options: Mp3Options = {}): Uint8Array => {
  const shape = shapeOf(options)
  const bitrate = options.bitrate ?? 128
  const frames: Uint8Array[] = []
  // All frames of one length are the same silence.
  const made = new Map<number, Uint8Array>()
  const frameOf = (kbps: number, padding: 0 | 1): Uint8Array => {
    const key = kbps * 2 + padding
    const bytes = made.get(key) ?? frame(shape, kbps, padding)
    made.set(key, bytes)
    return bytes
  }
  // As encoders do: a frame is padded when those before it have fallen a slot behind the bit rate.
  let behind = 0
  for (let i = 0; i < frameCount(options, shape); i++) {
    const kbps = kbpsAt(bitrate, i)
    behind += slotsOf(shape, kbps) % 1
    const padding = behind >= 1 ? 1 : 0
    behind -= padding
    frames.push(frameOf(kbps, padding))
  }
  const audio = concatAll(frames)
  return headerKind(options) === 'none' ? audio : concat(headerFrame(options, shape, frames), audio)
}

const headerFrame = (options: Mp3Options, shape: Shape, frames: readonly Uint8Array[]): Uint8Array => {
  const audioBytes = frames.reduce((sum, bytes) => sum + bytes.length, 0)
  // The frame must hold 36 bytes of side information and up to 156 of header.
  const kbps = bitratesOf(shape.sampleRate).find(
    rate => (shape.samples / 8) * ((rate * 1000) / shape.sampleRate) >= 210,
  )
  const length = frame(shape, kbps!, 0).length
  const claim = { frames: frames.length, bytes: audioBytes + length, ...options.claim }
  const content =
    headerKind(options) === 'vbri' ? vbri(claim, frames.length) : xing(options, shape, claim, kbps!)
  return frame(shape, kbps!, 0, content)
}

type Claim = NonNullable<Mp3Options['claim']>

const vbri = (claim: Claim, frames: number): Uint8Array =>
  concat(
    zeros(32),
    ascii('VBRI'),
    be(1, 2),
    be(0, 2),
    be(75, 2),
    be(claim.bytes ?? 0, 4),
    be(claim.frames ?? 0, 4),
    be(1, 2),
    be(1, 2),
    be(2, 2),
    be(frames, 2),
  )

/** The CRC counts as part of it, as in LAME. */
const sideInfoOf = ({ version, mode, crc }: Shape): number =>
  (version === 3 ? (mode === 3 ? 17 : 32) : mode === 3 ? 9 : 17) + (crc ? 2 : 0)

const xing = (options: Mp3Options, shape: Shape, claim: Claim, kbps: number): Uint8Array => {
  const flags = (claim.frames === undefined ? 0 : 1) | (claim.bytes === undefined ? 0 : 2)
  const { delay, padding } = gapsOf(options)
  const body = concat(
    zeros(sideInfoOf(shape)),
    ascii(headerKind(options) === 'info' ? 'Info' : 'Xing'),
    be(flags, 4),
    claim.frames === undefined ? [] : be(claim.frames, 4),
    claim.bytes === undefined ? [] : be(claim.bytes, 4),
  )
  if (options.lame === false) return body
  const lame = concat(ascii('LAME3.100'), zeros(12), be((delay << 12) | padding, 3), zeros(10))
  const sealed = concat(frame(shape, kbps, 0).subarray(0, 4), body, lame)
  return concat(body, lame, be(crc16(sealed), 2))
}

/** CRC-16/ARC, as LAME seals its header. */
const crc16 = (bytes: Uint8Array): number => {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) !== 0 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc
}
