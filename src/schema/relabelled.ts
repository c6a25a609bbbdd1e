/**
 * A map whose keys are names of the user's own, where entries with fixed keys were expected: `{ apple: https://… }` for
 * `{ url: https://…, name: apple }`. That its key is unknown and another one missing is one mistake, and told as such.
 */

import { listed } from '../units/text.ts'
import { inYaml, isMap } from './flow.ts'
import type { ValueProblem } from './index.ts'

type Path = readonly (string | number)[]
type Entry = Readonly<Record<string, unknown>>

/** `reads`: whether the field takes this value at a path. `example`: of the whole field. */
export const relabelled = (
  problems: readonly ValueProblem[],
  whole: unknown,
  { reads, example }: { readonly reads: (path: Path, value: unknown) => boolean; readonly example: unknown },
): readonly ValueProblem[] => {
  const byMap = new Map<string, ValueProblem[]>()
  for (const problem of problems) {
    const at = JSON.stringify(problem.path.slice(0, -1))
    const others = byMap.get(at)
    if (others === undefined) byMap.set(at, [problem])
    else others.push(problem)
  }
  return [...byMap.values()].flatMap(ofMap => {
    const missing = ofMap.find(({ missingKey }) => missingKey !== undefined)
    const { known } = ofMap.find(({ unknownKey }) => unknownKey !== undefined)?.unknownKey ?? {}
    const at = ofMap[0]!.path.slice(0, -1)
    const map = valueAt(whole, at.slice(1))
    if (missing?.missingKey === undefined || known === undefined || !isMap(map)) return ofMap
    if (Object.keys(map).some(key => known.includes(key))) return ofMap
    const meant = formsOf(map, missing.missingKey, known).find(form => reads(at, form))
    const words = wordsOf(at, Object.keys(map), { missing: missing.missingKey, meant, example })
    return [{ path: at, expected: 'map', ...words }]
  })
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step],
    value,
  )

/** What may have been meant, the likeliest first: the key a name and the value what is missing, or the other way round. */
const formsOf = (map: Entry, missing: string, known: readonly string[]): readonly unknown[] => {
  const pairs = Object.entries(map).flatMap(([label, value]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).map(one => [label, one] as const),
  )
  const second = known.find(key => key !== missing)
  const named = (label: string): Entry =>
    missing !== 'name' && known.includes('name') ? { name: label } : {}
  const labelFirst = (label: string, value: unknown): Entry =>
    isMap(value) ? { [missing]: label, ...value } : { [missing]: label, ...(second && { [second]: value }) }
  const valueFirst = (label: string, value: unknown): Entry =>
    isMap(value) ? { ...value, ...named(label) } : { [missing]: value, ...named(label) }
  const ways = missing === 'name' ? [labelFirst] : [valueFirst, labelFirst]
  return ways
    .map(way => pairs.map(([label, value]) => way(label, value)))
    .map(entries => (entries.length === 1 ? entries[0] : entries))
}

interface Words {
  readonly missing: string
  readonly meant: unknown
  readonly example: unknown
}

const wordsOf = (at: Path, keys: readonly string[], { missing, meant, example }: Words) => {
  const names = listed(keys.slice(0, 3).map(key => `"${key}"`))
  const more = keys.length > 3 ? ' and others' : ''
  const field = at.findLast(step => typeof step === 'string')
  const written = meant === undefined ? undefined : inYaml(meant)
  const form =
    written === undefined
      ? `${at[0]}: ${inYaml(example) ?? '…'}`
      : `${typeof at.at(-1) === 'string' ? `${field}: ` : ''}${written}`
  return {
    message: `\`${missing}\` is missing, and ${names}${more} ${keys.length === 1 ? 'is no key' : 'are no keys'} of \`${field}\``,
    help: `Write ${written === undefined ? 'it like ' : ''}\`${form}\`.`,
  }
}
