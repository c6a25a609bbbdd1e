/** Where there is nothing to say, no element stands for it; and cards say only what is known. */

import { expect, test } from 'vitest'
import { showCards } from '../../src/website/cards.ts'
import { inPage } from '../../src/website/outline.ts'
import type { Site } from '../../src/website/views.ts'
import { everythingShow } from '../support/everything-show.ts'
import { documentOf } from '../support/good-show.ts'
import { pagesOf, showWithPages } from '../support/page-show.ts'
import { richShow, uglyShow } from '../support/rich-show.ts'

/** Filled by scripts, or drawn by the stylesheet. */
const FILLED =
  /class="(?:cover|item-picture|ticks|chapter-now|now|total|search-count meta|transcript-count meta|resumed|items search-results)"/

const emptyIn = (html: string): readonly string[] => [
  ...[
    ...html.matchAll(
      /<(h[1-6]|p|dl|ul|ol|li|dt|dd|div|section|span|a|b|label|title|nav|time)\b[^>]*>\s*<\/\1>/g,
    ),
  ]
    .map(([whole]) => whole)
    .filter(whole => !FILLED.test(whole)),
  ...(html.match(/<meta [^>]*content=""[^>]*>/g) ?? []),
  ...(html.match(/ (?:href|src|datetime|type|lang|aria-label|title)=""/g) ?? []),
]

const minimal = {
  'show.md': showWithPages({}, 'A show.\n'),
  '001.md': documentOf({ title: 'One', date: '2026-01-05' }, '.\n'),
  '002.md': documentOf({ title: 'Two', date: '2026-01-06' }, '###\n\ntext\n\n<h3> </h3>\n\n<p>&nbsp;</p>\n'),
}
const everything = everythingShow()
const shows = {
  minimal,
  rich: richShow({ type: 'serial' }),
  ugly: uglyShow(),
  everything: {
    ...everything,
    'show.md': `${everything['show.md']}`.replace('\n---\n', '\nwebsite: true\n---\n'),
  },
}

test.each(Object.entries(shows))('%s: no page has an element without anything in it', async (_, files) => {
  const { page, paths } = await pagesOf(files)
  const htmls = paths.filter(one => one.endsWith('.html'))
  expect(htmls.length).toBeGreaterThan(3)
  for (const path of htmls) expect([path, emptyIn(page(path))]).toEqual([path, []])
})

test('headings and paragraphs of notes that show nothing are left away', () => {
  expect(inPage('<h3></h3>\n<p>a</p>\n<p><br></p>\n<p>&nbsp;</p><h2> </h2><p>b</p>')).toBe(
    '<p>a</p>\n<p>b</p>',
  )
  expect(inPage('<p><img src="x"></p>')).toContain('<img')
})

test.each([
  ['en', undefined],
  ['en-us', 'en_US'],
  ['en_GB', 'en_GB'],
  ['zh-Hant-TW', 'zh_TW'],
  ['zh-Hant', undefined],
  ['pt-BR-x-old', 'pt_BR'],
  ['es-419', undefined],
  ['zh-yue-HK', 'zh_HK'],
  ['de-1996', undefined],
  ['en-a-bb', undefined],
])('the card of the language %s names %s', (language, locale) => {
  const cards = showCards({ show: { title: 'A' }, description: '', language } as unknown as Site, {
    title: 'A',
    address: 'b',
  })
  expect(new Map(cards).get('og:locale')).toBe(locale)
  expect(new Map(cards).has('og:description')).toBe(false)
  expect(new Map(cards).get('og:url')).toBe('b')
})
