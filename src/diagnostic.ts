/** What a stage has to say to a person. Every message belongs to a rule with a permanent id. */

import { messageCharacters, quotedCharacters } from './limits.ts'
import {
  type Asking,
  askedOf,
  type Directory,
  type Severity,
  severityFor,
  type Targets,
  usualSeverity,
} from './targets.ts'
import { hasCredentials, redacted } from './units/credentials.ts'

export type { Always, AskedBy, Directory, Party, Reaction, Severity, Targets } from './targets.ts'
export { severityFor } from './targets.ts'

/** Why an episode is not in the feed: it is a draft, its time has not come, or there are newer ones than `limit` allows. */
export type Held = 'draft' | 'future' | 'limit'

/** A span of one file. `line` and `column` count from 1; columns are UTF-16 units; `endColumn` is exclusive. */
export interface Place {
  /** The path a person can open: relative to the working directory, with forward slashes. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endColumn?: number
}

/** Replaces the UTF-16 units `start` to `end` (exclusive) of a file's text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A repair that needs no judgement. The edits do not overlap. */
export interface Fix {
  readonly file: string
  /** Begins with a verb: `Rename the key to "title"`. */
  readonly title: string
  readonly edits: readonly Edit[]
}

/** What is wrong in one place, and what to do about it. */
export interface Finding {
  readonly place: Place
  /** What is, what was expected, why it matters. One sentence, no blame. */
  readonly message: string
  /** Begins with a verb and shows the right form. */
  readonly help?: string
  readonly fix?: Fix | undefined
  /** The field that is missing, so that nothing of it stands at the place. */
  readonly missing?: string
  readonly related?: readonly { readonly place: Place; readonly message: string }[]
}

/**
 * A show that shows a rule: files laid over a good show, as `{path: text}`.
 * In `show.md` and `001.md` a line `key: value` replaces or adds that key of the good show's front matter, and `- key` alone removes it;
 * `feed.xml` is laid over a good feed in the same way, an element a line: see tests/support/lay-feed.ts;
 * an address is what the web answers there: a recipe, `!status 404`, or `!redirect https://…`, and behind `; later ` what it answers
 * after the lock was built;
 * any other file stands whole. A text that begins with `!` is a recipe for bytes (see tests/support/recipe.ts).
 */
export type Example = Readonly<Record<string, string>>

/**
 * Whether a fault that was published before it was refused is let be: see check/inherit.ts. `never`: of identity and containment,
 * and where nothing could be built or played with it. `value`: as long as what it is about stays what it is. Names of fields: the
 * same, where it is about one of these.
 */
export type Inherits = 'never' | 'value' | readonly string[]

/** How severe it is follows from who asks: see targets.ts. */
export interface RuleWords extends Asking {
  /** `family/kebab-name`. Permanent: never renamed, never reused. */
  readonly id: string
  /** Default: never. */
  readonly inherits?: Inherits
  /**
   * The version of the lock that came with the refusal: what an older lock holds may have been published with the fault.
   * Default: there was no build without the refusal.
   */
  readonly refusedSince?: 2
  readonly title: string
  /** Why a podcaster should care, in a sentence or two. */
  readonly why: string
  /** Where it is written down: URLs. */
  readonly specs: readonly string[]
  /** What it finds is in the way at these directories, though a build goes on. */
  readonly keepsOut?: readonly Directory[]
  readonly example: {
    readonly bad: Example
    readonly good: Example
    /** Of a rule that says why a feed cannot show what it finds: a show without the fault that has the same feed, where the good one has another. */
    readonly sameFeed?: Example
  }
  /** What it answers of the rule book of the directories: see tests/rule-book.test.ts. */
  readonly covers?: readonly string[]
}

/** What a report says of a rule. */
export type RuleLabel = Pick<RuleWords, 'id' | 'title' | 'why' | 'specs' | 'always' | 'askedBy' | 'keepsOut'>

/** Of the rules that occur, and nothing but what a report says of them to those for whom the show is made: plain data. */
export const labelsOf = (
  diagnostics: readonly Diagnostic[],
  rules: ReadonlyMap<string, RuleWords>,
  targets: Targets,
): readonly RuleLabel[] =>
  [...new Set(diagnostics.map(({ rule }) => rule))].flatMap(id => {
    const rule = rules.get(id)
    if (rule === undefined) return []
    const { title, why, specs, always, askedBy, keepsOut } = rule
    return [
      {
        id,
        title,
        why,
        specs,
        ...(always && { always }),
        ...(askedBy && { askedBy: askedOf(askedBy, targets) }),
        ...(keepsOut && { keepsOut }),
      },
    ]
  })

/** A rule about a show: what stops a build has to say whether it may be inherited. */
export type ShowRuleWords = RuleWords &
  (
    | { readonly always: 'broken'; readonly inherits: Inherits }
    | { readonly always?: 'noticed' | 'advice'; readonly inherits?: Inherits }
  )

/** A finding, with the rule that it breaks and how severe that is. */
export interface Diagnostic extends Finding {
  readonly rule: string
  readonly severity: Severity
  readonly url: string
  /** Of an episode that is not in the feed: it stops nothing, or not yet. */
  readonly held?: Held
  /** How many more like it were found and are not listed: a report has at most a thousand of one rule. */
  readonly more?: number
  /** The words for many of its kind, where people are told once. */
  readonly together?: { readonly count: number; readonly message: string; readonly help: string }
}

/** Of the rules that judge a show, by their ids, what each came to. */
export interface Counted {
  readonly passed: readonly string[]
  readonly found: readonly string[]
  /** Those that had nothing to look at, by what the show does not have: `transcripts`, or the keys of fields. */
  readonly nothing: Readonly<Record<string, readonly string[]>>
}

/** What a stage gives back: what it could make, and all that it has to say. Nobody throws for a user's mistake. */
export interface Outcome<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

/** Where the rule is explained, relative to the package: derived from the id so that nobody can mistype it. */
export const ruleUrl = (id: string): string => `docs/rules.md#${id.replace('/', '')}`

/**
 * The only way to make a diagnostic: the rule gives identity and severity, the finding the place and the words. Whatever these
 * quote, no password of an address is in them. Whoever does not know yet whom the show is made for leaves the severity to `heard`.
 */
export const diagnose = (rule: RuleWords, finding: Finding, severity = usualSeverity(rule)): Diagnostic => ({
  ...spoken(finding),
  rule: rule.id,
  severity,
  url: ruleUrl(rule.id),
})

/** What it writes is printed by programs. Redacted it would be wrong, so it is not offered. */
const shownFix = (fix: Fix): Fix | undefined =>
  fix.edits.some(({ text }) => hasCredentials(text)) ? undefined : { ...fix, title: shown(fix.title) }

const spoken = (finding: Finding): Finding => ({
  ...finding,
  message: shown(finding.message),
  ...(finding.help === undefined ? {} : { help: shown(finding.help) }),
  ...(finding.fix === undefined ? {} : { fix: shownFix(finding.fix) }),
  ...(finding.related === undefined
    ? {}
    : { related: finding.related.map(one => ({ ...one, message: shown(one.message) })) }),
})

/** Redacted first: what was cut could not be told to be a password any more. */
const shown = (text: string): string => shortText(redacted(text))

/** A message shows what somebody wrote, and that may be a whole book. */
const shortText = (text: string): string => {
  if (text.length <= quotedCharacters) return text
  const brief = text.replace(/"([^"]+)"/g, (quote, inner: string) =>
    inner.length > quotedCharacters ? `"${inner.slice(0, quotedCharacters - 1).toWellFormed()}…"` : quote,
  )
  // What is quoted may hold quotes itself. The reason stands at the end.
  const half = messageCharacters / 2
  return brief.length > messageCharacters
    ? `${brief.slice(0, half).toWellFormed()} … ${brief.slice(-half).toWellFormed()}`
    : brief
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(d => d.severity === 'error')

