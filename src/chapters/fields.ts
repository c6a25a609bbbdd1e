/** The fields of one chapter, in JSON chapters or in front matter. */

import type { Chapter, Seconds } from '../model.ts'
import { parseNpt } from '../units/timestamp.ts'
import type { ChapterProblem } from './problem.ts'

export type FieldProblem = Pick<ChapterProblem, 'kind' | 'value'> & { readonly key: string }

export interface Fields {
  /** Undefined without a start that can be read. */
  readonly chapter?: Chapter
  readonly problems: readonly FieldProblem[]
}

/** `json`: types and keys as the specification has them. `front-matter`: all scalars may be text, and keys have other names too. */
export type Manner = 'json' | 'front-matter'

/** By what each field may be called: the name of the JSON format first. */
export const NAMES = {
  start: ['startTime', 'start', 'time'],
  end: ['endTime', 'end'],
  title: ['title', 'name'],
  url: ['url', 'href', 'link'],
  image: ['img', 'image'],
  toc: ['toc'],
  location: ['location'],
} as const satisfies Readonly<Record<keyof Chapter, readonly string[]>>
const JSON_KEYS = Object.values(NAMES).map(([first]) => first as string)
const ALL_KEYS = Object.values(NAMES).flatMap(names => names as readonly string[])
/** Value splits, in one sample of the namespace; no reader is known to use it. */
const TOLERATED = ['value']

type Written = Readonly<Record<string, unknown>>

export function readFields(written: Written, manner: Manner): Fields {
  const problems: FieldProblem[] = unknownKeys(written, manner)
  const strict = manner === 'json'
  const start = readTime(written, NAMES.start, strict, problems)
  const end = readTime(written, NAMES.end, strict, problems)
  const title = readTitle(written, strict, problems)
  const url = readText(written, NAMES.url, problems)
  const image = readText(written, NAMES.image, problems)
  const toc = readToc(written, strict, problems)
  const location = readLocation(written, problems)
  if (!NAMES.start.some(key => written[key] != null))
    problems.push({ kind: 'missing-key', key: NAMES.start[0] })
  if (start === undefined) return { problems }
  const chapter = { start, ...defined({ title, end, url, image, toc, location }) }
  return { chapter, problems }
}

type Optional = { readonly [Key in keyof Chapter]?: Chapter[Key] | undefined }

const defined = (fields: Optional): Partial<Chapter> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const unknownKeys = (written: Written, manner: Manner): FieldProblem[] =>
  Object.keys(written)
    .filter(key => !(manner === 'json' ? [...JSON_KEYS, ...TOLERATED] : ALL_KEYS).includes(key))
    .map(key => ({ kind: 'unknown-key', key }))

/** The first of the names that has a value; `null` is none. */
function pick(
  written: Written,
  names: readonly string[],
): readonly [key: string, value: unknown] | undefined {
  const key = names.find(name => Object.hasOwn(written, name) && written[name] != null)
  return key === undefined ? undefined : [key, written[key]]
}

function readTime(
  written: Written,
  names: readonly string[],
  strict: boolean,
  problems: FieldProblem[],
): Seconds | undefined {
  const [key, value] = pick(written, names) ?? []
  if (key === undefined) return undefined
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  const seconds = typeof value === 'string' ? parseNpt(value) : undefined
  if (seconds === undefined) problems.push({ kind: 'bad-time', key, value: shown(value) })
  else if (strict) problems.push({ kind: 'number-as-text', key, value: shown(value) })
  return seconds
}

const shown = (value: unknown): string =>
  (typeof value === 'object' ? (Array.isArray(value) ? 'a list' : 'a map') : String(value)).slice(0, 80)

function readText(written: Written, names: readonly string[], problems: FieldProblem[]): string | undefined {
  const [key, value] = pick(written, names) ?? []
  if (key === undefined) return undefined
  if (typeof value === 'string') return value.trim() || undefined
  problems.push({ kind: 'wrong-type', key, value: shown(value) })
  return undefined
}

/** A title that is a number is a number's digits: people have chapters called 1984. */
function readTitle(written: Written, strict: boolean, problems: FieldProblem[]): string | undefined {
  const [key, value] = pick(written, NAMES.title) ?? []
  if (key === undefined || typeof value !== 'number') return readText(written, NAMES.title, problems)
  if (strict) problems.push({ kind: 'wrong-type', key, value: shown(value) })
  return String(value)
}

function readToc(written: Written, strict: boolean, problems: FieldProblem[]): boolean | undefined {
  const [key, value] = pick(written, NAMES.toc) ?? []
  if (key === undefined || typeof value === 'boolean') return value as boolean | undefined
  const word = typeof value === 'string' ? value.trim().toLowerCase() : ''
  const known = ['true', 'yes', 'false', 'no'].includes(word)
  if (strict || !known) problems.push({ kind: 'wrong-type', key, value: shown(value) })
  return known ? word === 'true' || word === 'yes' : undefined
}

function readLocation(written: Written, problems: FieldProblem[]): Chapter['location'] | undefined {
  const [key, value] = pick(written, NAMES.location) ?? []
  if (key === undefined) return undefined
  if (typeof value !== 'object' || Array.isArray(value)) {
    problems.push({ kind: 'wrong-type', key, value: shown(value) })
    return undefined
  }
  const { name, geo, osm } = value as Written
  const missing = Object.entries({ name, geo }).filter(([, part]) => typeof part !== 'string' || !part)
  problems.push(...missing.map(([part]) => ({ kind: 'missing-key', key: `location.${part}` }) as const))
  if (missing.length) return undefined
  return { name: String(name), geo: String(geo), ...(typeof osm === 'string' && osm ? { osm } : {}) }
}
