/** What somebody else has put into the output folder is not replaced without a word. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { goodShow } from '../support/good-show.ts'
import { showWithPages } from '../support/page-show.ts'
import { rebuild, runShow } from '../support/run.ts'
import { say } from '../support/terminal.ts'

const blog = '<rss version="2.0"><channel><title>My blog</title></channel></rss>'
const words = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ rule, place, message }) => `${rule} ${place.file}: ${message}`)

/** A show that was never built, and what is in its output folder. */
const beside = (files: Readonly<Record<string, string>>): string => {
  const root = temporaryFolder()
  writeFiles(root, files)
  writeFiles(join(root, 'episodes'), goodShow())
  return root
}

describe('the first build of a show', () => {
  test('stops before a feed of another program, and leaves everything as it is', async () => {
    const root = beside({ 'public/feed.xml': blog, 'public/index.html': 'mine' })
    const { output, diagnostics } = await rebuild(root)
    expect(output).toBeUndefined()
    expect(words(diagnostics)).toEqual([
      'output/foreign public/feed.xml: feed.xml was not written by build-feed, and the build would replace it',
    ])
    expect(readFileSync(join(root, 'public/feed.xml'), 'utf8')).toBe(blog)
    rmSync(join(root, 'public/feed.xml'))
    expect((await rebuild(root)).diagnostics).toEqual([])
    expect(readFileSync(join(root, 'public/index.html'), 'utf8')).toBe('mine')
  })

  test('names the other files that it would replace, be there a feed or not', async () => {
    const files = { 'public/cover.jpg': 'mine', 'public/001.mp3': 'mine', 'public/002.mp3': 'mine' }
    const { diagnostics } = await rebuild(beside(files))
    expect(diagnostics).toHaveLength(1)
    for (const path of Object.keys(files))
      expect(`${diagnostics[0]?.place.file} ${diagnostics[0]?.message}`).toContain(path)
    const [all] = (await rebuild(beside({ ...files, 'public/feed.xml': blog }))).diagnostics
    expect(all?.place.file).toBe('public/feed.xml')
  })

  test('lets be what has the bytes already that it wants', async () => {
    const root = beside({})
    mkdirSync(join(root, 'public'))
    writeFileSync(join(root, 'public/cover.jpg'), goodShow()['cover.jpg'] as Uint8Array)
    expect((await rebuild(root)).diagnostics).toEqual([])
  })

  test('is not taken for one where the lock is missing, as in a CI that does not keep it: the feed is ours', async () => {
    const { root } = await runShow(goodShow())
    rmSync(join(root, 'episodes/feed.lock.json'))
    writeFileSync(join(root, 'public/001.mp3'), 'cut off')
    const { output, diagnostics } = await rebuild(root)
    expect(diagnostics).toEqual([])
    expect(output?.written).toEqual(['001.mp3'])
  })
})

test('a show with a lock replaces them, and says so once', async () => {
  const root = beside({})
  const build = () => say({ cwd: root, env: { XDG_CACHE_HOME: join(root, 'cache') } })
  await build()
  writeFileSync(join(root, 'public/feed.xml'), blog)
  expect((await build()).stderr).toContain('feed.xml was not written by build-feed, and was replaced')
  expect(readFileSync(join(root, 'public/feed.xml'), 'utf8')).toContain('<generator>build-feed ')
  const { code, stderr } = await build()
  expect(code).toBe(0)
  expect(stderr).not.toContain('replaced')
})

describe('a site of somebody’s own beside the feed', () => {
  const pages = showWithPages()
  const built = async (own: Readonly<Record<string, string>>) => {
    const { root } = await runShow({ ...goodShow(), 'show.md': showWithPages({ website: 'false' }) })
    writeFiles(root, { 'episodes/show.md': pages })
    writeFiles(join(root, 'public'), own)
    return root
  }

  test.each(['index.html', '404.html', 'robots.txt', 'sitemap.xml', 'site/style.css', '001/index.html'])(
    '%s is not replaced by a page, though the feed is ours',
    async path => {
      const root = await built({ [path]: 'mine' })
      const { output, diagnostics } = await rebuild(root)
      expect(output).toBeUndefined()
      expect(words(diagnostics)).toEqual([
        `output/foreign public/${path}: ${path} was not written by build-feed, and the build would replace it`,
      ])
      expect(diagnostics[0]?.help).toContain('website: false')
      expect(readFileSync(join(root, 'public', path), 'utf8')).toBe('mine')
      rmSync(join(root, 'public', path))
      expect((await rebuild(root)).output).toBeDefined()
    },
  )

  test('pages of an earlier build are replaced by newer ones', async () => {
    const root = await built({})
    expect((await rebuild(root)).output?.written).toContain('index.html')
    writeFiles(root, { 'episodes/show.md': showWithPages({ title: 'Another name' }) })
    const { output, diagnostics } = await rebuild(root)
    expect(diagnostics).toEqual([])
    for (const path of ['index.html', '001/index.html', 'site/search-index.js', 'robots.txt'])
      expect(readFileSync(join(root, 'public', path), 'utf8')).toMatch(/build-feed/)
    expect(output?.written).toContain('001/index.html')
  })
})
