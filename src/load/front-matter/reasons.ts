import { frontMatterLevels } from '../../limits.ts'
import { lineEnd, lineStart } from './place.ts'
import type { FrontMatterProblem, ProblemKind, TextRange } from './problem.ts'
import { lineAbove } from './suspect.ts'
import type { YamlError } from './yaml.ts'

interface Words {
  readonly kind?: ProblemKind
  readonly message: string
  readonly help: string
}

/** js-yaml's reasons in words for a person who writes a podcast, not a parser. The first that fits. */
const WORDS: readonly (readonly [RegExp, Words])[] = [
  [
    /^root is no map/,
    {
      kind: 'not-a-map',
      message: 'The front matter is a list or a text; fields of the form name: value were expected',
      help: 'Write each field on a line of its own, e.g. title: First light',
    },
  ],
  [
    /collection as a mapping key/,
    {
      message:
        'There is a list or a map where the name of a field was expected: [ and { begin one unless the text is quoted',
      help: 'Quote the whole value, e.g. title: "{{ page }}"',
    },
  ],
  [
    /nesting exceeded/,
    {
      kind: 'too-deep',
      message: `Lists are nested more than ${frontMatterLevels} levels deep here, so the front matter is not read`,
      help: 'Check the brackets and the indentation here: no field needs more than a few levels',
    },
  ],
  [
    /tab characters/,
    {
      kind: 'tab-indentation',
      message: 'This line is indented with a tab; YAML takes only spaces',
      help: 'Indent with two spaces instead of each tab',
    },
  ],
  [
    /bad indentation of a sequence entry/,
    {
      message: 'This list item does not start in the column of the items above',
      help: 'Start all items of one list in the same column',
    },
  ],
  [
    /bad indentation/,
    {
      message: 'This fits neither the value above nor the column of the fields beside it',
      help: 'Start the fields of one group in the same column, and quote a value that contains a colon, # or quotes',
    },
  ],
  [
    /deficient indentation|end of the stream within|end of the document within/,
    {
      message: 'A quote or a bracket that was opened above is not closed before this line',
      help: 'Close it with the same quote, or with ] or }',
    },
  ],
  [
    /missed comma/,
    {
      message: 'A comma was expected between two items of [ ] or { }',
      help: 'Write a comma between the items, or quote an item that contains : or quotes',
    },
  ],
  [
    /but found ','/,
    { message: 'A comma follows where an item was expected', help: 'Remove one of the commas' },
  ],
  [
    /line break is expected/,
    {
      message: 'Text follows | or > on the same line; it starts on the next line',
      help: 'Put the text on the next line, indented, or quote the value',
    },
  ],
  [
    /escape sequence|hexadecimal/,
    {
      message: 'In double quotes a backslash begins an escape such as \\n, and YAML does not know this one',
      help: 'Use single quotes, or write the backslash twice',
    },
  ],
  [
    /multiline key|after a mapping key|document separator is expected/,
    {
      message: 'No field begins here: a name, a colon and a space were expected',
      help: 'Write it as name: value, or indent it if it continues the value above',
    },
  ],
  [
    /whitespace character is expected/,
    { message: 'A space was expected after the colon', help: 'Write a space after the colon' },
  ],
  [
    /directive/,
    {
      message: 'A line that begins with % is a directive to YAML, not a field',
      help: 'Remove the line, or quote what begins with %',
    },
  ],
  [
    /anchor|alias/,
    {
      message: '& and * name and repeat values in YAML; here they are in the wrong place',
      help: 'Quote a value that begins with & or *',
    },
  ],
  [
    /tag/,
    {
      message: '! begins a tag in YAML; here it is in the wrong place',
      help: 'Quote a value that begins with !',
    },
  ],
  [
    /block scalar|chomping|indentation width/,
    {
      message: 'YAML does not know the mark that follows | or >',
      help: 'Write | or > alone, and the text on the next line, indented',
    },
  ],
]

/** A syntax error that no recogniser could name, at the place where the parser gave up. */
export function unnamedError(source: string, error: YamlError): FrontMatterProblem {
  const words = WORDS.find(([reason]) => reason.test(error.reason))?.[1] ?? {
    message: `This is not YAML: ${error.reason}`,
    help: 'Write each field as name: value on a line of its own',
  }
  return { kind: 'syntax', ...words, ...errorRange(source, error.position) }
}

/** From the error to the end of its line; where nothing is left of it, the last line with text before it. */
export function errorRange(source: string, position: number): TextRange {
  const start = Math.min(position, source.length)
  const rest = source.slice(start, lineEnd(source, start)).trimEnd()
  if (rest !== '') return { start, end: start + rest.length }
  if (hasTextBefore(source, start)) return lineText(source, lineStart(source, start))
  const above = lineAbove(source, start)
  return above === undefined ? { start, end: start } : lineText(source, above)
}

export const hasTextBefore = (source: string, position: number): boolean =>
  source.slice(lineStart(source, position), position).trim() !== ''

/** The line that starts at `at`, without the white space around it. */
function lineText(source: string, at: number): TextRange {
  const text = source.slice(at, lineEnd(source, at))
  return { start: at + text.length - text.trimStart().length, end: at + text.trimEnd().length }
}
