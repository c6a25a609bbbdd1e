/** JSON chapters 1.2.0: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md */

import { type JsonNode, memberOf, parseJson } from '../syntax/json.ts'
import type { TextPosition } from '../syntax/positions.ts'
import { readFields } from './fields.ts'
import { type ChapterProblem, type ChapterReading, type Found, readingOf } from './problem.ts'

/** The versions that have been published. All have the same fields, apart from what was added. */
const VERSIONS = ['1.0.0', '1.1.0', '1.2.0']

type PositionAt = (offset: number) => TextPosition

export function readJsonChapters(text: string): ChapterReading {
  const reading = parseJson(text)
  if ('node' in reading) return readDocument(reading.node, reading.positionAt)
  const { line, column, expected } = reading.fault
  return readingOf([], [{ kind: 'invalid-json', line, column, value: expected }])
}

function readDocument(root: JsonNode, positionAt: PositionAt): ChapterReading {
  // A bare list of chapters is common enough to be read.
  const list = root.type === 'array' ? root : memberOf(root, 'chapters')?.value
  const shape =
    root.type === 'object' ? versionProblems(root, positionAt) : [problem('not-an-object', root, positionAt)]
  if (list?.type !== 'array' || list.items.length === 0) {
    return readingOf([], [...shape, problem('no-chapters', list ?? root, positionAt)])
  }
  const parts = list.items.map((item, index) => readChapter(item, index, positionAt))
  return readingOf(
    parts.flatMap(({ found }) => found ?? []),
    [...shape, ...parts.flatMap(({ problems }) => problems)],
  )
}

function versionProblems(root: JsonNode, positionAt: PositionAt): ChapterProblem[] {
  const version = memberOf(root, 'version')?.value
  if (!version) return [problem('missing-version', root, positionAt)]
  if (version.type === 'string' && VERSIONS.includes(version.value)) return []
  const value = 'value' in version ? String(version.value) : version.type
  return [{ ...problem('wrong-version', version, positionAt), value }]
}

interface Part {
  readonly found?: Found
  readonly problems: readonly ChapterProblem[]
}

function readChapter(item: JsonNode, index: number, positionAt: PositionAt): Part {
  if (item.type !== 'object') return { problems: [{ ...problem('not-an-object', item, positionAt), index }] }
  const { chapter, problems } = readFields(plain(item) as Record<string, unknown>, 'json')
  const { line } = positionAt(item.offset)
  return {
    ...(chapter ? { found: { chapter, line, index } } : {}),
    problems: problems.map(found => {
      const member = memberOf(item, found.key.split('.')[0]!)
      const place = positionAt(member ? memberPlace(member, found.kind) : item.offset)
      return { ...found, index, line: place.line, column: place.column }
    }),
  }
}

const memberPlace = (member: { offset: number; value: JsonNode }, kind: ChapterProblem['kind']): number =>
  kind === 'unknown-key' ? member.offset : member.value.offset

const problem = (
  kind: ChapterProblem['kind'],
  { offset }: JsonNode,
  positionAt: PositionAt,
): ChapterProblem => {
  const { line, column } = positionAt(offset)
  return { kind, line, column }
}

function plain(node: JsonNode): unknown {
  if (node.type === 'array') return node.items.map(plain)
  if (node.type !== 'object') return node.value
  // Object.fromEntries defines properties: a key `__proto__` is only a key.
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]))
}
