/** What a page may load from other hosts: pictures and recordings, by https; by http those that it names itself. */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { policy } from '../../src/website/frame.ts'
import { httpOrigins } from '../../src/website/origins.ts'
import { hasBrowser, hostOf, openBrowser, visit } from '../support/browser.ts'
import { documentOf } from '../support/good-show.ts'
import { pagesOf, showWithPages } from '../support/page-show.ts'
import { richShow } from '../support/rich-show.ts'

const policyOf = (html: string): string => /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!

const sourcesOf = (html: string, directive: string): string =>
  policyOf(html)
    .split('; ')
    .find(one => one.startsWith(directive))!

test('a show of https alone has the policy that it had', async () => {
  const { page, paths } = await pagesOf(richShow())
  for (const path of paths.filter(one => one.endsWith('.html'))) expect(policyOf(page(path))).toBe(policy())
  expect(policy()).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; media-src 'self' https:; font-src 'self'; base-uri 'none'; form-action 'none'",
  )
})

const browser = hasBrowser ? await openBrowser() : (undefined as never)

describe('a show with recordings and pictures by http', async () => {
  const web = { 'http://media.example/1.mp3': '!mp3 10', 'http://pictures.example/cover.jpg': '!jpeg 3000' }
  const { page, root } = await pagesOf(
    {
      'show.md': showWithPages({
        image: 'http://pictures.example/cover.jpg',
        persons: '[{ name: Ada Pier, img: "http://faces.example:8080/ada.jpg" }]',
        theme: 'look',
      }),
      'look/foot.liquid': '<img src="http://theme.example/x.gif" alt="">{{ page.policy }}',
      '001.md': documentOf(
        {
          title: 'One',
          date: '2026-01-05',
          audio: '{ url: "http://media.example/1.mp3", length: 4000, type: audio/mpeg }',
          persons: '[{ name: Lou, img: "https://faces.example/lou.jpg" }]',
        },
        'Look: ![a pier](http://notes.example/pier.jpg)\n',
      ),
    },
    { web },
  )
  const artwork = "img-src 'self' https: http://pictures.example"

  test('allows the hosts that the page names, and no others', () => {
    expect(sourcesOf(page('index.html'), 'img-src')).toBe(`${artwork} http://faces.example:8080`)
    expect(sourcesOf(page('index.html'), 'media-src')).toBe("media-src 'self' https:")
    for (const path of ['001/index.html', '001/embed.html']) {
      expect(sourcesOf(page(path), 'img-src')).toBe(
        page(path).includes('ada.jpg') ? `${artwork} http://faces.example:8080` : artwork,
      )
      expect(sourcesOf(page(path), 'media-src')).toBe("media-src 'self' https: http://media.example")
    }
    expect(sourcesOf(page('002/index.html'), 'media-src')).toBe("media-src 'self' https:")
    expect(sourcesOf(page('404.html'), 'img-src')).toBe(artwork)
  })

  test.skipIf(!hasBrowser)(
    'so that a browser asks for them, and not for those of notes and themes',
    async () => {
      const host = await hostOf(join(root, 'public'))
      const { page: tab, complaints } = await visit(browser, `${host}001/`)
      await tab.getByRole('button', { name: 'Play', exact: true }).click()
      await tab.locator('.player-error').waitFor()
      const refused = complaints.filter(one => one.includes('Content Security Policy')).join('\n')
      for (const blocked of ['http://notes.example/pier.jpg', 'http://theme.example/x.gif'])
        expect(refused).toContain(blocked)
      expect(refused).not.toMatch(/'http:\/\/(?:media|pictures|faces)\.example[^']+\.(?:mp3|jpg)'/)
    },
  )

  test('notes and themes widen nothing', () => {
    expect(page('001/index.html')).toContain('http://notes.example/pier.jpg')
    expect(page('001/index.html')).toContain('http://theme.example/x.gif')
    expect(policyOf(page('001/index.html'))).not.toMatch(/notes|theme/)
  })
})

test('an address that a policy would read as more than a host is not allowed', () => {
  expect(
    httpOrigins([
      ...[
        'http://a.example/x',
        'HTTP://A.example:80/y',
        'http://a.example:81/',
        'http://user:word@b.example/',
      ],
      ...['http://bücher.example/', 'https://c.example/', 'relative.jpg', '', 'http://', 'http:relative'],
      ...['http://*/', 'http://*.example/', 'http://a;script-src/', "http://'self'/", 'http://a,b/'],
      ...['http://[::1]/', 'http://"x/', 'data:image/png;base64,AA', 'javascript:alert(1)'],
    ]),
  ).toEqual([
    ...['http://a.example', 'http://a.example:81', 'http://b.example', 'http://xn--bcher-kva.example'],
    'http://relative',
  ])
})
