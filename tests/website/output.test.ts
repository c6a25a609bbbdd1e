/** What is written as pages: valid HTML, nothing that leads nowhere, addresses that stay. */

import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import type { Lock } from '../../src/model.ts'
import { documentOf } from '../support/good-show.ts'
import { pagesOf, showWithPages } from '../support/page-show.ts'
import { hostileShow, richShow, rightToLeftShow, uglyShow } from '../support/rich-show.ts'
import { rebuild } from '../support/run.ts'

const judge = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // What our own writer and Liquid leave between the lines is nobody's concern, and shows say what they say.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'void-style': 'off',
    'no-raw-characters': 'off',
    // Pages are alike: those of a show have its lists.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // The policy of the pages forbids requests for other scripts.
    'require-sri': 'off',

    'tel-non-breaking': 'off',
  },
})

const shows = {
  rich: richShow({ type: 'serial' }),
  'right to left': rightToLeftShow(),
  ugly: uglyShow(),
  hostile: hostileShow(),
  'under a path': richShow({ baseUrl: 'https://show.example/talks/' }),
}

describe.each(Object.entries(shows))('%s', async (_, files) => {
  const { root, page, paths } = await pagesOf(files)
  const htmls = paths.filter(path => path.endsWith('.html'))

  test('the HTML is valid', async () => {
    for (const path of htmls) {
      const report = await judge.validateString(page(path))
      const found = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
      )
      expect(found).toEqual([])
    }
  })

  test('every link and every fragment leads somewhere', () => {
    const base = /<link rel="canonical" href="([^"]*)"/.exec(page('index.html'))![1]!
    for (const path of htmls)
      for (const [, address] of page(path).matchAll(/(?:href|src|data-copy)="([^"]*)"/g)) {
        const to = address!.replaceAll('&amp;', '&')
        const [file, fragment] = to.split('#') as [string, string | undefined]
        const isOurs = file === '' || !/^[a-z]+:/i.test(file) || file.startsWith(base)
        // A picture that the hostile notes name, and nobody has.
        if (!isOurs || to === `${base}x`) continue
        const fromHost = new URL(base).pathname
        const before = [base, fromHost].find(start => file.startsWith(start))
        const inside =
          before === undefined ? join(dirname(path), decodeURIComponent(file)) : file.slice(before.length)
        const target =
          file === '' ? path : inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside
        expect([path, to, existsSync(join(root, 'public', decodeURIComponent(target)))]).toEqual([
          path,
          to,
          true,
        ])
        if (fragment && !fragment.startsWith('t=')) expect(page(target)).toContain(` id="${fragment}"`)
      }
  })

  test('the policy is the first thing in the head, and no script stands in the page', () => {
    for (const path of htmls) {
      const html = page(path)
      expect(html).toMatch(/<head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /)
      expect(html).not.toMatch(/<script(?![^>]*(?: src=| type="application\/ld\+json"))/)
      expect(html.replace(/<textarea[\s\S]*?<\/textarea>/g, '')).not.toMatch(/<[^>]* style=/)
    }
  })
})

