/** Walking the pages of an Ogg file: one recording, or several that follow each other ("chained", RFC 3533 4). */

import { oggStreams } from '../../limits.ts'
import type { ByteWindow, Reading } from '../bytes.ts'
import { type Codec, readCodec, unitsOf } from './ogg-codec.ts'
import { indexOfPage, MAX_HEADER, type Page, parsePage } from './ogg-page.ts'

/** The sound of one recording. */
export interface Link {
  readonly codec: Codec
  readonly serial: number
  /** Where its first page stands. */
  readonly start: number
  readonly hasVideo: boolean
  /** All streams that are woven into it. */
  readonly serials: ReadonlySet<number>
  /** The position at which its sound begins: not 0 when it was cut from a longer stream. */
  readonly first: number
  readonly last: number
}

export interface Pages {
  readonly links: readonly Link[]
  /** Bytes between pages. */
  readonly garbage: { readonly bytes: number; readonly offset: number }
  /** Bytes that the last page lacks. */
  readonly missing: number
  /** Where the walk ended. */
  readonly end: number
}

interface OpenLink {
  codec?: Codec
  serial: number
  start: number
  hasVideo: boolean
  serials: Set<number>
  first: number
  last: number
  hasData: boolean
}

const BLOCK = 256 * 1024

interface Walk {
  readonly links: Link[]
  open: OpenLink | undefined
  garbage: { bytes: number; offset: number }
  missing: number
}

/** Walks the pages between `start` and `end`; a page that goes beyond `end` counts only when the file ends in it. */
export function* walkPages(window: ByteWindow, start: number, end: number): Reading<Pages> {
  const walk: Walk = { links: [], open: undefined, garbage: { bytes: 0, offset: 0 }, missing: 0 }
  let at = start
  while (at < end && walk.links.length < oggStreams) {
    const wanted = Math.min(BLOCK, end - at)
    const bytes = yield* window.at(at, wanted)
    const moved = walkBlock(walk, bytes, at, bytes.length < wanted || at + wanted >= window.size)
    if (moved === 0) break
    at += moved
  }
  close(walk)
  return { links: walk.links, garbage: walk.garbage, missing: walk.missing, end: at }
}

/** Returns how far it came: 0 only when the block is shorter than a page. */
const walkBlock = (walk: Walk, bytes: Uint8Array, base: number, isLast: boolean): number => {
  let at = 0
  while (at < bytes.length) {
    if (!isLast && at + MAX_HEADER > bytes.length) return at
    const page = parsePage(bytes, at, base)
    if (page === undefined) {
      const next = indexOfPage(bytes, at + 1)
      const to = next >= 0 ? next : isLast ? bytes.length : Math.max(at + 1, bytes.length - MAX_HEADER)
      addGarbage(walk, base + at, to - at)
      at = to
      continue
    }
    const end = page.end - base
    if (end > bytes.length) {
      if (!isLast) return at
      walk.missing = end - bytes.length
      return bytes.length
    }
    visit(walk, page, bytes.subarray(page.body - base, end))
    at = end
  }
  return at
}

const addGarbage = (walk: Walk, offset: number, bytes: number): void => {
  const { garbage } = walk
  walk.garbage = { bytes: garbage.bytes + bytes, offset: garbage.bytes > 0 ? garbage.offset : offset }
}

const visit = (walk: Walk, page: Page, body: Uint8Array): void => {
  if (page.isFirst) begin(walk, page, body)
  const { open } = walk
  if (open?.codec === undefined || page.serial !== open.serial) {
    if (open !== undefined && !page.isFirst) open.hasData = true
    return
  }
  if (page.isFirst) return
  open.hasData = true
  if (page.granule <= 0) return
  // The position at the end of the first page with sound, less what is in it: above 0 when the beginning was cut away.
  if (open.last < 0) open.first = Math.max(0, page.granule - unitsOf(open.codec, page, body))
  open.last = page.granule
}

/** Streams that begin together belong together; one that begins after data is another recording. */
const begin = (walk: Walk, page: Page, body: Uint8Array): void => {
  if (walk.open?.hasData === true) close(walk)
  walk.open ??= {
    serial: -1,
    start: page.start,
    hasVideo: false,
    serials: new Set(),
    first: 0,
    last: -1,
    hasData: false,
  }
  const codec = readCodec(body)
  walk.open.serials.add(page.serial)
  if (codec === 'video') walk.open.hasVideo = true
  else if (codec !== undefined && walk.open.codec === undefined) {
    walk.open.codec = codec
    walk.open.serial = page.serial
  }
}

const close = (walk: Walk): void => {
  const { open } = walk
  walk.open = undefined
  if (open?.codec === undefined) return
  const { codec, serial, start, hasVideo, serials, first } = open
  walk.links.push({ codec, serial, start, hasVideo, serials, first, last: Math.max(open.last, first) })
}

/** Seconds between the first and the last position, without what a player drops. */
export const secondsOf = ({ codec, first, last }: Link): number =>
  codec.clock > 0 ? Math.max(0, last - first - codec.preSkip) / codec.clock : 0
