import { shortened } from './fences.ts'
import { commentAfter, quotedRest } from './lost-text.ts'
import type { FrontMatterProblem, TextRange } from './problem.ts'
import {
  ABSENT,
  type AliasEvent,
  EVENT,
  type ListEvent,
  type MapEvent,
  type ScalarEvent,
  STYLE,
  scalarText,
  type YamlEvent,
} from './yaml.ts'

/** What was written: every scalar is its text, quotes resolved, and an empty one is ''. Maps have no prototype. */
export type Written = string | readonly Written[] | WrittenMap
export type WrittenMap = { readonly [key: string]: Written }

/** Aliases in one file. */
const MAX_ALIASES = 100
/** Nodes of the data with every alias expanded: aliases of aliases multiply. */
const MAX_NODES = 100_000

export interface Data {
  readonly data: WrittenMap
  readonly problems: readonly FrontMatterProblem[]
}

interface Anchor {
  readonly name: string
  readonly at: TextRange
  /** Undefined while the node is still being read: an alias to it would be a circle. */
  value: Written | undefined
  /** Nodes, with every alias expanded. */
  size: number
  used: boolean
}

interface Reader {
  readonly source: string
  readonly events: readonly YamlEvent[]
  next: number
  readonly anchors: Map<string, Anchor>
  readonly unused: Anchor[]
  aliases: number
  nodes: number
  readonly problems: FrontMatterProblem[]
}

/** The data of a front matter's events. Positions are offsets in `source`. */
export function readData(source: string, events: readonly YamlEvent[]): Data {
  const reader: Reader = {
    source,
    events,
    next: 0,
    anchors: new Map(),
    unused: [],
    aliases: 0,
    nodes: 0,
    problems: [],
  }
  const data = readRoot(reader)
  reportUnusedAnchors(reader)
  return { data, problems: reader.problems }
}

/** recover.ts lets no other root pass than a map or nothing. */
function readRoot(reader: Reader): WrittenMap {
  const root = reader.events[1]
  if (root?.type !== EVENT.MAPPING) return emptyMap()
  reader.next = 2
  return readMap(reader, root)
}

const isList = (value: Written): value is readonly Written[] => Array.isArray(value)

const emptyMap = (): Record<string, Written> => Object.create(null)

function readValue(reader: Reader): Written {
  const event = reader.events[reader.next++]
  reader.nodes++
  switch (event?.type) {
    case EVENT.SCALAR:
      return readScalar(reader, event)
    case EVENT.SEQUENCE:
      return readList(reader, event)
    case EVENT.MAPPING:
      return readMap(reader, event)
    case EVENT.ALIAS:
      return readAlias(reader, event)
    default:
      return ''
  }
}

function readScalar(reader: Reader, event: ScalarEvent): string {
  if (event.tagStart !== ABSENT) reportTag(reader, event)
  const text = scalarText(reader.source, event)
  if (event.anchorStart !== ABSENT) keepAnchor(reader, event, text, 1)
  return text
}

function readList(reader: Reader, event: ListEvent): readonly Written[] {
  if (event.tagStart !== ABSENT) reportTag(reader, event)
  const before = reader.nodes
  const anchor = event.anchorStart === ABSENT ? undefined : keepAnchor(reader, event, undefined, 0)
  const list: Written[] = []
  while (!atEnd(reader)) {
    reportComment(reader, undefined)
    list.push(readValue(reader))
  }
  reader.next++
  if (anchor !== undefined) closeAnchor(anchor, list, reader.nodes - before + 1)
  return list
}

const atEnd = (reader: Reader): boolean => {
  const event = reader.events[reader.next]
  return event === undefined || event.type === EVENT.POP
}

function readMap(reader: Reader, event: MapEvent): WrittenMap {
  if (event.tagStart !== ABSENT) reportTag(reader, event)
  const before = reader.nodes
  const anchor = event.anchorStart === ABSENT ? undefined : keepAnchor(reader, event, undefined, 0)
  const map = emptyMap()
  const keys: ScalarEvent[] = []
  const merged: Written[] = []
  while (!atEnd(reader)) readEntry(reader, map, keys, merged)
  reader.next++
  for (const source of merged) merge(reader, map, source)
  if (anchor !== undefined) closeAnchor(anchor, map, reader.nodes - before + 1)
  return map
}

