import { countOf, type Diagnostic, type Severity } from '../diagnostic.ts'
import { withoutCommands } from '../units/workflow-log.ts'
import { visible } from './cells.ts'
import { compactLine } from './compact.ts'
import { counted, nothingReported, SEVERITIES, verdict } from './counts.ts'
import { readiness, readinessText } from './parties.ts'
import { type Reporter, reported, type ShowReport } from './reporter.ts'
import { oneLine } from './wrap.ts'

/**
 * GitHub shows so many annotations of one kind for one step and drops the rest without a word.
 * https://docs.github.com/en/actions/reference/limits
 */
const SHOWN_MAX = 10

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/** As the runner unescapes them: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escapedData = (text: string): string =>
  lineBreaks(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
/** Every line made safe for a log, and kept apart. */
const lineBreaks = (text: string): string =>
  text
    .split(/(\r\n|\r|\n)/)
    .map((part, i) => (i % 2 === 1 ? part : visible(part)))
    .join('')
const escapedProperty = (text: string): string =>
  escapedData(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** The title of the rule, where its words are known: GitHub shows it in bold. */
const annotation = (d: Diagnostic, title: string): string => {
  const { line, column, endColumn } = d.place
  const properties = {
    file: d.place.file,
    line,
    endLine: line,
    col: line === undefined ? undefined : column,
    endColumn: line === undefined ? undefined : endColumn,
    title: oneLine(title),
  }
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapedProperty(String(value))}`)
  const help = d.help === undefined ? '' : `\nhelp: ${oneLine(d.help)}`
  return `::${COMMANDS[d.severity]} ${written.join(',')}::${escapedData(`${oneLine(d.message)}${help}`)}`
}

/** Severest first, and every rule once before any rule twice: ten of one kind must not hide the others. */
const mostTelling = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const counts = new Map<string, number>()
  return diagnostics
    .map((d, index) => {
      const nth = counts.get(d.rule) ?? 0
      counts.set(d.rule, nth + 1)
      return { d, index, nth, rank: SEVERITIES.indexOf(d.severity) }
    })
    .sort((a, b) => a.rank - b.rank || a.nth - b.nth || a.index - b.index)
    .map(({ d }) => d)
}

const dropped = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  SEVERITIES.map(severity => [severity, countOf(diagnostics, severity)] as const)
    .filter(([, count]) => count > SHOWN_MAX)
    .map(
      ([severity, count]) =>
        `GitHub shows ${SHOWN_MAX} of ${counted(count, severity)} as annotations. All of them are listed above.`,
    )

const showLine = (show: ShowReport): string =>
  [oneLine(show.name), ...readiness(show).map(readinessText)].join(' · ')

/** Annotations on the lines of a pull request, and a log that a person can read. */
export const github: Reporter = {
  name: 'github',
  describes: 'annotations in GitHub Actions',
  goesTo: 'stderr',
  isFromRoot: true,
  render: (report, options) => {
    const diagnostics = reported(report, options)
    const shows = report.shows.map(showLine).map(withoutCommands)
    if (diagnostics.length === 0) return [`${nothingReported(report)}.`, ...shows, ''].join('\n')
    return [
      ...mostTelling(diagnostics).map(d =>
        annotation(d, `${report.rules.get(d.rule)?.title ?? d.rule} (${d.rule})`),
      ),
      '::group::All findings, by file',
      ...diagnostics.map(compactLine).map(withoutCommands),
      '::endgroup::',
      verdict(diagnostics),
      ...dropped(diagnostics),
      ...shows,
      '',
    ].join('\n')
  },
}
