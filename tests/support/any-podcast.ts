/** Any show and any episode, as `check` may hand them to `render`. */

import type { Episode, Show } from '../../src/podcast.ts'
import { mediums } from '../../src/vocabulary/podcast-words.ts'
import { anyChannelFields, anyItemFields, anyLocked, anyTxt, model } from './any-podcasting.ts'
import { anyHtml, anyInstant, anyLine, anyUrl } from './any-text.ts'
import fc from './property.ts'

export { anyLine, anyUrl }

export const anyShow = model<Show>(
  {
    title: anyLine,
    link: anyUrl,
    description: anyLine,
    language: fc.constantFrom('en', 'en-gb', 'pt-BR'),
    categories: fc.array(
      fc.oneof(
        fc.record({ name: anyLine }, { noNullPrototype: true }),
        fc.record({ name: anyLine, sub: anyLine }, { noNullPrototype: true }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    explicit: fc.boolean(),
    image: anyUrl,
    feedUrl: anyUrl,
    hub: fc.array(anyUrl, { maxLength: 2 }),
    author: anyLine,
    owner: fc.oneof(
      fc.record({ email: fc.emailAddress() }, { noNullPrototype: true }),
      fc.record({ name: anyLine, email: fc.emailAddress() }, { noNullPrototype: true }),
    ),
    copyright: anyLine,
    type: fc.constantFrom('episodic', 'serial'),
    newFeedUrl: anyUrl,
    block: fc.boolean(),
    complete: fc.boolean(),
    guid: fc.uuid(),
    locked: anyLocked,
    medium: fc.constantFrom(...mediums),
    txt: fc.array(anyTxt, { maxLength: 2 }),
    ...anyChannelFields,
    generator: anyLine,
    lastBuildDate: anyInstant,
    pubDate: anyInstant,
  },
  [
    'title',
    'link',
    'description',
    'language',
    'categories',
    'explicit',
    'image',
    'feedUrl',
    'hub',
    'type',
    'block',
    'complete',
    'guid',
    'locked',
    'medium',
    'txt',
    'generator',
  ],
)

export const anyEpisode = model<Episode>(
  {
    title: anyLine,
    itunesTitle: anyLine,
    link: anyUrl,
    guid: anyLine,
    date: anyInstant,
    description: anyHtml,
    content: anyHtml,
    summary: anyLine,
    audio: fc.record(
      { url: anyUrl, length: fc.nat(), type: fc.constantFrom('audio/mpeg', 'audio/x-m4a') },
      { noNullPrototype: true },
    ),
    duration: fc.integer({ min: 1, max: 100_000 }),
    season: fc.integer({ min: 1, max: 99 }),
    episode: fc.integer({ min: 1, max: 9999 }),
    episodeType: fc.constantFrom('full', 'trailer', 'bonus'),
    explicit: fc.boolean(),
    image: anyUrl,
    block: fc.boolean(),
    transcripts: fc.array(
      fc.oneof(
        fc.record({ url: anyUrl, type: fc.constant('text/vtt') }, { noNullPrototype: true }),
        fc.record(
          {
            url: anyUrl,
            type: fc.constant('text/vtt'),
            language: fc.constant('de'),
            rel: fc.constant('captions'),
          },
          { noNullPrototype: true },
        ),
      ),
      { maxLength: 2 },
    ),
    ...anyItemFields,
  },
  [
    'title',
    'itunesTitle',
    'guid',
    'date',
    'description',
    'content',
    'audio',
    'duration',
    'episodeType',
    'explicit',
    'block',
    'transcripts',
  ],
)
