/**
 * What the first packet of an Ogg stream tells, and how its positions become seconds.
 * Vorbis I 4.2.2 · Opus: RFC 7845 5.1, RFC 6716 3.1 · Speex manual 8 · FLAC: RFC 9639 10.1 · Theora, Skeleton: their magic only.
 */

import { hasAscii, u16be, u16le, u32le } from '../bytes.ts'
import { readStreamInfo } from './flac-blocks.ts'
import type { Page } from './ogg-page.ts'

export interface Codec {
  readonly name: 'vorbis' | 'opus' | 'speex' | 'flac'
  /** Of the recording, hertz. */
  readonly sampleRate: number
  readonly channels: number
  /** Units of position in a second. */
  readonly clock: number
  /** Units that a player drops at the beginning. */
  readonly preSkip: number
  /** The most units that a packet can hold; 0: its first bytes say it (Opus). */
  readonly perPacket: number
  /** Packets before the first with sound; 0: not said. */
  readonly headers: number
  /** Bytes before the comments in the second packet. */
  readonly commentPrefix: number
}

/** Opus counts at 48 kHz, whatever it carries. */
const OPUS_CLOCK = 48_000

export const readCodec = (b: Uint8Array): Codec | 'video' | undefined => {
  if (hasAscii(b, 0, '\x01vorbis') && b.length >= 30) return vorbis(b)
  if (hasAscii(b, 0, 'OpusHead') && b.length >= 19) return opus(b)
  if (hasAscii(b, 0, 'Speex   ') && b.length >= 68) return speex(b)
  if (hasAscii(b, 0, '\x7fFLAC') && hasAscii(b, 9, 'fLaC')) return flac(b)
  return hasAscii(b, 0, '\x80theora') || hasAscii(b, 0, '\x01video') ? 'video' : undefined
}

/** Two block sizes as exponents; a packet gives half of its own block and half of the one before. */
const vorbis = (b: Uint8Array): Codec => {
  const rate = u32le(b, 12)
  return {
    name: 'vorbis',
    channels: b[11]!,
    sampleRate: rate,
    clock: rate,
    preSkip: 0,
    perPacket: 2 ** (b[28]! >> 4) / 2,
    headers: 3,
    commentPrefix: 7,
  }
}

const opus = (b: Uint8Array): Codec => ({
  name: 'opus',
  channels: b[9]!,
  sampleRate: u32le(b, 12) || OPUS_CLOCK,
  clock: OPUS_CLOCK,
  preSkip: u16le(b, 10),
  perPacket: 0,
  headers: 2,
  commentPrefix: 8,
})

const speex = (b: Uint8Array): Codec => ({
  name: 'speex',
  sampleRate: u32le(b, 36),
  channels: u32le(b, 48),
  clock: u32le(b, 36),
  preSkip: 0,
  perPacket: u32le(b, 56) * Math.max(1, u32le(b, 64)),
  headers: 2 + (b.length < 72 ? 0 : u32le(b, 68)),
  commentPrefix: 0,
})

/** Magic, version and count (9 bytes), "fLaC", a block header, STREAMINFO. The comments are a block too, with its header. */
const flac = (b: Uint8Array): Codec | undefined => {
  const info = readStreamInfo(b, 17)
  const headers = u16be(b, 7)
  if (info === undefined) return undefined
  return {
    name: 'flac',
    sampleRate: info.sampleRate,
    channels: info.channels,
    clock: info.sampleRate,
    preSkip: 0,
    perPacket: info.blockSize,
    headers: headers === 0 ? 0 : headers + 1,
    commentPrefix: 4,
  }
}

/** Units that the packets of a page can hold at most; exactly, for Opus. `body`: the page's bytes. */
export const unitsOf = (codec: Codec, page: Page, body: Uint8Array): number => {
  let units = 0
  let at = 0
  let begins = 0
  for (const length of page.segments) {
    at += length
    if (length === 255) continue
    units += packetUnits(codec, body, begins)
    begins = at
  }
  return units
}

/** Of the packet that begins at `at` of `body`. Of Vorbis it is the most that it can hold. */
export const packetUnits = (codec: Codec, body: Uint8Array, at: number): number =>
  codec.perPacket > 0 ? codec.perPacket : opusUnits(body[at], body[at + 1])

/** Samples of a frame at 48 kHz by the upper five bits: SILK, hybrid, CELT; the lower two say how many frames there are. */
const opusUnits = (toc = 0, second = 0): number => {
  const config = toc >> 3
  const silk = [480, 960, 1920, 2880][config & 3]!
  const hybrid = (config & 1) === 0 ? 480 : 960
  const frame = config < 12 ? silk : config < 16 ? hybrid : 120 << (config & 3)
  const code = toc & 3
  return frame * (code === 0 ? 1 : code === 3 ? second & 63 : 2)
}
