/**
 * Keys that people bring from other tools and that are no field of ours, gathered from the front matter of 45 public shows.
 * What another tool calls a field of ours is among the `synonyms` of that field.
 */

import { folded, type Table, type Writer } from '../table/table.ts'

/** What the key of another tool is here. */
export interface Meaning {
  /** Our key for the same thing. */
  readonly key?: string
  /** Of people whom the key gives another part than the host's: what they do is lost where only the key is renamed. */
  readonly role?: string
  /** What to do instead, where no key takes the value as it is. Begins with a verb. */
  readonly help?: string
  /** It belongs to a site generator or a host: right where it is, and nothing to us. */
  readonly isForeign?: true
}

/** Of site generators, in either file. */
const ofSites: readonly string[] = [
  ...[
    'layout',
    'permalink',
    'slug',
    'aliases',
    'alias',
    'redirectfrom',
    'redirectto',
    'weight',
    'menu',
    'nav',
  ],
  ...['toc', 'tags', 'tag', 'topics', 'series', 'taxonomies', 'eleventynavigation'],
  ...['eleventyexcludefromcollections', 'pagination', 'templateenginesoverride', 'templateengineoverride'],
  ...['css', 'js', 'head', 'meta', 'seo', 'robots', 'sitemap', 'lastmod', 'lastmodified', 'updated'],
  ...['modified', 'expirydate', 'outputs', 'cascade', 'headless', 'featured', 'sticky', 'pinned', 'banner'],
  ...['header', 'hero', 'ogimage', 'opengraph', 'twitter', 'youtube', 'spotify', 'applepodcasts', 'castbox'],
  ...[
    'links',
    'sponsors',
    'sponsor',
    'draftdate',
    'excerptseparator',
    'markup',
    'isindex',
    'sidebar',
    'math',
  ],
  'mermaid',
]

/** Those of each file, and what to do instead. */
const foreign: Readonly<Record<Writer, readonly string[]>> = {
  show: [...ofSites, 'comments'],
  episode: [
    ...ofSites,
    'theme',
    ...['order', 'time', 'category', 'categories', 'itunescategory', 'language', 'lang', 'locale'],
  ],
}

interface Instead {
  readonly help: string
  readonly keys: readonly string[]
}

const instead: Readonly<Record<Writer, readonly Instead[]>> = {
  show: [
    {
      help: 'Write `owner: { name: Ada Pier, email: ada@show.example }`.',
      keys: [
        ...['email', 'owneremail', 'ownername', 'itunesowner', 'itunesemail', 'contact'],
        ...['itunesownername', 'itunesowneremail'],
      ],
    },
    {
      // A site generator's address of a page: as `newFeedUrl` it would move every subscriber.
      help: 'Write `newFeedUrl: https://…` if it is the feed that has moved; else remove it.',
      keys: ['redirect', 'movedto'],
    },
    {
      // How many there are, or stand on a page of a site: as `limit` it would take the others out of the feed.
      help: 'Write `limit: 100` if the feed is to hold only so many episodes, the newest; else remove it.',
      keys: ['items', 'count', 'paginate'],
    },
    {
      help: 'Remove it: the feed says so itself.',
      keys: ['generator', 'docs', 'lastbuilddate', 'pubdate', 'date'],
    },
  ],
  episode: [
    {
      help: 'Remove it: length, size and type are measured from the audio, so they are never wrong.',
      keys: [
        ...['length', 'audiolength', 'mp3length', 'size', 'filesize', 'bytes', 'audiosize', 'lengthbytes'],
        ...[
          'mp3size',
          'enclosurelength',
          'enclosuresize',
          'contentlength',
          'sizebytes',
          'audiobytes',
          'mime',
        ],
        ...['mimetype', 'audiotype', 'enclosuretype', 'contenttype', 'mediatype', 'audioformat'],
      ],
    },
    {
      // Not the day on which it appears: as `date` it could be out too early, or below all that is.
      help: 'Write the day on which it appears as `date`, and remove this.',
      keys: ['created', 'createdat', 'recorded'],
    },
    {
      help: 'Write `draft: true` to keep it out of the feed, or `block: true` to keep it out of the directories alone.',
      keys: ['hidden', 'hide'],
    },
    {
      help: 'Move its keys to the top level, each under its name here: `audio`, `episode`, `season`, `image`.',
      keys: ['podcast', 'itunes', 'media', 'rss'],
    },
  ],
}

/** People in an episode who are no hosts; of some only they themselves know the part. */
const people: Readonly<Record<string, readonly string[]>> = {
  guest: ['guests', 'guest', 'with', 'participants', 'panel', 'panelists', 'contributors'],
  author: ['authors'],
  '…': ['cast', 'crew'],
}

const meaningsOf = (owner: Writer): ReadonlyMap<string, Meaning> =>
  new Map<string, Meaning>([
    ...foreign[owner].map((key): [string, Meaning] => [key, { isForeign: true }]),
    ...(owner === 'show'
      ? []
      : Object.entries(people).flatMap(([role, keys]) =>
          keys.map((key): [string, Meaning] => [key, { key: 'persons', role }]),
        )),
    ...instead[owner].flatMap(({ help, keys }) => keys.map((key): [string, Meaning] => [key, { help }])),
  ])

/** By key, folded. */
export const foreignKeys: Readonly<Record<Writer, ReadonlyMap<string, Meaning>>> = {
  show: meaningsOf('show'),
  episode: meaningsOf('episode'),
}

const AUDIO = /\.(?:mp3|m4a|mp4|aac|ogg|opus|wav|flac)(?:[?#]|$)/i

/** What a key of another tool is called here; undefined for a key that nobody uses. */
export const foreignMeaning = (
  { synonym }: Pick<Table<never>, 'synonym'>,
  owner: Writer,
  key: string,
  written: unknown,
): Meaning | undefined => {
  const field = synonym(owner, key)
  const text = typeof written === 'string' ? written : ''
  if (field === undefined) return foreignKeys[owner].get(folded(key))
  if (folded(key) === folded(field)) return { key: field }
  if (field === 'link' && owner === 'episode' && AUDIO.test(text)) return { key: 'audio' }
  // Jekyll's `published: false` says the opposite of a date.
  if (field !== 'date' || !/^(true|false|yes|no)$/i.test(text)) return { key: field }
  return /^(false|no)$/i.test(text) ? { help: 'Write `draft: true` in its place.' } : { isForeign: true }
}
