/** Manuscript → Project: measuring the files. What was written and what was measured stand side by side; neither overwrites the other. */

import { diagnose, type Outcome, type Place } from '../diagnostic.ts'
import type { Door, OpenFile } from '../door/index.ts'
import { fewOfEachRule } from '../few.ts'
import { audioPath } from '../fields/audio.ts'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import { keptCues } from '../limits.ts'
import type { Audio, NamedFile, Picture } from '../measured.ts'
import { forgetful, type Memo } from '../memo.ts'
import type { LockedEpisode } from '../model.ts'
import type { Entry, Manuscript, Project, Recording } from '../project.ts'
import { saysNothing } from '../units/blank.ts'
import { once } from '../units/once.ts'
import { turn } from '../units/turn.ts'
import type { WebOptions } from '../web/options.ts'
import type { AudioReading } from './audio/index.ts'
import { readFile } from './bytes.ts'
import { chapterListsOf } from './chapter-lists.ts'
import { codecsOf } from './codecs.ts'
import { type Beside, findNamed, groupByStem } from './find.ts'
import { firstFingerprint } from './fingerprint.ts'
import type { Probe, Where } from './here.ts'
import { measureImage } from './image/index.ts'
import { integrityOf } from './integrity.ts'
import { isMeasured, lockedAudio, lockedNamedAudio } from './locked-audio.ts'
import { marksOf } from './marks.ts'
import { sayMissing, sayNoAudio } from './missing.ts'
import { type Measure, namedFiles, namesOf } from './named.ts'
import { nearOf } from './near.ts'
import { notAudio, notPicture } from './not-readable.ts'
import { isInside, type OutsideName, sayOutside } from './outside.ts'
import audioAmbiguous from './rules/audio-ambiguous.ts'
import audioMissing from './rules/audio-missing.ts'
import audioNamedFile from './rules/audio-named-file.ts'
import audioNoDuration from './rules/audio-no-duration.ts'
import audioUnreadable from './rules/audio-unreadable.ts'
import imageUnreadable from './rules/image-unreadable.ts'
import { sayUnreadable } from './say-unreadable.ts'
import { themeOf } from './theme.ts'
import { transcriptFilesOf } from './transcript-files.ts'
import { sayTwins, sayUnclaimed } from './unclaimed.ts'
import { audioOnWeb, sayScheme, webAudio } from './web-audio.ts'
import { wholeDigest } from './whole-digest.ts'

export type { Transport } from '../web/transport.ts'

export interface ProbeOptions extends WebOptions {
  /** Told before each file that is measured. */
  readonly onProgress?: (done: number, total: number, file: string) => void
  readonly memo?: Memo
  /** Texts that are read instead of what the files hold, by path inside the show folder. */
  readonly edited?: ReadonlyMap<string, string> | undefined
  /** Whether the network is out of bounds, and what is not on disk is only looked for in the lock. */
  readonly frozen?: boolean | undefined
  /** Whether there are pages, whatever show.md says. */
  readonly website?: boolean | undefined
}

const nothing: Beside = { audio: [], images: [], transcripts: [], chapters: [] }

export const probe = async (
  door: Door,
  manuscript: Manuscript,
  options: ProbeOptions = {},
): Promise<Outcome<Project>> => {
  const few = fewOfEachRule()
  const prefix = manuscript.show.file.slice(0, -manuscript.show.path.length)
  const beside = groupByStem(
    [...manuscript.files, ...manuscript.outside.keys()],
    new Set(manuscript.episodes.map(entry => entry.stem)),
  )
  const here: Probe = {
    door,
    manuscript,
    memo: options.memo ?? forgetful,
    edited: options.edited,
    buffer: { bytes: new Uint8Array(0) },
    room: { cues: keptCues },
    audioReader: once(() => import('./audio/index.ts')),
    transcriptReader: once(() => import('../transcripts/index.ts')),
    web: await audioOnWeb(manuscript, options.memo ?? forgetful, options),
    near: nearOf(manuscript, beside),
    marks: marksOf(manuscript.lock),
    shown: path => prefix + path,
    say: (rule, place, message, help, fix) => {
      few.say(rule, place.file, () => diagnose(rule, { place, message, help, fix }))
    },
  }
  const recordings: Recording[] = []
  for (const [done, entry] of manuscript.episodes.entries()) {
    options.onProgress?.(done, manuscript.episodes.length, entry.file)
    await turn(options.signal)
    recordings.push(await recordingOf(here, entry, beside.get(entry.stem) ?? nothing))
  }
  const compared = withWhole(here, recordings)
  const picture = manuscript.show.meta.image === undefined ? undefined : namedPicture(here, manuscript.show)
  const named = await namedFiles(manuscript.show, measureNamed(here, manuscript.show))
  if (!manuscript.isSite) {
    await sayUnclaimed(here, recordings)
    sayTwins(here)
  }
  const { hasAsked, asksAgain } = here.web
  const theme = (options.website ?? manuscript.show.meta.website) ? themeOf(here) : undefined
  return {
    value: {
      manuscript,
      picture,
      named,
      recordings: compared,
      hasAsked,
      asksAgain,
      ...(theme === undefined ? {} : { theme }),
    },
    diagnostics: few.all(),
  }
}

