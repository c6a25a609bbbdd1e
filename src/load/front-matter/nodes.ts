import type { TextRange } from './problem.ts'
import {
  ABSENT,
  type AliasEvent,
  COLLECTION,
  EVENT,
  type ListEvent,
  type MapEvent,
  type ScalarEvent,
  STYLE,
  scalarText,
  type YamlEvent,
} from './yaml.ts'

/** A node's range: without its anchor and tag, with its quotes; of a block scalar, from its `|` or `>` to the end of its text. */
export interface ScalarNode extends TextRange {
  readonly kind: 'scalar'
  readonly event: ScalarEvent
  readonly text: string
}

export interface ListNode extends TextRange {
  readonly kind: 'list'
  readonly isFlow: boolean
  readonly items: readonly ItemNode[]
}

/** `mark` is where the item's dash stands; in a flow list, where its value does. */
export interface ItemNode {
  readonly mark: number
  readonly value: Node
}

export interface MapNode extends TextRange {
  readonly kind: 'map'
  readonly isFlow: boolean
  readonly entries: readonly EntryNode[]
}

export interface EntryNode {
  readonly key: Node
  readonly value: Node
}

export interface AliasNode extends TextRange {
  readonly kind: 'alias'
  readonly target: Node | undefined
}

export type Node = ScalarNode | ListNode | MapNode | AliasNode

interface Builder {
  readonly source: string
  readonly events: readonly YamlEvent[]
  next: number
  /** The end of the last token that was seen. */
  cursor: number
  readonly anchors: Map<string, Node>
}

/** The tree of a front matter's events, or undefined when there is nothing in it. Offsets are those of `source`. */
export function buildNodes(source: string, events: readonly YamlEvent[]): Node | undefined {
  const root = events[1]
  if (root === undefined || (root.type === EVENT.SCALAR && root.valueStart === ABSENT)) return undefined
  return buildNode({ source, events, next: 1, cursor: 0, anchors: new Map() })
}

function buildNode(builder: Builder): Node {
  const event = builder.events[builder.next++]
  switch (event?.type) {
    case EVENT.SCALAR:
      return anchored(builder, event, scalarNode(builder, event))
    case EVENT.SEQUENCE:
      return anchored(builder, event, listNode(builder, event))
    case EVENT.MAPPING:
      return anchored(builder, event, mapNode(builder, event))
    case EVENT.ALIAS:
      return aliasNode(builder, event)
    default:
      throw new RangeError('the YAML events end inside a node')
  }
}

function anchored(builder: Builder, event: ScalarEvent | ListEvent | MapEvent, node: Node): Node {
  if (event.anchorStart !== ABSENT)
    builder.anchors.set(builder.source.slice(event.anchorStart, event.anchorEnd), node)
  return node
}

function skipProperties(builder: Builder, event: ScalarEvent | ListEvent | MapEvent): void {
  builder.cursor = Math.max(builder.cursor, event.anchorEnd, event.tagEnd)
}

function scalarNode(builder: Builder, event: ScalarEvent): ScalarNode {
  skipProperties(builder, event)
  const text = scalarText(builder.source, event)
  const range = scalarRange(builder, event)
  builder.cursor = Math.max(builder.cursor, range.end)
  return { kind: 'scalar', event, text, ...range }
}

function scalarRange(builder: Builder, event: ScalarEvent): TextRange {
  if (event.valueStart === ABSENT) return { start: builder.cursor, end: builder.cursor }
  if (event.style === STYLE.PLAIN) return { start: event.valueStart, end: event.valueEnd }
  if (event.style === STYLE.SINGLE_QUOTED || event.style === STYLE.DOUBLE_QUOTED)
    return { start: event.valueStart - 1, end: event.valueEnd + 1 }
  const start = findToken(builder.source, builder.cursor, '|>')
  return { start, end: blockEnd(builder.source, start, event) }
}

/** The end of a block scalar's last line with text; the end of its header when it has none. */
function blockEnd(source: string, start: number, event: ScalarEvent): number {
  let end = event.valueEnd
  while (end > event.valueStart && isSpace(source.charCodeAt(end - 1))) end--
  if (end > event.valueStart) return end
  let header = start + 1
  while (/[-+\d]/.test(source.charAt(header))) header++
  return header
}

function listNode(builder: Builder, event: ListEvent): ListNode {
  skipProperties(builder, event)
  const isFlow = event.style === COLLECTION.FLOW
  const start = event.start
  builder.cursor = Math.max(builder.cursor, isFlow ? start + 1 : start)
  const items: ItemNode[] = []
  let end = start
  while (!atEnd(builder)) {
    const mark = isFlow ? undefined : findToken(builder.source, builder.cursor, '-')
    if (mark !== undefined) builder.cursor = mark + 1
    const value = buildNode(builder)
    items.push({ mark: mark ?? value.start, value })
    end = Math.max(value.end, builder.cursor)
  }
  builder.next++
  return { kind: 'list', isFlow, items, start, end: closeFlow(builder, start, end, '[', ']') }
}

const atEnd = (builder: Builder): boolean => {
  const event = builder.events[builder.next]
  return event === undefined || event.type === EVENT.POP
}

function mapNode(builder: Builder, event: MapEvent): MapNode {
  skipProperties(builder, event)
  const start = event.start
  const isFlow = event.style === COLLECTION.FLOW
  const isBraced = isFlow && builder.source.charAt(start) === '{'
  builder.cursor = Math.max(builder.cursor, isBraced ? start + 1 : start)
  const entries: EntryNode[] = []
  let end = start
  while (!atEnd(builder)) {
    const key = buildNode(builder)
    const colon = findToken(builder.source, builder.cursor, ':')
    if (builder.source.charAt(colon) === ':') builder.cursor = colon + 1
    const value = buildNode(builder)
    entries.push({ key, value })
    end = Math.max(value.end, builder.cursor)
  }
  builder.next++
  return {
    kind: 'map',
    isFlow,
    entries,
    start,
    end: isBraced ? closeFlow(builder, start, end, '{', '}') : end,
  }
}

function aliasNode(builder: Builder, event: AliasEvent): AliasNode {
  builder.cursor = event.anchorEnd
  const target = builder.anchors.get(builder.source.slice(event.anchorStart, event.anchorEnd))
  return { kind: 'alias', target, start: event.anchorStart - 1, end: event.anchorEnd }
}

/** js-yaml does not say where a flow collection ends: after the closing bracket that follows its last token. */
function closeFlow(builder: Builder, start: number, end: number, opener: string, closer: string): number {
  if (builder.source.charAt(start) !== opener) return end
  const at = findToken(builder.source, Math.max(builder.cursor, start + 1), closer)
  builder.cursor = at + 1
  return at + 1
}

/** The next of `wanted` after white space, comments and the marks between tokens; where anything else stands, that place. */
function findToken(source: string, from: number, wanted: string): number {
  let at = from
  while (at < source.length) {
    const unit = source.charAt(at)
    if (wanted.includes(unit)) return at
    if (unit === '#') at = endOfComment(source, at)
    else if (isSpace(source.charCodeAt(at)) || ':,?-'.includes(unit)) at++
    else return at
  }
  return from
}

function endOfComment(source: string, from: number): number {
  let at = from
  while (at < source.length && source.charCodeAt(at) !== 0x0a && source.charCodeAt(at) !== 0x0d) at++
  return at
}

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d
