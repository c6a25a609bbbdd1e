/** A feed as the import sees it: of each item what the lock keeps, and what front matter would say. */

import { meantIn } from '../feed/feed-dates.ts'
import type { FeedNode } from '../feed/feed-elements.ts'
import { type FeedDocument, itemsOfAll } from '../feed/index.ts'
import { table } from '../fields/index.ts'
import type { Instant } from '../model.ts'
import { usualType } from '../probe/given.ts'
import type { Written } from '../schema/index.ts'
import { optional } from '../table/optional.ts'
import { onOneLine } from '../table/resolve.ts'
import { writtenOf } from '../table/said.ts'
import type { Writer } from '../table/table.ts'
import { parseDate } from '../units/instant.ts'
import { meantDates } from '../units/meant-date.ts'
import { removeForbidden } from '../units/text.ts'
import { isHttpUrl, resolveUrl } from '../units/url.ts'
import { isUuid } from '../units/uuid.ts'
import type { Fields } from './brief.ts'
import { type LeftOut, leftOutOf } from './left-out.ts'

export interface Source {
  readonly fields: Fields
  readonly leftOut: readonly LeftOut[]
  readonly node: FeedNode
}

export interface SourceShow extends Source {
  /** The feed, and its further pages. */
  readonly documents: readonly FeedDocument[]
  /** Where the feed was, as far as anybody can tell. */
  readonly address: string | undefined
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
  const self = text(readSource('show', channel).fields.feedUrl)
  const from = [self, address].find(url => url !== undefined && isHttpUrl(url))
  const show = readSource('show', absolute(channel, from))
  const items = itemsOfAll(feed, pages).map(({ feed: document, node }, index) => ({
    ...itemOf(absolute(node, from), index, { base: from, language: text(show.fields.language) }),
    document,
  }))
  return {
    ...show,
    leftOut: [...noUuid(show), ...show.leftOut],
    documents: [feed, ...pages],
    address: from,
    isOurs: /^build-feed\b/.test(text(show.fields.generator) ?? ''),
    items: items.toSorted(
      (a, b) =>
        (b.date ?? Number.NEGATIVE_INFINITY) - (a.date ?? Number.NEGATIVE_INFINITY) || a.index - b.index || 0,
    ),
  }
}

const noUuid = ({ node, fields }: Source): readonly LeftOut[] => {
  const guid = text(fields.guid)
  const element = node.children.find(({ name }) => name === 'podcast:guid')
  if (guid === undefined || element === undefined || isUuid(guid.toLowerCase())) return []
  const reason = `"${guid.slice(0, 80)}" is not a UUID, so the new feed has another`
  return [{ node: element, reason, told: '<podcast:guid>' }]
}

const addressAttributes: ReadonlySet<string> = new Set(['url', 'href', 'src', 'img', 'uri'])
const addressElements: ReadonlySet<string> = new Set(['link', 'comments', 'docs'])

/** With every address as it is meant from where the feed is. What is no address stays as it is. */
const absolute = (node: FeedNode, base: string | undefined): FeedNode => {
  if (base === undefined) return node
  const attributes = Object.entries(node.attributes).map(([name, value]): [string, string] => [
    name,
    addressAttributes.has(name) ? meant(value, base) : value,
  ])
  const text = addressElements.has(node.name) ? meant(node.text, base) : node.text
  const inItem = node.name === 'channel' ? node.children.filter(({ name }) => name !== 'item') : node.children
  const children = inItem.map(child => absolute(child, base))
  const isAsIs =
    text === node.text &&
    attributes.every(([name, value]) => value === node.attributes[name]) &&
    children.length === node.children.length &&
    children.every((child, i) => child === node.children[i])
  return isAsIs ? node : { ...node, attributes: Object.fromEntries(attributes), text, children }
}

/** Relative: without a scheme, a host in front or a space in it. */
const meant = (written: string, base: string): string =>
  /^\s*(?:[a-z][a-z\d+.-]*:|$|\S*\s+\S)/i.test(written) || /^\s*www\./i.test(written)
    ? written
    : (resolveUrl(base, written.trim()) ?? written)

