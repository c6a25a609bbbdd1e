/** What a preview says about the show beside its pages: problems, changes, readers, and the look. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placesIn } from '../src/diagnostic.ts'
import { differenceOf, lockState } from '../src/diff/index.ts'
import { table } from '../src/fields/index.ts'
import type { Lock } from '../src/model.ts'
import { withTheme } from '../src/preview/theme-text.ts'
import { SEVERITIES, tally } from '../src/report/counts.ts'
import { inOrder } from '../src/report/order.ts'
import { directoryNames, readersNamed, readsBy } from '../src/table/readers.ts'
import { violationsOn } from './support/axe.ts'
import { hasBrowser, openBrowser, visit } from './support/browser.ts'
import { stateOf, told } from './support/diff-feeds.ts'
import { documentOf, goodShow } from './support/good-show.ts'
import { showWithPages, textOf } from './support/page-show.ts'
import { ask, started } from './support/preview.ts'
import { richShow, rightToLeftShow } from './support/rich-show.ts'
import { runShow } from './support/run.ts'

const broken = documentOf({ title: '<b>Broken</b>', date: 'yesterday', episodeType: 'extra' }, 'x\n')

describe('problems', async () => {
  const { address, opened, edit } = await started({ '001.md': broken })
  const origin = address.slice(0, -1)
  const page = await ask(`${address}-/`)

  test('are told with the lines that they are about; what is written in them is text', () => {
    expect(page.text).toContain('This show cannot be published yet.')
    expect(page.text).toContain('<button type="button" data-finding="1-0"')
    expect(textOf(page.text)).toMatch(/date: yesterday[^\w^]+\^{9} /)
    expect(page.text).not.toContain('<b>Broken')
  })

  test('a show that never was without errors has no page but this one', async () => {
    const { status, headers } = await ask(address)
    expect([status, headers.location]).toEqual([302, '/-/'])
  })

  test('one is opened by its number, in the show as it is now, and for our own page alone', async () => {
    const done = await ask(`${address}-/open?1-0`, { origin }, '{}')
    expect([done.status, done.text]).toEqual([200, 'Opened.\n'])
    expect(opened).toEqual(['episodes/001.md:2'])
    for (const query of ['1-999', '1-x', '../../etc/passwd', '0-0', ''])
      expect((await ask(`${address}-/open?${query}`, { origin }, '{}')).status).toBeGreaterThan(400)
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin, 'sec-fetch-site': 'cross-site' },
    ])
      expect((await ask(`${address}-/open?1-0`, headers, '{}')).status).toBe(403)
    expect((await ask(`${address}-/nothing`, { origin }, '{}')).status).toBe(404)
    expect((await ask(`${address}-/open?1-0`, { origin }, '{')).status).toBe(400)
    await edit('001.md', documentOf({ title: 'Mended', date: '2026-01-05' }, 'x\n'))
    expect((await ask(`${address}-/open?1-0`, { origin }, '{}')).status).toBe(409)
    expect(opened).toHaveLength(1)
  })
})

test('problems stand in the order of the terminal, are counted as there, and open where they are', async () => {
  const { address, opened, edit } = await started({
    '001.md': documentOf({ title: '"#1 One"', date: '2026-01-05', season: '1', episode: '1' }, 'x\n'),
  })
  const { diagnostics } = await edit(
    '002.md',
    documentOf({ title: 'Tide tables', date: 'yesterday', sesaon: '1', transcript: 'none.srt' }, ''),
  )
  const told = inOrder(diagnostics)
  const ranks = told.map(({ severity }) => SEVERITIES.indexOf(severity))
  expect(new Set(ranks).size).toBe(3)
  expect(diagnostics).not.toEqual(told)
  const { text } = await ask(`${address}-/`)
  const numbers = Array.from(text.matchAll(/data-finding="(2-\d+)"/g), ([, number]) => number!)
  const rules = Array.from(text.matchAll(/<code title="[^>]*>([^<]*)<\/code>/g), ([, rule]) => rule)
  expect(rules).toEqual(told.map(({ rule }) => rule))
  expect(text).toContain(`>Problems (${placesIn(diagnostics)})</a>`)
  expect((await ask(`${address}site/preview.js`)).text).toContain(` ${tally(diagnostics)}"`)
  for (const number of numbers)
    await ask(`${address}-/open?${number}`, { origin: address.slice(0, -1) }, '{}')
  expect(opened).toEqual(told.map(({ place: { file, line } }) => `${file}:${line}`))
})

test('a rule leads to where it is explained, or says how to have it explained; to no page of the show', async () => {
  const linkIn = async (home?: string) => {
    const { address } = await started({ '001.md': broken }, { home })
    return /<code title.*?<\/code>|<a href="[^"]*#[^"]*">.*?<\/a>/.exec((await ask(`${address}-/`)).text)?.[0]
  }
  expect(await linkIn()).toMatch(/^<code title="build-feed explain ([^"]*) says why">\1<\/code>$/)
  expect(await linkIn('https://docs.example/')).toMatch(
    /^<a href="https:\/\/docs\.example\/docs\/rules\.md#[\w-]+">[\w/-]+<\/a>$/,
  )
})

test('changes are what the comparison says, as text', async () => {
  const { address } = await started()
  expect((await ask(`${address}-/changes`)).text).toContain('Nothing &lt;b&gt;changed&lt;/b&gt;.')
})

describe('against the lock', async () => {
  const { root, feed } = await runShow(goodShow())
  const lock: Lock = JSON.parse(readFileSync(join(root, 'episodes/feed.lock.json'), 'utf8'))
  // By their stems, as a show folder has them.
  const named = (xml: string) => {
    const state = stateOf(xml)
    return {
      ...state,
      episodes: state.episodes.map(one => ({
        ...one,
        name: Object.entries(lock.episodes).find(([, { guid }]) => guid === one.guid)?.[0] ?? one.name,
      })),
    }
  }
  const against = (after: string) =>
    told(differenceOf(lockState(lock, 'feed.lock.json', named(after)), named(after)))

  test('a show that stayed as it was has no changes, whatever it says beside', () => {
    expect(against(feed!)).toEqual([])
    expect(against(feed!.replace(/<itunes:author>[^<]*/, '<itunes:author>Somebody else'))).toEqual([])
  })

  test('what the lock knows is compared', () => {
    const [guid] = /<guid[^>]*>([^<]*)/.exec(feed!)!.slice(1)
    expect(against(feed!.replace(`>${guid}<`, '>new<')).join()).toContain('downloads-again')
    expect(against(feed!.replace(/length="\d+"/, 'length="500000"')).join()).toContain('audio.length')
    expect(against(feed!.replace(/<item>[\s\S]*?<\/item>/, '')).join()).toContain('lost episode')
    expect(
      against(
        feed!.replace(/<atom:link href="[^"]*"/, '<atom:link href="https://other.example/feed.xml"'),
      ).join(),
    ).toContain('finds-again feedUrl')
  })
})

