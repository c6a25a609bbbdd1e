/** What a feed says twice where one counts: the field takes the one, and nobody would hear of the other. */

import type { Row } from './owned.ts'
import { type Node, type Said, saysSomething } from './said.ts'

export interface PassedOver {
  readonly node: Node
  /** The element that is read in its place: of the same name, or another one that says the same field. */
  readonly taken: Node
  /** The field that it would say. */
  readonly key: string
}

/** `meaningOf`: what a field comes to, so that what is only spelt otherwise is no loss. In the order of the elements of the table. */
export const passedOver = (
  rows: readonly Row[],
  nodes: ReadonlyMap<string, readonly Node[]>,
  meaningOf: (key: string, said: Said) => unknown,
): readonly PassedOver[] => {
  const current = rows.filter(({ element: { name, read } }) => read !== undefined && nodes.has(name))
  const found = [
    ...[...nodes].flatMap(([name, its]) =>
      its.length < 2
        ? []
        : repeated(
            current.filter(({ element }) => element.name === name),
            its,
            meaningOf,
          ),
    ),
    ...overruled(current, nodes, meaningOf),
  ]
  // One that is passed over twice, by its name and by its field, is told once.
  return [...new Map(found.map(one => [one.node, one])).values()]
}

type MeaningOf = Parameters<typeof passedOver>[2]

/** Of one name: it would be read if it stood alone, by a field that reads another one. */
const repeated = (
  rows: readonly Row[],
  its: readonly Node[],
  meaningOf: MeaningOf,
): readonly PassedOver[] => {
  const read = rows.flatMap(({ field: { key }, element }) => {
    const said = element.read!(its)
    return said === undefined ? [] : [{ key, element, said, nodes: nodesIn(said) }]
  })
  const isRead = new Set(read.flatMap(({ nodes }) => [...nodes]))
  const others = its.filter(node => !isRead.has(node))
  if (others.length === 0) return []
  const counting = read.map(({ key, element, said, nodes }) => ({
    key,
    element,
    meaning: meaningOf(key, said),
    taken: its.find(one => nodes.has(one)),
  }))
  return others.flatMap(node => {
    const loss = counting.find(({ key, element, meaning }) => {
      const alone = element.read!([node])
      return alone !== undefined && saysSomething(alone) && !isSame(meaningOf(key, alone), meaning)
    })
    return loss?.taken === undefined ? [] : [{ node, taken: loss.taken, key: loss.key }]
  })
}

/** Of another name: a single value that an element further up in the table says otherwise. What nobody reads any more may. */
const overruled = (
  rows: readonly Row[],
  nodes: ReadonlyMap<string, readonly Node[]>,
  meaningOf: MeaningOf,
): readonly PassedOver[] => {
  const first = new Map<string, Said>()
  return rows.flatMap(({ field: { key }, element }) => {
    const said = element.isDeprecated ? undefined : element.read!(nodes.get(element.name)!)
    if (said === undefined || !('text' in said) || !saysSomething(said)) return []
    const before = first.get(key)
    if (before === undefined) first.set(key, said)
    return before === undefined || isSame(meaningOf(key, before), meaningOf(key, said))
      ? []
      : [{ node: said.spot.node, taken: before.spot.node, key }]
  })
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const nodesIn = (said: Said): ReadonlySet<Node> => {
  if ('text' in said) return new Set([said.spot.node])
  const parts = 'list' in said ? said.list : Object.values(said.map)
  return new Set([said.spot.node, ...parts.flatMap(part => [...nodesIn(part)])])
}
