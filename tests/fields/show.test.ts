/** What is particular about the fields of the show itself, and of what serves it. */

import { describe, expect, test } from 'vitest'
import { feedElements } from '../../src/feed/feed-elements.ts'
import { fields, type Show } from '../../src/fields/index.ts'
import type { Folder } from '../../src/table/its.ts'
import { deadNamespaces } from '../../src/table/namespaces.ts'
import { spotAt, writtenOf } from '../../src/table/said.ts'
import { type Raw, type SaidFields, tableOf } from '../../src/table/table.ts'
import { aFolder, settingOf } from '../support/settings.ts'
import { feedOf } from '../support/xml-of.ts'

const table = tableOf(fields)

/** What front matter comes to. */
const showOf = (raw: Raw, folder?: Folder): Show => {
  const { written, problems } = table.accept('show', raw)
  expect(problems).toEqual([])
  return table.resolve('show', written, settingOf({ raw, written: {}, ...(folder && { folder }) }))!
}

const dead = Object.entries(deadNamespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)

/** What a channel says. */
const saidIn = (inner: string, deprecated = false): SaidFields =>
  table.read(
    'show',
    feedElements(feedOf([]).replace('<channel>', `<channel${dead.join('')}>${inner}`)).channel,
    { deprecated },
  )

const writtenIn = (inner: string, deprecated?: boolean): Raw =>
  Object.fromEntries(
    Object.entries(saidIn(inner, deprecated)).map(([key, said]) => [
      key,
      JSON.parse(JSON.stringify(writtenOf(said))),
    ]),
  )

/** What a feed comes to. */
const showIn = (inner: string): Show => {
  const { raw, written } = table.acceptSaid('show', saidIn(inner))
  return table.resolve('show', written, settingOf({ raw, written: {} }))!
}

const code = 'applepodcastsverify'

describe('verify is a text for machines', () => {
  test('it is written before the others', () => {
    const show = showOf({ txt: ['a', { purpose: 'b', value: 'c' }], verify: 'abcd' })
    expect(show.txt).toEqual([{ purpose: code, value: 'abcd' }, { value: 'a' }, { purpose: 'b', value: 'c' }])
    expect(show).not.toHaveProperty('verify')
  })

  test('read where it comes first; a second one is a text as any other', () => {
    const txt = (value: string): string => `<podcast:txt purpose="${code}">${value}</podcast:txt>`
    expect(writtenIn(`${txt('abcd')}<podcast:txt>a</podcast:txt>${txt('efgh')}`)).toEqual({
      verify: 'abcd',
      txt: [{ value: 'a' }, { purpose: code, value: 'efgh' }],
    })
    expect(writtenIn(`<podcast:txt>a</podcast:txt>${txt('abcd')}`)).toEqual({
      txt: [{ value: 'a' }, { purpose: code, value: 'abcd' }],
    })
  })

  test('an episode has texts for machines and no code', () => {
    const xml = feedOf([], [{ name: 'podcast:txt', attributes: { purpose: code }, text: 'abcd' }])
    const said = table.read('episode', feedElements(xml).items[0]!)
    expect(Object.keys(said)).toEqual(['txt'])
  })

  test('the tag that Apple had for it counts where the code is not among the texts', () => {
    const old = '<itunes:applepodcastsverify>abcd</itunes:applepodcastsverify><podcast:txt>a</podcast:txt>'
    expect(writtenIn(old, true)).toEqual({ verify: 'abcd', txt: [{ value: 'a' }] })
    expect(writtenIn(old)).toEqual({ txt: [{ value: 'a' }] })
  })

  test('a text of forbidden characters alone is none', () => {
    expect(showOf({ verify: '\u0001', txt: ['\u0002', 'a'] }).txt).toEqual([{ value: 'a' }])
    expect(showOf({ txt: '\u0002' })).not.toHaveProperty('txt')
  })
})

describe('block and complete act with the word Yes only', () => {
  test.each(['true', 'no', 'explicit', 'perhaps', ''])('"%s" hides nothing, so nothing is said', word => {
    expect(
      writtenIn(`<itunes:block>${word}</itunes:block><itunes:complete>${word}</itunes:complete>`),
    ).toEqual({})
  })

  test('one that says Yes is enough', () => {
    const show = showIn('<itunes:block>no</itunes:block><itunes:block> yes </itunes:block>')
    expect(show).toMatchObject({ block: true, complete: false })
  })

  test('written only when they act', () => {
    const names = (raw: Raw) => table.write('show', showOf(raw)).map(({ name, text }) => `${name} ${text}`)
    expect(names({ block: 'true', complete: 'yes' })).toEqual(
      expect.arrayContaining(['itunes:block Yes', 'itunes:complete Yes']),
    )
    expect(names({ block: 'false' }).join()).not.toMatch(/itunes:(block|complete)/)
  })
})

