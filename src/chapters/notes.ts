/** Timestamps in show notes, as https://podcasters.apple.com/support/5482 and Spotify read them: a line each, from 0, in order. */

import { chapterCells } from '../limits.ts'
import type { Chapter } from '../model.ts'
import { linesOf } from '../syntax/lines.ts'
import { htmlLines } from './html-lines.ts'
import { parseChapterLine } from './line.ts'
import { type ChapterReading, type Found, readingOf } from './problem.ts'

const NOTHING: ChapterReading = { chapters: [], lines: [], problems: [] }
/** So many times in a row are a list of chapters even if it does not begin at 0; fewer may be mentions. */
const SURELY_A_LIST = 3

/**
 * The chapters that a Markdown text lists; none where it merely mentions times. A list that is one, but has a fault that
 * makes apps ignore it, gives no chapters and one problem. `isAsked`: who says that the notes hold the chapters need not begin at 0,
 * and may have them in a table or in a quotation.
 */
export function readNotesChapters(markdown: string, isAsked = false): ChapterReading {
  const lines = linesOf(markdown)
  const lists = listsOf(isAsked ? lines.map(unwrapped) : lines).filter(list => list.length >= 2)
  const list = lists.find(([first]) => first?.chapter.start === 0) ?? (isAsked ? lists[0] : undefined)
  if (list) return isAscending(list) ? readingOf(list, []) : { ...NOTHING, problems: [firstFault(list)] }
  const late = lists.find(one => one.length >= SURELY_A_LIST && isAscending(one))?.[0]
  if (!late) return NOTHING
  return {
    ...NOTHING,
    problems: [{ kind: 'first-not-zero', line: late.line, value: String(late.chapter.start) }],
  }
}

/** Without the marks of a quotation; and of the row of a table, the time and the next cell that says something. */
const unwrapped = (line: string): string => {
  const inner = line.replace(/^[ \t]{0,3}(?:>[ \t]?){1,20}/, '')
  if (!inner.includes('|')) return inner
  const cells = inner.split('|', chapterCells).map(cell => cell.trim())
  const at = cells.findIndex(cell => parseChapterLine(cell) !== undefined && !titled(cell))
  const title =
    cells.find((cell, i) => i > at && cell !== '') ?? cells.find((cell, i) => i < at && cell !== '')
  return at < 0 || title === undefined ? inner : `${cells[at]} ${title}`
}

interface Listed extends Found {
  readonly line: number
}

const isAscending = (list: readonly Listed[]): boolean =>
  list.every(({ chapter }, index) => index === 0 || chapter.start > list[index - 1]!.chapter.start)

function firstFault(list: readonly Listed[]) {
  const at = list.findIndex(
    ({ chapter }, index) => index > 0 && chapter.start <= list[index - 1]!.chapter.start,
  )
  const kind = list[at]!.chapter.start === list[at - 1]!.chapter.start ? 'same-start' : 'not-ascending'
  return { kind, line: list[at]!.line, index: at } as const
}

/** Runs of lines with a time and a title. A heading, or two lines of other text, ends a run; one is a chapter's description. */
function listsOf(lines: readonly string[]): Listed[][] {
  const lists: Listed[][] = []
  let list: Listed[] = []
  let others = 0
  let fence: string | undefined
  const finish = () => {
    if (list.length) lists.push(list)
    list = []
    others = 0
  }
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1]
    if (mark && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined
    if (fence !== undefined || mark || line.trim() === '') continue
    for (const part of htmlLines(line)) {
      if (part.trim() === '') continue
      const chapter = titled(part)
      if (chapter) {
        list.push({ chapter, line: index + 1, index: list.length })
        others = 0
      } else others += 1
      if (others > 1 || /^#{1,6}[ \t]|<h[1-6]\b/.test(part)) finish()
    }
  }
  finish()
  return lists
}

function titled(line: string): Chapter | undefined {
  const chapter = parseChapterLine(line)
  return chapter?.title === undefined ? undefined : chapter
}
