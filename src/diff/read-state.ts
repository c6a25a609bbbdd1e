/** A feed's bytes → what subscribers see of it, or why it cannot be read. */

import type { Diagnostic } from '../diagnostic.ts'
import type { FeedNode } from '../feed/feed-elements.ts'
import {
  addressOf,
  type FeedDocument,
  feedWithMeantAddresses,
  isReadable,
  isTaken,
  itemsOfAll,
  obstaclesIn,
  readFeed,
  readLeniently,
  repairsIn,
  type Told,
  type ToldFields,
  toldIn,
} from '../feed/index.ts'
import { table } from '../fields/index.ts'
import type { Locked } from '../fields/locked.ts'
import type { Instant } from '../model.ts'
import { optional, some } from '../table/optional.ts'
import type { Writer } from '../table/table.ts'
import { isHttpUrl } from '../units/url.ts'
import { audioOf, textOf } from './parts.ts'
import type { State, StateEpisode } from './state.ts'
import { isSameValue } from './value-text.ts'

export interface Reading {
  /** How messages name it. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Where it was read from, if that was the web. */
  readonly address?: string | undefined
  /** What counts as now. */
  readonly now: Instant
  /** Whether a feed that is not well-formed XML is read as far as it can be understood. Default: no. */
  readonly isLenient?: boolean | undefined
  /** The other pages of a feed that is cut into several. */
  readonly pages?: readonly FeedDocument[]
  /** How an episode of a show folder is called, by its guid. */
  readonly stems?: ReadonlyMap<string, string>
  /** Of a show folder: it has no address of its own yet. */
  readonly isProvisional?: boolean
  /** Of a show folder: guids of what is out and has no room in the feed. */
  readonly beyondLimit?: ReadonlySet<string>
}

export type ReadState =
  | { readonly state: State }
  /** What stands in the way, and the text that it stands in. */
  | {
      readonly problems: readonly Diagnostic[]
      readonly text: string
      /** Items that can be told, as far as it was read. */
      readonly episodes: number
      /** `isLenient` reads it. */
      readonly isMendable: boolean
      /** Faults beside, which `isLenient` has understood. */
      readonly repairable: number
    }

/** Never throws, whatever the bytes are. */
export const readState = ({
  name,
  bytes,
  address,
  now,
  isLenient = false,
  pages = [],
  stems = new Map(),
  isProvisional = false,
  beyondLimit = new Set(),
}: Reading): ReadState => {
  const read = (isLenient ? readLeniently : readFeed)(bytes, name, now)
  // What is only against a rule is for `validate` to tell.
  if (!isTaken(read, isLenient))
    return {
      problems: obstaclesIn(read, isLenient),
      text: read.text,
      episodes: read.items.length,
      isMendable: isReadable(read) && !isLenient,
      repairable: isLenient ? repairsIn(read) : 0,
    }
  const base = addressOf(read, address)
  const feed = feedWithMeantAddresses(read, base)
  const { show } = toldIn(feed)
  const further = pages.map(page => feedWithMeantAddresses(page, base))
  const episodes = toldInAll(feed, further, show.author)
  const heard = episodes.filter(episode => audioOf(episode) !== undefined)
  const nameOf = namesIn(heard.map(episode => audioOf(episode)!.url))
  return {
    state: {
      name,
      title: textOf(show.title),
      show: withSummary(withOldKeywords('show', withoutLockThatIsOpen(show, feed), feed.channel), feed),
      episodes: heard.map((episode): StateEpisode => {
        const { url } = audioOf(episode)!
        const guid = textOf(episode.fields.guid) || url
        const [first = guid, ...more] = [stems.get(guid) ?? [], nameOf(url), guid].flat()
        return {
          ...episode,
          guid,
          title: textOf(episode.fields.title) || textOf(episode.fields.itunesTitle),
          name: first,
          synonyms: more,
        }
      }),
      skipped: episodes.length - heard.length,
      unread: unreadIn(feed),
      text: feed.text,
      isProvisional,
      stems,
      beyondLimit,
    },
  }
}

