/** The only door to image-size. It is given a bounded copy of bytes whose format is already known. */

import { imageSize } from 'image-size'
import { ascii } from './look.ts'
import type { Size } from './svg.ts'

/**
 * Its box readers have hung on crafted files before (GHSA-m5qc-5hw7-8vg7, GHSA-5p2g-fcmc-qvqq), and for HEIF the present ones
 * still search all boxes again for each picture: quadratic, so harmless only while the input is small.
 */
const ENOUGH = 64 * 1024

/**
 * What the library calls the formats that we ask it for. Its guess must agree: when it does not know a variant, it tries all
 * others, and finds an SVG in any metadata that mentions one.
 */
const TYPES = {
  gif: ['gif'],
  webp: ['webp'],
  bmp: ['bmp'],
  tiff: ['tiff', 'bigtiff'],
  avif: ['avif', 'avis', 'mif1', 'msf1'],
  heic: ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'],
  other: ['psd', 'jp2'],
} as const

/** Pixels; undefined when the size stands nowhere in the first 64 KB. */
export function librarySize(head: Uint8Array, format: keyof typeof TYPES): Size | undefined {
  try {
    const { width, height, type } = imageSize(boundedCopy(head))
    const agreed = (TYPES[format] as readonly string[]).includes(type ?? '')
    return agreed && isSize(width) && isSize(height) ? { width, height } : undefined
  } catch {
    return undefined
  }
}

const isSize = (value: number): boolean => Number.isInteger(value) && value > 0

/** A copy, because some of its readers look behind the end of a subarray, into whatever memory lies there. */
function boundedCopy(head: Uint8Array): Uint8Array {
  // Not `slice`, which for a Buffer is no copy.
  const copy = new Uint8Array(head.subarray(0, ENOUGH))
  hideCropBoxes(copy)
  return copy
}

/** It takes the denominator of a `clap` box for a number of pixels and gives a width that is one too small. */
function hideCropBoxes(bytes: Uint8Array): void {
  if (ascii(bytes, 4, 4) !== 'ftyp') return
  let at = bytes.indexOf(0x63)
  while (at >= 0) {
    if (ascii(bytes, at, 4) === 'clap') bytes.set([0x66, 0x72, 0x65, 0x65], at)
    at = bytes.indexOf(0x63, at + 1)
  }
}
