/** Fields ↔ the elements of one parent: a channel, an item, a live item. */

import type { Element } from './element.ts'
import type { AnyField, Other, Owner } from './field.ts'
import type { ModelOf } from './models.ts'
import type { AnyOwned, Owned } from './owned.ts'
import { type Node, type Said, saysSomething } from './said.ts'

/** What a model says, in the order of the feed. */
export const writeFields = <Fields extends readonly AnyField[], O extends Owner>(
  { writing }: Owned<Fields, O>,
  model: ModelOf<Fields, O>,
): readonly Element[] => {
  const values = model as Readonly<Record<string, unknown>>
  const other: Other = ({ key }) => values[key] as never
  return writing.flatMap(({ field, element }) => {
    const value = values[field.key]
    return value === undefined ? [] : element.write!(value as never, other)
  })
}

export interface Reading {
  /** Whether elements that no directory reads any more count too, where no current one says anything. */
  readonly deprecated?: boolean
}

/** What the elements of a parent say of each field, by key: what somebody would have written. Not judged yet. */
export const readFields = (
  { rows }: AnyOwned,
  nodes: readonly Node[],
  { deprecated = false }: Reading = {},
): Readonly<Record<string, Said>> => {
  const byName = groupedByName(nodes)
  const said: Record<string, Said> = Object.create(null)
  for (const { field, element } of rows) {
    const its = byName.get(element.name)
    if (its === undefined || (element.isDeprecated && !deprecated)) continue
    const found = element.read?.(its)
    if (found !== undefined)
      said[field.key] = (element.isBeside ? besideOther : together)(said[field.key], found)
  }
  return said
}

export const groupedByName = (nodes: readonly Node[]): ReadonlyMap<string, readonly Node[]> => {
  const byName = new Map<string, Node[]>()
  for (const node of nodes) {
    const same = byName.get(node.name)
    if (same) same.push(node)
    else byName.set(node.name, [node])
  }
  return byName
}

/** Of elements that say the same field, the first that says something counts; several parts of a map complement each other. */
const together = (before: Said | undefined, found: Said): Said => {
  if (before === undefined || !saysSomething(before)) return found
  return 'map' in before && 'map' in found ? { ...before, map: { ...found.map, ...before.map } } : before
}

/** Both lists, each text once, whatever its capitals. */
const besideOther = (before: Said | undefined, found: Said): Said => {
  if (before === undefined || !('list' in before && 'list' in found)) return together(before, found)
  const known = new Set(before.list.map(textIn))
  return { ...before, list: [...before.list, ...found.list.filter(one => !known.has(textIn(one)))] }
}

const textIn = (said: Said): string | Said => ('text' in said ? said.text.toLowerCase() : said)
