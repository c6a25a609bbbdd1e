/** The honest length of an audio file, and what else its bytes tell: the one entrance, whatever the container. */

import { firstFrameBytes, firstOggPageBytes, tagsAtAnEnd } from '../../limits.ts'
import type { AudioFacts } from '../../model.ts'
import { ByteWindow, type Reading } from '../bytes.ts'
import { type AdtsStart, findAdts, measureAdts } from './adts.ts'
import { measureAiff } from './aiff.ts'
import { measureFlac } from './flac.ts'
import { readId3 } from './id3.ts'
import { readMatroska } from './matroska.ts'
import { measureMp4 } from './mp4.ts'
import { findMpeg, type MpegLength, type MpegStart, measureMpeg } from './mpeg.ts'
import { measureOgg } from './ogg.ts'
import { indexOfPage, parsePage } from './ogg-page.ts'
import { firstChapters, leadingGarbage, meanBitrate, mergeTags, NOTHING, type Surroundings } from './parts.ts'
import { type AskMusicMetadata, type AudioReading, audio, notAudio } from './reading.ts'
import { measureRiff } from './riff.ts'
import { sniff } from './sniff.ts'
import { readTrailingTags } from './trailing-tags.ts'

/** Read at once at the beginning: small tags, the first frames. */
const HEAD = 16 * 1024
/** What tells a container, or text from sound. */
const SNIFFED = 2048

/**
 * Measures a file of `size` bytes.
 * `countable`: bytes of frames that may be counted. Of more, without a header that says it, the length is estimated.
 * Sources: the specifications that the readers of the containers name. Nothing in the file makes it throw.
 */
export function* measureAudio(
  size: number,
  countable = Number.POSITIVE_INFINITY,
): Reading<AudioReading | AskMusicMetadata> {
  const window = new ByteWindow(size)
  const { start, lead } = yield* leadingTags(window)
  const head = yield* window.at(start, SNIFFED, HEAD)
  const kind = sniff(head)
  switch (kind.is) {
    case 'mp4':
      return yield* measureMp4(window, start)
    case 'ogg':
      return yield* measureOgg(window, start, lead)
    case 'flac':
      return yield* measureFlac(window, start, lead)
    case 'aiff':
      return yield* measureAiff(window, start, lead)
    case 'riff':
      return yield* measureRiff(window, start, lead)
    case 'delegated':
      return yield* delegate(window, start, kind.name)
    case 'no-audio':
      return notAudio(start > 0 && kind.looksLike === 'empty' ? 'tag-only' : kind.looksLike)
    case 'frames':
      return yield* measureFrames(window, start, lead, countable)
  }
}

function* delegate(
  window: ByteWindow,
  start: number,
  name: AskMusicMetadata['name'],
): Reading<AskMusicMetadata> {
  if (name !== 'matroska') return { kind: 'ask-music-metadata', container: 'other', name }
  const matroska = yield* readMatroska(window, start)
  return {
    kind: 'ask-music-metadata',
    container: 'matroska',
    name,
    ...matroska,
  }
}

function* leadingTags(window: ByteWindow): Reading<{ start: number; lead: Surroundings }> {
  let start = 0
  let lead = NOTHING
  for (let i = 0; i < tagsAtAnEnd; i++) {
    yield* window.at(start, 10, HEAD)
    const id3 = yield* readId3(window, start)
    if (id3 === undefined) break
    lead = {
      tags: mergeTags(lead.tags, id3.tags),
      chapters: firstChapters(lead.chapters, id3.chapters),
    }
    start = Math.min(id3.end, window.size)
  }
  return { start, lead }
}

/** MPEG audio or ADTS: whichever has frames, at the beginning or after some garbage. */
function* measureFrames(
  window: ByteWindow,
  from: number,
  lead: Surroundings,
  countable: number,
): Reading<AudioReading> {
  const { size } = window
  const stream = (yield* findStream(window, from, 0)) ?? (yield* findStream(window, from, firstFrameBytes))
  const trailing = yield* readTrailingTags(window, from, size)
  const around = { ...lead, tags: mergeTags(lead.tags, trailing.tags) }
  if (stream?.adts !== undefined)
    return yield* measureAdts(window, from, stream.adts, trailing.start, around, countable)
  if (stream?.mpeg !== undefined)
    return yield* mpegReading(window, from, stream.mpeg, trailing.start, around, countable)
  const ogg = yield* findOgg(window, from)
  if (ogg !== undefined) return withGarbage(yield* measureOgg(window, ogg, lead), from, ogg)
  const isTagged = from > 0 || trailing.start < size
  return notAudio(isTagged && (yield* isZero(window, from, trailing.start)) ? 'tag-only' : 'unknown')
}

/** Ogg is made to be entered anywhere (RFC 3533, 3): garbage before it keeps no player from it. */
function* findOgg(window: ByteWindow, from: number): Reading<number | undefined> {
  const bytes = yield* window.at(from, firstOggPageBytes)
  for (let at = indexOfPage(bytes, 0); at >= 0; at = indexOfPage(bytes, at + 1))
    if (parsePage(bytes, at, from)?.isFirst === true) return from + at
  return undefined
}

const withGarbage = (reading: AudioReading, expected: number, found: number): AudioReading =>
  reading.kind === 'audio'
    ? audio({
        ...reading.facts,
        disagreements: [...leadingGarbage(expected, found), ...reading.facts.disagreements],
      })
    : reading

interface Stream {
  readonly adts?: AdtsStart
  readonly mpeg?: MpegStart
}

function* findStream(window: ByteWindow, from: number, reach: number): Reading<Stream | undefined> {
  const mpeg = yield* findMpeg(window, from, window.size, reach)
  if (mpeg !== undefined) return { mpeg }
  const adts = yield* findAdts(window, from, window.size, reach)
  return adts === undefined ? undefined : { adts }
}

/** Taggers reserve space with zeros: a tag that is followed by nothing else describes nothing. */
function* isZero(window: ByteWindow, from: number, to: number): Reading<boolean> {
  const bytes = yield* window.at(from, Math.min(HEAD, Math.max(to - from, 0)))
  return bytes.every(byte => byte === 0)
}

function* mpegReading(
  window: ByteWindow,
  from: number,
  start: MpegStart,
  end: number,
  around: Surroundings,
  countable: number,
): Reading<AudioReading> {
  const length = yield* measureMpeg(window, start, end, countable)
  return length.duration > 0
    ? audio(mpegFacts(window.size, from, start, length, around))
    : { kind: 'no-duration', container: 'mp3', why: 'no-audio' }
}

const mpegFacts = (
  size: number,
  from: number,
  start: MpegStart,
  length: MpegLength,
  around: Surroundings,
): AudioFacts => {
  return {
    container: 'mp3',
    codec: `mp${start.header.layer}`,
    mediaType: 'audio/mpeg',
    extensions: start.header.layer === 3 ? ['.mp3'] : [`.mp${start.header.layer}`, '.mp3'],
    duration: length.duration,
    method: length.method,
    bytes: size,
    bitrate: meanBitrate(length.end - start.at, length.duration),
    sampleRate: start.header.sampleRate,
    channels: start.header.channels,
    chapters: around.chapters,
    disagreements: [...leadingGarbage(from, start.at), ...length.disagreements],
    payload: { start: start.at, end: length.end, note: start.headerFrame },
    fingerprint: length.fingerprint,
    tags: around.tags,
  }
}
