import { byPlace, countOf, type Diagnostic, type RuleLabel } from '../diagnostic.ts'
import { inRepository } from '../door/repository.ts'
import { fromRoot } from '../report/from-root.ts'
import { jobSummary, type Report, type Reporter, reporters, type ShowReport } from '../report/index.ts'
import { type Order, orders } from '../report/order.ts'
import { homeOf } from '../report/rule-address.ts'
import { masked, redacted } from '../units/credentials.ts'
import { nearest } from '../units/text.ts'
import { append } from '../write/append.ts'
import { hasFailed } from './failure.ts'
import { type ExitCode, type Io, UsageError } from './io.ts'
import { columnsOf, hasColour } from './terminal.ts'
import { name, published, version } from './version.ts'

export interface ReportFlags {
  readonly reporter?: string
  readonly quiet?: boolean
}

/** The reporter that was asked for; in a GitHub workflow its annotations, else for people. */
export const reporterOf = (flags: ReportFlags, io: Io): Reporter => {
  const wanted = flags.reporter ?? (io.env.GITHUB_ACTIONS === 'true' ? 'github' : 'pretty')
  const reporter = reporters.find(({ name }) => name === wanted)
  if (reporter !== undefined) return reporter
  const names = reporters.map(({ name }) => name)
  const near = nearest(wanted, names)
  throw new UsageError(
    `there is no reporter "${wanted}"; ${near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`}`,
  )
}

/** The order that was asked for. */
export const orderOf = (wanted: string | undefined): Order | undefined => {
  const order = orders.find(one => one === wanted)
  if (wanted !== undefined && order === undefined)
    throw new UsageError(`--sort takes ${orders.join(' or ')}, not "${wanted}"`)
  return order
}

/** Whether stdout belongs to the report alone. */
export const isProduct = (reporter: Reporter): boolean => reporter.goesTo === 'stdout'

/** The annotations are commands to the runner of a workflow. */
const isForPrograms = (reporter: Reporter): boolean => isProduct(reporter) || reporter.name === 'github'

/** What a run found out about one show. */
export interface Found {
  readonly report: ShowReport
  readonly diagnostics: readonly Diagnostic[]
  /** Those that occur. */
  readonly rules: readonly RuleLabel[]
  readonly files: readonly string[]
  /** Of files that were read already, or that cannot be read again. */
  readonly texts?: ReadonlyMap<string, string>
  /** The text of a file that messages name; undefined when it is none of these. */
  readonly read?: (file: string) => string | undefined
}

export interface Printing {
  readonly reporter: Reporter
  /** In which order people are told. */
  readonly sort?: Order | undefined
  /** For a reporter that lists them. */
  readonly allRules?: ReadonlyMap<string, RuleLabel> | undefined
  readonly quiet: boolean
  /** How many warnings a show may have. */
  readonly warningLimit: number
  /** A build has its own summary: nothing is printed for people when there is nothing to say, and nothing of the directories unless asked. */
  readonly hasOwnSummary: boolean
  readonly isAskedForParties?: boolean
}

/** Prints what was found in all shows, and gives the exit code that it comes to. */
export const printReport = (found: readonly Found[], printing: Printing, io: Io): ExitCode => {
  const { reporter, quiet, warningLimit } = printing
  const report = reportOf(found, printing.allRules)
  const overLimit = found.filter(one => countOf(one.diagnostics, 'warning') > warningLimit)
  if (report.diagnostics.length > 0 || !printing.hasOwnSummary || isProduct(reporter)) {
    const output = (isForPrograms(reporter) ? (io.verbatim ?? io) : io)[reporter.goesTo]
    const shown =
      printing.hasOwnSummary && !printing.isAskedForParties && reporter.name === 'pretty'
        ? withoutReadiness(report)
        : report
    const text = reporter.render(reporter.isFromRoot ? fromRoot(shown, inRepository(io.cwd)) : shown, {
      colour: hasColour(output, io.env),
      width: columnsOf(output, io.env, 100),
      quiet,
      program: io.program,
      sort: printing.sort,
      // With too many warnings, it is the warnings that fail the run.
      strict: overLimit.length > 0,
    })
    if (text !== '') output.write(text)
  }
  if (warningLimit > 0)
    for (const { report: show, diagnostics } of overLimit)
      io.stderr.write(
        `${name}: ${show.folder} has ${countOf(diagnostics, 'warning')} warnings, and --max-warnings lets ${warningLimit} pass\n`,
      )
  summariseJob(report, io)
  return found.some(one => hasFailed(one.diagnostics, warningLimit)) ? 1 : 0
}

const withoutReadiness = (report: Report): Report => ({
  ...report,
  shows: report.shows.map(show => ({ ...show, ready: {} })),
})

const reportOf = (found: readonly Found[], allRules: Printing['allRules']): Report => {
  const texts = new Map<string, string | undefined>(found.flatMap(one => [...(one.texts ?? [])]))
  const source = (file: string): string | undefined => {
    if (!texts.has(file)) texts.set(file, textIn(found, file))
    const text = texts.get(file)
    return text && masked(text)
  }
  return {
    diagnostics: found.flatMap(one => one.diagnostics).sort(byPlace),
    rules: allRules ?? new Map(found.flatMap(({ rules }) => rules.map(rule => [rule.id, rule]))),
    source,
    shows: found.map(({ report }) => ({ ...report, name: redacted(report.name) })),
    files: found.flatMap(one => one.files),
    tool: { name, version, home: homeOf(published) },
  }
}

const textIn = (found: readonly Found[], file: string): string | undefined => {
  for (const { read } of found) {
    const text = read?.(file)
    if (text !== undefined) return text
  }
  return undefined
}

/** A page under the run, where GitHub offers one. It is an extra: that it cannot be written fails nothing. */
const summariseJob = (report: Report, io: Io): void => {
  const path = io.env.GITHUB_STEP_SUMMARY
  if (path && !append(path, jobSummary(report)))
    io.stderr.write(`${name}: the job summary cannot be written\n`)
}
