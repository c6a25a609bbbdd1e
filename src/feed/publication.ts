/** A feed → what the rules of a show folder look at: entries whose places point into the feed. */

import type { Place } from '../diagnostic.ts'
import { feedCategories } from '../limits.ts'
import type { Episode, Show } from '../model.ts'
import type { Audio, Entry, Publication, Recording } from '../project.ts'
import type { EpisodeMeta, ShowMeta } from '../schema/index.ts'
import type { Written } from '../schema/value.ts'
import { deprecatedChannel, deprecatedItem } from '../tags/deprecated.ts'
import { channelTags, itemTags, readTags } from '../tags/index.ts'
import type { AnyTag } from '../tags/tag.ts'
import { formatRfc3339 } from '../units/instant.ts'
import { removeForbidden } from '../units/text.ts'
import { isHttpUrl } from '../units/url.ts'
import { podcastGuid } from '../units/uuid.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedNode } from './feed-elements.ts'
import { named, trimmed } from './feed-rule.ts'

const nowhere = 'https://missing.invalid/'

/** What directories look at today: a show that says who makes it in a tag of Google Podcasts only does not say it. */
const currentChannel = channelTags.filter(tag => !deprecatedChannel.includes(tag))
const currentItem = itemTags.filter(tag => !deprecatedItem.includes(tag))

export const publicationOf = (feed: FeedDocument): Publication => {
  const read = cleaned(readTags<Show>(currentChannel, feed.channel?.children ?? []))
  const show = showOf(read)
  const items = feed.items.map((node, i) => itemOf(feed, node, i, show))
  const recordings = items.map(item => item.recording)
  return {
    show,
    episodes: items.map(item => item.episode),
    project: {
      picture: undefined,
      recordings,
      manuscript: {
        folder: feed.file,
        show: showEntry(feed, read),
        episodes: recordings.map(recording => recording.entry),
        lock: undefined,
        files: new Set(),
        unreadable: new Set(),
        outside: new Map(),
      },
    },
  }
}

/** What XML forbids has been reported by its own rule. */
const cleaned = <T extends object>(read: T): T =>
  Object.fromEntries(
    Object.entries(read).map(([field, value]) => [
      field,
      typeof value === 'string' ? removeForbidden(value) : value,
    ]),
  ) as T

const showOf = (read: Partial<Show>): Show => ({
  title: '',
  link: nowhere,
  description: '',
  language: '',
  categories: [],
  explicit: false,
  image: nowhere,
  feedUrl: nowhere,
  hubs: [],
  type: 'episodic',
  block: false,
  complete: false,
  guid: podcastGuid(read.feedUrl ?? nowhere),
  locked: { locked: true },
  medium: 'podcast',
  txts: [],
  generator: '',
  ...read,
})

// -------------------------------------------------------------------------------------------------- entries

/** Keys of the front matter that the feed says under another name. */
const fieldOfKey: Readonly<Record<string, string>> = {
  date: 'pubDate',
  audio: 'enclosure',
  hub: 'hubs',
  verify: 'txts',
  txt: 'txts',
  value: 'values',
}

type Loose<Meta> = { readonly [Key in keyof Meta]?: Meta[Key] | undefined }

const showEntry = (feed: FeedDocument, read: Partial<Show>): Entry<ShowMeta> => {
  const { title, link, description, language, categories, explicit, image, author, owner, copyright } = read
  const { type, feedUrl, newFeedUrl, block, complete, guid, locked, hubs } = read
  const { funding, persons, locations, license, remoteItems, podroll, publisher, blocks } = read
  const meta: Loose<ShowMeta> = {
    ...{ title, description, language, explicit, author, owner, copyright, type, guid, locked },
    ...{ funding, persons, locations, license, remoteItems, podroll, publisher, blocks },
    ...{ updateFrequency: read.updateFrequency, images: read.images, txt: read.txts, value: read.values },
    ...{ countryOfOrigin: read.countryOfOrigin, pages: read.pages },
    medium: read.medium as ShowMeta['medium'],
    ...{ block, complete, hub: hubs },
    categories: categories?.length ? categories.slice(0, feedCategories) : undefined,
    link: httpOnly(link),
    image: httpOnly(image),
    feedUrl: httpOnly(feedUrl),
    // Without a link to itself it is not known where the feed is, so nothing can be said of where it leads.
    newFeedUrl: feedUrl === undefined ? undefined : httpOnly(newFeedUrl),
  }
  return {
    ...entryFrame(feed, feed.channel, currentChannel, 'show'),
    path: 'show.md',
    meta: defined(meta),
    raw: { ...(hasItunes(feed) ? {} : unread), ...rawOf(feed.channel, meta, currentChannel) },
  } as Entry<ShowMeta>
}

