import { resolve } from 'node:path'
import type { FixOptions } from '../fix.ts'
import type { MakeOptions } from '../make.ts'
import { isShowPath } from '../names.ts'
import type { BuildResult } from '../report/build-result.ts'
import { nameOf } from '../units/file-name.ts'
import type { CommandDefinition } from './commands/command.ts'
import { warningLimit } from './failure.ts'
import { handOn } from './hand-on.ts'
import { defaultOut, type ExitCode, type Io, isCi, UsageError } from './io.ts'
import { isFeed } from './is-feed.ts'
import { buildOf } from './named-show.ts'
import { isPicked, type PickedShow, pickedShows, refuseOfEpisode } from './picked-files.ts'
import { isShowFile, placed } from './placed.ts'
import type { Found } from './print-report.ts'
import {
  foundIn,
  foundInFiles,
  orderOf,
  printReport,
  progressLine as progressText,
  repairText,
  reporterOf,
  targetsOf,
} from './reporting.ts'
import { momentOf, type ShowFolder, showFolders } from './shows.ts'
import { standing } from './standing.ts'
import { progressLine } from './terminal.ts'
import { validateShow } from './validate-show.ts'
import { name, version } from './version.ts'

export interface ValidateFlags {
  readonly asOf?: string
  readonly fix?: boolean
  /** Instead of the repository of the show. */
  readonly root?: string
  readonly cache: boolean
  readonly allowPrivate?: boolean
  readonly refresh?: boolean
  readonly scanRemote?: boolean
  readonly accept?: readonly string[]
  readonly for?: string
  readonly strict?: boolean
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly reporter?: string
  readonly sort?: string
}

export const runValidate = async (
  asked: readonly string[],
  flags: ValidateFlags,
  io: Io,
  commands: readonly CommandDefinition[],
): Promise<ExitCode> => {
  const files = asked.filter(one => isPicked(one, io) && (isShowPath(nameOf(one)) || !isShowFile(one, io)))
  const named = asked.filter(one => !files.includes(one) && isShowFile(one, io))
  const feeds = asked.filter(one => ![...files, ...named].includes(one) && isFeed(one, io))
  const folders = asked.filter(one => !files.includes(one) && !feeds.includes(one))
  refuseOfEpisode(feeds, io)
  if (flags.fix && feeds.length > 0)
    throw new UsageError(
      `--fix repairs the files of a show, and ${feeds[0]} is a feed; repair what it is made from`,
    )
  const whole = asked.length > 0 && folders.length === 0 ? [] : showFolders(folders, io)
  const shows: readonly (ShowFolder | PickedShow)[] = [...whole, ...pickedShows(files, io)]
  const reporter = reporterOf(flags, io)
  const sort = orderOf(flags.sort)
  // Nothing is written, so a look at any day hurts nobody.
  const moment = momentOf(flags.asOf, true, io)
  const targets = targetsOf(flags.for)
  const accept =
    flags.accept === undefined ? [] : (await import('./engine.ts')).acceptedOf(flags.accept, shows.length)
  const limit = warningLimit(flags)
  const progress = progressLine(io, flags.quiet ?? false)
  const found: Found[] = []
  const due: (number | undefined)[] = []

  const allowPrivate = flags.allowPrivate ?? false
  const isCounted = flags.verbose ?? false
  // Where the show is the folder that a build is started in, this is inside of it.
  const out = resolve(io.cwd, defaultOut)
  for (const feed of feeds) {
    const { foundInFeed } = await import('./engine.ts')
    found.push(await foundInFeed(feed, { now: moment.now, targets, allowPrivate, isCounted }, io))
  }
  for (const asked of shows) {
    const show = await placed(asked, io, { root: flags.root, withCache: flags.cache })
    const options: MakeOptions & { readonly out: string } = {
      ...show,
      out,
      ...moment,
      targets,
      allowPrivate,
      accept,
      again: buildOf(show, commands),
      refresh: flags.refresh ?? false,
      scanRemote: flags.scanRemote ?? false,
      isCounted,
      ci: isCi(io),
      signal: io.signal,
      generator: `${name} ${version}`,
      onProgress: (done, of, file) =>
        progress.show(() => progressText({ verb: 'Measuring', done, of, name: file }, io.stderr.width - 1)),
    }
    const standingNow = () => (flags.cache ? standing(show, out, io) : undefined)
    const judged = flags.fix
      ? repaired({ ...options, standing: standingNow, process: io.process }, flags, io, progress.clear)
      : validateShow(options, io, flags.cache)
    const result = await judged.finally(progress.clear)
    due.push(result.due)
    found.push('only' in show ? foundInFiles(show, result) : foundIn(show, result))
  }

  await handOn(
    found.map(({ report: { episodes }, diagnostics }, i) => ({
      episodes,
      diagnostics,
      isChanged: false,
      due: due[i - feeds.length],
    })),
    io,
  )
  return printReport(
    found,
    {
      reporter,
      sort,
      allRules: reporter.listsRules ? (await import('./engine.ts')).rulesById : undefined,
      quiet: flags.quiet ?? false,
      warningLimit: limit,
      hasOwnSummary: false,
    },
    io,
  )
}

const repaired = async (
  options: FixOptions,
  flags: ValidateFlags,
  io: Io,
  clear: () => void,
): Promise<BuildResult> => {
  const { fix, resultOfRun } = await import('./engine.ts')
  const fixed = await fix(options)
  clear()
  if (!flags.quiet) io.stderr.write(repairText(fixed))
  return resultOfRun(fixed)
}
