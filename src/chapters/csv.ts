/** Comma-separated chapters (RFC 4180, a row on a line): `start,title[,url]`, or any order under a line of names. */

import type { Chapter } from '../model.ts'
import { beginning, linesOf } from '../syntax/lines.ts'
import { parseNpt } from '../units/timestamp.ts'
import { type ChapterProblem, type ChapterReading, type Found, readingOf } from './problem.ts'

type Column = 'start' | 'title' | 'url' | 'image' | 'end'

const COLUMNS: Readonly<Record<string, Column>> = {
  start: 'start',
  starttime: 'start',
  'start time': 'start',
  time: 'start',
  timestamp: 'start',
  title: 'title',
  name: 'title',
  chapter: 'title',
  url: 'url',
  href: 'url',
  link: 'url',
  image: 'image',
  img: 'image',
  end: 'end',
  endtime: 'end',
  'end time': 'end',
}
const DEFAULT: readonly (Column | undefined)[] = ['start', 'title', 'url']

/** The columns that a line of names announces. */
export function columnsOf(line: string): readonly (Column | undefined)[] | undefined {
  const columns = cellsOf(line).map(cell => {
    const name = cell.toLowerCase()
    return Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined
  })
  return columns.includes('start') && columns.length > 1 ? columns : undefined
}

export const isCsvLine = (line: string): boolean => {
  const [first = '', ...rest] = cellsOf(line)
  return rest.length > 0 && parseNpt(first) !== undefined
}

export function readCsv(text: string): ChapterReading {
  const rows = linesOf(text)
    .map((written, index) => ({ written, line: index + 1 }))
    .filter(({ written }) => written.trim() !== '')
  const named = columnsOf(rows[0]?.written ?? '')
  const found: Found[] = []
  const problems: ChapterProblem[] = []
  for (const { written, line } of named ? rows.slice(1) : rows) {
    const chapter = readRow(cellsOf(written), named ?? DEFAULT)
    if (!chapter) problems.push({ kind: 'bad-line', line, value: beginning(written) })
    else found.push({ chapter, line, index: found.length })
    if (chapter && !chapter.title) problems.push({ kind: 'missing-title', line })
  }
  return readingOf(found, problems)
}

function readRow(cells: readonly string[], columns: readonly (Column | undefined)[]): Chapter | undefined {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? ''
  const start = parseNpt(cell('start'))
  if (start === undefined) return undefined
  const end = parseNpt(cell('end'))
  return {
    start,
    ...(cell('title') ? { title: cell('title') } : {}),
    ...(end === undefined ? {} : { end }),
    ...(cell('url') ? { url: cell('url') } : {}),
    ...(cell('image') ? { image: cell('image') } : {}),
  }
}

/** Quotes hold commas together, and are doubled to stand for themselves. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (const unit of line) {
    if (unit === '"') quoted = !quoted
    if (unit === ',' && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += unit
  }
  return [...cells, cell].map(unquoted)
}

function unquoted(cell: string): string {
  const trimmed = cell.trim()
  if (!trimmed.startsWith('"') || !trimmed.endsWith('"') || trimmed.length < 2) return trimmed
  return trimmed.slice(1, -1).replaceAll('""', '"').trim()
}
