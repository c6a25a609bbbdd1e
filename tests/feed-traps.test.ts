/** One test per trap of the `feed` library and its xml-js, named after the trap: an upgrade that changes one is news. */

import { describe, expect, test } from 'vitest'
import type { Episode, Show } from '../src/podcast.ts'
import { renderFeed } from '../src/render/feed.ts'
import { anyEpisode, anyShow } from './support/any-podcast.ts'
import fc from './support/property.ts'
import { readFeed, textIn } from './support/read-feed.ts'

const show: Show = {
  title: 'Tom &amp; Jerry & <b>friends</b>',
  link: 'https://show.example/?a=1&b=2',
  description: 'A & B &amp;amp; C < D',
  language: 'en',
  categories: [{ name: 'Society & Culture', sub: 'Places & Travel' }],
  explicit: false,
  image: 'https://show.example/cover.jpg?a=1&b=<2>"',
  feedUrl: 'https://show.example/feed.xml',
  hub: ['https://hub.example/'],
  author: 'Ada & Bob',
  owner: { name: 'Ada & "Bob"', email: 'ada@show.example' },
  copyright: '© Ada & Bob',
  type: 'episodic',
  block: false,
  complete: false,
  guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
  locked: { locked: true },
  medium: 'podcast',
  txt: [],
  generator: 'build-feed & co',
  lastBuildDate: Date.UTC(2026, 0, 5, 6),
  pubDate: Date.UTC(2026, 0, 5, 6),
}

const episode: Episode = {
  title: 'A & B',
  itunesTitle: 'A & B',
  guid: 'guid & <1>',
  date: Date.UTC(2026, 0, 5, 6),
  description: '<p>one ]]> two ]]> three</p>',
  content: '<p>one ]]> two ]]> three</p>',
  audio: { url: 'https://show.example/a.mp3?x=1&y=2', length: 12, type: 'audio/mpeg' },
  duration: 3370,
  episodeType: 'full',
  explicit: true,
  image: 'https://show.example/a.jpg?x=1&y=2',
  block: false,
  transcripts: [
    { url: 'https://show.example/a.vtt?x=1&y=2', type: 'text/vtt' },
    { url: 'https://show.example/b.vtt', type: 'text/vtt', language: 'de' },
  ],
}

const rendered = (of: Partial<Show> = {}, ...episodes: Partial<Episode>[]) =>
  renderFeed(
    { ...show, ...of },
    episodes.map(one => ({ ...episode, ...one })),
  )

/** Every text in it, with the end mark of a CDATA section behind it. */
const withEndMarks = <T>(value: T): T => {
  if (typeof value === 'string') return `${value}]]>` as T
  if (Array.isArray(value)) return value.map(withEndMarks) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withEndMarks(part)])) as T
}

