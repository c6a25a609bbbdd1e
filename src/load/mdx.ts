/**
 * The notes of an `.mdx` file as Markdown: what belongs to the program of a web page (imports, exports, components, expressions)
 * is left out, and the Markdown around and inside it stays. Nothing is run, and nothing is refused: https://mdxjs.com/docs/what-is-mdx/
 */

import { mdxLevels, mdxSteps } from '../limits.ts'
import { type Budget, closingOf, lineEnd, paragraphEnd, statementsEnd } from './mdx/code.ts'
import { type Cut, type Rest, without } from './mdx/cuts.ts'
import { readTag, type Tag } from './mdx/tag.ts'

export interface Mdx extends Rest {
  /** What a reader of the page may see and a listener does not, in the order of the text: `import`, `<Player>`, `{…}`. UTF-16 units. */
  readonly lost: readonly Lost[]
}

export interface Lost extends Cut {
  readonly what: string
}

export const readMdx = (source: string): Mdx => {
  const reading: Reading = {
    text: source,
    cuts: [],
    lost: [],
    budget: { left: Math.min(4 * source.length + 10_000, mdxSteps) },
    around: [],
    at: 0,
    line: 0,
    paragraph: 0,
    isAfterBlank: true,
    left: undefined,
  }
  while (reading.at < source.length) {
    startLine(reading)
    readLine(reading)
    endLine(reading)
  }
  return { ...without(source, reading.cuts), lost: reading.lost }
}

interface Reading {
  readonly text: string
  readonly cuts: Cut[]
  readonly lost: Lost[]
  readonly budget: Budget
  /** The elements that are open around this place, and how far what stands inside them is indented. */
  readonly around: { readonly name: string; readonly indent: string }[]
  at: number
  /** Where the line began. */
  line: number
  /** Where the paragraph ends that was last looked for the end of. */
  paragraph: number
  isAfterBlank: boolean
  /** What was left out of this line: an element divides paragraphs, an expression does not. */
  left: 'element' | 'expression' | undefined
}

const leaveOut = (reading: Reading, cut: Cut, left: 'element' | 'expression', what?: string): void => {
  reading.cuts.push(cut)
  if (left === 'element' || reading.left === undefined) reading.left = left
  if (what !== undefined) reading.lost.push({ ...cut, what })
  reading.at = Math.max(reading.at, cut.end)
}

// --------------------------------------------------------------------------------------------------- lines

/** In MDX, what stands inside an element may be indented with it; in Markdown, four spaces would make code of it. */
const startLine = (reading: Reading): void => {
  const { text, at } = reading
  const indent = reading.around.at(-1)?.indent ?? ''
  let length = 0
  while (length < indent.length && text[at + length] === indent[length]) length++
  if (length > 0) reading.cuts.push({ start: at, end: at + length })
  reading.line = at
  reading.at = at + length
  reading.left = undefined
}

const readLine = (reading: Reading): void => {
  const { text, at, budget } = reading
  const fenced = fenceEnd(reading)
  if (fenced !== undefined) {
    reading.at = fenced
    return
  }
  const keyword = reading.isAfterBlank && reading.around.length === 0 ? moduleKeyword(text, at) : undefined
  if (keyword !== undefined)
    leaveOut(reading, { start: at, end: statementsEnd(text, at, budget) }, 'element', keyword)
  while (reading.at < text.length && !isBreak(text, reading.at)) readInline(reading)
}

/** Of a line of which nothing is left, nothing is left. */
const endLine = (reading: Reading): void => {
  const { text, line, cuts, left, at } = reading
  const next = text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length)
  if (left !== undefined && isEmptied(reading))
    cuts.push({ start: line, end: left === 'expression' ? next : at })
  reading.isAfterBlank = left === 'element' || text.slice(line, at).trim() === ''
  reading.at = next
}

const isEmptied = ({ text, line, cuts, at }: Reading): boolean => {
  let end = at
  for (let i = cuts.length - 1; i >= 0 && cuts[i]!.start >= line; i--) {
    if (text.slice(cuts[i]!.end, end).trim() !== '') return false
    end = cuts[i]!.start
  }
  return text.slice(line, end).trim() === ''
}

const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r'

/** As a statement begins, and not as a sentence that has the word in front. */
const MODULE =
  /(?:(import)\s*(?:["'{*]|[\w$]+\s*(?:,|from\b)|type\s)|(export)\s*(?:[{*]|default\b|const\b|let\b|var\b|async\b|function\b|class\b|type\b|interface\b))/y

const moduleKeyword = (text: string, at: number): string | undefined => {
  MODULE.lastIndex = at
  const found = MODULE.exec(text)
  return found?.[1] ?? found?.[2]
}

// ---------------------------------------------------------------------------------------------------- code

const FENCE = /^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*)(`{3,}(?![^\r\n]*`)|~{3,})/

/** Where the last line of a fenced block ends that begins at the line of `at`: code is shown, be it JSX or not. */
const fenceEnd = (reading: Reading): number | undefined => {
  const { text, at } = reading
  const [, before = '', fence] = FENCE.exec(text.slice(at, Math.min(lineEnd(text, at), at + 1000))) ?? []
  if (fence === undefined) return undefined
  const indent = reading.around.at(-1)?.indent ?? ''
  for (let end = lineEnd(text, at); ; ) {
    if (end >= text.length) return text.length
    const line = text.startsWith('\r\n', end) ? end + 2 : end + 1
    const written = text.slice(line, lineEnd(text, line))
    if (leavesContainer(written, before)) return end
    if (indent !== '' && written.startsWith(indent))
      reading.cuts.push({ start: line, end: line + indent.length })
    end = line + written.length
    if (isFenceClosed(written, fence)) return end
  }
}

const isFenceClosed = (line: string, fence: string): boolean => {
  const written = line.replace(/^[ \t>]+/, '').trimEnd()
  return written.length >= fence.length && written === fence[0]!.repeat(written.length)
}

/** A fence in a quotation or in the item of a list ends with it. */
const leavesContainer = (line: string, before: string): boolean => {
  if (line.trim() === '') return false
  if (before.includes('>')) return !/^[ \t]*>/.test(line)
  return /[-*+.)]/.test(before) && line.length - line.trimStart().length < before.length
}

