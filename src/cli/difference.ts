/** What `diff` compares, and how the outcome is told. */

import { resultOfRun } from '../build.ts'
import { labelsOf } from '../diagnostic.ts'
import {
  type Difference,
  type DifferenceReporter,
  differenceReporters,
  madeState,
  type ReadState,
  readState,
  type State,
} from '../diff/index.ts'
import { furtherPages, isTaken, readFeed, readLeniently } from '../feed/index.ts'
import { readyOf, reporters } from '../report/index.ts'
import { rulesById } from '../rules.ts'
import { defaultTargets } from '../targets.ts'
import { redacted } from '../units/credentials.ts'
import { nearest } from '../units/text.ts'
import { plainBytes } from '../web/plain-bytes.ts'
import { append } from '../write/append.ts'
import { pageReader, readFeedBytes } from './feeds.ts'
import { foundIn } from './found-in.ts'
import { type Io, UsageError } from './io.ts'
import { isFeed } from './is-feed.ts'
import { lenientText, type Unread } from './lenient.ts'
import { madeToCompare } from './made-to-compare.ts'
import { namedShow } from './named-show.ts'
import { type Found, printReport } from './print-report.ts'
import { reporterOf } from './reporting.ts'
import type { Moment, ShowFolder } from './shows.ts'
import { columnsOf, hasColour } from './terminal.ts'
import { name, version } from './version.ts'

/** Where it cannot be compared, what stands in the way. */
export type Side = { readonly state: State } | ({ readonly found: Found } & Unread)

export interface SideOptions {
  readonly moment: Moment
  readonly allowPrivate: boolean
  /** Whether a feed that is not well-formed XML is read as far as it can be understood. Default: no. */
  readonly isLenient?: boolean | undefined
  /** Whether what earlier runs have measured is made use of. */
  readonly withCache: boolean
  readonly onProgress: (done: number, of: number, file: string) => void
  /** Told when there is something to print. */
  readonly clear: () => void
}

type FeedSideOptions = Pick<SideOptions, 'moment' | 'allowPrivate' | 'isLenient'>

export const feedSide = async (
  asked: string,
  { moment: { now }, allowPrivate, isLenient = false }: FeedSideOptions,
  io: Io,
): Promise<Side> => {
  const { file, served, ...read } = await readFeedBytes(asked, allowPrivate, io)
  const bytes = await plainBytes(read.bytes)
  const address = served?.url
  const first = (isLenient ? readLeniently : readFeed)(bytes, file, now)
  const pages =
    address === undefined || !isTaken(first, isLenient)
      ? []
      : await furtherPages(first, { address, readPage: pageReader(allowPrivate, io), isLenient })
  if ('reason' in pages)
    throw new UsageError(`${file} goes on at ${redacted(pages.url)}, and ${pages.reason}`)
  return sideOf(readState({ name: file, bytes, address, now, isLenient, pages }), file)
}

type UnreadState = Exclude<ReadState, { readonly state: State }>

const sideOf = (read: ReadState, file: string): Side =>
  'state' in read ? read : { ...read, found: unreadable(file, read) }

const unreadable = (file: string, { problems, text, episodes }: UnreadState): Found => {
  const rules = labelsOf(problems, rulesById, defaultTargets)
  return {
    report: { name: file, folder: file, episodes, ready: readyOf('feed', problems, rules) },
    diagnostics: problems,
    rules,
    files: [file],
    texts: new Map([[file, text]]),
  }
}

export const showSide = async (show: ShowFolder, options: SideOptions, io: Io): Promise<Side> => {
  const { moment, withCache, allowPrivate, onProgress } = options
  const { judged, artefacts } = await madeToCompare(show, { moment, withCache, allowPrivate, onProgress }, io)
  options.clear()
  const { podcast, settling: _, lock: __, ...validated } = judged
  const diagnostics = judged.diagnostics.filter(({ severity }) => severity === 'error')
  if (podcast === undefined)
    return {
      found: foundIn(show, resultOfRun({ ...validated, podcast, diagnostics })),
      isMendable: false,
      repairable: 0,
    }
  const made = madeState({
    name: namedShow(show),
    podcast,
    artefacts,
    now: options.moment.now,
  })
  return sideOf(made, show.folder)
}

/** What `--against` names. Undefined where it cannot be read: that has been printed, as `reporter` prints problems. */
export const stateAgainst = async (
  asked: string,
  { reporter, ...options }: FeedSideOptions & { readonly reporter?: string | undefined },
  io: Io,
): Promise<State | undefined> => {
  if (!isFeed(asked, io))
    throw new UsageError(`--against takes a feed, by file or address, and "${asked}" is none`)
  const side = await feedSide(asked, options, io)
  if ('state' in side) return side.state
  printIncomparable([side], reporter, io)
  return undefined
}

/** What cannot be compared, in one report. A reporter of differences that knows no problems leaves them to the one for people. */
export const printIncomparable = (
  unread: readonly Extract<Side, Unread>[],
  wanted: string | undefined,
  io: Io,
): void => {
  const reporter = reporters.find(({ name }) => name === wanted)?.name ?? 'pretty'
  printReport(
    unread.map(({ found }) => found),
    { reporter: reporterOf({ reporter }, io), quiet: false, warningLimit: 0, hasOwnSummary: true },
    io,
  )
  const hint = lenientText(unread)
  if (hint !== undefined) io.stderr.write(`${hint}\n`)
}

export const differenceReporterOf = (wanted: string): DifferenceReporter => {
  const reporter = differenceReporters.find(({ name }) => name === wanted)
  if (reporter !== undefined) return reporter
  const names = differenceReporters.map(({ name }) => name)
  const near = nearest(wanted, names)
  throw new UsageError(
    `there is no reporter "${wanted}" of differences; ${near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`}`,
  )
}

export const differencePage = (
  difference: Difference,
  wanted: string,
  output: Io['stdout'],
  env: Io['env'],
): string =>
  differenceReporterOf(wanted).render(difference, {
    colour: hasColour(output, env),
    width: columnsOf(output, env, 100),
    tool: { name, version },
  })

/** On the page of a CI run, where GitHub offers one. It is an extra: that it cannot be written fails nothing. */
export const summariseDifference = (difference: Difference, io: Io): void => {
  const page = io.env.GITHUB_STEP_SUMMARY
  if (page && !append(page, differencePage(difference, 'markdown', io.stdout, io.env)))
    io.stderr.write(`${name}: the job summary cannot be written\n`)
}
