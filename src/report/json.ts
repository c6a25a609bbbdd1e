import { type Counted, countOf, type Diagnostic, type Party, type Severity } from '../diagnostic.ts'
import { type Report, type Reporter, reported, type ShowReport } from './reporter.ts'
import { ruleAddress } from './rule-address.ts'

/**
 * What `--reporter json` prints: promised to programs, described by docs/report.schema.json.
 * Fields are only ever added; a field that changes its meaning or goes away raises `version`.
 * Lines and columns count from 1, columns and edit offsets are UTF-16 units, ends are exclusive, as in `Diagnostic`.
 */
export interface JsonReport {
  readonly version: 2
  readonly tool: { readonly name: string; readonly version: string }
  /** In places: those too that were only counted, see `more`. */
  readonly summary: Readonly<Record<`${Severity}s`, number>>
  readonly shows: readonly {
    readonly name: string
    readonly folder: string
    readonly episodes: number
    /** Per target. Nothing in the way means ready. */
    readonly ready: Readonly<Partial<Record<Party, JsonReadiness>>>
    /** With `--verbose`: the rules that judge a show, by their ids. */
    readonly checked?: Counted | undefined
  }[]
  /** By file, then by place: every place, up to 1,000 of one rule. */
  readonly diagnostics: readonly ReturnType<typeof diagnosticShape>[]
}

export interface JsonReadiness {
  /** How many things. */
  readonly inTheWay: number
  /** The same by rule. */
  readonly rules: Readonly<Record<string, number>>
}

const place = ({ file, line, column, endColumn }: Diagnostic['place']) => ({ file, line, column, endColumn })

/** Field by field, so that nothing enters the promised shape by accident. JSON.stringify drops what is undefined. */
const diagnosticShape = (d: Diagnostic, { tool }: Report) => ({
  rule: d.rule,
  severity: d.severity,
  place: place(d.place),
  message: d.message,
  help: d.help,
  fix: d.fix && {
    file: d.fix.file,
    title: d.fix.title,
    edits: d.fix.edits.map(({ start, end, text }) => ({ start, end, text })),
  },
  related: d.related?.map(related => ({ place: place(related.place), message: related.message })),
  // Absent as long as the program has no address: `build-feed explain <rule>` says the same.
  url: ruleAddress(d.url, tool),
  held: d.held,
  more: d.more,
})

const readinessShape = (rules: readonly string[]): JsonReadiness => {
  const counts: Record<string, number> = {}
  for (const rule of rules) counts[rule] = (counts[rule] ?? 0) + 1
  return { inTheWay: rules.length, rules: counts }
}

const showShape = ({ name, folder, episodes, ready, counted }: ShowReport) => ({
  name,
  folder,
  episodes,
  ready: Object.fromEntries(
    Object.entries<readonly string[]>(ready).map(([party, rules]) => [party, readinessShape(rules)]),
  ),
  checked: counted && { passed: counted.passed, found: counted.found, nothing: counted.nothing },
})

/** C1, bidi controls and separators: JSON may hold them, a terminal must not be moved by them. And `##[`, a command in the log of a workflow. */
const UNSAFE = /#(?=\[)|[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** JSON that is safe to print: what JSON.stringify leaves as it is and a terminal obeys is written as \uXXXX. */
export const safeJson = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2)}\n`.replace(
    UNSAFE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

export const json: Reporter = {
  name: 'json',
  describes: 'for programs, as docs/report.schema.json describes',
  goesTo: 'stdout',
  render: (report, options) => {
    const diagnostics = reported(report, options)
    const shape: JsonReport = {
      version: 2,
      tool: { name: report.tool.name, version: report.tool.version },
      summary: {
        errors: countOf(diagnostics, 'error'),
        warnings: countOf(diagnostics, 'warning'),
        notes: countOf(diagnostics, 'note'),
      },
      shows: report.shows.map(showShape),
      diagnostics: diagnostics.map(one => diagnosticShape(one, report)),
    }
    return safeJson(shape)
  },
}
