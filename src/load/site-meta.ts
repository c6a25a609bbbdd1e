/** What the page of a site says, as an episode says it: each field in its form, and every finding at the user's own key. */

import { type Diagnostic, diagnose, type Edit, type Fix, type Place, type RuleWords } from '../diagnostic.ts'
import { fewOfEachRule } from '../few.ts'
import { locate, type Page, type Sourced } from '../mapping/index.ts'
import type { Entry } from '../project.ts'
import { readField, type Schema, type ValueProblem, wordsOf } from '../schema/index.ts'
import { nearest } from '../units/text.ts'
import { fixOf, scalarOf } from './edits.ts'
import { refusedValue } from './rules/index.ts'
import required from './rules/required.ts'

type Path = readonly (string | number)[]

interface Judging {
  readonly file: string
  readonly page: Page
  readonly sourced: Sourced
  /** The key of the site for one of ours, where there is but one. */
  readonly keyOf: (ours: string) => string | undefined
  readonly isUnread: (field: string) => boolean
  /** Adds a key of the site. */
  readonly insert: (key: string, value: string) => readonly Edit[] | undefined
}

interface Judged<Meta> extends Pick<Entry<Meta>, 'at' | 'fix'> {
  readonly meta: Partial<Meta>
  readonly diagnostics: readonly Diagnostic[]
}

export const judged = <Meta>(schema: Schema<Meta>, judging: Judging): Judged<Meta> => {
  const { file, sourced, isUnread } = judging
  const at = placesOf(judging)
  const fix = fixesOf(judging)
  const few = fewOfEachRule()
  const meta: Record<string, unknown> = {}
  const written = sourced.written as Readonly<Record<string, unknown>>
  for (const [key, value] of Object.entries(written)) {
    const result = readField(schema, key, value)
    if ('value' in result) meta[key] = result.value
    // Keys within a value that nobody asked for are the site's own.
    const problems = (result.problems ?? []).filter(({ unknownKey }) => unknownKey === undefined)
    for (const problem of problems)
      few.say(ruleOf(problem), file, () => refused(problem, { at, fix, judging, key }))
  }
  for (const field of meta.draft === true ? [] : schema.required)
    if (!Object.hasOwn(written, field) && !isUnread(field))
      few.say(required, file, () => missing(schema, field, { at, judging }))
  return { meta: meta as Partial<Meta>, at, fix, diagnostics: few.all() }
}

const ruleOf = ({ expected, missingKey }: ValueProblem): RuleWords =>
  missingKey === undefined ? refusedValue(expected) : required

interface Ways {
  readonly at: Entry<never>['at']
  readonly fix: Entry<never>['fix']
  readonly judging: Judging
  readonly key: string
}

const refused = (problem: ValueProblem, { at, fix, judging, key }: Ways): Diagnostic => {
  const { path, message, help, replacement } = problem
  const repair = replacement === undefined ? undefined : fix.replace(path, String(replacement))
  const own = judging.keyOf(key)
  const words = own === undefined || own === key ? message : inWordsOf(message, key, own)
  return diagnose(ruleOf(problem), {
    place: at(path),
    message: words,
    ...(help === undefined ? {} : { help }),
    ...(repair === undefined ? {} : { fix: repair }),
  })
}

/** A message that names our key names theirs. */
const inWordsOf = (message: string, key: string, own: string): string =>
  message.replace(`\`${key}\``, `\`${own}\``)

const missing = <Meta>(
  schema: Schema<Meta>,
  field: string,
  { at, judging }: Pick<Ways, 'at' | 'judging'>,
): Diagnostic => {
  const { page, keyOf, insert, file } = judging
  const { description, example } = wordsOf(schema, field)
  const own = keyOf(field)
  const near = own === undefined ? undefined : nearest(own, Object.keys(page.data))
  const what = description.split('. ', 1)[0]!.replace(/\.$/, '')
  const meant = `${what.charAt(0).toLowerCase()}${what.slice(1)}`
  const value = typeof example === 'string' || typeof example === 'number' ? scalarOf(example) : '…'
  const edits = own === undefined || field !== 'date' ? undefined : insert(own, dayIn(page) ?? '')
  const isSure = edits !== undefined && dayIn(page) !== undefined
  return diagnose(required, {
    place: near === undefined ? at([], 'key') : page.origin.at([near], 'key'),
    missing: field,
    message:
      own === undefined || own === field
        ? `\`${field}\` is missing: ${meant}`
        : `\`${own}\` is missing, which show.md maps to \`${field}\`: ${meant}`,
    help:
      near === undefined
        ? `Add \`${own ?? field}: ${value}\`.`
        : `Rename \`${near}\` to \`${own}\`, or map it in show.md.`,
    ...(isSure ? { fix: { file, title: `Add "${own}: ${dayIn(page)}"`, edits } } : {}),
  })
}

const dayIn = ({ path }: Page): string | undefined =>
  /(?:^|\/)(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)[^/]*$/.exec(path)?.[1]

const asPath = (path: string | Path): Path => (typeof path === 'string' ? [path] : path)

const placesOf =
  ({ sourced, page, keyOf }: Judging): Entry<never>['at'] =>
  (path = [], part = 'value'): Place => {
    const steps = asPath(path)
    if (steps.length === 0) return page.origin.at([], part)
    const located = locate(sourced, steps)
    if (located !== undefined && Object.hasOwn(sourced.written as object, steps[0]!))
      return located.origin.at(located.path, part)
    // It was not found: its key may be there all the same.
    const own = keyOf(String(steps[0]))
    return own !== undefined && Object.hasOwn(page.data, own)
      ? page.origin.at([own], 'key')
      : page.origin.at([], 'key')
  }

const fixesOf = ({ file, sourced, keyOf, insert }: Judging): Entry<never>['fix'] => {
  const within = (path: string | Path) => {
    const located = locate(sourced, asPath(path))
    return Object.hasOwn(sourced.written as object, asPath(path)[0] ?? '') ? located : undefined
  }
  return {
    replace: (path, value): Fix | undefined => {
      const located = within(path)
      return located?.origin.replace?.(located.path, value)
    },
    rename: () => undefined,
    remove: path => {
      const located = within(path)
      return located?.origin.remove?.(located.path)
    },
    insert: (key, value) => {
      const own = keyOf(key)
      return own === undefined ? undefined : fixOf(file, `Add "${own}"`, insert(own, value))
    },
  }
}
