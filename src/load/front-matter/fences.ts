import type { Edit } from '../../diagnostic.ts'
import { frontMatterBlankLines, frontMatterCharacters } from '../../limits.ts'
import { objectEnd } from './json-matter.ts'
import { lineEnd, nextLine } from './place.ts'
import { type FrontMatterProblem, shortened, type TextRange } from './problem.ts'

export interface Fences {
  /** The opening fence; of a file without one, the first line that is not blank. */
  readonly opening: TextRange
  /** What stands between the fences: from the last unit of the opening fence's line break to the line break before the closing fence. */
  readonly yaml: TextRange | undefined
  /** What stands there in another format than YAML. */
  readonly other?: TextRange & { readonly format: 'toml' | 'json' }
  /** Where the line of the closing fence starts. */
  readonly closing?: number
  /** Where the body starts. */
  readonly body: number
  readonly problems: readonly FrontMatterProblem[]
}

const FENCE = /^---[ \t]*$/
const TOML = /^\+\+\+[ \t]*$/
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/
const LANGUAGE = /^---[ \t]*([^-\s].*)$/
/** Dashes that a keyboard or a word processor makes of three hyphens, or a wrong number of them. */
const NEARLY_FENCE = /^[ \t]*(?:-{2,}|[-\u2010-\u2015\u2212]{1,8})[ \t]*$/
const NEARLY_CLOSING = /^[ \t]*(?:-{2,}|[-\u2010-\u2015\u2212]{1,8})(?:[ \t]*|[^-\s:][^:]*)$/
const ENTRY = /^(?:"[^"]*"|'[^']*'|[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]|$)/

/** Finds the fences of a Markdown file's front matter, and says what is wrong with them. */
export function findFences(text: string): Fences {
  const first = firstLine(text)
  const line = text.slice(first.start, first.end)
  const indented = line.trimStart()
  if (FENCE.test(line) || isYamlTag(line)) return closedBy(text, first, leadingBlanks(text, first))
  if (/^[ \t]+---[ \t]*$/.test(line)) {
    const start = first.end - indented.length
    return closedBy(text, { start, end: first.end }, leadingBlanks(text, { start, end: first.end }))
  }
  const language = LANGUAGE.exec(line)?.[1]
  if (language !== undefined) return foreign(text, first, languageProblem(first, language.trim()))
  if (TOML.test(line)) return toml(text, first)
  if (indented.startsWith('{')) return json(text, { start: first.end - indented.length, end: first.end })
  return { opening: first, yaml: undefined, body: bodyStart(text), problems: [missing(text, first, line)] }
}

const bodyStart = (text: string): number => (text.charCodeAt(0) === 0xfeff ? 1 : 0)

const isYamlTag = (line: string): boolean => /^---[ \t]*ya?ml[ \t]*$/i.test(line)

/** The first line that is not blank; the first of all where every line is. */
function firstLine(text: string): TextRange {
  const start = bodyStart(text)
  const ink = text.slice(start).search(/\S/)
  if (ink < 0) return { start, end: start }
  let at = start
  for (let next = nextLine(text, at); next !== undefined && next <= start + ink; next = nextLine(text, at))
    at = next
  return { start: at, end: lineEnd(text, at) }
}

function leadingBlanks(text: string, fence: TextRange): readonly FrontMatterProblem[] {
  const start = bodyStart(text)
  if (fence.start === start) return []
  return [
    {
      kind: 'leading-blank-lines',
      start: fence.start,
      end: fence.end,
      message:
        'There is white space before the front matter, which has to begin at the very start of the file: other tools would not see it here',
      help: 'Remove everything before ---',
      edits: [{ start, end: fence.start, text: '' }],
    },
  ]
}

function closedBy(text: string, opening: TextRange, problems: readonly FrontMatterProblem[]): Fences {
  const closing = findLine(text, opening.end, CLOSING)
  if (closing !== undefined) return bounded(text, opening, closing, problems)
  const nearly = findLine(text, opening.end, NEARLY_CLOSING)
  if (nearly === undefined)
    return {
      opening,
      yaml: undefined,
      body: text.length,
      problems: [...problems, unclosed(text, opening)],
    }
  const written = text.slice(nearly.start, nearly.end)
  const problem: FrontMatterProblem = {
    kind: 'unclosed',
    ...nearly,
    message: `The front matter ends with "${shortened(written)}", and other programs look for a line of exactly ---`,
    help: 'Write --- alone on this line',
    edits: [{ ...nearly, text: /^[ \t-]*$/.test(written) ? '---' : `---${afterDashes(text, written)}` }],
    related: [{ ...opening, message: 'The front matter starts here' }],
  }
  return bounded(text, opening, nearly, [...problems, problem])
}

