import type { Place } from '../../diagnostic.ts'

const BOM = 0xfeff

/**
 * Line and column of a span. Lines end with LF, CRLF or CR; columns are UTF-16 units and do not count a byte order mark.
 * Of a span over several lines, `endColumn` closes the first.
 */
export function placeOf(file: string, text: string, start: number, end: number): Place & TextPosition {
  const { line, column, lineStart } = positionOf(text, start)
  const from = Math.min(Math.max(start, lineStart), text.length)
  return { file, line, column, endColumn: column + Math.max(0, Math.min(end, lineEnd(text, from)) - from) }
}

interface TextPosition {
  readonly line: number
  readonly column: number
}

/** Counts from 1. An offset beyond the text stands at its end. */
function positionOf(text: string, offset: number): TextPosition & { readonly lineStart: number } {
  const first = text.charCodeAt(0) === BOM ? 1 : 0
  const at = Math.max(first, Math.min(offset, text.length))
  let line = 1
  let lineStart = first
  for (let next = nextLine(text, lineStart); next !== undefined && next <= at; next = nextLine(text, next)) {
    line++
    lineStart = next
  }
  return { line, column: at - lineStart + 1, lineStart }
}

/** Where the line ends on which `offset` stands, without its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++
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