/** Where nothing of the itunes namespace is there, that is the one thing to say. */
const hasItunes = ({ channel }: FeedDocument): boolean =>
  channel?.children.some(({ name }) => name.startsWith('itunes:')) ?? false
const unread = { author: '-', owner: '-' }

interface ReadItem {
  readonly recording: Recording
  readonly episode: Episode | undefined
}

const itemOf = (feed: FeedDocument, node: FeedNode, i: number, show: Show): ReadItem => {
  const read = cleaned(readTags<Episode>(currentItem, node.children))
  // In the order of the feed, also where names are compared as text.
  const stem = `item-${String(i + 1).padStart(6, '0')}`
  const entry = episodeEntry(feed, node, stem, read)
  const audio = audioOf(read)
  return {
    recording: { entry, audio, picture: undefined, transcripts: [], chapters: [] },
    episode: episodeOf(read, show),
  }
}

/** Where it is not said, or said to be nothing, nobody knows where the recording ends: nothing can stand behind that. */
const lengthOf = ({ duration }: Partial<Episode>): number => duration || Number.POSITIVE_INFINITY

const audioOf = (read: Partial<Episode>): Audio | undefined => {
  const { enclosure, guid } = read
  if (enclosure === undefined) return undefined
  return {
    path: enclosure.url,
    from: 'feed',
    url: enclosure.url,
    facts: { mediaType: enclosure.type, bytes: enclosure.length, duration: lengthOf(read) },
    fingerprint: guid ?? enclosure.url,
  }
}

const episodeOf = (read: Partial<Episode>, show: Show): Episode | undefined => {
  const { title, guid, pubDate, enclosure } = read
  if (title === undefined || guid === undefined || pubDate === undefined || enclosure === undefined)
    return undefined
  return {
    itunesTitle: title,
    description: '',
    content: read.description ?? '',
    episodeType: 'full',
    explicit: show.explicit,
    block: false,
    transcripts: [],
    ...read,
    duration: lengthOf(read),
    title,
    guid,
    pubDate,
    enclosure,
  }
}

const episodeEntry = (
  feed: FeedDocument,
  node: FeedNode,
  stem: string,
  read: Partial<Episode>,
): Entry<EpisodeMeta> => {
  const { title, pubDate, enclosure, guid, link, description, summary, season, episode } = read
  const { episodeType, itunesTitle, explicit, image, block, content } = read
  const meta: Loose<EpisodeMeta> = {
    ...{ title, guid, description, summary, episodeType, itunesTitle, explicit, block },
    ...{
      persons: read.persons,
      locations: read.locations,
      soundbites: read.soundbites,
      license: read.license,
    },
    ...{ funding: read.funding, images: read.images, contentLinks: read.contentLinks },
    ...{ value: read.values, txt: read.txts },
    ...{ alternateEnclosures: read.alternateEnclosures, comments: read.comments, source: read.source },
    // A date that has another form has been reported; the rules get what was meant.
    date: pubDate === undefined ? undefined : formatRfc3339(pubDate),
    audio: enclosure?.url,
    link: httpOnly(link),
    image: httpOnly(image),
    season: positive(season),
    episode: positive(episode),
  }
  return {
    ...entryFrame(feed, node, currentItem, stem),
    path: stem,
    meta: defined(meta),
    raw: rawOf(node, meta, currentItem),
    ...bodyOf(feed, node, content),
  } as Entry<EpisodeMeta>
}

const httpOnly = (url: string | undefined): string | undefined =>
  url !== undefined && isHttpUrl(url) ? url : undefined

const positive = (number: number | undefined): number | undefined =>
  number !== undefined && number > 0 ? number : undefined

const defined = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

// --------------------------------------------------------------------------------------------------- places

type Tags = readonly (AnyTag<Show> | AnyTag<Episode>)[]
type Path = string | readonly (string | number)[]

