import { chaptersCharacters } from '../limits.ts'
import { linesOf } from '../syntax/lines.ts'
import { isLabelLine, readLabels } from './audacity.ts'
import { columnsOf, isCsvLine, readCsv } from './csv.ts'
import { readJsonChapters } from './json.ts'
import type { ChapterReading } from './problem.ts'
import { readPsc } from './psc.ts'
import { readTimestamps } from './timestamps.ts'
import { readVttChapters } from './vtt.ts'

export { readChapterList } from './front-matter.ts'
export { readNotesChapters } from './notes.ts'
export type { ChapterProblem, ChapterProblemKind, ChapterReading } from './problem.ts'

export type ChapterFormat = 'json' | 'psc' | 'webvtt' | 'audacity' | 'csv' | 'timestamps'

export interface ChapterFile extends ChapterReading {
  /** From the content, never from the name alone. */
  readonly format: ChapterFormat
}

/** Reads a file of chapters. `name` decides only where the content leaves it open. */
export function readChapters(name: string, text: string): ChapterFile {
  const format = formatOf(name, text)
  if (text.length > chaptersCharacters) return nothing(format, 'too-large')
  if (text.trim() === '') return nothing(format, 'empty')
  return { format, ...READERS[format](text) }
}

const nothing = (format: ChapterFormat, kind: 'too-large' | 'empty'): ChapterFile => ({
  format,
  chapters: [],
  lines: [],
  problems: [{ kind, line: 1 }],
})

const READERS: Readonly<Record<ChapterFormat, (text: string) => ChapterReading>> = {
  json: readJsonChapters,
  psc: readPsc,
  webvtt: readVttChapters,
  audacity: readLabels,
  csv: readCsv,
  timestamps: readTimestamps,
}

const BY_EXTENSION: Readonly<Record<string, ChapterFormat>> = {
  json: 'json',
  psc: 'psc',
  xml: 'psc',
  vtt: 'webvtt',
  csv: 'csv',
}

function formatOf(name: string, text: string): ChapterFormat {
  const head = text.slice(0, 4096).replace(/^\ufeff/, '')
  const start = head.trimStart()
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'webvtt'
  // `[00:00] Intro` begins with a bracket as well.
  if (/^(?:\{|\[\s*[{\]])/.test(start)) return 'json'
  if (/^<[?!a-zA-Z]/.test(start)) return 'psc'
  const first = linesOf(start)[0] ?? ''
  if (isLabelLine(first)) return 'audacity'
  if (columnsOf(first) || isCsvLine(first)) return 'csv'
  return BY_EXTENSION[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'timestamps'
}
