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

  const level = (inside: string): string => `<tide:level at="high">${inside}</tide:level>`
  test.each([
    ['lines that are set in', `<media:group>\n      <media:credit>Ada</media:credit>\n </media:group>`],
    ['text of several lines', level('one\n  two\n\n      three  \n')],
    ['tabs, and lines of nothing but blanks', level('\n\t<tide:metres>3</tide:metres>\n   \n')],
    [
      'several, with comments',
      `<!-- before -->\n${level('1')}${level('2')}\n   <!-- between -->  ${level('3')}\n<!-- behind -->`,
    ],
    [
      'CDATA, references and single quotes',
      `<media:text type='plain'><![CDATA[a & <b> ]]>&#233; &amp; &quot;</media:text>`,
    ],
    ['attributes that have a prefix', '<media:text tide:at="high"/><media:text></media:text>'],
    [
      'a namespace that is declared on the spot',
      '<ebb:low xmlns:ebb="https://ebb.example/ns"><ebb:at/></ebb:low>',
    ],
  ])('with elements that no field knows: %s', async (_, extra) => {
    const show = goodShow()
    const written = `extra: ${JSON.stringify(extra)}\n---\n`
    const into = (name: string): string => `${show[name]}`.replace(/\n---\n/, `\n${written}`)
    const { feed = '' } = await runShow({
      ...show,
      'show.md': into('show.md').replace('extra:', 'namespaces: { tide: https://tide.example/ns }\nextra:'),
      '001.md': into('001.md'),
    })
    expect(feed.split(extra)).toHaveLength(3)
    expect((await again(feed, 'https://show.example/feed/')).feed).toBe(feed)
  })
})
