/** What people mean when YAML does not understand them. Each recogniser knows one slip. */

import type { Edit } from '../../diagnostic.ts'
import { lineEnd, nextLine } from './place.ts'
import { type ProblemKind, shortened, type TextRange } from './problem.ts'
import { inQuotes, singleQuoted } from './quote.ts'
import { entryAround, type Suspect, suspectAt } from './suspect.ts'
import type { YamlError } from './yaml.ts'

/** A guess at what went wrong. It counts if the file reads further with its edits or without what it would leave out. */
export interface Mistake extends TextRange {
  readonly kind: ProblemKind
  readonly message: string
  readonly help: string
  readonly edits: readonly Edit[]
  /** What to leave out where no repair is sure. Without edits and this, the guess only names an error on its own line. */
  readonly without?: TextRange
}

type Recogniser = (source: string, suspect: Suspect, error: YamlError) => Mistake | undefined

/** The more telling first. */
export const recognisers: readonly Recogniser[] = [
  controlCharacter,
  tabIndentation,
  strangeIndentation,
  fullWidthColon,
  missingSpace,
  backslash,
  unindentedQuote,
  unclosedQuote,
  innerQuote,
  curlyQuotes,
  commentInside,
  unclosedBracket,
  blockHeader,
  reservedStart,
  nestedField,
  colonInside,
  unindentedText,
  strayLine,
]

const textOf = (source: string, range: TextRange): string => source.slice(range.start, range.end)

const replaced = (range: TextRange, text: string): readonly Edit[] => [
  { start: range.start, end: range.end, text },
]

/** `title: "A: B"`, as help shows it: the name as written, and the value in its right form. */
function shown(source: string, suspect: Suspect, value: string): string {
  const key = suspect.key === undefined ? '-' : `${textOf(source, suspect.key)}:`
  return value.length <= 60
    ? `${key} ${value}`
    : `${key} ${value.slice(0, 40).toWellFormed()}…${value.slice(-1)}`
}

function controlCharacter(source: string, _suspect: Suspect, error: YamlError): Mistake | undefined {
  if (!/non-printable|null byte|valid JSON character/.test(error.reason)) return undefined
  const at = { start: error.position, end: error.position + 1 }
  const code = source.charCodeAt(error.position).toString(16).toUpperCase().padStart(4, '0')
  return {
    kind: 'syntax',
    ...at,
    message: `There is an invisible character (U+${code}) here, which YAML does not allow`,
    help: 'Remove the invisible character',
    edits: replaced(at, ''),
  }
}

function tabIndentation(source: string, suspect: Suspect): Mistake | undefined {
  if (!textOf(source, suspect.indent).includes('\t')) return undefined
  return {
    kind: 'tab-indentation',
    ...suspect.indent,
    message: 'This line is indented with a tab; YAML takes only spaces',
    help: 'Indent with two spaces instead of each tab',
    edits: reindented(source, suspect, indent => indent.replaceAll('\t', '  ')),
  }
}

/** Of the white space and invisible marks that may stand before a line, those that are no plain space, tab or line break. */
const STRANGE = /[^ \t\r\n]/g
const ZERO_WIDTH = /[\u200b\u200e\u200f\u2060\ufeff]/g

function strangeIndentation(source: string, suspect: Suspect): Mistake | undefined {
  if (textOf(source, suspect.indent).search(STRANGE) < 0) return undefined
  return {
    kind: 'syntax',
    ...suspect.indent,
    message: 'This line begins with no-break spaces or invisible marks, which YAML takes for text',
    help: 'Indent with ordinary spaces',
    edits: reindented(source, suspect, indent => indent.replace(ZERO_WIDTH, '').replace(STRANGE, ' ')),
  }
}

/** All lines of the entry together: half of them would stand in the wrong column. */
function reindented(source: string, suspect: Suspect, mend: (indent: string) => string): readonly Edit[] {
  return linesOf(source, entryAround(source, suspect.line.start)).flatMap(line => {
    const { indent } = suspectAt(source, line.start)
    const text = mend(textOf(source, indent))
    const isBlank = indent.end === line.end
    return isBlank || text === textOf(source, indent) ? [] : replaced(indent, text)
  })
}

function linesOf(source: string, range: TextRange): readonly TextRange[] {
  const lines: TextRange[] = []
  for (
    let at: number | undefined = range.start;
    at !== undefined && at < range.end;
    at = nextLine(source, at)
  )
    lines.push({ start: at, end: lineEnd(source, at) })
  return lines
}

