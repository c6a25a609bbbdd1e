/** `build-feed preview`: a server for this machine alone. */

import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasBrowser, openBrowser, visit } from './support/browser.ts'
import { documentOf, frontMatter, goodAudio } from './support/good-show.ts'
import { showWithPages } from './support/page-show.ts'
import { ask, closing, started } from './support/preview.ts'

describe('a preview', async () => {
  const { address, edit, root } = await started({
    '003.md': documentOf({ title: 'Not yet written', draft: 'true', date: '2026-02-01' }, 'Soon.\n'),
    '003.mp3': goodAudio['001.mp3'].subarray(0, goodAudio['001.mp3'].length >> 1),
    '004.md': documentOf({ title: 'Of the future', date: '2027-02-01' }, 'Later.\n'),
    '004.mp3': goodAudio['002.mp3'].subarray(0, goodAudio['002.mp3'].length >> 1),
  })

  test('shows pages, feed and what is not out yet; writes nothing', async () => {
    const show = (await ask(address)).text
    expect(show).toContain('The lighthouse keeper')
    expect(show).toMatch(/Draft<\/span>[\s\S]*Not yet written|Not yet written[\s\S]*Draft<\/span>/)
    expect(show).toContain('Scheduled</span>')
    expect((await ask(`${address}feed.xml`)).text).toContain('<rss')
    expect((await ask(`${address}001/`)).text).toContain('>Published 5 January 2026<')
    expect((await ask(`${address}nothing/here.html`)).status).toBe(404)
    expect(readdirSync(root)).toEqual(['episodes'])
    expect(existsSync(join(root, 'episodes/feed.lock.json'))).toBe(false)
  })

  test('what a draft still lacks hides no page, and is told as a build tells it; what an episode of the feed lacks does', async () => {
    const files = {
      'show.md': showWithPages({ type: 'serial' }),
      '001.md': documentOf({ ...frontMatter['001.md'], episode: '1' }, 'Notes.\n'),
      '002.md': documentOf({ ...frontMatter['002.md'], episode: '2' }, 'Notes.\n'),
      '003.md': documentOf({ title: 'Not numbered yet', draft: 'true', date: '2026-02-01' }, 'Soon.\n'),
      '003.mp3': goodAudio['001.mp3'].subarray(0, goodAudio['001.mp3'].length >> 1),
    }
    const serial = await started(files)
    expect((await ask(`${serial.address}003/`)).text).toContain('Not numbered yet</h1>')
    const problems = (await ask(`${serial.address}-/`)).text
    expect(problems).toContain('<b>Note</b> `episode` is missing')
    expect(problems).not.toContain('<b>Error</b>')
    const broken = await started({ ...files, '002.md': files['002.md'].replace(/^episode: .*\n/m, '') })
    expect((await ask(`${broken.address}-/`)).text).toContain('<b>Error</b> `episode` is missing')
  })

  test('ranges', async () => {
    const audio = readFileSync(join(root, 'episodes/001.mp3'))
    const size = audio.length
    const url = `${address}001.mp3`
    const whole = await ask(url)
    expect([whole.status, whole.headers['accept-ranges'], whole.text.length]).toEqual([200, 'bytes', size])
    const part = async (range: string) => {
      const { status, headers, text } = await ask(url, { range })
      return [status, headers['content-range'], text.length]
    }
    expect(await part('bytes=0-0')).toEqual([206, `bytes 0-0/${size}`, 1])
    expect(await part('bytes=100-')).toEqual([206, `bytes 100-${size - 1}/${size}`, size - 100])
    expect(await part('bytes=-10')).toEqual([206, `bytes ${size - 10}-${size - 1}/${size}`, 10])
    expect(await part('bytes=10-99999999')).toEqual([206, `bytes 10-${size - 1}/${size}`, size - 10])
    expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, 0])
    // Several at once, or what is no range: a server may give the whole.
    expect(await part('bytes=0-1,5-6')).toEqual([200, undefined, size])
    expect(await part('lines=1-2')).toEqual([200, undefined, size])
    expect((await ask(url, { range: 'bytes=2-5' })).text).toBe(audio.subarray(2, 6).toString('latin1'))
  })

  test('no other web page reads it', async () => {
    const { host } = new URL(address)
    const refused: Record<string, string>[] = [
      { host: 'evil.example' },
      { host: 'evil.example:80' },
      { host, origin: 'https://evil.example' },
      { host, origin: 'null' },
      { host, 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of refused) expect((await ask(address, headers)).status).toBe(403)
    expect((await ask(address, { host, origin: `http://${host}` })).status).toBe(200)
    const { headers } = await ask(address)
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  test('the address of a folder without its slash leads to that with it, as on a host', async () => {
    const { status, headers } = await ask(`${address}001`)
    expect([status, headers.location]).toEqual([302, '/001/'])
  })

  test('only what the output would have is there', async () => {
    for (const path of [
      'show.md',
      '001.md',
      '../secret',
      '..%2f..%2fetc/passwd',
      '%2e%2e/secret',
      '.git/config',
      '%',
      '%00',
    ])
      expect([400, 404]).toContain((await ask(address + path)).status)
  })

  test('with a mistake what was seen last stays, and the mistake is said', async () => {
    const broken = await edit('001.md', documentOf({ title: 'Changed', date: 'yesterday' }, 'x\n'))
    expect(broken.podcast).toBeUndefined()
    expect((await ask(`${address}001/`)).text).toContain('The lighthouse keeper')
    expect((await ask(`${address}-/`)).text).toContain('date/unreadable')
    await edit('001.md', documentOf({ title: 'Mended', date: '2026-01-05' }, 'x\n'))
    expect((await ask(`${address}001/`)).text).toContain('>Mended</h1>')
    expect((await ask(`${address}-/`)).text).not.toContain('date/unreadable')
  })

  test.skipIf(!hasBrowser)('a page that is open shows what was edited', async () => {
    const { page, complaints } = await visit(await openBrowser(), `${address}001/`)
    await edit('001.md', documentOf({ title: 'Edited <b>live</b>', date: '2026-01-05' }, 'x\n'))
    await page.getByRole('heading', { name: 'Edited <b>live</b>' }).waitFor()
    await page.getByRole('link', { name: /^Preview/ }).click()
    await page.getByRole('heading', { name: 'Problems' }).waitFor()
    expect(complaints).toEqual([])
  })
})

test('a port that is taken is an error that says so', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise(resolve => other.close(() => resolve())))
  await expect(started({}, { port: (other.address() as AddressInfo).port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

test('a show folder that goes away and comes back is followed again, and again', async () => {
  const { address, root, made } = await started()
  const show = join(root, 'episodes')
  for (const title of ['Back once', 'Back twice']) {
    const gone = made(({ files }) => files.length === 0)
    renameSync(show, join(root, 'elsewhere'))
    await gone
    const back = made(({ files }) => files.length > 0)
    renameSync(join(root, 'elsewhere'), show)
    await back
    const edited = made(({ sources }) => sources.get('episodes/001.md')?.text.includes(title) === true)
    writeFileSync(join(show, '001.md'), documentOf({ title, date: '2026-01-05' }, 'Notes.\n'))
    await edited
    expect((await ask(`${address}001/`)).text).toContain(title)
  }
})
