/** What of a feed is not taken over, and why: told to who imports it, and counted in the report, from one list. */

import type { FeedNode } from '../feed/feed-elements.ts'
import { table } from '../fields/index.ts'
import type { Node, Said, Spot } from '../table/said.ts'
import type { Writer } from '../table/table.ts'
import type { DraftReason } from './compose.ts'
import { extrasOf } from './extra.ts'

export interface LeftOut {
  /** The element of the channel or the item that says it. */
  readonly node: Node
  /** What of it, where the rest is taken over: `enclosure@length`. */
  readonly part?: string
  readonly reason: string
  /** How somebody is told of it: `<itunes:explicit>`. Undefined for what need not be told, or is told in other words. */
  readonly told?: string
}

interface Problem {
  readonly spot: Spot
  readonly message: string
}

/** `said`: what the fields have taken of these elements; `problems`: what they could not take. */
export const leftOutOf = (
  nodes: readonly FeedNode[],
  said: Readonly<Record<string, Said>>,
  problems: readonly Problem[],
): readonly LeftOut[] => {
  const spots = new Set(Object.values(said).flatMap(spotsOf))
  const isTaken = (node: Node): boolean => spots.has(node) || node.children.some(isTaken)
  const outermost = problems.length === 0 ? new Map<Node, Node>() : outermostOf(nodes)
  const refused = problems.map(problem => {
    const node = outermost.get(problem.spot.node) ?? problem.spot.node
    return refusedBy(problem, node, isTaken(node))
  })
  const all = new Set(refused.map(({ node }) => node))
  const taken = new Set(nodes.filter(isTaken).map(kindOf))
  const silent = nodes.flatMap((node): readonly LeftOut[] => {
    if (all.has(node) || isTaken(node)) return []
    if (saysNothing(node)) return [{ node, reason: 'says nothing' }]
    return taken.has(kindOf(node)) ? [{ node, reason: 'is there twice, and another one counts' }] : []
  })
  return [...refused, ...silent]
}

/** A link says by its relation what it is about. */
export const kindOf = ({ name, attributes }: Node): string =>
  name === 'atom:link' ? `${name} ${attributes.rel?.trim().toLowerCase()}` : name

const spotsOf = (said: Said): readonly Node[] =>
  'text' in said ? [said.spot.node] : ('list' in said ? said.list : Object.values(said.map)).flatMap(spotsOf)

const refusedBy = ({ spot, message }: Problem, node: Node, isTaken: boolean): LeftOut => {
  const { node: inner, attribute } = spot
  const part = attribute === undefined ? inner.name : `${inner.name}@${attribute}`
  return {
    node,
    ...(part !== node.name && isTaken ? { part } : {}),
    reason: message,
    told: attribute === undefined ? `<${inner.name}>` : `\`${attribute}\` of <${inner.name}>`,
  }
}

/** Of each element the one of these that holds it. */
const outermostOf = (nodes: readonly Node[]): ReadonlyMap<Node, Node> => {
  const found = new Map<Node, Node>()
  const add = (node: Node, outermost: Node): void => {
    found.set(node, outermost)
    for (const child of node.children) add(child, outermost)
  }
  for (const node of nodes) add(node, node)
  return found
}

const saysNothing = ({ attributes, text, children }: Node): boolean =>
  text.trim() === '' && children.length === 0 && Object.keys(attributes).length === 0

/** What a draft cannot keep, by the names of elements: some is known only of what is published. */
const notInDrafts: Readonly<Record<DraftReason, Readonly<Record<string, string>>>> = {
  'no-enclosure': { 'itunes:duration': 'is measured of the audio of a draft' },
  'no-address': {
    'itunes:duration': 'is measured of the audio of a draft',
    enclosure: 'has an address that cannot be understood',
  },
  'repeated-guid': {
    'itunes:duration': 'is measured of the audio of a draft',
    guid: 'is the guid of a newer episode',
  },
}

/** The same of an item that became a draft: there is no feed to see it by. */
export const leftOutOfDraft = (
  nodes: readonly FeedNode[],
  leftOut: readonly LeftOut[],
  draft: DraftReason,
): readonly LeftOut[] => {
  const known = new Set(leftOut.flatMap(({ node, part }) => (part === undefined ? [node] : [])))
  const reasons = notInDrafts[draft]
  const more = nodes.flatMap((node): readonly LeftOut[] => {
    if (known.has(node)) return []
    if (Object.hasOwn(reasons, node.name)) return [{ node, reason: reasons[node.name]! }]
    return isRead('episode', node) || extrasOf('episode', { ...node, children: [node] }).xml !== undefined
      ? []
      : [{ node, reason: 'says nothing that a field takes' }]
  })
  return [...leftOut, ...more]
}

const isRead = (owner: Writer, node: FeedNode): boolean =>
  Object.keys(table.read(owner, [node], { deprecated: true })).length > 0
