import { type Cell, cells } from './cells.ts'

/** A line as it is shown, and which columns of it are meant. */
export interface Cropped {
  readonly text: string
  /** Columns before the underline, and under it: at least one. */
  readonly indent: number
  readonly length: number
}

/** UTF-16 units of a line, counted from 0. `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

const widthOf = (row: readonly Cell[]): number => row.reduce((sum, cell) => sum + cell.width, 0)
const shown = (row: readonly Cell[]): string => row.map(cell => cell.shown).join('')

/** Never begins inside a surrogate pair. */
const boundary = (line: string, at: number): number =>
  at > 0 && at < line.length && /[\udc00-\udfff]/.test(line.charAt(at)) ? at - 1 : at

/** The first cells that fit into `room` columns. */
const fitting = (row: readonly Cell[], room: number): readonly Cell[] => {
  let used = 0
  const end = row.findIndex(cell => (used += cell.width) > room)
  return end === -1 ? row : row.slice(0, end)
}

/** Where the shown part begins: at the line's start if the span's beginning fits from there, else a third of the room before it. */
const firstShown = (row: readonly Cell[], from: number, to: number, room: number, cut: boolean): number => {
  if (!cut && widthOf(row.slice(0, to)) < room) return 0
  let first = from
  for (let lead = Math.floor(room / 3); first > 0; first--) {
    lead -= row[first - 1]?.width ?? 0
    if (lead < 0) break
  }
  return first
}

/**
 * A line of any length in `room` columns, with the span in view and `…` where something is left out.
 * Looks only at the text around the span: a million columns cost no more than a hundred.
 */
export const cropped = (line: string, span: Span, room: number): Cropped => {
  const reach = room * 4
  const start = Math.min(span.start, line.length)
  const from = boundary(line, Math.max(0, start - reach))
  const to = boundary(line, Math.min(line.length, start + reach * 2))
  const row = cells(line.slice(from, to))
  const meant = {
    first: row.findLastIndex(cell => cell.offset + from <= start),
    end: row.findIndex(cell => cell.offset + from >= Math.max(span.end, start + 1)),
  }
  const atEnd = start >= line.length
  const first = atEnd ? row.length : Math.max(0, meant.first)
  const end = meant.end === -1 ? row.length : Math.max(meant.end, first + 1)
  const left = firstShown(row, first, end, room, from > 0)
  const cutLeft = left > 0 || from > 0
  const rest = row.slice(left)
  const space = room - (cutLeft ? 1 : 0)
  const cutRight = to < line.length || widthOf(rest) > space
  const kept = cutRight ? fitting(rest, space - 1) : rest
  const indent = (cutLeft ? 1 : 0) + widthOf(row.slice(left, first))
  const length = widthOf(kept.slice(first - left, end - left))
  return {
    text: `${cutLeft ? '…' : ''}${shown(kept)}${cutRight ? '…' : ''}`,
    indent,
    length: Math.max(1, length),
  }
}
