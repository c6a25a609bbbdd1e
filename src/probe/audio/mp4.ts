/**
 * MP4, M4A, QuickTime: the length of the sound by the track's own clock, its edit list and, where it is cut off, its tables.
 * ISO/IEC 14496-12 (base media file format), 14496-14 (MP4), QuickTime File Format.
 */

import { mp4TopBoxes, mp4Tracks } from '../../limits.ts'
import type { AudioFacts, Disagreement } from '../../model.ts'
import { type ByteWindow, latin1, type Reading } from '../bytes.ts'
import { type Box, bodyOf, childrenOf, find, readBox, readBoxes } from './mp4-box.ts'
import { readMp4Chapters } from './mp4-chapters.ts'
import { fragmentTime, readDefaultDuration } from './mp4-fragments.ts'
import { readGapless } from './mp4-gapless.ts'
import { samplesBefore, timeOf } from './mp4-samples.ts'
import { type Chunks, offsetOf, readChunks, soundOf } from './mp4-sound.ts'
import { readMp4Tags } from './mp4-tags.ts'
import { readTimeHeader, readTrack, type Track } from './mp4-track.ts'
import { joined, meanBitrate } from './parts.ts'
import { type AudioReading, audio, noDuration } from './reading.ts'
import { holes, isNotZero, sampleSound, soundBetween } from './sound.ts'

/** Two clocks of one file differ by less. Seconds. */
const TOLERANCE = 0.1

export function* measureMp4(window: ByteWindow, start: number): Reading<AudioReading> {
  const top = yield* readTop(window, start)
  const moov = find(top, 'moov')
  if (moov === undefined || moov.claimedEnd > window.size) return noDuration('mp4', 'no-index')
  const boxes = yield* readBoxes(window, moov.body, moov.end)
  const { timescale } = yield* readTimeHeader(window, find(boxes, 'mvhd'))
  const tracks: Track[] = []
  for (const trak of boxes.filter(box => box.type === 'trak').slice(0, mp4Tracks))
    tracks.push(yield* readTrack(window, trak))
  const track = mainTrack(tracks)
  if (track === undefined || track.timescale === 0) return noDuration('mp4', 'no-audio')
  if (track.format.isProtected) return noDuration('mp4', 'protected')
  const chunks = yield* readChunks(window, track.stbl)
  if (chunks !== undefined && !(yield* leadsToMedia(window, top, chunks)))
    return noDuration('mp4', start > 0 ? 'index-shifted' : 'index-astray')
  const udta = yield* childrenOf(window, boxes, 'udta')
  const length = yield* gapless(
    window,
    udta,
    track,
    yield* measureTrack(window, top, boxes, track, timescale),
  )
  if (!(length.duration > 0)) return noDuration('mp4', 'no-samples')
  const description = yield* describe(window, top, tracks, track, length.duration)
  const { payload } = description
  const sound =
    (chunks && (yield* soundOf(window, track.stbl, chunks))) ?? soundBetween(payload.start, payload.end)
  const sampled = yield* sampleSound(window, sound, track.format.codec === 'pcm' ? undefined : isNotZero)
  return audio({
    ...description,
    duration: length.duration,
    disagreements: [
      ...joined(secondFile(top), length.duration),
      ...length.disagreements,
      ...holes(sampled, length.disagreements),
    ],
    fingerprint: sampled.fingerprint,
    chapters: yield* readMp4Chapters(window, tracks, udta),
    tags: yield* readMp4Tags(window, udta),
  })
}

/** The first chunk and the last begin inside the media: else the index was written for a file that has been changed since. */
function* leadsToMedia(window: ByteWindow, top: readonly Box[], chunks: Chunks): Reading<boolean> {
  for (const chunk of new Set([0, chunks.count - 1])) {
    const offset = yield* offsetOf(window, chunks, chunk)
    if (offset === undefined) continue
    if (!top.some(({ type, body, claimedEnd }) => type === 'mdat' && body <= offset && offset < claimedEnd))
      return false
  }
  return true
}

/** A second file was put behind this one: it begins with its own `ftyp`, and no player plays it. */
const secondFile = (top: readonly Box[]): number | undefined =>
  top.filter(box => box.type === 'ftyp')[1]?.start

function* readTop(window: ByteWindow, start: number): Reading<Box[]> {
  const boxes: Box[] = []
  for (let at = start; boxes.length < mp4TopBoxes; ) {
    const box = yield* readBox(window, at, window.size)
    if (box === undefined) break
    boxes.push(box)
    at = box.claimedEnd
  }
  return boxes
}

/** The sound; where there is none, the picture, unless it belongs to chapters. */
const mainTrack = (tracks: readonly Track[]): Track | undefined =>
  tracks.find(({ handler }) => handler === 'soun') ?? moving(tracks)

const moving = (tracks: readonly Track[]): Track | undefined => {
  const chapters = tracks.flatMap(track => track.chapterTracks)
  return tracks.find(({ id, handler }) => handler === 'vide' && !chapters.includes(id))
}

// ------------------------------------------------------------------------------------------------- length

interface Length {
  readonly duration: number
  readonly disagreements: readonly Disagreement[]
}

