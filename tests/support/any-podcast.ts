/** Any show and any episode, as `check` may hand them to `render`. */

import fc from 'fast-check'
import type { Episode, Show } from '../../src/model.ts'

/** Whatever a person can type that is left after cleaning: no forbidden characters, no white space around it or in rows. */
export const anyLine = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      'A & B',
      '&amp;',
      '<b>',
      ']]> ]]>',
      '</item>',
      '"\'`',
      'Ünï — “quotes”',
      '日本語 🎧',
      'مهسن',
      '$& $1',
      '-->',
    ),
  )
  .map(text =>
    text
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter(text => text !== '')

export const anyUrl = fc
  .webUrl({ withQueryParameters: true, validSchemes: ['https'] })
  .map(url => new URL(url).href)
const anyInstant = fc.integer({ min: 631_152_000, max: 4_102_444_800 }).map(seconds => seconds * 1000)
const anyHtml = anyLine.map(text => `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)

/** An optional field is there or is not: never undefined. */
const model = <T>(
  // biome-ignore lint/suspicious/noExplicitAny: fast-check's own record type loses the optional keys
  fields: any,
  requiredKeys: readonly (keyof T)[],
): fc.Arbitrary<T> =>
  fc.record(fields, {
    requiredKeys: requiredKeys as never[],
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<T>

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
    hubs: fc.array(anyUrl, { maxLength: 2 }),
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
    locked: fc.boolean(),
    medium: fc.constantFrom('podcast', 'music'),
    txts: fc.array(
      fc.oneof(
        fc.record({ value: anyLine }, { noNullPrototype: true }),
        fc.record({ purpose: anyLine, value: anyLine }, { noNullPrototype: true }),
      ),
      { maxLength: 2 },
    ),
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
    'hubs',
    'type',
    'block',
    'complete',
    'guid',
    'locked',
    'medium',
    'txts',
    'generator',
  ],
)

/** As much of a chapter as psc:chapters can say. */
const anyChapter = fc.record(
  {
    start: fc.integer({ min: 0, max: 359_999_999 }).map(milliseconds => milliseconds / 1000),
    title: anyLine,
    url: anyUrl,
    image: anyUrl,
  },
  { requiredKeys: ['start', 'title'], noNullPrototype: true },
)

export const anyEpisode = model<Episode>(
  {
    title: anyLine,
    itunesTitle: anyLine,
    link: anyUrl,
    guid: anyLine,
    pubDate: anyInstant,
    description: anyHtml,
    content: anyHtml,
    summary: anyLine,
    enclosure: fc.record(
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
    chaptersUrl: anyUrl,
    chapters: fc.array(anyChapter, { minLength: 1, maxLength: 4 }),
  },
  [
    'title',
    'itunesTitle',
    'guid',
    'pubDate',
    'description',
    'content',
    'enclosure',
    'duration',
    'episodeType',
    'explicit',
    'block',
    'transcripts',
  ],
)