function fullWidthColon(source: string, suspect: Suspect): Mistake | undefined {
  const { colon, value } = suspect
  if (colon === undefined || source.charAt(colon) !== '\uff1a') return undefined
  return {
    kind: 'syntax',
    start: colon,
    end: colon + 1,
    message:
      'The colon after the name is a full-width one (：); YAML takes only an ordinary colon and a space',
    help: `Write an ordinary colon and a space: ${shown(source, suspect, shortened(textOf(source, value)))}`,
    edits: [{ start: colon, end: colon + 1, text: source.charAt(colon + 1) === ' ' ? ':' : ': ' }],
  }
}

function missingSpace(source: string, suspect: Suspect): Mistake | undefined {
  const { colon, key, value } = suspect
  if (colon === undefined || key === undefined || value.start !== colon + 1 || value.end === value.start)
    return undefined
  const text = textOf(source, value)
  if (text.startsWith('//') || /\s/.test(textOf(source, key))) return undefined
  return {
    kind: 'syntax',
    start: key.start,
    end: value.end,
    message: 'A space is missing after the colon, so that YAML does not see a name and a value',
    help: `Write a space after the colon: ${shown(source, suspect, shortened(text))}`,
    edits: [{ start: colon + 1, end: colon + 1, text: ' ' }],
  }
}

function backslash(source: string, suspect: Suspect, error: YamlError): Mistake | undefined {
  if (!/escape sequence|hexadecimal/.test(error.reason)) return undefined
  const text = textOf(source, suspect.value)
  const inner = /^"([^"]*)"$/.exec(text)?.[1]
  if (inner === undefined) return undefined
  const quoted = singleQuoted(inner)
  return {
    kind: 'syntax',
    ...suspect.value,
    message: 'In double quotes a backslash begins an escape such as \\n, and YAML does not know this one',
    help: `Use single quotes, in which a backslash is a backslash: ${shown(source, suspect, quoted)}`,
    edits: replaced(suspect.value, quoted),
  }
}

/** The quote that closes the one at the start of `text`, or -1. */
function closingQuote(text: string): number {
  const quote = text.charAt(0)
  for (let at = 1; at < text.length; at++) {
    if (quote === '"' && text.charAt(at) === '\\') at++
    else if (text.charAt(at) === quote) {
      if (quote === '"' || text.charAt(at + 1) !== quote) return at
      at++
    }
  }
  return -1
}

