import { countOf, type Diagnostic, type Severity } from '../diagnostic.ts'
import { grouped } from '../units/amount.ts'
import type { Report } from './reporter.ts'

export { grouped }

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** `1 error`, `2 errors`. */
export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : nouns}`

/** `2 errors, 1 warning`: only what there is. */
export const tally = (diagnostics: readonly Diagnostic[]): string =>
  SEVERITIES.map(severity => [severity, countOf(diagnostics, severity)] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity))
    .join(', ')

/** `2 errors, 1 warning in 2 files.` */
export const verdict = (diagnostics: readonly Diagnostic[]): string => {
  const files = new Set(diagnostics.map(d => d.place.file)).size
  return `${tally(diagnostics)} in ${counted(files, 'file')}.`
}

/** What to say when nothing is reported: warnings that were not asked for are no problems, but they are there. */
export const nothingReported = (report: Report): string =>
  report.diagnostics.length === 0 ? 'No problems' : 'No errors'
