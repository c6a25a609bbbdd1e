/** The front matter of a Markdown file: what was written, where it stands, and what is wrong with it. */

import { readData, type WrittenMap } from './front-matter/data.ts'
import { findFences } from './front-matter/fences.ts'
import { findNode, type Part, type Path, rangeOf } from './front-matter/locate.ts'
import { buildNodes, type Node } from './front-matter/nodes.ts'
import type { FrontMatterProblem, TextRange } from './front-matter/problem.ts'
import { recover } from './front-matter/recover.ts'
import { parseMatter } from './front-matter/split.ts'

export type { Written, WrittenMap } from './front-matter/data.ts'
export { decodeText, MAX_FILE_BYTES } from './front-matter/decode.ts'
export { placeOf } from './front-matter/place.ts'
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
}

/** Reads a Markdown file's front matter. Never throws; runs nothing of what it reads. */
export function readFrontMatter(text: string): FrontMatter {
  const { opening, yaml, body, problems } = findFences(text)
  const rest = { body: text.slice(body), bodyOffset: body }
  if (yaml === undefined)
    return { ...rest, ...NOTHING, problems, locate: () => opening, isUnread: () => true }
  const recovered = parseMatter(text.slice(yaml.start, yaml.end), recover)
  if (recovered === undefined)
    return { ...rest, ...NOTHING, problems, locate: () => opening, isUnread: () => false }

  const { source, events, unread } = recovered
  const toText = (offset: number): number => yaml.start + recovered.original(offset)
  const { data, problems: found } = readData(source, events)
  const all = [
    ...recovered.problems.map(problem => shifted(problem, offset => yaml.start + offset)),
    ...found.map(problem => shifted(problem, toText)),
  ]
  return {
    ...rest,
    data,
    problems: [...problems, ...all].toSorted((a, b) => a.start - b.start),
    locate: locator(opening, () => buildNodes(source, events), toText),
    isUnread: field => !recovered.isReadable || unread.has(field),
  }
}

const NOTHING: { readonly data: WrittenMap } = { data: Object.freeze(Object.create(null)) }

function locator(
  opening: TextRange,
  build: () => Node | undefined,
  toText: (offset: number) => number,
): FrontMatter['locate'] {
  let built: { readonly root: Node | undefined } | undefined
  return (path, part = 'value') => {
    built ??= { root: build() }
    const { found, depth } = findNode(built.root, path)
    if (found === undefined) return opening
    const range = rangeOf(found, depth < path.length && 'key' in found ? 'key' : part)
    return { start: toText(range.start), end: toText(range.end) }
  }
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
