/** A lock in a stranger's pull request: what it says of a recording that is not there decides nothing but its size, length and type. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Files } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { rebuild, runShow } from './support/run.ts'

const good = goodShow()
const moved = (audio: string): Files => ({
  ...Object.fromEntries(Object.entries(good).filter(([path]) => path !== '001.mp3')),
  '001.md': documentOf({ ...frontMatter['001.md'], audio }, 'Notes.\n'),
  [audio]: good['001.mp3']!,
})
const season: Files = {
  ...Object.fromEntries(Object.entries(good).filter(([path]) => !/^001\.(?:md|mp3)$/.test(path))),
  'season-1/001.md': good['001.md']!,
  'season-1/001.mp3': good['001.mp3']!,
}

/** The show as a CI has it, without its recordings, and with another lock. */
const withoutAudio = async (files: Files, edit: (lock: string) => string) => {
  const before = await runShow(files)
  const show = join(before.root, 'episodes')
  for (const path of Object.keys(files)) if (path.endsWith('.mp3')) rmSync(join(show, path))
  const lock = join(show, 'feed.lock.json')
  writeFileSync(lock, edit(readFileSync(lock, 'utf8')))
  return { ...before, lock }
}
const planted = (lock: string): string =>
  lock.replace(/https:\/\/show\.example\/(?=\S+\.mp3")/g, 'https://evil.example/')

describe('the host of a recording that is not there is the show’s own', () => {
  test.each([
    ['beside its episode', good],
    ['in a folder', season],
    ['named by front matter', moved('recordings/first take.mp3')],
  ])('%s: the same feed, whatever host the lock names', async (_, files) => {
    const { root, feed } = await withoutAudio(files, planted)
    const run = await rebuild(root)
    expect(run.feed).toBe(feed)
    expect(run.ids).toContain('history/enclosure-moved')
  })

  test('a frozen build stops: the lock would change', async () => {
    const { root } = await withoutAudio(good, planted)
    const run = await rebuild(root, { frozen: true })
    expect(run.output).toBeUndefined()
    expect(run.ids).toContain('lock/frozen')
  })

  test('a recording of another name at another place is none of the episode’s', async () => {
    const { root } = await withoutAudio(good, lock =>
      lock.replace('https://show.example/feed/001.mp3', 'https://evil.example/any.mp3'),
    )
    const run = await rebuild(root)
    expect(run.podcast).toBeUndefined()
    expect(run.ids).toContain('audio/missing')
  })
})

test('when the show moves to another host, its recordings move whether they are there or not', async () => {
  const elsewhere: Files = {
    ...good,
    'show.md': documentOf(
      { ...frontMatter['show.md'], audioBaseUrl: 'https://media.example/a/' },
      'Talks.\n',
    ),
  }
  const [there, absent] = [await runShow(good), await withoutAudio(good, lock => lock)]
  for (const { root } of [there, absent])
    writeFileSync(join(root, 'episodes/show.md'), elsewhere['show.md'] as string)
  const [one, other] = [await rebuild(there.root), await rebuild(absent.root)]
  expect(other.feed).toBe(one.feed)
  expect(other.feed).toContain('https://media.example/a/001.mp3')
  expect(other.podcast?.lock).toEqual(one.podcast?.lock)
})

test('a build for another address, such as a preview, leaves the audio where listeners find it', async () => {
  const { root } = await withoutAudio(good, lock => lock)
  const run = await rebuild(root, { baseUrl: 'https://preview.example/' })
  expect(run.feed).toContain('<enclosure url="https://show.example/feed/001.mp3"')
})
