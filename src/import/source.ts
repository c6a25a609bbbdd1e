/** A feed as the import sees it: of each item what the lock keeps, and what front matter would say. */

import { meantIn } from '../feed/feed-dates.ts'
import type { FeedNode } from '../feed/feed-elements.ts'
import {
  type AddressGuess,
  addressOf,
  type FeedDocument,
  itemsOfAll,
  withMeantAddresses,
} from '../feed/index.ts'
import { recordingsFirst } from '../fields/audio.ts'
import { table } from '../fields/index.ts'
import type { Instant } from '../model.ts'
import { usualType } from '../probe/given.ts'
import type { Written } from '../schema/index.ts'
import { optional } from '../table/optional.ts'
import { onOneLine } from '../table/resolve.ts'
import type { Node } from '../table/said.ts'
import { writtenOf } from '../table/said.ts'
import type { Writer } from '../table/table.ts'
import { meantDuration } from '../units/duration.ts'
import { parseDate } from '../units/instant.ts'
import { meantBytes } from '../units/meant-bytes.ts'
import { meantDates } from '../units/meant-date.ts'
import { removeForbidden } from '../units/text.ts'
import { isHttpUrl } from '../units/url.ts'
import type { Fields } from './brief.ts'
import { type LeftOut, leftOutOf } from './left-out.ts'
import { type Misplaced, putRight } from './misplaced.ts'
import { passedByInEpisode, passedByInShow } from './passed-by.ts'
import { text } from './text.ts'

export interface Source {
  readonly fields: Fields
  /** What is not taken over; the nodes are those of `asWritten`. */
  readonly leftOut: readonly LeftOut[]
  readonly guesses: readonly AddressGuess[]
  readonly misplaced: readonly Misplaced[]
  /** As it stands in the feed, without the items of a channel; `node`: with addresses as they are meant. */
  readonly asWritten: FeedNode
  readonly node: FeedNode
}

export interface SourceShow extends Source {
  /** The feed, and its further pages. */
  readonly documents: readonly FeedDocument[]
  /** Where the feed was, as far as anybody can tell. */
  readonly address: string | undefined
  /** When it says that it was published. */
  readonly date: Instant | undefined
  /** Whether this program has made it. */
  readonly isOurs: boolean
  /** The newest first, as far as they have dates; then in the order of the feed. */
  readonly items: readonly SourceItem[]
}

export interface SourceItem extends Source {
  /** The page of the feed that it stands on. */
  readonly document: FeedDocument
  /** In the feed, from 0. */
  readonly index: number
  readonly guid: string | undefined
  readonly isPermalink: boolean
  readonly enclosure: SourceEnclosure | undefined
  readonly date: Instant | undefined
  /** With the offset that it was published with. */
  readonly dateText: string | undefined
  /** That no app reads it as it is written, but people do. */
  readonly isDateMeant: boolean
  /** The name of its zone, where readers do not know it and take GMT. */
  readonly unknownZone?: string
  /** Whole seconds. */
  readonly duration: number | undefined
  /** As the feed writes it, where no app reads it like that, but people do. */
  readonly durationMeant?: string
  readonly title: string
  /** Of an episode that the folder has already. */
  readonly known?: KnownEpisode
}

/** What an episode of the feed is in the folder that it is brought into. */
export interface KnownEpisode {
  readonly stem: string
  /** What the feed calls it, where that is not what subscribers know it by. */
  readonly otherGuid?: string
}

export interface SourceEnclosure {
  readonly url: string
  /** Bytes; 0 where none are stated. */
  readonly length: number
  /** As the feed writes it, where no app reads it like that, but people do. */
  readonly lengthMeant?: string
  /** That which its ending stands for where none is stated; empty where that is not known. */
  readonly type: string
}

