import type { EntryNode, ItemNode, MapNode, Node } from './nodes.ts'
import type { TextRange } from './problem.ts'
import { STYLE } from './yaml.ts'

export type Path = readonly (string | number)[]
/** `entry` is a key with its value, or a list item with its dash. */
export type Part = 'key' | 'value' | 'entry'

/** What stands at a path: an entry of a map, or an item of a list. */
export type Found = (EntryNode & { readonly in: MapNode }) | (ItemNode & { readonly in: Node })

/** The entry or item at `path`, with the path of the nearest existing parent in place of a missing one. */
export function findNode(
  root: Node | undefined,
  path: Path,
): { readonly found?: Found; readonly depth: number } {
  let node = root
  let found: Found | undefined
  for (let depth = 0; depth < path.length; depth++) {
    const next = node === undefined ? undefined : child(resolved(node), path[depth]!)
    if (next === undefined) return { ...(found === undefined ? {} : { found }), depth }
    found = next
    node = next.value
  }
  return { ...(found === undefined ? {} : { found }), depth: path.length }
}

const resolved = (node: Node): Node =>
  node.kind === 'alias' && node.target !== undefined ? node.target : node

function child(node: Node, step: string | number): Found | undefined {
  if (node.kind === 'list') {
    const item = node.items[Number(step)]
    return item === undefined ? undefined : { ...item, in: node }
  }
  if (node.kind !== 'map') return undefined
  return ownEntry(node, String(step)) ?? mergedEntry(node, String(step))
}

/** The first of two equal keys is the one that counts. */
function ownEntry(map: MapNode, name: string): Found | undefined {
  const entry = map.entries.find(({ key }) => keyText(key) === name)
  return entry === undefined ? undefined : { ...entry, in: map }
}

function keyText(key: Node): string | undefined {
  const node = resolved(key)
  return node.kind === 'scalar' ? node.text : undefined
}

function mergedEntry(map: MapNode, name: string): Found | undefined {
  for (const { key, value } of map.entries) {
    if (!isMergeKey(key)) continue
    const source = resolved(value)
    const sources = source.kind === 'list' ? source.items.map(item => resolved(item.value)) : [source]
    for (const from of sources) {
      const found = from.kind === 'map' && from !== map ? child(from, name) : undefined
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
