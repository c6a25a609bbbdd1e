/** What a change of a feed does to those who subscribe: each lands in its group, and in no other. */

import { describe, expect, test } from 'vitest'
import { differenceOf, type Effect } from '../../src/diff/index.ts'
import { proseChange } from '../../src/diff/prose-change.ts'
import { differenceReporters } from '../../src/diff/report/index.ts'
import { verdictOf } from '../../src/diff/report/verdict.ts'
import { renderFeed } from '../../src/render/feed.ts'
import { anyEpisode, anyShow } from '../support/any-podcast.ts'
import { compared, feedOf, stateOf, told } from '../support/diff-feeds.ts'
import { laid } from '../support/lay-feed.ts'
import fc from '../support/property.ts'

const good = laid('')
const item = (...lines: readonly string[]): string => laid(['<item>', ...lines, '</item>'].join('\n'))

describe('nothing is hidden by what changed beside it', () => {
  const item = (inside: string): string =>
    `<guid>a</guid><title>A</title><enclosure url="https://a.example/1.mp3" length="9" type="audio/mpeg"/>${inside}`
  const notes = (html: string): string => `<description><![CDATA[<p>${html}</p>]]></description>`

  test('notes, where the number of the episode is another one too', () => {
    const [before, after] = [
      feedOf('', [item(`<itunes:episode>3</itunes:episode>${notes('Old')}`)]),
      feedOf('', [item(`<itunes:episode>4</itunes:episode>${notes('New')}`)]),
    ]
    const difference = compared(before, after)
    for (const { render } of differenceReporters) {
      const text = render(difference, {
        colour: false,
        width: 100,
        tool: { name: 'build-feed', version: '1' },
      })
      expect(text).toMatch(/episode.*3.*4/s)
      expect(text).toMatch(/Old.*New/s)
    }
  })

  test('where a link leads, where a word is another one too', () => {
    const [before, after] = [
      feedOf('', [item(notes('Visit <a href="https://good.example/">us</a> today'))]),
      feedOf('', [item(notes('Visit <a href="https://evil.example/">us</a> tomorrow'))]),
    ]
    expect(compared(before, after).changes).toMatchObject([
      { what: 'notes', isProse: true },
      { what: 'notes', before: 'https://good.example/', after: 'https://evil.example/' },
    ])
  })
})

