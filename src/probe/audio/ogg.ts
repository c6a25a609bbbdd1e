/**
 * Ogg with Vorbis, Opus, Speex or FLAC: the length is the last page's position.
 * A file of several recordings is found by a few looks between, and then walked. RFC 3533, RFC 7845, and ogg-codec.ts.
 */

import { oggHeadBytes, oggTailBytes } from '../../limits.ts'
import type { Disagreement, Method } from '../../model.ts'
import type { ByteWindow, Reading } from '../bytes.ts'
import { readOggComments } from './ogg-comment.ts'
import { indexOfPage, MAX_PAGE, type Page, parsePage } from './ogg-page.ts'
import { type Link, type Pages, secondsOf, walkPages } from './ogg-scan.ts'
import { oggSound } from './ogg-sound.ts'
import { firstChapters, meanBitrate, mergeTags, type Surroundings } from './parts.ts'
import { type AudioReading, audio, noDuration } from './reading.ts'
import { sampleSound, soundBetween } from './sound.ts'

/** The beginning, in which the first page with sound stands, unless a picture is before it. */
const HEAD = 16 * 1024
/** A file that is rather walked than looked at here and there. */
const SMALL = 128 * 1024

interface Length {
  readonly duration: number
  readonly method: Method
  readonly disagreements: readonly Disagreement[]
}

export function* measureOgg(window: ByteWindow, start: number, lead: Surroundings): Reading<AudioReading> {
  const head = yield* readHead(window, start)
  const link = head.links[0]
  if (link === undefined) return noDuration('ogg', 'no-audio')
  const length = (yield* measureEnd(window, head, link)) ?? (yield* measureAll(window, start))
  if (!(length.duration > 0)) return noDuration('ogg', 'no-samples')
  const comments = yield* readOggComments(window, link)
  const { codec, hasVideo } = link
  const isOne = !length.disagreements.some(({ kind }) => kind === 'joined')
  const sound = isOne
    ? yield* oggSound(window, link, link.first + Math.round(length.duration * codec.clock))
    : undefined
  const sampled = yield* sampleSound(window, sound ?? soundBetween(start, window.size))
  return audio({
    container: 'ogg',
    codec: codec.name,
    ...(hasVideo
      ? { mediaType: 'video/ogg', extensions: ['.ogv', '.ogg'] }
      : { mediaType: 'audio/ogg', extensions: codec.name === 'opus' ? ['.opus', '.ogg'] : EXTENSIONS }),
    duration: length.duration,
    method: length.method,
    bytes: window.size,
    bitrate: meanBitrate(window.size - start, length.duration),
    sampleRate: codec.sampleRate,
    channels: codec.channels,
    ...(hasVideo ? { hasVideo } : {}),
    chapters: firstChapters(comments.chapters, lead.chapters),
    disagreements: length.disagreements,
    payload: { start, end: window.size },
    fingerprint: sampled.fingerprint,
    tags: mergeTags(comments.tags, lead.tags),
  })
}

const EXTENSIONS: readonly string[] = ['.ogg', '.oga']

/** The first pages, up to one with sound. */
function* readHead(window: ByteWindow, start: number): Reading<Pages> {
  for (let length = HEAD; ; length *= 8) {
    const pages = yield* walkPages(window, start, Math.min(start + length, window.size))
    const isEnough = pages.links.length === 0 || pages.links[0]!.last > 0
    if (isEnough || start + length >= window.size || length >= oggHeadBytes) return pages
  }
}

/** All pages, where the end alone does not tell the length. */
function* measureAll(window: ByteWindow, start: number): Reading<Length> {
  const { links, garbage, missing } = yield* walkPages(window, start, window.size)
  const duration = links.reduce((sum, link) => sum + secondsOf(link), 0)
  const list: Disagreement[] = []
  if (links.length > 1) list.push({ kind: 'joined', found: duration, offset: links[1]!.start })
  if (missing > 0) list.push({ kind: 'truncated', found: duration, bytes: missing, offset: window.size })
  if (garbage.bytes > 0)
    list.push({
      kind: garbage.offset + garbage.bytes >= window.size ? 'trailing-garbage' : 'inner-garbage',
      ...garbage,
    })
  return { duration, method: 'scan', disagreements: list }
}

