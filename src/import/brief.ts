/**
 * What a feed says, as briefly as front matter can say it: short forms, and nothing that the show says already. A shorter form is
 * taken when the form of the field reads the same from it, and a key is left out when the episode comes to the same without it,
 * so no field need tell how it is shortened.
 */

import { table } from '../fields/index.ts'
import type { Written } from '../schema/index.ts'
import type { Writer } from '../table/table.ts'

export type Fields = Readonly<Record<string, Written>>

/** Of each field the shortest form. */
export const shortened = (owner: Writer, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, shortest(owner, key, value)]))

/** What fields come to. Equal results are the same text. */
export interface Outcome {
  readonly of: (key: string) => string | undefined
  /** Of all of them. */
  readonly all: () => string | undefined
}

/** Without the keys that make no difference. */
export const withoutNeedless = (
  fields: Fields,
  keys: readonly string[],
  outcomeOf: (fields: Fields) => Outcome,
): Fields => {
  const whole = outcomeOf(fields)
  let kept = fields
  for (const key of keys) {
    if (!Object.hasOwn(fields, key)) continue
    const { [key]: _, ...rest } = kept
    const without = outcomeOf(rest)
    // Most keys make a difference, and it shows in what they come to themselves.
    if (without.of(key) === whole.of(key) && without.all() === whole.all()) kept = rest
  }
  return kept
}

const shortest = (owner: Writer, key: string, value: Written): Written => {
  if (typeof value === 'string') return value
  const wanted = readingOf(owner, key, value)
  if (wanted === undefined) return value
  const isSame = (candidate: Written): boolean => readingOf(owner, key, candidate) === wanted
  if (!Array.isArray(value)) return briefMap(value as Fields, isSame)
  const list = value.map(one => {
    if (typeof one === 'string' || Array.isArray(one)) return one
    const alone = readingOf(owner, key, [one])
    return briefMap(one as Fields, candidate => readingOf(owner, key, [candidate]) === alone)
  })
  const [only] = list
  const brief = isSame(list) ? list : value
  return list.length === 1 && only !== undefined && isSame(only) ? only : brief
}

/** Without the parts that go without saying; and where one is left, that alone, if it can stand so. */
const briefMap = (map: Fields, isSame: (candidate: Written) => boolean): Written => {
  let kept = map
  for (const key of Object.keys(map)) {
    const { [key]: _, ...rest } = kept
    if (Object.keys(rest).length > 0 && isSame(rest)) kept = rest
  }
  const [only, another] = Object.values(kept)
  const line = typeof only === 'string' && typeof another === 'string' ? `${only} > ${another}` : only
  return Object.keys(kept).length < 3 && typeof line === 'string' && isSame(line) ? line : kept
}

const readingOf = (owner: Writer, key: string, value: Written): string | undefined => {
  const { written, problems } = table.accept(owner, { [key]: value })
  return problems.length > 0 ? undefined : JSON.stringify((written as Readonly<Record<string, unknown>>)[key])
}