/** `---Some text` was meant as a fence and a first line of the body. */
function afterDashes(text: string, written: string): string {
  const rest = written.replace(/^[\s\-\u2010-\u2015\u2212]+/, '')
  return rest === '' ? '' : `${lineBreakOf(text)}${rest}`
}

/** The line break that a file uses: that of its first line. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

function bounded(
  text: string,
  opening: TextRange,
  closing: TextRange,
  problems: readonly FrontMatterProblem[],
): Fences {
  const body = nextLine(text, closing.end) ?? text.length
  const start = text.startsWith('\r\n', opening.end) ? opening.end + 1 : opening.end
  const yaml = { start, end: Math.max(start, beforeBreak(text, closing.start)) }
  const large = tooLarge(text.slice(yaml.start, yaml.end), opening)
  if (large !== undefined) return { opening, yaml: undefined, body, problems: [...problems, large] }
  return { opening, yaml, closing: closing.start, body, problems }
}

function tooLarge(yaml: string, opening: TextRange): FrontMatterProblem | undefined {
  if (yaml.length > frontMatterCharacters)
    return {
      kind: 'too-large',
      ...opening,
      message: `The front matter has ${yaml.length} characters; at most ${frontMatterCharacters} are read`,
      help: 'Move long text below the front matter, into the notes',
    }
  if (longestBlank(yaml) <= frontMatterBlankLines) return undefined
  return {
    kind: 'too-large',
    ...opening,
    message: `The front matter has more than ${frontMatterBlankLines} blank lines in a row`,
    help: 'Remove the blank lines',
  }
}

/** How many line breaks follow one another with nothing but white space between them, at most. */
function longestBlank(yaml: string): number {
  let longest = 0
  let run = 0
  for (let at = 0; at < yaml.length; at++) {
    const unit = yaml.charCodeAt(at)
    if (unit === 0x0a || (unit === 0x0d && yaml.charCodeAt(at + 1) !== 0x0a))
      longest = Math.max(longest, ++run)
    else if (unit > 0x20 && unit < 0x80) run = 0
    else if (unit >= 0x80 && /\S/.test(yaml.charAt(at))) run = 0
  }
  return longest
}

function beforeBreak(text: string, lineStart: number): number {
  if (text.startsWith('\r\n', lineStart - 2)) return lineStart - 2
  return lineStart - 1
}

/** The first line after the one of `from` that fits. */
function findLine(text: string, from: number, pattern: RegExp): TextRange | undefined {
  for (let at = nextLine(text, from); at !== undefined; at = nextLine(text, at)) {
    const end = lineEnd(text, at)
    // A fence is short: a long line is not worth a regular expression.
    if (end - at <= 1_000 && pattern.test(text.slice(at, end))) return { start: at, end }
  }
  return undefined
}

function foreign(text: string, opening: TextRange, problem: FrontMatterProblem): Fences {
  const closing = findLine(text, opening.end, CLOSING)
  const body = closing === undefined ? text.length : (nextLine(text, closing.end) ?? text.length)
  return { opening, yaml: undefined, body, problems: [problem] }
}

/** https://gohugo.io/content-management/front-matter/ */
function toml(text: string, opening: TextRange): Fences {
  const closing = findLine(text, opening.end, TOML)
  if (closing === undefined)
    return { opening, yaml: undefined, body: text.length, problems: [unclosedToml(opening)] }
  const start = nextLine(text, opening.end) ?? opening.end
  return other(text, opening, { start, end: closing.start, format: 'toml' }, closing)
}

