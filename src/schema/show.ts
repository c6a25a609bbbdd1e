/** What a person may write in show.md. Every key, its form, and the tag that it becomes. */

import type * as z from 'zod'
import { podcastShowFields } from './podcasting.ts'
import { map } from './shape.ts'
import { choice, email, flag, integer, many, text, url } from './value.ts'

/** `Society & Culture > Places & Travel` */
const category = () =>
  text({ examples: ['Technology', 'Society & Culture > Places & Travel'] }).transform(written => {
    const [name = '', ...rest] = written.split('>').map(part => part.trim())
    return rest.length === 0 ? { name } : { name, sub: rest.join(' > ') }
  })

const owner = () =>
  map({
    name: text().meta({ description: 'The name of the person or company that owns the show.' }).optional(),
    email: email().meta({
      description: 'Where Spotify, YouTube and Amazon send the code that proves ownership.',
    }),
  })

export const requiredOfShow = [
  'title',
  'link',
  'baseUrl',
  'language',
  'categories',
  'explicit',
  'image',
] as const

export const showFields = {
  title: () =>
    text({ examples: ['Harbour Notes'] }).meta({
      description: 'The name of the show, and nothing else: no search words, no host names.',
      tag: 'title',
    }),
  link: () => url().meta({ description: "The show's site.", tag: 'link' }),
  baseUrl: () =>
    url({ isFolder: true }).meta({
      description: 'Where the output folder is served. Every address in the feed is made from it.',
      examples: ['https://YOUR-SITE/'],
    }),
  language: () =>
    text({ examples: ['en', 'en-gb', 'pt-BR'] }).meta({
      description: 'The spoken language: two letters (ISO 639-1), optionally a region.',
      tag: 'language',
    }),
  categories: () =>
    many(category()).meta({
      description:
        "One or more of Apple's categories, the most important first; a subcategory follows after `>`.",
      tag: 'itunes:category',
    }),
  explicit: () =>
    flag().meta({
      description: 'Whether the show may hold strong language or adult themes.',
      examples: [false, true],
      tag: 'itunes:explicit',
    }),
  image: () =>
    text({ examples: ['cover.jpg'] }).meta({
      description:
        'The show artwork: a square JPEG or PNG file in the show folder, 1400 to 3000 pixels wide, or its URL.',
      tag: 'itunes:image',
    }),
  author: () =>
    text({ examples: ['Ada Pier'] }).meta({
      description: 'The people or the group behind the show.',
      tag: 'itunes:author',
    }),
  owner: () =>
    owner().meta({
      description: 'Who owns the show, for the directories; not shown to listeners.',
      tag: 'itunes:owner',
    }),
  copyright: () =>
    text({ examples: ['Harbour Notes Ltd'] }).meta({
      description: "The holder's name; the word and the year are not needed.",
      tag: 'copyright',
    }),
  type: () =>
    choice(['episodic', 'serial']).meta({
      description:
        'Whether episodes stand alone (`episodic`, newest first) or follow a story (`serial`, oldest first).',
      tag: 'itunes:type',
    }),
  feedUrl: () =>
    url().meta({
      description: 'Where the feed is served, when that is not `feed.xml` under `baseUrl`.',
      tag: 'atom:link',
    }),
  timezone: () =>
    text({ examples: ['Europe/Brussels'] }).meta({
      description: 'The IANA time zone of every date that does not carry its own offset.',
    }),
  publishAt: () =>
    text({ examples: ['06:00'], pattern: '^\\d{1,2}:\\d{2}$' }).meta({
      description:
        'The time of day at which an episode with a date only appears (06:00 unless you say otherwise).',
    }),
  audioBaseUrl: () =>
    url({ isFolder: true }).meta({ description: 'Where the audio is served, when that is not `baseUrl`.' }),
  enclosurePrefixes: () =>
    many(url({ isFolder: true })).meta({
      description: 'Tracking prefixes (OP3, Podtrac), put in front of every enclosure URL in this order.',
      examples: [['https://op3.dev/e/']],
    }),
  guid: () =>
    text({ examples: ['917393e3-1b1e-5cef-ace4-edaa54e1f810'] }).meta({
      description:
        'The podcast:guid, when the show already has one. Otherwise it is made from the feed URL once and kept in the lock.',
      tag: 'podcast:guid',
    }),
  newFeedUrl: () =>
    url().meta({
      description: 'The address that the show has moved to.',
      tag: 'itunes:new-feed-url',
    }),
  block: () => flag().meta({ description: 'Hides the whole show at Apple.', tag: 'itunes:block' }),
  complete: () =>
    flag().meta({
      description: 'No further episode will ever come. Apple may stop reading the feed for good.',
      tag: 'itunes:complete',
    }),
  verify: () =>
    text({ examples: ['abcd1234'] }).meta({
      description: "Apple's code that proves ownership.",
      tag: 'podcast:txt',
    }),
  hub: () =>
    many(url()).meta({ description: 'WebSub hubs that are told of new episodes.', tag: 'atom:link' }),
  limit: () => integer().meta({ description: 'At most so many episodes in the feed: the newest.' }),
  ...podcastShowFields,
  description: () =>
    text().meta({
      description: "The show's description as plain text, when it is not the body of show.md.",
      tag: 'description',
    }),
  chaptersInNotes: () =>
    flag().meta({
      description:
        'Whether the notes in the feed hold the chapters as a list of times, each a link that plays from there. An episode may say otherwise.',
      tag: 'content:encoded',
    }),
  allow: () =>
    many(text()).meta({
      description: 'Rules whose findings are expected here.',
      examples: [['audio/bit-rate']],
    }),
} as const

type Required = (typeof requiredOfShow)[number]
type Value<K extends keyof typeof showFields> = z.output<ReturnType<(typeof showFields)[K]>>

export type ShowMeta = { readonly [K in Required]: Value<K> } & {
  readonly [K in Exclude<keyof typeof showFields, Required>]?: Value<K>
}
