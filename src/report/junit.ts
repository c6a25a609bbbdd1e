import { compareText, type Diagnostic, placesIn } from '../diagnostic.ts'
import { compactLine } from './compact.ts'
import { counted } from './counts.ts'
import { fails, type Report, type Reporter, type ReporterOptions, reported, showOf } from './reporter.ts'
import { oneLine } from './wrap.ts'

/** Not in XML 1.0: https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const clean = (text: string): string => text.toWellFormed().replace(NOT_XML, '')
const attributeValue = (text: string): string =>
  withoutCommands(clean(text).replace(/[&<>"\t\n\r]/g, character => ENTITIES[character] ?? ''))
const content = (text: string): string =>
  withoutCommands(clean(text).replace(/[&<>\r]/g, character => ENTITIES[character] ?? ''))
/** What the log of a workflow would take for a command, as the same text. */
const withoutCommands = (escaped: string): string =>
  escaped.replaceAll('##[', '#&#35;[').replace(/^([^\S\n]*):(?=:)/gm, '$1&#58;')

const opening = (name: string, attributes: Readonly<Record<string, string | number | undefined>>): string =>
  [
    `<${name}`,
    ...Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}="${attributeValue(String(value))}"`),
  ].join(' ')

/** A file that was checked, and all that is to say about it. */
interface Case {
  readonly file: string
  /** These make it fail. */
  readonly failures: readonly Diagnostic[]
  readonly remarks: readonly Diagnostic[]
}

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

const grouped = <T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}

const casesOf = (report: Report, options: ReporterOptions): readonly Case[] => {
  const byFile = grouped(reported(report, options), d => d.place.file)
  return [...new Set([...report.files, ...byFile.keys()])].sort(compareText).map(file => {
    const diagnostics = byFile.get(file) ?? []
    return {
      file,
      failures: diagnostics.filter(d => fails(d, options)),
      remarks: diagnostics.filter(d => !fails(d, options)),
    }
  })
}

/** A suite per show; what belongs to none (a feed, a file outside) makes one of its own. */
const suitesOf = (report: Report, cases: readonly Case[]): readonly Suite[] => {
  const byFolder = grouped(cases, ({ file }) => showOf(file, report.shows)?.folder ?? '')
  const names = new Map(report.shows.map(show => [show.folder, show.name]))
  return [...byFolder].map(([folder, members]) => ({
    name: names.get(folder) ?? report.tool.name,
    cases: members,
  }))
}

const body = (diagnostics: readonly Diagnostic[]): string =>
  content(
    diagnostics
      .flatMap(d => [compactLine(d), ...(d.help === undefined ? [] : [`  help: ${oneLine(d.help)}`])])
      .join('\n'),
  )

/** One `failure` for all of a file: GitLab and Jenkins read the first one only. */
const failureOf = (failures: readonly Diagnostic[]): readonly string[] => {
  const [first] = failures
  if (first === undefined) return []
  const more = placesIn(failures) - 1
  const message = `${oneLine(first.message)}${more === 0 ? '' : ` (and ${counted(more, 'more', 'more')})`}`
  return [`      ${opening('failure', { message, type: first.rule })}>${body(failures)}</failure>`]
}

const caseLines = ({ file, failures, remarks }: Case, suite: string): readonly string[] => {
  const line = failures[0]?.place.line
  const start = `    ${opening('testcase', { name: oneLine(file), classname: oneLine(suite), file, line, time: 0 })}`
  const inner = [
    ...failureOf(failures),
    ...(remarks.length === 0 ? [] : [`      <system-out>${body(remarks)}</system-out>`]),
  ]
  return inner.length === 0 ? [`${start}/>`] : [`${start}>`, ...inner, '    </testcase>']
}

const totals = (cases: readonly Case[]) => ({
  tests: cases.length,
  failures: cases.filter(({ failures }) => failures.length > 0).length,
  errors: 0,
  skipped: 0,
  time: 0,
})

/** For CI servers: every file is a test, and a file without errors passes. https://github.com/testmoapp/junitxml */
export const junit: Reporter = {
  name: 'junit',
  describes: 'JUnit XML, for CI servers: every file is a test',
  goesTo: 'stdout',
  render: (report, options) => {
    const cases = casesOf(report, options)
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `${opening('testsuites', { name: report.tool.name, ...totals(cases) })}>`,
      ...suitesOf(report, cases).flatMap(suite => [
        `  ${opening('testsuite', { name: oneLine(suite.name), ...totals(suite.cases) })}>`,
        ...suite.cases.flatMap(one => caseLines(one, suite.name)),
        '  </testsuite>',
      ]),
      '</testsuites>',
      '',
    ].join('\n')
  },
}
