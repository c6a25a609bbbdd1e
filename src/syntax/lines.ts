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
