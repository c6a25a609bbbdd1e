import { chapterProblems, chaptersInAList } from '../limits.ts'
import type { ChapterProblem, ChapterProblemKind } from '../measured.ts'
import type { Chapter } from '../model.ts'

export type { ChapterProblem, ChapterProblemKind }

export interface ChapterReading {
  /** In the order that they were written in. */
  readonly chapters: readonly Chapter[]
  /** The line of each chapter, from 1; empty for front matter. */
  readonly lines: readonly number[]
  /** Of front matter: the entry that each chapter was read from, from 0. */
  readonly entries?: readonly number[]
  /** At most 200. */
  readonly problems: readonly ChapterProblem[]
}

/** A chapter with the place that it was read from. */
export interface Found {
  readonly chapter: Chapter
  readonly line?: number
  readonly index?: number
}

/** Puts a reading together, with the problems of the order added to those of the parts. */
export function readingOf(found: readonly Found[], problems: readonly ChapterProblem[]): ChapterReading {
  const kept = found.slice(0, chaptersInAList)
  const excess: ChapterProblem[] = found.length > kept.length ? [{ kind: 'too-large' }] : []
  return {
    chapters: kept.map(({ chapter }) => chapter),
    lines: kept.flatMap(({ line }) => (line === undefined ? [] : [line])),
    problems: [...problems, ...orderProblems(kept), ...excess].slice(0, chapterProblems),
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
