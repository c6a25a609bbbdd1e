import type { Chapter } from '../../model.ts'

export type ChapterProblemKind =
  /** Nothing in it. */
  | 'empty'
  /** Over 4 M characters, or over 10,000 chapters: not read, or not further. */
  | 'too-large'
  /** `value`: what should have stood there, as in json.ts. */
  | 'invalid-json'
  /** `value`: what the XML parser says. */
  | 'not-well-formed'
  /** The document, or a chapter of it, is no JSON object (in front matter: neither text nor a map). */
  | 'not-an-object'
  | 'missing-version'
  /** `value`: the version that stands there. */
  | 'wrong-version'
  /** No list of chapters, or an empty one. */
  | 'no-chapters'
  /** `value`: the namespace of the element. */
  | 'wrong-namespace'
  | 'missing-key'
  | 'unknown-key'
  | 'wrong-type'
  /** A time in quotes where JSON wants a number. */
  | 'number-as-text'
  /** `value`: what stands in place of a time. */
  | 'bad-time'
  | 'missing-title'
  /** A line that is no chapter. `value`: its beginning. */
  | 'bad-line'
  /** Timestamps that look like a list of chapters, but begin later. `value`: the first time, in seconds. */
  | 'first-not-zero'
  | 'not-ascending'
  /** Two chapters that are shown begin together. */
  | 'same-start'
  | 'end-before-start'

export interface ChapterProblem {
  readonly kind: ChapterProblemKind
  /** From 1; of front matter only the index is known. */
  readonly line?: number
  readonly column?: number
  /** Of the chapter as written, from 0. */
  readonly index?: number
  readonly key?: string
  readonly value?: string
}

export interface ChapterReading {
  /** In the order that they were written in. */
  readonly chapters: readonly Chapter[]
  /** The line of each chapter, from 1; empty for front matter. */
  readonly lines: readonly number[]
  /** At most 200. */
  readonly problems: readonly ChapterProblem[]
}

/** A chapter with the place that it was read from. */
export interface Found {
  readonly chapter: Chapter
  readonly line?: number
  readonly index?: number
}

export const MOST_CHAPTERS = 10_000
const MOST_PROBLEMS = 200

/** Puts a reading together, with the problems of the order added to those of the parts. */
export function readingOf(found: readonly Found[], problems: readonly ChapterProblem[]): ChapterReading {
  const kept = found.slice(0, MOST_CHAPTERS)
  const excess: ChapterProblem[] = found.length > kept.length ? [{ kind: 'too-large' }] : []
  return {
    chapters: kept.map(({ chapter }) => chapter),
    lines: kept.flatMap(({ line }) => (line === undefined ? [] : [line])),
    problems: [...problems, ...orderProblems(kept), ...excess].slice(0, MOST_PROBLEMS),
  }
}

function orderProblems(found: readonly Found[]): ChapterProblem[] {
  const problems: ChapterProblem[] = []
  let previous: Chapter | undefined
  let shown: Chapter | undefined
  for (const { chapter, ...place } of found) {
    if (previous && chapter.start < previous.start) problems.push({ kind: 'not-ascending', ...place })
    if (chapter.toc !== false && shown?.start === chapter.start)
      problems.push({ kind: 'same-start', ...place })
    if (chapter.end !== undefined && chapter.end <= chapter.start)
      problems.push({ kind: 'end-before-start', ...place })
    previous = chapter
    if (chapter.toc !== false) shown = chapter
  }
  return problems
}
