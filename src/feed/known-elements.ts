/** What may stand where. RSS: https://www.rssboard.org/rss-specification; itunes: https://help.apple.com/itc/podcasts_connect/#/itcb54353390 */

import { table } from '../fields/index.ts'
import type { KnownElement } from '../table/table.ts'

const ofShow = table.elements('show')
const ofEpisode = table.elements('episode')
const known: readonly (readonly [string, KnownElement])[] = [...ofShow, ...ofEpisode]

const without = (names: Iterable<string>, ...prefixes: readonly string[]): readonly string[] =>
  [...names].filter(name =>
    prefixes.length === 0 ? !name.includes(':') : prefixes.some(one => name.startsWith(one)),
  )

/** Those that say a field, and those of RSS that say nothing to a podcast app. */
export const channelElements: ReadonlySet<string> = new Set([
  ...without(ofShow.keys()),
  ...['managingEditor', 'webMaster', 'docs', 'cloud', 'ttl', 'image', 'rating', 'textInput'],
  ...['skipHours', 'skipDays', 'item'],
])

export const itemElements: ReadonlySet<string> = new Set([...without(ofEpisode.keys()), 'author'])

/** No directory reads them any more, and no field has a use for what they said. */
const forgotten: readonly string[] = [
  ...['itunes:summary', 'itunes:order', 'itunes:isClosedCaptioned', 'googleplay:email'],
]

/** No directory reads them any more. Apple still takes its code from a tag of its own. */
export const deadElements: ReadonlySet<string> = new Set(
  [...known.filter(([, { isDeprecated }]) => isDeprecated).map(([name]) => name), ...forgotten].filter(
    name => name !== 'itunes:applepodcastsverify',
  ),
)

export const itunesElements: ReadonlySet<string> = new Set(
  without([...known.map(([name]) => name), ...forgotten], 'itunes:'),
)

export const podcastElements: ReadonlySet<string> = new Set(
  without(
    known.map(([name]) => name),
    'podcast:',
  ),
)

/** Once in a channel or an item, and no more. */
export const singleElements: ReadonlySet<string> = new Set([
  ...[
    'title',
    'link',
    'description',
    'language',
    'copyright',
    'pubDate',
    'lastBuildDate',
    'generator',
    'ttl',
  ],
  ...['managingEditor', 'webMaster', 'docs', 'image', 'guid', 'author', 'comments', 'content:encoded'],
  ...[...itunesElements].filter(name => name !== 'itunes:category'),
  ...[
    'guid',
    'locked',
    'medium',
    'chapters',
    'license',
    'season',
    'episode',
    'updateFrequency',
    'podroll',
  ].map(name => `podcast:${name}`),
])

/** What an element says may stand in these attributes; an attribute's name is case-sensitive too. */
export const knownAttributes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...new Set(known.map(([name]) => name))].map(name => [
    name,
    [...(ofShow.get(name)?.attributes ?? []), ...(ofEpisode.get(name)?.attributes ?? [])],
  ]),
)

/** Hold HTML. */
export const htmlElements: ReadonlySet<string> = new Set(['description', 'content:encoded', 'itunes:summary'])

/** Hold one plain value as their text, and no HTML. */
export const isPlain = (name: string): boolean =>
  !htmlElements.has(name) &&
  (/^(?:itunes|podcast):/.test(name) || channelElements.has(name) || itemElements.has(name))
