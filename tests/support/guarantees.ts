/**
 * What our writer does by itself, so that no rule has to look for it: by the id of the rule book, a proof on a finished feed.
 * Each throws where the feed breaks the promise.
 */

import { expect } from 'vitest'
import { type Parsed, readFeed, textIn } from './read-feed.ts'
import type { Run } from './run.ts'

export interface Built {
  readonly xml: string
  readonly channel: Parsed
  readonly items: readonly Parsed[]
  readonly run: Run
}

export const builtFrom = (run: Run): Built => {
  const xml = run.feed!
  return { xml, run, ...readFeed(xml) }
}

/** Without text: only the tags, so that what somebody wrote into notes is not taken for ours. */
const skeleton = (xml: string): string =>
  xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').replace(/>[^<]*</g, '><')
const elements = (xml: string): string[] =>
  [...skeleton(xml).matchAll(/<([A-Za-z][\w:.-]*)/g)].map(([, name]) => name!)
const head = (xml: string): string => xml.slice(0, xml.indexOf('<item>'))
const namespace = (xml: string, prefix: string): string | undefined =>
  new RegExp(`xmlns:${prefix}="([^"]*)"`).exec(xml)?.[1]
const urls = (xml: string): string[] => [
  ...[...skeleton(xml).matchAll(/\b(?:url|href)="([^"]*)"/g)].map(([, url]) => url!),
  ...[...xml.matchAll(/<(?:link|itunes:new-feed-url)>([^<]*)</g)].map(([, url]) => url!),
]
const dates = (xml: string): string[] =>
  [...xml.matchAll(/<(?:pubDate|lastBuildDate)>([^<]*)</g)].map(([, date]) => date!)
const html = ({ items }: Built): string[] =>
  items.flatMap(item => [textIn(item.description), textIn(item['content:encoded'])])
const none = (built: Built, ...names: string[]): void =>
  expect(elements(built.xml).filter(name => names.includes(name))).toEqual([])
/** Elements of elements. */
const containers = new Set(['itunes:owner', 'psc:chapters'])
const eachItem = (built: Built, prove: (item: Parsed) => void): void => built.items.forEach(prove)

const rss = new Set(
  (
    'rss channel title link description language copyright pubDate lastBuildDate generator docs item guid enclosure ' +
    'category image url width height ttl'
  ).split(' '),
)
const singletons = (of: Parsed): string[] =>
  Object.entries(of).flatMap(([name, value]) =>
    Array.isArray(value) && value.length > 1 && !lists.has(name) ? [name] : [],
  )
const lists = new Set([
  ...[
    'item',
    'itunes:category',
    'atom:link',
    'podcast:transcript',
    'podcast:txt',
    'podcast:person',
    'podcast:funding',
  ],
  ...[
    'podcast:location',
    'podcast:soundbite',
    'podcast:socialInteract',
    'podcast:alternateEnclosure',
    'podcast:image',
  ],
  ...[
    'podcast:trailer',
    'podcast:liveItem',
    'podcast:remoteItem',
    'podcast:value',
    'podcast:block',
    'podcast:contentLink',
  ],
])

