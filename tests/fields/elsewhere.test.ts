/** What is particular about people and places, about other shows, and about live items. */

import { describe, expect, test } from 'vitest'
import { feedElements } from '../../src/feed/feed-elements.ts'
import { fields, type Show } from '../../src/fields/index.ts'
import type { Folder } from '../../src/table/its.ts'
import { deadNamespaces } from '../../src/table/namespaces.ts'
import { writtenOf } from '../../src/table/said.ts'
import { type Raw, tableOf } from '../../src/table/table.ts'
import { aFolder, settingOf } from '../support/settings.ts'
import { feedOf } from '../support/xml-of.ts'

const table = tableOf(fields)

const showOf = (raw: Raw, folder?: Folder, html?: (text: string) => string): Show => {
  const { written, problems } = table.accept('show', raw)
  expect(problems).toEqual([])
  const setting = settingOf({ raw, written: {}, ...(folder && { folder }) })
  return table.resolve('show', written, html ? { ...setting, html } : setting)!
}

const dead = Object.entries(deadNamespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
const writtenIn = (inner: string, deprecated = false): Raw =>
  Object.fromEntries(
    Object.entries(
      table.read(
        'show',
        feedElements(feedOf([]).replace('<channel>', `<channel${dead.join('')}>${inner}`)).channel,
        { deprecated },
      ),
    ).map(([key, said]) => [key, JSON.parse(JSON.stringify(writtenOf(said)))]),
  )

describe('funding', () => {
  test('says its address where nothing else is said', () => {
    const bare = { url: 'https://ko-fi.com/harbour', text: 'ko-fi.com/harbour' }
    expect(showOf({ funding: bare.url }).funding).toEqual([bare])
    expect(showOf({ funding: { url: bare.url, text: '\u0001' } }).funding).toEqual([bare])
    expect(writtenIn(`<podcast:funding url="${bare.url}"/>`)).toEqual({ funding: [{ url: bare.url }] })
  })

  test('what is deprecated counts where nothing current says it', () => {
    const payment =
      '<atom:link rel="payment" href="https://a.example/" title="Give"/><atom:link rel="payment"/>'
    const donate = '<rawvoice:donate href="https://b.example/">Donate</rawvoice:donate>'
    expect(writtenIn(payment + donate)).toEqual({})
    expect(writtenIn(payment + donate, true)).toEqual({
      funding: [{ url: 'https://a.example/', text: 'Give' }],
    })
    expect(writtenIn(donate, true)).toEqual({ funding: [{ url: 'https://b.example/', text: 'Donate' }] })
    expect(writtenIn(`${donate}<podcast:funding url="https://c.example/">C</podcast:funding>`, true)).toEqual(
      {
        funding: [{ url: 'https://c.example/', text: 'C' }],
      },
    )
  })
})

describe('places', () => {
  test('a pair of numbers is a geo URI, and a country is in capitals', () => {
    expect(
      showOf({ locations: { name: 'Antwerp', geo: '51.2213, 4.4051', country: 'be' } }).locations,
    ).toEqual([{ name: 'Antwerp', geo: 'geo:51.2213,4.4051', country: 'BE' }])
  })

  test('a place of forbidden characters alone is none', () => {
    expect(showOf({ locations: ['\u0001', 'Antwerp'] }).locations).toEqual([{ name: 'Antwerp' }])
    expect(showOf({ locations: '\u0001' })).not.toHaveProperty('locations')
  })

  test('of an element of the past, the first that says something', () => {
    const old = '<rawvoice:location> </rawvoice:location><rawvoice:location>Antwerp</rawvoice:location>'
    expect(writtenIn(old, true)).toEqual({ locations: [{ name: 'Antwerp' }] })
    expect(writtenIn('<rawvoice:location/>', true)).toEqual({})
  })
})

test.each([
  ['cc-by-4.0', { name: 'CC-BY-4.0' }],
  ['cc-by-sa-4.0', { name: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' }],
  ['harbour-terms-1', { name: 'harbour-terms-1' }],
  [
    { name: 'CC0-1.0', url: 'https://a.example/' },
    { name: 'CC0-1.0', url: 'https://a.example/' },
  ],
  ['\u0001', undefined],
])('the licence %j', (written, license) => {
  expect(showOf({ license: written }).license).toEqual(license)
})

describe('other shows', () => {
  const guid = '917393e3-1b1e-5cef-ace4-edaa54e1f810'
  const item = `<podcast:remoteItem feedGuid="${guid}"/>`

  test('the element around them says what they are', () => {
    expect(
      writtenIn(
        `${item}<podcast:podroll/><podcast:podroll>${item}${item}</podcast:podroll><podcast:publisher>${item}</podcast:publisher>`,
      ),
    ).toEqual({
      remoteItems: [{ feedGuid: guid }],
      podroll: [{ feedGuid: guid }, { feedGuid: guid }],
      publisher: { feedGuid: guid },
    })
    expect(writtenIn('<podcast:podroll/><podcast:publisher/>')).toEqual({})
  })

  test('a publisher is one, whatever is written', () => {
    const { publisher } = showOf({ publisher: { feedGuid: guid.toUpperCase(), medium: 'music' } })
    expect(publisher).toEqual({ feedGuid: guid, medium: 'publisher' })
  })

  test('their attributes are known within both', () => {
    for (const name of ['podcast:remoteItem', 'podcast:podroll', 'podcast:publisher'])
      expect(table.elements('show').has(name)).toBe(true)
    expect(table.elements('show').get('podcast:remoteItem')?.attributes).toContain('itemGuid')
  })
})

describe('a live item', () => {
  const item = {
    status: 'pending',
    start: '2026-12-01T19:00:00Z',
    title: 'Live',
    guid: 'live-1',
    contentLinks: 'https://show.example/live',
  }
  const liveIn = (raw: Raw, folder?: Folder) => showOf({ liveItems: raw }, folder).liveItems![0]!

  test('has neither the artwork nor the guid of the show', () => {
    const picture = { path: 'cover.jpg' } as Folder['picture']
    const folder = { ...aFolder, picture }
    expect(liveIn(item, folder)).not.toHaveProperty('image')
    expect(liveIn(item, folder).guid).toBe('live-1')
    expect(liveIn({ ...item, image: 'https://a.example/live.jpg' }, folder).image).toBe(
      'https://a.example/live.jpg',
    )
    // A guid of which nothing is left: then it is no broadcast.
    expect(showOf({ liveItems: { ...item, guid: '\u0001' } }, folder)).not.toHaveProperty('liveItems')
  })

  test('says where it can be heard', () => {
    const { contentLinks: _, ...silent } = item
    expect(table.accept('show', { liveItems: silent }).problems).toMatchObject([
      { missingKey: 'contentLinks', path: ['liveItems', 'contentLinks'] },
    ])
    expect(liveIn(item).contentLinks).toEqual([
      { href: 'https://show.example/live', text: 'show.example/live' },
    ])
  })

  test('is described in Markdown, which is rendered as notes are', () => {
    const raw = { liveItems: { ...item, description: 'The **boats**' } }
    const html = (text: string): string => ` <p>${text.replace(/\*\*(.+)\*\*/, '<b>$1</b>')}</p>\n`
    expect(showOf(raw, aFolder, html).liveItems![0]!.description).toBe('<p>The <b>boats</b></p>')
    const field = fields.find(({ key }) => key === 'liveItems')!
    const written = table.accept('show', raw).written.liveItems
    expect([...(field as { markdown: (items: unknown) => Iterable<string> }).markdown(written)]).toEqual([
      'The **boats**',
    ])
  })

  test('has a stream whose length is not known', () => {
    const enclosure = { url: 'https://live.example/s.mp3', type: 'audio/mpeg' }
    expect(liveIn({ ...item, enclosure }).enclosure).toEqual({ ...enclosure, length: 0 })
  })

  test('repeats the hosts beside a guest', () => {
    const show = showOf({ persons: 'Ada', liveItems: { ...item, persons: 'Lou' } })
    expect(show.liveItems![0]!.persons).toEqual([{ name: 'Ada' }, { name: 'Lou' }])
  })
})
