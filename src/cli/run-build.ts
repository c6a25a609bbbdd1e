import { join, resolve } from 'node:path'
import type { BuildOptions } from '../build.ts'
import { byPlace, type Diagnostic } from '../diagnostic.ts'
import type { ShowReport } from '../report/index.ts'
import { summarise } from '../report/summary.ts'
import type { Told } from '../told.ts'
import { buildShow } from './build-show.ts'
import type { BuildFlags } from './commands/build.ts'
import { exitCodeOf } from './exit-code.ts'
import { type Io, UsageError } from './io.ts'
import type { ExitCode } from './main.ts'
import { nowOf, type ShowFolder, showFolders } from './shows.ts'
import { progressLine } from './terminal.ts'
import { name, version } from './version.ts'

export const runBuild = async (asked: readonly string[], flags: BuildFlags, io: Io): Promise<ExitCode> => {
  const shows = showFolders(asked, io)
  // Reporters and rules are loaded when there is something to report.
  const loadReporter = async () => {
    const { reporterOf, printReport } = await import('./print-report.ts')
    return { reporter: reporterOf(flags, io), printReport }
  }
  if (flags.reporter !== undefined) await loadReporter()
  const now = nowOf(flags.asOf, io)
  const progress = progressLine(io, flags.quiet ?? false)
  const diagnostics: Diagnostic[] = []
  const reports: ShowReport[] = []
  const files: string[] = []
  const summaries: string[] = []

  for (const show of shows) {
    const started = io.now()
    const alone = shows.length === 1
    const outFolder = alone ? flags.out : `${flags.out.replace(/\/+$/, '')}/${show.name}`
    const options: BuildOptions = {
      ...show,
      now,
      out: resolve(io.cwd, alone ? flags.out : join(flags.out, show.name)),
      outFolder,
      audio: flags.audio,
      drafts: flags.drafts ?? false,
      strict: flags.strict ?? false,
      baseUrl: baseUrlOf(flags.baseUrl, show, alone),
      generator: `${name} ${version}`,
      process: io.process,
    }
    const built = await buildShow(options, progress.show, io, flags.cache)
    progress.clear()
    diagnostics.push(...built.diagnostics)
    files.push(...built.files)
    reports.push(reportOf(show, built))
    if (built.feed && !flags.quiet)
      summaries.push(summaryOf(built.feed, built, outFolder, io.now() - started))
  }

  // Of a good build the summary says enough; other programs want their report all the same.
  if (diagnostics.length > 0 || flags.reporter !== undefined) {
    const { reporter, printReport } = await loadReporter()
    printReport(diagnostics.sort(byPlace), reports, files, reporter, flags, io)
  }
  for (const summary of summaries) io.stdout.write(`${summary}\n`)
  return exitCodeOf(diagnostics, flags.strict ?? false)
}

/** Several shows under one address each get their own part of it. */
const baseUrlOf = (written: string | undefined, show: ShowFolder, alone: boolean): string | undefined => {
  if (written === undefined) return undefined
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written))
    throw new UsageError(`--base-url "${written}" is not a full URL; write https://show.example/`)
  const base = new URL(written).href.replace(/\/*$/, '/')
  return alone ? base : `${base}${encodeURIComponent(show.name)}/`
}

const reportOf = (show: ShowFolder, { feed, episodes, title }: Told): ShowReport => ({
  name: feed?.title ?? title ?? show.name,
  folder: show.folder,
  episodes,
  ready: {},
})

const summaryOf = (
  feed: NonNullable<Told['feed']>,
  { held }: Told,
  folder: string,
  milliseconds: number,
): string =>
  summarise({
    ...feed,
    show: feed.title,
    milliseconds,
    held,
    folder,
  })
