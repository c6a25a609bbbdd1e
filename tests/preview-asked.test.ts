/** A preview of a thousand episodes is looked at page by page: what nobody asks for is not made. */

import { expect, test, vi } from 'vitest'
import type * as feed from '../src/render/feed.ts'
import type * as liquid from '../src/website/liquid.ts'
import { documentOf } from './support/good-show.ts'
import { ask, started } from './support/preview.ts'

const { made } = vi.hoisted(() => ({ made: [] as string[] }))
vi.mock('../src/website/liquid.ts', async original => {
  const { telling } = await import('./support/rendered.ts')
  return telling(await original<typeof liquid>(), name => made.push(name))
})
vi.mock('../src/render/feed.ts', async original => {
  const real = await original<typeof feed>()
  return {
    ...real,
    renderFeed: (...given: Parameters<typeof feed.renderFeed>) => {
      made.push('feed')
      return real.renderFeed(...given)
    },
  }
})

const since = (): readonly string[] =>
  made.splice(0).filter(name => ['show', 'episode', 'embed', 'feed'].includes(name))

test('a page and the feed are made when they are asked for, each once, and anew after an edit', async () => {
  const { address, edit } = await started()
  expect(since()).toEqual([])
  await ask(`${address}001/`)
  await ask(`${address}001/`)
  expect(since()).toEqual(['episode'])
  await ask(`${address}feed.xml`)
  expect(since()).toEqual(['feed'])
  await edit('001.md', documentOf({ title: 'Changed', date: '2026-01-05' }, 'Other words.\n'))
  expect(since()).toEqual([])
  expect((await ask(`${address}001/`)).text).toContain('>Changed</h1>')
  expect((await ask(`${address}feed.xml`)).text).toContain('Changed')
  expect(since()).toEqual(['episode', 'feed'])
})