describe('what an import writes otherwise is no news', () => {
  test('no <itunes:new-feed-url>, where it was the address of the feed itself', () => {
    const self = '<atom:link href="https://a.example/feed.xml" rel="self" type="application/rss+xml"/>'
    const movedTo = (url: string): string => `${self}<itunes:new-feed-url>${url}</itunes:new-feed-url>`
    const change = (url: string) => told(compared(feedOf(movedTo(url), []), feedOf(self, [])))
    expect(change('https://a.example/feed.xml')).toEqual(['unnoticed newFeedUrl'])
    expect(change('https://b.example/feed.xml')).toEqual(['finds-again newFeedUrl'])
  })

  test('keywords in the element of RSS, where they were in that of Apple', () => {
    const old = '<itunes:keywords>ports, boats</itunes:keywords>'
    const now = '<category>ports</category><category>boats</category>'
    const item =
      '<guid>a</guid><title>A</title><enclosure url="https://a.example/1.mp3" length="9" type="audio/mpeg"/>'
    expect(told(compared(feedOf(old, [item + old]), feedOf(now, [item + now])))).toEqual(['unnoticed feed'])
    const both = '<category>ports</category><itunes:keywords>boats, Ports</itunes:keywords>'
    expect(told(compared(feedOf(both, [item + both]), feedOf(now, [item + now])))).toEqual(['unnoticed feed'])
    const others = now.replace('boats', 'ferries')
    expect(told(compared(feedOf(old, [item + old]), feedOf(now, [item + others])))).toEqual([
      'unnoticed keywords a',
    ])
  })

  test('a file of the chapters that were in the feed', () => {
    const item = (start: string): string =>
      `<guid>a</guid><title>A</title><enclosure url="https://a.example/1.mp3" length="9" type="audio/mpeg"/><psc:chapters xmlns:psc="http://podlove.org/simple-chapters" version="1.2"><psc:chapter start="0" title="One"/><psc:chapter start="${start}" title="Two"/></psc:chapters>`
    const file = '<podcast:chapters url="https://a.example/1.json" type="application/json+chapters"/>'
    const before = feedOf('', [item('9')])
    expect(told(compared(before, feedOf('', [item('9') + file])))).toEqual(['unnoticed chapters a'])
    expect(told(compared(before, feedOf('', [item('10') + file])))).toEqual(['reads chapters a'])
  })

  test('what stays of a value in several parts is not shown on both sides', () => {
    const item = (inside: string): string =>
      `<guid>a</guid><title>A</title><enclosure url="https://a.example/1.mp3" length="9" type="audio/mpeg"/>${inside}`
    const list = (second: string): string =>
      `<psc:chapters xmlns:psc="http://podlove.org/simple-chapters" version="1.2"><psc:chapter start="0" title="One"/><psc:chapter start="9" title="${second}"/></psc:chapters>`
    const file = '<podcast:chapters url="https://a.example/1.json" type="application/json+chapters"/>'
    const shown = (before: string, after: string) =>
      compared(feedOf('', [item(before)]), feedOf('', [item(after)])).changes.map(({ before, after }) => [
        before,
        after,
      ])
    expect(shown(list('Two'), file + list('Two'))).toEqual([[undefined, 'url: https://a.example/1.json']])
    expect(shown(file + list('Two'), list('Two'))).toEqual([['url: https://a.example/1.json', undefined]])
    expect(shown(list('Two') + file, list('Three') + file)).toEqual([
      ['list: start: 9, title: Two', 'list: start: 9, title: Three'],
    ])
  })

  test('trailers of the show that are episodes of the feed already', () => {
    const episode = (n: number): string =>
      `<guid>${n}</guid><title>T${n}</title><enclosure url="https://a.example/${n}.mp3" length="9" type="audio/mpeg"/><itunes:episodeType>trailer</itunes:episodeType>`
    const trailer = (n: number): string =>
      `<podcast:trailer url="https://a.example/${n}.mp3" pubdate="Mon, 01 Jun 2026 08:30:00 +0200">T${n}</podcast:trailer>`
    const before = feedOf('', [episode(1)])
    const named = compared(before, feedOf(trailer(1), [episode(1)]))
    expect(told(named)).toEqual(['unnoticed trailers'])
    expect(named.changes[0]).toMatchObject({ remark: expect.stringMatching(/^1 episode that the feed had/) })
    expect(told(compared(before, feedOf(trailer(2), [episode(1)])))).toEqual(['reads trailers'])
    expect(told(compared(feedOf(trailer(1), [episode(1)]), before))).toEqual(['reads trailers'])
  })
})