describe('an address stays', () => {
  test('a renamed episode keeps its page; the new one of that name gets another; one that is withdrawn says so', async () => {
    const { root, page, feed } = await pagesOf({
      '001.md': documentOf({ title: 'First', date: '2026-01-05' }, 'x\n'),
      '002.md': documentOf({ title: 'Second', date: '2026-01-12' }, 'y\n'),
    })
    expect(feed).toContain('<link>https://show.example/001/</link>')
    const inShow = (path: string): string => join(root, 'episodes', path)
    const lock = (): Lock => JSON.parse(readFileSync(inShow('feed.lock.json'), 'utf8'))
    expect(lock().episodes['001']?.page).toBe('001/')
    for (const ending of ['md', 'mp3']) renameSync(inShow(`001.${ending}`), inShow(`lighthouse.${ending}`))
    const renamed = await rebuild(root)
    expect(renamed.feed).toContain('<link>https://show.example/001/</link>')
    expect(lock().episodes.lighthouse?.page).toBe('001/')
    for (const ending of ['md', 'mp3']) rmSync(inShow(`002.${ending}`))
    const gone = await rebuild(root, { accept: ['gone:002'] })
    expect(gone.feed).not.toContain('Second')
    expect(page('002/index.html')).toContain('This episode was taken down')
    expect(page('002/index.html')).toContain('“Second” is no longer part of Harbour Notes.')
    expect(page('002/index.html')).toContain('<meta name="robots" content="noindex">')
    // Other sites that show its player show what became of it, and nothing that plays.
    expect(page('002/embed.html')).toContain('This episode was taken down')
    expect(page('002/embed.html')).not.toMatch(/<audio|<nav|002\.mp3/)
    expect(page('sitemap.xml')).not.toContain('/002/')
  })

  test('a link that is given stays, and without pages nothing changes', async () => {
    const { feed, paths } = await pagesOf({ 'show.md': showWithPages({ website: 'false' }) })
    expect(feed).toContain('<link>https://show.example/1</link>')
    expect(paths.filter(path => /\.(?:html|css|js)$|robots|sitemap/.test(path))).toEqual([])
    const withPages = await pagesOf({})
    expect(withPages.feed).toContain('<link>https://show.example/1</link>')
    expect(withPages.feed.replace(/<lastBuildDate>.*/, '')).toBe(
      feed.replaceAll('https://show.example/feed/', 'https://show.example/').replace(/<lastBuildDate>.*/, ''),
    )
  })

  test('a name that the build has for something else is refused', async () => {
    await expect(
      pagesOf({ 'site.md': documentOf({ title: 'Site', date: '2026-01-19' }, 'x\n'), 'site.mp3': '' }),
    ).rejects.toThrow(/website\/reserved-name/)
  })
})

test('what is blocked asks not to be listed', async () => {
  const { page, paths } = await pagesOf({ 'show.md': showWithPages({ block: 'true' }) })
  expect(page('index.html')).toContain('<meta name="robots" content="noindex">')
  expect(page('001/index.html')).toContain('<meta name="robots" content="noindex">')
  expect(paths).not.toContain('sitemap.xml')
})

test('what search engines and other sites read of a page', async () => {
  const { page } = await pagesOf(richShow())
  const html = page('001/index.html')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!)
  expect(data).toMatchObject({
    '@type': 'PodcastEpisode',
    url: 'https://show.example/001/',
    datePublished: '2026-01-05T05:00:00Z',
    duration: 'PT2M',
    partOfSeries: { '@type': 'PodcastSeries', name: 'Harbour Notes' },
  })
  expect(
    data.hasPart.map((clip: { name: string; startOffset: number }) => [clip.name, clip.startOffset]),
  ).toEqual([
    ['Dusk', 0],
    ['The lamp', 30],
    ['Dawn', 60],
  ])
  for (const tag of [
    '<link rel="canonical" href="https://show.example/001/">',
    '<link rel="alternate" type="application/rss+xml" title="Harbour Notes" href="https://show.example/feed.xml">',
    '<meta property="og:title" content="The lighthouse keeper">',
    '<meta property="og:image" content="https://show.example/001.jpg">',
    '<meta name="twitter:card" content="summary">',
  ])
    expect(html).toContain(tag)
  expect(page('sitemap.xml')).toContain('<loc>https://show.example/001/</loc>')
  expect(page('robots.txt')).toContain('Sitemap: https://show.example/sitemap.xml')
})

test('a category and its subcategory are genres, each once', async () => {
  const categories = '["Society & Culture > Places & Travel", "Society & Culture > Documentary", Education]'
  const { page } = await pagesOf({ 'show.md': showWithPages({ categories }) })
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page('index.html'))![1]!
  expect(JSON.parse(data).genre).toEqual(['Society & Culture', 'Places & Travel', 'Documentary', 'Education'])
})

test('a page stays under 60 KB with its style and its scripts', async () => {
  const { root, page } = await pagesOf(richShow())
  const size = (path: string): number => statSync(join(root, 'public', path)).size
  const shared = size('site/style.css') + size('site/page.js')
  expect(size('001/index.html') + shared).toBeLessThan(60_000)
  expect(size('index.html') + shared + size('site/search.js')).toBeLessThan(60_000)
  expect(gzipSync(page('site/search-index.js')).length).toBeLessThan(300_000)
})