/** Behind a span of code; behind its first marks where nothing closes it. */
const codeSpanEnd = (reading: Reading): number => {
  const { text, at, budget } = reading
  const marks = /`+/y
  marks.lastIndex = at
  const opening = marks.exec(text)![0]
  if (reading.paragraph <= at) reading.paragraph = paragraphEnd(text, at)
  const next = /`+/g
  next.lastIndex = at + opening.length
  for (
    let found = next.exec(text);
    found !== null && found.index < reading.paragraph;
    found = next.exec(text)
  ) {
    if (found[0].length === opening.length) return found.index + opening.length
    if ((budget.left -= found.index - at) <= 0) break
  }
  return at + opening.length
}

// -------------------------------------------------------------------------------------------------- inline

const readInline = (reading: Reading): void => {
  const { text, at, budget } = reading
  switch (text[at]) {
    case '\\':
      reading.at = at + (isBreak(text, at + 1) ? 1 : 2)
      return
    case '`':
      reading.at = codeSpanEnd(reading)
      return
    case '<': {
      const tag = budget.left > 0 ? readTag(text, at, budget) : undefined
      if (tag === undefined) reading.at = at + 1
      else readElement(reading, tag)
      return
    }
    case '{': {
      const end = budget.left > 0 ? closingOf(text, at, budget) : undefined
      if (end === undefined) reading.at = at + 1
      else readExpression(reading, { start: at, end })
      return
    }
    default:
      reading.at = plainEnd(text, at)
  }
}

const plainEnd = (text: string, at: number): number => {
  const special = /[\\`<{\r\n]/g
  special.lastIndex = at + 1
  return special.exec(text)?.index ?? text.length
}

const readExpression = (reading: Reading, cut: Cut): void => {
  const inside = reading.text.slice(cut.start + 1, cut.end - 1)
  const written = inside.trim()
  // `{" "}` is how formatters keep a space: what it says needs no program.
  const [, quote = '', says] = /^(["'`])([^"'`\\\r\n{}]*)\1$/.exec(written) ?? []
  if (says !== undefined) {
    const from = cut.start + 1 + inside.indexOf(quote) + 1
    reading.cuts.push({ start: cut.start, end: from }, { start: from + says.length, end: cut.end })
    reading.at = cut.end
    return
  }
  const isSilent = written === '' || isComment(written) || /^#[\w-]+$/.test(written)
  leaveOut(reading, cut, 'expression', isSilent ? undefined : '{…}')
}

const isComment = (code: string): boolean =>
  (code.startsWith('/*') && code.indexOf('*/') === code.length - 2) || /^\/\/[^\r\n]*$/.test(code)

// ------------------------------------------------------------------------------------------------ elements

/** They hold others together and mean nothing themselves. On a line of their own they would keep Markdown from being read. */
const WRAPPERS: ReadonlySet<string> = new Set(
  'div section article aside main header footer nav center'.split(' '),
)
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)
/** Empty, they show nothing. */
const QUIET: ReadonlySet<string> = new Set([...WRAPPERS, ...'a span p i b'.split(' ')])

const readElement = (reading: Reading, tag: Tag): void => {
  const { name, kind, start, end } = tag
  const isOfPage = /^$|^[A-Z_$]|[.:-]/.test(name)
  if (isOfPage || (WRAPPERS.has(name) && isAlone(reading, tag))) {
    leaveOut(reading, { start, end }, 'element', isOfPage && name !== '' ? `<${name}>` : undefined)
    if (kind === 'open') open(reading, tag)
    else if (kind === 'close') close(reading, name)
    return
  }
  // In HTML, `<video />` is open, and all that follows is inside it.
  if (kind === 'empty' && !VOID.has(name)) {
    leaveOut(reading, { start, end }, 'element', QUIET.has(name) ? undefined : `<${name}>`)
    return
  }
  for (const { name: attribute, ...cut } of tag.expressions) {
    reading.cuts.push(cut)
    if (/^(?:href|src|alt)$/i.test(attribute)) reading.lost.push({ ...cut, what: `${attribute}={…}` })
  }
  reading.at = end
}

const isAlone = ({ text, line }: Reading, { start, end }: Tag): boolean => {
  const behind = /[ \t]*(?=[\r\n]|$)/y
  behind.lastIndex = end
  return start - line < 500 && text.slice(line, start).trim() === '' && behind.test(text)
}

const open = ({ text, around }: Reading, { name, end }: Tag): void => {
  const inherited = around.at(-1)?.indent ?? ''
  const following = /[ \t]*((?:\r?\n[ \t]*)*)(?=[^\s])/y
  following.lastIndex = end
  const indent = /(?<![ \t])[ \t]*$/.exec(following.exec(text)?.[1] ?? '')?.[0] ?? ''
  if (around.length < mdxLevels)
    around.push({ name, indent: indent.startsWith(inherited) ? indent : inherited })
}

/** What was left open inside is closed with it. */
const close = ({ around }: Reading, name: string): void => {
  const index = around.findLastIndex(one => one.name === name)
  if (index >= 0) around.length = index
}
