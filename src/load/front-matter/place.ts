import type { Place } from '../../diagnostic.ts'
import { positionsIn } from '../../syntax/positions.ts'
import { once } from '../../units/once.ts'

const BOM = 0xfeff

/**
 * Line and column of a span. Lines end with LF, CRLF or CR; columns are UTF-16 units and do not count a byte order mark.
 * Of a span over several lines, `endColumn` closes the first.
 */
export const placeOf = (file: string, text: string, start: number, end: number): Place & TextPosition =>
  placesIn(file, text)(start, end)

/** The same for many spans of one text, whose lines are counted once. An offset beyond the text stands at its end. */
export const placesIn = (
  file: string,
  text: string,
): ((start: number, end: number) => Place & TextPosition) => {
  const first = text.charCodeAt(0) === BOM ? 1 : 0
  const position = once(() => positionsIn(text))
  return (start, end) => {
    const from = Math.max(first, Math.min(start, text.length))
    const { line, column: counted } = position()(from)
    const column = line === 1 ? counted - first : counted
    // No further than the span: a line may be half a megabyte long, and hold ten thousand of them.
    return { file, line, column, endColumn: column + Math.max(0, lineEnd(text, from, end) - from) }
  }
}

export interface TextPosition {
  readonly line: number
  readonly column: number
}

/** Where the line ends on which `offset` stands, without its line break; `most`: where to stop looking. */
export function lineEnd(text: string, offset: number, most = text.length): number {
  let end = offset
  const last = Math.min(most, text.length)
  while (end < last && !isBreak(text.charCodeAt(end))) end++
  return end
}

const isBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d

/** Where the line after the one of `offset` starts, if there is one. */
export function nextLine(text: string, offset: number): number | undefined {
  const end = lineEnd(text, offset)
  if (end >= text.length) return undefined
  return text.startsWith('\r\n', end) ? end + 2 : end + 1
}

/** Where the line starts on which `offset` stands. */
export function lineStart(text: string, offset: number): number {
  for (let at = offset; at > 0; at--) {
    if (isBreak(text.charCodeAt(at - 1))) return at
  }
  return text.charCodeAt(0) === BOM ? Math.min(1, offset) : 0
}