describe('readers', async () => {
  const { address } = await started({
    '001.md': documentOf({ title: 'One', date: '2026-01-05', keywords: 'sea' }, 'x\n'),
  })

  test('each directory and app has a row: what it reads, ignores, and could read', async () => {
    const { text } = await ask(`${address}-/readers?001`)
    for (const name of ['Apple', 'Spotify', 'YouTube', 'Amazon', 'Podcast Index', 'AntennaPod', 'TrueFans'])
      expect(text).toContain(`<th scope="row">${name}</th>`)
    const episode = text.slice(text.indexOf('<h2>One</h2>'))
    const [, reads, ignores, missing] =
      /<th scope="row">Spotify<\/th><td>(.*?)<\/td><td>(.*?)<\/td><td>(.*?)<\/td>/.exec(episode)!
    expect(reads).toMatch(/\btitle\b/)
    expect(ignores).toMatch(/\bkeywords\b/)
    expect(missing).toMatch(/\bseason\b|\bepisode\b|\bimage\b/)
  })

  test('every word about who reads something is understood', () => {
    const vague =
      /^(?:every app(?: and directory)?|(?:most|many|some|few|new: few yet|a few)\b.*|\d+ more apps|others|some others|publishers|feed readers|WebSub hubs|some podcast apps|most directories|the (?:hosts|apps|services) .*)$/
    for (const owner of ['show', 'episode'] as const)
      for (const { element } of table.of(owner).writing) {
        if (element.readBy === undefined) continue
        const parts = element.readBy
          .replace(/,? (?:to prove who you are|it is said)$/, '')
          .split(/, | and (?!directory)/)
        const rest = parts.filter(part => !readersNamed(element.readBy!).includes(part))
        expect(rest.filter(part => !vague.test(part))).toEqual([])
      }
    expect([...directoryNames.keys()].map(name => readsBy('every app and directory', name))).toEqual(
      Array(5).fill('yes'),
    )
    expect(readsBy('Apple, most apps', 'AntennaPod')).toBe('some')
    expect(readsBy('Apple, most apps', 'Spotify')).toBe('no')
    expect(readsBy('Fountain, Podcast Addict and 9 more apps', 'Podcast Addict')).toBe('yes')
    expect(readsBy(undefined, 'Apple')).toBe('no')
  })
})