const entryFrame = (feed: FeedDocument, parent: FeedNode | undefined, tags: Tags, stem: string) => {
  const holderOf = parent === undefined ? () => undefined : holdersIn(parent, tags)
  const at = (path?: Path): Place => {
    if (parent === undefined) return { file: feed.file }
    const [key, step, part] = typeof path === 'string' ? [path] : (path ?? [])
    const node = key === undefined ? undefined : holderOf(String(key), step)
    if (node === undefined) return feed.atTag(parent)
    const attribute = [part, step].find(
      name => typeof name === 'string' && Object.hasOwn(node.attributes, name),
    )
    return attribute === undefined ? valuePlace(feed, node) : feed.atAttribute(node, String(attribute))
  }
  return {
    file: feed.file,
    stem,
    isRead: true,
    meant: [],
    hasOddCharacters: true,
    mayHoldTimes: true,
    body: '',
    // Of the whole file: what an entry is made of when it stands in a folder.
    text: '',
    at,
    atBody: () => at(),
    fix: {
      replace: () => undefined,
      rename: () => undefined,
      remove: () => undefined,
      insert: () => undefined,
    },
  }
}

type HolderOf = (key: string, step?: string | number) => FeedNode | undefined

/** The element that a field was read from: of a list, the one that holds the item; of a map, the child of that name. Each field is looked for once. */
const holdersIn = (parent: FeedNode, tags: Tags): HolderOf => {
  const known = new Map<string, Holders | undefined>()
  return (key, step) => {
    if (!known.has(key)) known.set(key, holdersOf(parent, tags, fieldOfKey[key] ?? key))
    const holders = known.get(key)
    if (typeof step === 'number') return holders?.items[step] ?? holders?.whole
    const child = holders?.whole?.children.find(({ name }) => name.endsWith(`:${step}`))
    return child ?? holders?.whole
  }
}

interface Holders {
  readonly whole: FeedNode | undefined
  /** By their place in the list. */
  readonly items: readonly FeedNode[]
}

const holdersOf = (parent: FeedNode, tags: Tags, field: string): Holders | undefined => {
  const tag = tags.find(row => row.field === field)
  if (tag === undefined) return undefined
  const nodes = named(parent, tag.name)
  return {
    whole: nodes.find(node => isSaid(tag.read([node]))) ?? nodes[0],
    items: nodes.flatMap(itemsOf(tag)),
  }
}

/** One element can hold several: a category with two subcategories is two. */
const itemsOf =
  (tag: Tags[number]) =>
  (node: FeedNode): readonly FeedNode[] => {
    const value = tag.read([node])
    const count = Array.isArray(value) ? value.length : 0
    return Array.from({ length: count }, (_, i) => (count > 1 ? (node.children[i] ?? node) : node))
  }

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)

/** The attributes that hold what an element is about, when it has no text. */
const valueAttributes = ['url', 'href', 'text'] as const

const valuePlace = (feed: FeedDocument, node: FeedNode): Place => {
  if (trimmed(node) !== '') return feed.atText(node)
  const attribute = valueAttributes.find(name => node.attributes[name])
  return attribute === undefined ? feed.atTag(node) : feed.atAttribute(node, attribute)
}

/** Every field as it is written in the feed, valid or not. */
const rawOf = (
  parent: FeedNode | undefined,
  meta: Readonly<Record<string, unknown>>,
  tags: Tags,
): Readonly<Record<string, Written>> => {
  const raw: Record<string, Written> = {}
  if (parent === undefined) return raw
  const holderOf = holdersIn(parent, tags)
  for (const [key, value] of Object.entries(meta)) {
    const holder = holderOf(key)
    if (holder !== undefined) raw[key] = typeof value === 'object' ? written(value) : rawText(holder)
  }
  return raw
}

/** Lists and maps as front matter would hold them: what stands in them is found by its way through them. */
const written = (value: unknown): Written => {
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, written(part)]))
}

const rawText = (node: FeedNode): string => {
  const attribute = valueAttributes.find(name => node.attributes[name])
  const stated = attribute === undefined ? undefined : node.attributes[attribute]
  const inside = node.children.map(trimmed).find(text => text !== '')
  return removeForbidden(trimmed(node) || (stated ?? inside ?? ''))
}

/** The notes, and where parts of them stand: exactly, where the feed holds them as they are. */
const bodyOf = (feed: FeedDocument, parent: FeedNode, content: string | undefined) => {
  const [node] = [...named(parent, 'content:encoded'), ...named(parent, 'description')]
  if (node === undefined) return {}
  const body = content ?? removeForbidden(trimmed(node))
  const { innerStart, innerEnd } = node.xml
  return {
    body,
    atBody: (offset: number, length = 0): Place => {
      const start = feed.text.slice(innerStart, innerEnd).indexOf(body)
      return start < 0
        ? feed.atText(node)
        : feed.place(innerStart + start + offset, innerStart + start + offset + length)
    },
  }
}
