/** The pages in a real browser. Where the machine has none, this says so, and the rest of the suite holds. */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { renderWebsite } from '../../src/website/index.ts'
import { violationsOn } from '../support/axe.ts'
import { hasBrowser, hostOf, hostOfBytes, openBrowser, visit } from '../support/browser.ts'
import { documentOf, goodShow } from '../support/good-show.ts'
import { pagesOf, showWithPages } from '../support/page-show.ts'
import { hostileShow, richShow, rightToLeftShow, uglyShow } from '../support/rich-show.ts'
import { runShow } from '../support/run.ts'

/** Pictures of other hosts do not come here, and that is no complaint. */
const ours = (complaints: readonly string[]): readonly string[] =>
  complaints.filter(one => !one.includes('net::ERR_FAILED'))

/** Asked again and again: what Playwright has for it needs `eval`, which the pages' policy forbids. */
const until = (page: Page, condition: string): Promise<unknown> =>
  vi.waitUntil(async () => Boolean(await page.evaluate(condition)), { timeout: 240_000, interval: 50 })

const mediaTime = (page: Page): Promise<number> =>
  page.evaluate("document.querySelector('.media').currentTime") as Promise<number>

const isPlaying = (page: Page): Promise<boolean> =>
  page.evaluate("!document.querySelector('.media').paused") as Promise<boolean>

const browser = hasBrowser ? await openBrowser() : (undefined as never)

