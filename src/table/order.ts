/** In which order elements stand in their parent. One that is not listed comes last; of one name, in the order of the list of fields. */

import type { Owner } from './field.ts'

const channel: readonly string[] = [
  ...['title', 'link', 'description', 'language', 'copyright', 'pubDate', 'lastBuildDate', 'generator'],
  ...['managingEditor', 'webMaster', 'ttl', 'image', 'atom:link', 'category'],
  ...['itunes:author', 'itunes:owner', 'itunes:image', 'itunes:category', 'itunes:explicit', 'itunes:type'],
  'itunes:subtitle',
  ...['itunes:new-feed-url', 'itunes:block', 'itunes:complete'],
  ...['podcast:guid', 'podcast:locked', 'podcast:medium', 'podcast:txt', 'podcast:funding', 'podcast:person'],
  ...['podcast:location', 'podcast:trailer', 'podcast:license', 'podcast:value', 'podcast:block'],
  ...['podcast:remoteItem', 'podcast:podroll', 'podcast:publisher', 'podcast:updateFrequency'],
  ...['podcast:podping', 'podcast:chat', 'podcast:socialInteract', 'podcast:image'],
  ...['spotify:countryOfOrigin', 'spotify:limit', 'podcast:liveItem'],
]

const item: readonly string[] = [
  ...['title', 'link', 'description', 'content:encoded', 'pubDate', 'guid', 'enclosure', 'category'],
  ...['comments', 'source'],
  ...['itunes:title', 'itunes:duration', 'itunes:image', 'itunes:episode', 'itunes:season'],
  ...['itunes:episodeType', 'itunes:explicit', 'itunes:block', 'itunes:summary', 'itunes:subtitle'],
  'itunes:author',
  ...['podcast:transcript', 'podcast:chapters', 'podcast:soundbite', 'podcast:person', 'podcast:location'],
  ...['podcast:season', 'podcast:episode', 'podcast:license', 'podcast:alternateEnclosure'],
  ...['podcast:contentLink', 'podcast:funding', 'podcast:value', 'podcast:socialInteract', 'podcast:txt'],
  ...['podcast:chat', 'podcast:image', 'psc:chapters', 'media:thumbnail'],
]

const ranksOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, rank) => [name, rank]))

const ranks: Readonly<Record<Owner, ReadonlyMap<string, number>>> = {
  show: ranksOf(channel),
  episode: ranksOf(item),
  live: ranksOf(item),
}

export const orderOf = (owner: Owner, name: string): number =>
  ranks[owner].get(name) ?? Number.POSITIVE_INFINITY
