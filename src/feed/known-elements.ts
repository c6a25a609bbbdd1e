/** What may stand where. RSS: https://www.rssboard.org/rss-specification; itunes: https://help.apple.com/itc/podcasts_connect/#/itcb54353390 */

import { deprecatedElements } from '../tags/deprecated.ts'

export const channelElements: ReadonlySet<string> = new Set([
  ...['title', 'link', 'description', 'language', 'copyright', 'managingEditor', 'webMaster', 'pubDate'],
  ...['lastBuildDate', 'category', 'generator', 'docs', 'cloud', 'ttl', 'image', 'rating', 'textInput'],
  ...['skipHours', 'skipDays', 'item'],
])

export const itemElements: ReadonlySet<string> = new Set([
  ...['title', 'link', 'description', 'author', 'category', 'comments', 'enclosure', 'guid', 'pubDate'],
  'source',
])

/** No directory reads them any more. Apple still takes its code from a tag of its own. */
export const deadElements: ReadonlySet<string> = new Set(
  Object.keys(deprecatedElements).filter(name => name !== 'itunes:applepodcastsverify'),
)

export const itunesElements: ReadonlySet<string> = new Set([
  ...[...deadElements].filter(name => name.startsWith('itunes:')),
  ...[
    ...['title', 'image', 'category', 'explicit', 'author', 'type', 'new-feed-url', 'block', 'complete'],
    ...['applepodcastsverify', 'duration', 'episode', 'season', 'episodeType', 'owner', 'name', 'email'],
  ].map(name => `itunes:${name}`),
])

export const podcastElements: ReadonlySet<string> = new Set(
  [
    ...[
      'locked',
      'transcript',
      'funding',
      'chapters',
      'soundbite',
      'person',
      'location',
      'season',
      'episode',
    ],
    ...['trailer', 'license', 'alternateEnclosure', 'source', 'integrity', 'guid', 'value', 'valueRecipient'],
    ...['valueTimeSplit', 'medium', 'images', 'image', 'liveItem', 'contentLink', 'socialInteract', 'block'],
    ...['txt', 'remoteItem', 'podroll', 'updateFrequency', 'podping', 'chat', 'publisher'],
  ].map(name => `podcast:${name}`),
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

/** What an element says stands in one of these attributes; its own name is case-sensitive too. */
export const knownAttributes: Readonly<Record<string, readonly string[]>> = {
  enclosure: ['url', 'length', 'type'],
  guid: ['isPermaLink'],
  'itunes:image': ['href'],
  'itunes:category': ['text'],
  'atom:link': ['href', 'rel', 'type'],
  'podcast:transcript': ['url', 'type', 'language', 'rel'],
  'podcast:chapters': ['url', 'type'],
  'podcast:person': ['role', 'group', 'img', 'href'],
}

/** Hold HTML. */
export const htmlElements: ReadonlySet<string> = new Set(['description', 'content:encoded', 'itunes:summary'])

/** Hold one plain value as their text, and no HTML. */
export const isPlain = (name: string): boolean =>
  !htmlElements.has(name) &&
  (/^(?:itunes|podcast):/.test(name) || channelElements.has(name) || itemElements.has(name))

/** Elements that say what they say in an attribute. */
export const attributeOfTag: Readonly<Record<string, string>> = {
  enclosure: 'url',
  'itunes:image': 'href',
  'itunes:category': 'text',
  'atom:link': 'href',
}