describe.skipIf(!hasBrowser)('in Chromium', async () => {
  const rich = await pagesOf(richShow())
  const host = await hostOf(join(rich.root, 'public'))
  const episode = `${host}001/`

  test('chapters lead to their moment, and the transcript follows', async () => {
    const { page, complaints } = await visit(browser, episode)
    await page.getByRole('link', { name: 'The lamp' }).click()
    await until(page, "document.querySelector('.media').currentTime > 30")
    expect(await isPlaying(page)).toBe(true)
    await until(
      page,
      "document.querySelector('.turns .current')?.textContent === 'The lamp turns all night.'",
    )
    expect(await page.locator('.chapters .current').innerText()).toContain('The lamp')
    await page.locator('.turns').first().getByText('And who counts the ships?').click()
    await until(page, "document.querySelector('.media').currentTime >= 40")
    await page.getByRole('button', { name: 'Pause' }).click()
    expect(await isPlaying(page)).toBe(false)
    expect(ours(complaints)).toEqual([])
  })

  test('`#t=` in the address, and where one stopped', async () => {
    const { page, context } = await visit(browser, `${episode}#t=1:15`)
    await until(page, "document.querySelector('.media').currentTime === 75")
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await until(page, "document.querySelector('.media').currentTime > 75.2")
    await page.getByRole('button', { name: 'Pause' }).click()
    const again = await context.newPage()
    await again.goto(episode)
    await again.getByText('Continues at 1:15').waitFor()
    await until(again, "document.querySelector('.media').currentTime === 75")
    await again.getByRole('button', { name: 'Start over' }).click()
    await until(again, "document.querySelector('.media').currentTime === 0")
    expect(await again.locator('.player-note').isVisible()).toBe(false)
  })

  test('the transcript is searched, without regard to accents', async () => {
    const { page } = await visit(browser, episode)
    await page.getByRole('searchbox', { name: 'Search the transcript' }).fill('cafe')
    expect(await page.locator('.turns').first().locator('.found').allInnerTexts()).toEqual([
      'The café across the bay, mostly.',
    ])
    expect(await page.locator('.transcript-count').innerText()).toBe('1/1')
  })

  test('the search of the show is loaded when somebody goes to it, transcripts when they are asked for', async () => {
    const { page, asked, complaints } = await visit(browser, host)
    expect(asked.some(url => url.includes('search'))).toBe(false)
    const field = page.getByRole('searchbox', { name: 'Search episodes' })
    await field.fill('keper')
    await page.getByText('Found: 1').waitFor()
    expect(await page.locator('.search-results a').getAttribute('href')).toBe(episode)
    await field.fill('hundred')
    await page.getByText('Nothing found').waitFor()
    expect(asked.some(url => url.includes('search-transcripts'))).toBe(false)
    await page.getByRole('checkbox', { name: 'Search transcripts too' }).check()
    await page.getByText('Found: 1').waitFor()
    await field.fill('')
    await page.locator('.listed').waitFor()
    expect(await page.locator('.search-results').isVisible()).toBe(false)
    expect(ours(complaints)).toEqual([])
  })

  test('what is told by colour alone is told in forced colours too', async () => {
    const forced = { forcedColors: 'active', colorScheme: 'dark' } as const
    const { page } = await visit(browser, episode, forced)
    await page.getByRole('searchbox', { name: 'Search the transcript' }).fill('cafe')
    const backgroundOf = (which: string): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector('${which}')).backgroundColor`)
    expect(await backgroundOf('.turns .found')).not.toBe(await backgroundOf('.turns .turn'))
    expect(await backgroundOf('.turns .found')).not.toBe(await backgroundOf('.turns'))
    // A gradient of ours would lie under words in forced colours.
    expect(await page.evaluate("getComputedStyle(document.querySelector('.chapters')).backgroundImage")).toBe(
      'none',
    )
    const { page: show } = await visit(browser, host, forced)
    expect(await show.evaluate("getComputedStyle(document.querySelector('.qr')).backgroundColor")).toBe(
      'rgb(255, 255, 255)',
    )
  })

  test.each([
    { width: 1280, height: 700 },
    { width: 390, height: 844 },
  ])('what has the focus does not lie under the player: $width×$height', async viewport => {
    const { page } = await visit(browser, episode, { viewport })
    await page.locator('.foot a').last().focus()
    const covered: unknown[] = []
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Shift+Tab')
      covered.push(
        await page.evaluate(`(() => {
          const player = document.querySelector('.player')
          const { activeElement: one } = document
          const [above, at] = [player.getBoundingClientRect(), one.getBoundingClientRect()]
          return !player.contains(one) && at.top >= above.top && at.bottom <= above.bottom ? one.outerHTML.slice(0, 80) : ''
        })()`),
      )
    }
    expect(covered.filter(one => one !== '')).toEqual([])
  })

  test('a copy that the browser refuses is not called one, and the focus stays', async () => {
    const focused = "document.activeElement.getAttribute('class') ?? document.activeElement.id"
    const refuse = (page: Page): Promise<unknown> =>
      page.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => { window.tried = true; return false }",
      )
    const { page: show } = await visit(browser, host)
    await refuse(show)
    await show.getByRole('button', { name: 'Copy' }).click()
    await until(show, 'window.tried')
    expect(await show.locator('[data-copy="#feed"]').innerText()).toBe('Copy')
    // It is selected: Ctrl+C does the rest.
    expect(await show.evaluate('getSelection().toString() || document.activeElement.id')).toMatch(/feed/)
    const { page } = await visit(browser, episode)
    await refuse(page)
    await page.locator('.copy-time').click()
    await until(page, "location.hash === '#t=0'")
    expect(await page.evaluate(focused)).toContain('copy-time')
    expect(await page.locator('.copy-time').innerText()).toBe('Copy link to this moment')
    const { page: allowed } = await visit(browser, episode, {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await allowed.locator('.copy-time').click()
    await allowed.getByText('Copied').waitFor()
    expect(await allowed.evaluate('navigator.clipboard.readText()')).toBe(`${episode}#t=0`)
    expect(await allowed.locator('.copy-time').getAttribute('aria-live')).toBe('polite')
  })

  test('by keyboard alone', async () => {
    const { page } = await visit(browser, episode)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content')
    const reached: string[] = []
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      const name = (await page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.id || document.activeElement.textContent.trim()",
      )) as string
      reached.push(name)
      if (name === 'Play') {
        await page.keyboard.press('Enter')
        await until(page, "!document.querySelector('.media').paused")
        await page.keyboard.press('Enter')
        await until(page, "document.querySelector('.media').paused")
      }
    }
    for (const name of ['Play', 'Position', 'Back 15 seconds', 'Forward 30 seconds', 'transcript-search'])
      expect(reached).toContain(name)
    const before = await mediaTime(page)
    await page.locator('h1').click()
    await page.keyboard.press('l')
    await until(page, `document.querySelector('.media').currentTime >= ${Math.floor(before) + 30}`)
    await page.keyboard.press('k')
    await until(page, "!document.querySelector('.media').paused")
    await page.keyboard.press('>')
    expect(await page.evaluate("document.querySelector('.media').playbackRate")).toBe(1.25)
  })

  test('without JavaScript everything can be read and played', async () => {
    const { page } = await visit(browser, episode, { javaScriptEnabled: false })
    expect(await page.locator('audio').getAttribute('controls')).toBe('')
    expect(await page.locator('.controls').isVisible()).toBe(false)
    for (const text of ['Published 5 January 2026', 'Duration: 2:00', 'The lamp turns all night.', 'Dawn'])
      expect(await page.getByText(text).first().isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Harbour Notes' }).first().click()
    expect(await page.locator('h1').innerText()).toBe('Harbour Notes')
    expect(await page.locator('.search').isVisible()).toBe(false)
  })

  test('on paper, what is folded up on a screen can be read', async () => {
    const { page } = await visit(browser, `${host}001/`)
    const isSeen = "document.querySelector('details.transcript .turns').checkVisibility()"
    expect(await page.evaluate(isSeen)).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(isSeen)).toBe(true)
  })

  test('from a disk', async () => {
    const folder = pathToFileURL(join(rich.root, 'public')).href
    const { page, complaints } = await visit(browser, `${folder}/index.html`)
    await page.getByRole('searchbox').fill('lighthouse')
    await page.locator('.search-results a').click()
    await page.waitForURL(`${folder}/001/index.html`)
    expect(await page.evaluate("getComputedStyle(document.querySelector('.columns')).display")).toBe('grid')
    await page.getByRole('link', { name: 'Dawn' }).click()
    await until(page, "document.querySelector('.media').currentTime > 60")
    await page.getByRole('link', { name: 'More Harbour Notes episodes' }).click()
    expect(page.url()).toBe(`${folder}/index.html#episodes`)
    expect(ours(complaints)).toEqual([])
  })

  test('an enclosure behind a prefix that redirects to another host', async () => {
    const prefixed = await pagesOf(richShow({ enclosurePrefixes: 'https://count.example/e/' }))
    const there = await hostOf(join(prefixed.root, 'public'))
    const { page, complaints, asked } = await visit(browser, `${there}001/`, {
      web: url => (url === 'https://count.example/e/show.example/001.mp3' ? `${there}001.mp3` : undefined),
    })
    await page.getByRole('link', { name: 'Dawn' }).click()
    await until(page, "document.querySelector('.media').currentTime > 60")
    expect(asked).toContain('https://count.example/e/show.example/001.mp3')
    expect(ours(complaints)).toEqual([])
  })

  test('a hostile show runs nothing', async () => {
    const hostile = await pagesOf(hostileShow())
    const there = await hostOf(join(hostile.root, 'public'))
    for (const path of ['', '001/', '001/embed.html', '404.html']) {
      const { page } = await visit(browser, there + path)
      if (path === '') {
        await page.getByRole('searchbox').fill('script')
        await page.locator('.search-results li').first().waitFor()
      }
      expect(await page.evaluate('window.hacked')).toBeUndefined()
      expect(await page.locator('main script, main [onerror], main [onload], main [onclick]').count()).toBe(0)
      expect(await page.locator('main a[href^="javascript:"], main a[href^="data:"]').count()).toBe(0)
    }
  })

  test('a show of 1,000 episodes', async () => {
    const { podcast } = await runShow({ ...goodShow(), 'show.md': showWithPages({ title: 'Many' }) })
    const [one] = podcast!.releases
    const releases = Array.from({ length: 1000 }, (_, i) => ({
      ...one!,
      episode: { ...one!.episode, title: `Number ${1000 - i}`, date: one!.episode.date - i * 86_400_000 },
      page: { ...one!.page!, folder: `e${1000 - i}/`, text: () => `About the word w${1000 - i}.` },
    }))
    const artefacts = renderWebsite({ ...podcast!, releases }, podcast!.website!)
    const made = new Map(artefacts.map(artefact => [artefact.path, artefact]))
    const { page } = await visit(
      browser,
      await hostOfBytes(path => {
        const artefact = made.get(path)
        return artefact && 'bytes' in artefact ? artefact.bytes : undefined
      }),
    )
    expect(await page.locator('.listed .item').count()).toBe(100)
    await page.getByRole('link', { name: 'Older episodes' }).click()
    await page.getByText('Page 2 of 10').first().waitFor()
    await page.getByRole('searchbox').fill('w7')
    await page.locator('.search-results').getByRole('link', { name: 'Number 7', exact: true }).click()
    expect(await page.locator('h1').innerText()).toBe('Number 7')
  })
})