const recordingOf = async (here: Probe, entry: Entry<WrittenEpisode>, all: Beside): Promise<Recording> => {
  const beside = withoutNamed(here, entry, all)
  return {
    ...(await ownFiles(here, entry, beside)),
    named: await namedFiles(entry, measureNamed(here, entry)),
  }
}

/** What another field names is not the episode's own: `001.opus` beside `001.mp3` may be an alternate enclosure. */
const withoutNamed = (here: Probe, entry: Entry<WrittenEpisode>, beside: Beside): Beside => {
  const names = namesOf(entry)
  if (names.length === 0) return beside
  const taken = new Set(
    names.map(({ written }) => {
      const named = findNamed(written, entry.path, here.manuscript)
      return named.kind === 'file' ? named.path : undefined
    }),
  )
  // The only one is its own, even when it is named: as its own alternative over another network, say.
  const free = (paths: readonly string[]): readonly string[] =>
    paths.length < 2 ? paths : paths.filter(path => !taken.has(path))
  return { ...beside, audio: free(beside.audio), images: free(beside.images) }
}

const measureNamed =
  (here: Probe, entry: Entry<WrittenEpisode> | Entry<WrittenShow>): Measure =>
  async (written, path, kind) => {
    const at = () => entry.at(path)
    const named = findNamed(written, entry.path, here.manuscript)
    if (named.kind === 'outside') sayOutside(here, outsideName(entry, path, written, named.reason))
    if (named.kind === 'absent') {
      const locked = kind === 'media' ? lockedFile(here, named.path) : undefined
      if (locked !== undefined) return locked
      sayMissing(here, {
        kind: kind === 'media' ? 'audio' : 'picture',
        what: 'the file',
        written,
        absent: named.path,
        entry,
        place: at(),
        replace: name => entry.fix.replace(path, name),
      })
    }
    if (named.kind !== 'file') return undefined
    if (kind === 'media') return measureMedia(here, named.path, at)
    const picture = measurePicture(here, named.path, at)
    return picture && { kind: 'picture', ...picture }
  }

type MediaReading = Exclude<AudioReading, { kind: 'audio' }> | (NamedFile & { readonly kind: 'media' })

const measureMedia = async (here: Probe, path: string, at: Where): Promise<NamedFile | undefined> => {
  const reading = await here.memo.recallFile('media', path, () =>
    open(here, path, at, async (file): Promise<MediaReading> => {
      const { readAudio } = await here.audioReader()
      const reading = await readAudio(file, here.buffer)
      if (reading.kind !== 'audio') return reading
      const { mediaType, bytes, bitrate } = reading.facts
      const codecs = codecsOf(reading.facts)
      return {
        kind: 'media',
        path,
        from: 'disk',
        facts: { mediaType, bytes, ...(bitrate === undefined ? {} : { bitrate }) },
        // It takes all bytes of the file.
        integrity: readFile(integrityOf(bytes), file, here.buffer),
        ...(codecs === undefined ? {} : { codecs }),
      }
    }),
  )
  if (reading === undefined || reading.kind === 'media') return reading
  sayNoRecording(here, path, at(), reading)
  return undefined
}

/** Apple and Spotify read neither other versions nor trailers, so that it is no word of theirs. */
const sayNoRecording = (
  here: Probe,
  path: string,
  place: Place,
  reading: Exclude<AudioReading, { kind: 'audio' }>,
): void => {
  const { is, help } = notAudio(reading)
  const isPlaylist = reading.kind === 'not-audio' && reading.looksLike === 'playlist'
  const published = `Write the address where the stream is served, such as \`https://cdn.example/${encodeURIComponent(nameOf(path))}\`, or name a recording.`
  here.say(audioNamedFile, place, `${nameOf(path)} ${is}`, isPlaylist ? published : help)
}