describe('one change has one effect', () => {
  test.each<[says: string, after: string, outcome: readonly string[]]>([
    ['nothing', good, []],
    ['another guid', item('<guid>new</guid>'), ['downloads-again guid new refused']],
    [
      'a shorter recording at the same address',
      item(
        '<enclosure url="https://show.example/2.mp3" length="500000" type="audio/mpeg"/>',
        '<itunes:duration>31</itunes:duration>',
      ),
      ['replaced audio.length harbour-2 refused', 'replaced duration harbour-2'],
    ],
    [
      'other tags in the same recording',
      item('<enclosure url="https://show.example/2.mp3" length="993000" type="audio/mpeg"/>'),
      ['replaced audio.length harbour-2'],
    ],
    [
      'a recording elsewhere',
      item('<enclosure url="https://show.example/two.mp3" length="992496" type="audio/mpeg"/>'),
      ['replaced audio.url harbour-2'],
    ],
    [
      'a prefix that counts downloads',
      item('<enclosure url="https://op3.dev/e/show.example/2.mp3" length="992496" type="audio/mpeg"/>'),
      ['unnoticed audio.url harbour-2'],
    ],
    [
      'another format',
      item('<enclosure url="https://show.example/2.mp3" length="992496" type="audio/ogg"/>'),
      ['replaced audio.type harbour-2'],
    ],
    [
      'another name of the same format',
      item('<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mp3"/>'),
      ['unnoticed audio.type harbour-2'],
    ],
    ['another duration', item('<itunes:duration>75</itunes:duration>'), ['replaced duration harbour-2']],
    [
      'a duration that is rounded',
      item('<itunes:duration>63</itunes:duration>'),
      ['unnoticed duration harbour-2'],
    ],
    [
      'the same duration in another form',
      item('<itunes:duration>00:01:02</itunes:duration>'),
      ['unnoticed feed'],
    ],
    ['another date', item('<pubDate>Tue, 13 Jan 2026 06:00:00 +0000</pubDate>'), ['moved date harbour-2']],
    [
      'the same date in another zone',
      item('<pubDate>Mon, 12 Jan 2026 07:00:00 +0100</pubDate>'),
      ['unnoticed feed'],
    ],
    [
      'the same date with a wrong weekday',
      item('<pubDate>Fri, 12 Jan 2026 06:00:00 +0000</pubDate>'),
      ['unnoticed feed'],
    ],
    [
      'the author of the show, said again of an episode',
      item('<itunes:author>Ada Pier</itunes:author>'),
      ['unnoticed feed'],
    ],
    ['another author', item('<itunes:author>Bo Quay</itunes:author>'), ['unnoticed author harbour-2']],
    ['another title', item('<title>High water</title>'), ['reads title harbour-2']],
    [
      'other notes',
      item('<content:encoded><![CDATA[<p>High water, and why.</p>]]></content:encoded>'),
      ['reads notes harbour-2'],
    ],
    [
      'another description',
      item('<description><![CDATA[<p>Low water.</p>]]></description>'),
      ['reads description harbour-2'],
    ],
    [
      'other markup of the same words',
      item(
        '<content:encoded><![CDATA[<div>High water, <em>low</em> water, and why.</div>]]></content:encoded>',
      ),
      ['unnoticed notes harbour-2'],
    ],
    [
      'a link on the same words',
      item(
        '<content:encoded><![CDATA[<p>High water, <a href="https://x.example/">low</a> water, and why.</p>]]></content:encoded>',
      ),
      ['reads notes harbour-2'],
    ],
    ['another episode number', item('<itunes:episode>3</itunes:episode>'), ['reads episode harbour-2']],
    ['a picture', item('<itunes:image href="https://show.example/2.jpg"/>'), ['unnoticed image harbour-2']],
    ['an episode that is hidden', item('<itunes:block>yes</itunes:block>'), ['lost block harbour-2']],
    [
      'another picture of the show',
      laid('<itunes:image href="https://show.example/new.jpg"/>'),
      ['reads image'],
    ],
    ['another title of the show', laid('<title>Harbours</title>'), ['reads title']],
    ['another category', laid('<itunes:category text="Arts"/>'), ['reads categories']],
    [
      'another podcast:guid',
      laid('<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>'),
      ['finds-again guid refused'],
    ],
    ['no podcast:guid', laid('- podcast:guid'), ['finds-again guid refused']],
    [
      'another address',
      laid('<atom:link href="https://new.example/feed.xml" rel="self" type="application/rss+xml"/>'),
      ['finds-again feedUrl refused'],
    ],
    [
      'another address, and the feed says so',
      laid(
        '<atom:link href="https://new.example/feed.xml" rel="self" type="application/rss+xml"/>\n<itunes:new-feed-url>https://new.example/feed.xml</itunes:new-feed-url>',
      ),
      ['finds-again feedUrl', 'finds-again newFeedUrl'],
    ],
    ['no link to itself', laid('- atom:link'), ['unnoticed feedUrl']],
    ['another program', laid('<generator>Another</generator>'), ['unnoticed generator']],
    [
      'white space and the order of tags',
      good.replace(/(<title>Tide.*)\n(<link>.*)/, '$2\n\n   $1'),
      ['unnoticed feed'],
    ],
    [
      'an element of nobody',
      laid(
        '<item>\n<media:rating xmlns:media="http://search.yahoo.com/mrss/">nonadult</media:rating>\n</item>',
      ),
      ['unnoticed <media:rating>'],
    ],
  ])('%s', (_says, after, outcome) => {
    expect(told(compared(good, after))).toEqual(outcome)
  })

  test('an item that is gone is lost, and back again it is new', () => {
    const shorter = good.replace(/<item>\n<title>Tide[\s\S]*?<\/item>\n/, '')
    expect(told(compared(good, shorter))).toEqual(['lost episode harbour-2 refused'])
    expect(told(compared(shorter, good))).toEqual(['new episode harbour-2'])
  })

  test('the oldest that a full feed lets go of for a new one is lost, and not refused', () => {
    const one = (n: number) =>
      `<guid>${n}</guid><title>Talk ${n}</title><pubDate>${new Date(Date.UTC(2026, 0, n, 6)).toUTCString()}</pubDate><enclosure url="https://a.example/${n}.mp3" length="${n}000" type="audio/mpeg"/>`
    const feed = (...numbers: readonly number[]) => feedOf('', numbers.map(one))
    expect(told(compared(feed(3, 2, 1), feed(4, 3, 2)))).toEqual(['lost episode 1', 'new episode 4'])
    // One that stood in the middle, more than there are new ones, and none new at all.
    for (const after of [feed(4, 3, 1), feed(4, 3), feed(3, 2)])
      expect(told(compared(feed(3, 2, 1), after)).join()).toMatch(/lost episode \d refused/)
  })

  test('a new episode that is older than the newest says so', () => {
    const shorter = good.replace(/<item>\n<title>The lighthouse[\s\S]*?<\/item>\n/, '')
    const [change] = compared(shorter, good).changes
    expect(change).toMatchObject({ effect: 'new', after: '2026-01-05' })
    expect(change?.remark).toContain('not told of it')
  })

  test('what is accepted is not refused, by any name of the episode', () => {
    const after = item('<guid>new</guid>')
    for (const accepted of ['guid:2', 'guid:new', 'guid:*'])
      expect(told(compared(good, after, [accepted])), accepted).toEqual(['downloads-again guid new accepted'])
    for (const accepted of ['guid:1', 'gone:*', 'feed-url'])
      expect(told(compared(good, after, [accepted])), accepted).toEqual(['downloads-again guid new refused'])
  })

  test('items without a recording are no episodes', () => {
    const after = good.replace('</channel>', '<item><title>News</title><guid>n</guid></item></channel>')
    expect(told(compared(good, after))).toEqual(['unnoticed feed'])
    expect(stateOf(after)).toMatchObject({ skipped: 1 })
  })

  test.each(['true', 'false'])(
    'an item without a guid has none that could be a link: isPermaLink="%s" beside it is no change',
    isPermaLink => {
      const item = '<title>A</title><enclosure url="https://a.example/1.mp3" length="9" type="audio/mpeg"/>'
      const guid = `<guid isPermaLink="${isPermaLink}">https://a.example/1.mp3</guid>`
      const [without, with_] = [feedOf('', [item]), feedOf('', [item + guid])]
      expect(told(compared(without, with_))).toEqual(['unnoticed feed'])
      expect(told(compared(with_, without))).toEqual(['unnoticed feed'])
    },
  )

  test('where no episode was there, nobody is said to miss none of them', () => {
    const [none, one] = [
      feedOf('', []),
      feedOf('', ['<title>A</title><enclosure url="https://a.example/1.mp3" length="9" type="audio/mpeg"/>']),
    ]
    for (const after of [none, one])
      expect(verdictOf(compared(none, after)).sentences).toEqual([
        'No episode was there that anybody could miss.',
      ])
  })

  test('an item without a guid has the address of its recording for one, as in apps', () => {
    const without = item('- guid')
    expect(told(compared(without, item('<guid>https://show.example/2.mp3</guid>')))).toEqual([
      'unnoticed feed',
    ])
    expect(told(compared(without, good))).toEqual(['downloads-again guid harbour-2 refused'])
  })
})

