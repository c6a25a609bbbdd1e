/** A page has one address, and all that names it to somebody else names that one. */

import { expect, test } from 'vitest'
import { documentOf } from '../support/good-show.ts'
import { mp3 } from '../support/mpeg.ts'
import { pagesOf, showWithPages } from '../support/page-show.ts'
import { richShow } from '../support/rich-show.ts'

const odd = {
  'Größe & more.md': documentOf({ title: 'Odd', date: '2026-02-05' }, 'x\n'),
  'Größe & more.mp3': mp3({ seconds: 12 }),
}

const addressesIn = (html: string): readonly string[] => {
  const found = [
    /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1],
    /<meta property="og:url" content="([^"]*)"/.exec(html)?.[1],
  ]
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1]
  const { '@id': id, url, hasPart = [] } = data === undefined ? {} : JSON.parse(data)
  const clips = hasPart.map((clip: { url: string }) => clip.url.replace(/#.*/, ''))
  return [...found, id, url, ...clips]
    .filter(one => one !== undefined)
    .map(one => one.replaceAll('&amp;', '&'))
}

test.each([
  ['at a root', { ...richShow(), ...odd }],
  ['under a path', { ...richShow({ baseUrl: 'https://show.example/talks/' }), ...odd }],
  ['of many episodes', { ...odd, 'show.md': showWithPages({ type: 'episodic' }) }],
])('%s: canonical, card, data, sitemap and feed agree', async (_, files) => {
  const { page, paths, feed } = await pagesOf(files)
  const sitemap = Array.from(page('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g), ([, loc]) =>
    loc!.replaceAll('&amp;', '&'),
  )
  const items = Array.from(feed.matchAll(/<item>[\s\S]*?<link>([^<]*)<\/link>/g), ([, link]) =>
    link!.replaceAll('&amp;', '&'),
  )
  const named: string[] = []
  for (const path of paths.filter(one => one.endsWith('/index.html') || one === 'index.html')) {
    const addresses = new Set(addressesIn(page(path)))
    expect([path, addresses.size]).toEqual([path, 1])
    const [address = ''] = addresses
    expect(address).toMatch(/\/$/)
    expect(new URL(address).href).toBe(address)
    named.push(address)
  }
  expect(sitemap.toSorted()).toEqual(named.toSorted())
  for (const link of items.filter(one => !/\/\d$/.test(one))) expect(named).toContain(link)
})

test('what asks not to be listed names no other page as the one to list', async () => {
  const { page, paths } = await pagesOf(richShow())
  for (const path of paths.filter(one => one.endsWith('.html'))) {
    const html = page(path)
    if (html.includes('content="noindex"')) expect([path, addressesIn(html)]).toEqual([path, []])
  }
})