function readEntry(
  reader: Reader,
  map: Record<string, Written>,
  keys: ScalarEvent[],
  merged: Written[],
): void {
  const keyEvent = reader.events[reader.next]
  const key = readKey(reader)
  if (keyEvent?.type === EVENT.SCALAR) reportComment(reader, keyEvent)
  const valueEvent = reader.events[reader.next]
  const value = readValue(reader)
  if (key === undefined || keyEvent?.type === undefined) return
  const isMerge = key === '<<' && keyEvent.type === EVENT.SCALAR && keyEvent.style === STYLE.PLAIN
  if (isMerge && typeof value !== 'string') merged.push(value)
  else if (key === '__proto__') reportForbidden(reader, keyEvent)
  else if (key === '') reportNoKey(reader, keyEvent, valueEvent)
  else if (key in map) reportDuplicate(reader, key, keys, keyEvent)
  else {
    map[key] = value
    if (keyEvent.type === EVENT.SCALAR) keys.push(keyEvent)
  }
}

/** Undefined for a list or a map as a key, which is reported. */
function readKey(reader: Reader): string | undefined {
  const event = reader.events[reader.next]
  const key = readValue(reader)
  if (typeof key === 'string') return key
  const start = eventStart(event)
  reader.problems.push({
    kind: 'syntax',
    ...rangeOnly(quotedRest(reader.source, start)),
    message:
      'A list or a map stands where the name of a field was expected: { and [ begin one unless the text is quoted',
    help: 'Quote the whole value, e.g. title: "{{ page }}"',
  })
  return undefined
}

/** YAML 1.1's merge key: what the map itself says wins, then the earlier source. */
function merge(reader: Reader, map: Record<string, Written>, source: Written): void {
  const sources: readonly Written[] = isList(source) ? source : [source]
  for (const from of sources) {
    if (typeof from === 'string' || isList(from)) continue
    for (const [key, value] of Object.entries(from)) {
      reader.nodes++
      if (!(key in map)) map[key] = value
    }
  }
}

// ------------------------------------------------------------------------------------------------- anchors

function keepAnchor(
  reader: Reader,
  event: ScalarEvent | ListEvent | MapEvent,
  value: Written | undefined,
  size: number,
): Anchor {
  const name = reader.source.slice(event.anchorStart, event.anchorEnd)
  const at = { start: event.anchorStart - 1, end: event.anchorEnd }
  const anchor: Anchor = { name, at, value, size, used: false }
  reader.anchors.set(name, anchor)
  if (event.type === EVENT.SCALAR) reader.unused.push(anchor)
  return anchor
}

function closeAnchor(anchor: Anchor, value: Written, size: number): void {
  anchor.value = value
  anchor.size = size
}

function readAlias(reader: Reader, event: AliasEvent): Written {
  const name = reader.source.slice(event.anchorStart, event.anchorEnd)
  const at = { start: event.anchorStart - 1, end: event.anchorEnd }
  const anchor = reader.anchors.get(name)
  // An alias to nothing has been reported, and mended or blanked out, before the data is read.
  if (anchor === undefined) return ''
  anchor.used = true
  if (anchor.value === undefined)
    return reportBomb(reader, at, `*${shortened(name)} stands inside the value that it repeats`)
  if (++reader.aliases > MAX_ALIASES)
    return reportBomb(reader, at, `More than ${MAX_ALIASES} aliases (*name) stand in one file`)
  if (reader.nodes + anchor.size > MAX_NODES)
    return reportBomb(reader, at, `Aliases of aliases (*name) would repeat more than ${MAX_NODES} values`)
  reader.nodes += anchor.size
  return anchor.value
}

function reportBomb(reader: Reader, at: TextRange, message: string): '' {
  if (!reader.problems.some(problem => problem.kind === 'alias-bomb'))
    reader.problems.push({
      kind: 'alias-bomb',
      ...at,
      message,
      help: 'Write the value out where it is needed',
    })
  return ''
}

// ------------------------------------------------------------------------------------------------- reports