describe('an episode is known again', () => {
  const episode = (
    guid: string,
    n: number,
    of: { link?: string; host?: string; title?: string; day?: number } = {},
  ) =>
    `<guid>${guid}</guid><title>${of.title ?? `Talk ${n}`}</title>${of.link ?? ''}<pubDate>${new Date(Date.UTC(2026, 0, of.day ?? n, 6)).toUTCString()}</pubDate><enclosure url="https://${of.host ?? 'a.example'}/${n}.mp3" length="${n}000" type="audio/mpeg"/>`

  test.each<[by: string, before: string, after: string]>([
    ['its recording', episode('a', 1), episode('b', 1, { title: 'Renamed', day: 9 })],
    [
      'its recording behind a prefix',
      episode('a', 1),
      episode('b', 1, { host: 'op3.dev/e/a.example', title: 'R', day: 9 }),
    ],
    [
      'its link',
      episode('a', 1, { link: '<link>https://x.example/1</link>' }),
      episode('b', 1, { host: 'b.example', title: 'R', day: 9, link: '<link>https://x.example/1</link>' }),
    ],
    ['its title and its day', episode('a', 1), episode('b', 1, { host: 'b.example' })],
  ])('by %s when its guid has changed', (_by, before, after) => {
    const others = [episode('x', 20), episode('y', 21)]
    const difference = compared(feedOf('', [...others, before]), feedOf('', [...others, after]))
    expect(told(difference).filter(one => /^(downloads-again|lost|new)/.test(one))).toEqual([
      'downloads-again guid b refused',
    ])
  })

  test('by nothing that several have in common', () => {
    const link = '<link>https://x.example/</link>'
    const before = feedOf(
      '',
      [1, 2].map(n => episode(`a${n}`, n, { link, title: 'Talk', day: 1 })),
    )
    const after = feedOf(
      '',
      [3, 4].map(n => episode(`b${n}`, n, { link, title: 'Talk', day: 1 })),
    )
    expect(told(compared(before, after)).map(one => one.split(' ')[0])).toEqual([
      'lost',
      'lost',
      'new',
      'new',
    ])
  })

  test('by its date when a guid stands there twice: apps show the newest', () => {
    const feed = feedOf('', [episode('a', 1), episode('a', 2)])
    expect(told(compared(feed, feed))).toEqual([])
    expect(told(compared(feed, feedOf('', [episode('a', 1)])))).toContain('replaced audio.url a')
  })

  test('the second of one guid that goes away, or comes, is told and not refused: the guid stays', () => {
    const [both, one] = [feedOf('', [episode('a', 1), episode('a', 2)]), feedOf('', [episode('a', 2)])]
    const gone = compared(both, one)
    expect(told(gone)).toEqual(['lost episode a'])
    expect(gone.changes[0]).toMatchObject({
      remark: expect.stringMatching(/^another item has the same guid/),
    })
    expect(verdictOf(gone)).toMatchObject({ isGood: true, sentences: ['A build takes it as it is.'] })
    expect(told(compared(one, both))).toEqual(['new episode a'])
    const twice = feedOf('', [episode('a', 2), episode('a', 2)])
    expect(told(compared(twice, one))).toEqual(['unnoticed episode a'])
    expect(told(compared(one, twice))).toEqual(['unnoticed episode a'])
  })

  test('episodes that change places are told, as few as it takes', () => {
    const all = [1, 2, 3, 4, 5].map(n => episode(`${n}`, n, { day: 1 }))
    const [one, ...others] = all
    expect(told(compared(feedOf('', all), feedOf('', [...others, one!])))).toEqual(['moved order 1'])
  })
})

