import { lineEnd, lineStart, nextLine } from './place.ts'
import type { TextRange } from './problem.ts'

/** A line of front matter as a person sees it, whether it is YAML or not. */
export interface Suspect {
  readonly line: TextRange
  /** White space of any kind at its start. */
  readonly indent: TextRange
  /** The name before the colon, with its quotes. */
  readonly key: TextRange | undefined
  /** `:` or a full-width `：`. */
  readonly colon: number | undefined
  /** The text after the colon (or the dash) up to a comment, trimmed. */
  readonly value: TextRange
  /** The value with the lines below that are indented further. */
  readonly whole: TextRange
}

/** White space, and characters that take no room: zero-width spaces, joiners and direction marks. */
export const INDENT = /[\s\u200b\u200e\u200f\u2060]/

/** No name of a field is longer. */
const MAX_KEY = 80
/** A value of more lines is no slip of the pen in one line. */
const MAX_LINES = 200

export function suspectAt(source: string, offset: number): Suspect {
  const line = { start: lineStart(source, offset), end: lineEnd(source, offset) }
  const indentEnd = skip(source, line.start, line.end, INDENT)
  const indent = { start: line.start, end: indentEnd }
  const start = skipDashes(source, indentEnd, line.end)
  const found = findKey(source, start, line.end)
  const valueStart = skip(source, found === undefined ? start : found.colon + 1, line.end, /\s/)
  const value = { start: valueStart, end: Math.max(valueStart, valueEnd(source, valueStart, line.end)) }
  const whole = {
    start: value.start,
    end: continuationEnd(source, line.end, start - line.start) ?? value.end,
  }
  return { line, indent, key: found?.key, colon: found?.colon, value, whole }
}

function skip(source: string, from: number, end: number, what: RegExp): number {
  let at = from
  while (at < end && what.test(source.charAt(at))) at++
  return at
}

function skipDashes(source: string, from: number, end: number): number {
  let at = from
  while (source.charAt(at) === '-' && /\s/.test(source.charAt(at + 1))) at = skip(source, at + 1, end, /\s/)
  return at
}

function findKey(
  source: string,
  start: number,
  end: number,
): { readonly key: TextRange; readonly colon: number } | undefined {
  const head = source.slice(start, Math.min(end, start + MAX_KEY))
  const match = /^(?:"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{M}\p{N}_. -]*)(?=[ \t]*[:\uff1a])/u.exec(head)
  if (match === null) return undefined
  const key = { start, end: start + match[0].trimEnd().length }
  return { key, colon: skip(source, key.end, end, /[ \t]/) }
}

function valueEnd(source: string, start: number, lineEnd: number): number {
  const text = source.slice(start, lineEnd)
  const comment = /^["']/.test(text) ? -1 : text.search(/\s#(?:\s|$)/)
  return start + (comment < 0 ? text : text.slice(0, comment)).trimEnd().length
}

/** Where the last of the following lines ends that are indented further than `column`; undefined when there is none. */
function continuationEnd(source: string, from: number, column: number): number | undefined {
  let end: number | undefined
  let at = nextLine(source, from)
  for (let count = 0; at !== undefined && count < MAX_LINES; count++) {
    const stop = lineEnd(source, at)
    const ink = skip(source, at, stop, /\s/)
    if (ink < stop && ink - at <= column) break
    if (ink < stop) end = at + source.slice(at, stop).trimEnd().length
    at = nextLine(source, stop)
  }
  return end
}

/** The line before the one of `offset` that is not blank. */
export function lineAbove(source: string, offset: number): number | undefined {
  let at = lineStart(source, offset)
  while (at > 0) {
    at = lineStart(source, at - (source.startsWith('\r\n', at - 2) ? 2 : 1))
    if (source.slice(at, lineEnd(source, at)).trim() !== '') return at
  }
  return undefined
}

/** The lines of the outermost entry around `offset`: from a line that is not indented to the line break before the next one. */
export function entryAround(source: string, offset: number): TextRange {
  let start = lineStart(source, offset)
  while (start > 0 && !startsEntry(source, start)) {
    const above = lineAbove(source, start)
    if (above === undefined) break
    start = above
  }
  let end = lineEnd(source, offset)
  for (
    let at = nextLine(source, end);
    at !== undefined && !startsEntry(source, at);
    at = nextLine(source, end)
  )
    end = lineEnd(source, at)
  return { start, end }
}

/** A list of a top field may stand in the first column too: a dash starts no entry. */
const startsEntry = (source: string, at: number): boolean => /[^\s#\-\]}]/.test(source.charAt(at))