function reportUnusedAnchors(reader: Reader): void {
  for (const anchor of reader.unused) {
    if (anchor.used) continue
    const { text, edits } = quotedRest(reader.source, anchor.at.start)
    reader.problems.push({
      kind: 'lost-text',
      ...anchor.at,
      message: `& begins a name for a value in YAML, so that "&${shortened(anchor.name)}" is not part of the text`,
      help: `Quote a value that begins with &: ${shortened(text)}`,
      edits,
    })
  }
}

const STANDARD_TAG = /^!(?:$|!(?:str|int|float|bool|null|timestamp|seq|map)$)/

function reportTag(reader: Reader, event: ScalarEvent | ListEvent | MapEvent): void {
  const tag = reader.source.slice(event.tagStart, event.tagEnd)
  if (STANDARD_TAG.test(tag)) return
  const { text, edits } = quotedRest(reader.source, event.tagStart)
  reader.problems.push({
    kind: 'lost-text',
    start: event.tagStart,
    end: event.tagEnd,
    message: `! begins a tag in YAML, so that "${shortened(tag)}" is not part of the text`,
    help: `Quote a value that begins with !: ${shortened(text)}`,
    ...(event.type === EVENT.SCALAR ? { edits } : {}),
  })
}

/** `title: Episode #5` and `title: #5`: valid YAML that loses its end. */
function reportComment(reader: Reader, key: ScalarEvent | undefined): void {
  const event = reader.events[reader.next]
  if (event?.type !== EVENT.SCALAR || event.style !== STYLE.PLAIN) return
  const comment = commentAfter(reader.source, key, event)
  if (comment !== undefined) reader.problems.push(comment)
}

function reportForbidden(reader: Reader, key: YamlEvent): void {
  reader.problems.push({
    kind: 'forbidden-key',
    ...eventRange(reader, key),
    message: '"__proto__" cannot be the name of a field',
    help: 'Remove this field',
  })
}

function reportNoKey(reader: Reader, key: YamlEvent, value: YamlEvent | undefined): void {
  const at = eventStart(key) === ABSENT ? eventStart(value) : eventStart(key)
  const start = Math.max(0, at)
  reader.problems.push({
    kind: 'syntax',
    start,
    end: start,
    message: 'The name of a field is empty; a name was expected before the colon',
    help: 'Write a name before the colon, e.g. title: First light',
  })
}

function reportDuplicate(reader: Reader, key: string, keys: readonly ScalarEvent[], event: YamlEvent): void {
  const first = keys.find(earlier => scalarText(reader.source, earlier) === key)
  reader.problems.push({
    kind: 'duplicate-key',
    ...eventRange(reader, event),
    message: `"${shortened(key)}" is written twice; which of the two counts would be a guess`,
    help: `Remove one of the two, or rename it`,
    ...(first === undefined
      ? {}
      : { related: [{ ...eventRange(reader, first), message: 'It is first written here' }] }),
  })
}

/** Where an event's text starts; ABSENT for an empty scalar and for what has no text. */
function eventStart(event: YamlEvent | undefined): number {
  switch (event?.type) {
    case EVENT.SCALAR:
      return event.valueStart === ABSENT ? event.valueStart : event.valueStart - (isQuoted(event) ? 1 : 0)
    case EVENT.SEQUENCE:
    case EVENT.MAPPING:
      return event.start
    case EVENT.ALIAS:
      return event.anchorStart - 1
    default:
      return ABSENT
  }
}

export const isQuoted = (event: ScalarEvent): boolean =>
  event.style === STYLE.SINGLE_QUOTED || event.style === STYLE.DOUBLE_QUOTED

function eventRange(reader: Reader, event: YamlEvent): TextRange {
  const start = Math.max(0, eventStart(event))
  if (event.type === EVENT.ALIAS) return { start, end: event.anchorEnd }
  if (event.type !== EVENT.SCALAR || event.valueStart === ABSENT)
    return rangeOnly(quotedRest(reader.source, start))
  return { start, end: event.valueEnd + (isQuoted(event) ? 1 : 0) }
}

const rangeOnly = ({ start, end }: TextRange): TextRange => ({ start, end })