describe('a move to another host', () => {
  const episodes = Array.from({ length: 300 }, (_, i) => i + 1)
  const at = (host: string, title: string, self: string) =>
    feedOf(
      `<atom:link href="https://${host}/${self}" rel="self" type="application/rss+xml"/><itunes:image href="https://${host}/cover.jpg"/>`,
      episodes.map(
        n =>
          `<guid isPermaLink="false">kept-${n}</guid><title>${title} ${n}</title><link>https://${host}/${title}/${n}</link><pubDate>${new Date(Date.UTC(2025, 0, n, 6)).toUTCString()}</pubDate><description>About ${n}.</description><enclosure url="https://media.${host}/${self}/${n}.mp3" length="${n}00000" type="audio/mpeg"/><itunes:duration>${60 + n}</itunes:duration>`,
      ),
    )

  test('with every title, address and host changed, and guids kept: nobody downloads again, and nobody loses anything', () => {
    const difference = compared(at('old.example', 'Talk', 'rss'), at('new.example', 'Chat', 'feed.xml'))
    const count = (effect: Effect) => difference.changes.filter(change => change.effect === effect).length
    expect(count('downloads-again')).toBe(0)
    expect(count('lost')).toBe(0)
    expect(count('new')).toBe(0)
    expect(count('replaced')).toBe(300)
    expect(told(difference).filter(one => one.endsWith('refused'))).toEqual(['finds-again feedUrl refused'])
  })
})

