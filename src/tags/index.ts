/** The tag table: every element of the feed, written one way and read the other. To add one is a field and a row. */

import type { Episode, Show } from '../podcast.ts'
import { deprecatedChannel, deprecatedItem } from './deprecated.ts'
import type { Element } from './element.ts'
import { itunesChannel, itunesItem } from './itunes.ts'
import { liveItemRow } from './live-item.ts'
import { neighbourItem, spotifyChannel } from './neighbours.ts'
import { podcastChannel, podcastItem } from './podcast.ts'
import { rssChannel, rssItem } from './rss.ts'
import type { AnyTag } from './tag.ts'

export { deprecatedElements } from './deprecated.ts'
export type { Element } from './element.ts'

/** In the order in which they stand in the feed. What is deprecated comes first, so that what is current overrides it when read. */
export const itemTags: readonly AnyTag<Episode>[] = [
  ...deprecatedItem,
  ...rssItem,
  ...itunesItem,
  ...podcastItem,
  ...neighbourItem,
]
export const channelTags: readonly AnyTag<Show>[] = [
  ...deprecatedChannel,
  ...rssChannel,
  ...itunesChannel,
  ...podcastChannel,
  ...spotifyChannel,
  liveItemRow({
    write: item => writeTags<Partial<Episode>>(itemTags as readonly AnyTag<Partial<Episode>>[], item),
    read: elements => readTags<Episode>(itemTags, elements),
  }),
]

/** The addresses are compared byte for byte by some readers, so they are not to be prettified. */
export const namespaces: Readonly<Record<string, string>> = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
}

/** Declared only in a feed that uses them: some readers and validators take offence at what they do not know. */
export const rareNamespaces: Readonly<Record<string, string>> = {
  psc: 'http://podlove.org/simple-chapters',
  media: 'http://search.yahoo.com/mrss/',
  spotify: 'http://www.spotify.com/ns/rss',
}

/** Read, never written. */
export const deadNamespaces: Readonly<Record<string, string>> = {
  googleplay: 'http://www.google.com/schemas/play-podcasts/1.0',
  rawvoice: 'https://blubrry.com/developer/rawvoice-rss',
}

/** The namespaces that a feed has to declare. */
export const namespacesOf = (show: Show, episodes: readonly Episode[]): Readonly<Record<string, string>> => {
  const used = Object.keys(rareNamespaces).filter(
    prefix =>
      mayUse(channelTags, prefix).some(field => show[field] !== undefined) ||
      mayUse(itemTags, prefix).some(
        field =>
          episodes.some(episode => episode[field] !== undefined) ||
          show.liveItems?.some(({ item }) => item[field] !== undefined),
      ),
  )
  return { ...namespaces, ...Object.fromEntries(used.map(prefix => [prefix, rareNamespaces[prefix]!])) }
}

/** The fields that become an element of a namespace. */
const mayUse = <Owner>(table: readonly AnyTag<Owner>[], prefix: string): (keyof Owner)[] =>
  table.filter(tag => tag.name.startsWith(`${prefix}:`)).map(tag => tag.field)

/** The elements of one parent. */
export const writeTags = <Owner>(table: readonly AnyTag<Owner>[], owner: Owner): Element[] =>
  table.flatMap(tag => {
    const value = owner[tag.field]
    return value === undefined ? [] : (tag.write as (value: unknown) => readonly Element[])(value)
  })

/** What the elements of one parent say. Fields that they do not hold are absent. */
export const readTags = <Owner>(
  table: readonly AnyTag<Owner>[],
  elements: readonly Element[],
): Partial<Owner> => {
  const byName = byElementName(elements)
  const owner: Partial<Owner> = {}
  for (const tag of table) {
    const value = tag.read(byName.get(tag.name) ?? [])
    const saysNothing = Array.isArray(value) && value.length === 0 && owner[tag.field] !== undefined
    if (value !== undefined && !saysNothing) owner[tag.field] = value as Owner[typeof tag.field]
  }
  return owner
}

const byElementName = (elements: readonly Element[]): Map<string, Element[]> => {
  const byName = new Map<string, Element[]>()
  for (const element of elements) {
    const same = byName.get(element.name)
    if (same) same.push(element)
    else byName.set(element.name, [element])
  }
  return byName
}
