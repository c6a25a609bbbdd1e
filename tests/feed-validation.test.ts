/** `build-feed validate feed.xml`: what is found in a feed, where, and in which words. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { notOfFeeds } from '../src/check/publication.ts'
import { importRules } from '../src/feed/index.ts'
import { renderFeed } from '../src/render/feed.ts'
import { saidOnce } from '../src/report/said-once.ts'
import { rulesById } from '../src/rules.ts'
import { anyEpisode, anyShow } from './support/any-podcast.ts'
import { temporaryFolder } from './support/folder.ts'
import { growth, LINEAR } from './support/growth.ts'
import { laid, layFeed, servedIn } from './support/lay-feed.ts'
import fc from './support/property.ts'
import { runFeed } from './support/run-feed.ts'
import { say } from './support/terminal.ts'

const item = (...lines: string[]): string => ['<item>', ...lines, '</item>'].join('\n')
const enclosure = (attributes: string): string => item(`<enclosure ${attributes}/>`)

describe('one mistake is one finding', () => {
  /** Where the example cannot help breaking another rule too. */
  const also: Readonly<Record<string, readonly string[]>> = {
    // Latin-1 bytes in a feed that says it is UTF-8 are decoded to U+FFFD; that is told once. A page and an Atom feed have no declaration.
    'document/root': ['document/declaration'],
    'document/atom': ['document/declaration'],
    'document/one-channel': [
      'document/declaration',
      'document/namespaces-declared',
      'document/itunes-namespace',
    ],
  }

  test.each(importRules)('$id', ({ id, example }) => {
    const { ids } = runFeed(layFeed(example.bad['feed.xml']!), servedIn(example.bad['feed.xml']!))
    expect([...new Set(ids)].filter(found => !also[id]?.includes(found))).toEqual([id])
  })

  test('the rules that a document rule stands in for are rules', () => {
    for (const id of notOfFeeds) expect([...rulesById.keys()]).toContain(id)
  })
})

