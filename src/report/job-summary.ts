import type { Diagnostic, Severity } from '../diagnostic.ts'
import { jobSummaryRows } from '../limits.ts'
import { placeText } from './compact.ts'
import { counted, grouped, SEVERITIES, verdict } from './counts.ts'
import { plainMarkdown } from './markdown.ts'
import { type Readiness, readiness } from './parties.ts'
import type { Report, ShowReport } from './reporter.ts'
import { saidOnce } from './said-once.ts'

const SIGNS: Readonly<Record<Severity, string>> = { error: '❌ error', warning: '⚠️ warning', note: 'ℹ️ note' }

const state = ({ inTheWay }: Readiness): string =>
  inTheWay === 0 ? '✅ ready' : `❌ ${counted(inTheWay, 'thing')} in the way`

const table = (header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  const row = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`
  return [row(header), row(header.map(() => '---')), ...rows.map(row), '']
}

/** A row per show, a column per directory that any of them is meant for. */
const showTable = (shows: readonly ShowReport[]): readonly string[] => {
  if (shows.length === 0) return []
  const states = shows.map(show => new Map(readiness(show).map(one => [one.directory, state(one)])))
  const directories = [...new Set(states.flatMap(known => [...known.keys()]))]
  return table(
    ['Show', 'Episodes', ...directories],
    shows.map((show, index) => [
      plainMarkdown(show.name),
      grouped(show.episodes),
      ...directories.map(directory => states[index]?.get(directory) ?? ''),
    ]),
  )
}

const severest = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  SEVERITIES.flatMap(severity => diagnostics.filter(d => d.severity === severity))

const findingRow = (d: Diagnostic): readonly string[] => [
  SIGNS[d.severity],
  plainMarkdown(placeText(d.place)),
  [d.message, ...(d.help === undefined ? [] : [d.help])].map(text => plainMarkdown(text)).join('<br>'),
  plainMarkdown(d.rule),
]

/** What GITHUB_STEP_SUMMARY shows under a run: GitHub-flavoured Markdown, bounded, safe for a stranger's text. */
export const jobSummary = (report: Report): string => {
  const { diagnostics } = report
  const rest = diagnostics.length - jobSummaryRows
  return [
    '## build-feed',
    '',
    diagnostics.length === 0 ? 'No problems.' : verdict(diagnostics),
    '',
    ...showTable(report.shows),
    ...(diagnostics.length === 0
      ? []
      : table(
          ['', 'Place', 'Finding', 'Rule'],
          saidOnce(severest(diagnostics)).slice(0, jobSummaryRows).map(findingRow),
        )),
    ...(rest > 0 ? [`… and ${grouped(rest)} more: see the log of this step.`, ''] : []),
  ].join('\n')
}