describe('traps of feed and xml-js', () => {
  test('& and < in an attribute are written raw', () => {
    const { channel, items } = readFeed(rendered({}, {}))
    expect(channel['itunes:image']['@href']).toBe(show.image)
    expect(items[0].enclosure['@url']).toBe(episode.audio.url)
    expect(items[0]['podcast:transcript'].map((node: Record<string, string>) => node['@url'])).toEqual(
      episode.transcripts.map(transcript => transcript.url),
    )
    expect(channel['itunes:category'][0]['@text']).toBe('Society & Culture')
    expect(channel['itunes:category'][0]['itunes:category'][0]['@text']).toBe('Places & Travel')
  })

  test('&amp; in a text is "desanitised" to &', () => {
    const { channel } = readFeed(rendered())
    expect(textIn(channel.title)).toBe(show.title)
    expect(textIn(channel.description)).toBe(show.description)
    expect(textIn(channel.generator)).toBe(show.generator)
    expect(textIn(channel['itunes:owner']['itunes:name'])).toBe(show.owner!.name)
  })

  test('only the first ]]> of a text is split', () => {
    const { items } = readFeed(rendered({}, { title: ']]>]]>]]>', itunesTitle: ']]>]]>]]>' }))
    expect(textIn(items[0].title)).toBe(']]>]]>]]>')
    expect(textIn(items[0]['itunes:title'])).toBe(']]>]]>]]>')
    expect(textIn(items[0].description)).toBe(episode.description)
    expect(textIn(items[0]['content:encoded'])).toBe(episode.content)
  })

  test(']]> in an attribute is written raw: in whatever field it stands, it never is outside a CDATA section', () => {
    fc.assert(
      fc.property(anyShow, anyEpisode, (any, one) => {
        const xml = renderFeed(withEndMarks(any), [withEndMarks(one)])
        expect(xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')).not.toContain(']]>')
        expect(xml).toContain(']]&gt;"')
      }),
      { numRuns: 50 },
    )
  })

  test('control characters and lone surrogates pass through', () => {
    const { channel, items } = readFeed(
      rendered({ title: 'a\u0000b\u0008c\ufffed' }, { title: 'x\u001f\ud800y', guid: 'g\u0007' }),
    )
    expect(textIn(channel.title)).toBe('abcd')
    expect(textIn(items[0].title)).toBe('xy')
    expect(textIn(items[0].guid)).toBe('g')
  })

  test('an absent value prints "undefined"', () => {
    const { copyright: _, author: __, ...bare } = show
    const xml = renderFeed(bare, [episode])
    expect(xml).not.toContain('undefined')
    expect(xml).not.toContain('<copyright')
    expect(xml).not.toContain('<itunes:author')
  })

  test('without a date, lastBuildDate is the clock', () => {
    const { lastBuildDate: _, pubDate: __, ...bare } = show
    expect(renderFeed(bare, [])).not.toContain('lastBuildDate')
    expect(rendered()).toContain('<lastBuildDate>Mon, 05 Jan 2026 06:00:00 +0000</lastBuildDate>')
  })

  test('elements of the channel stand after the items', () => {
    const xml = rendered({}, {}, { guid: '2' })
    expect(xml.lastIndexOf('<podcast:guid>')).toBeLessThan(xml.indexOf('<item>'))
    expect(xml.lastIndexOf('<atom:link')).toBeLessThan(xml.indexOf('<item>'))
  })

  test('a title that looks like the document does not confuse the frame', () => {
    const title = '</item><item></channel><rss version="2.0">\n        <item>\n    </channel>'
    const { channel, items } = readFeed(
      rendered({ title, description: title }, { title, description: title }, {}),
    )
    expect(textIn(channel.title)).toBe(title)
    expect(items).toHaveLength(2)
    expect(textIn(items[0].title)).toBe(title)
  })

  test('namespaces stand on <rss>, once each, and nothing unused', () => {
    const [root = ''] = /<rss[^>]*>/.exec(rendered({}, {})) ?? []
    expect(root.match(/xmlns:\w+/g)).toEqual(['xmlns:itunes', 'xmlns:podcast', 'xmlns:atom', 'xmlns:content'])
    expect(rendered({}, {}).match(/xmlns/g)).toHaveLength(4)
    expect(rendered({}, {})).not.toContain('googleplay')
  })

  test('the declaration is upper case, and the first bytes of the feed', () => {
    expect(rendered().startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"')).toBe(true)
  })

  test('the second rendering differs from the first', () => {
    const episodes = [episode]
    expect(renderFeed(show, episodes)).toBe(renderFeed(show, episodes))
  })

  test('a duration of seconds is written as they are, and does not leak into the enclosure', () => {
    const xml = rendered({}, {})
    expect(xml).toContain('<itunes:duration>3370</itunes:duration>')
    expect(xml).not.toContain('duration=')
  })

  test('a second element of the same name replaces the first', () => {
    const { channel } = readFeed(rendered({ hub: ['https://a.example/', 'https://b.example/'] }))
    expect(channel['atom:link'].map((node: Record<string, string>) => node['@rel'])).toEqual([
      'self',
      'hub',
      'hub',
    ])
  })

  test('items are the same whatever batch they are rendered in', () => {
    const many = Array.from({ length: 450 }, (_, i) => ({ guid: `g-${i}` }))
    const { items } = readFeed(rendered({}, ...many))
    expect(items.map(item => textIn(item.guid))).toEqual(many.map(one => one.guid))
  })
})