/** What is not on disk, as in a CI without the recordings, is what it was when it was published. */
const lockedFile = (here: Probe, path: string): NamedFile | undefined => {
  const { files } = here.manuscript.lock ?? {}
  if (files === undefined || !Object.hasOwn(files, path)) return undefined
  const { bytes, type, bitrate, codecs, integrity } = files[path]!
  return {
    kind: 'media',
    path,
    from: 'lock',
    facts: { mediaType: type, bytes, ...(bitrate === undefined ? {} : { bitrate }) },
    integrity,
    ...(codecs === undefined ? {} : { codecs }),
  }
}

const ownFiles = async (
  here: Probe,
  entry: Entry<WrittenEpisode>,
  beside: Beside,
): Promise<Omit<Recording, 'named'>> => {
  const audio = await audioOf(here, entry, beside)
  const pictureOf = (path: string, at: Where) => measurePicture(here, path, at)
  return {
    entry,
    audio,
    picture: entry.meta.image === undefined ? pictureBeside(here, beside) : namedPicture(here, entry),
    transcripts: await transcriptFilesOf(here, entry, beside),
    chapters: await chapterListsOf(here, { entry, beside, audio, pictureOf }),
  }
}

// --------------------------------------------------------------------------------------------------- audio

const audioOf = async (
  here: Probe,
  entry: Entry<WrittenEpisode>,
  beside: Beside,
): Promise<Audio | undefined> => {
  // An `audio` that was written and refused has been reported.
  if (!saysNothing(entry.raw.audio) && entry.meta.audio === undefined) return undefined
  const locked = here.manuscript.lock?.episodes[entry.stem]
  if (entry.meta.audio !== undefined) return namedAudio(here, entry, entry.meta.audio.url, locked)
  const [path, other] = beside.audio
  if (other !== undefined) {
    here.say(
      audioAmbiguous,
      entry.at(),
      `this episode has ${beside.audio.length} audio files (${beside.audio.map(nameOf).join(', ')}), so it is unclear which one listeners should hear`,
      `Choose one, such as with \`audio: ${nameOf(path!)}\`, or rename the other.`,
    )
    for (const one of beside.audio) here.near.mentioned.add(one)
    return undefined
  }
  if (path !== undefined)
    return isInside(here, path)
      ? measure(here, entry.stem, path, () => ({ file: here.shown(path) }))
      : undefined
  const known = locked && isMeasured(locked) ? lockedAudio(locked, entry, here.manuscript.show) : undefined
  if (known !== undefined) return known
  // A draft is written before it is recorded; and what cannot be read may well name its audio.
  if (entry.meta.draft || !entry.isRead || isReported(here, entry.stem)) return undefined
  sayNoAudio(here, entry)
  return undefined
}

/** Its audio is there and cannot be read, which is another problem, and has been reported. */
const isReported = (here: Probe, stem: string): boolean =>
  [...here.manuscript.unreadable].some(path => path.startsWith(`${stem}.`))

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const namedAudio = async (
  here: Probe,
  entry: Entry<WrittenEpisode>,
  written: string,
  locked: LockedEpisode | undefined,
): Promise<Audio | undefined> => {
  const at = () => entry.at(audioPath(entry.raw))
  const named = findNamed(written, entry.path, here.manuscript)
  switch (named.kind) {
    case 'file':
      return measure(here, entry.stem, named.path, at)
    case 'outside':
      if (/^(?!file:)[a-z][a-z0-9+.-]+:/i.test(written)) sayScheme(here, at(), written)
      else sayOutside(here, outsideName(entry, 'audio', written, named.reason))
      return undefined
    case 'web':
      return webAudio(here, entry, named.url)
    case 'unreadable':
      return undefined
    case 'absent': {
      const known =
        locked && isMeasured(locked) ? lockedNamedAudio(locked, named.path, here.manuscript.show) : undefined
      if (known !== undefined) return known
      sayMissing(here, {
        kind: 'audio',
        what: 'the audio file',
        written,
        absent: named.path,
        entry,
        place: at(),
        replace: name => entry.fix.replace(audioPath(entry.raw), name),
        rule: audioMissing,
      })
      return undefined
    }
  }
}

const outsideName = (
  { path, at, fix }: Entry<WrittenEpisode> | Entry<WrittenShow>,
  field: string | readonly (string | number)[],
  written: string,
  reason: string | undefined,
): OutsideName => ({
  written,
  reason,
  from: path,
  place: at(field),
  replace: name => fix.replace(field, name),
})

const measure = async (here: Probe, stem: string, path: string, at: Where): Promise<Audio | undefined> => {
  const reading = await here.memo.recallFile('audio', path, () =>
    open(here, path, at, async file => {
      const { readAudio } = await here.audioReader()
      return readAudio(file, here.buffer)
    }),
  )
  if (reading === undefined) return undefined
  if (reading.kind === 'audio') {
    const { facts } = reading
    const first = (): string | undefined =>
      here.memo.recallFileNow('first fingerprint', path, () =>
        open(here, path, at, file => readFile(firstFingerprint(facts.payload), file, here.buffer)),
      )
    return { path, from: 'disk', facts, fingerprint: here.marks.of(stem, facts.fingerprint, first) }
  }
  sayNotAudio(here, path, at(), reading)
  return undefined
}

