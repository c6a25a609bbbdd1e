import { type Counted, compareText, type Diagnostic, type RuleLabel } from '../diagnostic.ts'
import type { Order } from './order.ts'
import type { Ready } from './ready.ts'

/** What a run found out about one show. */
export interface ShowReport {
  readonly name: string
  /** The show folder as a person wrote it, e.g. `episodes`. */
  readonly folder: string
  readonly episodes: number
  /** Per target, the rule of each finding that is in the way. None: ready. */
  readonly ready: Ready
  /** Where it was asked for: what each rule came to. */
  readonly counted?: Counted
}

export interface Report {
  /** Sorted by `byPlace`. */
  readonly diagnostics: readonly Diagnostic[]
  /** Of every rule that occurs; where the reporter lists rules, of all there are. */
  readonly rules: ReadonlyMap<string, RuleLabel>
  /** The text of a file, for code frames; undefined for what is no text or cannot be had. */
  readonly source: (file: string) => string | undefined
  readonly shows: readonly ShowReport[]
  /** Every file that was checked, clean ones too: JUnit counts those as passed. */
  readonly files: readonly string[]
  readonly tool: {
    readonly name: 'build-feed'
    readonly version: string
    /** Where its files can be read on the web, ending in a slash, once it has an address. */
    readonly home?: string | undefined
  }
}

export interface ReporterOptions {
  /** ANSI colours. */
  readonly colour: boolean
  /** Terminal columns. */
  readonly width: number
  /** The words that started the program, as hints for people name it. Default: its name. */
  readonly program?: string | undefined
  /** In which order people are told. Default: by severity. */
  readonly sort?: Order | undefined
  /** Only what fails the run. */
  readonly quiet: boolean
  /** Warnings fail the run too, as `--strict` says. */
  readonly strict?: boolean
}

export interface Reporter {
  readonly name: string
  /** Who it is for, in a few words. */
  readonly describes: string
  /** For programs, a report is the product and has stdout for itself; for people it is a message and goes to stderr. */
  readonly goesTo: 'stdout' | 'stderr'
  /** Whether it names files from the root of the repository, and not from where the program ran. */
  readonly isFromRoot?: true
  /** Whether it lists all rules, and not only those that occur. */
  readonly listsRules?: true
  /** The whole report as text, ending in a newline unless it is empty. Pure; never throws. */
  readonly render: (report: Report, options: ReporterOptions) => string
}

/** The diagnostics that were asked for: with `quiet` only those that fail the run. */
export const reported = (report: Report, options: ReporterOptions): readonly Diagnostic[] =>
  options.quiet ? report.diagnostics.filter(d => fails(d, options)) : report.diagnostics

/** Whether a diagnostic makes the run fail. */
export const fails = (d: Diagnostic, options: ReporterOptions): boolean =>
  d.severity === 'error' || (options.strict === true && d.severity === 'warning')

/** The deepest show folder that holds a file; undefined for a file outside of all shows. */
export const showOf = (file: string, shows: readonly ShowReport[]): ShowReport | undefined =>
  shows
    .filter(show => show.folder === '.' || file === show.folder || file.startsWith(`${show.folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length || compareText(a.folder, b.folder))[0]
