import { resolve } from 'node:path'
import { labelsOf } from '../diagnostic.ts'
import { type ImportedShow, importShow } from '../import/index.ts'
import type { ReportLine } from '../import/report-file.ts'
import { isProof, scoresText } from '../import/verify/scores-text.ts'
import { rulesById } from '../rules.ts'
import { defaultTargets } from '../targets.ts'
import { redacted } from '../units/credentials.ts'
import { inFolder } from '../units/file-name.ts'
import { ours } from '../units/shell.ts'
import { isHttpUrl } from '../units/url.ts'
import { type CommandDefinition, notACommand } from './commands/command.ts'
import { readFeedBytes } from './feeds.ts'
import { type ExitCode, hint, type Io, UsageError } from './io.ts'
import { printReport, reporterOf } from './print-report.ts'
import { plainFolder, shownPath } from './shows.ts'
import { name, version } from './version.ts'

export interface ImportFlags {
  readonly baseUrl?: string
  readonly lenient?: boolean
  readonly verify?: boolean
  readonly allowPrivate?: boolean
}

export const runImport = async (
  asked: string,
  target: string,
  flags: ImportFlags,
  io: Io,
  commands: readonly CommandDefinition[],
): Promise<ExitCode> => {
  const { baseUrl } = flags
  if (baseUrl !== undefined && !isHttpUrl(baseUrl))
    throw new UsageError(`--base-url "${baseUrl}" is no full address; write https://show.example/`)
  const folder = plainFolder(target)
  const { file, bytes, served } = await readFeedBytes(asked, flags.allowPrivate ?? false, io)
  const result = await importShow({
    bytes,
    file,
    address: served?.url,
    readPage:
      served === undefined
        ? undefined
        : async url => {
            try {
              return await readFeedBytes(url, flags.allowPrivate ?? false, io)
            } catch (error) {
              if (error instanceof UsageError) return { problem: error.message }
              throw error
            }
          },
    location: resolve(io.cwd, folder),
    folder,
    baseUrl,
    isLenient: flags.lenient,
    isVerified: flags.verify,
    now: io.now(),
    generator: `${name} ${version}`,
    processId: io.process.id,
    signal: io.signal,
  })
  switch (result.kind) {
    case 'unreadable': {
      const { diagnostics, text } = result
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
      if (flags.lenient !== true)
        io.stderr.write(
          'Nothing was written. To read it as far as it can be understood, run it with `--lenient`.\n',
        )
      return exit
    }
    case 'incomplete':
      throw new UsageError(
        `the feed goes on at ${redacted(result.url)}, and ${result.reason}; nothing was written`,
      )
    case 'not-empty':
      throw new UsageError(
        `${folder} is not empty: ${shownPath(io.cwd, result.path)} is there; import writes a new show, so name an empty folder, or one that does not exist yet`,
      )
    case 'taken':
      throw new UsageError(`${shownPath(io.cwd, result.path)} cannot be written: ${result.reason}`)
    case 'imported':
      for (const path of result.files) io.stdout.write(`${inFolder(folder, path)}\n`)
      io.stderr.write(summaryOf(result, folder, commands, io))
      if (result.verified !== undefined) io.stderr.write(scoresText(result.verified))
      return result.errors.length > 0 || !(result.verified ?? []).every(isProof) ? 1 : 0
  }
}

/** Of each kind that many are told here; the rest stands in the report. */
const TOLD = 5

const summaryOf = (
  { title, episodes, drafts, remarks, inherited, errors, isPlaceholder }: ImportedShow,
  folder: string,
  commands: readonly CommandDefinition[],
  io: Io,
): string => {
  const build = folder === 'episodes' ? ours() : ours('', notACommand(folder, commands))
  const held = drafts === 0 ? '' : `, ${drafts === 1 ? '1 of them a draft' : `${drafts} of them drafts`}`
  return [
    '',
    `${title}: ${episodes} ${episodes === 1 ? 'episode' : 'episodes'}${held}, every guid kept.`,
    ...listText('Published with a fault, and let be (feed.lock.json knows them):', inherited),
    ...listText('To look at:', [
      ...remarks,
      ...errors.map(({ place, message }) => ({ about: place.file, text: message })),
    ]),
    `What became of each element of the feed stands in ${inFolder(folder, '_import-report.md')}.`,
    '',
    'Next:',
    ...(isPlaceholder
      ? [`  1. fill in \`baseUrl\` in ${inFolder(folder, 'show.md')}: where the new feed will be served`]
      : [`  1. look at ${inFolder(folder, 'show.md')}`]),
    hint(`  2. run \`${build}\``, io),
    '',
  ].join('\n')
}

const listText = (head: string, lines: readonly ReportLine[]): readonly string[] =>
  lines.length === 0
    ? []
    : [
        '',
        head,
        ...lines.slice(0, TOLD).map(({ about, text }) => `  ${about}: ${text}`),
        ...(lines.length > TOLD ? [`  and ${lines.length - TOLD} more`] : []),
        '',
      ]
