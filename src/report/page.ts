import { ourName, spoken } from '../units/shell.ts'
import { type Paint, paint } from './colour.ts'
import { type Lines, linesOf } from './lines.ts'
import type { Report, ReporterOptions } from './reporter.ts'
import { wrap } from './wrap.ts'

/** Text wider than this tires the eye, however wide the terminal is. Columns. */
const READING_WIDTH = 110
const WIDTH_MIN = 40

/** What every part of one rendering shares. */
export interface Page {
  readonly report: Report
  readonly paint: Paint
  readonly width: number
  /** The words that started the program. */
  readonly program: string
  /** A hint in the words that started the program. */
  readonly spoken: (hint: string) => string
  readonly lines: (file: string) => Lines | undefined
}

export const pageOf = (report: Report, { program = ourName, ...options }: ReporterOptions): Page => {
  const known = new Map<string, Lines | undefined>()
  return {
    report,
    paint: paint(options.colour),
    width: Math.max(WIDTH_MIN, options.width),
    program,
    spoken: hint => spoken(hint, program),
    lines: file => {
      if (!known.has(file)) {
        const text = report.source(file)
        known.set(file, text === undefined ? undefined : linesOf(text))
      }
      return known.get(file)
    },
  }
}

/** A sentence, later lines further in. */
export const paragraph = (
  text: string,
  page: Page,
  style: (line: string) => string,
  indent = '',
): readonly string[] =>
  wrap(text, readingWidth(page) - indent.length - 2, -2, page.program).map(
    (line, index) => `${indent}${index === 0 ? '' : '  '}${style(line)}`,
  )

export const readingWidth = (page: Page): number => Math.min(page.width, READING_WIDTH)
