/** zod's only door: what may be written, and what it becomes. */

import type * as z from 'zod'
import { saysNothing } from '../units/blank.ts'
import { listed, nearest } from '../units/text.ts'
import { inYaml, isMap } from './flow.ts'
import { relabelled } from './relabelled.ts'
import type { Refusal } from './value.ts'

export type { Expected, Refusal, Written } from './value.ts'
export { listing, urlProblem } from './value.ts'

export interface Schema<Meta> {
  readonly name: 'show' | 'episode'
  readonly fields: Readonly<Record<string, z.ZodType>>
  readonly required: readonly (keyof Meta & string)[]
  /** Fields that a rule asks for, which says so itself where they are missing. */
  readonly asked: readonly (keyof Meta & string)[]
  /** Those that hide or end the show, or send its followers elsewhere: taken for what was meant only where that is plain. */
  readonly grave: readonly (keyof Meta & string)[]
}

/** What a field is, and how a value of it looks. */
export const wordsOf = <Meta>(
  schema: Schema<Meta>,
  field: string,
): { readonly description: string; readonly example: unknown } => {
  const type = schema.fields[field]
  return { description: type?.meta()?.description ?? '', example: exampleOf(type) }
}

/** The first example of a type, or of what it is made of: a value before it is transformed, an item of a list. */
export const exampleOf = (type: z.core.$ZodType | undefined): unknown => {
  if (type === undefined) return undefined
  const { examples } = (type as z.ZodType).meta() ?? {}
  if (Array.isArray(examples)) return examples[0]
  const { def } = (type as z.ZodType)._zod as { readonly def: z.core.$ZodTypeDef }
  const inner = def as {
    in?: z.core.$ZodType
    options?: readonly z.core.$ZodType[]
    element?: z.core.$ZodType
  }
  return exampleOf(inner.in ?? inner.options?.at(-1) ?? inner.element)
}

/** One mistake in one value. */
export interface ValueProblem extends Refusal {
  /** From the field inwards, as in `['persons', 1, 'name']`. */
  readonly path: readonly (string | number)[]
  /** The unknown key, where that is the mistake. */
  readonly unknownKey?: {
    readonly key: string
    readonly known: readonly string[]
    /** The key that was meant is one that has to be there. */
    readonly isRequired?: boolean
  }
  readonly missingKey?: string
  /** Text where a list was expected, and the like: the value as a whole is of another shape. */
  readonly shape?: true
  /** Of such a value: what it is, and what it may be. */
  readonly found?: string
  readonly mayBe?: readonly string[]
}

/** A field that was read: its value, or every problem of it, or both when the only mistake is a key that nobody knows. */
export type FieldReading =
  | { readonly value: unknown; readonly problems?: readonly ValueProblem[] }
  | { readonly problems: readonly ValueProblem[] }

/** Reads one field. Nothing is thrown. */
export const readField = <Meta>(schema: Schema<Meta>, field: string, written: unknown): FieldReading => {
  const type = schema.fields[field]
  if (type === undefined) return { problems: [] }
  const whole = withoutEmpty(written)
  const problems = problemsIn(type, field, whole)
  if ('value' in problems) return problems
  const unknown = problems.filter(problem => problem.unknownKey !== undefined)
  if (unknown.length === 0)
    return { problems: problems.map(problem => withForm(type, field, problem, whole)) }
  // A key that nobody knows is left out, and the rest of the map holds.
  const rest = problemsIn(type, field, without(whole, unknown))
  return 'value' in rest
    ? { value: rest.value, problems: unknown }
    : { problems: oneMistake(type, field, withMeant([...unknown, ...rest]), whole) }
}

/** A list in place of a map: the keys that were written as items, or else how the field looks. */
const withForm = (type: z.ZodType, field: string, problem: ValueProblem, whole: unknown): ValueProblem => {
  if (problem.shape !== true || problem.path.length > 1 || !Array.isArray(whole)) return problem
  const merged = whole.every(isMap) ? Object.fromEntries(whole.flatMap(Object.entries)) : undefined
  const isMeant = merged !== undefined && 'value' in problemsIn(type, field, merged)
  if (!isMeant && problem.expected !== 'map') return problem
  const form = inYaml(isMeant ? merged : exampleOf(type))
  if (form === undefined) return problem
  const line = `\`${field}: ${form}\``
  return { ...problem, help: isMeant ? `Write ${line}.` : `Write a map of keys, such as ${line}.` }
}

