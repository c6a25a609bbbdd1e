/**
 * Where samples of an Ogg stream stand, counted in packets: a tagger numbers the pages anew, gives the stream another serial
 * number, or lays the packets on other pages, but the packets stay what they are. RFC 3533, 6.
 */

import { oggCommentPages, oggTailBytes } from '../../limits.ts'
import type { Span } from '../../units/span.ts'
import type { ByteWindow, Reading } from '../bytes.ts'
import { packetUnits } from './ogg-codec.ts'
import { indexOfPage, MAX_PAGE, type Page, parsePage, readPage } from './ogg-page.ts'
import type { Link } from './ogg-scan.ts'
import type { Sound } from './sound.ts'

/** Packets in a sample, and bytes of one. */
const PACKETS = 8
const PACKET_BYTES = 1024

interface Packet {
  readonly spans: readonly Span[]
  readonly units: number
}

/** `last`: the position at which the sound ends. Undefined where the packets at its beginning and end are not found. */
export function* oggSound(window: ByteWindow, link: Link, last: number): Reading<Sound | undefined> {
  const from = yield* afterHeaders(window, link)
  if (from === undefined) return undefined
  const first = (yield* packetsFrom(window, link, from, found => found.length >= PACKETS)).slice(0, PACKETS)
  const end = yield* lastPackets(window, link, from)
  if (first.length === 0 || end === undefined) return undefined
  const length = last - link.first
  const middle = yield* middleOf(window, link, {
    from,
    at: link.first + Math.floor(length / 2),
    last,
  })
  return {
    length,
    samples: [first, middle, end].map(packets =>
      packets.flatMap(({ spans }) => spans.filter(({ length }) => length > 0)),
    ),
  }
}

/** Where the first page with sound begins: the last packet of the headers ends its page. */
function* afterHeaders(window: ByteWindow, link: Link): Reading<number | undefined> {
  let headers = 0
  let at = link.start
  for (let i = 0; i < oggCommentPages; i++) {
    const page = yield* readPage(window, at, 512)
    if (page === undefined) return undefined
    if (page.serial === link.serial) {
      // A FLAC stream may leave open how many headers it has; then their pages have no position.
      if (link.codec.headers === 0 ? page.granule > 0 : headers >= link.codec.headers) return at
      headers += page.segments.filter(length => length < 255).length
    }
    at = page.end
  }
  return undefined
}

/** Reads so much at once: a page of a second, mostly. */
const BLOCK = 8 * 1024

/** The packets that begin on the page at `at` or later, until there are enough. */
function* packetsFrom(
  window: ByteWindow,
  link: Link,
  at: number,
  isEnough: (packets: readonly Packet[]) => boolean,
): Reading<Packet[]> {
  const gather = gathering(link)
  let next = at
  for (let pages = 0; pages < PAGES && !isEnough(gather.packets); pages++) {
    const page = yield* readPage(window, next, BLOCK)
    if (page === undefined) break
    const bytes = yield* window.at(next, Math.min(page.end, window.size) - next, BLOCK)
    gather.take(page, bytes.subarray(page.body - next))
    next = page.end
  }
  return gather.packets
}

/** Pages of a few packets each, and those of a picture between them. */
const PAGES = 1000

interface Gathering {
  readonly packets: Packet[]
  readonly take: (page: Page, body: Uint8Array) => void
}

/** Puts packets together over pages; the end of one whose beginning was not seen is left out. */
const gathering = (link: Link): Gathering => {
  const packets: Packet[] = []
  let open: { spans: Span[]; bytes: number; units: number } | undefined
  return {
    packets,
    take: (page, body) => {
      if (page.serial !== link.serial) return
      if (!page.isContinued) open = undefined
      let at = page.body
      let isNew = !page.isContinued
      for (const length of page.segments) {
        if (isNew) open = { spans: [], bytes: 0, units: packetUnits(link.codec, body, at - page.body) }
        if (open !== undefined) addTo(open, { offset: at, length })
        at += length
        isNew = length < 255
        if (isNew && open !== undefined) {
          packets.push(open)
          open = undefined
        }
      }
    },
  }
}

const addTo = (open: { spans: Span[]; bytes: number }, { offset, length }: Span): void => {
  const kept = Math.min(length, PACKET_BYTES - open.bytes)
  if (kept <= 0) return
  const last = open.spans.at(-1)
  if (last !== undefined && last.offset + last.length === offset)
    open.spans[open.spans.length - 1] = { offset: last.offset, length: last.length + kept }
  else open.spans.push({ offset, length: kept })
  open.bytes += kept
}

