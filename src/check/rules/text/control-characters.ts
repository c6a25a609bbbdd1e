import type { Finding } from '../../../diagnostic.ts'
import type { Written } from '../../../schema/index.ts'
import { anyText } from '../../../schema/texts-in.ts'
import { isBlank } from '../../../units/blank.ts'
import { type Forbidden, findForbidden } from '../../../units/text.ts'
import { eachEntry, type OneEntry, type Rule } from '../../evidence.ts'
import type { Notes } from '../../notes/notes.ts'

const rule: Rule = {
  id: 'text/control-characters',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Text holds no characters that XML forbids',
  why: 'One control character makes strict readers lose the whole feed. build-feed leaves them out, which may not be what you meant.',
  specs: ['https://www.w3.org/TR/xml/#charsets'],
  askedBy: { w3c: 'requires' },
  covers: ['doc-control-chars'],
  example: {
    bad: { '001.md': 'summary: "From dusk\\x07 till dawn"' },
    good: { '001.md': 'summary: From dusk till dawn' },
  },
  ...eachEntry(function* ({ entry, item }): Iterable<Finding> {
    for (const { path, written } of forbiddenTexts(entry)) {
      const [field] = path
      // A title of nothing else is an error of its own.
      if (field === 'title' && isBlank(written)) continue
      yield {
        place: entry.at(path),
        message: `\`${field}\` holds ${nameOf(findForbidden(written)[0]!)}, which nobody sees but which would make the whole feed unreadable, so it is left out`,
        help: 'Delete the character; it often comes with text pasted from a word processor.',
      }
    }
    yield* inBody(entry, item === undefined ? findForbidden(entry.body) : forbiddenIn(item.notes))
  }),
}
export default rule

function* inBody(entry: OneEntry['entry'], found: readonly Forbidden[]): Iterable<Finding> {
  for (const one of found)
    yield {
      place: entry.atBody(one.start, one.end - one.start),
      message: `the notes hold ${nameOf(one)}, which nobody sees but which would make the whole feed unreadable, so it is left out`,
      help: 'Delete the character; it often comes with text pasted from a word processor.',
    }
}

/** Whoever rendered the notes has found them already. */
const forbiddenIn = ({ problems }: Notes): readonly Forbidden[] =>
  problems.flatMap(({ kind, start, end, value }) =>
    (kind === 'control-character' || kind === 'lone-surrogate') && start !== undefined && end !== undefined
      ? [{ kind, start, end, name: value }]
      : [],
  )

type Path = readonly (string | number)[]

const holdsForbidden = (text: string): boolean => findForbidden(text).length > 0

const forbiddenTexts = ({ raw }: OneEntry['entry']) => (anyText(raw, holdsForbidden) ? textsIn(raw, []) : [])

/** Every text that holds such a character, in lists and maps too. */
function* textsIn(written: Written, path: Path): Iterable<{ path: Path; written: string }> {
  if (typeof written === 'string') {
    if (holdsForbidden(written)) yield { path, written }
    return
  }
  for (const [key, part] of Object.entries(written))
    yield* textsIn(part, [...path, Array.isArray(written) ? Number(key) : key])
}

const nameOf = ({ kind, name }: Forbidden): string =>
  kind === 'lone-surrogate'
    ? `half of a character (the lone surrogate ${name})`
    : `the control character ${name}`
