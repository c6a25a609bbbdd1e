/** JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B (markers) and T.872 clause 6.5.3 (the Adobe marker). */

import { pictureBytes, pictureSegments } from '../../limits.ts'
import type { ImageFacts } from '../../model.ts'
import type { Reading } from '../bytes.ts'
import { ascii, type Look, u16 } from './look.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP2 = 0xe2
const APP14 = 0xee
const SCAN_READ = 256 * 1024

interface Frame {
  readonly bitDepth: number
  readonly width: number
  readonly height: number
  readonly components: number
  readonly progressive: boolean
}

interface Header {
  readonly frame?: Frame
  readonly adobeTransform?: number
  readonly hasProfile?: boolean
  readonly dpi?: number
  /** Where the walk stopped: the first scan, or the end of what is there. */
  readonly end: number
}

export type JpegHeader = Omit<ImageFacts, 'bytes' | 'truncated'> & { readonly end: number }

/** Walks the segments up to the first scan. An embedded thumbnail lies inside a segment and is stepped over with it. */
export function* readJpeg(look: Look): Reading<JpegHeader | undefined> {
  const { frame, end, ...rest } = yield* readHeader(look)
  if (!frame?.width || !frame.height) return undefined
  const { components, ...size } = frame
  return {
    format: 'jpeg',
    mediaType: 'image/jpeg',
    ...size,
    colour: colourOf(components),
    alpha: false,
    ...rest,
    end,
  }
}

const colourOf = (components: number): ImageFacts['colour'] =>
  components === 1 ? 'grey' : components === 3 ? 'rgb' : components === 4 ? 'cmyk' : 'unknown'

function* readHeader(look: Look): Reading<Header> {
  let header: Header = { end: 2 }
  for (let segments = 0; segments < pictureSegments && header.end < pictureBytes; segments++) {
    const marker = yield* nextMarker(look, header.end)
    if (!marker || marker.code === EOI) return header
    if (marker.code === SOS) return { ...header, end: marker.end }
    const segment = yield* look(marker.end, 20)
    header = { ...header, ...readSegment(marker.code, segment), end: afterSegment(marker, segment) }
  }
  return header
}

function readSegment(code: number, segment: Uint8Array): Omit<Header, 'end'> {
  if (isFrame(code)) return segment.length < 8 ? {} : { frame: readFrame(code, segment) }
  if (code === APP0 && ascii(segment, 2, 5) === 'JFIF\0') return readDensity(segment)
  if (code === APP2 && ascii(segment, 2, 12) === 'ICC_PROFILE\0') return { hasProfile: true }
  if (code === APP14 && ascii(segment, 2, 5) === 'Adobe') return { adobeTransform: segment[13] ?? 0 }
  return {}
}

/** SOF0 to SOF15, without the three codes among them that mean other things (DHT, JPG, DAC). */
const isFrame = (code: number): boolean =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc

const readFrame = (code: number, segment: Uint8Array): Frame => ({
  bitDepth: segment[2]!,
  height: u16(segment, 3),
  width: u16(segment, 5),
  components: segment[7]!,
  // SOF2, 6, 10 and 14 are the progressive ones.
  progressive: (code & 3) === 2,
})

function readDensity(segment: Uint8Array): { dpi?: number } {
  const unit = segment[9]
  const density = u16(segment, 10)
  if (density === 0 || (unit !== 1 && unit !== 2)) return {}
  return { dpi: unit === 1 ? density : Math.round(density * 2.54) }
}

interface Marker {
  readonly code: number
  /** Just behind the two bytes of the marker. */
  readonly end: number
}

/** A segment counts its own two length bytes; SOI has none. A length below two is nonsense: go on with the next marker. */
const afterSegment = (marker: Marker, segment: Uint8Array): number =>
  marker.code === SOI ? marker.end : marker.end + Math.max(2, u16(segment, 0))

/** Between segments nothing lies before the next marker; within a scan it is the entropy-coded data that is passed over. */
function* nextMarker(look: Look, from: number): Reading<Marker | undefined> {
  let at = from
  while (at < pictureBytes) {
    const bytes = yield* look(at, 2, at === from ? 4 : SCAN_READ)
    if (bytes.length < 2) return undefined
    const found = indexOfMarker(bytes)
    if (found >= 0) return { code: bytes[found + 1]!, end: at + found + 2 }
    // The last byte may be the first half of a marker.
    at += bytes.length - 1
  }
  return undefined
}

function indexOfMarker(bytes: Uint8Array): number {
  let at = bytes.indexOf(0xff)
  while (at >= 0 && at + 1 < bytes.length) {
    const code = bytes[at + 1]!
    const stuffed = code === 0x00 || code === 0x01 || code === 0xff || (code >= 0xd0 && code <= 0xd7)
    if (!stuffed) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return -1
}

/**
 * Whether the end marker is missing; undefined when the file is too large, or has too many segments, to tell.
 * Cameras append whole files behind the end, so its absence from the last two bytes proves nothing.
 */
export function* jpegIsTruncated(look: Look, size: number, scan: number): Reading<boolean | undefined> {
  if (u16(yield* look(size - 2, 2), 0) === 0xffd9) return false
  let at = scan
  for (let segments = 0; at < pictureBytes; segments++) {
    if (segments === pictureSegments) return undefined
    const marker = yield* nextMarker(look, at)
    if (!marker) break
    if (marker.code === EOI) return false
    at = afterSegment(marker, yield* look(marker.end, 2))
  }
  return size > pictureBytes ? undefined : true
}