const TAIL = 16 * 1024

/** The last packets. More is read until there are enough: how many lie near the end depends on the pages. */
function* lastPackets(window: ByteWindow, link: Link, from: number): Reading<Packet[] | undefined> {
  for (let tail = TAIL; ; tail *= 4) {
    const start = Math.max(from, window.size - tail)
    const bytes = yield* window.at(start, window.size - start)
    const gather = gathering(link)
    for (const { page, body } of pagesOf(bytes, start)) gather.take(page, body)
    if (gather.packets.length >= PACKETS || (start === from && gather.packets.length > 0))
      return gather.packets.slice(-PACKETS)
    if (start === from || tail >= oggTailBytes) return undefined
  }
}

function* pagesOf(bytes: Uint8Array, base: number): Generator<{ page: Page; body: Uint8Array }, void, void> {
  for (let at = indexOfPage(bytes, 0); at >= 0; ) {
    const page = parsePage(bytes, at, base)
    const end = page === undefined ? at + 4 : page.end - base
    if (page !== undefined && end <= bytes.length) yield { page, body: bytes.subarray(page.body - base, end) }
    at = indexOfPage(bytes, end)
  }
}

interface Target {
  /** The first page with sound. */
  readonly from: number
  /** A position, and the one at the end. */
  readonly at: number
  readonly last: number
}

/** A guess by the share of the whole is mostly right at the third time; halving the way always ends. */
const GUESSES = 6
const LOOKS = 32

/** The packets from a position on; none where a codec does not say how long its packets are. */
function* middleOf(window: ByteWindow, link: Link, target: Target): Reading<Packet[]> {
  const { codec } = link
  if (codec.name === 'vorbis') return []
  const page = yield* pageBefore(window, link, target)
  let position = page?.granule ?? link.first
  let begins: number | undefined
  // Its position is the one behind the last packet that ends on it.
  let seen = page === undefined ? 0 : wholePackets(page)
  const packets = yield* packetsFrom(window, link, page?.start ?? target.from, found => {
    while (begins === undefined && seen < found.length) {
      position += found[seen]!.units
      if (position > target.at) begins = seen
      seen++
    }
    return begins !== undefined && found.length >= begins + PACKETS
  })
  return begins === undefined ? [] : packets.slice(begins, begins + PACKETS)
}

/** Packets that begin and end on the page. */
const wholePackets = ({ segments, isContinued }: Page): number =>
  Math.max(0, segments.filter(length => length < 255).length - (isContinued ? 1 : 0))

/** A page that ends before the position, not far from it; undefined when the position is on the first. */
function* pageBefore(window: ByteWindow, link: Link, { from, at, last }: Target): Reading<Page | undefined> {
  let found: Page | undefined
  let low = { byte: from, granule: link.first }
  let high = { byte: window.size, granule: last }
  for (let i = 0; i < LOOKS && high.byte - low.byte > LOOK; i++) {
    const share = i < GUESSES ? (at - low.granule) / Math.max(1, high.granule - low.granule) : 0.5
    // A little before, so that the page is rather one before the position than one behind it.
    const guess = Math.max(
      low.byte,
      low.byte + Math.floor((high.byte - low.byte) * share) - (i < GUESSES ? LOOK : 0),
    )
    const page = yield* pageAfter(window, link, guess, high.byte)
    if (page === undefined || page.granule > at)
      high = { byte: guess, granule: page?.granule ?? high.granule }
    else {
      found = page
      low = { byte: page.end, granule: page.granule }
      if (at - page.granule < NEAR * link.codec.clock) break
    }
  }
  return found
}

/** Bytes of a page of a second, mostly. */
const LOOK = 8 * 1024
/** Seconds that are rather walked. */
const NEAR = 3

/** The first page of the sound at or after `at` that says a position. */
function* pageAfter(window: ByteWindow, link: Link, at: number, end: number): Reading<Page | undefined> {
  for (const length of [LOOK, 2 * MAX_PAGE]) {
    const bytes = yield* window.at(at, Math.min(length, end - at))
    for (let next = indexOfPage(bytes, 0); next >= 0; next = indexOfPage(bytes, next + 4)) {
      const page = parsePage(bytes, next, at)
      if (page?.serial === link.serial && page.granule >= 0) return page
    }
  }
  return undefined
}
