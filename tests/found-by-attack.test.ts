/** What an attack on the whole program found, each as its kind. */

import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placesIn } from '../src/load/front-matter/place.ts'
import { github } from '../src/report/github.ts'
import { create } from '../src/write/create.ts'
import { options, sample } from './report/sample.ts'
import { temporaryFolder } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { growth, LINEAR } from './support/growth.ts'
import { rebuild, runShow } from './support/run.ts'

test('places of many findings on one long line take time in proportion', () => {
  const spans = (size: number) => Array.from({ length: size }, (_, i) => `{name: a${i}, role: zzz},`).join('')
  const all = (text: string): void => {
    const at = placesIn('a.md', text)
    for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) at(start, start + 5)
  }
  expect(growth(spans, 4000, all)).toBeLessThan(LINEAR)
})

describe('a file that cannot be looked at is told, and is no mistake of ours', () => {
  test.each([
    ['below a file', (root: string) => join(root, 'file', 'show.md')],
    ['behind a link to itself', (root: string) => join(root, 'loop', 'show.md')],
    ['under a name that is too long', (root: string) => join(root, 'x'.repeat(300), 'show.md')],
  ])('%s', (_, pathIn) => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'file'), '')
    symlinkSync('loop', join(root, 'loop'))
    expect(create([{ path: pathIn(root), text: 'x' }])?.reason).toMatch(/\w/)
  })
})

describe('a lock that was tampered with is damaged', () => {
  const entry = {
    guid: 'a',
    url: 'https://show.example/feed/001.mp3',
    bytes: 1,
    type: 'audio/mpeg',
    duration: 1,
  }
  const lockWith = (change: object, podcastGuid = 'a75dd98a-2939-5fcd-bbb1-8344f3316575') =>
    JSON.stringify({
      version: 2,
      podcastGuid,
      episodes: { '001': { ...entry, fingerprint: 'abcdefgh', pubDate: '2026-01-05T05:00:00Z', ...change } },
    })

  test.each([
    ['an address that is none of the web', lockWith({ url: 'javascript:alert(1)' })],
    ['a type of a page', lockWith({ type: 'text/html' })],
    ['a guid with a control character', lockWith({ guid: 'x\u0001' })],
    ['a guid with space around it', lockWith({ guid: ' x ' })],
    ['a podcast:guid that is no UUID', lockWith({}, 'not a uuid <x>')],
  ])('%s', async (_, lock) => {
    const { ids, feed } = await runShow({ ...goodShow(), 'feed.lock.json': lock })
    expect(ids).toContain('lock/damaged')
    expect(feed).toBeUndefined()
  })
})

test('a log gets no control characters from the name of a file', () => {
  const [one] = sample.diagnostics
  const place = { file: 's/a\u001b[31mb\u202e.md', line: 1 }
  const text = github.render({ ...sample, diagnostics: [{ ...one!, place }] }, options())
  expect(text).toContain('s/a')
  expect(text).not.toMatch(/[\u001b\u202e]/)
})

describe.runIf(sep === '/')(
  'an episode of any name that a disk has, with a page, is built again and again',
  () => {
    test.each(['Ep 1: hello', 'back\\slash', 'new\nline', 'a*b?', 'trailing '])('%j.md', async name => {
      const { '001.md': text, '001.mp3': sound, 'show.md': show, ...others } = goodShow()
      const { root } = await runShow({
        ...others,
        'show.md': String(show).replace('---\n', '---\nwebsite: true\n'),
        [`${name}.md`]: String(text),
        [`${name}.mp3`]: sound!,
      })
      expect(Object.keys(readLock(root))).toContain('page')
      const again = await rebuild(root)
      expect(again.ids).not.toContain('lock/damaged')
      expect(again.feed).toBeDefined()
    })

    const readLock = (root: string): object => {
      const lock = JSON.parse(readFileSync(join(root, 'episodes/feed.lock.json'), 'utf8'))
      return Object.values<object>(lock.episodes)[0]!
    }
  },
)
