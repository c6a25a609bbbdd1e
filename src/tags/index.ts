/** The tag table: every element of the feed, written one way and read the other. To add one is a field and a row. */

import type { Episode, Show } from '../model.ts'
import { chaptersItem } from './chapters.ts'
import type { Element } from './element.ts'
import { itunesChannel, itunesItem } from './itunes.ts'
import { podcastChannel, podcastItem } from './podcast.ts'
import { rssChannel, rssItem } from './rss.ts'
import type { AnyTag } from './tag.ts'

export type { Element } from './element.ts'

/** In the order in which they stand in the feed. */
export const channelTags: readonly AnyTag<Show>[] = [...rssChannel, ...itunesChannel, ...podcastChannel]
export const itemTags: readonly AnyTag<Episode>[] = [
  ...rssItem,
  ...itunesItem,
  ...podcastItem,
  ...chaptersItem,
]

/** The addresses are compared byte for byte by some readers, so they are not to be prettified. */
export const namespaces: Readonly<Record<string, string>> = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  psc: 'http://podlove.org/simple-chapters',
}

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
    if (value !== undefined) owner[tag.field] = value as Owner[typeof tag.field]
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
