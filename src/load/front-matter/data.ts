import { frontMatterAliases, frontMatterProblems, frontMatterValues } from '../../limits.ts'
import type { FrontMatterProblem } from './problem.ts'
import {
  aliasBomb,
  collectionAsKey,
  commentAfter,
  duplicateKey,
  emptyKey,
  forbiddenKey,
  unknownTag,
  unusedAnchor,
} from './reports.ts'
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

export interface Data {
  readonly data: WrittenMap
  readonly problems: readonly FrontMatterProblem[]
}

interface Anchor {
  readonly event: ScalarEvent | ListEvent | MapEvent
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
  /** Anchors of scalars: an `&` that nothing refers to was meant as text. */
  readonly named: Anchor[]
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
    named: [],
    aliases: 0,
    nodes: 0,
    problems: [],
  }
  const data = readRoot(reader)
  for (const { used, event } of reader.named) if (!used) report(reader, () => unusedAnchor(source, event))
  return { data, problems: reader.problems }
}

function report(reader: Reader, problem: () => FrontMatterProblem | undefined): void {
  if (reader.problems.length >= frontMatterProblems) return
  const made = problem()
  if (made !== undefined) reader.problems.push(made)
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

const readScalar = (reader: Reader, event: ScalarEvent): string => {
  const text = scalarText(reader.source, event)
  const saysNothing = event.style === STYLE.PLAIN && event.tagStart === ABSENT && isNothing(text)
  return withProperties(reader, event, saysNothing ? '' : text)
}

/** A name is what is written, `null` too. */
const readKey = (reader: Reader, event: ScalarEvent): string => {
  reader.next++
  reader.nodes++
  return withProperties(reader, event, scalarText(reader.source, event))
}

const withProperties = (reader: Reader, event: ScalarEvent, text: string): string => {
  if (event.tagStart !== ABSENT) report(reader, () => unknownTag(reader.source, event))
  if (event.anchorStart !== ABSENT) reader.named.push(keepAnchor(reader, event, text))
  return text
}

/** As YAML writes no value. In quotes it is text: an episode may be called "null". */
export const isNothing = (plain: string): boolean => plain === '~' || plain === 'null'

function readList(reader: Reader, event: ListEvent): readonly Written[] {
  const close = openCollection(reader, event)
  const list: Written[] = []
  while (!isAtEnd(reader)) {
    reportComment(reader, undefined)
    list.push(readValue(reader))
  }
  reader.next++
  close?.(list)
  return list
}

function readMap(reader: Reader, event: MapEvent): WrittenMap {
  const close = openCollection(reader, event)
  const map = emptyMap()
  const keys: ScalarEvent[] = []
  const merged: Written[] = []
  while (!isAtEnd(reader)) readEntry(reader, map, keys, merged)
  reader.next++
  for (const source of merged) merge(reader, map, source)
  close?.(map)
  return map
}

function isAtEnd(reader: Reader): boolean {
  const event = reader.events[reader.next]
  return event === undefined || event.type === EVENT.POP
}

/** For a collection with an anchor: what to call with its value when it is complete. */
function openCollection(reader: Reader, event: ListEvent | MapEvent): ((value: Written) => void) | undefined {
  if (event.tagStart !== ABSENT) report(reader, () => unknownTag(reader.source, event))
  if (event.anchorStart === ABSENT) return undefined
  const before = reader.nodes
  const anchor = keepAnchor(reader, event, undefined)
  return value => {
    anchor.value = value
    anchor.size = reader.nodes - before + 1
  }
}

function readEntry(
  reader: Reader,
  map: Record<string, Written>,
  keys: ScalarEvent[],
  merged: Written[],
): void {
  const { source } = reader
  const keyEvent = reader.events[reader.next]!
  const key = keyEvent.type === EVENT.SCALAR ? readKey(reader, keyEvent) : readValue(reader)
  if (keyEvent.type === EVENT.SCALAR) reportComment(reader, keyEvent)
  const valueEvent = reader.events[reader.next]
  const value = readValue(reader)
  if (typeof key !== 'string') report(reader, () => collectionAsKey(source, keyEvent))
  else if (isMergeKey(source, keyEvent) && typeof value !== 'string') merged.push(value)
  else if (key === '__proto__') report(reader, () => forbiddenKey(source, keyEvent))
  else if (key === '') report(reader, () => emptyKey(keyEvent, valueEvent))
  else if (key in map) report(reader, () => duplicateKey(source, key, keys, keyEvent))
  else {
    map[key] = value
    if (keyEvent.type === EVENT.SCALAR) keys.push(keyEvent)
  }
}

const isMergeKey = (source: string, key: YamlEvent): boolean =>
  key.type === EVENT.SCALAR && key.style === STYLE.PLAIN && scalarText(source, key) === '<<'

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

function keepAnchor(
  reader: Reader,
  event: ScalarEvent | ListEvent | MapEvent,
  value: Written | undefined,
): Anchor {
  const anchor: Anchor = { event, value, size: 1, used: false }
  reader.anchors.set(reader.source.slice(event.anchorStart, event.anchorEnd), anchor)
  return anchor
}

function readAlias(reader: Reader, event: AliasEvent): Written {
  const name = reader.source.slice(event.anchorStart, event.anchorEnd)
  const anchor = reader.anchors.get(name)
  // An alias to nothing has been reported, and mended or blanked out, before the data is read.
  if (anchor === undefined) return ''
  anchor.used = true
  if (anchor.value === undefined) return refuse(reader, event, `*${name} is inside the value that it repeats`)
  if (++reader.aliases > frontMatterAliases)
    return refuse(reader, event, `More than ${frontMatterAliases} aliases (*name) are in one file`)
  if (reader.nodes + anchor.size > frontMatterValues)
    return refuse(
      reader,
      event,
      `Aliases of aliases (*name) would repeat more than ${frontMatterValues} values`,
    )
  reader.nodes += anchor.size
  return anchor.value
}

function refuse(reader: Reader, event: AliasEvent, message: string): '' {
  if (!reader.problems.some(problem => problem.kind === 'alias-bomb'))
    report(reader, () => aliasBomb(event, message))
  return ''
}

/** Looks at the value that is read next. */
function reportComment(reader: Reader, key: ScalarEvent | undefined): void {
  const event = reader.events[reader.next]
  if (event?.type !== EVENT.SCALAR || event.style !== STYLE.PLAIN) return
  report(reader, () => commentAfter(reader.source, key, event))
}
