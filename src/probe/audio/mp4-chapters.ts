/**
 * The chapters of an MP4: Apple's, a text track that the sound refers to (QuickTime File Format, "Chapter lists"),
 * or Nero's, a list in `moov/udta/chpl`, which has no public specification (this follows MP4v2 and ffmpeg).
 */

import { mp4Chapters, mp4ChapterTitleBytes } from '../../limits.ts'
import type { Chapter } from '../../model.ts'
import { type ByteWindow, type Reading, u16be, u64be } from '../bytes.ts'
import { type Box, bodyOf, find } from './mp4-box.ts'
import { firstSamples } from './mp4-samples.ts'
import type { Track } from './mp4-track.ts'
import { untilZero } from './parts.ts'

const UTF8 = new TextDecoder()
const UTF16BE = new TextDecoder('utf-16be')
const UTF16LE = new TextDecoder('utf-16le')

export function* readMp4Chapters(
  window: ByteWindow,
  tracks: readonly Track[],
  udta: readonly Box[],
): Reading<readonly Chapter[]> {
  const ids = tracks.flatMap(track => track.chapterTracks)
  const texts = tracks.find(
    ({ id, handler }) => ids.includes(id) && (handler === 'text' || handler === 'sbtl'),
  )
  const chapters = texts === undefined ? [] : yield* readTextTrack(window, texts)
  return chapters.length > 0 ? chapters : yield* readNero(window, find(udta, 'chpl'))
}

function* readTextTrack(window: ByteWindow, track: Track): Reading<Chapter[]> {
  const chapters: Chapter[] = []
  if (track.timescale === 0) return chapters
  for (const { time, offset, size } of yield* firstSamples(window, track.stbl, mp4Chapters)) {
    const title = decodeSample(
      yield* window.at(offset, Math.min(size, mp4ChapterTitleBytes), 2 * mp4ChapterTitleBytes),
    )
    chapters.push(chapterOf(time / track.timescale, title))
  }
  return chapters
}

/** Two bytes of length, the text in UTF-8 or in UTF-16 with a byte order mark, then perhaps boxes of style. */
const decodeSample = (b: Uint8Array): string => {
  if (b.length < 2) return ''
  const text = b.subarray(2, 2 + u16be(b, 0))
  const mark = text.length < 2 ? 0 : u16be(text, 0)
  if (mark === 0xfeff) return UTF16BE.decode(text)
  return (mark === 0xfffe ? UTF16LE : UTF8).decode(text)
}

/** Version and flags, in version 1 four bytes more, a count in one byte; each: 8 bytes of time in 100 ns, length, UTF-8. */
function* readNero(window: ByteWindow, chpl: Box | undefined): Reading<Chapter[]> {
  const b = yield* bodyOf(window, chpl, 256 * 264 + 9)
  const chapters: Chapter[] = []
  let at = b[0] === 1 ? 8 : 4
  const count = b[at++] ?? 0
  for (let i = 0; i < count && at + 9 <= b.length; i++) {
    const length = b[at + 8]!
    chapters.push(chapterOf(u64be(b, at) / 1e7, UTF8.decode(b.subarray(at + 9, at + 9 + length))))
    at += 9 + length
  }
  return chapters
}

const chapterOf = (start: number, title: string): Chapter => {
  const text = untilZero(title)
  return text === '' ? { start } : { start, title: text }
}
