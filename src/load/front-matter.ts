/** The front matter of a Markdown file: what was written, where it stands, and what is wrong with it. */

import { once } from '../units/once.ts'
import { readData, type WrittenMap } from './front-matter/data.ts'
import { type Fences, findFences } from './front-matter/fences.ts'
import { findNode, type Part, type Path, rangeOf } from './front-matter/locate.ts'
import { buildNodes, type Node } from './front-matter/nodes.ts'
import type { FrontMatterProblem, TextRange } from './front-matter/problem.ts'
import { recover } from './front-matter/recover.ts'
import { simpleData } from './front-matter/simple.ts'
import { parseMatter } from './front-matter/split.ts'

export type { Written, WrittenMap } from './front-matter/data.ts'
export { decodeText } from './front-matter/decode.ts'
export { placeOf, placesIn } from './front-matter/place.ts'
export type { FrontMatterProblem, ProblemKind, TextRange } from './front-matter/problem.ts'

export interface FrontMatter {
  /**
   * Every scalar is the text as written, quotes resolved; an empty one is ''. Maps have no prototype.
   * What could not be read is not in it, see `isUnread`.
   */
  readonly data: WrittenMap
  /** Markdown, exactly as it stands after the closing fence. */
  readonly body: string
  /** Where the body starts in the text, in UTF-16 units. */
  readonly bodyOffset: number
  /**
   * Where a path such as `['persons', 1, 'name']` stands in the text. For a missing path it is the key (or the item) of the
   * nearest parent that was written; for `[]` the opening fence. An empty value stands where its key does.
   */
  readonly locate: (path: Path, part?: Part) => TextRange
  /** In the order of the file. */
  readonly problems: readonly FrontMatterProblem[]
  /** A field that is not in `data` may yet stand in the file, where it could not be read. To call it missing would be wrong. */
  readonly isUnread: (field: string) => boolean
  /** For edits.ts. Built when it is first asked for. */
  readonly tree: () => Tree
}

/** The nodes of the YAML, and the way from them back to the text. */
export interface Tree {
  readonly text: string
  /** What the nodes' offsets count in: the YAML, as it could be read. */
  readonly source: string
  readonly root: Node | undefined
  readonly toText: (offset: number) => number
  /** Where the line of the closing fence starts in the text. */
  readonly closing: number | undefined
}

/** Reads a Markdown file's front matter. Never throws; runs nothing of what it reads. */
export function readFrontMatter(text: string): FrontMatter {
  const fences = findFences(text)
  const { yaml, body, problems } = fences
  const data = yaml && simpleData(text.slice(yaml.start, yaml.end))
  if (data === undefined) return readThoroughly(text, fences)
  // Where something stands is asked only when there is something to say about it.
  const thorough = once(() => readThoroughly(text, fences))
  return {
    data,
    body: text.slice(body),
    bodyOffset: body,
    problems,
    locate: (path, part) => thorough().locate(path, part),
    isUnread: () => false,
    tree: () => thorough().tree(),
  }
}

function readThoroughly(text: string, { opening, yaml, closing, body, problems }: Fences): FrontMatter {
  const rest = { body: text.slice(body), bodyOffset: body }
  const recovered = yaml === undefined ? undefined : parseMatter(text.slice(yaml.start, yaml.end), recover)
  if (yaml === undefined || recovered === undefined) {
    const tree: Tree = { text, source: '', root: undefined, toText: offset => offset, closing }
    const isUnread = (): boolean => yaml === undefined
    return { ...rest, data: NOTHING, problems, locate: () => opening, isUnread, tree: () => tree }
  }

  const { source, events, unread, isReadable } = recovered
  const toText = (offset: number): number => yaml.start + recovered.original(offset)
  const { data, problems: found } = readData(source, events)
  const all = [
    ...problems,
    ...recovered.problems.map(problem => shifted(problem, offset => yaml.start + offset)),
    ...found.map(problem => shifted(problem, toText)),
  ]
  const tree = once(() => ({ text, source, root: buildNodes(source, events), toText, closing }))
  return {
    ...rest,
    data,
    problems: all.toSorted((a, b) => a.start - b.start),
    locate: (path, part = 'value') => locate(tree(), path, part) ?? opening,
    isUnread: field => !isReadable || unread.has(field),
    tree,
  }
}

const NOTHING: WrittenMap = Object.freeze(Object.create(null))

function locate(tree: Tree, path: Path, part: Part): TextRange | undefined {
  const { trail, isComplete } = findNode(tree.root, path)
  const found = trail.at(-1)
  if (found === undefined) return undefined
  const range = rangeOf(found, !isComplete && 'key' in found ? 'key' : part)
  return { start: tree.toText(range.start), end: tree.toText(range.end) }
}

function shifted(problem: FrontMatterProblem, shift: (offset: number) => number): FrontMatterProblem {
  const move = <Range extends TextRange>(range: Range): Range => ({
    ...range,
    start: shift(range.start),
    end: shift(range.end),
  })
  return {
    ...move(problem),
    ...(problem.edits === undefined ? {} : { edits: problem.edits.map(move) }),
    ...(problem.related === undefined ? {} : { related: problem.related.map(move) }),
  }
}
