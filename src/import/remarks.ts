/** What somebody should look at after an import: what could not be taken over as it was. */

import type { Place } from '../diagnostic.ts'
import { type FeedNode, holdsMarkup } from '../feed/feed-elements.ts'
import { canonicalNamespaces } from '../feed/feed-namespaces.ts'
import type { AddressGuess, FeedDocument, Mended } from '../feed/index.ts'
import type { Instant } from '../model.ts'
import { showName } from '../names.ts'
import { grouped } from '../report/counts.ts'
import type { Written } from '../schema/index.ts'
import { doctypeReferences } from '../syntax/doctype.ts'
import type { XmlProblem } from '../syntax/xml.ts'
import { isBlank } from '../units/blank.ts'
import { redacted } from '../units/credentials.ts'
import { formatClock } from '../units/duration.ts'
import { formatLongDate } from '../units/instant.ts'
import { codePointName, listed } from '../units/text.ts'
import { isHttpUrl } from '../units/url.ts'
import type { Composed, ComposedEpisode, DraftReason } from './compose.ts'
import type { Misplaced } from './misplaced.ts'
import type { ReportLine } from './report-file.ts'
import type { Source, SourceItem } from './source.ts'

/** What is about a file of the show names it in `path`. */
export interface Remark extends ReportLine {
  readonly path?: string
}

export const remarksOn = (
  feed: FeedDocument,
  { episodes, source }: Composed,
  now: Instant,
): readonly Remark[] => [
  ...source.documents.flatMap((document, page) =>
    ofDocument(document, page === 0 ? 'the feed' : redacted(document.file)),
  ),
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

const guessWords = ({ element, written, taken, other }: AddressGuess): string => {
  const [what, to] = [redacted(written).slice(0, 200), redacted(taken).slice(0, 200)]
  return other === undefined
    ? `<${element}> says "${what}", without https:// in front, and was taken for ${to}`
    : `<${element}> says "${what}", which was taken for a file beside the feed, ${to}; if it is a host, write ${other}`
}

const misplacedWords = ({ element, attribute, value }: Misplaced): string =>
  `apps see nothing of <${element}>, whose "${redacted(value).slice(0, 200)}" is not in \`${attribute}\`; it was taken over`

/** `name`: how to call it. */
const ofDocument = ({ mended, encoding, xml, text }: FeedDocument, name: string): readonly Remark[] => {
  const ofDoctype = new Set(doctypeReferences(xml, text))
  const lineOf = ({ line }: { readonly line?: number }): string => `line ${line} of ${name}`
  return [
    ...(mended === undefined ? [] : ofMended(mended, encoding.encoding, lineOf)),
    ...xml.problems.filter(isRepaired).map(problem => ({
      about: lineOf(problem),
      text: ofDoctype.has(problem)
        ? `&${problem.detail}; is known only to the DOCTYPE, which is not read, so it stays as it is written`
        : repairText(problem),
    })),
  ]
}

/** The same in many places is told once. */
const ofMended = (
  { windowsFrom, lost, references }: Mended,
  encoding: string,
  lineOf: (place: Place) => string,
): readonly Remark[] => [
  ...(windowsFrom === undefined
    ? []
    : [
        {
          about: lineOf(windowsFrom),
          text: 'letters that are no UTF-8, from here on, were read as Windows-1252',
        },
      ]),
  ...(lost === undefined
    ? []
    : [
        {
          about: lineOf(lost.place),
          text:
            lost.count === 1
              ? `a letter that ${encoding} does not have was lost, and \uFFFD stands in its place`
              : `${grouped(lost.count)} letters, from here on, that ${encoding} does not have were lost, and \uFFFD stands in the place of each`,
        },
      ]),
  ...references.map(({ name, character, count, place }) => ({
    about: `${lineOf(place)}${count === 1 ? '' : `, and ${grouped(count - 1)} more`}`,
    text: `&${name}; is known to HTML, but not to XML; it was read as ${isBlank(character) ? codePointName(character) : character}`,
  })),
]

const ofEpisode = (episode: ComposedEpisode, now: Instant): readonly Remark[] => {
  const { path, item, notes, draft, isDateMade } = episode
  const say = (text: string): Remark => ({ about: path, text, path })
  return [
    ...(draft === undefined ? [] : [say(draftWords(draft, item))]),
    ...(isDateMade ? [say(`${datelessWords(item)}, so it got one that keeps its place in the feed`)] : []),
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

const repairText = ({ kind, detail }: XmlProblem): string => {
  const isStrange = kind === 'undeclared-prefix' && !Object.hasOwn(canonicalNamespaces, detail ?? '')
  const words = isStrange
    ? 'a prefix that was never declared is not known either, so what bears it is left out'
    : repairs[kind]
  return detail === undefined ? `${words}` : `${words} (${detail})`
}

/** Whether it is understood when a feed is read leniently. */
export const isRepaired = ({ kind }: XmlProblem): boolean => Object.hasOwn(repairs, kind)

/** What was understood though it is no XML. */
const repairs: Readonly<Record<string, string>> = {
  'bare-ampersand': 'a bare & was read as &amp;',
  'undefined-entity': 'an entity that nobody knows stays as it is written',
  'undeclared-prefix': 'a prefix that was never declared was read as what it is usually for',
  'forbidden-character': 'a character that XML forbids was left out',
  'duplicate-attribute': 'of an attribute that is there twice, the first counts',
  'space-before-declaration': 'what stood in front of the XML declaration was left out',
}