export const guarantees: Readonly<Record<string, (built: Built) => void>> = {
  // 1. The document
  'doc-well-formed': ({ xml }) => expect(readFeed(xml).items.length).toBeGreaterThan(0),
  'doc-xml-declaration': ({ xml }) =>
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true),
  'doc-utf8': ({ run }) => {
    const feed = run.artefacts.find(artefact => artefact.path === 'feed.xml')
    const bytes = feed && 'bytes' in feed ? feed.bytes : new Uint8Array([0xff])
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow()
  },
  'doc-rss-version': ({ xml }) => expect(xml).toMatch(/<rss version="2\.0"/),
  'doc-no-atom-root': ({ xml }) => expect(elements(xml)[0]).toBe('rss'),
  'doc-one-channel': ({ xml }) => expect(elements(xml).filter(name => name === 'channel')).toHaveLength(1),
  'doc-ns-itunes-exact': ({ xml }) =>
    expect(namespace(xml, 'itunes')).toBe('http://www.itunes.com/dtds/podcast-1.0.dtd'),
  'doc-ns-content': ({ xml }) =>
    expect(namespace(xml, 'content')).toBe('http://purl.org/rss/1.0/modules/content/'),
  'doc-ns-atom': ({ xml }) => expect(namespace(xml, 'atom')).toBe('http://www.w3.org/2005/Atom'),
  'doc-ns-podcast': ({ xml }) =>
    expect(namespace(xml, 'podcast')).toBe('https://podcastindex.org/namespace/1.0'),
  'doc-ns-media': ({ xml }) =>
    expect([undefined, 'http://search.yahoo.com/mrss/']).toContain(namespace(xml, 'media')),
  'doc-ns-declared': ({ xml }) => {
    const prefixes = elements(xml).flatMap(name => (name.includes(':') ? name.split(':')[0]! : []))
    expect([...new Set(prefixes)].filter(prefix => namespace(xml, prefix) === undefined)).toEqual([])
  },
  'doc-foreign-tags-in-ns': ({ xml }) =>
    expect(elements(xml).filter(name => !name.includes(':') && !rss.has(name))).toEqual([]),
  'doc-tag-case': ({ xml }) => {
    expect(elements(xml).filter(name => !name.includes(':') && name.toLowerCase() !== name)).toEqual(
      elements(xml).filter(name => name === 'pubDate' || name === 'lastBuildDate'),
    )
    expect(elements(xml)).not.toContain('itunes:episodetype')
  },
  'doc-trim-values': ({ channel, items }) => {
    for (const owner of [channel, ...items])
      for (const [name, node] of Object.entries(owner))
        if (!Array.isArray(node) && !containers.has(name))
          expect(textIn(node), name).toBe(textIn(node).trim())
  },
  'doc-escape-plain-text': ({ channel, items, run }) => {
    const { show, releases } = run.podcast!
    expect(textIn(channel.title)).toBe(show.title)
    expect(items.map(item => textIn(item.title))).toEqual(releases.map(({ episode }) => episode.title))
  },
  'doc-control-chars': ({ xml }) =>
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u),
  'doc-cdata-html': ({ xml }) => {
    for (const [, name] of xml.matchAll(/<(content:encoded)>(?!<!\[CDATA\[)/g)) expect(name).toBe('in CDATA')
  },
  'doc-no-trailing-comment': ({ xml }) => expect(skeleton(xml)).not.toContain('<!--'),
  'doc-absolute-urls': ({ xml }) =>
    expect(urls(xml).filter(url => !/^https?:\/\/[^/]/.test(url))).toEqual([]),
  'doc-url-uri-not-iri': ({ xml }) => expect(urls(xml).filter(url => !/^[!-~]+$/.test(url))).toEqual([]),
  'doc-rfc2822-shape': ({ xml }) => {
    expect(dates(xml).length).toBeGreaterThan(1)
    for (const date of dates(xml))
      expect(date).toMatch(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \S+$/)
  },
  'doc-rfc2822-zone': ({ xml }) => {
    for (const date of dates(xml)) expect(date).toMatch(/ \+0000$/)
  },
  'doc-weekday-matches': ({ xml }) => {
    const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
    for (const date of dates(xml)) expect(date.slice(0, 3)).toBe(days[new Date(Date.parse(date)).getUTCDay()])
  },
  'doc-items-last': ({ xml }) => {
    const bare = skeleton(xml)
    expect(bare.slice(bare.lastIndexOf('</item>')).match(/<\w/g)).toBeNull()
  },
  'doc-no-duplicate-singletons': ({ channel, items }) =>
    expect([channel, ...items].flatMap(singletons)).toEqual([]),
  'doc-html-script': built => {
    for (const text of html(built))
      expect(text).not.toMatch(/<(script|style|iframe|object|embed|form)\b|\son\w+=|javascript:/i)
  },

  // 2. Show
  'show-itunes-title': ({ xml }) => expect(elements(head(xml))).not.toContain('itunes:title'),
  'show-description-html': ({ channel }) =>
    expect(textIn(channel.description)).not.toMatch(/<\/?(p|a|br|ul|li)\b/),
  'show-subcategory-nested': ({ channel, run }) =>
    expect(
      channel['itunes:category'].map((one: Parsed) => ({
        name: one['@text'],
        ...(one['itunes:category'] ? { sub: one['itunes:category'][0]['@text'] } : {}),
      })),
    ).toEqual(run.podcast!.show.categories),
  'show-explicit-values': ({ xml }) => {
    for (const [, value] of xml.matchAll(/<itunes:explicit>([^<]*)</g))
      expect(value).toMatch(/^(true|false)$/)
  },
  'show-type-values': ({ channel }) => expect(textIn(channel['itunes:type'])).toMatch(/^(episodic|serial)$/),
  'show-type-serial-needs-tag': ({ channel, run }) =>
    expect(textIn(channel['itunes:type'])).toBe(run.podcast!.show.type),
  'show-complete-value': ({ xml }) => expect(xml).not.toMatch(/<itunes:complete>(?!Yes<)/),
  'show-block-value': ({ xml }) => expect(xml).not.toMatch(/<itunes:block>(?!Yes<)/),
  'show-apple-verify': built => none(built, 'itunes:applepodcastsverify'),
  'show-atom-self': ({ channel, run }) => {
    const self = channel['atom:link'].filter((link: Parsed) => link['@rel'] === 'self')
    expect(self).toHaveLength(1)
    expect(self[0]['@type']).toBe('application/rss+xml')
    expect(self[0]['@href']).toBe(run.podcast!.show.feedUrl)
  },
  'show-image-rss-size': ({ channel }) =>
    expect(channel.image?.width ?? channel.image?.height).toBeUndefined(),
  'show-image-rss-matches': ({ channel }) => {
    if (channel.image) expect(textIn(channel.image.title)).toBe(textIn(channel.title))
  },
  'show-generator': ({ channel }) => expect(textIn(channel.generator)).toContain('build-feed'),
  'show-docs': ({ channel }) =>
    expect(textIn(channel.docs)).toBe('https://www.rssboard.org/rss-specification'),
  'show-lastbuilddate': ({ channel, items }) =>
    expect(textIn(channel.lastBuildDate)).toBe(textIn(items[0].pubDate)),
  'show-ttl-integer': built => none(built, 'ttl'),
  'show-contact-format': built => none(built, 'managingEditor', 'webMaster', 'author'),
  'show-deprecated-tags': ({ xml, channel }) => {
    expect(channel['itunes:summary']).toBeUndefined()
    expect(
      elements(xml).filter(name =>
        /^(itunes:(subtitle|keywords|order|isClosedCaptioned)|googleplay:.*)$/.test(name),
      ),
    ).toEqual([])
  },

  // 3. Episode
  'ep-itunes-title': built => eachItem(built, item => expect(textIn(item['itunes:title'])).not.toBe('')),
  'ep-enclosure-required': built =>
    eachItem(built, item =>
      expect([Array.isArray(item.enclosure), typeof item.enclosure]).toEqual([false, 'object']),
    ),
  'ep-enclosure-three-attrs': built =>
    eachItem(built, ({ enclosure }) => {
      for (const name of ['@url', '@length', '@type']) expect(enclosure[name]).toMatch(/./)
    }),
  'ep-enclosure-http': built =>
    eachItem(built, ({ enclosure }) => expect(enclosure['@url']).toMatch(/^https?:\/\//)),
  'ep-enclosure-length-bytes': built =>
    eachItem(built, ({ enclosure }) => expect(enclosure['@length']).toMatch(/^(0|[1-9]\d*)$/)),
  'ep-enclosure-m4a-type': built =>
    eachItem(built, ({ enclosure }) => {
      if (/\.m4a$/.test(enclosure['@url'])) expect(enclosure['@type']).toBe('audio/x-m4a')
    }),
  'ep-enclosure-not-mp3-type': built =>
    eachItem(built, ({ enclosure }) => expect(enclosure['@type']).not.toBe('audio/mp3')),
  'ep-enclosure-ascii-name': built =>
    eachItem(built, ({ enclosure }) => expect(enclosure['@url']).toMatch(/^[!-~]+$/)),
  'ep-guid-required': built => eachItem(built, item => expect(textIn(item.guid)).not.toBe('')),
  'ep-guid-permalink-flag': built => eachItem(built, item => expect(item.guid['@isPermaLink']).toBe('false')),
  'ep-pubdate-not-future': built =>
    eachItem(built, item =>
      expect(Date.parse(textIn(item.pubDate))).toBeLessThanOrEqual(Date.parse('2026-11-24T12:00:00Z')),
    ),
  'ep-description-order': ({ xml }) =>
    expect(xml).not.toMatch(/<\/content:encoded>(?:(?!<\/item>)[\s\S])*<description>/),
  'ep-content-encoded': built =>
    eachItem(built, item => expect(textIn(item['content:encoded'])).not.toBe('')),
  'ep-duration': built =>
    eachItem(built, item => expect(textIn(item['itunes:duration'])).toMatch(/^[1-9]\d*$/)),
  'ep-duration-format': built =>
    eachItem(built, item => expect(textIn(item['itunes:duration'])).toMatch(/^\d+$/)),
  'ep-explicit': built =>
    eachItem(built, item => expect(textIn(item['itunes:explicit'])).toMatch(/^(true|false)$/)),
  'ep-type-values': built =>
    eachItem(built, item => expect(textIn(item['itunes:episodeType'])).toMatch(/^(full|trailer|bonus)$/)),
  'ep-block': ({ xml }) => expect(xml).not.toMatch(/<itunes:block>(?!Yes<)/),
  'ep-author': ({ items }) =>
    expect(items.filter(item => item.author ?? item['itunes:author'] ?? item['dc:creator'])).toEqual([]),
  'ep-comments-category': ({ items }) =>
    expect(items.filter(item => item.comments ?? item.category)).toEqual([]),

  // 6. Chapters
  'doc-ns-psc': ({ xml }) =>
    expect(namespace(xml, 'psc')).toBe(
      elements(xml).includes('psc:chapters') ? 'http://podlove.org/simple-chapters' : undefined,
    ),
  'ch-tag': built =>
    eachItem(built, ({ 'podcast:chapters': chapters }) => {
      if (chapters === undefined) return
      expect(chapters['@type']).toBe('application/json+chapters')
      expect(chapters['@url']).toMatch(/^https:/)
    }),
  'ch-psc-shape': built =>
    eachItem(built, ({ 'psc:chapters': chapters }) => {
      if (chapters === undefined) return
      expect(chapters['@version']).toBe('1.2')
      for (const chapter of chapters['psc:chapter']) expect(chapter['@title']).toMatch(/\S/)
    }),
  'ch-psc-time': built =>
    eachItem(built, ({ 'psc:chapters': chapters }) => {
      const starts = (chapters?.['psc:chapter'] ?? []).map((chapter: Parsed) => chapter['@start'])
      for (const start of starts) expect(start).toMatch(/^\d{2,}:[0-5]\d:[0-5]\d\.\d{3}$/)
      expect(starts).toEqual(starts.toSorted())
    }),
  'ch-emit-all': built =>
    eachItem(built, item =>
      expect(item['psc:chapters'] === undefined).toBe(item['podcast:chapters'] === undefined),
    ),

  // 7. Transcripts
  'tr-type-values': built =>
    eachItem(built, ({ 'podcast:transcript': transcripts = [] }) => {
      for (const { '@type': type, '@url': url } of transcripts) {
        expect(url).toMatch(/^https:/)
        expect(type).toMatch(/^(text\/(vtt|html|plain)|application\/(x-subrip|json))$/)
      }
    }),

  // 8. Hosting
  'host-websub': ({ channel, run }) => {
    const hubs = channel['atom:link'].filter((link: Parsed) => link['@rel'] === 'hub')
    expect(hubs.map((hub: Parsed) => hub['@href'])).toEqual(run.podcast!.show.hub)
  },

  // 9. Between episodes
  'x-order-newest-first': ({ items }) => {
    const instants = items.map(item => Date.parse(textIn(item.pubDate)))
    expect(instants).toEqual(instants.toSorted((a, b) => b - a))
  },
}