function* measureTrack(
  window: ByteWindow,
  top: readonly Box[],
  moov: readonly Box[],
  track: Track,
  movieScale: number,
): Reading<Length> {
  const cut = top.find(box => box.claimedEnd > window.size)
  if (top.some(box => box.type === 'moof'))
    return yield* measureFragments(window, top, moov, track, movieScale)
  const table = yield* timeOf(window, track.stbl)
  const media = table > 0 ? table : track.duration
  const whole = played(track, media / track.timescale, movieScale)
  if (cut !== undefined && table > 0) {
    const present = yield* timeOf(window, track.stbl, yield* samplesBefore(window, track.stbl, window.size))
    if (present < table)
      return truncated(window, cut, whole, played(track, present / track.timescale, movieScale))
  }
  const stated = track.duration / track.timescale
  const found = media / track.timescale
  const lies = track.duration > 0 && Math.abs(stated - found) > TOLERANCE
  return {
    duration: whole,
    disagreements: lies ? [{ kind: 'header-lies', claimed: stated, found: whole }] : [],
  }
}

const truncated = (window: ByteWindow, cut: Box, claimed: number, found: number): Length => ({
  duration: found,
  disagreements: [
    { kind: 'truncated', claimed, found, bytes: cut.claimedEnd - window.size, offset: window.size },
  ],
})

/** Seconds of the media that the edit list lets be heard: without the encoder's priming before and its padding after. */
const played = ({ edits, timescale }: Track, media: number, movieScale: number): number => {
  const heard = edits.filter(({ mediaTime }) => mediaTime >= 0)
  if (heard.length === 0 || movieScale === 0) return media
  const seconds = heard.reduce((sum, { length, mediaTime }) => {
    const rest = Math.max(0, media - mediaTime / timescale)
    return sum + (length === 0 ? rest : Math.min(length / movieScale, rest))
  }, 0)
  return seconds > 0 ? seconds : media
}

/** An edit list says it better, and of a file that is cut nothing is heard of its end. */
function* gapless(
  window: ByteWindow,
  udta: readonly Box[],
  { edits, timescale }: Track,
  length: Length,
): Reading<Length> {
  if (edits.length > 0 || length.disagreements.length > 0) return length
  const told = yield* readGapless(window, udta, Math.round(length.duration * timescale))
  return told === undefined ? length : { ...length, duration: told.sound / timescale }
}

function* measureFragments(
  window: ByteWindow,
  top: readonly Box[],
  moov: readonly Box[],
  track: Track,
  movieScale: number,
): Reading<Length> {
  const standard = yield* readDefaultDuration(window, moov, track.id)
  let time = yield* timeOf(window, track.stbl)
  let last = 0
  for (const moof of top) {
    if (moof.type !== 'moof') continue
    last = yield* fragmentTime(window, moof, track.id, standard)
    time += last
  }
  // The edit list was written before the fragments: where it begins holds, how long it lasts does not.
  const open = { ...track, edits: track.edits.map(edit => ({ ...edit, length: 0 })) }
  const whole = played(open, time / track.timescale, movieScale)
  const cut = top.at(-1)
  if (cut === undefined || cut.claimedEnd <= window.size) return { duration: whole, disagreements: [] }
  // Of the last fragment, so much is heard as there are bytes.
  const share = cut.type === 'mdat' ? (window.size - cut.body) / (cut.claimedEnd - cut.body) : 0
  const present = time - last * (1 - Math.max(0, share))
  return truncated(window, cut, whole, played(open, present / track.timescale, movieScale))
}

// ------------------------------------------------------------------------------------------------- facts

type Description = Omit<AudioFacts, 'duration' | 'disagreements' | 'chapters' | 'tags' | 'fingerprint'>

function* describe(
  window: ByteWindow,
  top: readonly Box[],
  tracks: readonly Track[],
  track: Track,
  duration: number,
): Reading<Description> {
  const ftyp = find(top, 'ftyp')
  // QuickTime is older than `ftyp`.
  const brand = ftyp === undefined ? QUICKTIME : latin1(yield* bodyOf(window, ftyp, 4))
  const hasVideo = moving(tracks) !== undefined
  const media = top.filter(box => box.type === 'mdat')
  const bytes = media.reduce((sum, box) => sum + box.end - box.body, 0)
  const moovAt = top.findIndex(box => box.type === 'moov')
  const mdatAt = top.findIndex(box => box.type === 'mdat')
  return {
    container: 'mp4',
    ...track.format,
    ...(hasVideo ? videoOf(tracks) : {}),
    ...typeOf(brand, hasVideo),
    method: 'container',
    bytes: window.size,
    bitrate: meanBitrate(bytes, duration),
    ...(hasVideo ? { hasVideo } : {}),
    moovAtEnd: mdatAt >= 0 && mdatAt < moovAt,
    payload: { start: media[0]?.body ?? 0, end: media.at(-1)?.end ?? window.size },
  }
}

/** What a player has to know to show it; and whether it is heard. */
const videoOf = (tracks: readonly Track[]): Pick<AudioFacts, 'videoCodec' | 'isSilent'> => {
  const videoCodec = moving(tracks)?.format.videoCodec
  return {
    ...(videoCodec === undefined ? {} : { videoCodec }),
    ...(tracks.some(({ handler }) => handler === 'soun') ? {} : { isSilent: true }),
  }
}

const QUICKTIME = 'qt  '

/** Apple's types for feeds (https://podcasters.apple.com/support/823-podcast-requirements). */
const typeOf = (brand: string, hasVideo: boolean): Pick<AudioFacts, 'mediaType' | 'extensions'> => {
  if (brand === QUICKTIME) return { mediaType: 'video/quicktime', extensions: ['.mov'] }
  if (brand.startsWith('M4V') && hasVideo) return { mediaType: 'video/x-m4v', extensions: ['.m4v', '.mp4'] }
  if (hasVideo) return { mediaType: 'video/mp4', extensions: ['.mp4', '.m4v'] }
  return { mediaType: 'audio/x-m4a', extensions: ['.m4a', '.m4b', '.mp4'] }
}
