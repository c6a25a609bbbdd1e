import { compareText, type Diagnostic, type Fix, type Place, type RuleLabel, ruleUrl } from '../diagnostic.ts'
import { usualSeverity } from '../targets.ts'
import { ours } from '../units/shell.ts'
import { safeJson } from './json.ts'
import { whoAsks } from './parties.ts'
import { type Report, type Reporter, reported } from './reporter.ts'
import { ruleAddress } from './rule-address.ts'
import { withMore } from './said-once.ts'
import { oneLine } from './wrap.ts'

// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
// The numbers at the functions are its sections.

/** GitHub resolves this to the root of the repository. */
const ROOT = '%SRCROOT%'

const isAbsoluteUri = (text: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(text)

/** Each segment encoded, so that no name can become a scheme, a query or a fragment. Lone surrogates cannot be encoded: U+FFFD. */
const encodedPath = (path: string): string =>
  path.toWellFormed().replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')

const encodedUri = (uri: string): string => {
  try {
    return new URL(uri).href
  } catch {
    return encodedPath(uri)
  }
}

/** 3.11.5, 3.11.6: `{0}` would be a placeholder and `[text](target)` a link, and the text may be a stranger's. */
const messageText = (text: string): string =>
  oneLine(text)
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replace(/\[(?=[^[\]]*\]\()/g, '\\[')

/** 3.4 */
const artifactLocation = (file: string) => {
  if (isAbsoluteUri(file)) return { uri: encodedUri(file) }
  if (/^(?:\/|[a-z]:[\\/])/i.test(file)) return { uri: `file:///${encodedPath(file.replace(/^\//, ''))}` }
  return { uri: encodedPath(file), uriBaseId: ROOT }
}

/** 3.30: lines and columns from 1, `endColumn` exclusive, in the run's `columnKind`. */
const region = ({ line, column, endColumn }: Place) =>
  line === undefined
    ? undefined
    : { startLine: line, startColumn: column, endColumn: column === undefined ? undefined : endColumn }

/** 3.28 */
const location = (place: Place, message?: string) => ({
  physicalLocation: { artifactLocation: artifactLocation(place.file), region: region(place) },
  message: message === undefined ? undefined : { text: messageText(message) },
})

/** 3.55 */
const fixShape = (fix: Fix) => ({
  description: { text: messageText(fix.title) },
  artifactChanges: [
    {
      artifactLocation: artifactLocation(fix.file),
      replacements: fix.edits.map(edit => ({
        deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
        insertedContent: edit.text === '' ? undefined : { text: edit.text },
      })),
    },
  ],
})

/** 3.27 */
const result = (d: Diagnostic, ruleIndex: number | undefined) => ({
  ruleId: d.rule,
  ruleIndex,
  level: d.severity,
  message: {
    text: [withMore(d).message, ...(d.help === undefined ? [] : [d.help])].map(messageText).join('\n'),
  },
  // 3.27.9
  occurrenceCount: d.more === undefined ? undefined : 1 + d.more,
  locations: [location(d.place)],
  relatedLocations: d.related?.map(({ place, message }, id) => ({ id, ...location(place, message) })),
  fixes: d.fix && d.fix.edits.length > 0 ? [fixShape(d.fix)] : undefined,
})

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** 3.49 */
const descriptor = (rule: RuleLabel, tool: Report['tool']) => {
  const asks = whoAsks(rule)
  const address = ruleAddress(ruleUrl(rule.id), tool)
  const help = [
    sentence(rule.why),
    asks === '' ? '' : sentence(asks),
    address === undefined ? `Run \`${ours(`explain ${rule.id}`)}\` for an example.` : '',
  ].filter(Boolean)
  return {
    id: rule.id,
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: sentence(rule.why) },
    help: {
      text: [...help, ...rule.specs].join('\n'),
      markdown: [...help, rule.specs.map(spec => `- <${spec}>`).join('\n')].filter(Boolean).join('\n\n'),
    },
    helpUri: address,
    defaultConfiguration: { level: usualSeverity(rule) },
  }
}

const log = (report: Report, diagnostics: readonly Diagnostic[]) => {
  const rules = [...report.rules.values()].sort((a, b) => compareText(a.id, b.id))
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            informationUri: report.tool.home,
            rules: rules.map(rule => descriptor(rule, report.tool)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [ROOT]: {
            description: {
              text: 'The root of the repository, or the folder that build-feed ran in where there is none.',
            },
          },
        },
        results: diagnostics.map(d => result(d, indexes.get(d.rule))),
      },
    ],
  }
}

/** For code scanning: GitHub, GitLab, Azure DevOps, editors. */
export const sarif: Reporter = {
  name: 'sarif',
  describes: 'SARIF 2.1.0, for code scanning',
  goesTo: 'stdout',
  listsRules: true,
  isFromRoot: true,
  render: (report, options) => safeJson(log(report, reported(report, options))),
}