const oneMistake = (
  type: z.ZodType,
  field: string,
  problems: readonly ValueProblem[],
  whole: unknown,
): readonly ValueProblem[] => {
  // Of a list only this item: that a thousand are read a thousand times would take too long.
  const reads = (path: Path, value: unknown): boolean => {
    const alone = path.map(step => (typeof step === 'number' ? 0 : step))
    const read = problemsIn(type, field, aloneAt(whole, path.slice(1), value))
    return 'value' in read || !read.some(problem => alone.every((step, i) => problem.path[i] === step))
  }
  return relabelled(problems, whole, { reads, example: exampleOf(type) })
}

/** A copy with another value at a path, in lists of one item. */
const aloneAt = (whole: unknown, [step, ...rest]: Path, value: unknown): unknown => {
  if (step === undefined) return value
  const inner = aloneAt((whole as Readonly<Record<string | number, unknown>>)[step], rest, value)
  return typeof step === 'number' ? [inner] : { ...(whole as object), [step]: inner }
}

const problemsIn = (
  type: z.ZodType,
  field: string,
  written: unknown,
): { readonly value: unknown } | readonly ValueProblem[] => {
  const result = type.safeParse(written, { reportInput: true })
  return result.success
    ? { value: result.data }
    : result.error.issues.flatMap(issue => problemsOf(issue, [field], written))
}

/** A copy without the keys that are unknown; a path begins with the field itself. */
const without = (written: unknown, unknown: readonly ValueProblem[]): unknown => {
  const gone = new Set(unknown.map(({ path }) => keyOf(path.slice(1))))
  const within = (value: unknown, at: Path): unknown => {
    if (Array.isArray(value)) return value.map((item, i) => within(item, [...at, i]))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        gone.has(keyOf([...at, key])) ? [] : [[key, within(inner, [...at, key])]],
      ),
    )
  }
  return within(written, [])
}

/** An empty value says nothing: `role:` is the same as no role. */
const withoutEmpty = (written: unknown): unknown => {
  if (Array.isArray(written)) return written.map(withoutEmpty)
  if (typeof written !== 'object' || written === null) return written
  return Object.fromEntries(
    Object.entries(written).flatMap(([key, value]) =>
      saysNothing(value) ? [] : [[key, withoutEmpty(value)]],
    ),
  )
}

/** A missing key beside a misspelt one is one mistake: the misspelling. */
const withMeant = (problems: readonly ValueProblem[]): readonly ValueProblem[] => {
  const missing = new Set(problems.flatMap(({ path, missingKey }) => (missingKey ? [keyOf(path)] : [])))
  const meant = new Set<string>()
  const marked = problems.map(problem => {
    const { path, unknownKey } = problem
    const near = unknownKey && nearest(unknownKey.key, unknownKey.known)
    const target = near === undefined ? '' : keyOf([...path.slice(0, -1), near])
    if (!unknownKey || !missing.has(target)) return problem
    meant.add(target)
    return { ...problem, unknownKey: { ...unknownKey, isRequired: true } }
  })
  return marked.filter(({ path, missingKey }) => missingKey === undefined || !meant.has(keyOf(path)))
}

const keyOf = (path: Path): string => JSON.stringify(path)

type Issue = z.core.$ZodIssue
type Path = readonly (string | number)[]

const problemsOf = (issue: Issue, base: Path, written: unknown): ValueProblem[] => {
  const path = [...base, ...issue.path.filter(key => typeof key !== 'symbol')] as Path
  switch (issue.code) {
    case 'custom':
      return [{ path, ...(issue.params as Refusal) }]
    case 'unrecognized_keys':
      // The message is not words but the keys that are known: see `map` in shape.ts.
      return issue.keys.map(key => ({
        path: [...path, key],
        expected: 'map',
        message: `there is no field "${key}" here`,
        unknownKey: { key, known: issue.message.split(' ') },
      }))
    case 'invalid_union':
      return branchOf(issue, path)
    case 'invalid_type':
      return [wrongType(issue, path, written)]
    default:
      return [{ path, expected: 'text', message: issue.message }]
  }
}

