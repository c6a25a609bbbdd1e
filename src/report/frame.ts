import type { Place } from '../diagnostic.ts'
import { displayWidth } from './cells.ts'
import type { Paint } from './colour.ts'
import { cropped, type Span } from './crop.ts'
import type { Lines } from './lines.ts'

/** Below this a frame shows nothing that helps. Columns. */
const ROOM_MIN = 20

export interface FrameStyle {
  readonly paint: Paint
  /** Colours the underline. */
  readonly underline: (text: string) => string
  /** Stands under the span, behind the carets. */
  readonly label?: string
  /** One line before and after. */
  readonly context: boolean
  /** Digits of the widest line number of the whole diagnostic. */
  readonly digits: number
  /** Terminal columns. */
  readonly width: number
}

const wholeLine = (line: string): Span => ({
  start: line.length - line.trimStart().length,
  end: line.trimEnd().length,
})

const spanOf = (place: Place, line: string): Span => {
  if (place.column === undefined) return wholeLine(line)
  const start = place.column - 1
  return { start, end: Math.max(place.endColumn === undefined ? 0 : place.endColumn - 1, start + 1) }
}

export interface Frame {
  /** Empty when the text has no such line. */
  readonly rows: readonly string[]
  /** Whether the label had room. */
  readonly labelled: boolean
}

/** The lines around a place with the place underlined. */
export const frame = (place: Place, lines: Lines | undefined, style: FrameStyle): Frame => {
  const number = place.line ?? 0
  const line = lines?.at(number)
  if (line === undefined) return { rows: [], labelled: false }
  const { faint } = style.paint
  const room = Math.max(ROOM_MIN, style.width - style.digits - 4)
  const numbered = (at: number, text: string): string =>
    `${faint(` ${String(at).padStart(style.digits)} │`)} ${text}`.trimEnd()
  const around = (at: number): readonly string[] => {
    const text = style.context ? lines?.at(at) : undefined
    return text === undefined || text.trim() === ''
      ? []
      : [numbered(at, cropped(text, { start: 0, end: 0 }, room).text)]
  }
  const { text, indent, length } = cropped(line, spanOf(place, line), room)
  const labelled = style.label !== undefined && indent + length + 1 + displayWidth(style.label) <= room
  const underline = `${'^'.repeat(length)}${labelled ? ` ${style.label}` : ''}`
  const rows = [
    ...around(number - 1),
    numbered(number, text),
    `${faint(` ${' '.repeat(style.digits)} │`)} ${' '.repeat(indent)}${style.underline(underline)}`,
    ...around(number + 1),
  ]
  return { rows, labelled }
}
