import type { Place } from '../../../diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from '../../../fields/index.ts'
import type { Entry } from '../../../project.ts'
import { type Path, textsIn } from '../../../schema/path.ts'
import type { Written } from '../../../schema/value.ts'
import { credentialsIn, hasCredentials, hasCredentialsInHtml } from '../../../units/credentials.ts'
import { audioPlace, type Found, type Item, type Rule, type ShowEvidence } from '../../evidence.ts'
import { isAside } from '../../measured.ts'

const rule: Rule = {
  id: 'text/credentials',
  always: 'broken',
  inherits: 'never',
  scope: 'item',
  title: 'No address that is published holds a password',
  why: 'A feed can be read by everybody, and is copied by many: a user name, a password or a token in one of its addresses is known to all of them, and stays known.',
  specs: ['https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1'],
  covers: ['show-no-password'],
  example: {
    bad: { '001.md': '!notes [The chart](https://ada:tower@charts.example/7)' },
    good: { '001.md': '!notes [The chart](https://charts.example/7)' },
  },
  checkShow: evidence => ofShow(evidence),
  checkItem: (item, evidence) => (isAside(item, evidence) ? [] : ofItem(item, evidence)),
}
export default rule

/** What stands in a field has been refused when that was read. */
function* ofShow({ entry, show, identity }: ShowEvidence): Iterable<Found> {
  if (hasCredentials(show.description)) yield found(inBody(entry), AS_TEXT)
  // As the library may be asked to serve the output.
  if (identity !== undefined && hasCredentials(show.feedUrl)) yield found(entry.at('baseUrl'), AS_TEXT)
}

function* ofItem(item: Item, { identity }: ShowEvidence): Iterable<Found> {
  const { entry, notes, recording, release } = item
  if (isPublishedIn(notes.html)) yield found(inBody(entry), AS_NOTES)
  for (const key of ['description', 'overview'] as const)
    if (isPublishedIn(item[key]?.html ?? '')) yield found(entry.at(key), AS_NOTES)
  for (const [path, text] of mapsIn(entry.raw.chapters))
    if (hasCredentials(text)) yield found(entry.at(path), AS_TEXT)
  const [list] = recording.chapters
  for (const [index, chapter] of list?.source === 'front matter' ? [] : (list?.chapters.entries() ?? []))
    for (const field of ['title', 'url', 'image'] as const)
      if (hasCredentials(chapter[field] ?? '')) yield found(list!.at(index, field), AS_TEXT)
  // As a lock may still have it. Of a feed, what is wrong with its own addresses is said as it is written.
  const addresses = identity && release ? [release.url, release.episode.audio.url] : []
  if (addresses.some(hasCredentials)) yield found(audioPlace(item), AS_TEXT)
}

const AS_TEXT = 'Remove the part before the @; a public podcast needs no sign-in.'
const AS_NOTES = `${AS_TEXT} An address that is only an example can be written as \`code\`.`

const found = (place: Place, help: string): Found => ({
  place,
  message: `an address in ${place.file} holds a user name or password, which every subscriber would see`,
  help,
})

/** What is written as code is an example. */
const isPublishedIn = (html: string): boolean => {
  if (!/@|%40|&#/.test(html)) return false
  const published = html
    .replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#64;', '@')
  return hasCredentialsInHtml(published)
}

/** Maps of chapters are read where the chapters of all sources are, not as a field. */
const mapsIn = (chapters: Written | undefined): Iterable<readonly [Path, string]> =>
  Array.isArray(chapters)
    ? chapters.flatMap((chapter, index) =>
        typeof chapter === 'string' ? [] : [...textsIn(chapter, ['chapters', index])],
      )
    : []

const inBody = (entry: Entry<WrittenEpisode> | Entry<WrittenShow>): Place => {
  const [stretch] = credentialsIn(entry.body)
  return stretch === undefined ? { file: entry.file } : entry.atBody(stretch[0], stretch[1] - stretch[0])
}
