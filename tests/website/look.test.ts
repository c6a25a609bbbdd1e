/** How pages look that have little to show, in a real browser. */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasBrowser, hostOf, openBrowser, visit } from '../support/browser.ts'
import { documentOf } from '../support/good-show.ts'
import { pagesOf } from '../support/page-show.ts'

const browser = hasBrowser ? await openBrowser() : (undefined as never)

describe.skipIf(!hasBrowser)('in Chromium', async () => {
  const { root } = await pagesOf({
    '001.md': documentOf(
      { title: 'One', date: '2026-01-05', summary: 'Many a word. '.repeat(40).trim() },
      '.\n',
    ),
  })
  const host = await hostOf(join(root, 'public'))

  test('on a phone a summary in a list has four lines, and the search the whole width', async () => {
    const { page } = await visit(browser, host, { viewport: { width: 390, height: 844 } })
    const lines = await page.evaluate(
      "Math.max(...[...document.querySelectorAll('.item-summary')].map(one => one.clientHeight / parseFloat(getComputedStyle(one).lineHeight)))",
    )
    expect(lines).toBeLessThan(4.1)
    const [search, list] = [
      await page.locator('.search').boundingBox(),
      await page.locator('.listed').boundingBox(),
    ]
    expect(search!.width).toBe(list!.width)
  })

  test('without artwork no blank takes its place, and the words begin at the edge', async () => {
    const { page } = await visit(browser, host)
    await page.evaluate("document.querySelector('.hero .cover').outerHTML = '<span class=\"cover\"></span>'")
    const [title, list] = [
      await page.locator('h1').boundingBox(),
      await page.locator('.listed').boundingBox(),
    ]
    expect(title!.x).toBe(list!.x)
  })

  test('where nobody knows how long a recording is, no length is shown', async () => {
    const { page } = await visit(browser, `${host}001/`)
    await page.locator('.controls').waitFor()
    expect(await page.locator('.total').innerText()).toBe('0:10')
    const unknown = await visit(browser, `${host}001/`, {}).then(({ page }) => page)
    await unknown.route('**/*.mp3', route => route.abort())
    await unknown.route('**/001/', async route => {
      const response = await route.fetch()
      const body = (await response.text()).replace('data-seconds="10"', 'data-seconds="0"')
      await route.fulfill({ response, body })
    })
    await unknown.reload()
    await unknown.locator('.controls').waitFor()
    expect(await unknown.locator('.position').getAttribute('aria-valuetext')).toBe('0:00')
    expect(await unknown.locator('.total').innerText()).toBe('')
  })
})