/** Whether it stops a build, or will when the episode that it is about is to be published. */
export const isError = (
  { rule, severity }: Diagnostic,
  rules: ReadonlyMap<string, RuleWords>,
  targets: Targets,
): boolean => severity === 'error' || severityFor(rules.get(rule) ?? {}, targets) === 'error'

/** How many places they stand for: those that were counted and not made too. */
export const placesIn = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.reduce((sum, { more = 0 }) => sum + 1 + more, 0)

/** In places, see `placesIn`. */
export const countOf = (diagnostics: readonly Diagnostic[], severity: Severity): number =>
  placesIn(diagnostics.filter(d => d.severity === severity))

/** What was found before it was known whom the show is made for: what they do not ask for is left out, the rest is as severe as it is for them. */
export const heard =
  (targets: Targets, rules: ReadonlyMap<string, RuleWords>) =>
  (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
    diagnostics.flatMap(diagnostic => {
      const rule = rules.get(diagnostic.rule)
      const severity = rule === undefined ? diagnostic.severity : severityFor(rule, targets)
      return severity === undefined ? [] : [{ ...diagnostic, severity }]
    })

/** By file, then by place, then by rule: the order in which a person reads, whatever order the checks ran in. */
export const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  compareText(a.place.file, b.place.file) ||
  (a.place.line ?? 0) - (b.place.line ?? 0) ||
  (a.place.column ?? 0) - (b.place.column ?? 0) ||
  compareText(a.rule, b.rule) ||
  compareText(a.message, b.message)

/** Code unit order: the same on every machine, unlike localeCompare. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
