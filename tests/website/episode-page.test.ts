/** The page of an episode, as somebody reads it. */

import { decodeHTML } from 'entities'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../support/good-show.ts'
import { mp3 } from '../support/mpeg.ts'
import { pagesOf, showWithPages, textOf } from '../support/page-show.ts'

const story = {
  'aging.md': documentOf(
    {
      title: '"Story: The Aging Programmer"',
      date: '2026-04-02',
      summary: 'He has written the same loop for forty years.',
    },
    'A story, read by its author.\n',
  ),
  'aging.mp3': mp3({ seconds: 12 }),
  'paperclip.md': documentOf(
    {
      title: '"Notes: The Universal Paperclip Clicker"',
      date: '2026-02-04',
      summary: 'What a game about paperclips knows of us.',
    },
    'Notes on a game.\n',
  ),
  'paperclip.mp3': mp3({ seconds: 13 }),
}

const wall = {
  ...story,
  'wall.md': documentOf(
    {
      title: 'The Pre-Training Wall and the Treadmill After It',
      date: '2026-05-09',
      summary: 'Where the easy gains end, and what comes then.',
      overview: '|\n  First the **wall**.\n\n  ## The treadmill\n\n  Then the treadmill.',
    },
    'We talk about [scaling](https://scaling.example/) and what it costs.\n',
  ),
  // 56:10 of silence, in the smallest frames that there are.
  'wall.mp3': mp3({ seconds: 3370, bitrate: 8, sampleRate: 8000, mode: 'mono' }),
}

const only = {
  'show.md': showWithPages({ title: 'Long Talks', timezone: 'Europe/Brussels' }),
}

describe('an episode in a show with earlier ones', async () => {
  const { page, ids } = await pagesOf({
    ...only,
    ...wall,
    '001.md': documentOf({ title: 'Later', date: '2027-01-01' }, 'x\n'),
    '002.md': documentOf({ title: 'Draft', draft: 'true' }, 'x\n'),
  })
  const html = page('wall/index.html')
  const text = textOf(html)

  test('its date, its duration, its words', () => {
    expect(ids).not.toContain('website/reserved-name')
    expect(html).toContain('>The Pre-Training Wall and the Treadmill After It</h1>')
    expect(html).toContain('>Published 9 May 2026<')
    expect(html).toContain('>Duration: 56:10<')
    expect(text).toContain('Where the easy gains end, and what comes then.')
    expect(html).toContain('>Episode Description</h2>')
    expect(html).toContain('<a href="https://scaling.example/">scaling</a>')
    expect(html).toContain('>Overview</h2>')
    expect(html).toContain('First the <strong>wall</strong>.')
    expect(html).toContain('<h3>The treadmill</h3>')
  })

  test('recent episodes: date, title with its kind, summary', () => {
    const recent = html.slice(html.indexOf('Recent Episodes of Long Talks'))
    expect(recent).toContain('>2 Apr 2026<')
    expect(recent).toContain('>Story: The Aging Programmer</a>')
    expect(recent).toContain('He has written the same loop for forty years.')
    expect(recent).toContain('>4 Feb 2026<')
    expect(recent).toContain('>Notes: The Universal Paperclip Clicker</a>')
    expect(recent).toContain('What a game about paperclips knows of us.')
    expect(recent.indexOf('2 Apr 2026')).toBeLessThan(recent.indexOf('4 Feb 2026'))
    expect(textOf(recent)).toContain('More Long Talks episodes')
    expect(recent.match(/class="item/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('what is held back is on no page', () => {
    for (const path of ['index.html', 'wall/index.html', 'sitemap.xml', 'site/search-index.js']) {
      expect(page(path)).not.toContain('Later')
      expect(page(path)).not.toContain('Draft')
    }
  })

  test('in American English the month comes first', async () => {
    const { page } = await pagesOf({ 'show.md': showWithPages({ language: 'en-us' }), ...wall })
    expect(page('wall/index.html')).toContain('>Published May 9, 2026<')
    expect(page('wall/index.html')).toContain('>Apr 2, 2026<')
  })

  test('in German and French', async () => {
    const german = await pagesOf({ 'show.md': showWithPages({ language: 'de' }), ...wall })
    expect(german.page('wall/index.html')).toContain('>Veröffentlicht am 9. Mai 2026<')
    const french = await pagesOf({ 'show.md': showWithPages({ language: 'fr-be' }), ...wall })
    expect(french.page('wall/index.html')).toContain('>Publié le 9 mai 2026<')
  })

  test('the day is the day where the show is made', async () => {
    const late = { '001.md': documentOf({ title: 'Late', date: '2026-05-09T22:30:00-04:00' }, 'x\n') }
    const there = await pagesOf({ 'show.md': showWithPages({ timezone: 'America/New_York' }), ...late })
    expect(there.page('001/index.html')).toContain('>Published 9 May 2026<')
    const here = await pagesOf({ 'show.md': showWithPages({ timezone: 'Europe/Brussels' }), ...late })
    expect(here.page('001/index.html')).toContain('>Published 10 May 2026<')
  })
})

test.each(['The "Big" One', '" onload="alert(1)', "It's <b>&amp; so</b>"])(
  'what is copied to show the player elsewhere has the title %j in one attribute',
  async title => {
    const { page } = await pagesOf({
      '001.md': documentOf({ title: JSON.stringify(title), date: '2026-01-05' }, 'x\n'),
    })
    const [, area] = /<textarea[^>]*>([^<]*)</.exec(page('001/index.html'))!
    const code = decodeHTML(area!)
    expect(code.replace(/ title="[^"]*"/, '')).toBe(
      '<iframe src="https://show.example/001/embed.html" width="100%" height="200" loading="lazy" style="border:0"></iframe>',
    )
    expect(decodeHTML(/title="([^"]*)"/.exec(code)![1]!)).toBe(title)
  },
)

test('the title of the show stands once above that of a page, and leads home', async () => {
  const { page } = await pagesOf(wall)
  for (const [path, home] of [
    ['wall/index.html', '../index.html'],
    ['404.html', '/index.html'],
  ] as const) {
    const above = /<body>([\s\S]*?)<h1/.exec(page(path))![1]!
    expect(textOf(above).split('Harbour Notes')).toHaveLength(2)
    expect(textOf(new RegExp(`<a [^>]*href="${home}">[\\s\\S]*?</a>`).exec(above)![0]).trim()).toBe(
      'Harbour Notes',
    )
  }
})
