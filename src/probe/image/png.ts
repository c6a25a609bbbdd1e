/** PNG: https://www.w3.org/TR/png-3/, clauses 5.2 (signature), 5.3 (chunks), 11.2.1 (IHDR) and 11.3 (the others). */

import { pictureBytes, pictureSegments } from '../../limits.ts'
import type { ImageFacts } from '../../model.ts'
import type { Reading } from '../bytes.ts'
import { ascii, type Look, u32 } from './look.ts'

const SIGNATURE_BYTES = 8
/** Length, type and checksum. */
const CHUNK_OVERHEAD = 12
const PER_METRE = 1
const INCHES_IN_A_METRE = 1 / 0.0254

export type PngHeader = Omit<ImageFacts, 'bytes' | 'truncated'>

interface Ancillary {
  readonly hasTransparency?: boolean
  readonly hasProfile?: boolean
  readonly dpi?: number
}

export function* readPng(look: Look): Reading<PngHeader | undefined> {
  const header = readIhdr(yield* look(SIGNATURE_BYTES, 25))
  if (!header) return undefined
  const { hasTransparency = false, ...ancillary } = yield* readAncillary(look)
  return { ...header, alpha: header.alpha || hasTransparency, ...ancillary }
}

function readIhdr(chunk: Uint8Array): PngHeader | undefined {
  const width = u32(chunk, 8)
  const height = u32(chunk, 12)
  if (chunk.length < 21 || ascii(chunk, 4, 4) !== 'IHDR' || width === 0 || height === 0) return undefined
  const colourType = chunk[17]!
  return {
    format: 'png',
    mediaType: 'image/png',
    width,
    height,
    bitDepth: chunk[16]!,
    colour: COLOURS[colourType] ?? 'unknown',
    alpha: colourType === 4 || colourType === 6,
    progressive: chunk[20] === 1,
  }
}

const COLOURS: Readonly<Record<number, ImageFacts['colour']>> = {
  0: 'grey',
  2: 'rgb',
  3: 'palette',
  4: 'grey',
  6: 'rgb',
}

/** The chunks between the header and the pixels: what describes the picture must stand there. */
function* readAncillary(look: Look): Reading<Ancillary> {
  let found: Ancillary = {}
  let at = SIGNATURE_BYTES
  for (let chunks = 0; chunks < pictureSegments && at < pictureBytes; chunks++) {
    const chunk = yield* look(at, 17)
    const type = ascii(chunk, 4, 4)
    if (chunk.length < 8 || type === 'IDAT' || type === 'IEND') break
    if (type === 'tRNS') found = { ...found, hasTransparency: true }
    if (type === 'iCCP') found = { ...found, hasProfile: true }
    if (type === 'pHYs' && chunk[16] === PER_METRE && u32(chunk, 8) > 0) {
      found = { ...found, dpi: Math.round(u32(chunk, 8) / INCHES_IN_A_METRE) }
    }
    at += CHUNK_OVERHEAD + u32(chunk, 0)
  }
  return found
}

/** Whether the end chunk is missing; undefined when the file is too large, or has too many chunks, to tell. */
export function* pngIsTruncated(look: Look, size: number): Reading<boolean | undefined> {
  if (ascii(yield* look(size - 8, 4), 0, 4) === 'IEND') return false
  let at = SIGNATURE_BYTES
  for (let chunks = 0; at < pictureBytes; chunks++) {
    if (chunks === pictureSegments) return undefined
    const chunk = yield* look(at, 8)
    if (chunk.length < 8) break
    if (ascii(chunk, 4, 4) === 'IEND') return false
    at += CHUNK_OVERHEAD + u32(chunk, 0)
  }
  return size > pictureBytes ? undefined : true
}
