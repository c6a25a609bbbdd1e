/** The public library: `import { build, validate } from 'build-feed'`. What it exports is semver; everything else is not. */

import { resolve } from 'node:path'
import { type Built, build as buildShow } from './build.ts'
import { defaultOut } from './cli/io.ts'
import { placed } from './cli/placed.ts'
import { machineOf } from './cli/terminal.ts'
import { name, version } from './cli/version.ts'
import { doorOf } from './door/index.ts'
import { readAudioFile } from './library-audio.ts'
import { checkBytes, checkOptions, checkPath, partiesOf } from './library-options.ts'
import { make as makeShow, type Validated, validate as validateShow } from './make.ts'
import type { Artefact } from './podcast.ts'
import type { AudioReading } from './probe/audio/reading.ts'
import type { Party } from './targets.ts'
import {
  type FeedModel,
  readFeedModel,
  type ValidatedFeed,
  validateFeed as validateFeedBytes,
} from './validate-feed.ts'

export type { Built, Source, Validated } from './build.ts'
export type {
  Diagnostic,
  Edit,
  Finding,
  Fix,
  Party,
  Place,
  Reaction,
  RuleWords,
  Severity,
} from './diagnostic.ts'
export type { Enclosure } from './fields/index.ts'
export { OptionError } from './library-options.ts'
export type { AudioFacts, AudioTags, Chapter } from './model.ts'
export type { Artefact, Episode, Podcast, Release, Show } from './podcast.ts'
export type { AudioReading } from './probe/audio/reading.ts'
export { rules } from './rules.ts'
export type { FeedModel, ValidatedFeed } from './validate-feed.ts'

/** How a show is read, and what is made of it. */
export interface Options {
  /** The output folder. Default: `public`. */
  readonly out?: string
  /** Where the output is served, instead of the show's own `baseUrl`. */
  readonly baseUrl?: string
  /**
   * What counts as now. Default: the clock. When it is before an episode that the lock says is out, `out` has to name a folder
   * for that look at the past, and the lock is left alone.
   */
  readonly now?: Date
  /** Whether drafts and future episodes go in. Default: no. */
  readonly drafts?: boolean
  /** Whether the audio goes into the output folder too. Default: yes. */
  readonly audio?: boolean
  /**
   * Whether files of the show are hard-linked into the output folder instead of being copied, where the disk allows it. It saves
   * space; but what edits a recording in place then edits what is published. Default: no.
   */
  readonly link?: boolean
  /** Whether remote audio may be fetched from addresses of the home or company network. Default: no. */
  readonly allowPrivate?: boolean
  /** Whom the show is made for, instead of whom it names in `for`: as `--for` of the command line. */
  readonly for?: Party | readonly Party[]
  /** What has changed on purpose, such as `gone:002`: as `--accept` of the command line. */
  readonly accept?: readonly string[]
  /** Whether the lock must stay as it is, and the network out of bounds. Default: no. */
  readonly frozen?: boolean
  /** Whether hosts are asked again about the remote audio that the lock knows; contradicts `frozen`. Default: no. */
  readonly refresh?: boolean
  /** Whether remote audio is read whole where its length could only be estimated; contradicts `frozen`. Default: no. */
  readonly scanRemote?: boolean
  /** Whether nothing is written, and the output folder is compared instead. Default: no. */
  readonly check?: boolean
  /** Whether warnings stop the build as errors do. Default: no. */
  readonly strict?: boolean
}

const generator = `${name} ${version}`

const shared = ['out', 'baseUrl', 'now', 'drafts', 'audio', 'link', 'allowPrivate', 'for', 'accept'] as const
const ofBuild = [...shared, 'frozen', 'refresh', 'scanRemote', 'check', 'strict'] as const
const ofFeed = ['file', 'now', 'for'] as const

/**
 * Builds the feed of a show folder. Never throws for what stands in the folder: look at `diagnostics`.
 * With an error nothing is written, and `podcast` is undefined.
 * Rejects with an `OptionError`, and has read and written nothing, for an option that does not exist, a value that it cannot
 * have, and `frozen` together with what asks the network.
 */
