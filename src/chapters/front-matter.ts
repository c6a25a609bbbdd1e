import { chaptersInAList } from '../limits.ts'
import { isMap } from '../schema/flow.ts'
import { parseNpt } from '../units/timestamp.ts'
import { readFields } from './fields.ts'
import { parseChapterLine } from './line.ts'
import { type ChapterProblem, type ChapterReading, type Found, readingOf } from './problem.ts'
import { readTimestamps } from './timestamps.ts'

/**
 * The `chapters` of an episode's front matter: a list of `"00:00 Intro"` and of maps, a map from times to titles, or a text
 * with a chapter on each line. A problem's `index` is that of the entry.
 */
export function readChapterList(value: unknown): ChapterReading {
  if (typeof value === 'string') return { ...readTimestamps(value), lines: [] }
  const entries = entriesOf(value)
  if (!entries) return readingOf([], [{ kind: 'no-chapters' }])
  const parts = entries.slice(0, chaptersInAList + 1).map(readEntry)
  const found = parts.flatMap(part => part.found ?? [])
  return {
    ...readingOf(
      found,
      parts.flatMap(({ problems }) => problems),
    ),
    entries: found.map(({ index }) => index ?? 0),
  }
}

/** A map from times is read as the list that it stands for. */
function entriesOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.length ? value : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const pairs = Object.entries(value)
  if (pairs.length === 0 || pairs.every(([key]) => parseNpt(key) === undefined)) return undefined
  return pairs.map(([start, what]) => (isMap(what) ? { start, ...what } : { start, title: what }))
}

interface Part {
  readonly found?: Found
  readonly problems: readonly ChapterProblem[]
}

function readEntry(entry: unknown, index: number): Part {
  if (typeof entry === 'string') return readLine(entry, index)
  if (!isMap(entry)) return { problems: [{ kind: 'not-an-object', index }] }
  // In YAML an unquoted `- 00:00: Intro` is a map of one pair.
  const pairs = Object.entries(entry)
  const [start, title] = pairs.length === 1 ? pairs[0]! : []
  const fields = start !== undefined && parseNpt(start) !== undefined ? { start, title } : entry
  const { chapter, problems } = readFields(fields, 'front-matter')
  return {
    ...(chapter ? { found: { chapter, index } } : {}),
    problems: problems.map(found => ({ ...found, index })),
  }
}

function readLine(line: string, index: number): Part {
  const chapter = parseChapterLine(line)
  if (!chapter) return { problems: [{ kind: 'bad-line', index, value: line.slice(0, 80) }] }
  return { found: { chapter, index }, problems: chapter.title ? [] : [{ kind: 'missing-title', index }] }
}
