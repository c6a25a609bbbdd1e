import { basename, dirname, resolve } from 'node:path'
import { asMp3, ffmpeg } from '../check/command.ts'
import { formatName, isTaken } from '../check/rules/audio/taken-formats.ts'
import { doorOf, isFile, noFile, pathInside } from '../door/index.ts'
import { load } from '../load/index.ts'
import type { AudioFacts } from '../model.ts'
import { isAudio, isShowPath, usualEnding } from '../names.ts'
import { factsOf } from '../probe/named-audio.ts'
import { whyNoName } from '../probe/own-name.ts'
import type { Manuscript } from '../project.ts'
import { defaultTargets } from '../targets.ts'
import { ours } from '../units/shell.ts'
import { create, type NewFile } from '../write/create.ts'
import { type ExitCode, type Io, UsageError } from './io.ts'
import { type Calendar, type NewDate, nextFreeDay, nextInRhythm } from './new-date.ts'
import {
  episodeText,
  isCleanName,
  nextNumbers,
  nextStem,
  saidByTags,
  slugOf,
  titleOf,
} from './new-episode.ts'
import { oneShow } from './one-show.ts'
import { type ShowFolder, shownPath } from './shows.ts'
import { type TakenOut, takenOut } from './taken-out.ts'

export interface NewFlags {
  readonly show?: string
  readonly next?: boolean
  readonly extract?: boolean
}

/** Where a new episode comes, and how its paths are told. */
interface Home {
  readonly show: ShowFolder
  readonly manuscript: Manuscript
  readonly io: Io
  /** A path inside the show folder, as whoever runs the program writes it. */
  readonly shown: (path: string) => string
  readonly at: (path: string) => string
}

export const runNew = async (titleOrAudio: string, flags: NewFlags, io: Io): Promise<ExitCode> => {
  const home = await homeOf(flags, io)
  const audio = resolve(io.cwd, titleOrAudio)
  if (!isFile(audio) && (flags.extract || looksLikeFile(titleOrAudio))) throw noRecording(titleOrAudio, audio)
  if (flags.extract) return extract(audio, home)
  const draft = isFile(audio) ? await ofAudio(audio, home) : ofTitle(titleOrAudio, home)
  const name = nameOf(draft, home)
  const date = dateOf(flags, home)
  const taken = draft.facts && (await takenOut(audio, draft.facts, home.at(draft.stem), coverOf(home)))
  const files: NewFile[] = [
    ...(draft.copyOf === undefined ? [] : [{ path: home.at(draft.audio), copyOf: draft.copyOf }]),
    { path: home.at(name), text: textOf(draft, date, home) },
    ...(taken?.files ?? []),
  ]
  write(files, home)
  io.stderr.write(`${[date.meaning, ...leftText(taken), ...nextText(draft, home)].join('\n')}\n`)
  return 0
}

const noRecording = (written: string, path: string): UsageError => {
  const kind = noFile(path)
  return new UsageError(
    kind === undefined ? `there is no file ${written}` : `${written} cannot be a recording: ${kind}`,
  )
}

const homeOf = async (flags: NewFlags, io: Io): Promise<Home> => {
  const show = await oneShow(flags.show, io, 'name that folder with `--show`')
  const manuscript = load(doorOf(show.location), show.folder, { show: show.show }).value
  if (manuscript === undefined || (show.show === undefined && ![...manuscript.files].some(isShowPath)))
    throw new UsageError(`there is no show in ${show.folder}; make one with \`${ours('init', show.folder)}\``)
  if (manuscript.isSite)
    throw new UsageError(
      `the episodes of ${manuscript.show.file} are pages of a site, which decides their names and keys; copy the newest of them and write over it`,
    )
  return {
    show,
    manuscript,
    io,
    shown: path => (show.folder === '.' ? path : `${show.folder}/${path}`),
    at: path => resolve(show.location, path),
  }
}

/** Whatever was written is listed, in the order in which it came. */
const write = (files: readonly NewFile[], { io }: Home): void => {
  const refusal = create(files)
  if (refusal) throw new UsageError(`${shownPath(io.cwd, refusal.path)} cannot be written: ${refusal.reason}`)
  for (const { path } of files) io.stdout.write(`${shownPath(io.cwd, path)}\n`)
}

interface Draft {
  readonly title: string
  /** All inside the show folder. */
  readonly stem: string
  readonly audio: string
  /** Audio that stands elsewhere and comes into the show folder. */
  readonly copyOf?: string
  readonly facts?: AudioFacts
  /** How a recording is made into one that directories take. */
  readonly convert?: { readonly from: string; readonly format: string; readonly command: string }
}

const looksLikeFile = (text: string): boolean => isAudio(text) && !/\s\S*\s/.test(text)

/** It ends like the episodes that there are. Of two files that differ in their endings, only one would be read. */
const nameOf = ({ stem }: Draft, { manuscript: { files, episodes }, shown }: Home): string => {
  const name = `${stem}.${usualEnding(episodes.map(({ path }) => path))}`
  const why = whyNoName(stem, files)
  if (why?.kind === 'not-an-episode')
    throw new UsageError(`${shown(name)} would not be read as an episode; take another name for it`)
  if (why !== undefined && why.by !== name)
    throw new UsageError(`${shown(name)} cannot be written: ${shown(why.by)} is the same episode`)
  return name
}

