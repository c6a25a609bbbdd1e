import { join, resolve } from 'node:path'
import type { BuildOptions } from '../build.ts'
import type { Difference } from '../diff/index.ts'
import type { BuildResult } from '../report/build-result.ts'
import { comingLines, draftLines, summarise } from '../report/summary.ts'
import { oursAgain, quoted } from '../units/shell.ts'
import { hrefOf } from '../units/url.ts'
import { checkBaseUrl } from './base-url.ts'
import { buildShow } from './build-show.ts'
import type { CommandDefinition } from './commands/command.ts'
import { hasFailed, warningLimit } from './failure.ts'
import { handOn } from './hand-on.ts'
import { defaultOut, type ExitCode, type Io, isCi, UsageError } from './io.ts'
import { placed } from './placed.ts'
import { refuseLenient } from './refuse-lenient.ts'
import { momentOf, type ShowFolder, showFolders } from './shows.ts'
import { progressLine } from './terminal.ts'
import { name, version } from './version.ts'

export interface BuildFlags {
  /** Default: `public`. */
  readonly out?: string
  readonly baseUrl?: string
  /** Instead of the repository of the show. */
  readonly root?: string
  readonly asOf?: string
  readonly drafts?: boolean
  readonly audio: boolean
  readonly website?: boolean
  readonly link?: boolean
  readonly cache: boolean
  readonly allowPrivate?: boolean
  readonly accept?: readonly string[]
  readonly against?: string
  readonly lenient?: boolean
  readonly refresh?: boolean
  readonly scanRemote?: boolean
  readonly frozen?: boolean
  readonly check?: boolean
  readonly for?: string
  readonly strict?: boolean
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly reporter?: string
  readonly sort?: string
}

/** Rules and reporters are loaded when they are needed: of an unchanged show, or a good one, there is nothing to report. */
export const runBuild = async (
  asked: readonly string[],
  flags: BuildFlags,
  io: Io,
  commands: readonly CommandDefinition[],
): Promise<ExitCode> => {
  const shows = showFolders(asked, io, { commands })
  if (flags.refresh && flags.frozen)
    throw new UsageError('--refresh asks the network, and --frozen forbids it; leave one of them out')
  if (flags.reporter !== undefined) (await import('./reporting.ts')).reporterOf(flags, io)
  if (flags.scanRemote && flags.frozen)
    throw new UsageError('--scan-remote asks the network, and --frozen forbids it; leave one of them out')
  if (flags.sort !== undefined) (await import('./reporting.ts')).orderOf(flags.sort)
  const moment = momentOf(flags.asOf, flags.out !== undefined, io)
  const out = flags.out ?? defaultOut
  const progress = progressLine(io, flags.quiet ?? false)
  const targets = flags.for === undefined ? undefined : (await import('./reporting.ts')).targetsOf(flags.for)
  const accept =
    flags.accept === undefined ? [] : (await import('./engine.ts')).acceptedOf(flags.accept, shows.length)
  const limit = warningLimit(flags)
  const builds: Build[] = []
  const differences: Difference[] = []
  if (flags.against !== undefined && shows.length > 1)
    throw new UsageError('--against is about one show; name that one only')
  refuseLenient(flags)
  const allowPrivate = flags.allowPrivate ?? false
  const against =
    flags.against === undefined
      ? undefined
      : await (await import('./engine.ts')).stateAgainst(
          flags.against,
          { moment, allowPrivate, isLenient: flags.lenient, reporter: flags.reporter },
          io,
        )
  if (flags.against !== undefined && against === undefined) return 1

  for (const [i, folder] of shows.entries()) {
    const show = await placed(folder, io, { root: flags.root, withCache: flags.cache })
    const started = io.now()
    const alone = shows.length === 1
    const outFolder = alone ? out : `${out.replace(/\/+$/, '')}/${show.name}`
    const baseUrl = baseUrlOf(flags.baseUrl, show, alone)
    const options: BuildOptions = {
      ...show,
      ...moment,
      out: resolve(io.cwd, alone ? out : join(out, show.name)),
      outFolder,
      audio: flags.audio,
      website: flags.website,
      link: flags.link ?? false,
      drafts: flags.drafts ?? false,
      allowPrivate,
      against,
      onDifference: difference => differences.push(difference),
      targets,
      maxWarnings: limit,
      accept,
      again: againOf(io.args ?? [], {
        others: alone ? [] : asked.filter((_, other) => other !== i),
        words: alone
          ? []
          : [`--out ${quoted(outFolder)}`, ...(baseUrl ? [`--base-url ${quoted(baseUrl)}`] : [])],
      }),
      refresh: flags.refresh ?? false,
      scanRemote: flags.scanRemote ?? false,
      frozen: flags.frozen ?? false,
      check: flags.check ?? false,
      ci: isCi(io),
      baseUrl,
      generator: `${name} ${version}`,
      signal: io.signal,
      process: io.process,
    }
    const result = await buildShow(options, progress.show, io, flags.cache).finally(progress.clear)
    builds.push({ show, result, outFolder, milliseconds: io.now() - started })
  }

  if (differences.length > 0) await tellDifferences(differences, flags, io)
  await handOn(
    builds.map(({ result, outFolder }) => ({
      feed: result.feed && `${outFolder}/feed.xml`,
      episodes: result.feed?.episodes ?? result.episodes,
      diagnostics: result.diagnostics,
      due: result.due,
      isChanged: differences.length > 0 ? differences.some(isOtherwise) : (result.feed?.written ?? 0) > 0,
    })),
    io,
  )
  const isGood = builds.every(({ result }) => result.diagnostics.length === 0)
  // Other programs, and the page of a CI run, want their report all the same.
  const isSilent = isGood && flags.reporter === undefined && !io.env.GITHUB_STEP_SUMMARY
  const { code, output } = isSilent
    ? { code: 0 as const, output: io.stdout }
    : await report(builds, { flags, limit, io })
  if (!flags.quiet)
    for (const build of builds) output.write(flags.check ? checkedOf(build, limit) : summaryOf(build))
  return code
}

