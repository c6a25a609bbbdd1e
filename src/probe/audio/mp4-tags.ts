/** The texts of an MP4: iTunes' list in `moov/udta/meta/ilst`. QuickTime File Format, "Metadata"; the names are iTunes' own. */

import { tagTextBytes } from '../../limits.ts'
import type { AudioTags } from '../../model.ts'
import { type ByteWindow, hasAscii, latin1, type Reading, u16be } from '../bytes.ts'
import { type Box, bodyOf, childrenOf, find, readBoxes } from './mp4-box.ts'

const NAMES: Readonly<Record<string, keyof Omit<AudioTags, 'hasCover'>>> = {
  '\xa9nam': 'title',
  '\xa9alb': 'album',
  '\xa9ART': 'artist',
  '\xa9cmt': 'comment',
  '\xa9day': 'year',
  trkn: 'track',
}
/** Before the value of a `data` box: four bytes of type, four of locale. */
const DATA_HEADER = 8
const UTF8 = new TextDecoder()

export function* readMp4Tags(window: ByteWindow, udta: readonly Box[]): Reading<AudioTags> {
  const tags: { -readonly [K in keyof AudioTags]: AudioTags[K] } = {}
  for (const item of yield* readItems(window, udta)) {
    if (item.type === 'covr') tags.hasCover = true
    const key = NAMES[item.type]
    if (key === undefined || tags[key] !== undefined) continue
    const data = find(yield* readBoxes(window, item.body, item.end), 'data')
    const value = (yield* bodyOf(window, data, tagTextBytes)).subarray(DATA_HEADER)
    const text = key === 'track' ? trackOf(value) : UTF8.decode(value).trim()
    if (text !== '') tags[key] = key === 'year' ? (/^\d{4}(?=\D)/.exec(text)?.[0] ?? text) : text
  }
  return tags
}

/** In MP4 `meta` has four bytes of version and flags before its boxes, in QuickTime it has not. */
export function* readItems(window: ByteWindow, udta: readonly Box[]): Reading<Box[]> {
  const meta = find(udta, 'meta')
  if (meta === undefined) return []
  const head = yield* bodyOf(window, meta, 12)
  const skip = hasAscii(head, 4, 'hdlr') ? 0 : 4
  const boxes = yield* childrenOf(window, udta, 'meta', skip)
  return yield* childrenOf(window, boxes, 'ilst')
}

/** Two bytes, track, count; two bytes each. */
const trackOf = (value: Uint8Array): string => {
  if (value.length < 6) return latin1(value).replace(/[^\d/]/g, '')
  const [track, count] = [u16be(value, 2), u16be(value, 4)]
  return track === 0 ? '' : count > 0 ? `${track}/${count}` : String(track)
}
