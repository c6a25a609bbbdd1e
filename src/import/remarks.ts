/** What somebody should look at after an import: what could not be taken over as it was. */

import { type FeedNode, holdsMarkup } from '../feed/feed-elements.ts'
import type { AddressGuess, FeedDocument } from '../feed/index.ts'
import { extensionOf } from '../feed/media-types.ts'
import type { Instant } from '../model.ts'
import { audioEndings, showName } from '../names.ts'
import { grouped } from '../report/counts.ts'
import type { Written } from '../schema/index.ts'
import { redacted } from '../units/credentials.ts'
import { formatClock } from '../units/duration.ts'
import { inFolder } from '../units/file-name.ts'
import { formatLongDate } from '../units/instant.ts'
import { listed } from '../units/text.ts'
import { isHttpUrl } from '../units/url.ts'
import type { Composed, ComposedEpisode, DraftReason } from './compose.ts'
import type { MadeDate } from './dates.ts'
import { documentRemarks } from './document-remarks.ts'
import type { Misplaced } from './misplaced.ts'
import type { ReportLine } from './report-file.ts'
import type { Source, SourceItem } from './source.ts'

/** What is about a file of the show names it in `path`. */
export interface Remark extends ReportLine {
  readonly path?: string
}

export const remarksOn = (
  feed: FeedDocument,
  composed: Composed,
  { now, folder }: { readonly now: Instant; readonly folder: string },
): readonly Remark[] => [
  ...composed.source.documents.flatMap((document, page) =>
    documentRemarks(document, page === 0 ? 'the feed' : redacted(document.file)),
  ),
  ...remarksOnFiles(feed, composed, now).map(remark => ({
    ...remark,
    about: inFolder(folder, remark.about),
  })),
]

/** By their names inside the show folder. */
const remarksOnFiles = (
  feed: FeedDocument,
  { episodes, source }: Composed,
  now: Instant,
): readonly Remark[] => [
  ...(source.items.length === feed.items.length ? onePage(source.fields.pages) : []),
  ...leftOutWords(source).map(text => ({ about: showName, text })),
  ...markupWords(source).map(text => ({ about: showName, text })),
  ...source.guesses.map(guess => ({ about: showName, text: guessWords(guess) })),
  ...source.misplaced.map(one => ({ about: showName, text: misplacedWords(one) })),
  ...episodes.flatMap(episode => ofEpisode(episode, now)),
]

/** Some hosts name the first page of every feed, be there others or not. */
const onePage = (pages: Written | undefined): readonly Remark[] => {
  const rels = typeof pages === 'object' ? Object.keys(pages) : []
  if (!rels.includes('next') && !rels.includes('previous')) return []
  const which = rels.includes('previous')
    ? 'one page of several, and not the first; import the first one'
    : 'one page of several; import it'
  return [{ about: showName, text: `the feed is ${which} by its address to have all of them` }]
}

const leftOutWords = ({ leftOut }: Source): readonly string[] =>
  leftOut.flatMap(({ told, detail, reason }) =>
    told === undefined ? [] : [`${told} is left out: ${detail ?? reason}`],
  )

const markupWords = ({ asWritten }: Source): readonly string[] => {
  const names = new Set(asWritten.children.filter(holdsMarkup).map(({ name }) => `<${name}>`))
  return names.size === 0
    ? []
    : [
        `${listed([...names])} ${names.size === 1 ? 'holds' : 'hold'} tags that are not escaped, so many apps show only some of the words; all of them were taken over`,
      ]
}

const guessWords = ({ element, about, written, taken, other }: AddressGuess): string => {
  const [what, to] = [redacted(written).slice(0, 200), redacted(taken).slice(0, 200)]
  if (about === 'scheme')
    return `<${element}> says "${what}", which does not begin as an address does, and was taken for ${to}`
  return other === undefined
    ? `<${element}> says "${what}", without https:// in front, and was taken for ${to}`
    : `<${element}> says "${what}", which was taken for a file beside the feed, ${to}; if it is a host, write ${other}`
}

const misplacedWords = ({ element, attribute, value }: Misplaced): string =>
  `<${element}> does not name "${redacted(value).slice(0, 200)}" in \`${attribute}\`, where apps look for it; it was taken over, so apps show it from now on`

