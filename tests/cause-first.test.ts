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