/** The command of one of the shows, with more options. Several have a part of the output each, and take `--accept` one at a time. */
const againOf =
  (
    given: readonly string[],
    { others, words }: { readonly others: readonly string[]; readonly words: readonly string[] },
  ) =>
  (more: string): string =>
    oursAgain(
      given.filter(word => !others.includes(word)),
      [...words, more].join(' '),
    )

/** For people in full, unless somebody else reads along; and on the page of the job. */
const tellDifferences = async (
  differences: readonly Difference[],
  { quiet, reporter }: BuildFlags,
  io: Io,
): Promise<void> => {
  const { differencePage, summariseDifference } = await import('./engine.ts')
  for (const difference of differences) {
    summariseDifference(difference, io)
    if (quiet || io.env.GITHUB_ACTIONS === 'true' || (reporter !== undefined && reporter !== 'pretty'))
      continue
    io.stderr.write(`${differencePage(difference, 'pretty', io.stderr, io.env)}\n`)
  }
}

const isOtherwise = ({ changes }: Difference): boolean => changes.length > 0

interface Build {
  readonly show: ShowFolder
  readonly result: BuildResult
  readonly outFolder: string
  readonly milliseconds: number
}

interface Reporting {
  readonly flags: BuildFlags
  readonly limit: number
  readonly io: Io
}

const report = async (
  builds: readonly Build[],
  { flags, limit, io }: Reporting,
): Promise<{ code: ExitCode; output: Io['stdout'] }> => {
  const { foundIn, isProduct, orderOf, printReport, reporterOf } = await import('./reporting.ts')
  const reporter = reporterOf(flags, io)
  const code = printReport(
    builds.map(({ show, result }) => foundIn(show, result)),
    {
      reporter,
      sort: orderOf(flags.sort),
      allRules: reporter.listsRules ? (await import('./engine.ts')).rulesById : undefined,
      quiet: flags.quiet ?? false,
      warningLimit: limit,
      hasOwnSummary: flags.reporter === undefined,
      isAskedForParties: flags.for !== undefined,
    },
    io,
  )
  return { code, output: isProduct(reporter) ? io.stderr : io.stdout }
}

/** Several shows under one address each get their own part of it. */
const baseUrlOf = (written: string | undefined, show: ShowFolder, alone: boolean): string | undefined => {
  if (written === undefined) return undefined
  checkBaseUrl(written)
  const base = hrefOf(written).replace(/(?<!\/)\/*$/, '/')
  return alone ? base : `${base}${encodeURIComponent(show.name)}/`
}

const summaryOf = ({ result: { feed, held }, outFolder, milliseconds }: Build): string =>
  feed === undefined
    ? ''
    : [
        summarise({ ...feed, show: feed.title, milliseconds, held, folder: outFolder }),
        ...comingLines({ ...feed, held }),
        ...draftLines({ ...feed, held }),
      ]
        .map(line => `${line}\n`)
        .join('')

const checkedOf = ({ result: { diagnostics }, outFolder }: Build, limit: number): string =>
  hasFailed(diagnostics, limit) ? '' : `${outFolder} is what a build would write\n`
