/** What `diff` compares, and how the outcome is told. */

import { resultOfRun } from '../build.ts'
import { type Diagnostic, labelsOf } from '../diagnostic.ts'
import {
  type Difference,
  type DifferenceReporter,
  differenceReporters,
  madeState,
  readState,
  type State,
} from '../diff/index.ts'
import { furtherPages, readFeed } from '../feed/index.ts'
import { rulesById } from '../rules.ts'
import { defaultTargets } from '../targets.ts'
import { redacted } from '../units/credentials.ts'
import { inFolder } from '../units/file-name.ts'
import { nearest } from '../units/text.ts'
import { plainBytes } from '../web/plain-bytes.ts'
import { append } from '../write/append.ts'
import { pageReader, readFeedBytes } from './feeds.ts'
import { foundIn } from './found-in.ts'
import { type Io, UsageError } from './io.ts'
import { madeToCompare } from './made-to-compare.ts'
import { type Found, printReport } from './print-report.ts'
import { reporterOf } from './reporting.ts'
import type { Moment, ShowFolder } from './shows.ts'
import { columnsOf, hasColour } from './terminal.ts'
import { name, version } from './version.ts'

/** Undefined where it cannot be compared: that has been printed. */
export type Side = State | undefined

export interface SideOptions {
  readonly moment: Moment
  readonly allowPrivate: boolean
  /** Whether what earlier runs have measured is made use of. */
  readonly withCache: boolean
  readonly onProgress: (done: number, of: number, file: string) => void
  /** Told when there is something to print. */
  readonly clear: () => void
}

export const feedSide = async (
  asked: string,
  options: Pick<SideOptions, 'moment' | 'allowPrivate'>,
  io: Io,
): Promise<Side> => {
  const { file, served, ...read } = await readFeedBytes(asked, options.allowPrivate, io)
  const bytes = await plainBytes(read.bytes)
  const { now } = options.moment
  const pages =
    served === undefined
      ? []
      : await furtherPages(readFeed(bytes, file, now), {
          address: served.url,
          readPage: pageReader(options.allowPrivate, io),
        })
  if ('reason' in pages)
    throw new UsageError(`${file} goes on at ${redacted(pages.url)}, and ${pages.reason}`)
  const side = readState({ name: file, bytes, now, pages })
  if ('state' in side) return side.state
  printFound(unreadable(file, side.problems, side.text), io)
  return undefined
}

const unreadable = (file: string, diagnostics: readonly Diagnostic[], text: string): Found => ({
  report: { name: file, folder: file, episodes: 0, ready: {} },
  diagnostics,
  rules: labelsOf(diagnostics, rulesById, defaultTargets),
  files: [file],
  texts: new Map([[file, text]]),
})

export const showSide = async (show: ShowFolder, options: SideOptions, io: Io): Promise<Side> => {
  const { moment, withCache, allowPrivate, onProgress } = options
  const { judged, artefacts } = await madeToCompare(show, { moment, withCache, allowPrivate, onProgress }, io)
  options.clear()
  const { podcast, settling: _, lock: __, ...validated } = judged
  const diagnostics = judged.diagnostics.filter(({ severity }) => severity === 'error')
  if (podcast === undefined) {
    printFound(foundIn(show, resultOfRun({ ...validated, podcast, diagnostics })), io)
    return undefined
  }
  const made = madeState({
    name: show.show === undefined ? show.folder : inFolder(show.folder, show.show),
    podcast,
    artefacts,
    now: options.moment.now,
  })
  if ('state' in made) return made.state
  printFound(unreadable(show.folder, made.problems, made.text), io)
  return undefined
}

/** Of what cannot be compared. */
const printFound = (found: Found, io: Io): void => {
  printReport(
    [found],
    { reporter: reporterOf({ reporter: 'pretty' }, io), quiet: false, warningLimit: 0, hasOwnSummary: true },
    io,
  )
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