describe('an atom:link', () => {
  test('says what its relation is, whoever comes first', () => {
    const link = (rel: string, href: string): string => `<atom:link rel="${rel}" href="${href}"/>`
    expect(
      writtenIn(
        [
          link('payment', 'https://a.example/pay'),
          link('prev', 'https://a.example/1.xml'),
          link('hub', 'https://hub.example/'),
          link('Self', ' https://a.example/feed.xml '),
          link('next', ''),
          link('next', 'https://a.example/3.xml'),
          link('hub', 'https://hub.example/2'),
          '<atom:link href="https://a.example/"/>',
        ].join(''),
      ),
    ).toEqual({
      feedUrl: 'https://a.example/feed.xml',
      hub: ['https://hub.example/', 'https://hub.example/2'],
      pages: { previous: 'https://a.example/1.xml', next: 'https://a.example/3.xml' },
    })
  })

  test('pages without an address are none', () => {
    expect(showOf({ pages: {} })).not.toHaveProperty('pages')
  })
})

describe('what only a folder knows', () => {
  test('the feed is served beside the show, and is its identity', () => {
    expect(showOf({}, aFolder).feedUrl).toBe('https://show.example/feed.xml')
    expect(showOf({ feedUrl: 'https://a.example/f' }, aFolder).feedUrl).toBe('https://a.example/f')
    // What a feed does not say is not known, though it can be reckoned from its address.
    expect(showIn('<atom:link rel="self" href="https://a.example/f"/>')).not.toHaveProperty('guid')
  })

  test('the body of show.md describes it where nothing else does; lines are kept', () => {
    expect(showOf({}, aFolder).description).toBe(aFolder.about)
    expect(showOf({ description: ' One.\u0001\n\nTwo. ' }, aFolder).description).toBe('One.\n\nTwo.')
    expect(showIn('').description).toBe('')
  })

  test('its dates are those of its newest episode, never the clock', () => {
    const newest = Date.UTC(2026, 10, 28, 5)
    expect(showOf({}, { ...aFolder, newest: () => newest })).toMatchObject({
      pubDate: newest,
      lastBuildDate: newest,
    })
    expect(showOf({}, { ...aFolder, newest: () => undefined })).not.toHaveProperty('pubDate')
  })

  test('a feed says its dates itself, each its own', () => {
    const show = showIn(
      '<pubDate>Sat, 28 Nov 2026 05:00:00 +0000</pubDate><lastBuildDate>2026-11-29T05:00:00.750Z</lastBuildDate>',
    )
    expect(show.pubDate).toBe(Date.UTC(2026, 10, 28, 5))
    expect(show.lastBuildDate).toBe(Date.UTC(2026, 10, 29, 5))
    expect(showIn('<pubDate>soon</pubDate>')).not.toHaveProperty('pubDate')
  })

  test('nobody writes them', () => {
    const known = Object.keys(table.schema('show').fields)
    expect(known.filter(key => /date$/i.test(key))).toEqual([])
  })
})

describe('several values in one element', () => {
  test('spotify:countryOfOrigin', () => {
    expect(writtenIn('<spotify:countryOfOrigin>be, nl GB</spotify:countryOfOrigin>')).toEqual({
      countryOfOrigin: ['be', 'nl', 'GB'],
    })
    expect(showOf({ countryOfOrigin: 'be' }).countryOfOrigin).toEqual(['BE'])
  })

  test('itunes:keywords, beside the words of other elements, each once', () => {
    const old = '<itunes:keywords>ports, , boats</itunes:keywords>'
    expect(writtenIn(old, true)).toEqual({ keywords: ['ports', 'boats'] })
    expect(writtenIn(`${old}<category/><category>tides</category><category>Ports</category>`, true)).toEqual({
      keywords: ['tides', 'Ports', 'boats'],
    })
  })
})

test('what is deprecated still says how often a show appears, and who makes it', () => {
  const old =
    '<rawvoice:frequency>Weekly</rawvoice:frequency><googleplay:author>Ada</googleplay:author><googleplay:block>yes</googleplay:block><itunes:summary>Ports.</itunes:summary>'
  expect(writtenIn(old, true)).toEqual({
    updateFrequency: { text: 'Weekly' },
    author: 'Ada',
    block: 'yes',
    description: 'Ports.',
  })
  expect(writtenIn(old)).toEqual({})
})

test('a service that nobody knows is for a rule to judge, which finds where it is named', () => {
  const said = saidIn('<podcast:block>yes</podcast:block><podcast:block id="nosuch">yes</podcast:block>')
  const { written, problems } = table.acceptSaid('show', said)
  expect(problems).toEqual([])
  expect(written.blocks).toEqual([{ blocked: true }, { service: 'nosuch', blocked: true }])
  expect(spotAt(said, ['blocks', 1, 'service'])).toMatchObject({
    node: { attributes: { id: 'nosuch' } },
    attribute: 'id',
  })
})

test('what other tools call them', () => {
  const keys = (owner: 'show' | 'episode', ...written: readonly string[]) =>
    written.map(key => table.meant(owner, key))
  expect(keys('show', 'itunes:author', 'Rights', 'feed-link', 'tz', 'op3', 'apple_verify')).toEqual([
    ...['author', 'copyright', 'feedUrl', 'timezone', 'enclosurePrefixes', 'verify'],
  ])
  expect(keys('episode', 'itunes:block', 'is_draft', 'private')).toEqual(['block', 'draft', 'draft'])
})
