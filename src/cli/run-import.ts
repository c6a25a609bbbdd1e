import { resolve } from 'node:path'
import { labelsOf } from '../diagnostic.ts'
import { namesIn } from '../door/index.ts'
import type { Progress } from '../import/download/index.ts'
import { type ImportedShow, type ImportResult, importShow, type ShowFacts } from '../import/index.ts'
import { episodesText, lineText, mergeText, type ReportLine } from '../import/report-file.ts'
import { isProof, scoresText, verdictText } from '../import/verify/scores-text.ts'
import { isIgnored, lockName, reportName } from '../names.ts'
import { rulesById } from '../rules.ts'
import { defaultTargets } from '../targets.ts'
import { bytesText } from '../units/amount.ts'
import { redacted } from '../units/credentials.ts'
import { inFolder } from '../units/file-name.ts'
import { newCommand, ours } from '../units/shell.ts'
import { baseUrlProblem, checkBaseUrl } from './base-url.ts'
import { type CommandDefinition, notACommand } from './commands/command.ts'
import { pageReader, readFeedBytes } from './feeds.ts'
import { type ExitCode, hint, type Io, isCi, UsageError } from './io.ts'
import { lenientText } from './lenient.ts'
import { listedFiles } from './listed-files.ts'
import { printReport, reporterOf } from './print-report.ts'
import { compileLater, growSlowly } from './short-run.ts'
import { answerOf } from './show-answers.ts'
import { plainFolder, shownPath } from './shows.ts'
import { progressLine } from './terminal.ts'
import { name, version } from './version.ts'

export interface ImportFlags {
  readonly baseUrl?: string
  readonly lenient?: boolean
  readonly verify?: boolean
  readonly dryRun?: boolean
  readonly download?: boolean
  readonly keepUrls?: boolean
  readonly allowPrivate?: boolean
}

export const runImport = async (
  asked: string,
  target: string,
  flags: ImportFlags,
  io: Io,
  commands: readonly CommandDefinition[],
): Promise<ExitCode> => {
  checkBaseUrl(flags.baseUrl)
  if (flags.keepUrls && !flags.download)
    throw new UsageError(
      '--keep-urls says what becomes of recordings that are fetched; run it with --download',
    )
  const folder = plainFolder(target)
  const result = await imported(asked, folder, flags, io)
  switch (result.kind) {
    case 'unreadable': {
      const { file, diagnostics, text } = result
      const report = { name: file, folder: file, episodes: 0, ready: {} }
      const rules = labelsOf(diagnostics, rulesById, defaultTargets)
      const exit = printReport(
        [{ report, diagnostics, rules, files: [file], texts: new Map([[file, text]]) }],
        {
          reporter: reporterOf({}, io),
          quiet: false,
          warningLimit: Number.POSITIVE_INFINITY,
          hasOwnSummary: true,
        },
        io,
      )
      io.stderr.write(`${['Nothing was written.', lenientText([result])].filter(Boolean).join(' ')}\n`)
      return exit
    }
    case 'incomplete':
      throw new UsageError(
        `the feed goes on at ${redacted(result.url)}, and ${result.reason}; nothing was written`,
      )
    case 'not-empty':
      throw new UsageError(
        `${folder} is not empty: ${shownPath(io.cwd, result.path)} is there, and nothing in it says that it is the show of this feed; name an empty folder, one that does not exist yet, or the folder of this show with its ${lockName}`,
      )
    case 'taken':
      throw new UsageError(`${shownPath(io.cwd, result.path)} cannot be written: ${result.reason}`)
    case 'planned':
      for (const line of listedIn(folder, result.added)) io.stdout.write(`new      ${line}\n`)
      for (const line of listedIn(folder, result.updated)) io.stdout.write(`updated  ${line}\n`)
      io.stderr.write(plannedText(result))
      if (flags.verify)
        io.stderr.write('Nothing was compared: there is a new feed only once it is written.\n')
      return 0
    case 'imported':
      for (const paths of [result.added, result.updated])
        for (const line of listedIn(folder, paths)) io.stdout.write(`${line}\n`)
      io.stderr.write(summaryOf(result, folder, commands, io))
      if (flags.verify) io.stderr.write(provedText(result))
      return result.errors.length > 0 ||
        (result.downloads?.failed.length ?? 0) > 0 ||
        (flags.verify && !isProved(result))
        ? 1
        : 0
  }
}

const isProved = ({ verified }: ImportedShow): boolean => verified?.every(isProof) ?? false

const provedText = ({ verified, drafts }: ImportedShow): string =>
  verified === undefined
    ? '\nNot proved: the show cannot be built yet, so there is no new feed to compare with.\n'
    : `${scoresText(verified)}\n${verdictText(verified, drafts)}`

const listedIn = (folder: string, paths: readonly string[]): readonly string[] =>
  listedFiles(paths.map(path => inFolder(folder, path)))

/** Nothing here holds the feed once it has been handed on: it may have fifty megabytes. */
const imported = async (asked: string, folder: string, flags: ImportFlags, io: Io): Promise<ImportResult> => {
  compileLater()
  growSlowly()
  const { file, bytes, served } = await readFeedBytes(asked, flags.allowPrivate ?? false, io)
  const baseUrl = flags.baseUrl ?? (await askedBaseUrl(resolve(io.cwd, folder), flags, io))
  const progress = progressLine(io, false)
  const result = importShow({
    bytes,
    file,
    address: served?.url,
    readPage: served === undefined ? undefined : pageReader(flags.allowPrivate ?? false, io),
    location: resolve(io.cwd, folder),
    folder,
    baseUrl,
    isLenient: flags.lenient,
    isVerified: flags.verify,
    isDryRun: flags.dryRun,
    download: flags.download
      ? {
          keepsUrls: flags.keepUrls ?? false,
          allowPrivate: flags.allowPrivate ?? false,
          onProgress: now => progress.show(() => progressText(now, io.stderr.width)),
        }
      : undefined,
    now: io.now(),
    generator: `${name} ${version}`,
    processId: io.process.id,
    signal: io.signal,
  })
  return result.finally(progress.clear)
}