const ofEpisode = (episode: ComposedEpisode, now: Instant): readonly Remark[] => {
  const { path, item, notes, draft, madeDate } = episode
  const say = (text: string): Remark => ({ about: path, text, path })
  return [
    ...(draft === undefined ? [] : [say(draftWords(draft, item))]),
    ...(madeDate === undefined
      ? []
      : [say(`${datelessWords(item)}, so it got one that ${madeDates[madeDate]}`)]),
    ...(item.isDateMeant && item.date !== undefined
      ? [
          say(
            `apps cannot read its date, "${writtenDate(item)}", which was taken for ${formatLongDate(item.date, 'UTC')}`,
          ),
        ]
      : []),
    ...(item.unknownZone === undefined
      ? []
      : [
          say(
            `apps do not know the zone ${item.unknownZone} in its date, "${writtenDate(item)}", which was read as GMT, as they do; correct \`date\` if another moment was meant`,
          ),
        ]),
    ...(draft === undefined && item.date !== undefined && item.date > now
      ? [
          say(
            `its date, ${formatLongDate(item.date, 'UTC')}, is still to come; the feed has it already, so it stays there, though some apps hide it until then`,
          ),
        ]
      : []),
    ...(item.durationMeant === undefined || item.duration === undefined
      ? []
      : [
          say(
            `apps cannot read its duration, "${item.durationMeant.slice(0, 80)}", which was taken for ${formatClock(item.duration)}`,
          ),
        ]),
    ...(item.enclosure?.lengthMeant === undefined
      ? []
      : [
          say(
            `apps cannot read the size of its audio, "${item.enclosure.lengthMeant.slice(0, 80)}", which was taken for ${grouped(item.enclosure.length)} bytes`,
          ),
        ]),
    ...(item.title === '' ? [say(titleWords(item))] : []),
    ...(notes.isChanged ? [say('its notes may look a little different: their HTML had to be tidied')] : []),
    ...(notes.removed.length === 0
      ? []
      : [
          say(
            `${listed([...new Set(notes.removed)])} ${new Set(notes.removed).size === 1 ? 'was' : 'were'} taken out of its notes, since no feed may have that`,
          ),
        ]),
    ...leftOutWords(item).map(say),
    ...markupWords(item).map(say),
    ...item.guesses.map(guess => say(guessWords(guess))),
    ...item.misplaced.map(one => say(misplacedWords(one))),
  ]
}

const titleWords = ({ fields: { itunesTitle } }: SourceItem): string =>
  itunesTitle === undefined
    ? 'it had no title, so it is called after its first words'
    : 'it had no <title>, so it is called as <itunes:title> says'

const madeDates: Readonly<Record<MadeDate, string>> = {
  'in-place': 'keeps its place in the feed',
  beside:
    'keeps its place as far as dates can: apps show the newest first, and by their dates, those beside it stand elsewhere',
  'of-show':
    'keeps its place in the feed, near the one that the show has; correct `date` if you know when it came out',
  'no-room':
    'is as near to its place as dates can be: between those beside it there is no second left; correct `date` if its place counts',
}

const datelessWords = (item: SourceItem): string => {
  const written = writtenDate(item)
  return written === '' ? 'it had no date' : `its date, "${written}", cannot be read`
}

const writtenDate = ({ node }: SourceItem): string =>
  (node.children.find(({ name }) => name === 'pubDate')?.text ?? '').trim().slice(0, 80)

const drafts: Readonly<Record<DraftReason, string>> = {
  'no-enclosure': 'it has no audio, so it is a draft',
  'no-address': 'the address of its audio cannot be understood, so it is a draft',
  'repeated-guid': 'it has the guid of a newer episode, which is the one that apps show, so it is a draft',
}

/** A recording that no app finds, since no enclosure names it. https://www.rssboard.org/media-rss#media-content */
const recordingIn = (node: FeedNode): { readonly element: string; readonly url: string } | undefined => {
  const inside = (name: string, { children }: FeedNode): readonly FeedNode[] =>
    children.filter(child => child.name === name)
  const media = [node, ...inside('media:group', node)].flatMap(parent => inside('media:content', parent))
  const found = [
    ...media
      .filter(({ attributes: { type = '', medium = '' } }) =>
        /^\s*(?:audio|video)(?:\/|\s*$)/i.test(type.trim() || medium),
      )
      .map(({ name, attributes }) => ({ element: name, url: attributes.url })),
    ...inside('podcast:alternateEnclosure', node)
      .flatMap(one => inside('podcast:source', one))
      .map(({ attributes }) => ({ element: 'podcast:alternateEnclosure', url: attributes.uri })),
    ...['link', 'guid']
      .flatMap(name => inside(name, node))
      .filter(({ text }) => audioEndings.includes(extensionOf(text.trim())))
      .map(({ name, text }) => ({ element: name, url: text })),
  ]
  const first = found.find(({ url }) => url !== undefined && isHttpUrl(url.trim()))
  return first && { element: first.element, url: first.url!.trim() }
}

const draftWords = (draft: DraftReason, { node }: SourceItem): string => {
  const url = node.children.find(({ name }) => name === 'enclosure')?.attributes.url?.trim() ?? ''
  const isRelative = draft === 'no-address' && url !== '' && !/^[a-z][a-z\d+.-]*:/i.test(url)
  if (draft === 'no-enclosure') {
    const other = recordingIn(node)
    if (other !== undefined)
      return `it has no <enclosure>, so it is a draft; <${other.element}> names a recording: to publish that, write \`audio: ${redacted(other.url)}\` and remove \`draft: true\``
  }
  return isRelative
    ? `the address of its audio, "${url.slice(0, 200)}", says no host, and nothing says where the feed was, so it is a draft; import the feed by its address`
    : drafts[draft]
}