/** A text in quotes that goes on in the first column, where YAML expects the next field. */
function unindentedQuote(source: string, suspect: Suspect): Mistake | undefined {
  const text = textOf(source, suspect.value)
  if (!/^["']/.test(text) || closingQuote(text) >= 0) return undefined
  const below = quotedLines(source, suspect.line.end, text.charAt(0))
  if (below === undefined) return undefined
  return {
    kind: 'syntax',
    ...suspect.value,
    message: 'A text in quotes goes on in lines that are not indented, where YAML expects the next field',
    help: 'Indent the lines of the text by two spaces',
    edits: below
      .filter(({ start, end }) => start < end)
      .map(({ start }) => ({ start, end: start, text: '  ' })),
  }
}

/** The lines up to the one that `quote` ends; undefined when a field begins before it. */
function quotedLines(source: string, from: number, quote: string): readonly TextRange[] | undefined {
  const lines: TextRange[] = []
  for (let at = nextLine(source, from); at !== undefined && lines.length < 100; at = nextLine(source, at)) {
    const { line, key, value } = suspectAt(source, at)
    if (key !== undefined && value.start > key.end + 1) return undefined
    lines.push(line)
    if (textOf(source, line).trimEnd().endsWith(quote)) return lines
  }
  return undefined
}

function unclosedQuote(source: string, suspect: Suspect): Mistake | undefined {
  const text = textOf(source, suspect.value)
  if (!/^["']/.test(text) || closingQuote(text) >= 0) return undefined
  const quote = text.charAt(0)
  return {
    kind: 'syntax',
    ...suspect.value,
    message: `The quote (${quote}) that opens here is not closed`,
    help: `Close the quote: ${shown(source, suspect, text.length < 40 ? text + quote : `${quote}…${quote}`)}`,
    edits: [{ start: suspect.value.end, end: suspect.value.end, text: quote }],
  }
}

/** `"A" and "B"`, `'It's me'`. */
function innerQuote(source: string, suspect: Suspect): Mistake | undefined {
  const text = textOf(source, suspect.value)
  if (!/^["']/.test(text)) return undefined
  const close = closingQuote(text)
  if (close < 0 || close === text.length - 1 || /^\s+#/.test(text.slice(close + 1))) return undefined
  const isOneText = text.endsWith(text.charAt(0)) && !/^\s/.test(text.slice(close + 1))
  const isApostrophe = /^\p{L}'\p{L}/u.test(text.slice(close - 1))
  const quoted = inQuotes(isOneText || isApostrophe ? text.slice(1).replace(/["']$/, '') : text)
  return {
    kind: 'syntax',
    ...suspect.value,
    message: `The quote that opens here is closed by the next ${text.charAt(0)}, and more text follows it`,
    help: `Quote the whole value with the other kind of quote: ${shown(source, suspect, quoted)}`,
    edits: replaced(suspect.value, quoted),
  }
}

function curlyQuotes(source: string, suspect: Suspect): Mistake | undefined {
  const inner = /^[\u201c\u201d\u201e\u00ab\u00bb](.*)[\u201c\u201d\u201e\u00ab\u00bb]$/s.exec(
    textOf(source, suspect.value),
  )?.[1]
  if (inner === undefined) return undefined
  const quoted = inQuotes(inner)
  return {
    kind: 'syntax',
    ...suspect.value,
    message:
      'These are typographic quotes, which are part of the text in YAML: they do not protect what is inside them',
    help: `Use straight quotes: ${shown(source, suspect, quoted)}`,
    edits: replaced(suspect.value, quoted),
  }
}

/** `{ accent: #8a2be2 }`: what follows the `#` is a comment, the closing bracket too. */
function commentInside(source: string, suspect: Suspect): Mistake | undefined {
  const text = textOf(source, suspect.value)
  const [, before, value] = /^([{[][^"'#]*\s)(#[^\s,\]}]*)[^#]*[\]}]$/.exec(text) ?? []
  if (before === undefined || value === undefined) return undefined
  const start = suspect.value.start + before.length
  const quoted = inQuotes(value)
  return {
    kind: 'syntax',
    start,
    end: start + value.length,
    message: 'A # after a space begins a comment, so that the rest of the line is not read',
    help: `Quote the value: ${shown(source, suspect, before + quoted + text.slice(before.length + value.length))}`,
    edits: replaced({ start, end: start + value.length }, quoted),
  }
}

function unclosedBracket(source: string, suspect: Suspect): Mistake | undefined {
  const text = textOf(source, suspect.value)
  const closer = text.startsWith('[') ? ']' : text.startsWith('{') ? '}' : undefined
  if (closer === undefined || text.includes(closer)) return undefined
  return {
    kind: 'syntax',
    ...suspect.value,
    message: `The ${text.charAt(0)} that opens here is not closed`,
    help: `Close it with ${closer}, or quote the value if ${text.charAt(0)} belongs to the text`,
    edits: [{ start: suspect.whole.end, end: suspect.whole.end, text: closer }],
  }
}

function blockHeader(source: string, suspect: Suspect): Mistake | undefined {
  const text = textOf(source, suspect.value)
  if (!/^[|>][-+\d]{0,2}\s*[^-+\d\s]/.test(text)) return undefined
  const quoted = inQuotes(text)
  return {
    kind: 'syntax',
    ...suspect.value,
    message: `${text.charAt(0)} begins a text of several lines, which starts on the next line`,
    help: `Put the text on the next line, indented, or quote the value: ${shown(source, suspect, quoted)}`,
    edits: suspect.whole.end > suspect.value.end ? [] : replaced(suspect.value, quoted),
  }
}

const RESERVED: Readonly<Record<string, string>> = {
  '@': 'is reserved in YAML',
  '`': 'is reserved in YAML',
  '%': 'begins a directive in YAML',
  '&': 'begins a name for a value in YAML',
  '*': 'repeats a named value in YAML',
  '!': 'begins a tag in YAML',
  '[': 'begins a list in YAML',
  ']': 'ends a list in YAML',
  '{': 'begins a map in YAML',
  '}': 'ends a map in YAML',
  ',': 'separates the items of a list in YAML',
  '?': 'begins a key in YAML',
  '-': 'begins a list item in YAML',
  '|': 'begins a text of several lines in YAML',
  '>': 'begins a text of several lines in YAML',
}

function reservedStart(source: string, suspect: Suspect): Mistake | undefined {
  const text = textOf(source, suspect.value)
  const meaning = RESERVED[text.charAt(0)]
  if (meaning === undefined || suspect.whole.end > suspect.value.end) return undefined
  if (suspect.key === undefined && suspect.value.start === suspect.indent.end) return undefined
  const quoted = inQuotes(text)
  return {
    kind: 'syntax',
    ...suspect.value,
    message: `A value cannot begin with ${text.charAt(0)} here: it ${meaning}`,
    help: `Quote the value: ${shown(source, suspect, quoted)}`,
    edits: replaced(suspect.value, quoted),
  }
}

/** A field indented under one that already has a value. Whose field it is, only its writer knows. */
function nestedField(source: string, suspect: Suspect, error: YamlError): Mistake | undefined {
  const { key, line, indent } = suspect
  if (!error.reason.startsWith('bad indentation of a mapping') || key === undefined) return undefined
  if (indent.end === indent.start || error.position < line.start || error.position > line.end)
    return undefined
  if (error.position > suspect.value.start || /\s/.test(textOf(source, key))) return undefined
  return {
    kind: 'syntax',
    ...key,
    message: `"${shortened(textOf(source, key))}" is indented as if it belonged to the line above, which already has a value or another column`,
    help: 'Start the fields of one group in the same column',
    edits: [],
  }
}

function colonInside(source: string, suspect: Suspect): Mistake | undefined {
  const { value, whole } = suspect
  const text = textOf(source, whole)
  if (!/[:\uff1a](?:\s|$)/.test(text) || /^["'[{|>&*!]/.test(text)) return undefined
  const isOneLine = whole.end <= value.end
  if (!isOneLine && fieldBelow(text)) return undefined
  const quoted = isOneLine ? inQuotes(text) : `"${text.replace(/["\\]/g, '\\$&')}"`
  return {
    kind: 'syntax',
    ...value,
    message: `In "${shortened(text)}" the colon and the space after it read as the start of another field, so the file cannot be read`,
    help: isOneLine
      ? `Quote the value: ${shown(source, suspect, quoted)}`
      : 'Quote the value, from its first line to its last: "…"',
    edits: replaced(whole, quoted),
  }
}

/** A line below the first that looks like a field of its own: then it is the indentation that is wrong, not the colon. */
const fieldBelow = (text: string): boolean => /[\r\n][^\S\r\n]*(?:- )?[A-Za-z][\w-]*:(?:\s|$)/.test(text)

/** The second line of a long text, not indented. */
function unindentedText(source: string, suspect: Suspect): Mistake | undefined {
  const { line, indent, key, value } = suspect
  if (
    key !== undefined ||
    indent.end > indent.start ||
    value.start !== line.start ||
    value.end === value.start
  )
    return undefined
  if (!/^[\p{L}\p{N}(\u2010-\u201e-]/u.test(source.charAt(value.start))) return undefined
  return {
    kind: 'syntax',
    ...value,
    message: 'This line is not a field: it has no name followed by a colon and a space',
    help: 'Indent the line by two spaces if it continues the value above; otherwise give it a name, or remove it',
    edits: [{ start: line.start, end: line.start, text: '  ' }],
  }
}

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/

/** A line, or a list item with its lines, that belongs to no field. */
function strayLine(source: string, suspect: Suspect, error: YamlError): Mistake | undefined {
  const { line, indent, key, value, whole } = suspect
  const text = textOf(source, line)
  const isItem = /^-\s/.test(text)
  if (error.reason.startsWith('root') || indent.end > indent.start) return undefined
  if ((key !== undefined && !isItem) || value.end === value.start) return undefined
  const words = CONFLICT.test(text) ? STRAY.conflict : isItem ? STRAY.item : STRAY.line
  return {
    kind: 'syntax',
    start: line.start,
    end: value.end,
    ...words,
    edits: [],
    without: { start: line.start, end: whole.end },
  }
}

const STRAY = {
  conflict: {
    message: 'This line was left by a merge conflict in git, which is not resolved',
    help: 'Decide which of the two versions stays, and remove the other with the lines <<<<<<<, ======= and >>>>>>>',
  },
  item: {
    message: 'This list item belongs to no field: the line above it already has a value, or there is none',
    help: 'Write the list below a name that has no value of its own, e.g. persons:',
  },
  line: {
    message: 'This line is not a field: it has no name followed by a colon and a space',
    help: 'Write it as name: value, or remove it',
  },
} as const
