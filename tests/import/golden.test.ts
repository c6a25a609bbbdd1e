/** Our own feeds: what is built of an import of them is the same feed, byte for byte. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importShow } from '../../src/import/index.ts'
import { temporaryFolder } from '../support/folder.ts'
import { goodShow } from '../support/good-show.ts'
import { now, rebuild, runShow } from '../support/run.ts'

const again = async (
  feed: string,
  baseUrl: string,
): Promise<{ readonly feed: string; readonly names: readonly string[] }> => {
  const root = temporaryFolder()
  const location = join(root, 'episodes')
  const result = await importShow({
    bytes: Buffer.from(feed),
    file: 'feed.xml',
    location,
    folder: 'episodes',
    baseUrl,
    now,
    generator: 'build-feed test',
    processId: process.pid,
  })
  expect(result.kind).toBe('imported')
  const run = await rebuild(root, { frozen: true })
  expect(run.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return { feed: run.feed ?? '', names: readdirSync(location).toSorted() }
}

const notes = `## Links

- [One](https://one.example/), *two* and **three**
- \`code\` & more

> A quote, with a line
> that goes on.

| a | b |
|---|---|
| 1 | <sub>2</sub> |

\`\`\`
x < y
\`\`\`
`

describe('a feed of our own', () => {
  test('the good show', async () => {
    const { feed = '' } = await runShow(goodShow())
    const built = await again(feed, 'https://show.example/feed/')
    expect(built.feed).toBe(feed)
    // Its files are called as they were.
    expect(built.names).toEqual(expect.arrayContaining(['001.md', '002.md']))
  })

  test('with notes of every kind', async () => {
    const show = goodShow()
    const { feed = '' } = await runShow({ ...show, '001.md': `${show['001.md']}\n${notes}` })
    expect(feed).toContain('<blockquote>')
    expect((await again(feed, 'https://show.example/feed/')).feed).toBe(feed)
  })
})
