import { join, resolve } from 'node:path'
import { openNotices } from '../cache/notices.ts'
import { cachePlace } from '../cache/place.ts'
import { readFeedFile } from '../door/feed-file.ts'
import { doorOf, reasonOf } from '../door/index.ts'
import { webWaitSeconds } from '../limits.ts'
import { readLock } from '../load/index.ts'
import { lockPathOf, showName } from '../names.ts'
import {
  type BuiltFeed,
  builtFeed,
  lookAtFeed,
  lookAtFiles,
  sampleOf,
  secretNames,
  tell,
} from '../publish/index.ts'
import { inFolder } from '../units/file-name.ts'
import { reachOfUrl } from '../units/host.ts'
import { sha256 } from '../units/sha.ts'
import type { WebOptions } from '../web/options.ts'
import { defaultOut, type ExitCode, type Io, UsageError } from './io.ts'
import { oneShow } from './one-show.ts'
import { faultWords, hasFailed, notLiveWords, toldWords } from './publish-words.ts'
import type { ShowFolder } from './shows.ts'
import { progressLine } from './terminal.ts'
import { name, program, version } from './version.ts'

export interface PublishFlags {
  /** Default: `public`. */
  readonly out?: string
  /** Seconds. */
  readonly wait: string
  readonly all?: boolean
  readonly dryRun?: boolean
  readonly state?: string
  readonly allowPrivate?: boolean
  readonly quiet?: boolean
}

type Addressed = BuiltFeed & { readonly feedUrl: string }

/** The feed first, then its files, and only then is anybody told. */
export const runPublish = async (
  asked: string | undefined,
  flags: PublishFlags,
  io: Io,
): Promise<ExitCode> => {
  const show = await oneShow(asked, io)
  const out = flags.out ?? defaultOut
  const file = join(out, 'feed.xml').replaceAll('\\', '/')
  const feed = feedIn(file, show, flags, io)
  const say = (text: string): void => void (flags.quiet || io.stdout.write(`${text}\n`))
  const complain = (text: string): void => io.stderr.write(`${text}\n`)
  const web: WebOptions = {
    allowPrivate: flags.allowPrivate ?? false,
    generator: `${name} ${version}`,
    ...(io.signal && { signal: io.signal }),
  }
  const progress = progressLine(io, flags.quiet ?? false)

  const started = io.now()
  progress.show(() => `Looking at ${feed.feedUrl}`)
  const { live, looks } = await lookAtFeed(feed, {
    ...web,
    wait: waitOf(flags.wait),
    elapsed: () => io.now() - started,
    now: started,
  }).finally(progress.clear)
  if (live.kind !== 'same') {
    const many = looks > 1 ? ` (looked ${looks} times)` : ''
    complain(`error: ${notLiveWords(live, file)}${many}. Nobody was notified.`)
    return 1
  }
  say(`${live.url} is the same as ${file}, byte for byte`)
  if (live.isDowngraded)
    complain('warning: the address of the feed redirects from https to http, which iPhones do not follow')
  if (live.knowsUnchanged === false)
    complain(
      'warning: the host sends the whole feed even to apps that have it already; let it answer 304 to If-None-Match',
    )

  const files = sampleOf(feed, flags.all ?? false)
  const faults = await lookAtFiles(files, {
    ...web,
    onFile: (done, of) => progress.show(() => `Looking at ${done} of ${of} files`),
  }).finally(progress.clear)
  for (const fault of faults) complain(faultWords(fault))
  if (faults.some(({ severity }) => severity === 'error')) {
    complain('Nobody was notified, since listeners would meet these faults.')
    return 1
  }
  say(`${files.length} files that it names ${files.length === 1 ? 'is' : 'are'} there`)

  const notices = noticesOf(feed, show, flags, io)
  const told = await tell(
    {
      feed,
      feedUrl: feed.feedUrl,
      seconds: Math.floor(io.now() / 1000),
      secrets: Object.fromEntries(secretNames.map(key => [key, io.env[key]])),
      dryRun: flags.dryRun ?? false,
      knows: to => notices?.knows(to) ?? false,
      keep: to => {
        if (notices?.keep(to) === false)
          complain('warning: who was notified could not be saved, so the next run notifies them again')
      },
    },
    web,
  )
  for (const one of told) (hasFailed(one) ? complain : say)(toldWords(one))
  return told.some(hasFailed) ? 1 : 0
}

/** What was built, and where it says that it is. */
const feedIn = (file: string, show: ShowFolder, { allowPrivate }: PublishFlags, io: Io): Addressed => {
  const read = readFeedFile(resolve(io.cwd, file))
  if ('problem' in read)
    throw new UsageError(`${file} cannot be read: ${read.problem}; build the show first, then deploy it`)
  const feed = builtFeed(read.bytes, file, io.now())
  if (feed === undefined) throw new UsageError(`${file} is not a feed; build the show again`)
  const { feedUrl } = feed
  if (feedUrl === undefined || reachOfUrl(feedUrl) === 'placeholder')
    throw new UsageError(
      `${file} has no address where it can be live; write baseUrl in ${inFolder(show.folder, show.show ?? showName)}, and build again`,
    )
  if (reachOfUrl(feedUrl) === 'nearby' && !allowPrivate)
    throw new UsageError(
      `${file} says that it is at ${feedUrl}, which only this machine or its network can reach; to look there all the same, use --allow-private`,
    )
  const home = homeOf(show)
  if (home !== undefined && home !== feedUrl)
    throw new UsageError(
      `${file} was built for ${feedUrl}, and subscribers read the show at ${home}; build it without --base-url before you publish it`,
    )
  return { ...feed, feedUrl }
}

/** Where the lock says that the show is published. A show without one has never been built here. */
const homeOf = ({ location, folder, show = showName }: ShowFolder): string | undefined => {
  const path = lockPathOf(show)
  const file = inFolder(folder, path)
  try {
    return readLock(file, doorOf(location).read(path)).value?.feedUrl
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`)
  }
}

const waitOf = (written: string): number => {
  const seconds = Number(written)
  if (!/^\d+$/.test(written) || seconds > webWaitSeconds)
    throw new UsageError(`--wait "${written}" is not a number of seconds from 0 to ${webWaitSeconds}`)
  return seconds * 1000
}

const noticesOf = (feed: Addressed, { location }: ShowFolder, { state }: PublishFlags, io: Io) => {
  const folder = cachePlace(io, program, location)?.folder
  const path = state !== undefined ? resolve(io.cwd, state) : folder && join(folder, 'notices.json')
  return path === undefined
    ? undefined
    : openNotices({ path, feedUrl: feed.feedUrl, digest: sha256(feed.bytes), processId: io.process.id })
}
