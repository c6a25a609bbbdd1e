import type { ImageFacts } from '../../model.ts'
import type { Reading } from '../bytes.ts'
import { type ImageFormat, imageFormat } from './format.ts'
import { librarySize } from './image-size.ts'
import { jpegIsTruncated, readJpeg } from './jpeg.ts'
import { type Look, lookInto } from './look.ts'
import { type LooksLike, looksLike } from './looks-like.ts'
import { pngIsTruncated, readPng } from './png.ts'
import { svgSize } from './svg.ts'
import { tiffDirectory } from './tiff.ts'
import { hasAlpha } from './transparency.ts'

export type { LooksLike } from './looks-like.ts'

export type ImageReading =
  | { readonly kind: 'image'; readonly facts: ImageFacts }
  /** It begins as a picture of this format does, but its size stands nowhere: cut off or damaged. */
  | ({ readonly kind: 'unreadable' } & ImageFormat)
  | { readonly kind: 'not-image'; readonly looksLike: LooksLike }

const HEAD = 64 * 1024

/**
 * Measures a picture of `size` bytes. Asks for the first 64 KB, for the last bytes, and between them only for what a large
 * block of metadata, or a missing end, makes necessary. A span may be answered with fewer bytes where the file ends.
 */
export function* measureImage(size: number): Reading<ImageReading> {
  return yield* readPicture(lookInto(size), size, true)
}

/** What the first bytes alone tell of a picture of `size` bytes; undefined when they do not tell its size. */
export function readImage(head: Uint8Array, size: number): ImageFacts | undefined {
  const reading = readPicture(lookInto(size), size, head.length >= size)
  let step = reading.next()
  while (!step.done) {
    const { offset, length } = step.value
    step = reading.next(head.subarray(offset, offset + length))
  }
  return step.value.kind === 'image' ? step.value.facts : undefined
}

function* readPicture(look: Look, size: number, withEnd: boolean): Reading<ImageReading> {
  // A copy: the window moves on.
  const head = new Uint8Array(yield* look(0, HEAD))
  const format = imageFormat(head)
  if (!format) return { kind: 'not-image', looksLike: looksLike(head) }
  const facts = yield* readFacts(look, size, head, format, withEnd)
  return facts ? { kind: 'image', facts: { ...facts, bytes: size } } : { kind: 'unreadable', ...format }
}

type Facts = Omit<ImageFacts, 'bytes'>

function* readFacts(
  look: Look,
  size: number,
  head: Uint8Array,
  format: ImageFormat,
  withEnd: boolean,
): Reading<Facts | undefined> {
  if (format.format === 'jpeg') return yield* jpegFacts(look, size, withEnd)
  if (format.format === 'png') return yield* pngFacts(look, size, withEnd)
  const measured = yield* otherSize(look, head, format.format)
  if (!measured) return undefined
  return {
    ...format,
    ...measured,
    colour: colourOf(format),
    alpha: hasAlpha(head, format.format),
    progressive: false,
  }
}

function* jpegFacts(look: Look, size: number, withEnd: boolean): Reading<Facts | undefined> {
  const header = yield* readJpeg(look)
  if (!header) return undefined
  const { end, ...facts } = header
  const truncated = withEnd ? yield* jpegIsTruncated(look, size, end) : undefined
  return truncated === undefined ? facts : { ...facts, truncated }
}

function* pngFacts(look: Look, size: number, withEnd: boolean): Reading<Facts | undefined> {
  const facts = yield* readPng(look)
  if (!facts) return undefined
  const truncated = withEnd ? yield* pngIsTruncated(look, size) : undefined
  return truncated === undefined ? facts : { ...facts, truncated }
}

function* otherSize(look: Look, head: Uint8Array, format: Exclude<ImageFacts['format'], 'jpeg' | 'png'>) {
  if (format === 'svg') return svgSize(head)
  return librarySize(format === 'tiff' ? yield* tiffDirectory(look) : head, format)
}

const colourOf = ({ format }: ImageFormat): ImageFacts['colour'] =>
  format === 'gif' ? 'palette' : format === 'webp' ? 'rgb' : 'unknown'
