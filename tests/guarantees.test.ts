/** What the rule book asks and our writer gives by itself, proved on an ordinary feed, a serial one and a hostile one. */

import { beforeAll, describe, expect, test } from 'vitest'
import type { Files } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { type Built, builtFrom, guarantees } from './support/guarantees.ts'
import { hostileShow } from './support/hostile-show.ts'
import { mp3 } from './support/mpeg.ts'
import { recipe } from './support/recipe.ts'
import { runShow } from './support/run.ts'

/** Every field that has a form of its own in the feed. */
const full = (): Files => ({
  ...goodShow(),
  'show.md': documentOf(
    {
      ...frontMatter['show.md'],
      type: 'serial',
      copyright: 'Harbour Notes Ltd',
      block: 'yes',
      complete: 'true',
      verify: 'abcd1234',
      hub: 'https://hub.example/',
      newFeedUrl: 'https://show.example/feed/feed.xml',
      categories: '[Society & Culture > Places & Travel, News]',
      enclosurePrefixes: 'https://op3.example/e/',
    },
    'About **ports** & [more](https://a.example/).\n',
  ),
  '001.md': documentOf(
    {
      ...frontMatter['001.md'],
      summary: 'The light, and who keeps it.',
      description: 'The *light*.',
      block: 'true',
      explicit: 'yes',
      duration: '"0:10"',
      episodeType: 'full',
      chapters: '[0:00 Intro, { start: 3, title: Letter, image: cover.jpg }, 0:08 Farewell]',
    },
    '<p onclick="x()">Hello</p>\n',
  ),
  '004.md': documentOf({ title: 'In another box', date: '2026-02-02', season: '1', episode: '4' }, 'M4A.\n'),
  '004.m4a': recipe('m4a', '10'),
  '001.srt': '1\n00:00:00,000 --> 00:00:04,000\nHigh water.\n',
  'ü 3.md': documentOf({ title: 'Later', date: '2027-01-01', episode: '9' }, 'Held back.\n'),
  'ü 3.mp3': mp3({ seconds: 4 }),
})

const shows: Readonly<Record<string, () => Files>> = { ordinary: goodShow, full, hostile: hostileShow }

describe.each(Object.entries(shows))('the %s feed', (_, files) => {
  let built: Built
  beforeAll(async () => {
    const run = await runShow(files())
    expect(run.diagnostics.filter(one => one.severity === 'error')).toEqual([])
    built = builtFrom(run)
  })

  test.each(Object.entries(guarantees))('%s', (_, prove) => prove(built))
})

/** Each proof sees the mistake that it is there for: the feed with one thing spoiled. */
const spoiled: readonly (readonly [id: string, from: RegExp | string, to: string])[] = [
  ['doc-xml-declaration', '<?xml', '\n<?xml'],
  ['doc-rss-version', 'version="2.0"', 'version="0.91"'],
  ['doc-ns-itunes-exact', 'http://www.itunes', 'https://www.itunes'],
  ['doc-ns-content', 'modules/content/', 'modules/content'],
  ['doc-ns-atom', '2005/Atom', '2005/atom'],
  ['doc-ns-podcast', 'namespace/1.0', 'namespace/2.0'],
  ['doc-ns-declared', '</channel>', '<psc:chapters/></channel>'],
  ['doc-foreign-tags-in-ns', '</channel>', '<subtitle>x</subtitle></channel>'],
  ['doc-tag-case', /episodeType>/g, 'episodetype>'],
  ['doc-trim-values', /<language>/, '<language> '],
  ['doc-escape-plain-text', 'Tide tables', 'Tide &amp;amp; tables'],
  ['doc-control-chars', 'Tide tables', 'Tide\u0007tables'],
  ['doc-no-trailing-comment', '</channel>', '<!-- built --></channel>'],
  ['doc-absolute-urls', 'href="https://show.example/feed/cover.jpg"', 'href="cover.jpg"'],
  ['doc-url-uri-not-iri', 'cover.jpg"', 'büro cover.jpg"'],
  ['doc-rfc2822-shape', /<pubDate>[^<]*/, '<pubDate>2026-01-05T06:00:00Z'],
  ['doc-rfc2822-zone', /\+0000</, 'CEST<'],
  ['doc-weekday-matches', /<pubDate>\w+/, '<pubDate>Xyz'],
  ['doc-items-last', '</channel>', '<docs>late</docs></channel>'],
  ['doc-no-duplicate-singletons', '</language>', '</language><language>de</language>'],
  ['doc-html-script', '<p>', '<p onclick="x()">'],
  ['show-itunes-title', '</language>', '</language><itunes:title>x</itunes:title>'],
  ['show-explicit-values', 'explicit>false', 'explicit>no'],
  ['show-type-values', 'episodic<', 'Episodic<'],
  ['show-atom-self', 'rel="self"', 'rel="alternate"'],
  ['show-lastbuilddate', /<lastBuildDate>[^<]*/, '<lastBuildDate>Mon, 01 Jun 2026 00:00:00 +0000'],
  ['show-ttl-integer', '</language>', '</language><ttl>x</ttl>'],
  ['show-deprecated-tags', '</channel>', '<itunes:keywords>x</itunes:keywords></channel>'],
  ['ep-enclosure-required', /(<enclosure [^>]*>)/, '$1$1'],
  ['ep-enclosure-three-attrs', / type="audio\/mpeg"/, ''],
  ['ep-enclosure-length-bytes', /length="\d+"/, 'length="-1"'],
  ['ep-enclosure-not-mp3-type', 'audio/mpeg', 'audio/mp3'],
  ['ep-enclosure-m4a-type', /001\.mp3"/, '001.m4a"'],
  ['ep-guid-required', /<guid[^>]*>[^<]*</, '<guid isPermaLink="false"><'],
  ['ep-guid-permalink-flag', ' isPermaLink="false"', ''],
  ['ep-pubdate-not-future', /(<item>[\s\S]*?<pubDate>)[^<]*/, '$1Fri, 01 Jan 2027 00:00:00 +0000'],
  ['ep-duration', /duration>\d+/, 'duration>0'],
  ['ep-duration-format', /duration>\d+/, 'duration>PT10S'],
  ['ep-type-values', 'episodeType>full', 'episodeType>Full'],
  ['ep-author', '</item>', '<author>a@b.example</author></item>'],
  ['doc-ns-psc', 'xmlns:atom', 'xmlns:psc="http://podlove.org/simple-chapters/" xmlns:atom'],
  ['ch-tag', '</item>', '<podcast:chapters url="https://a.example/" type="application/json"/></item>'],
  ['ch-psc-shape', '</item>', '<psc:chapters><psc:chapter start="0" title="A"/></psc:chapters></item>'],
  ['ch-psc-time', '</item>', '<psc:chapters><psc:chapter start="0" title="A"/></psc:chapters></item>'],
  ['ch-emit-all', '</item>', '<podcast:chapters url="https://a.example/"/></item>'],
  ['tr-type-values', '</item>', '<podcast:transcript url="https://a.example/" type="text/srt"/></item>'],
  ['x-order-newest-first', /(<item>[\s\S]*?<pubDate>Mon, )12/, '$101'],
]

describe('a proof sees', () => {
  let good: Awaited<ReturnType<typeof runShow>>
  beforeAll(async () => {
    good = await runShow(goodShow())
  })

  test.each(spoiled)('%s', (id, from, to) => {
    const feed = good.feed!.replace(from, to)
    expect(feed).not.toBe(good.feed)
    expect(() => guarantees[id]!(builtFrom({ ...good, feed }))).toThrow()
  })
})