const ofAudio = async (audio: string, home: Home): Promise<Draft> => {
  const { show, manuscript } = home
  const inside = pathInside(show.location, audio)
  const name = inside ?? basename(audio)
  if (/(^|\/)[._]/.test(name))
    throw new UsageError(`${name} would be ignored: names that begin with "." or "_" are; rename it first`)
  const facts = await factsOf(audio)
  if (facts === undefined) throw new UsageError(`${basename(audio)} holds no audio that can be measured`)
  const [, own = name, ending = ''] = /^(.*?)(\.[^./]+)$/.exec(name) ?? []
  const title = titleOf(own, facts.tags)
  const stem = inside !== undefined || isCleanName(own) ? own : nextStem(manuscript.episodes, slugOf(title))
  const isRefused = !isTaken(facts) && (manuscript.show.meta.for ?? defaultTargets).includes('apple')
  const draft = { title, stem, facts, audio: `${stem}${ending.toLowerCase()}` }
  if (isRefused)
    return { ...draft, audio: `${stem}.mp3`, convert: conversion(audio, facts, `${stem}.mp3`, home) }
  return inside === undefined ? { ...draft, copyOf: audio } : { ...draft, audio: inside }
}

const conversion = (audio: string, facts: AudioFacts, to: string, { io, shown }: Home) => {
  const from = shownPath(io.cwd, audio)
  const rate = (facts.sampleRate ?? 44_100) < 44_100 ? ' -ar 44100' : ''
  return { from, format: formatName(facts), command: ffmpeg(from, asMp3(facts.channels) + rate, shown(to)) }
}

const ofTitle = (written: string, { manuscript: { episodes } }: Home): Draft => {
  const title = written.replace(/\s+/g, ' ').trim()
  if (title === '') throw new UsageError('a title needs a letter')
  const stem = nextStem(episodes, slugOf(title))
  return { title, stem, audio: `${stem}.mp3` }
}

const dateOf = (flags: NewFlags, { manuscript: { show, episodes }, io }: Home): NewDate => {
  const calendar: Calendar = {
    now: io.now(),
    zone: show.meta.timezone,
    publishAt: show.meta.publishAt,
    dates: episodes.flatMap(({ meta }) => meta.date ?? []),
  }
  if (!flags.next) return nextFreeDay(episodes.length === 0 ? { ...calendar, publishAt: '00:00' } : calendar)
  const next = nextInRhythm(calendar)
  if (next === undefined)
    throw new UsageError('--next needs two episodes with dates, to see how far they are apart; leave it out')
  return next
}

const textOf = (
  { title, facts }: Draft,
  { day }: NewDate,
  { manuscript: { show, episodes } }: Home,
): string => {
  const numbers = nextNumbers(episodes)
  const ofSeason = episodes.filter(({ meta }) => meta.season === numbers.season)
  const taken = new Set(ofSeason.map(({ meta }) => meta.episode))
  return episodeText({
    title,
    // The first one makes the feed: it is in it at once, however early in the day this is.
    date: episodes.length === 0 ? `${day} 00:00` : day,
    ...numbers,
    ...(facts === undefined ? {} : saidByTags(facts.tags, show.meta, numbers, taken)),
  })
}

/** Of the show, where it is a file of it. */
const coverOf = ({ manuscript: { show }, at }: Home): string | undefined =>
  show.meta.image === undefined || /^https?:/i.test(show.meta.image) ? undefined : at(show.meta.image)

const leftText = (taken: TakenOut | undefined): readonly string[] =>
  (taken?.left ?? []).map(what => `Left in the recording: ${what}.`)

const nextText = ({ facts, audio, convert }: Draft, { shown }: Home): readonly string[] => {
  if (convert !== undefined)
    return [
      `${convert.from} is ${convert.format}, which Apple does not take from a feed. Make the audio of the episode of it:`,
      `  ${convert.command}`,
      'Then write the notes below the front matter.',
    ]
  return [
    facts === undefined
      ? `Write the notes below the front matter, and put the audio beside it as ${shown(audio)}.`
      : 'Write the notes below the front matter.',
  ]
}

/** Of a recording whose episode is there already: only what is inside it. */
const extract = async (audio: string, home: Home): Promise<ExitCode> => {
  const { show, io } = home
  if (pathInside(show.location, audio) === undefined)
    throw new UsageError(`${basename(audio)} is not in ${show.folder}; name a recording of the show`)
  const facts = await factsOf(audio)
  if (facts === undefined) throw new UsageError(`${basename(audio)} holds no audio that can be measured`)
  const stem = resolve(dirname(audio), basename(audio).replace(/\.[^./]+$/, ''))
  const taken = await takenOut(audio, facts, stem, coverOf(home))
  write(taken.files, home)
  const nothing =
    taken.files.length === 0
      ? ['There are no chapters in it, and no picture that the show does not have.']
      : []
  const said = [...leftText(taken), ...nothing]
  if (said.length > 0) io.stderr.write(`${said.join('\n')}\n`)
  return 0
}