describe('properties', () => {
  const anyPodcast = fc.record({
    show: anyShow,
    episodes: fc.uniqueArray(anyEpisode, { maxLength: 4, selector: ({ guid }) => guid }),
  })

  test('what is the same has no difference, through real XML', () => {
    fc.assert(
      fc.property(anyPodcast, ({ show, episodes }) => {
        const xml = renderFeed(show, episodes)
        expect(told(compared(xml, xml))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('another guid is told as such, and the other way round the same', () => {
    fc.assert(
      fc.property(anyShow, anyEpisode, (show, episode) => {
        const before = stateOf(renderFeed(show, [episode]), 'before.xml')
        const after = stateOf(renderFeed(show, [{ ...episode, guid: `${episode.guid}-2` }]), 'after.xml')
        const effects = ({ changes }: ReturnType<typeof compared>) => changes.map(({ effect }) => effect)
        expect(effects(differenceOf(before, after, []))).toEqual(['downloads-again'])
        expect(effects(differenceOf(after, before, []))).toEqual(['downloads-again'])
      }),
      { numRuns: 50 },
    )
  })

  test('matching does not depend on which of the two is the newer', () => {
    const anyItems = fc.array(
      fc.record({
        guid: fc.constantFrom('a', 'b', 'c', 'd'),
        n: fc.integer({ min: 1, max: 4 }),
        title: fc.constantFrom('x', 'y', 'z'),
      }),
      { maxLength: 6 },
    )
    const feed = (items: readonly { guid: string; n: number; title: string }[]) =>
      feedOf(
        '',
        items.map(
          ({ guid, n, title }) =>
            `<guid>${guid}</guid><title>${title}</title><enclosure url="https://a.example/${n}.mp3" length="${n}00" type="audio/mpeg"/>`,
        ),
      )
    const count = (difference: ReturnType<typeof compared>, effect: Effect) =>
      difference.changes.filter(change => change.effect === effect).length
    fc.assert(
      fc.property(anyItems, anyItems, (one, other) => {
        const there = compared(feed(one), feed(other))
        const back = compared(feed(other), feed(one))
        expect(count(there, 'lost')).toBe(count(back, 'new'))
        expect(count(there, 'new')).toBe(count(back, 'lost'))
        expect(count(there, 'downloads-again')).toBe(count(back, 'downloads-again'))
      }),
    )
  })
})

describe('what stands for the same', () => {
  const recording = '<enclosure url="https://show.example/1.mp3" length="10" type="audio/mpeg"/>'
  const withGuid = (guid: string, channel = ''): string =>
    feedOf(channel, [`<title>A</title>${recording}${guid}`])
  const address = 'https://show.example/?p=1'
  test.each<[says: string, before: string, after: string, outcome: readonly string[]]>([
    [
      'an address as guid is a permalink, said or not',
      withGuid(`<guid>${address}</guid>`),
      withGuid(`<guid isPermaLink="true">${address}</guid>`),
      ['unnoticed feed'],
    ],
    [
      'a guid that is no address is none',
      withGuid('<guid>x</guid>'),
      withGuid('<guid isPermaLink="false">x</guid>'),
      ['unnoticed feed'],
    ],
    [
      'that an address is none any more, no subscriber notices',
      withGuid(`<guid>${address}</guid>`),
      withGuid(`<guid isPermaLink="false">${address}</guid>`),
      [`unnoticed isPermaLink ${address}`],
    ],
    [
      'a show that says nothing is not locked',
      withGuid('<guid>x</guid>'),
      withGuid('<guid>x</guid>', '<podcast:locked owner="ada@show.example">no</podcast:locked>'),
      ['unnoticed feed'],
    ],
    [
      'one that is locked now',
      withGuid('<guid>x</guid>'),
      withGuid('<guid>x</guid>', '<podcast:locked>yes</podcast:locked>'),
      ['unnoticed locked'],
    ],
  ])('%s', (_, before, after, outcome) => expect(told(compared(before, after))).toEqual(outcome))
})

test('plain text whose addresses become links says the same; a link behind other words is news', () => {
  const plain = 'Links: Dark Noise (https://a.example/noise)'
  const linked = '<p>Links: Dark Noise (<a href="https://a.example/noise">https://a.example/noise</a>)</p>'
  expect(proseChange('description', plain, linked)).toMatchObject([{ effect: 'unnoticed' }])
  expect(proseChange('description', linked, plain)).toMatchObject([{ effect: 'reads' }])
  const other = plain.replace('Dark Noise', '<a href="https://b.example/">Dark Noise</a>')
  expect(proseChange('description', plain, other)).toMatchObject([{ effect: 'reads' }])
})

test('the spelling of a host is no other link; nor is an address that is read without its scheme', () => {
  const link = (address: string, words: string) => `<p>See <a href="${address}">${words}</a>.</p>`
  expect(
    proseChange('notes', link('http://A.Example/x', 'this'), link('http://a.example/x', 'this')),
  ).toMatchObject([{ effect: 'unnoticed' }])
  expect(
    proseChange(
      'notes',
      '<p>See Show.example/Notes.</p>',
      link('https://show.example/Notes', 'Show.example/Notes'),
    ),
  ).toMatchObject([{ effect: 'unnoticed' }])
})

test('a subtitle that repeats what stands beside it is missed by nobody; another one is', () => {
  const item = (subtitle: string) =>
    feedOf('', [
      `<title>A</title><guid>a</guid><enclosure url="https://show.example/1.mp3" length="10" type="audio/mpeg"/><description>&lt;p&gt;About the sea.&lt;/p&gt;</description>${subtitle}`,
    ])
  const without = (subtitle: string) =>
    told(compared(item(`<itunes:subtitle>${subtitle}</itunes:subtitle>`), item('')))
  expect(without('About the sea.')).toEqual(['unnoticed subtitle a'])
  expect(without('Something else')).toEqual(['reads subtitle a'])
})

test('a summary of an episode that comes or goes is one change, whatever links are in it', () => {
  const item = (summary: string) =>
    feedOf('', [
      `<title>A</title><guid>a</guid><enclosure url="https://show.example/1.mp3" length="10" type="audio/mpeg"/><description>Ports.</description>${summary}`,
    ])
  const linked = item(
    '<itunes:summary>&lt;a href="https://boats.example/"&gt;Boats&lt;/a&gt;</itunes:summary>',
  )
  expect(told(compared(linked, item('')))).toEqual(['unnoticed summary a'])
  expect(told(compared(item(''), linked))).toEqual(['unnoticed summary a'])
})

test('the summary of a show is compared where it is a text of its own', () => {
  const feed = (summary: string): string =>
    feedOf(summary && `<itunes:summary>${summary}</itunes:summary>`, [])
  const [own, another, same] = ['Boats.', 'Ships.', '&lt;p&gt;Ports.&lt;/p&gt;']
  const outcomes = [
    [own, another],
    [same, own],
    [own, own],
    [same, ''],
    [own, ''],
    ['', own],
  ].map(([before, after]) =>
    told(compared(feed(before!), feed(after!))).filter(one => !one.endsWith(' feed')),
  )
  expect(outcomes).toEqual([
    ['reads summary'],
    ['reads summary'],
    [],
    [],
    ['unnoticed summary'],
    ['unnoticed summary'],
  ])
})
