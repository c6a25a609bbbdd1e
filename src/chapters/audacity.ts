/** Labels as Audacity exports them: https://manual.audacityteam.org/man/importing_and_exporting_labels.html */

import { beginning, linesOf } from '../syntax/lines.ts'
import { type ChapterProblem, type ChapterReading, type Found, readingOf } from './problem.ts'

const LABEL = /^(\d{1,9}(?:[.,]\d{1,12})?)\t(\d{1,9}(?:[.,]\d{1,12})?)(?:\t(.*))?$/

export const isLabelLine = (line: string): boolean => LABEL.test(line)

export function readLabels(text: string): ChapterReading {
  const found: Found[] = []
  const problems: ChapterProblem[] = []
  for (const [index, written] of linesOf(text).entries()) {
    // A line that begins with a backslash holds the frequencies of the label above.
    if (written.trim() === '' || written.startsWith('\\')) continue
    const [, from, to, title = ''] = LABEL.exec(written) ?? []
    const line = index + 1
    if (from === undefined || to === undefined)
      problems.push({ kind: 'bad-line', line, value: beginning(written) })
    else
      found.push({ chapter: labelled(seconds(from), seconds(to), title.trim()), line, index: found.length })
    if (from !== undefined && !title.trim()) problems.push({ kind: 'missing-title', line })
  }
  return readingOf(found, problems)
}

/** A label at a point has the same end as start. */
const labelled = (start: number, end: number, title: string) => ({
  start,
  ...(title ? { title } : {}),
  ...(end === start ? {} : { end }),
})

const seconds = (text: string): number => Number(text.replace(',', '.'))
