/**
 * Vorbis comments, as in Ogg and FLAC: a vendor, then fields `NAME=text` in UTF-8, each with four bytes of length before it.
 * https://xiph.org/vorbis/doc/v-comment.html; chapters: https://wiki.xiph.org/Chapter_Extension;
 * a picture: https://wiki.xiph.org/VorbisComment#METADATA_BLOCK_PICTURE
 */

import { tagTextBytes, vorbisChapters, vorbisFields } from '../../limits.ts'
import type { AudioTags, Chapter } from '../../model.ts'
import { latin1, type Reading, u32le } from '../bytes.ts'
import type { Surroundings } from './parts.ts'

/** Reads on in a packet or block. */
export interface CommentSource {
  /** The next bytes, or fewer at the end. Valid until the next call. */
  readonly take: (length: number) => Reading<Uint8Array>
  readonly skip: (length: number) => Reading<void>
}

/** The longest name that is looked for, and the sign of equality. */
const NAME = 32

const NAMES: Readonly<Record<string, keyof Omit<AudioTags, 'hasCover'>>> = {
  TITLE: 'title',
  ALBUM: 'album',
  ARTIST: 'artist',
  DESCRIPTION: 'comment',
  COMMENT: 'comment',
  DATE: 'year',
  YEAR: 'year',
  TRACKNUMBER: 'track',
}
const PICTURES: readonly string[] = ['METADATA_BLOCK_PICTURE', 'COVERART']

const UTF8 = new TextDecoder()

export function* readVorbisComments(source: CommentSource): Reading<Surroundings> {
  const tags: { -readonly [K in keyof AudioTags]: AudioTags[K] } = {}
  const marks = new Map<string, Mark>()
  yield* source.skip((yield* length(source)) ?? 0)
  const count = Math.min((yield* length(source)) ?? 0, vorbisFields)
  for (let i = 0; i < count; i++) {
    const bytes = yield* length(source)
    if (bytes === undefined) break
    const taken = yield* source.take(Math.min(bytes, bytes > tagTextBytes ? NAME : tagTextBytes))
    const [name, text] = split(taken)
    if (bytes > tagTextBytes) yield* source.skip(bytes - NAME)
    if (PICTURES.includes(name)) tags.hasCover = true
    else if (bytes <= tagTextBytes) take(name, text.trim(), tags, marks)
  }
  return { tags, chapters: chaptersOf(marks) }
}

/** Undefined at the end. */
function* length(source: CommentSource): Reading<number | undefined> {
  const bytes = yield* source.take(4)
  return bytes.length < 4 ? undefined : u32le(bytes, 0)
}

const split = (bytes: Uint8Array): [string, string] => {
  const equals = bytes.indexOf(0x3d)
  return equals < 0
    ? ['', '']
    : [latin1(bytes, 0, Math.min(equals, NAME)).toUpperCase(), UTF8.decode(bytes.subarray(equals + 1))]
}

// ----------------------------------------------------------------------------------------------- chapters

interface Mark {
  start?: number
  title?: string
  url?: string
}

const take = (
  name: string,
  text: string,
  tags: { -readonly [K in keyof AudioTags]: AudioTags[K] },
  marks: Map<string, Mark>,
): void => {
  if (text === '') return
  const key = NAMES[name]
  if (key !== undefined) tags[key] ??= key === 'year' ? (/^\d{4}(?=\D)/.exec(text)?.[0] ?? text) : text
  const chapter = /^CHAPTER(\d{1,4})(NAME|URL)?$/.exec(name)
  if (chapter === null || marks.size >= vorbisChapters) return
  const mark = marks.get(chapter[1]!) ?? {}
  marks.set(chapter[1]!, mark)
  if (chapter[2] === 'NAME') mark.title = text
  else if (chapter[2] === 'URL') mark.url = text
  else Object.assign(mark, startOf(text))
}

/** `HH:MM:SS.mmm`. */
const startOf = (text: string): Mark => {
  const time = /^(\d{1,4}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)$/.exec(text)
  return time === null ? {} : { start: Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3]) }
}

const chaptersOf = (marks: ReadonlyMap<string, Mark>): readonly Chapter[] =>
  [...marks.values()]
    .flatMap(({ start, ...rest }) => (start === undefined ? [] : [{ start, ...rest }]))
    .sort((a, b) => a.start - b.start)