describe('no false alarm', () => {
  test('the good feed has no findings', () => {
    expect(runFeed(laid('')).diagnostics).toEqual([])
  })

  const golden = join(import.meta.dirname, 'golden')
  const built = readdirSync(golden).filter(name => existsSync(join(golden, name, 'feed.xml')))
  test.each(built)('golden feed %s: nothing that its show does not say of itself', name => {
    const report = readFileSync(join(golden, name, 'report.txt'), 'utf8')
    const { diagnostics } = runFeed(readFileSync(join(golden, name, 'feed.xml')))
    expect(diagnostics.filter(({ rule }) => !report.includes(`[${rule}]`))).toEqual([])
  })

  test('whatever show is rendered is a document without errors', () => {
    const ofDocuments = new Set(importRules.map(({ id }) => id))
    /** What a show says of itself, which the arbitrary ones make up. */
    const ofValues = new Set(['uri', 'url-scheme', 'enclosure-media'].map(name => `document/${name}`))
    fc.assert(
      fc.property(anyShow, fc.array(anyEpisode, { maxLength: 3 }), (show, episodes) => {
        const { diagnostics } = runFeed(renderFeed(show, episodes))
        const errors = diagnostics.filter(
          ({ rule, severity }) => severity === 'error' && ofDocuments.has(rule) && !ofValues.has(rule),
        )
        expect(errors).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('places', () => {
  const at = (feed: string, id: string): string | undefined => {
    const found = runFeed(feed).diagnostics.find(({ rule }) => rule === id)
    const { line, column, endColumn } = found?.place ?? {}
    return (
      found &&
      feed.split('\n')[line! - 1]?.slice(column! - 1, endColumn === undefined ? column : endColumn - 1)
    )
  }

  test.each([
    ['a text', '<language>en_GB</language>', 'show/language', 'en_GB'],
    ['an attribute', '<itunes:category text="Witchcraft"/>', 'show/category-known', 'Witchcraft'],
    [
      'the second of two categories',
      '<itunes:category text="Arts"/>\n<itunes:category text="Voodoo"/>',
      'show/category-known',
      'Voodoo',
    ],
    [
      'a subcategory that stands beside its parent',
      '<itunes:category text="Society &amp; Culture"/>\n<itunes:category text="Places &amp; Travel"/>',
      'show/category-parent',
      'Places &amp; Travel',
    ],
    [
      'a child',
      '<itunes:owner><itunes:name>A</itunes:name><itunes:email>ada at show</itunes:email></itunes:owner>',
      'document/owner-email',
      'ada at show',
    ],
    ['what is missing: its parent', '- itunes:author', 'show/author-missing', '<channel>'],
    ['what is missing in an item', item('- guid'), 'document/episode-guid', '<item>'],
    ['an ampersand', '<title>Salt & rope</title>', 'document/well-formed', '&'],
    ['an entity', '<title>Salt&nbsp;rope</title>', 'document/well-formed', '&nbsp;'],
    ['a closing tag', '<title>Salt</titel>', 'document/well-formed', '</titel>'],
    ['a control character', '<title>Sa\u0007lt</title>', 'document/forbidden-characters', '\u0007'],
    [
      'a tag in escaped HTML',
      item('<description>x &lt;iframe></description>'),
      'document/unsafe-html',
      '&lt;iframe',
    ],
    [
      'a value with space around it',
      item('<link>  https://a.example/ </link>'),
      'document/white-space',
      'https://a.example/',
    ],
    ['an address', enclosure('url="/2.mp3" length="1" type="audio/mpeg"'), 'document/absolute-url', '/2.mp3'],
    [
      'a namespace',
      'xmlns:podcast="https://podcastindex.org/namespace/2"',
      'document/namespace',
      'https://podcastindex.org/namespace/2',
    ],
    [
      'notes',
      item('<content:encoded><![CDATA[a <img src="https://a.example/x.png"> b]]></content:encoded>'),
      'notes/lost-content',
      '<img',
    ],
  ])('%s', (_, example, id, expected) => {
    expect(at(laid(example), id)).toBe(expected)
  })

  test('a feed with CR LF has the same lines', () => {
    const feed = laid('<language>en_GB</language>')
    const lines = [feed, feed.replaceAll('\n', '\r\n')].map(text => runFeed(text).diagnostics[0]?.place.line)
    expect(lines[1]).toBe(lines[0])
  })
})

describe('what feeds get wrong', () => {
  const messages = (example: string): string[] =>
    runFeed(layFeed(example)).diagnostics.map(({ message }) => message)

  test.each([
    ['1801.5', 'Write `1802`, in whole seconds.'],
    ['1:2:3', 'Write whole seconds, such as `1801`.'],
    ['10:60', 'Write whole seconds, such as `1801`.'],
    ['PT30M', 'Write `1800`, in whole seconds.'],
    ['1h', 'Write whole seconds, such as `1801`.'],
  ])('a duration of %s', (written, help) => {
    const { diagnostics } = runFeed(laid(item(`<itunes:duration>${written}</itunes:duration>`)))
    expect(diagnostics.map(one => [one.rule, one.help])).toEqual([['document/duration-form', help]])
  })

  test.each(['90:00', '1:30:00', '5400', '0:07'])('a duration of %s is right', written => {
    const length = written === '0:07' ? 112_000 : 86_400_000
    const sized = `<enclosure url="https://show.example/2.mp3" length="${length}" type="audio/mpeg"/>`
    expect(
      runFeed(laid(item(`${sized}\n<itunes:duration>${written}</itunes:duration>`))).diagnostics,
    ).toEqual([])
  })

  test.each([
    ['Mon, 12 Jan 2026 06:00:00 UTC', 'document/date-zone'],
    ['Mon, 12 Jan 2026 06:00:00 CEST', 'document/date-zone'],
    ['Mon, 12 Jan 2026 06:00:00 +00:00', 'document/date-zone'],
    ['Mon, 12 Jan 2026 06:00:00', 'document/date-zone'],
    ['Sun, 12 Jan 2026 06:00:00 GMT', 'document/date-weekday'],
    ['2026-01-12T06:00:00Z', 'document/date-form'],
    ['Monday, 12 January 2026 06:00:00 GMT', 'document/date-strict'],
    ['Mon, 12 Jan 2026 6:00:00 GMT', 'document/date-strict'],
    ['Mon,12 Jan 2026 06:00:00 GMT', 'document/date-style'],
    ['12 Jan 26 06:00:00 GMT', 'document/date-style'],
    ['Thu, 01 Jan 1970 00:00:00 +0000', 'document/date-plausible'],
    ['Wed, 25 Nov 2026 12:00:00 +0000', 'document/date-plausible'],
    ['soon', 'document/date-form'],
    ['Fri, 31 Feb 2026 06:00:00 +0000', 'document/date-form'],
  ])('the date %s', (date, id) => {
    expect(runFeed(laid(item(`<pubDate>${date}</pubDate>`))).ids).toEqual([id])
  })

  test.each(['12 Jan 2026 06:00 GMT', 'Mon, 12 Jan 2026 06:00:00 -0500', 'Mon, 12 Jan 2026 06:00:00 PST'])(
    'the date %s is right',
    date => {
      expect(runFeed(laid(item(`<pubDate>${date}</pubDate>`))).diagnostics).toEqual([])
    },
  )

  test.each([
    [
      'url="https://show.example/2.mp3" type="audio/mpeg"',
      ['this enclosure has no length, so Apple does not take the episode'],
    ],
    [
      'url="https://show.example/2.mp3" length="" type=""',
      [
        'the length of this enclosure is empty, so Apple does not take the episode',
        'the type of this enclosure is empty, so Apple does not take the episode',
      ],
    ],
    [
      'url="https://show.example/2.mp3" length="-1" type="audio/mpeg"',
      ['the length "-1" is not a number of bytes, so apps cannot say how large the download is'],
    ],
    [
      'url="https://show.example/2.mp3" length="0" type="audio/mpeg"',
      [
        '`length="0"` says that the size of the audio is not known, so apps cannot say how large a download will be',
      ],
    ],
    [
      'url="https://show.example/2.m4a" length="992496" type="audio/mpeg"',
      ['the type is "audio/mpeg", but the file ends with .m4a, so some apps may not play it'],
    ],
    ['length="992496" type="audio/mpeg"', ['`<enclosure>` is empty, so there is nothing to play']],
    [
      'URL="https://show.example/2.mp3" length="992496" type="audio/mpeg"',
      ['apps know `url` only with these capitals, so they do not see `URL`'],
    ],
  ])('an enclosure with %s', (attributes, expected) => {
    expect(messages(enclosure(attributes))).toEqual(expected)
  })

  test.each(['audio/x-m4a', 'audio/m4a', 'audio/mp4'])('an M4A may be called %s', type => {
    expect(
      messages(enclosure(`url="https://a.example/e/show.example/2.m4a?x=1" length="992496" type="${type}"`)),
    ).toEqual([])
  })

  test.each([
    '<guid>harbour-2</guid>',
    '<guid isPermaLink="true">urn:uuid:1</guid>',
    '<guid isPermaLink="False">harbour-2</guid>',
  ])('%s', guid => {
    expect(runFeed(laid(item(guid))).ids).toEqual(['document/guid-permalink'])
  })

  test('a guid twice is one finding, at the second, with the first', () => {
    const { diagnostics } = runFeed(laid(item('<guid isPermaLink="false">harbour-1</guid>')))
    expect(diagnostics).toMatchObject([
      {
        rule: 'episode/guid-unique',
        help: 'Give this episode a guid of its own, such as a new UUID.',
        related: [{ message: 'first used here' }],
      },
    ])
    expect(diagnostics[0]!.place.line).toBeGreaterThan(diagnostics[0]!.related![0]!.place.line!)
  })

  test('explicit, type and numbers in other words', () => {
    const feed = laid(
      `<itunes:explicit>yes</itunes:explicit>\n<itunes:type>Serial</itunes:type>\n${item(
        '<itunes:episodeType>Full</itunes:episodeType>',
        '<itunes:episode>0</itunes:episode>',
        '<itunes:season>1.5</itunes:season>',
        '<itunes:explicit>maybe</itunes:explicit>',
      )}`,
    )
    expect(runFeed(feed).diagnostics.map(({ rule, help }) => [rule, help])).toEqual([
      ['show/explicit-values', 'Write `<itunes:explicit>true</itunes:explicit>`.'],
      ['document/word-value', 'Write `<itunes:type>serial</itunes:type>`.'],
      ['document/number-value', expect.stringContaining('leave the tag out')],
      ['document/number-value', expect.stringContaining('`12`')],
      ['document/word-value', 'Write `<itunes:episodeType>full</itunes:episodeType>`.'],
      ['document/explicit-value', 'Write `<itunes:explicit>false</itunes:explicit>`, or `true`.'],
    ])
  })

  test('podcast tags: what they lack, and what their values are, at the attribute', () => {
    const { diagnostics } = runFeed(
      laid(
        item(
          '<podcast:soundbite startTime="10">Lack</podcast:soundbite>',
          '<podcast:person role="sound wizard">Lou Reef</podcast:person>',
          '<podcast:Chapters url="https://show.example/2.json" type="application/json+chapters"/>',
        ),
      ),
    )
    expect(diagnostics.map(({ rule, place }) => [rule, place.column])).toEqual([
      ['document/podcast-attributes', 1],
      ['podcast/person-role', '<podcast:person role="'.length + 1],
      ['document/tag-case', 1],
    ])
  })

  const timed = [
    '<podcast:soundbite startTime="10" duration="30">Lou</podcast:soundbite>',
    '<podcast:value type="lightning" method="keysend"><podcast:valueRecipient name="Lou" type="node" address="02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52" split="100"/><podcast:valueTimeSplit startTime="10" duration="30" remotePercentage="90"><podcast:remoteItem itemGuid="a" feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/></podcast:valueTimeSplit></podcast:value>',
  ]

  test.each([
    '- itunes:duration',
    '<itunes:duration>0</itunes:duration>',
    '<itunes:duration>00:00:00</itunes:duration>',
  ])('of a recording whose length is not known, no time is behind its end: %s', duration => {
    expect(runFeed(laid(item(duration, ...timed))).ids).toEqual([])
  })

  test('of one whose length is known, it may be', () => {
    const { ids } = runFeed(laid(item('<itunes:duration>5</itunes:duration>', ...timed)))
    expect(ids.filter(id => id !== 'document/enclosure-size')).toEqual([
      'podcast/soundbite-inside',
      'podcast/value-time-split',
    ])
  })

  test('without its namespace, the itunes tags that are missing are not missed one by one', () => {
    const feed = layFeed(
      '!whole <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>x</title></channel></rss>',
    )
    const { ids } = runFeed(feed)
    expect(ids).toContain('document/itunes-namespace')
    expect(ids.filter(id => /image|category|explicit|author|owner/.test(id))).toEqual([])
  })

  test.each([
    [
      'another prefix',
      (feed: string) => feed.replace('xmlns:itunes=', 'xmlns:it=').replaceAll('itunes:', 'it:'),
    ],
    [
      'RSS in a default namespace',
      (feed: string) => feed.replace('<rss ', '<rss xmlns="http://backend.userland.com/rss2" '),
    ],
    [
      'the other address of podcast',
      (feed: string) =>
        feed.replace(
          'https://podcastindex.org/namespace/1.0',
          'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
        ),
    ],
    [
      'a comment and an instruction in between',
      (feed: string) => feed.replace('<item>', '<?x y?><!-- & <b> -->\n<item>'),
    ],
  ])('%s is read', (_, change) => {
    expect(runFeed(change(laid(''))).diagnostics).toEqual([])
  })

  test('UTF-16 is read, and said not to be UTF-8', () => {
    const { ids, title } = runFeed(Buffer.from(`\ufeff${laid('').replace('UTF-8', 'UTF-16')}`, 'utf16le'))
    expect([title, ids]).toEqual(['Harbour Notes', ['document/utf8']])
  })

  test('a byte order mark is a warning, and moves no place', () => {
    const { diagnostics } = runFeed(`\ufeff${laid('<language>en_GB</language>')}`)
    expect(diagnostics.map(({ rule, place }) => [rule, place.line, place.column])).toEqual([
      ['document/declaration', 1, 1],
      ['show/language', 7, 11],
    ])
  })

  test.each([
    ['', 'the file is empty, so there is no feed'],
    ['i am no feed', 'there is text outside the `<rss>` element, so strict apps refuse the whole feed'],
    [
      '<rss version="2.0"><channel><title>Tom',
      'the feed ends before the <title> that is opened here is closed, so strict apps read nothing of it',
    ],
    [
      '<rss version="2.0"><channel><item><title>x</item></channel></rss>',
      '</item> does not close the tag that is open here, so the whole feed is unreadable',
    ],
  ])('of a file that cannot be read one thing is said: %j', (text, message) => {
    const found = runFeed(text).diagnostics.filter(({ rule }) => rule !== 'document/declaration')
    expect(found.map(one => one.message)).toEqual([message])
  })

  test.each([
    ['<title>Tom', '<title>', 'else add `</title></channel></rss>` at its end.'],
    ['<title>Tom</title>', '<channel>', 'else add `</channel></rss>` at its end.'],
    ['<title>Tom</ti', '<title>', 'it was cut off in the middle of a tag.'],
    ['<link hre', '<link>', 'it was cut off in the middle of a tag.'],
    ['<title><![CDATA[Tom <b>', '<![CDATA[', 'else add `]]></title></channel></rss>` at its end.'],
    [
      '<title><![CDATA[Tom</title></channel></rss>',
      '<![CDATA[',
      'Write `]]>` where it is to end, such as before `</title>`.',
    ],
    ['<title>Tom</title><!-- Jerry', '<!--', 'else add `--></channel></rss>` at its end.'],
  ])('what a feed that is cut off lacks is said as a whole: %j', (text, open, help) => {
    const [found] = runFeed(`<rss version="2.0"><channel>${text}`).diagnostics.filter(
      ({ rule }) => rule === 'document/well-formed',
    )
    expect(found?.message).toContain(`the feed ends before the ${open}`)
    expect(found?.help).toContain(help)
  })

  test('advice is given as XML, and none is about folders and front matter', () => {
    const { diagnostics } = runFeed(
      laid(
        `<itunes:category text="Places &amp; Travel"/>\n- itunes:owner\n<itunes:new-feed-url>https://other.example/</itunes:new-feed-url>\n${item('<title>Ep. 2: Tide &amp; time</title>')}`,
      ),
    )
    expect(Object.fromEntries(diagnostics.map(({ rule, help }) => [rule, help]))).toEqual({
      'show/owner-email':
        'Add `<itunes:owner><itunes:name>Ada Pier</itunes:name><itunes:email>ada@show.example</itunes:email></itunes:owner>`, with an address of your own; once the show is claimed, you may take it out again.',
      'show/category-parent':
        'Write `<itunes:category text="Society &amp; Culture"><itunes:category text="Places &amp; Travel"/></itunes:category>`.',
      'show/new-feed-url':
        'Write `<itunes:new-feed-url>https://show.example/feed.xml</itunes:new-feed-url>`, unless this is the old feed of a show that has moved.',
      'episode/title-number': 'Write `<title>Tide &amp; time</title>`.',
    })
    for (const { message, help = '', fix } of diagnostics) {
      expect(`${message} ${help}`).not.toMatch(/front matter|\.md\b|`[a-z]\w*: |allow/i)
      expect(fix).toBeUndefined()
    }
  })
})

describe('folding', () => {
  const items = (count: number, line: (n: number) => string): string =>
    Array.from(
      { length: count },
      (_, n) =>
        `<item><title>Talk ${'abcdefghij'[n % 10]}</title><link>https://a.example/${n}</link><guid isPermaLink="false">g-${n}</guid><pubDate>${new Date(Date.UTC(2026, 0, 1) - n * 86_400_000).toUTCString()}</pubDate><description>x</description><enclosure url="https://a.example/${n}.mp3" length="9" type="audio/mpeg"/><itunes:season>1</itunes:season>\n${line(n)}</item>`,
    ).join('\n')
  const feedOf = (count: number, line: (n: number) => string): string =>
    laid('').replace('</channel>', `${items(count, line)}\n</channel>`)

  test('730 items with the same mistake are one finding, at the first of them', () => {
    const { diagnostics } = runFeed(feedOf(730, () => '<itunes:explicit>no</itunes:explicit>'))
    expect(diagnostics).toHaveLength(730)
    expect(saidOnce(diagnostics)).toMatchObject([
      {
        rule: 'show/explicit-values',
        message:
          '`<itunes:explicit>` is "no", the word for false before 2019, and directories now ask for `false` (here and in 729 more places)',
        related: [{ message: 'here too' }, { message: 'here too' }],
      },
    ])
  })

  test('many mistakes of one kind are three findings, the last with the number of the rest', () => {
    const { diagnostics } = runFeed(feedOf(100, n => `<itunes:duration>1:${n % 10}:${n}s</itunes:duration>`))
    const told = saidOnce(diagnostics)
    expect(told.map(({ rule }) => rule)).toEqual(Array(3).fill('document/duration-form'))
    expect(told[2]?.message).toMatch(/ \(and 97 more of this kind\)$/)
  })

  test('time grows with the feed, not with its square', () => {
    const line = (n: number): string =>
      `<itunes:duration>x${n}</itunes:duration><foo${n}/><content:encoded><![CDATA[<p on${'abcdefgh'[n % 8]}bc=1>${'<a href="/'.repeat(50)}]]></content:encoded>`
    expect(growth(n => feedOf(n, line), 300, runFeed)).toBeLessThan(LINEAR)
  })

  test.each([
    ['categories', '<itunes:category text="Voodoo"/>'],
    ['unknown tags', '<pubdatum/>'],
    ['white space', `<pubDate>${' '.repeat(50)}</pubDate>`],
    ['owners', '<itunes:owner><itunes:email>a@b@c</itunes:email></itunes:owner>'],
    ['links', '<atom:link rel="self" href="/x y"/>'],
    ['attributes that do not end', '<description>&lt;a on on on href= href= </description>'],
  ])('thirty thousand %s in one channel take time in proportion', (_, element) => {
    const feed = (n: number): string => laid('').replace('<item>', `${element.repeat(n)}\n<item>`)
    expect(growth(feed, 4000, runFeed)).toBeLessThan(LINEAR)
  })
})

test('a name that XML does not know, in a tag that is broken, is told in words', () => {
  const good = laid('')
  const feed = `${good.slice(0, 43)}<![CDATA[${good.slice(43, 71)}&nbsp;${good.slice(71)}`
  const messages = runFeed(feed).diagnostics.map(({ message }) => message)
  expect(messages.join('\n')).toContain('not the name of any character that XML knows')
  expect(messages.join('\n')).not.toContain('undefined')
})

test('no mutation of a good feed makes it throw, and every place is in the file', () => {
  const good = laid('')
  const scraps = [
    '&',
    '<',
    '>',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '<!--',
    '&nbsp;',
    '</item>',
    '<item>',
    '\u0000',
    '\ufffe',
    '\ud800',
    '<rss>',
    '\n',
    ' xmlns:x="y"',
    '<a:b/>',
  ]
  const position = fc.nat({ max: good.length })
  const mutation = fc.tuple(
    position,
    fc.nat({ max: 60 }),
    fc.oneof(fc.constantFrom('', ...scraps), fc.string({ maxLength: 8 })),
  )
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), mutations => {
      let feed = good
      for (const [start, length, scrap] of mutations)
        feed = feed.slice(0, start) + scrap + feed.slice(start + length)
      const { diagnostics, text } = runFeed(feed)
      const lines = text.split(/\r\n|\r|\n/)
      for (const { place, message, help = 'Do.' } of diagnostics) {
        expect(place.file).toBe('feed.xml')
        if (place.line !== undefined) {
          expect(place.line).toBeLessThanOrEqual(lines.length)
          expect(place.column).toBeLessThanOrEqual(lines[place.line - 1]!.length + 1)
        }
        expect(message).not.toMatch(/undefined|NaN|\[object/)
        expect(help).toMatch(/^[A-Z]/)
      }
    }),
    { numRuns: 400 },
  )
})

test('bytes that are no text do not make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      runFeed(bytes)
    }),
  )
})

describe('the command', () => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'public'))
  writeFileSync(join(root, 'public/feed.xml'), laid(''))
  writeFileSync(join(root, 'bad.rss'), laid('<title>Salt & rope</title>'))

  test('a good feed: clean, and ready everywhere', async () => {
    const { code, stderr, stdout } = await say({ cwd: root }, 'validate', './public/feed.xml')
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain('Apple Podcasts: ready')
  })

  test('a bad feed: its line is shown, and the run fails', async () => {
    const { code, stderr } = await say({ cwd: root }, 'validate', 'bad.rss')
    expect(code).toBe(1)
    expect(stderr).toContain('error[document/well-formed]')
    expect(stderr).toContain('bad.rss:4:13')
    expect(stderr).toContain('<title>Salt & rope</title>')
    expect(stderr).toContain('Write `Salt &amp; rope`.')
  })

  test('of several & the one that is wrong is put right', async () => {
    writeFileSync(join(root, 'worse.rss'), laid('<title>&lt;b&gt; & co &amp; c</title>'))
    const { stderr } = await say({ cwd: root }, 'validate', 'worse.rss')
    expect(stderr).toContain('Write `&lt;b&gt; &amp; co `.')
  })

  test('standard input', async () => {
    const { code, stderr } = await say(
      { cwd: root, stdin: laid('<language>en_GB</language>') },
      'validate',
      '-',
    )
    expect(code).toBe(1)
    expect(stderr).toContain('standard input:7:11')
    expect(stderr).toContain('<language>en_GB</language>')
  })

  test('several at once, for a program', async () => {
    const { code, stdout } = await say(
      { cwd: root },
      'validate',
      'bad.rss',
      'public/feed.xml',
      '--reporter',
      'json',
    )
    expect(code).toBe(1)
    const files = JSON.parse(stdout).diagnostics.map((one: { place: { file: string } }) => one.place.file)
    expect(new Set(files)).toEqual(new Set(['bad.rss']))
  })

  test('--for asks for some only; errors stay', async () => {
    const feed = laid('- podcast:guid')
    const all = await say({ cwd: root, stdin: feed }, 'validate', '-')
    const apple = await say({ cwd: root, stdin: feed }, 'validate', '-', '--for', 'apple')
    expect(all.stderr).toContain('document/podcast-identity')
    expect(apple.stderr).not.toContain('document/podcast-identity')
  })

  test.each([
    [['validate', 'nowhere.xml'], 'nowhere.xml cannot be read: there is no such file'],
    [['validate', '--fix', 'bad.rss'], '--fix repairs the files of a show, and bad.rss is a feed'],
  ])('%j is wrong usage', async (argv, message) => {
    const { code, stderr } = await say({ cwd: root }, ...argv)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

test.each([
  ['eacute', 'é'],
  ['Eacute', 'É'],
  ['nbsp', '&#xA0;'],
  ['shy', '&#xAD;'],
  ['nosuch', '&amp;nosuch;'],
])('an entity that only HTML knows is told as XML can have it: %s', (name, written) => {
  const { diagnostics } = runFeed(`<rss version="2.0"><channel><title>A&${name};</title></channel></rss>`)
  expect(diagnostics.find(({ rule }) => rule === 'document/well-formed')?.help).toBe(`Write \`${written}\`.`)
})

test.each([
  ['the author of an item, as many hosts write it', item('<itunes:author>Ada Pier</itunes:author>')],
  [
    'a bit rate with all its decimals, as PeerTube writes it',
    item(
      '<podcast:alternateEnclosure type="video/mp4" length="1" bitrate="574055.1292517007"><podcast:source uri="https://a.example/1.mp4"/></podcast:alternateEnclosure>',
    ),
  ],
])('no false alarm: %s', (_, example) => {
  expect(runFeed(laid(example)).diagnostics).toEqual([])
})