export const build = async (folder = 'episodes', options: Options = {}): Promise<Built> => {
  checkOptions(options, ofBuild)
  return buildShow({
    ...(await common(folder, options)),
    outFolder: options.out ?? defaultOut,
    audio: options.audio ?? true,
    link: options.link,
    frozen: options.frozen,
    check: options.check,
    ...(options.strict ? { maxWarnings: 0 } : {}),
    process: machineOf(process).process,
  })
}

/** The same checks as a build has; nothing is written. Rejects with an `OptionError` as `build` does. */
export const validate = async (folder = 'episodes', options: Options = {}): Promise<Validated> => {
  checkOptions(options, ofBuild)
  return validateShow(await common(folder, { out: '', ...options }))
}

/** What a build would write, and what was found. */
export interface Artefacts extends Validated {
  /**
   * The feed, and what is served beside it, in memory; of a file that is copied as it is, its path in the show folder (`source`).
   * Empty where there is an error.
   */
  readonly artefacts: readonly Artefact[]
}

/**
 * What a build would write, in memory: neither the output folder nor the lock is touched. Never throws for what stands in the
 * folder. Rejects with an `OptionError` as `build` does.
 */
export const make = async (folder = 'episodes', options: Options = {}): Promise<Artefacts> => {
  checkOptions(options, ofBuild)
  const asked = { ...(await common(folder, options)), audio: options.audio ?? true, frozen: options.frozen }
  const { judged, artefacts } = await makeShow(asked, { door: doorOf(asked.location), memo: undefined })
  const { lock: _, isSite: __, settling: ___, inherited: ____, ...validated } = judged
  return { ...validated, artefacts }
}

/** Of a feed that exists. */
export interface FeedOptions {
  /** How messages name it. Default: `feed.xml`. */
  readonly file?: string
  /** What counts as now. Default: the clock. */
  readonly now?: Date
  /** Whom the feed is made for. Default: the directories. */
  readonly for?: Party | readonly Party[]
}

/**
 * Checks a feed that exists, by the same rules as a show and by those that only a feed can break. Never throws for what stands
 * in it; throws an `OptionError` for what is no feed at all, such as undefined.
 */
export const validateFeed = (feed: Uint8Array | string, options: FeedOptions = {}): ValidatedFeed =>
  validateFeedBytes(feedOf(feed, options))

/** Reads a feed that exists into the model of a show that is built. Throws as `validateFeed` does. */
export const readFeed = (feed: Uint8Array | string, options: FeedOptions = {}): FeedModel =>
  readFeedModel(feedOf(feed, options))

/**
 * Measures a recording: its format, its length in seconds as it is decoded, its tags and chapters. What is no recording is
 * said; rejects where there is no such file, or none that may be read.
 */
export const readAudio = async (path: string): Promise<AudioReading> => {
  checkPath(path, 'path')
  return readAudioFile(resolve(path))
}

const feedOf = (feed: Uint8Array | string, options: FeedOptions) => {
  checkBytes(feed)
  checkOptions(options, ofFeed)
  return {
    file: options.file ?? 'feed.xml',
    bytes: typeof feed === 'string' ? new TextEncoder().encode(feed) : feed,
    now: options.now?.getTime() ?? machineOf(process).now(),
    targets: partiesOf(options.for),
  }
}

const momentOf = ({ now, out }: Options, clock = machineOf(process).now()) =>
  now === undefined ? { now: clock } : { now: now.getTime(), look: { clock, isAside: out !== undefined } }

const common = async (folder: string, options: Options) => {
  checkPath(folder, 'folder')
  // Where the pages of a show lie elsewhere, the folder that holds them and its show.md is read.
  const { name: _, ...place } = await placed(
    { location: resolve(folder), folder, name: '' },
    machineOf(process),
    { withCache: false },
  )
  return {
    ...place,
    out: resolve(options.out || defaultOut),
    ...momentOf(options),
    drafts: options.drafts ?? false,
    allowPrivate: options.allowPrivate ?? false,
    baseUrl: options.baseUrl,
    targets: partiesOf(options.for),
    accept: options.accept,
    refresh: options.refresh ?? false,
    scanRemote: options.scanRemote ?? false,
    generator,
  }
}