/** Where a fingerprint, which is of samples, tells two files not apart, all of their sound does. */
const withWhole = (here: Probe, recordings: readonly Recording[]): readonly Recording[] => {
  const paths = new Map<string, Set<string>>()
  for (const { audio } of recordings)
    if (audio?.from === 'disk') {
      const same = paths.get(soundOf(audio)) ?? new Set()
      paths.set(soundOf(audio), same.add(audio.path))
    }
  return recordings.map(recording => {
    const { audio, entry } = recording
    const payload = audio?.facts.payload
    if (audio?.from !== 'disk' || payload === undefined || paths.get(soundOf(audio))!.size < 2)
      return recording
    const { path } = audio
    const whole = here.memo.recallFileNow('whole', path, () =>
      open(
        here,
        path,
        () => entry.at(),
        fd => readFile(wholeDigest(payload), fd, here.buffer),
      ),
    )
    return whole === undefined ? recording : { ...recording, audio: { ...audio, whole } }
  })
}

/** What the lock knows it by may be of the first method, of which two files are told apart by more than their sound. */
const soundOf = ({ facts, fingerprint }: Audio): string => facts.fingerprint ?? fingerprint

const sayNotAudio = (
  here: Probe,
  path: string,
  place: Place,
  reading: Exclude<AudioReading, { kind: 'audio' }>,
): void => {
  const rule = reading.kind === 'no-duration' ? audioNoDuration : audioUnreadable
  const { is, help } = notAudio(reading)
  here.say(rule, place, `${nameOf(path)} ${is}`, help)
}

// ------------------------------------------------------------------------------------------------- artwork

const namedPicture = (
  here: Probe,
  entry: Entry<WrittenEpisode> | Entry<WrittenShow>,
): Picture | undefined => {
  const written = entry.meta.image
  if (written === undefined) return undefined
  const at = () => entry.at('image')
  const named = findNamed(written, entry.path, here.manuscript)
  switch (named.kind) {
    case 'file':
      return measurePicture(here, named.path, at)
    case 'outside':
      sayOutside(here, outsideName(entry, 'image', written, named.reason))
      return undefined
    case 'absent':
      sayMissing(here, {
        kind: 'picture',
        what: 'the picture',
        written,
        absent: named.path,
        entry,
        place: at(),
        replace: name => entry.fix.replace('image', name),
      })
      return undefined
    case 'web':
    case 'unreadable':
      return undefined
  }
}

const pictureBeside = (here: Probe, { images }: Beside): Picture | undefined => {
  const [path] = images
  return path !== undefined && isInside(here, path)
    ? measurePicture(here, path, () => ({ file: here.shown(path) }))
    : undefined
}

const measurePicture = (here: Probe, path: string, at: Where): Picture | undefined => {
  const reading = here.memo.recallFileNow('artwork', path, () =>
    open(here, path, at, file => {
      const { size } = file
      const reading = readFile(measureImage(size), file, here.buffer)
      if (reading.kind !== 'image') return reading
      return { ...reading, digest: readFile(wholeDigest({ start: 0, end: size }), file, here.buffer) }
    }),
  )
  if (reading === undefined) return undefined
  if (reading.kind === 'image') return { path, facts: reading.facts, digest: reading.digest }
  const { is, help } = notPicture(reading)
  here.say(imageUnreadable, at(), `${nameOf(path)} ${is}`, help)
  return undefined
}

// --------------------------------------------------------------------------------------------------- files

/** The file is closed when `read` is done, be that at once or later. Undefined when it cannot be read; that has been said. */
function open<T>(
  here: Probe,
  path: string,
  at: Where,
  read: (file: OpenFile) => Promise<T>,
): Promise<T | undefined>
function open<T>(here: Probe, path: string, at: Where, read: (file: OpenFile) => T): T | undefined
function open(here: Probe, path: string, at: Where, read: (file: OpenFile) => unknown): unknown {
  const failed = (error: unknown): void => sayUnreadable(here, at(), error, nameOf(path))
  let file: OpenFile | undefined
  try {
    file = here.door.open(path)
    const value = read(file)
    if (value instanceof Promise) return value.catch(failed).finally(file.close)
    file.close()
    return value
  } catch (error) {
    file?.close()
    return failed(error)
  }
}