/** In the browser: where the last sign of that text stands left of its first letter, or a block has it at the left. */
const signsAstray = `text => {
  const astray = []
  for (const block of document.querySelectorAll('h1, .lead, .item-summary, .prose p, .prose li'))
    if (getComputedStyle(block).textAlign !== 'right') astray.push('at the left: ' + block.outerHTML.slice(0, 120))
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node; (node = nodes.nextNode()); ) {
    const at = node.data.indexOf(text)
    if (at < 0) continue
    const boxOf = index => {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      return range.getBoundingClientRect()
    }
    const [first, last] = [boxOf(at), boxOf(at + text.length - 1)]
    if (first.width > 0 && first.top === last.top && last.left < first.left)
      astray.push(node.parentElement.outerHTML.slice(0, 120))
  }
  return astray
}`

describe.skipIf(!hasBrowser)('for everybody (WCAG 2.2)', async () => {
  const shows = {
    rich: await pagesOf(richShow({ type: 'serial' })),
    'right to left': await pagesOf(rightToLeftShow()),
    ugly: await pagesOf(uglyShow()),
  }
  const kinds = ['', '001/', '001/embed.html']
  // That nothing is there is said in the same words by every show.
  const more: Readonly<Record<string, readonly string[]>> = { rich: ['404.html'], ugly: ['002/'] }

  test.each(Object.entries(shows))(
    '%s: axe finds nothing, in light and dark; nothing is wider than a phone',
    async (name, show) => {
      const host = await hostOf(join(show.root, 'public'))
      for (const path of [...kinds, ...(more[name] ?? [])]) {
        const { page, context } = await visit(browser, host + path)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width: 1280, height: 900 })
          expect(await violationsOn(page, colorScheme), `${path} ${colorScheme}`).toEqual([])
          await page.setViewportSize({ width: 320, height: 640 })
          const seen = await page.evaluate(
            `[matchMedia('(prefers-color-scheme: ${colorScheme})').matches, document.documentElement.scrollWidth]`,
          )
          expect([path, seen]).toEqual([path, [true, 320]])
          expect(await violationsOn(page, colorScheme), `${path} ${colorScheme}, narrow`).toEqual([])
        }
        await context.close()
      }
    },
  )

  test('text of another script keeps its signs at their end, wherever a page has it', async () => {
    const text = 'English words!'
    const show = await pagesOf({
      ...rightToLeftShow(),
      'show.md': showWithPages({ language: 'ar', title: text }),
      '001.md': documentOf(
        {
          title: text,
          date: '2026-01-05',
          summary: text,
          persons: `[{ name: "${text}" }]`,
          chapters: `[{ start: "0:00", title: "${text}" }, { start: "0:30", title: "${text}" }]`,
        },
        `${text}\n\n- ${text}\n`,
      ),
      '002.md': documentOf({ title: text, date: '2026-01-06' }, 'x\n'),
    })
    const host = await hostOf(join(show.root, 'public'))
    for (const path of ['', '001/', '001/embed.html']) {
      const { page } = await visit(browser, host + path)
      if (path === '') {
        await page.getByRole('searchbox').fill('words')
        await page.locator('.search-results li').first().waitFor()
      }
      expect(await page.evaluate(`(${signsAstray})(${JSON.stringify(text)})`), path).toEqual([])
    }
  })

  test('right to left', async () => {
    const { page } = await visit(browser, `${await hostOf(join(shows['right to left'].root, 'public'))}001/`)
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
      'ar',
      'rtl',
    ])
    const [cover, title] = [
      await page.locator('.hero .cover').boundingBox(),
      await page.locator('h1').boundingBox(),
    ]
    expect(cover!.x).toBeGreaterThan(title!.x)
    // English words in between keep their own order: "5 Jan 2026", and not "Jan 2026 5".
    const published = 'getComputedStyle(document.querySelector("time")).direction'
    expect(await page.evaluate(published)).toBe('ltr')
    // A recording runs from left to right on players of every script, as its arrow keys do.
    const [play, speed] = [
      await page.locator('.play').boundingBox(),
      await page.locator('.speed').boundingBox(),
    ]
    expect(play!.x).toBeLessThan(speed!.x)
    await page.locator('.position').focus()
    await page.keyboard.press('ArrowRight')
    await until(page, "document.querySelector('.media').currentTime >= 1")
  })

  test('chapters are marked on the rail while they can be told apart', async () => {
    const { page } = await visit(browser, `${await hostOf(join(shows['right to left'].root, 'public'))}001/`)
    expect(await page.locator('.ticks i').count()).toBe(2)
    const ugly = await visit(browser, `${await hostOf(join(shows.ugly.root, 'public'))}001/`)
    expect(await ugly.page.locator('.ticks i').count()).toBe(0)
  })
})