/** Of a union's branches, the one that got furthest is the one that was meant. */
const branchOf = (issue: Issue & { code: 'invalid_union' }, path: Path): ValueProblem[] => {
  const branches = issue.errors.map(issues => issues.flatMap(inner => problemsOf(inner, path, inner.input)))
  const meant = branches.filter(
    problems => !problems.some(problem => problem.path.length === path.length && isShape(problem)),
  )
  return meant[0] ?? withEvery(branches) ?? branches[0] ?? []
}

/** Where the value has the shape of no branch: what it may be, all of them. */
const withEvery = (branches: readonly ValueProblem[][]): ValueProblem[] | undefined => {
  const first = branches.flatMap(problems => problems.find(isShape) ?? [])
  const shapes = new Set(first.flatMap(({ mayBe }) => mayBe ?? []))
  const [problem] = first
  if (problem?.found === undefined || shapes.size < 2) return undefined
  return [{ ...problem, mayBe: [...shapes], message: shapeMessage(problem.path, problem.found, [...shapes]) }]
}

const shapeMessage = (path: Path, found: string, mayBe: readonly string[]): string =>
  `${entryName(path)} is ${found}, but has to be ${listed(mayBe, 'or')}, so it cannot be used`

/** An item of a list has no name of its own. */
const entryName = (path: Path): string => {
  const key = path.at(-1)
  return typeof key === 'number'
    ? `entry ${key + 1} of \`${path.findLast(step => typeof step === 'string')}\``
    : `\`${key}\``
}

const isShape = (problem: ValueProblem): boolean =>
  problem.expected === 'list' || problem.expected === 'map' || problem.shape === true

const forms: Readonly<Partial<Record<ValueProblem['expected'], string>>> = {
  list: 'Write a list: one line each, beginning with `- `.',
  map: 'Write a map of keys, such as `{ name: Ada, email: ada@show.example }`.',
}
const article: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
}
const expectedOf: Readonly<Record<string, ValueProblem['expected']>> = {
  string: 'text',
  array: 'list',
  object: 'map',
  record: 'map',
}

const wrongType = (issue: Issue & { code: 'invalid_type' }, path: Path, written: unknown): ValueProblem => {
  const expected = expectedOf[issue.expected] ?? 'text'
  const key = path.at(-1)
  if (issue.input === undefined && path.length > 1)
    return { path, expected, message: `\`${key}\` is missing`, missingKey: String(key), shape: true }
  const found = Array.isArray(issue.input ?? written)
    ? 'a list'
    : typeof (issue.input ?? written) === 'string'
      ? 'text'
      : 'a map of keys'
  const mayBe = article[issue.expected] ?? issue.expected
  return {
    path,
    expected,
    message: shapeMessage(path, found, [mayBe]),
    help: forms[expected] ?? textHelp(path, issue.input ?? written),
    shape: true,
    found,
    mayBe: [mayBe],
  }
}

/** Of a short list, the text that was probably meant. JSON's quotes are YAML's. */
const textHelp = (path: Path, written: unknown): string => {
  const items: readonly unknown[] = Array.isArray(written) ? written : []
  // What else is in it may be a map without any methods, of which no text can be made.
  const texts = items.filter(item => typeof item === 'string')
  const text = texts.join(', ')
  const isPlain = texts.length === items.length && /^[^\p{C}`]{1,80}$/u.test(text)
  if (isPlain && texts.length > 0 && typeof path.at(-1) === 'number')
    return `Write ${listed(texts.map(one => `\`${one}\``))} without brackets of ${texts.length === 1 ? 'its' : 'their'} own.`
  if (path.length > 1 || !isPlain)
    return 'Write plain text; if it has to begin with a sign such as [ or {, put it in quotes.'
  const line = (value: string): string => `\`${path[0]}: ${JSON.stringify(value)}\``
  return `Write ${line(text)}, or ${line(`[${text}]`)} if the brackets belong to it.`
}

/** Every form in which a value may be written; all of them give a `W`. */
export type Form<W> = z.ZodType<W, unknown>
