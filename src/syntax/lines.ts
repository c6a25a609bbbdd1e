/** Without a byte order mark; ended by LF, CR or CR LF. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)

/** Enough of a line to recognise it. */
export const beginning = (line: string): string => (line.length > 80 ? `${line.slice(0, 79)}…` : line)

/** Whether there are more than so many, told without making them. */
export const hasMoreLines = (text: string, most: number): boolean => {
  let lines = 1
  const next = text.includes('\n') ? '\n' : '\r'
  for (let at = text.indexOf(next); at >= 0 && lines <= most; at = text.indexOf(next, at + 1)) lines++
  return lines > most
}

/** Where each line stands, without its end. */
export const lineRanges = (text: string): readonly LineRange[] => {
  const ranges: LineRange[] = []
  let start = 0
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\r|\n/g)) {
    ranges.push({ start, end: index })
    start = index + lineEnd.length
  }
  return [...ranges, { start, end: text.length }]
}

export interface LineRange {
  readonly start: number
  readonly end: number
}
