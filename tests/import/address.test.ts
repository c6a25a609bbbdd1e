/** `import https://…`: from a real server on loopback; packed, and cut into pages. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type AudioHost, audioHost, type Handler } from '../support/audio-host.ts'
import { temporaryFolder } from '../support/folder.ts'
import { say } from '../support/terminal.ts'
import { imported } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
const hosting = async (handle: Handler): Promise<AudioHost> => {
  const host = await audioHost(handle)
  ends.push(host.close)
  return host
}

const episodesIn = (cwd: string): readonly string[] =>
  readdirSync(join(cwd, 'episodes'))
    .filter(name => /^\d/.test(name))
    .toSorted()

const paged = (pages: Readonly<Record<string, string>>): Promise<AudioHost> =>
  hosting((request, response) => {
    const page = pages[request.url ?? '']
    if (page === undefined) response.writeHead(404).end()
    else response.end(page)
  })
const page = (items: readonly string[], next?: string): string =>
  oldFeed({ items, channel: next === undefined ? '' : `<atom:link rel="next" href="${next}"/>` })

describe('a feed by its address', () => {
  test('becomes a show', async () => {
    const host = await hosting((_, response) => response.end(oldFeed({ items: [oldItem(1)] })))
    const cwd = temporaryFolder()
    const said = await say({ cwd }, 'import', '--allow-private', `${host.origin}/salt.xml`, 'talks')
    expect(said.code).toBe(0)
    expect(readFileSync(join(cwd, 'talks/001-talk-1.md'), 'utf8')).toContain('title: Talk 1')
  })

  test('of this machine is not read unless it is allowed', async () => {
    const host = await hosting((_, response) => response.end(oldFeed({ items: [] })))
    const said = await say({ cwd: temporaryFolder() }, 'import', host.origin)
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('--allow-private')
  })

  test('is followed from page to page, and what stands on two of them is taken once', async () => {
    const host = await paged({
      '/1.xml': page([oldItem(4), oldItem(3)], '/2.xml'),
      '/2.xml': page([oldItem(3), oldItem(2)], '/3.xml'),
      '/3.xml': page([oldItem(1)], '/1.xml'),
    })
    const cwd = temporaryFolder()
    expect((await say({ cwd }, 'import', '--allow-private', `${host.origin}/1.xml`)).code).toBe(0)
    expect(episodesIn(cwd)).toEqual(['001-talk-1.md', '002-talk-2.md', '003-talk-3.md', '004-talk-4.md'])
    expect(readFileSync(join(cwd, 'episodes/show.md'), 'utf8')).not.toContain('pages')
  })

  test('whose further pages need repairs says so of each', async () => {
    const host = await paged({
      '/1.xml': page([oldItem(2)], '/2.xml'),
      '/2.xml': page([oldItem(1).replace('Talk 1', 'Talk&nbsp;1 & 2')]),
    })
    const said = await say(
      { cwd: temporaryFolder() },
      ...['import', '--lenient', '--allow-private', `${host.origin}/1.xml`],
    )
    expect(said.code, said.stderr).toBe(0)
    expect(said.stderr).toMatch(/line \d+ of http:\S+\/2\.xml: &nbsp; is known to HTML/)
    expect(said.stderr).toMatch(/line \d+ of http:\S+\/2\.xml: a bare &/)
  })

  test('of which a page is missing is not half a show', async () => {
    const host = await paged({ '/1.xml': page([oldItem(2)], '/2.xml') })
    const cwd = temporaryFolder()
    const said = await say({ cwd }, 'import', '--allow-private', `${host.origin}/1.xml`)
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('/2.xml')
    expect(readdirSync(cwd)).toEqual([])
  })
})

test('a feed that is packed is unpacked', async () => {
  const show = await imported(gzipSync(oldFeed({ items: [oldItem(1)] })))
  expect(show.code).toBe(0)
  expect(episodesIn(show.cwd)).toEqual(['001-talk-1.md'])
})

test('a bomb is no feed', async () => {
  const show = await imported(gzipSync(Buffer.alloc(70 * 1024 * 1024)))
  expect(show.code).toBe(1)
})

describe('of a page in a file it is said where the others are', () => {
  const linked = (...rels: readonly string[]) =>
    imported({
      items: [oldItem(1)],
      channel: rels.map(rel => `<atom:link rel="${rel}" href="https://old.example/${rel}.xml"/>`).join(''),
    })

  test('one that goes on', async () => {
    const { stderr } = await linked('first', 'next')
    expect(stderr).toContain('one page of several; import it by its address')
  })

  test.each(['prev', 'previous'])('one that is not the first: %s', async rel => {
    const { stderr } = await linked(rel)
    expect(stderr).toContain('one page of several, and not the first; import the first one by its address')
  })

  test('a feed that names itself as its first and last page is all of it', async () => {
    expect((await linked('first', 'last', 'current')).stderr).not.toContain('page')
  })
})