/** Of all pages; without what says again what the show says. */
const toldInAll = (
  first: FeedDocument,
  pages: readonly FeedDocument[],
  author: unknown,
): Told['episodes'] => {
  const told = new Map([first, ...pages].map(feed => [feed, toldIn(feed).episodes]))
  return itemsOfAll(first, pages).map(({ feed, index, node }) => {
    const { fields, place } = told.get(feed)![index]!
    const { author: own, isPermaLink: _, ...rest } = fields
    const kept = {
      ...rest,
      ...(own === undefined || isSameValue(own, author) ? {} : { author: own }),
      ...(isPermaLink(node) ? { isPermaLink: true } : {}),
    }
    return { place, fields: withOldKeywords('episode', kept, node) }
  })
}

/** The same words, in the element that Apple had for them once or in that of RSS, are the same to everybody: no directory reads either. */
const withOldKeywords = (owner: Writer, told: ToldFields, node: FeedNode | undefined): ToldFields => {
  const words = (node?.children ?? []).filter(({ name }) => name === 'category' || name === 'itunes:keywords')
  if (words.every(({ name }) => name === 'category')) return told
  const { written } = table.acceptSaid(owner, table.read(owner, words, { deprecated: true }))
  return { ...told, ...optional('keywords', some(written.keywords)) }
}

/** Apple has given it up in a show, so that it is no field; some apps read it still. */
const withSummary = (told: ToldFields, { channel }: FeedDocument): ToldFields => {
  const summary = channel?.children.find(({ name }) => name === 'itunes:summary')?.text.trim()
  return { ...told, ...optional('summary', summary || undefined) }
}

/** https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt: an address is one, unless it says otherwise. */
const isPermaLink = ({ children }: FeedNode): boolean => {
  const guid = children.find(({ name, text }) => name === 'guid' && text.trim() !== '')
  return (
    guid !== undefined &&
    guid.attributes.isPermaLink?.trim().toLowerCase() !== 'false' &&
    isHttpUrl(guid.text.trim())
  )
}

/** Hosts take a show over that does not say whether they may. */
const withoutLockThatIsOpen = ({ locked, ...show }: ToldFields, { channel }: FeedDocument): ToldFields => {
  const isSaid = channel?.children.some(({ name }) => name === 'podcast:locked')
  return isSaid && (locked as Locked | undefined)?.locked ? { ...show, locked } : show
}

/** By its recording, an episode is called as its file would be: `007` for `https://show.example/season-1/007.mp3`. */
const namesIn = (urls: readonly string[]): ((url: string) => readonly string[]) => {
  const counts = new Map<string, number>()
  for (const url of urls) {
    const [name] = fileNames(url)
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return url => fileNames(url).filter(name => (counts.get(name) ?? 1) === 1)
}

/** The name, and the name in its folder. */
const fileNames = (url: string): readonly string[] => {
  const path = /^https?:\/\/[^/?#]+\/([^?#]*)$/i.exec(url.replace(/[?#].*$/, ''))?.[1]
  if (path === undefined || !/\.[a-z0-9]{2,4}$/i.test(path)) return []
  try {
    const segments = decodeURIComponent(path.replace(/\.[a-z0-9]{2,4}$/i, '')).split('/')
    return segments.length === 1 ? segments : [segments.at(-1)!, segments.slice(-2).join('/')]
  } catch {
    return []
  }
}

const unreadIn = ({ channel, items }: FeedDocument): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const count = (nodes: FeedDocument['items'], known: ReadonlyMap<string, unknown>): void => {
    for (const { name } of nodes)
      if (name !== 'item' && !known.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  count(channel?.children ?? [], table.elements('show'))
  const known = table.elements('episode')
  for (const item of items) count(item.children, known)
  return counts
}
