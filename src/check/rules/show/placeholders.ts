/** What still stands for something that only the show's own people can write. */

import type { Place } from '../../../diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from '../../../fields/index.ts'
import { initValues } from '../../../init-values.ts'
import { namedPlaceholders } from '../../../limits.ts'
import type { Entry } from '../../../project.ts'
import { type Path, textsIn } from '../../../schema/path.ts'
import { canParseUrl } from '../../../units/can-parse-url.ts'
import { reachOf, reachOfUrl } from '../../../units/host.ts'
import { listed } from '../../../units/text.ts'
import { type Evidence, oncePerEvidence } from '../../evidence.ts'
import { isAside } from '../../measured.ts'

export interface Placeholder {
  /** `baseUrl`, `owner.email`; of a text, what it is. */
  readonly name: string
  readonly value: string
  readonly place: Place
}

type AnyEntry = Entry<WrittenShow> | Entry<WrittenEpisode>

/**
 * Of show.md first, then those of the episodes that are in the feed or will be. Of a feed that exists, only what says who and what
 * the show is: where its addresses lead is judged by show/private-address.
 */
export const placeholdersIn = oncePerEvidence((evidence: Evidence): readonly Placeholder[] =>
  evidence.identity === undefined
    ? [...ofShow(evidence.entry), ...ofOwner(evidence.entry)]
    : inFolder(evidence),
)

const inFolder = (evidence: Evidence): readonly Placeholder[] => [
  ...ofShow(evidence.entry),
  ...addresses(evidence.entry),
  ...inBody(evidence.entry, initValues.about, 'the description'),
  ...evidence.items
    .filter(item => !isAside(item, evidence))
    .flatMap(({ entry, notes }) => [
      ...addresses(entry),
      // The HTML is at hand; to look into the Markdown, every file would have to be read.
      ...(notes.html.includes(initValues.notes) ? inBody(entry, initValues.notes, 'the notes') : []),
    ]),
]

function* ofShow(entry: Entry<WrittenShow>): Iterable<Placeholder> {
  const { title, author, owner } = entry.meta
  const { name } = entry.words
  if (title === initValues.title) yield { name: name('title'), value: title, place: entry.at('title') }
  if (author === initValues.name) yield { name: name('author'), value: author, place: entry.at('author') }
  if (owner?.name === initValues.name)
    yield { name: name(['owner', 'name']), value: owner.name, place: entry.at(['owner', 'name']) }
}

function* ofOwner({ meta: { owner }, words, at }: Entry<WrittenShow>): Iterable<Placeholder> {
  if (owner?.email !== undefined && isPlaceholder(owner.email))
    yield { name: words.name(['owner', 'email']), value: owner.email, place: at(['owner', 'email']) }
}

function* inBody(entry: AnyEntry, text: string, name: string): Iterable<Placeholder> {
  const offset = entry.body.indexOf(text)
  if (offset >= 0) yield { name, value: text, place: entry.atBody(offset, text.length) }
}

/** In fields that are known and were taken: the others are not published. */
function* addresses(entry: AnyEntry): Iterable<Placeholder> {
  for (const key of Object.keys(entry.meta)) {
    const written = entry.raw[key]
    if (typeof written === 'string' && !mayBePlaceholder.test(written)) continue
    for (const [path, value] of textsIn(written, [key]))
      if (isPlaceholder(value)) yield { name: `\`${nameOf(path)}\``, value, place: entry.at(path) }
  }
}

/** Of a thousand episodes, most say nothing of the kind. */
const mayBePlaceholder = /example|invalid|test|your-site/i

/** The address of a page or file, or of a mailbox, as a whole. */
const isPlaceholder = (value: string): boolean => {
  if (/^https?:\/\/\S+$/i.test(value)) return canParseUrl(value) && reachOfUrl(value) === 'placeholder'
  const host = /^[^\s@:/]+@([^\s@:/]+)$/.exec(value)?.[1]
  return host !== undefined && reachOf(host) === 'placeholder'
}

/** `persons[0].href`, from 1 as people count. */
const nameOf = (path: Path): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part + 1}]` : name === '' ? part : `${name}.${part}`,
    '',
  )

/** `title` (line 3), `author` (line 10) and the notes in episodes/001-hello.md (line 8). */
export const namedTogether = (all: readonly Placeholder[], file: string): string => {
  const names = all.slice(0, namedPlaceholders).map(({ name, place }) => {
    const where = place.file === file ? '' : ` in ${place.file}`
    return `${name}${where}${place.line === undefined ? '' : ` (line ${place.line})`}`
  })
  const rest = all.length - names.length
  return listed(rest > 0 ? [...names, `${rest} more`] : names)
}
