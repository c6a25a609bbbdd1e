/** What the rules of chapters share: which chapters count, and how a chapter is called. */

import type { Finding } from '../../../diagnostic.ts'
import { fewOfOneRule } from '../../../limits.ts'
import type { ChapterList, ChapterProblem, ChapterProblemKind } from '../../../measured.ts'
import type { Chapter } from '../../../model.ts'
import { grouped } from '../../../units/amount.ts'
import { formatTimestamp } from '../../../units/timestamp.ts'
import type { Item } from '../../evidence.ts'

/** A finding for the chapters that an episode takes; its other lists are only compared with them. Of a damaged file the rest says nothing. */
export const eachChapters = (find: (list: ChapterList, item: Item) => Iterable<Finding>) =>
  function* (item: Item): Iterable<Finding> {
    const [list] = item.recording.chapters
    if (list !== undefined && list.chapters.length > 0 && !list.problems.some(isDamage))
      yield* find(list, item)
  }

/** Nothing, or not all of it, could be read. */
export const isDamage = (problem: ChapterProblem): boolean =>
  isOfDocument(problem, 'encoding', 'empty', 'too-large', 'invalid-json', 'not-well-formed', 'no-chapters')

/** One chapter is left out, because its time cannot be read. */
export const isLoss = ({ kind, key = '', index }: ChapterProblem): boolean =>
  kind === 'bad-line' ||
  (kind === 'not-an-object' && index !== undefined) ||
  (kind === 'bad-time' && !key.startsWith('end')) ||
  (kind === 'missing-key' && !key.includes('.'))

/** In one list a program makes the same mistake a thousand times: more than a few are told at the first of them, with their count. */
export const onceOfMany = (
  findings: readonly Finding[],
  together: (count: string) => Pick<Finding, 'message' | 'help'>,
): readonly Finding[] => {
  const [first] = findings
  return first === undefined || findings.length <= fewOfOneRule
    ? findings
    : [{ ...first, ...together(grouped(findings.length)) }]
}

export const isShown = ({ toc }: Chapter): boolean => toc !== false

/** `"The letter" (01:35)` */
export const nameOf = ({ title, start }: Chapter, shown = formatTimestamp): string =>
  title === undefined ? `at ${shown(start)}` : `"${title}" (${shown(start)})`

type Placed = ChapterList['problems'][number]

/** What was found in reading each list. */
export const eachProblem = (
  isMeant: (problem: ChapterProblem, list: ChapterList) => boolean,
  find: (problem: Placed, list: ChapterList, item: Item) => Omit<Finding, 'place'>,
) =>
  function* (item: Item): Iterable<Finding> {
    for (const list of item.recording.chapters)
      for (const problem of list.problems)
        if (isMeant(problem, list)) yield { ...find(problem, list, item), place: problem.place }
  }

/** Of a whole document, not of one of its chapters. */
export const isOfDocument = (problem: ChapterProblem, ...kinds: readonly ChapterProblemKind[]): boolean =>
  problem.index === undefined && kinds.includes(problem.kind)

/** How messages name a list. */
export const listName = ({ source, path }: ChapterList): string => {
  switch (source) {
    case 'front matter':
      return 'the front matter'
    case 'file':
      return path?.slice(path.lastIndexOf('/') + 1) ?? 'the chapters file'
    case 'audio':
      return 'the audio itself'
    case 'notes':
      return 'the notes'
  }
}
