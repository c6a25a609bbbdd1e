/** A show that is heard in order is listed in order, and every part leads to the next one. */

import { describe, expect, test } from 'vitest'
import { documentOf } from '../support/good-show.ts'
import { mp3 } from '../support/mpeg.ts'
import { pagesOf, showWithPages } from '../support/page-show.ts'

const titlesIn = (html: string): readonly string[] =>
  Array.from(
    html
      .slice(html.indexOf('class="listed"'))
      .matchAll(/<(?:h3 class="season"|h\d class="item-title")>(?:<a[^>]*>)?([^<]*)/g),
    ([, title]) => title!,
  )

const aroundIn = (html: string): readonly string[] =>
  Array.from(
    html.matchAll(
      /rel="(prev|next)" href="([^"]*)"><span class="kicker">([^<]*)<\/span> <span class="around-title">([^<]*)/g,
    ),
    ([, rel, href, word, title]) => `${rel} ${href} ${word}: ${title}`,
  )

const episodes = (list: readonly (readonly [stem: string, fields: Readonly<Record<string, string>>])[]) =>
  Object.fromEntries(
    list.flatMap(([stem, fields], i) => [
      [`${stem}.md`, documentOf({ title: stem, ...fields }, 'x\n')],
      [`${stem}.mp3`, mp3({ seconds: 10 + i })],
    ]),
  )

const parts = episodes([
  ['hello', { date: '2026-01-01', episodeType: 'trailer' }],
  ['one', { date: '2026-01-05', season: '1', episode: '1' }],
  // Out a day before its predecessor.
  ['three', { date: '2026-01-12', season: '1', episode: '3' }],
  ['two', { date: '2026-01-13', season: '1', episode: '2' }],
  ['extra', { date: '2026-01-20', episodeType: 'bonus' }],
  ['four', { date: '2026-03-01', season: '2', episode: '1', seasonName: 'Inland' }],
  ['five', { date: '2026-03-08', season: '2', episode: '2' }],
])
const only = {
  '001.md': documentOf({ title: 'x', draft: 'true' }, 'x\n'),
  '002.md': documentOf({ title: 'y', draft: 'true' }, 'x\n'),
}

describe('a serial show', async () => {
  const { page } = await pagesOf({ 'show.md': showWithPages({ type: 'serial' }), ...only, ...parts })

  test('is listed as it is to be heard: season by season, the first part first', () => {
    expect(titlesIn(page('index.html'))).toEqual([
      'hello',
      ...['Season 1', 'one', 'two', 'three', 'extra'],
      ...['Season 2: Inland', 'four', 'five'],
    ])
  })

  test('every part leads to the one before and the next one', () => {
    expect(aroundIn(page('hello/index.html'))).toEqual(['next ../one/index.html Next episode: one'])
    expect(aroundIn(page('two/index.html'))).toEqual([
      'prev ../one/index.html Previous episode: one',
      'next ../three/index.html Next episode: three',
    ])
    expect(aroundIn(page('extra/index.html'))).toEqual([
      'prev ../three/index.html Previous episode: three',
      'next ../four/index.html Next episode: four',
    ])
    expect(aroundIn(page('five/index.html'))).toEqual(['prev ../four/index.html Previous episode: four'])
  })

  test('the recent ones are still the newest', () => {
    const html = page('one/index.html')
    const recent = html.slice(html.indexOf('class="list recent"'))
    expect(
      Array.from(recent.matchAll(/class="item-title"><a[^>]*>([^<]*)/g), ([, title]) => title).slice(0, 2),
    ).toEqual(['five', 'four'])
  })
})

test('any other show is listed newest first, and leads on by date', async () => {
  const { page } = await pagesOf({ ...only, ...parts })
  expect(titlesIn(page('index.html'))).toEqual(['five', 'four', 'extra', 'two', 'three', 'one', 'hello'])
  expect(aroundIn(page('two/index.html'))).toEqual([
    'prev ../three/index.html Previous episode: three',
    'next ../extra/index.html Next episode: extra',
  ])
})

test('what has no number and no season stands where its date puts it', async () => {
  const { page } = await pagesOf({
    'show.md': showWithPages({ type: 'serial' }),
    ...only,
    ...episodes([
      ['a', { date: '2026-01-05', episode: '1' }],
      ['b', { date: '2026-01-06', episodeType: 'bonus' }],
      ['c', { date: '2026-01-07', episode: '2' }],
    ]),
  })
  expect(titlesIn(page('index.html'))).toEqual(['a', 'b', 'c'])
})

test.each([
  ['serial', ['title 1', 'Newer episodes', 'next'], ['title 101', 'Older episodes', 'prev']],
  ['episodic', ['title 101', 'Older episodes', 'next'], ['title 1', 'Newer episodes', 'prev']],
])(
  'further pages of a %s list lead on in its order, and say in their titles which they are',
  async (type, first, second) => {
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, i) => [
        `e${i + 1}.md`,
        documentOf(
          {
            title: `title ${i + 1}`,
            date: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
            season: '1',
            ...(i === 0 ? { seasonName: 'Ashore' } : {}),
            episode: `${i + 1}`,
            audio: '001.mp3',
            guid: `g${i}`,
          },
          'x\n',
        ),
      ]),
    )
    const files = { ...only, ...many, 'show.md': showWithPages({ type, language: 'de' }) }
    const { page } = await pagesOf(files)
    const german: Readonly<Record<string, string>> = {
      'Newer episodes': 'Neuere Folgen',
      'Older episodes': 'Ältere Folgen',
    }
    for (const [path, [title, word, rel]] of [
      ['index.html', first],
      ['page-2/index.html', second],
    ] as const) {
      const html = page(path)
      expect(titlesIn(html).find(one => one.startsWith('title'))).toBe(title)
      expect(
        Array.from(html.matchAll(/<a rel="(\w+)" href="[^"]*">([^<]*)<\/a>/g), ([, r, w]) => [r, w]),
      ).toEqual([[rel, german[word!]]])
    }
    expect(page('page-2/index.html')).toContain('<title>Harbour Notes · Seite 2</title>')
    // The title of the show stands once, in the bar, and the page has a heading of its own.
    const [, shown = ''] = page('page-2/index.html').split('<body')
    expect(shown.match(/>Harbour Notes</g)).toHaveLength(1)
    expect(Array.from(shown.matchAll(/<h1[^>]*>([^<]*)</g), ([, words]) => words)).toEqual(['Folgen'])
    // The episode that names the season stands on the first page.
    if (type === 'serial')
      for (const path of ['index.html', 'page-2/index.html'])
        expect(page(path)).toMatch(/<(h[23]) class="season">Staffel 1: Ashore<\/\1>/)
    expect(page('page-2/index.html')).toContain(
      '<meta property="og:title" content="Harbour Notes · Seite 2">',
    )
  },
)
