/** What makes all else unreadable is told first, and alone where the rest would be guesswork (found.md, E20). */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { laid } from './support/lay-feed.ts'
import { say } from './support/terminal.ts'

const rulesIn = (stderr: string): readonly string[] =>
  [...stderr.matchAll(/^(?:error|warning|note)\[([^\]]+)\]/gm)].map(([, rule]) => rule!)

describe('the cause comes first', () => {
  test('of a web page where a feed was expected, alone', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'page.html': '<!doctype html><html><body><p>Log in<br></body></html>' })
    const { code, stderr } = await say({ cwd }, 'validate', 'page.html')
    expect(code).toBe(1)
    expect(rulesIn(stderr)).toHaveLength(1)
    expect(stderr).toContain('page.html is a web page, not a feed')
  })

  test.each([
    [
      'a JSON Feed',
      '\ufeff{\n  "version": "https://jsonfeed.org/version/1.1", "title": "Salt",\n  "items": [{ "content_html": "<p>Fish & <br> chips" }] }',
    ],
    ['JSON', '{"version":"https:\\/\\/example.org","shows":[]}'],
    ['JSON', '[ { "title": "One" } ]'],
    ['JSON', '{}'],
  ])('of %s where a feed was expected, alone', async (what, text) => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'feed.json': text })
    const { code, stderr } = await say({ cwd }, 'validate', 'feed.json')
    expect(code).toBe(1)
    expect(rulesIn(stderr)).toEqual(['document/root'])
    expect(stderr).toContain(`feed.json is ${what}, not RSS`)
  })

  test.each([
    ['a brace before a feed', '{"a": 1}\n'],
    ['a template before a feed', '{{ "head" }}\n'],
  ])('%s is text outside of it', async (_, before) => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'feed.xml': before + laid('') })
    const { stderr } = await say({ cwd }, 'validate', 'feed.xml')
    expect(stderr).not.toContain('document/root')
    expect(rulesIn(stderr)).toContain('document/well-formed')
  })

  test('of an episode in UTF-16', async () => {
    const cwd = temporaryFolder()
    const show = goodShow()
    const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(String(show['001.md']), 'utf16le')])
    writeFiles(join(cwd, 'episodes'), { ...show, '001.md': utf16 })
    const { stderr } = await say({ cwd }, 'validate')
    expect(rulesIn(stderr)[0]).toBe('files/encoding')
  })

  test('of a feed whose XML breaks, before all that it leads to', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, {
      'feed.xml': laid('')
        .replace('</channel>', '')
        .replace(/<language>.*?<\/language>/, ''),
    })
    const { code, stderr } = await say({ cwd }, 'validate', 'feed.xml')
    expect(code).toBe(1)
    expect(rulesIn(stderr)[0]).toBe('document/well-formed')
  })
})
