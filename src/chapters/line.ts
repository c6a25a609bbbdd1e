import type { Chapter } from '../model.ts'
import { parseClock } from '../units/timestamp.ts'

const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`
const EMPHASIS = '(?:\\*\\*|__|`|\\*)?'
/** A bullet or a number, brackets, emphasis or a link around the time, and a dash, a colon or a bar behind it. */
const LINE = new RegExp(
  `^[ \\t]*(?:[-*+•][ \\t]+|\\d{1,3}[.)][ \\t]+)?${EMPHASIS}[(\\[]?(${TIME})(?!\\w|:\\d)[)\\]]?(?:\\((?:[^()\\s]|\\([^()\\s]{0,100}\\)){0,500}\\))?${EMPHASIS}` +
    `(?:[ \\t]*[-–—→][ \\t]*[(\\[]?(${TIME})(?!\\w|:\\d)[)\\]]?)?(?:[ \\t]*[-–—:|•](?=[ \\t]|$))?(?:[ \\t]+|(?<=[)\\]*_\`])|$)(.*)$`,
)
/** A link around the time and the title plays from there: it is no link of the chapter. */
const WHOLE_LINK =
  /^([ \t]*(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)?)\[(\d{1,3}:\d[^[\]]{1,500})\]\([^()\s]{0,2000}\)$/
const LINK = /^\[([^[\]]{1,500})\]\(\s*<?([^\s()<>]{1,2000})>?(?:\s+"[^"]{0,500}")?\s*\)$/
const INNER_LINK = /\[([^[\]]{1,500})\]\([^()\s]{0,2000}\)/g
const TRAILING_URL = /^(.{0,2000}?)[ \t]{0,20}<(https?:\/\/[^\s<>]{1,2000})>$/

/** A paragraph of notes is no title. */
const LONGEST = 5000

/** `00:00 Intro`, `- (1:02:03) Intro`, `[00:00] Intro`, `00:00:00.000 Intro <https://…>`, `00:00 - 01:30 Intro`. */
export function parseChapterLine(line: string): Chapter | undefined {
  if (line.length > LONGEST) return undefined
  const [, from, to, rest = ''] = LINE.exec(line.trimEnd().replace(WHOLE_LINK, '$1$2')) ?? []
  const start = from === undefined ? undefined : parseClock(from)
  if (start === undefined) return undefined
  const end = to === undefined ? undefined : parseClock(to)
  const { title, url } = splitUrl(rest.trim())
  return {
    start,
    ...(title ? { title } : {}),
    ...(end === undefined ? {} : { end }),
    ...(url ? { url } : {}),
  }
}

function splitUrl(rest: string): { title: string; url?: string } {
  const [, linked, target] = LINK.exec(rest) ?? []
  if (linked !== undefined && target !== undefined) return { title: plain(linked), url: target }
  const [, words, url] = TRAILING_URL.exec(rest) ?? []
  return words === undefined || url === undefined ? { title: plain(rest) } : { title: plain(words), url }
}

/** Without the Markdown that would otherwise be read out. */
const plain = (text: string): string =>
  text
    .replace(INNER_LINK, '$1')
    .replace(/(\*\*|__|`)(.{1,500}?)\1/g, '$2')
    .trim()