/** An object at the very start, and behind it the body. */
function json(text: string, opening: TextRange): Fences {
  const end = objectEnd(text, opening.start)
  if (end === undefined || !/^\{\s*["}]/.test(text.slice(opening.start, opening.start + 1000)))
    return { opening, yaml: undefined, body: text.length, problems: [jsonProblem(opening)] }
  return other(text, opening, { start: opening.start, end, format: 'json' }, { start: end, end })
}

function other(
  text: string,
  opening: TextRange,
  matter: NonNullable<Fences['other']>,
  closing: TextRange,
): Fences {
  const body = nextLine(text, closing.end) ?? text.length
  const large = tooLarge(text.slice(matter.start, matter.end), opening)
  if (large !== undefined) return { opening, yaml: undefined, body, problems: [large] }
  return { opening, yaml: undefined, other: matter, body, problems: [] }
}

const languageProblem = (at: TextRange, language: string): FrontMatterProblem => ({
  kind: 'language',
  ...at,
  message: `The first line says that the front matter is "${shortened(language)}", and build-feed reads only YAML, TOML and JSON: it never runs code from a file`,
  help: 'Write --- alone on this line, and the fields below it as YAML, e.g. title: First light',
})

const unclosedToml = (at: TextRange): FrontMatterProblem => ({
  kind: 'unclosed',
  ...at,
  message: 'The front matter begins here and never ends, so the notes below it would be read as fields too',
  help: 'Write +++ on a line of its own after the last field',
})

const jsonProblem = (at: TextRange): FrontMatterProblem => ({
  kind: 'json',
  ...at,
  message:
    'The file begins with { but is not valid JSON, so neither the title nor the date of the episode can be read',
  help: 'Begin the file with a line of ---, then `title: …` and the other fields, then another line of ---',
})

function missing(text: string, first: TextRange, line: string): FrontMatterProblem {
  const base = { kind: 'missing', ...first } as const
  const form =
    'Begin the file with a line of ---, then title: … and the other fields, then another line of ---'
  if (line === '')
    return {
      ...base,
      message: 'The file is empty, so it has neither a title nor a date',
      help: form,
    }
  if (NEARLY_FENCE.test(line)) return nearlyOpened(text, first, line)
  if (ENTRY.test(line)) return unopened(text, first)
  return {
    ...base,
    message: `The file begins with "${shortened(line)}" and not with a line of ---, so no title and no other field can be read`,
    help: form,
  }
}

function nearlyOpened(text: string, first: TextRange, line: string): FrontMatterProblem {
  const closing = findLine(text, first.end, NEARLY_FENCE)
  const edits: Edit[] = [{ ...first, text: '---' }]
  if (closing !== undefined) edits.push({ ...closing, text: '---' })
  return {
    kind: 'missing',
    ...first,
    message: `The file begins with "${shortened(line)}" and not with exactly three hyphens (---), so no title and no other field can be read`,
    help: 'Write --- on the line before the first field and on the line after the last one',
    ...(closing === undefined ? {} : { edits }),
  }
}

function unopened(text: string, first: TextRange): FrontMatterProblem {
  const closing = findLine(text, first.start, CLOSING)
  const fence = `---${lineBreakOf(text)}`
  return {
    kind: 'missing',
    ...first,
    message:
      'The file begins with a field, but has no line of --- above it, so the fields are read as text for listeners',
    help: 'Write --- on a line of its own above the first field, and another below the last one',
    ...(closing === undefined ? {} : { edits: [{ start: first.start, end: first.start, text: fence }] }),
  }
}

function unclosed(text: string, opening: TextRange): FrontMatterProblem {
  return {
    kind: 'unclosed',
    ...opening,
    message: 'The front matter begins here and never ends, so the notes below it would be read as fields too',
    help: 'Write `---` on a line of its own after the last field',
    related: lastEntry(text, opening),
  }
}

/** The last line that looks like a field, before the first that cannot be YAML of ours. */
function lastEntry(text: string, opening: TextRange): readonly (TextRange & { readonly message: string })[] {
  let last: TextRange | undefined
  for (let at = nextLine(text, opening.end); at !== undefined; at = nextLine(text, at)) {
    const end = lineEnd(text, at)
    if (end - at > 1_000) break
    const line = text.slice(at, end)
    if (ENTRY.test(line) || (last !== undefined && /^(?:[ \t]+|- ?)\S/.test(line))) last = { start: at, end }
    else if (line.trim() !== '' && !line.startsWith('#')) break
  }
  return last === undefined ? [] : [{ ...last, message: 'This is the last line that looks like a field' }]
}
