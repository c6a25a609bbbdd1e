import { cells, displayWidth, visible } from './cells.ts'

/** More than any message of ours; what a stranger put into one beyond this is not worth a screen. UTF-16 units. */
const MESSAGE_MAX = 4000

/** One line of safe text, bounded. */
export const oneLine = (text: string): string => {
  const bounded = text.length > MESSAGE_MAX ? `${text.slice(0, MESSAGE_MAX)}…` : text
  const lines = bounded.split(/[\r\n]+/).map(line => line.trim())
  return visible(lines.filter(Boolean).join(' '))
}

/**
 * Breaks safe text at spaces into lines of at most `width` columns. A longer word (a URL) stays whole, so that it can be clicked,
 * and so does what is marked as code and begins with `program`, so that it can be copied. The first line has `taken` columns less.
 */
export const wrap = (text: string, width: number, taken = 0, program?: string): readonly string[] => {
  const lines: string[] = []
  let line = ''
  let used = taken
  for (const word of wordsIn(text, program)) {
    const wide = displayWidth(word)
    if (line !== '' && used + 1 + wide > width) {
      lines.push(line)
      line = word
      used = wide
    } else {
      used += (line === '' ? 0 : 1) + wide
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** Safe text has no NUL: it stands for a space at which nothing is broken. */
const wordsIn = (text: string, program: string | undefined): readonly string[] =>
  program === undefined
    ? text.split(' ')
    : text
        .replace(/`[^`]*`/g, code => (code.startsWith(`\`${program} `) ? code.replaceAll(' ', '\0') : code))
        .split(' ')
        .map(word => word.replaceAll('\0', ' '))

/** Cuts at the front, where paths say least: `…n-2/014.mp3`. */
export const keepEnd = (text: string, width: number): string => {
  const row = cells(text)
  const whole = row.reduce((sum, cell) => sum + cell.width, 0)
  if (whole <= width) return row.map(cell => cell.shown).join('')
  let first = row.length
  for (let room = width - 1; first > 0; first--) {
    room -= row[first - 1]?.width ?? 0
    if (room < 0) break
  }
  return width < 1
    ? ''
    : `…${row
        .slice(first)
        .map(cell => cell.shown)
        .join('')}`
}