/** `address`: where the feed was read from, if that was the web; `pages`: the others of one that is cut into several. */
export const sourceOf = (
  feed: FeedDocument,
  address: string | undefined,
  pages: readonly FeedDocument[] = [],
): SourceShow | undefined => {
  const { channel } = feed
  if (channel === undefined) return undefined
  const from = addressOf(feed, address)
  const show = addressed('show', channel, from)
  const language = text(show.fields.language)
  const items = itemsOfAll(feed, pages).map(({ feed: document, node }, index) => ({
    ...itemOf(addressed('episode', node, from), index, language),
    document,
  }))
  return {
    ...show,
    leftOut: [...passedByInShow(show, from), ...show.leftOut],
    documents: [feed, ...pages],
    address: from,
    date: dateOfShow(channel, feed.now),
    isOurs: /^build-feed\b/.test(text(show.fields.generator) ?? ''),
    items: items.toSorted(
      (a, b) =>
        (b.date ?? Number.NEGATIVE_INFINITY) - (a.date ?? Number.NEGATIVE_INFINITY) || a.index - b.index || 0,
    ),
  }
}

/** When it was last written may have been by a program that only writes it again. What is to come says nothing of what is there. */
const dateOfShow = (channel: FeedNode, now: Instant): Instant | undefined => {
  const [date] = ['pubDate', 'lastBuildDate'].flatMap(name => {
    const written = textIn(channel, name)
    const instant = written === undefined ? undefined : meantIn(written)?.instant
    return instant === undefined || instant > now ? [] : instant
  })
  return date === undefined ? undefined : Math.floor(date / 1000) * 1000
}

const addressed = (owner: Writer, node: FeedNode, base: string | undefined): Source => {
  const asWritten = { ...node, children: node.children.filter(({ name }) => name !== 'item') }
  const { node: right, misplaced } = putRight(asWritten)
  const { node: meant, guesses } = withMeantAddresses(right, base)
  const { leftOut, ...read } = readSource(owner, meant)
  const written = new Map<Node, FeedNode>(meant.children.map((child, i) => [child, asWritten.children[i]!]))
  return {
    ...read,
    leftOut: leftOut.map(one => ({ ...one, node: written.get(one.node) ?? one.node })),
    guesses,
    misplaced,
    asWritten,
  }
}

/** What is valid, in the long form. Texts stand on one line where the field has one. */
const readSource = (owner: Writer, node: FeedNode): Pick<Source, 'node' | 'fields' | 'leftOut'> => {
  const { said, problems } = table.acceptSaid(owner, table.read(owner, node.children, { deprecated: true }))
  const lines = new Set(table.of(owner).fields.flatMap(({ key, keepsLines }) => (keepsLines ? [key] : [])))
  const fields = Object.fromEntries(
    Object.entries(said).map(([key, one]) => {
      const written = withoutForbidden(writtenOf(one))
      return [key, lines.has(key) ? written : onOneLine(written)]
    }),
  )
  return {
    node,
    fields,
    leftOut: leftOutOf(owner, node, {
      said,
      problems,
      passedOver: table.passedOver(owner, node.children.filter(mayCount)),
    }),
  }
}

const withoutForbidden = (written: Written): Written => {
  if (typeof written === 'string') return removeForbidden(written)
  if (Array.isArray(written)) return written.map(withoutForbidden)
  return Object.fromEntries(Object.entries(written).map(([key, one]) => [key, withoutForbidden(one)]))
}

