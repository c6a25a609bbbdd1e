/** What of a feed is not taken over, and why: told to who imports it, and counted in the report, from one list. */

import type { FeedNode } from '../feed/feed-elements.ts'
import { isPictureEnclosure } from '../fields/audio.ts'
import { table } from '../fields/index.ts'
import type { PassedOver } from '../table/passed-over.ts'
import type { Node, Said, Spot } from '../table/said.ts'
import type { Writer } from '../table/table.ts'
import { redacted } from '../units/credentials.ts'
import { listed } from '../units/text.ts'
import type { DraftReason } from './compose.ts'
import { extrasLeftOut, extrasOf } from './extra.ts'

export interface LeftOut {
  /** The element of the channel or the item that says it. */
  readonly node: Node
  /** What of it, where the rest is taken over: `enclosure@length`. */
  readonly part?: string
  readonly reason: string
  /** How somebody is told of it: `<itunes:explicit>`. Undefined for what need not be told, or is told in other words. */
  readonly told?: string
  /** Why, in the words of this feed, where the reason is told in those of all. */
  readonly detail?: string
}

interface Problem {
  readonly spot: Spot
  readonly message: string
}

interface Read {
  /** What the fields have taken of the elements. */
  readonly said: Readonly<Record<string, Said>>
  /** What they could not take. */
  readonly problems: readonly Problem[]
  /** What they did not look at, since another element counts. */
  readonly passedOver: readonly PassedOver[]
}

export const leftOutOf = (
  owner: Writer,
  parent: FeedNode,
  { said, problems, passedOver }: Read,
): readonly LeftOut[] => {
  const nodes = parent.children
  const spots = new Set(Object.values(said).flatMap(spotsOf))
  const isTaken = (node: Node): boolean => spots.has(node) || node.children.some(isTaken)
  const outermost = problems.length === 0 ? new Map<Node, Node>() : outermostOf(nodes)
  const refused = problems.map(problem => {
    const node = outermost.get(problem.spot.node) ?? problem.spot.node
    return refusedBy(problem, node, isTaken(node))
  })
  const overruled = passedOver.map(overruledBy)
  const all = new Set([...refused, ...overruled].map(({ node }) => node))
  const taken = new Set(nodes.filter(isTaken).map(kindOf))
  const silent = nodes.flatMap((node): readonly LeftOut[] => {
    if (all.has(node) || isTaken(node)) return []
    if (saysNothing(node)) return [{ node, reason: 'says nothing' }]
    if (taken.has(kindOf(node))) return [{ node, reason: ANOTHER }]
    return elsewhere(owner, node)
  })
  const notKept = extrasLeftOut(owner, parent).filter(({ node }) => !all.has(node) && !isTaken(node))
  return [...overruled, ...refused, ...notKept, ...silent]
}

/** What an element says in its text, or in an attribute of another name, where apps read one of its attributes. */
const elsewhere = (owner: Writer, node: Node): readonly LeftOut[] => {
  const read = table.of(owner).rows.filter(({ element }) => element.name === node.name && element.read)
  const names = [...new Set(read.flatMap(({ element }) => element.attributes ?? []))]
  if (names.length === 0 || names.some(name => node.attributes[name])) return []
  return [
    {
      node,
      reason: `says nothing in ${listed(
        names.map(name => `\`${name}\``),
        'or',
      )}, which is where apps look`,
      told: `<${node.name}>, "${saidBy(node)}",`,
      detail: `it says nothing in \`${names[0]}\`, which is where apps look`,
    },
  ]
}

const overruledBy = ({ node, taken, key }: PassedOver): LeftOut => {
  const [one, other] = [saidBy(node), saidBy(taken)]
  const because = (told: string, detail: string): LeftOut => ({ node, reason: ANOTHER, told, detail })
  if (node.name !== taken.name)
    return because(
      `<${node.name}>, "${one}",`,
      `<${taken.name}> says "${other}", and that counts; write \`${key}: ${one}\` if the first is right`,
    )
  if (isPictureEnclosure(node) && !isPictureEnclosure(taken))
    return because(
      `a picture in an <enclosure>, ${one},`,
      `${other} is the recording; name the picture under \`image\` if apps are to show it`,
    )
  return node.name === 'enclosure'
    ? because(
        `another recording, ${one},`,
        `${other} was taken, as an episode has one <enclosure>; \`alternateEnclosures\` can offer it too`,
      )
    : because(`another <${node.name}>, "${one}",`, `"${other}" was taken, as only one counts`)
}

const ANOTHER = 'only one can say it, and another one does'

/** In short, what an element says. */
export const saidBy = ({ text, attributes, children }: Node): string => {
  const { url, href } = attributes
  const all = [text, url, href, ...children.map(child => child.text), ...Object.values(attributes)]
  const said = all.find(one => one !== undefined && one.trim() !== '') ?? ''
  const line = redacted(said.trim().replace(/\s+/g, ' '))
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`
}

/** A link says by its relation what it is about. */
export const kindOf = ({ name, attributes }: Node): string =>
  name === 'atom:link' ? `${name} ${attributes.rel?.trim().toLowerCase()}` : name

const spotsOf = (said: Said): readonly Node[] =>
  'text' in said ? [said.spot.node] : ('list' in said ? said.list : Object.values(said.map)).flatMap(spotsOf)

const refusedBy = ({ spot, message }: Problem, node: Node, isTaken: boolean): LeftOut => {
  const { node: inner, attribute } = spot
  const part = attribute === undefined ? inner.name : `${inner.name}@${attribute}`
  // What else it says goes with it.
  const isWhole = !isTaken && node.children.length > 0 && saidBy(node) !== ''
  return {
    node,
    ...(part !== node.name && isTaken ? { part } : {}),
    reason: message,
    told: isWhole
      ? `<${node.name}>, "${saidBy(node)}",`
      : attribute === undefined
        ? `<${inner.name}>`
        : `\`${attribute}\` of <${inner.name}>`,
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
