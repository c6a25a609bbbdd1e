import { type Diagnostic, diagnose, type Place, type RuleWords } from '../diagnostic.ts'
import { fewOfEachRule } from '../few.ts'
import { foreignMeaning } from '../fields/foreign-keys.ts'
import { table } from '../fields/index.ts'
import { isShowPath } from '../names.ts'
import { isMap } from '../schema/flow.ts'
import { readField, type Schema, type ValueProblem, wordsOf } from '../schema/index.ts'
import { saysNothing } from '../units/blank.ts'
import { once } from '../units/once.ts'
import { ours } from '../units/shell.ts'
import { isNearly, nearest } from '../units/text.ts'
import type { Blank } from './blank.ts'
import {
  insertEntry,
  quoteScalar,
  removeEntry,
  renameKey,
  replaceScalar,
  type Scalar,
  scalarOf,
} from './edits.ts'
import type { ForeignKey } from './foreign-keys.ts'
import type { FrontMatter, TextRange, WrittenMap } from './front-matter.ts'
import blankRule from './rules/blank.ts'
import { refusedValue } from './rules/index.ts'
import required from './rules/required.ts'
import unknownKey from './rules/unknown-key.ts'

type Path = readonly (string | number)[]

interface Source {
  readonly file: string
  readonly matter: FrontMatter
  /** What is in it, without what is blank. */
  readonly data: WrittenMap
  readonly blanks: readonly Blank[]
  readonly at: (path?: string | Path, part?: 'key' | 'value') => Place
  /** Where the file has what the data has at a path: see blank.ts. */
  readonly inFile: (path: Path) => Path
  readonly placeOf: (range: TextRange) => Place
}

/** An empty value says nothing: `title:` is the same as no title. */
const isEmpty = (written: unknown): boolean =>
  saysNothing(written) || (Array.isArray(written) && written.length === 0)

/** Fields that are valid, those that were meant by keys that nobody knows, and a diagnostic for every other thing that was written or left out. */
export const readMeta = <Meta>(
  schema: Schema<Meta>,
  source: Source,
): {
  meta: Partial<Meta>
  meant: readonly string[]
  diagnostics: readonly Diagnostic[]
  foreign: ForeignKey[]
} => {
  const { file, data } = source
  const meta: Record<string, unknown> = {}
  const few = fewOfEachRule()
  const foreign: ForeignKey[] = []
  const keys = keysOf(schema, data)

  for (const { path, kind } of source.blanks) few.say(blankRule, file, () => blank(source, path, kind))
  for (const [key, written] of Object.entries(data)) {
    if (!Object.hasOwn(schema.fields, key)) {
      const isEnough = few.isEnough(unknownKey, file)
      const meaning = meaningOf(schema, keys, key, isEnough)
      if (meaning.near !== undefined) keys.meant.add(meaning.near)
      const where = `in ${schema.name === 'show' ? 'show.md' : 'an episode'}`
      // One place in a file is enough: they are told together.
      const place = () => (foreign.length === 0 ? source.at([key], 'key') : { file })
      if (meaning.isForeign) foreign.push({ key, place: place() })
      else {
        const isNeeded = isRequired(schema, meaning.near)
        few.say(isNeeded ? required : unknownKey, file, () =>
          misspelt(source, [key], {
            key,
            where,
            ...meaning,
            isRequired: isNeeded,
            isGrave: isGrave(schema, meaning),
          }),
        )
      }
    } else if (!isEmpty(written)) {
      const result = readField(schema, key, written)
      if ('value' in result) meta[key] = result.value
      for (const problem of result.problems ?? [])
        few.say(ruleOf(problem), file, () => refused(source, problem))
    }
  }
  // A draft is not finished; what it lacks is asked for when it is.
  for (const field of meta.draft === true ? [] : schema.required)
    if (isEmpty(data[field]) && !keys.meant.has(field) && !source.matter.isUnread(field))
      few.say(required, file, () => missing(schema, source, field, Object.hasOwn(data, field)))

  return { meta: meta as Partial<Meta>, meant: [...keys.meant], diagnostics: few.all(), foreign }
}

/** The keys of a file, and those of the schema. */
interface Keys {
  readonly data: WrittenMap
  /** Fields that an unknown key has been taken for. */
  readonly meant: Set<string>
  /** Those of the file, however they are spelled. */
  readonly written: () => ReadonlySet<string>
  /** Those of the schema, by what they have in common with other spellings. */
  readonly fields: () => ReadonlyMap<string, string>
}

const keysOf = <Meta>(schema: Schema<Meta>, data: WrittenMap): Keys => ({
  data,
  meant: new Set(),
  written: once(() => new Set(Object.keys(data).map(fold))),
  fields: once(() => new Map(Object.keys(schema.fields).map(field => [fold(field), field]))),
})

const isRequired = <Meta>(schema: Schema<Meta>, field: string | undefined): boolean =>
  field !== undefined && ([...schema.required, ...schema.asked] as readonly string[]).includes(field)

/** Somebody has to look: a synonym apart, it would hide or end the show. */
const isGrave = <Meta>(schema: Schema<Meta>, { near, isSynonym = false }: Meaning): boolean =>
  !isSynonym && (schema.grave as readonly (string | undefined)[]).includes(near)

/** What an unknown key was meant to be, as far as that can be told. */
interface Meaning {
  readonly near?: string | undefined
  /** `near` is not a slip of the hand, but the word of another tool. */
  readonly isSynonym?: boolean
  readonly help?: string
  /** Of another program: right where it is. */
  readonly isForeign?: boolean
}

