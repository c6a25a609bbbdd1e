/** A list of times and titles, a line each: what people type, and what mp4chaps writes. */

import { beginning, linesOf } from '../syntax/lines.ts'
import { parseChapterLine } from './line.ts'
import { type ChapterProblem, type ChapterReading, type Found, readingOf } from './problem.ts'

export function readTimestamps(text: string): ChapterReading {
  const found: Found[] = []
  const problems: ChapterProblem[] = []
  for (const [index, line] of linesOf(text).entries()) {
    // mp4chaps writes its metadata behind `#`.
    if (line.trim() === '' || line.startsWith('#')) continue
    const chapter = parseChapterLine(line)
    if (!chapter) problems.push({ kind: 'bad-line', line: index + 1, value: beginning(line) })
    else found.push({ chapter, line: index + 1, index: found.length })
    if (chapter && !chapter.title) problems.push({ kind: 'missing-title', line: index + 1 })
  }
  return readingOf(found, problems)
}
