import { resolve } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { readSource } from '../load/source.ts'
import { type Report, type Reporter, reporters, type ShowReport } from '../report/index.ts'
import { rulesById } from '../rules.ts'
import { type Io, UsageError } from './io.ts'
import { hasColour } from './terminal.ts'
import { name, version } from './version.ts'

export interface ReportFlags {
  readonly reporter?: string
  readonly quiet?: boolean
  readonly strict?: boolean
}

/** The reporter that was asked for; in a GitHub workflow its annotations, else for people. */
export const reporterOf = (flags: ReportFlags, io: Io): Reporter => {
  const wanted = flags.reporter ?? (io.env.GITHUB_ACTIONS === 'true' ? 'github' : 'pretty')
  const reporter = reporters.get(wanted)
  if (reporter === undefined)
    throw new UsageError(`there is no reporter "${wanted}"; there are ${[...reporters.keys()].join(', ')}`)
  return reporter
}

/** For programs, a report is the product and goes to stdout; for people it is a message and goes to stderr. */
const products = new Set(['json', 'sarif', 'junit'])

export const printReport = (
  diagnostics: readonly Diagnostic[],
  shows: readonly ShowReport[],
  files: readonly string[],
  reporter: Reporter,
  flags: ReportFlags,
  io: Io,
): void => {
  const sources = new Map<string, string | undefined>()
  const source = (file: string): string | undefined => {
    if (!sources.has(file)) sources.set(file, readSource(resolve(io.cwd, file)))
    return sources.get(file)
  }
  const report: Report = { diagnostics, rules: rulesById, source, shows, files, tool: { name, version } }
  const output = products.has(reporter.name) ? io.stdout : io.stderr
  const text = reporter.render(report, {
    colour: hasColour(output, io.env),
    width: output.isTerminal ? output.width : 100,
    quiet: flags.quiet ?? false,
    strict: flags.strict ?? false,
  })
  if (text !== '') output.write(text)
}
