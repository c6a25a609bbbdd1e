/** The public library: `import { build, validate } from 'build-feed'`. What it exports is semver; everything else is not. */

import { resolve } from 'node:path'
import { type Built, build as buildShow } from './build.ts'
import { defaultOut } from './cli/io.ts'
import { ioOf } from './cli/terminal.ts'
import { name, version } from './cli/version.ts'
import { type Validated, validate as validateShow } from './make.ts'
import { type ValidatedFeed, validateFeed as validateFeedBytes } from './validate-feed.ts'

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
export type { Artefact, Episode, Podcast, Release, Show } from './podcast.ts'
export { rules } from './rules.ts'
export type { ValidatedFeed } from './validate-feed.ts'

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

/**
 * Builds the feed of a show folder. Never throws for what stands in the folder: look at `diagnostics`.
 * With an error nothing is written, and `podcast` is undefined.
 * Rejects when `frozen` and `refresh` are both asked for: the one forbids what the other is about.
 */
export const build = async (folder = 'episodes', options: Options = {}): Promise<Built> => {
  if (options.frozen && options.refresh)
    throw new TypeError('refresh asks the network, and frozen forbids it')
  if (options.frozen && options.scanRemote)
    throw new TypeError('scanRemote asks the network, and frozen forbids it')
  return buildShow({
    ...common(folder, options),
    outFolder: options.out ?? defaultOut,
    audio: options.audio ?? true,
    link: options.link,
    frozen: options.frozen,
    check: options.check,
    ...(options.strict ? { maxWarnings: 0 } : {}),
    process: ioOf(process).process,
  })
}

/** The same checks; nothing is written. */
export const validate = (folder = 'episodes', options: Options = {}): Promise<Validated> =>
  validateShow(common(folder, { out: '', ...options }))

/**
 * A feed that exists, by the same rules and by those that only a feed can break. Never throws for what stands in it.
 * `file` is how messages name it.
 */
export const validateFeed = (
  feed: Uint8Array | string,
  options: { readonly file?: string; readonly now?: Date } = {},
): ValidatedFeed =>
  validateFeedBytes({
    file: options.file ?? 'feed.xml',
    bytes: typeof feed === 'string' ? new TextEncoder().encode(feed) : feed,
    now: options.now?.getTime() ?? ioOf(process).now(),
  })

const momentOf = ({ now, out }: Options, clock = ioOf(process).now()) =>
  now === undefined ? { now: clock } : { now: now.getTime(), look: { clock, isAside: out !== undefined } }

const common = (folder: string, options: Options) => ({
  location: resolve(folder),
  folder,
  out: resolve(options.out ?? defaultOut),
  ...momentOf(options),
  drafts: options.drafts ?? false,
  allowPrivate: options.allowPrivate ?? false,
  baseUrl: options.baseUrl,
  accept: options.accept,
  refresh: options.refresh ?? false,
  scanRemote: options.scanRemote ?? false,
  generator,
})
