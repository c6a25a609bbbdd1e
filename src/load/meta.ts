import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts'
import { isShowPath } from '../names.ts'
import { readField, type Schema, synonymOf, type ValueProblem, wordsOf } from '../schema/index.ts'
import { nearest } from '../units/text.ts'
import { insertEntry, quoteScalar, renameKey, replaceScalar } from './edits.ts'
import type { ForeignKey } from './foreign-keys.ts'
import type { FrontMatter } from './front-matter.ts'
import { refusedValue } from './rules/index.ts'
import required from './rules/required.ts'
import unknownKey from './rules/unknown-key.ts'

type Path = readonly (string | number)[]

interface Source {
  readonly file: string
  readonly matter: FrontMatter
  readonly at: (path?: string | Path, part?: 'key' | 'value') => Place
}

/** An empty value says nothing: `title:` is the same as no title. */
const isEmpty = (written: unknown): boolean =>
  written === undefined ||
  written === '' ||
  written === '~' ||
  written === 'null' ||
  (Array.isArray(written) && written.length === 0)

/** Fields that are valid, those that were meant by keys that nobody knows, and a diagnostic for every other thing that was written or left out. */
export const readMeta = <Meta>(
  schema: Schema<Meta>,
  source: Source,
): { meta: Partial<Meta>; meant: readonly string[]; diagnostics: Diagnostic[]; foreign: ForeignKey[] } => {
  const { data } = source.matter
  const meta: Record<string, unknown> = {}
  const diagnostics: Diagnostic[] = []
  const foreign: ForeignKey[] = []
  const meant = new Set<string>()

  for (const [key, written] of Object.entries(data)) {
    if (!Object.hasOwn(schema.fields, key)) {
      const meaning = meaningOf(schema, data, key, meant)
      if (meaning.near !== undefined) meant.add(meaning.near)
      const where = `in ${schema.name === 'show' ? 'show.md' : 'an episode'}`
      if (meaning.isForeign) foreign.push({ key, place: source.at([key], 'key') })
      else
        diagnostics.push(
          misspelt(source, [key], { key, where, ...meaning, isRequired: isRequired(schema, meaning.near) }),
        )
    } else if (!isEmpty(written)) {
      const result = readField(schema, key, written)
      if ('value' in result) meta[key] = result.value
      diagnostics.push(...(result.problems ?? []).map(problem => refused(source, problem)))
    }
  }
  // A draft is not finished; what it lacks is asked for when it is.
  for (const field of meta.draft === true ? [] : schema.required)
    if (isEmpty(data[field]) && !meant.has(field) && !source.matter.isUnread(field))
      diagnostics.push(missing(schema, source, field, Object.hasOwn(data, field)))

  return { meta: meta as Partial<Meta>, meant: [...meant], diagnostics, foreign }
}

const isRequired = <Meta>(schema: Schema<Meta>, field: string | undefined): boolean =>
  field !== undefined && ([...schema.required, ...schema.asked] as readonly string[]).includes(field)

/** What an unknown key was meant to be, as far as that can be told. */
interface Meaning {
  readonly near?: string | undefined
  /** `near` is not a slip of the hand, but the word of another tool. */
  readonly isSynonym?: boolean
  readonly help?: string
  /** Of another program: right where it is. */
  readonly isForeign?: boolean
}

const meaningOf = <Meta>(
  schema: Schema<Meta>,
  data: FrontMatter['data'],
  key: string,
  taken: ReadonlySet<string>,
): Meaning => {
  const written = data[key]
  const isFree = (field: string): boolean => isEmpty(data[field]) && !taken.has(field)
  const same = Object.keys(schema.fields).find(field => isSame(field, key))
  if (same !== undefined && isFree(same)) return { near: same }
  const synonym = synonymOf(schema.name, key, written)
  const field = synonym?.key
  if (field !== undefined && Object.hasOwn(schema.fields, field)) {
    // Both stand there: this one is for another program.
    if (!isEmpty(data[field]) || Object.keys(data).some(other => isSame(other, field)))
      return { isForeign: true }
    if (taken.has(field)) return { help: `Put what it says into \`${field}\` too.` }
    if ('value' in readField(schema, field, written)) return { near: field, isSynonym: true }
    if (typeof written !== 'string')
      return { help: `Write it as \`${field}\`: \`build-feed schema ${schema.name}\` shows its form.` }
  }
  if (synonym?.help !== undefined) return { help: synonym.help }
  if (synonym?.isForeign) return { isForeign: true }
  return { near: nearest(key, Object.keys(schema.fields).filter(isFree)) }
}

