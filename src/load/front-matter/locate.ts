import type { EntryNode, ItemNode, ListNode, MapNode, Node } from './nodes.ts'
import type { TextRange } from './problem.ts'
import { STYLE } from './yaml.ts'

export type Path = readonly (string | number)[]
/** `entry` is a key with its value, or a list item with its dash. */
export type Part = 'key' | 'value' | 'entry'

/** What stands at a path: an entry of a map, or an item of a list. `index` counts from 0 in its parent. */
export type Found = (EntryNode | ItemNode) & { readonly parent: MapNode | ListNode; readonly index: number }

export interface Search {
  /** What stands at the path, or at the longest part of it that was written; after each other from the root. */
  readonly trail: readonly Found[]
  readonly isComplete: boolean
  /** The way leads through an alias or a merge key: what was found is written elsewhere, and belongs to others too. */
  readonly isShared: boolean
}

export function findNode(root: Node | undefined, path: Path): Search {
  const trail: Found[] = []
  let node = root
  let isShared = false
  for (const step of path) {
    const parent = node === undefined ? undefined : resolved(node)
    const found = parent === undefined ? undefined : child(parent, step)
    if (found === undefined) return { trail, isComplete: false, isShared }
    isShared ||= parent !== node || found.parent !== parent
    trail.push(found)
    node = found.value
  }
  return { trail, isComplete: true, isShared }
}

const resolved = (node: Node): Node =>
  node.kind === 'alias' && node.target !== undefined ? node.target : node

/** `seen`: the sources of merge keys that were searched already; they may multiply like aliases of aliases. */
function child(node: Node, step: string | number, seen = new Set<Node>()): Found | undefined {
  if (node.kind === 'list') {
    const index = Number(step)
    const item = node.items[index]
    return item === undefined ? undefined : { ...item, parent: node, index }
  }
  if (node.kind !== 'map') return undefined
  return ownEntry(node, String(step)) ?? mergedEntry(node, String(step), seen)
}

/** The first of two equal keys is the one that counts. */
function ownEntry(map: MapNode, name: string): Found | undefined {
  const index = map.entries.findIndex(({ key }) => keyText(key) === name)
  const entry = map.entries[index]
  return entry === undefined ? undefined : { ...entry, parent: map, index }
}

function keyText(key: Node): string | undefined {
  const node = resolved(key)
  return node.kind === 'scalar' ? node.text : undefined
}

function mergedEntry(map: MapNode, name: string, seen: Set<Node>): Found | undefined {
  for (const { key, value } of map.entries) {
    if (!isMergeKey(key)) continue
    const source = resolved(value)
    const sources = source.kind === 'list' ? source.items.map(item => resolved(item.value)) : [source]
    for (const from of sources) {
      if (from.kind !== 'map' || seen.has(from)) continue
      seen.add(from)
      const found = child(from, name, seen)
      if (found !== undefined) return found
    }
  }
  return undefined
}

const isMergeKey = (key: Node): boolean =>
  key.kind === 'scalar' && key.text === '<<' && key.event.style === STYLE.PLAIN

/** The range of a part. An empty value has no place of its own: its key stands for it. */
export function rangeOf(found: Found, part: Part): TextRange {
  const { value } = found
  if (!('key' in found)) {
    const start = found.mark
    if (part === 'entry' || value.end === value.start) return { start, end: Math.max(value.end, start + 1) }
    return { start: value.start, end: value.end }
  }
  const { key } = found
  if (part === 'entry') return { start: key.start, end: value.end }
  if (part === 'key' || value.end === value.start) return { start: key.start, end: key.end }
  return { start: value.start, end: value.end }
}
