/** Makes Ogg: real Opus of silence; of Vorbis and Speex only what stands around the packets. RFC 3533, RFC 7845. */

import { ascii, concat, concatAll, le, zeros } from './bytes.ts'
import { vorbisComments } from './flac.ts'

export interface OggPage {
  readonly packets: readonly Uint8Array[]
  readonly granule: number
  readonly flags?: number
}

/** The pages of one stream, numbered and with right checksums. A packet longer than a page goes on in the next. */
export const oggPages = (serial: number, pages: readonly OggPage[], first = 0): Uint8Array => {
  const out: Uint8Array[] = []
  for (const { packets, granule, flags = 0 } of pages) {
    let segments = packets.flatMap(({ length }) => [
      ...Array.from({ length: Math.floor(length / 255) }, () => 255),
      length % 255,
    ])
    let body = concat(...packets)
    let continued = 0
    while (segments.length > 255) {
      out.push(page(serial, first + out.length, -1, flags | continued, segments.slice(0, 255), body))
      body = body.subarray(255 * 255)
      segments = segments.slice(255)
      continued = 1
    }
    out.push(page(serial, first + out.length, granule, flags | continued, segments, body))
  }
  return concatAll(out)
}

const page = (
  serial: number,
  sequence: number,
  granule: number,
  flags: number,
  segments: readonly number[],
  body: Uint8Array,
): Uint8Array => {
  const length = segments.reduce((sum, segment) => sum + segment, 0)
  const position = granule < 0 ? new Uint8Array(8).fill(0xff) : le(granule, 8)
  const bytes = concat(
    ascii('OggS'),
    [0, flags],
    position,
    le(serial, 4),
    le(sequence, 4),
    zeros(4),
    [segments.length],
    segments,
    body.subarray(0, length),
  )
  bytes.set(le(checksum(bytes), 4), 22)
  return bytes
}

/** CRC-32 with the polynomial 04c11db7, not reflected, beginning with 0. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  return crc
})

const checksum = (bytes: Uint8Array): number => {
  let crc = 0
  for (const byte of bytes) crc = (crc << 8) ^ TABLE[(crc >>> 24) ^ byte]!
  return crc >>> 0
}

export interface OggOptions {
  readonly seconds?: number
  readonly serial?: number
  readonly comments?: readonly string[]
  /** Packets in a page. */
  readonly perPage?: number
  /** Bytes of filling in a packet. */
  readonly fill?: number
  readonly preSkip?: number
  /** Where a recording begins that was cut from a longer stream, in seconds. */
  readonly from?: number
}

const FIRST = 2
const LAST = 4

/** Opus: packets of 20 ms. `seconds` is what is heard, after the pre-skip. */
export const opus = (options: OggOptions = {}): Uint8Array => {
  const { seconds = 1, serial = 1, perPage = 50, preSkip = 312, fill = 0, from = 0 } = options
  const packet = concat([0xf8, 0xff, 0xfe], zeros(fill))
  const total = Math.round(seconds * 48_000) + preSkip
  const count = Math.ceil(total / 960)
  const pages: OggPage[] = [
    {
      packets: [concat(ascii('OpusHead'), [1, 1], le(preSkip, 2), le(48_000, 4), [0, 0, 0])],
      granule: 0,
      flags: FIRST,
    },
    { packets: [concat(ascii('OpusTags'), vorbisComments(options.comments ?? []))], granule: 0 },
  ]
  for (let first = 0; first < count; first += perPage) {
    const packets = Array.from({ length: Math.min(perPage, count - first) }, () => packet)
    const isLast = first + perPage >= count
    const end = Math.min((first + packets.length) * 960, total)
    pages.push({ packets, granule: from * 48_000 + end, flags: isLast ? LAST : 0 })
  }
  return oggPages(serial, pages)
}

/** Vorbis at 44.1 kHz with blocks of 2,048 samples, so that a packet holds 1,024; what is in them is nothing. */
export const vorbis = (options: OggOptions = {}): Uint8Array => {
  const { seconds = 1, serial = 1, perPage = 20, fill = 100, from = 0 } = options
  const head = concat(
    ascii('\x01vorbis'),
    le(0, 4),
    [1],
    le(44_100, 4),
    zeros(4),
    le(64_000, 4),
    zeros(4),
    [0xb8, 1],
  )
  const comments = concat(ascii('\x03vorbis'), vorbisComments(options.comments ?? []), [1])
  const total = Math.round(seconds * 44_100)
  const count = Math.ceil(total / 1024)
  const pages: OggPage[] = [
    { packets: [head], granule: 0, flags: FIRST },
    { packets: [comments, concat(ascii('\x05vorbis'), zeros(500))], granule: 0 },
  ]
  for (let first = 0; first < count; first += perPage) {
    const packets = Array.from({ length: Math.min(perPage, count - first) }, () => zeros(fill))
    const end = Math.min((first + packets.length) * 1024, total)
    const isLast = first + perPage >= count
    pages.push({ packets, granule: from * 44_100 + end, flags: isLast ? LAST : 0 })
  }
  return oggPages(serial, pages)
}
