/** A page that would be made of what it was made of before is not rendered again, and what is written is what a full build writes. */

import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type * as liquid from '../../src/website/liquid.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { documentOf, goodShow } from '../support/good-show.ts'
import { showWithPages } from '../support/page-show.ts'
import fc from '../support/property.ts'
import { richShow } from '../support/rich-show.ts'
import { say } from '../support/terminal.ts'

/** A cache inside of a project is not trusted. */
const cache = temporaryFolder()

/** The names of templates, as they are rendered. */
const rendered: string[] = []
vi.mock('../../src/website/liquid.ts', async original => {
  const { telling } = await import('../support/rendered.ts')
  return telling(await original<typeof liquid>(), name => rendered.push(name))
})

const built = async (root: string, ...flags: readonly string[]): Promise<readonly string[]> => {
  rendered.length = 0
  const world = { cwd: root, env: { XDG_CACHE_HOME: cache } }
  const said = await say(world, '--no-audio', ...flags)
  expect(said.code, said.stderr).toBe(0)
  return rendered.filter(name => ['show', 'episode', 'embed'].includes(name)).sort()
}

const pagesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )

const started = () => {
  const root = temporaryFolder()
  writeFiles(join(root, 'episodes'), {
    ...goodShow(),
    ...richShow(),
    '002.md': documentOf({ title: 'Two', date: '2026-01-12', summary: 'What lists say.' }, 'Notes.\n'),
  })
  return root
}

describe('after a build', () => {
  test('only what an edit is seen on is rendered again', async () => {
    const root = started()
    const path = join(root, 'episodes/002.md')
    const all = await built(root)
    expect(all.filter(name => name === 'episode').length).toBeGreaterThan(1)
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nOne line more, in the notes.\n`)
    expect(await built(root)).toEqual(['episode'])
    const page = readFileSync(join(root, 'public/002/index.html'), 'utf8')
    expect(page).toContain('One line more')
  })

  test('a page that somebody has changed or removed is made again', async () => {
    const root = started()
    await built(root)
    const page = join(root, 'public/001/index.html')
    const before = readFileSync(page, 'utf8')
    writeFileSync(page, before.replace('</h1>', '!</h1>'))
    expect(await built(root)).toContain('episode')
    expect(readFileSync(page, 'utf8')).toBe(before)
    renameSync(page, `${page}.old`)
    await built(root)
    expect(readFileSync(page, 'utf8')).toBe(before)
  })

  test('--check and --no-cache look at every page', async () => {
    const root = started()
    const all = await built(root)
    expect(await built(root, '--no-cache')).toEqual(all)
  })
})

test('whatever is changed, what is written is what a build from nothing writes', async () => {
  const change = fc.record({
    show: fc.constantFrom<Record<string, string>>(
      {},
      { title: 'Other' },
      { language: 'de' },
      { theme: '{ accent: red }' },
      { messages: '{ recent: "New in {show}" }' },
      { complete: 'true' },
      { block: 'true' },
      { listings: 'https://pca.st/x' },
      { baseUrl: 'https://show.example/under/' },
    ),
    title: fc.constantFrom('One', 'Two & <three>'),
    notes: fc.constantFrom('x', 'y\n\n## z'),
    extra: fc.constantFrom<Record<string, string>>(
      {},
      { season: '2', episode: '3' },
      { overview: 'More' },
      { draft: 'true' },
    ),
  })
  const laid = ({ show, title, notes, extra }: typeof change extends fc.Arbitrary<infer T> ? T : never) => ({
    ...goodShow(),
    'show.md': showWithPages(show),
    '001.md': documentOf({ title: JSON.stringify(title), date: '2026-01-05', ...extra }, `${notes}\n`),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 4 }), async changes => {
      const root = temporaryFolder()
      for (const one of changes) {
        writeFiles(join(root, 'episodes'), laid(one))
        // What has been published under another address is another matter.
        rmSync(join(root, 'episodes/feed.lock.json'), { force: true })
        rmSync(join(root, 'public/feed.xml'), { force: true })
        await built(root)
        const kept = pagesIn(join(root, 'public'))
        await built(root, '--no-cache', '--out', 'fresh')
        const fresh = pagesIn(join(root, 'fresh'))
        for (const path of Object.keys(fresh)) expect([path, kept[path]]).toEqual([path, fresh[path]])
        rmSync(join(root, 'fresh'), { recursive: true })
      }
    }),
    { numRuns: 8 },
  )
})