const headOf = (show: ShowFacts): string => {
  const { title, episodes, drafts } = show
  return `${title}: ${episodesText(episodes, drafts)}${changesOf(show)}${episodes === 0 ? '' : ', every guid kept'}.`
}

const changesOf = (show: ShowFacts): string => {
  const { merged } = show
  if (merged === undefined) return ''
  if (isAsItWas(show)) return ', nothing changed'
  return ` (${mergeText(merged)})`
}

/** Nothing of the show was written, or would be. */
const isAsItWas = ({ merged, added, updated }: ShowFacts): boolean =>
  merged !== undefined && [...added, ...updated].every(path => path === reportName)

const downloadText = ({ came, failed }: NonNullable<ImportedShow['downloads']>): readonly string[] => [
  `${came === 1 ? '1 file was' : `${came} files were`} fetched from the old host.`,
  ...listText('Not fetched; the same command goes on where it stopped:', failed),
]

/** Cut to the width of the terminal. */
const progressText = ({ done, of, path, bytes, ofBytes }: Progress, width: number): string =>
  `Fetching ${done + 1} of ${of}: ${path}, ${bytesText(bytes)}${ofBytes === undefined ? '' : ` of ${bytesText(ofBytes)}`}`.slice(
    0,
    width - 1,
  )

/** Nothing of it has happened yet. */
const plannedText = (show: ShowFacts): string =>
  [
    '',
    headOf(show),
    ...listText('Edited here, and otherwise in the feed; nothing would be written there:', show.differences),
    ...listText('To look at:', show.remarks),
    ...(show.toFetch.files === 0
      ? []
      : [
          `${show.toFetch.files} files would be fetched from the old host${show.toFetch.bytes === 0 ? '' : `; by the feed, the recordings have ${bytesText(show.toFetch.bytes)}`}.`,
        ]),
    isAsItWas(show) && show.toFetch.files === 0
      ? 'There is nothing to write.'
      : 'Nothing was written. To do it, run the same without `--dry-run`.',
    '',
  ].join('\n')

/** How often it is asked. */
const ATTEMPTS = 3

/** Undefined where nobody can be asked, or nobody knows yet; and where the show is there already, which knows it. */
const askedBaseUrl = async (
  location: string,
  { dryRun }: ImportFlags,
  io: Io,
): Promise<string | undefined> => {
  if (io.ask === undefined || isCi(io) || dryRun || namesIn(location).some(one => !isIgnored(one)))
    return undefined
  const question = 'Where will the new feed be served, such as https://show.example/? (Enter: not known yet) '
  for (let i = 0; i < ATTEMPTS; i++) {
    const answer = await io.ask(question)
    if (answer === undefined) return undefined
    const read = answerOf('site', answer)
    const site = read !== undefined && 'value' in read ? read.value : undefined
    const problem = site === undefined ? 'is not a full address' : baseUrlProblem(site)
    if (problem === undefined) return site
    io.stderr.write(`"${answer}" ${problem}.\n`)
  }
  return undefined
}

/** Of each kind that many are told here; the rest stands in the report. */
const TOLD = 5

const summaryOf = (
  show: ImportedShow,
  folder: string,
  commands: readonly CommandDefinition[],
  io: Io,
): string => {
  const { differences, downloads, remarks, inherited, errors, isPlaceholder } = show
  const build = folder === 'episodes' ? ours() : ours('', notACommand(folder, commands))
  return [
    '',
    headOf(show),
    ...listText('Edited here, and otherwise in the feed; nothing was written there:', differences),
    ...(downloads === undefined ? [] : downloadText(downloads)),
    ...listText(
      'Faults that were already published; they do not stop a build (feed.lock.json knows them):',
      inherited,
    ),
    ...listText('To look at:', [
      ...remarks,
      ...errors.map(({ place, message }) => ({ about: place.file, text: message })),
    ]),
    ...(show.added.includes(reportName)
      ? [`What became of each element of the feed: ${inFolder(folder, reportName)}`]
      : []),
    '',
    ...(isAsItWas(show) && !isPlaceholder
      ? []
      : [
          'Next:',
          isPlaceholder
            ? `  1. fill in \`baseUrl\` in ${inFolder(folder, 'show.md')}: where the new feed will be served`
            : `  1. look at ${inFolder(folder, 'show.md')}`,
          hint(`  2. ${afterLooking(show, folder, build)}`, io),
          '',
        ]),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}

/** A show without an episode cannot be built. */
const afterLooking = ({ isPublished, drafts }: ImportedShow, folder: string, build: string): string => {
  if (isPublished) return `run \`${build}\``
  return drafts === 0
    ? `make the first episode of a recording: \`${newCommand(folder, 'recording.mp3')}\``
    : `put the audio of a draft beside it and remove its \`draft: true\`, then run \`${build}\``
}

const listText = (head: string, lines: readonly ReportLine[]): readonly string[] =>
  lines.length === 0
    ? []
    : [
        '',
        head,
        ...lines.slice(0, TOLD).map(line => `  ${lineText(line)}`),
        ...(lines.length > TOLD ? [`  and ${lines.length - TOLD} more`] : []),
        '',
      ]