/** By the last page; undefined when that page or a look in between says that there is more than one recording. */
function* measureEnd(window: ByteWindow, head: Pages, link: Link): Reading<Length | undefined> {
  if (head.links.length > 1 || head.garbage.bytes > 0 || window.size < SMALL) return undefined
  const last = yield* findLastPage(window, head.end, link)
  if (last === undefined || !(yield* isOneRecording(window, link, last))) return undefined
  const duration = secondsOf({ ...link, last: last.granule })
  return { duration, method: 'container', disagreements: [] }
}

/** A page of a second holds up to 64 KB; beside a picture, the last of the sound may stand further from the end. */
const TAIL = 32 * 1024

/** The last page of the sound, when the file ends with a whole page. */
function* findLastPage(window: ByteWindow, from: number, link: Link): Reading<Page | undefined> {
  for (let tail = TAIL; ; tail *= 2) {
    const start = Math.max(from, window.size - tail)
    const bytes = yield* window.at(start, window.size - start)
    const pages = pagesIn(bytes, start)
    const end = pages.at(-1)?.end
    if (end !== undefined && end !== window.size) return undefined
    if (pages.some(page => !link.serials.has(page.serial))) return undefined
    const last = pages.findLast(page => page.serial === link.serial && page.granule >= 0)
    if (last !== undefined) return last
    if (start === from || tail >= oggTailBytes) return undefined
  }
}

const pagesIn = (bytes: Uint8Array, base: number): Page[] => {
  const pages: Page[] = []
  for (let at = indexOfPage(bytes, 0); at >= 0; ) {
    const page = parsePage(bytes, at, base)
    if (page !== undefined) pages.push(page)
    at = indexOfPage(bytes, page === undefined ? at + 4 : page.end - base)
  }
  return pages
}

/** Looks stand twice as far from the beginning each time: see `isOneRecording`. */
const FIRST_LOOK = HEAD
const MIN_LOOK = 4 * 1024
/** After half of the file, half of the pages have been counted, more or less. */
const MAX_DENSITY = 1.5

/**
 * Recordings that were put together by `cat` may even share their serial number. Their positions and page numbers begin anew at
 * the joint. If a look stands behind it, and the look before, half as far, in front of it, the numbers fall from one to the other.
 * If none stands behind it, the joint is in the second half, and the last look has counted too many pages for its place.
 */
function* isOneRecording(window: ByteWindow, link: Link, last: Page): Reading<boolean> {
  const length = last.start - link.start
  const look = Math.max(MIN_LOOK, Math.ceil((1.2 * length) / Math.max(1, last.sequence)))
  let before = { granule: link.first, sequence: 0 }
  let density = 1
  for (let offset = FIRST_LOOK; offset < length - MAX_PAGE; offset *= 2) {
    const page = yield* pageAfter(window, link.start + offset, Math.min(look, MAX_PAGE), link)
    if (page === undefined || page.serial !== link.serial) return false
    if (page.granule < before.granule || page.sequence <= before.sequence) return false
    density = page.sequence / ((last.sequence * (page.start - link.start)) / length)
    before = page
  }
  return last.granule >= before.granule && last.sequence > before.sequence && density < MAX_DENSITY
}

/** The first page of the sound after `at`, or one that does not belong to the recording. */
function* pageAfter(window: ByteWindow, at: number, look: number, link: Link): Reading<Page | undefined> {
  for (const length of [look, 2 * MAX_PAGE]) {
    const bytes = yield* window.at(at, Math.min(length, window.size - at))
    const page = pagesIn(bytes, at).find(
      ({ serial, granule }) => !link.serials.has(serial) || (serial === link.serial && granule >= 0),
    )
    if (page !== undefined) return page
  }
  return undefined
}
