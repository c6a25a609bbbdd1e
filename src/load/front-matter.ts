/** The front matter of a Markdown file: what was written, where it stands, and what is wrong with it. */

import type { Edit } from '../diagnostic.ts'
import { once } from '../units/once.ts'
import { readData, type WrittenMap } from './front-matter/data.ts'
import { type Fences, findFences } from './front-matter/fences.ts'
import { readJsonMatter } from './front-matter/json-matter.ts'
import { findNode, type Part, type Path, rangeOf } from './front-matter/locate.ts'
import { buildNodes, type Node } from './front-matter/nodes.ts'
import { lineEnd } from './front-matter/place.ts'
import type { FrontMatterProblem, TextRange } from './front-matter/problem.ts'
import { recover } from './front-matter/recover.ts'
import { simpleData } from './front-matter/simple.ts'
import { parseMatter } from './front-matter/split.ts'
import { readToml } from './front-matter/toml.ts'
import { leafAt, mapDataOf, rangeAt } from './front-matter/tree-matter.ts'

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
  /** In a format other than YAML: how another text is written in place of the value at a path. */
  readonly replace?: (path: Path, to: string | number | boolean) => readonly Edit[] | undefined
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
  const { yaml, other, body, problems } = fences
  if (other !== undefined) return readOther(text, { ...fences, other })
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

/** The same of a file that is front matter and nothing else, as of an episode whose notes stand in a file beside it. */
export function readBare(text: string, format: BareFormat): FrontMatter {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const opening = { start, end: lineEnd(text, start) }
  const all = { start, end: text.length }
  if (format === 'yaml') return readBareYaml(text)
  return readOther(text, { opening, other: { ...all, format }, body: text.length, problems: [] })
}

export type BareFormat = 'yaml' | 'toml' | 'json'

const FENCE = '---\n'

/** Between fences that are thought up, and stand in no place of the file. */
function readBareYaml(text: string): FrontMatter {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const marked = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start, start + 80))?.[0].length ?? 0
  const from = start + marked
  const shift = from - FENCE.length
  const matter = readFrontMatter(`${FENCE}${text.slice(from)}\n${FENCE}`)
  const back = <Range extends TextRange>(range: Range): Range => ({
    ...range,
    start: within(text, range.start + shift),
    end: within(text, range.end + shift),
  })
  const { tree } = matter
  return {
    ...matter,
    body: '',
    bodyOffset: text.length,
    problems: matter.problems.map(problem => ({
      ...back(problem),
      ...(problem.edits === undefined ? {} : { edits: problem.edits.map(back) }),
      ...(problem.related === undefined ? {} : { related: problem.related.map(back) }),
    })),
    locate: (path, part) => back(matter.locate(path, part)),
    tree: once(() => ({
      ...tree(),
      text,
      toText: offset => within(text, tree().toText(offset) + shift),
      closing: undefined,
    })),
  }
}

const within = (text: string, offset: number): number => Math.max(0, Math.min(offset, text.length))

function readOther(
  text: string,
  { opening, other, body, problems }: Omit<Fences, 'yaml'> & Required<Pick<Fences, 'other'>>,
): FrontMatter {
  const read = other.format === 'toml' ? readToml : readJsonMatter
  const result = read(text.slice(other.start, other.end), other.start)
  const root = 'root' in result ? result.root : undefined
  const tree: Tree = { text, source: '', root: undefined, toText: offset => offset, closing: undefined }
  return {
    data: root === undefined ? NOTHING : mapDataOf(root),
    body: text.slice(body),
    bodyOffset: body,
    problems: 'problem' in result ? [...problems, result.problem] : problems,
    locate: (path, part = 'value') => (root && rangeAt(root, path, part)) ?? opening,
    isUnread: () => root === undefined,
    tree: () => tree,
    replace: (path, to) => {
      const leaf = root && leafAt(root, path)
      if (leaf === undefined) return undefined
      return [{ ...leaf.range, text: typeof to === 'string' ? leaf.quote(to) : String(to) }]
    },
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
