import type { NotesProblem, Remark } from './problem.ts'

/** Finds the places of remarks that come in the order of the text. */
export const locate = (text: string, remarks: readonly Remark[]): readonly NotesProblem[] => {
  if (remarks.length === 0) return []
  const starts = lineStarts(text)
  const lowered = text.toLowerCase()
  const seen = new Map<string, number>()
  return remarks.map(({ kind, value, needle, lines }) => {
    const from = starts[lines?.[0] ?? 0] ?? 0
    const to = (lines && starts[lines[1]]) ?? text.length
    const wanted = needle.toLowerCase()
    const start = wanted === '' ? -1 : lowered.indexOf(wanted, Math.max(from, seen.get(wanted) ?? 0))
    // Written with entities or by reference, the text itself is not there: its block is.
    if (start < 0 || start >= to) return lines ? { kind, value, start: from, end: to } : { kind, value }
    seen.set(wanted, start + wanted.length)
    return { kind, value, start, end: start + wanted.length }
  })
}

const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (const { 0: newline, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + newline.length)
  return starts
}