/** `isEnough`: it will only be counted, so that no field need be looked for that is spelled much like it. */
const meaningOf = <Meta>(
  schema: Schema<Meta>,
  { data, meant, written: spelled, fields }: Keys,
  key: string,
  isEnough: boolean,
): Meaning => {
  const written = data[key]
  const isFree = (field: string): boolean => isEmpty(data[field]) && !meant.has(field)
  const same = fields().get(fold(key))
  if (same !== undefined && isFree(same)) return { near: same }
  const synonym = foreignMeaning(table, schema.name, key, written)
  const field = synonym?.key
  if (field !== undefined && Object.hasOwn(schema.fields, field)) {
    // Both stand there: this one is for another program.
    if (!isEmpty(data[field]) || spelled().has(fold(field))) return { isForeign: true }
    const help = roleHelp(synonym?.role, written)
    if (help !== undefined) return { help }
    if (meant.has(field)) return { help: `Put what it says into \`${field}\` too.` }
    if ('value' in readField(schema, field, written)) return { near: field, isSynonym: true }
    if (typeof written !== 'string')
      return { help: `Write it as \`${field}\`: \`${ours(`schema ${schema.name}`)}\` shows its form.` }
  }
  if (synonym?.help !== undefined) return { help: synonym.help }
  if (synonym?.isForeign) return { isForeign: true }
  if (isEnough) return {}
  const isLikely = (field: string): boolean =>
    !(schema.grave as readonly string[]).includes(field) || isNearly(key, field)
  return { near: nearest(key, Object.keys(schema.fields).filter(isFree).filter(isLikely)) }
}

/** How to write people whose part is told by the key alone: without a role they would be hosts. */
const roleHelp = (role: string | undefined, written: unknown): string | undefined => {
  if (role === undefined) return undefined
  const people = Array.isArray(written) ? written : [written]
  const nameless = people.filter(one => !isMap(one) || saysNothing(one.role))
  if (nameless.length === 0) return undefined
  const [first] = nameless
  const name = isMap(first) ? first.name : first
  const shown = typeof name === 'string' && name.length <= 80 ? quoteScalar(name) : 'Ada Pier'
  const more = people.length > 1 ? ', …' : ''
  return `Write \`persons: [{ name: ${shown}, role: ${role} }${more}]\`: without a role it would be a host.`
}

const fold = (key: string): string => key.toLowerCase().replace(/[\s_-]+/g, '')

interface Misspelling extends Meaning {
  readonly key: string
  readonly where: string
  /** A required field that is misspelt is a required field that is missing: one finding, and an error. */
  readonly isRequired?: boolean
  /** Nothing that is done without being looked at. */
  readonly isGrave?: boolean
}

const misspelt = (
  source: Source,
  path: Path,
  { key, near, isSynonym, help, where, isRequired, isGrave = false }: Misspelling,
): Diagnostic => {
  const edits =
    near === undefined || isGrave ? undefined : renameKey(source.matter, source.inFile(path), near)
  const unknown = isSynonym
    ? `"${key}" is called \`${near}\` ${where}`
    : `there is no field "${key}" ${where}`
  return diagnose(isRequired ? required : unknownKey, {
    place: source.at(path, 'key'),
    message: isRequired ? `${unknown}, and \`${near}\` is missing` : `${unknown}, so its value is ignored`,
    help:
      help ??
      (near === undefined
        ? `Remove it; \`${ours(isShowPath(nameOf(source.file)) ? 'schema show' : 'schema episode')}\` has the keys there are.`
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
  const value = day ?? heading ?? (example as Scalar | undefined)
  return diagnose(required, {
    place: isThere ? source.at(field, 'key') : source.at(),
    missing: field,
    message: `\`${field}\` is ${isThere ? 'empty' : 'missing'}, and every ${schema.name === 'episode' ? 'episode' : 'show'} needs it: ${lowerFirst(description.split('. ', 1)[0]!)}`,
    help: `Add \`${field}: ${value === undefined ? '…' : scalarOf(value)}\`${day === undefined ? '' : ', the day in the name of the file'}.`,
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

const blank = (source: Source, path: Path, kind: Blank['kind']): Diagnostic => {
  const edits = removeEntry(source.matter, path)
  const [what, part] =
    kind === 'item'
      ? [`an item of \`${path.find(step => typeof step === 'string')}\``, 'item']
      : [`\`${path.at(-1)}\``, 'key']
  return diagnose(blankRule, {
    place: source.placeOf(source.matter.locate(path)),
    message: `${what} is empty (or holds only invisible characters), so it is left out`,
    help: `Write what was meant to be there, or remove the ${part}.`,
    ...(edits === undefined ? {} : { fix: { file: source.file, title: 'Remove the line', edits } }),
  })
}

/** An unknown key in a map may turn out to be one that has to be there: see `misspelt`. */
const ruleOf = ({ expected, unknownKey: unknown }: ValueProblem): RuleWords => {
  if (unknown === undefined) return refusedValue(expected)
  return unknown.isRequired ? required : unknownKey
}

const refused = (source: Source, problem: ValueProblem): Diagnostic => {
  if (problem.unknownKey) {
    const { key, known, isRequired = false } = problem.unknownKey
    return misspelt(source, problem.path, { key, near: nearest(key, known), where: 'here', isRequired })
  }
  const edits =
    problem.replacement === undefined
      ? undefined
      : replaceScalar(source.matter, source.inFile(problem.path), problem.replacement)
  return diagnose(ruleOf(problem), {
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
