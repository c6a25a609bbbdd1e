import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts'
import { readField, type Schema, type ValueProblem } from '../schema/index.ts'
import { nearest } from '../units/text.ts'
import { quoteScalar, renameKey, replaceScalar } from './edits.ts'
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

/** Fields that are valid, and a diagnostic for every other thing that was written or left out. */
export const readMeta = <Meta>(
  schema: Schema<Meta>,
  source: Source,
): { meta: Partial<Meta>; diagnostics: Diagnostic[] } => {
  const { data } = source.matter
  const meta: Record<string, unknown> = {}
  const diagnostics: Diagnostic[] = []
  const meant = new Set<string>()

  for (const [key, written] of Object.entries(data)) {
    if (!Object.hasOwn(schema.fields, key)) {
      const near = nearest(
        key,
        Object.keys(schema.fields).filter(field => isEmpty(data[field])),
      )
      if (near !== undefined) meant.add(near)
      const where = `in ${schema.name === 'show' ? 'show.md' : 'an episode'}`
      diagnostics.push(misspelt(source, [key], { key, near, where, isRequired: isRequired(schema, near) }))
    } else if (!isEmpty(written)) {
      const result = readField(schema, key, written)
      if ('value' in result) meta[key] = result.value
      else diagnostics.push(...result.problems.map(problem => refused(source, problem)))
    }
  }
  for (const field of schema.required)
    if (isEmpty(data[field]) && !meant.has(field) && !source.matter.isUnread(field))
      diagnostics.push(missing(schema, source, field, Object.hasOwn(data, field)))

  return { meta: meta as Partial<Meta>, diagnostics }
}

const isRequired = <Meta>(schema: Schema<Meta>, field: string | undefined): boolean =>
  field !== undefined && (schema.required as readonly string[]).includes(field)

interface Misspelling {
  readonly key: string
  readonly near: string | undefined
  readonly where: string
  /** A required field that is misspelt is a required field that is missing: one finding, and an error. */
  readonly isRequired?: boolean
}

const misspelt = (source: Source, path: Path, { key, near, where, isRequired }: Misspelling): Diagnostic => {
  const edits = near === undefined ? undefined : renameKey(source.matter, path, near)
  const unknown = `"${key}" is not a key that is known ${where}`
  return diagnose(isRequired ? required : unknownKey, {
    place: source.at(path, 'key'),
    message: isRequired ? `${unknown}, and \`${near}\` is missing` : `${unknown}, so its value goes nowhere`,
    help:
      near === undefined
        ? 'Remove it, or see `build-feed schema` for the keys there are.'
        : `Rename it to \`${near}\`.`,
    ...(edits === undefined
      ? {}
      : { fix: { file: source.file, title: `Rename the key to "${near}"`, edits } }),
  })
}

const missing = <Meta>(schema: Schema<Meta>, source: Source, field: string, isThere: boolean): Diagnostic => {
  const { description = '', examples } = schema.fields[field]?.meta() ?? {}
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined
  return diagnose(required, {
    place: isThere ? source.at(field, 'key') : source.at(),
    message: `\`${field}\` is ${isThere ? 'empty' : 'missing'}: ${lowerFirst(description)}`,
    help:
      example === undefined
        ? `Add \`${field}: …\`.`
        : `Add \`${field}: ${typeof example === 'string' ? quoteScalar(example) : String(example)}\`.`,
  })
}

const lowerFirst = (sentence: string): string =>
  (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, '')

const refused = (source: Source, problem: ValueProblem): Diagnostic => {
  if (problem.unknownKey) {
    const { key, known } = problem.unknownKey
    return misspelt(source, problem.path, { key, near: nearest(key, known), where: 'here' })
  }
  const edits =
    problem.replacement === undefined
      ? undefined
      : replaceScalar(source.matter, problem.path, problem.replacement)
  return diagnose(refusedValue(problem.expected), {
    place: source.at(problem.path, problem.missingKey ? 'key' : 'value'),
    message: problem.message,
    ...(problem.help === undefined ? {} : { help: problem.help }),
    ...(edits === undefined
      ? {}
      : { fix: { file: source.file, title: `Write "${problem.replacement}"`, edits } }),
  })
}