describe('the look', () => {
  const show = (theme: string) => `---\ntitle: A # the show\n${theme}link: https://x.example/\n---\nAbout.\n`
  const choice = (values: Record<string, string>, dark: Record<string, string> = {}) => ({ values, dark })

  test.each([
    [
      'nothing there',
      '',
      choice({ accent: '#800' }, { accent: '#f88' }),
      'theme:\n  accent: "#800"\n  dark:\n    accent: "#f88"\n',
    ],
    [
      'a stylesheet',
      'theme: brand.css\n',
      choice({ font: 'Georgia, serif' }),
      'theme:\n  stylesheet: brand.css\n  font: "Georgia, serif"\n',
    ],
    ['a folder', 'theme: look\n', choice({ width: '50rem' }), 'theme:\n  folder: look\n  width: 50rem\n'],
    [
      'one more',
      'theme:\n  accent: red\n',
      choice({ text: 'blue' }),
      'theme:\n  accent: red\n  text: blue\n',
    ],
    ['one less', 'theme:\n  accent: red\n  text: blue\n', choice({ text: '' }), 'theme:\n  accent: red\n'],
  ])('%s', (_, theme, chosen, outcome) => {
    const made = withTheme(show(theme), chosen)!
    expect(made).toBe(`---\ntitle: A # the show\nlink: https://x.example/\n${outcome}---\nAbout.\n`)
  })

  test('where only a value is another one, everything else stays where it is', () => {
    const text = show("theme:\n  # ours\n  accent: 'red' # loud\n  dark: { accent: pink }\n")
    expect(withTheme(text, choice({ accent: 'green' }, { accent: 'lime' }))).toBe(
      text.replace("'red'", "'green'").replace('pink', 'lime'),
    )
    expect(withTheme(text, choice({ accent: 'red' }))).toBe(text)
    expect(withTheme(show('theme:\n  accent: red\n'), choice({ accent: '' }))).toBe(show(''))
  })

  test('is written for our own page, as values and nothing else', async () => {
    const { address, root } = await started()
    const origin = address.slice(0, -1)
    const text = () => readFileSync(join(root, 'episodes/show.md'), 'utf8')
    const send = (body: unknown) => ask(`${address}-/theme`, { origin }, JSON.stringify(body))
    const before = text()
    for (const body of [
      {},
      { values: { accent: 'red; } body { display: none' }, dark: {} },
      { values: { constructor: 'x' }, dark: {} },
      { values: { accent: 1 }, dark: {} },
      { values: {}, dark: { font: 'x' } },
      { values: { accent: 'x'.repeat(70_000) }, dark: {} },
    ])
      expect(
        await send(body).then(
          ({ status }) => status,
          () => 400,
        ),
      ).toBe(400)
    expect((await send({ values: {}, dark: { accent: 'plumm' } })).text).toContain('Write `plum`.')
    expect(text()).toBe(before)
    expect((await send({ values: { accent: '#8a2be2' }, dark: {} })).text).toBe('Written to show.md.\n')
    expect(text()).toContain('theme:\n  accent: "#8a2be2"\n')
    writeFileSync(join(root, 'episodes/show.md'), `${text()}More.\n`)
  })
})

describe.skipIf(!hasBrowser)('in Chromium', async () => {
  const browser = hasBrowser ? await openBrowser() : (undefined as never)

  test('a click opens the editor; the look is seen as it is chosen, and written', async () => {
    const { address, opened, edit, root } = await started({
      'show.md': showWithPages({ website: 'false' }),
    })
    await edit('001.md', documentOf({ title: 'One', date: '2026-01-05', sesaon: '1' }, 'x\n'))
    const { page, complaints } = await visit(browser, `${address}-/`)
    await page
      .getByRole('button', { name: /^episodes\/001\.md/ })
      .first()
      .click()
    await page.getByText('Opened.').waitFor()
    expect(opened[0]).toMatch(/^episodes\/001\.md:\d+$/)
    await page.getByRole('link', { name: 'Theme' }).click()
    const shown = page.frameLocator('iframe.shown')
    await shown.getByRole('heading', { name: 'Harbour Notes' }).waitFor()
    await page.locator('#accent-light').fill('rgb(1, 2, 3)')
    const colour = () =>
      page.frames()[1]!.evaluate('getComputedStyle(document.documentElement).getPropertyValue("--accent")')
    expect(await colour()).toBe('rgb(1, 2, 3)')
    await page.getByRole('button', { name: 'Write to show.md' }).click()
    await shown.getByRole('heading', { name: 'Harbour Notes' }).waitFor()
    await expect
      .poll(() => readFileSync(join(root, 'episodes/show.md'), 'utf8'))
      .toContain('  accent: "rgb(1, 2, 3)"\n')
    expect(complaints).toEqual([])
  })

  test('axe finds nothing on the pages of the show with the button that leads here, in light and dark', async () => {
    for (const { address } of [await started(richShow()), await started(rightToLeftShow())])
      for (const path of ['', '001/', 'nothing-here/']) {
        const { page, context } = await visit(browser, address + path)
        const button = page.getByRole('complementary', { name: 'Preview' }).getByRole('link')
        await button.waitFor()
        expect(await button.innerText()).toMatch(/^Preview/)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await violationsOn(page, colorScheme), `${path} ${colorScheme}`).toEqual([])
        }
        await context.close()
      }
  })

  test('axe finds nothing on these pages, in light and dark', async () => {
    const some = await started({ '002.md': broken.replace('yesterday', '2026-01-12') })
    // Two of the pages have more to show where there is no error.
    const none = await started({})
    for (const [name, { address }] of [
      ...['', 'changes', 'readers', 'theme'].map(one => [one, some] as const),
      ...['readers', 'theme'].map(one => [one, none] as const),
    ]) {
      const { page, context } = await visit(browser, `${address}-/${name}`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await violationsOn(page, colorScheme, 'iframe'), `${name} ${colorScheme}`).toEqual([])
      }
      await context.close()
    }
  })
})