export const text = (written: Written | undefined): string | undefined =>
  typeof written === 'string' && written !== '' ? written : undefined

/** What is valid, in the long form. Texts stand on one line where the field has one. */
const readSource = (owner: Writer, node: FeedNode): Source => {
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
    leftOut: leftOutOf(
      node.children.filter(({ name }) => name !== 'item'),
      said,
      problems,
    ),
  }
}

const withoutForbidden = (written: Written): Written => {
  if (typeof written === 'string') return removeForbidden(written)
  if (Array.isArray(written)) return written.map(withoutForbidden)
  return Object.fromEntries(Object.entries(written).map(([key, one]) => [key, withoutForbidden(one)]))
}

interface OfFeed {
  /** What relative addresses are meant from. */
  readonly base: string | undefined
  readonly language: string | undefined
}

const itemOf = (node: FeedNode, index: number, { base, language }: OfFeed): Omit<SourceItem, 'document'> => {
  const source = readSource('episode', node)
  const { fields } = source
  const enclosure = enclosureOf(node, base)
  const own = text(fields.guid)
  const guid = own ?? enclosure?.url
  const written = text(fields.date)
  const { instant: read, unknownZone } = (written === undefined ? undefined : meantIn(written)) ?? {}
  const date = read ?? (written === undefined ? undefined : instantMeant(written, language))
  const { written: accepted } = table.accept('episode', { duration: fields.duration ?? '' })
  return {
    ...source,
    leftOut: [...source.leftOut, ...(date === undefined ? unreadableDate(node) : [])],
    index,
    guid: guid === undefined ? undefined : onOneLine(guid),
    isPermalink: own !== undefined && isPermalink(node, own),
    enclosure,
    date: date === undefined ? undefined : Math.floor(date / 1000) * 1000,
    dateText: date === undefined || written === undefined ? undefined : withOffset(date, offsetIn(written)),
    isDateMeant: date !== undefined && read === undefined,
    ...optional('unknownZone', unknownZone),
    duration: Math.round(accepted.duration ?? 0) || undefined,
    title: text(fields.title) ?? '',
  }
}

/** What became of it is told with the date that it got. */
const unreadableDate = ({ children }: FeedNode): readonly LeftOut[] =>
  children.flatMap(node => {
    const written = node.name === 'pubDate' ? node.text.trim() : ''
    return written === '' ? [] : [{ node, reason: `"${written.slice(0, 80)}" cannot be read as a date` }]
  })

/** Undefined where it may be one of two days. */
const instantMeant = (written: string, language: string | undefined): Instant | undefined => {
  const [meant, ...others] = meantDates(written, language)
  const parsed = meant === undefined || others.length > 0 ? undefined : parseDate(meant.text)
  return parsed !== undefined && 'instant' in parsed ? parsed.instant : undefined
}

/** https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt: true unless it says otherwise. */
const isPermalink = (node: FeedNode, guid: string): boolean => {
  const said = node.children
    .find(({ name }) => name === 'guid')
    ?.attributes.isPermaLink?.trim()
    .toLowerCase()
  return said === 'true' || (said === undefined && isHttpUrl(guid))
}

/** The first that says where it is: of several, apps take that. */
const enclosureOf = (node: FeedNode, base: string | undefined): SourceEnclosure | undefined => {
  const found = node.children.find(({ name, attributes }) => name === 'enclosure' && attributes.url?.trim())
  if (found === undefined) return undefined
  const { url = '', length = '', type = '' } = found.attributes
  const absolute = resolveUrl(base ?? url.trim(), url.trim())
  if (absolute === undefined || !isHttpUrl(absolute)) return undefined
  const bytes = length.trim()
  return {
    url: absolute,
    length: /^\d{1,15}$/.test(bytes) ? Number(bytes) : 0,
    type: mediaType(type) || (usualType(absolute) ?? ''),
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
