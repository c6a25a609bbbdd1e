import { join, resolve } from 'node:path'
import { type Built, build } from '../build.ts'
import type { Podcast } from '../model.ts'
import { progressLine as progressText, summarise } from '../report/index.ts'
import type { BuildFlags } from './commands/build.ts'
import { warningLimit } from './failure.ts'
import { foundIn } from './found-in.ts'
import { type Io, UsageError } from './io.ts'
import type { ExitCode } from './main.ts'
import { partiesOf } from './parties.ts'
import { type Found, isProduct, printReport, reporterOf } from './print-report.ts'
import { nowOf, type ShowFolder, showFolders } from './shows.ts'
import { progressLine } from './terminal.ts'
import { name, version } from './version.ts'

export const runBuild = async (asked: readonly string[], flags: BuildFlags, io: Io): Promise<ExitCode> => {
  const shows = showFolders(asked, io)
  const reporter = reporterOf(flags, io)
  const now = nowOf(flags.asOf, io)
  const progress = progressLine(io, flags.quiet ?? false)
  const parties = partiesOf(flags.for)
  const limit = warningLimit(flags)
  const found: Found[] = []
  const summaries: string[] = []

  for (const show of shows) {
    const started = io.now()
    const alone = shows.length === 1
    const outFolder = alone ? flags.out : `${flags.out.replace(/\/+$/, '')}/${show.name}`
    const built = await build({
      ...show,
      now,
      out: resolve(io.cwd, alone ? flags.out : join(flags.out, show.name)),
      outFolder,
      audio: flags.audio,
      drafts: flags.drafts ?? false,
      parties,
      maxWarnings: limit,
      baseUrl: baseUrlOf(flags.baseUrl, show, alone),
      generator: `${name} ${version}`,
      process: io.process,
      onProgress: (done, of, file) =>
        progress.show(progressText({ verb: 'Measuring', done, of, name: file }, io.stderr.width - 1)),
    })
    progress.clear()
    found.push(foundIn(show, built, parties))
    if (built.podcast && built.output && !flags.quiet)
      summaries.push(summaryOf(built.podcast, built, outFolder, io.now() - started))
  }

  // Of a good build the summary says enough; other programs want their report all the same.
  const isSilentWhenGood = flags.reporter === undefined
  const code = printReport(
    found,
    { reporter, quiet: flags.quiet ?? false, warningLimit: limit, isSilentWhenGood },
    io,
  )
  const output = isProduct(reporter) ? io.stderr : io.stdout
  for (const summary of summaries) output.write(`${summary}\n`)
  return code
}

/** Several shows under one address each get their own part of it. */
const baseUrlOf = (written: string | undefined, show: ShowFolder, alone: boolean): string | undefined => {
  if (written === undefined) return undefined
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written))
    throw new UsageError(`--base-url "${written}" is not a full URL; write https://show.example/`)
  const base = new URL(written).href.replace(/\/*$/, '/')
  return alone ? base : `${base}${encodeURIComponent(show.name)}/`
}

const summaryOf = (podcast: Podcast, built: Built, folder: string, milliseconds: number): string => {
  const episodes = podcast.releases.map(release => release.episode)
  const newest = podcast.show.pubDate
  return summarise({
    show: podcast.show.title,
    episodes: episodes.length,
    seconds: episodes.reduce((sum, episode) => sum + episode.duration, 0),
    ...(newest === undefined ? {} : { newest }),
    ...(built.zone === undefined ? {} : { timezone: built.zone }),
    bytes: episodes.reduce((sum, episode) => sum + episode.enclosure.length, 0),
    milliseconds,
    written: built.output?.written.length ?? 0,
    unchanged: built.output?.unchanged ?? 0,
    held: built.held,
    folder,
  })
}