const itemOf = (
  source: Source,
  index: number,
  language: string | undefined,
): Omit<SourceItem, 'document'> => {
  const { fields, node } = source
  const enclosure = enclosureOf(node)
  const own = text(fields.guid)
  const guid = own ?? enclosure?.url
  const written = text(fields.date)
  const { instant: read, unknownZone } = (written === undefined ? undefined : meantIn(written)) ?? {}
  const date = read ?? (written === undefined ? undefined : instantMeant(written, language))
  const { written: accepted } = table.accept('episode', { duration: fields.duration ?? '' })
  const durationText = fields.duration === undefined ? textIn(node, 'itunes:duration') : undefined
  const durationMeant = durationText === undefined ? undefined : meantDuration(durationText)
  return {
    ...source,
    leftOut: [
      ...source.leftOut.filter(
        ({ node: { name }, part }) =>
          (durationMeant === undefined || name !== 'itunes:duration') &&
          (enclosure?.lengthMeant === undefined || part !== 'enclosure@length'),
      ),
      ...passedByInEpisode(source, date),
    ],
    index,
    guid: guid === undefined ? undefined : onOneLine(guid),
    isPermalink: own !== undefined && isPermalink(node, own),
    enclosure,
    date: date === undefined ? undefined : Math.floor(date / 1000) * 1000,
    dateText: date === undefined || written === undefined ? undefined : withOffset(date, offsetIn(written)),
    isDateMeant: date !== undefined && read === undefined,
    ...optional('unknownZone', unknownZone),
    duration: Math.round(accepted.duration ?? durationMeant ?? 0) || undefined,
    ...optional('durationMeant', durationMeant === undefined ? undefined : durationText),
    title: text(fields.title) ?? '',
  }
}

/** Of the first of these elements that says something. */
const textIn = ({ children }: FeedNode, name: string): string | undefined =>
  children.find(child => child.name === name && child.text.trim() !== '')?.text.trim()

/** Undefined where it may be one of two days. */
const instantMeant = (written: string, language: string | undefined): Instant | undefined => {
  const [meant, ...others] = meantDates(written, language)
  const parsed = meant === undefined || others.length > 0 ? undefined : parseDate(meant.text)
  return parsed !== undefined && 'instant' in parsed ? parsed.instant : undefined
}

/** https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt: true unless it says otherwise. */
const isPermalink = (node: FeedNode, guid: string): boolean => {
  const said = node.children
    .find(({ name, text }) => name === 'guid' && text.trim() !== '')
    ?.attributes.isPermaLink?.trim()
    .toLowerCase()
  return said === 'true' || (said === undefined && isHttpUrl(guid))
}

/** An enclosure that does not say where it is names no recording. */
const mayCount = ({ name, attributes }: FeedNode): boolean => name !== 'enclosure' || !!attributes.url?.trim()

/** The first that says where it is: of several recordings, apps take that. */
const enclosureOf = ({ children }: FeedNode): SourceEnclosure | undefined => {
  const [found] = recordingsFirst(children.filter(child => child.name === 'enclosure' && mayCount(child)))
  if (found === undefined) return undefined
  const { url = '', length = '', type = '' } = found.attributes
  if (!isHttpUrl(url)) return undefined
  const bytes = length.trim()
  const meant = meantBytes(bytes)
  return {
    url,
    length: meant ?? (/^\d{1,15}$/.test(bytes) ? Number(bytes) : 0),
    ...optional('lengthMeant', meant === undefined ? undefined : bytes),
    type: mediaType(type) || (usualType(url) ?? ''),
  }
}

const mediaType = (type: string): string =>
  /^\s*((?:audio|video|application)\/[\w.+-]+)\s*(?:;|$)/i.exec(type)?.[1] ?? ''

/** Minutes from UTC, of a date that states its offset in digits. */
const offsetIn = (written: string): number => {
  const [, sign, hours = '', minutes = ''] = /([+-])(\d\d):?(\d\d)\s*$/.exec(written) ?? []
  const offset = Number(hours) * 60 + Number(minutes)
  return offset > 14 * 60 ? 0 : sign === '-' ? -offset : offset
}

/** RFC 3339. */
const withOffset = (instant: Instant, offset: number): string => {
  const local = new Date(instant + offset * 60_000).toISOString().replace(/(?:\.\d+)?Z$/, '')
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const size = Math.abs(offset)
  return offset === 0 ? `${local}Z` : `${local}${offset < 0 ? '-' : '+'}${part(size / 60)}:${part(size % 60)}`
}