const isSame = (one: string, other: string): boolean => fold(one) === fold(other)

const fold = (key: string): string => key.toLowerCase().replace(/[\s_-]+/g, '')

interface Misspelling extends Meaning {
  readonly key: string
  readonly where: string
  /** A required field that is misspelt is a required field that is missing: one finding, and an error. */
  readonly isRequired?: boolean
}

const misspelt = (
  source: Source,
  path: Path,
  { key, near, isSynonym, help, where, isRequired }: Misspelling,
): Diagnostic => {
  const edits = near === undefined ? undefined : renameKey(source.matter, path, near)
  const unknown = isSynonym
    ? `"${key}" is called \`${near}\` ${where}`
    : `"${key}" is not a key that is known ${where}`
  return diagnose(isRequired ? required : unknownKey, {
    place: source.at(path, 'key'),
    message: isRequired ? `${unknown}, and \`${near}\` is missing` : `${unknown}, so its value goes nowhere`,
    help:
      help ??
      (near === undefined
        ? `Remove it; \`build-feed schema ${isShowPath(nameOf(source.file)) ? 'show' : 'episode'}\` has the keys there are.`
        : `Rename it to \`${near}\`.`),
    ...(edits === undefined
      ? {}
      : { fix: { file: source.file, title: `Rename the key to "${near}"`, edits } }),
  })
}

const missing = <Meta>(schema: Schema<Meta>, source: Source, field: string, isThere: boolean): Diagnostic => {
  const { description, example } = wordsOf(schema, field)
  const day = field === 'date' ? dayInName(source.file) : undefined
  const heading = field === 'title' && schema.name === 'episode' ? headingOf(source.matter.body) : undefined
  const edits = day === undefined || isThere ? undefined : insertEntry(source.matter, field, day)
  const value = day ?? heading ?? (example === undefined ? '…' : String(example))
  return diagnose(required, {
    place: isThere ? source.at(field, 'key') : source.at(),
    missing: field,
    message: `\`${field}\` is ${isThere ? 'empty' : 'missing'}: ${lowerFirst(description.split('. ', 1)[0]!)}`,
    help: `Add \`${field}: ${value === '…' ? value : quoteScalar(value)}\`${day === undefined ? '' : ', the day in the name of the file'}.`,
    ...(edits === undefined ? {} : { fix: { file: source.file, title: `Add "${field}: ${day}"`, edits } }),
  })
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1)

/** `2026-05-09-first-light.md`, as Jekyll names its posts. */
const dayInName = (file: string): string | undefined =>
  /(?:^|\/)(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)[^/]*$/.exec(file)?.[1]

/** The first line of the notes, where it is a heading. */
const headingOf = (body: string): string | undefined =>
  /^\s{0,100}#{1,2}[ \t]+(\S[^\r\n]{0,200})/.exec(body)?.[1]?.trim()

const lowerFirst = (sentence: string): string =>
  (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, '')

const refused = (source: Source, problem: ValueProblem): Diagnostic => {
  if (problem.unknownKey) {
    const { key, known, isRequired = false } = problem.unknownKey
    return misspelt(source, problem.path, { key, near: nearest(key, known), where: 'here', isRequired })
  }
  const edits =
    problem.replacement === undefined
      ? undefined
      : replaceScalar(source.matter, problem.path, problem.replacement)
  return diagnose(refusedValue(problem.expected), {
    place: source.at(problem.path, problem.missingKey ? 'key' : 'value'),
    message: problem.message,
    ...helpOf(problem),
    ...(edits === undefined
      ? {}
      : { fix: { file: source.file, title: `Write "${problem.replacement}"`, edits } }),
  })
}

const helpOf = ({ help, missingKey }: ValueProblem): { readonly help?: string } => {
  if (help !== undefined) return { help }
  return missingKey === undefined ? {} : { help: `Add \`${missingKey}: …\`.` }
}
