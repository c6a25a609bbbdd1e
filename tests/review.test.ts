/** `diff --review`: one page of what is new, without a script, and the recordings beside it. */

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { say } from './support/terminal.ts'

/** A show whose second episode is not published yet. */
const published = async (): Promise<string> => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), {
    ...goodShow(),
    '002.md': documentOf({ ...frontMatter['002.md'], draft: 'true' }, 'High water.\n'),
  })
  expect((await say({ cwd })).code).toBe(0)
  writeFiles(cwd, { 'live.xml': readFileSync(join(cwd, 'public/feed.xml')) })
  return cwd
}

const review = (cwd: string, ...argv: readonly string[]) =>
  say({ cwd }, 'diff', 'live.xml', ...argv, '--review', 'review')

const pageIn = (cwd: string): string => readFileSync(join(cwd, 'review/index.html'), 'utf8')

test('a title and notes of a stranger are text on it', async () => {
  const cwd = await published()
  const title = 'Tide </title><script>pwned()</script> & "tables"'
  writeFiles(join(cwd, 'episodes'), {
    '002.md': documentOf(
      {
        ...frontMatter['002.md'],
        title: JSON.stringify(title),
        chapters: '["00:00 <b>One</b>", "00:05 Two"]',
      },
      '<img src=x onerror=pwned()> [a](javascript:pwned()) <iframe src="https://evil.example/"></iframe>\n',
    ),
  })
  const { code, stderr } = await review(cwd)
  expect([code, stderr]).toEqual([0, expect.stringContaining('review/index.html')])
  const page = pageIn(cwd)
  expect(page).toContain('<h2>Tide &lt;/title&gt;&lt;script&gt;pwned()&lt;/script&gt;')
  expect(page).toContain('0:05 Two')
  expect(page).not.toMatch(/<script|<iframe|onerror|javascript:|<b>One/)
  expect(page).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; style-src/)
  const report = await new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'require-sri': 'off', 'no-inline-style': 'off' },
  }).validateString(page)
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
  ).toEqual([])
})

test('of an episode that was out, each text that reads otherwise is shown word by word', async () => {
  const cwd = await published()
  const episode = (description: string, notes: string) => ({
    '001.md': documentOf({ ...frontMatter['001.md'], description }, `${notes}\n`),
  })
  writeFiles(join(cwd, 'episodes'), episode('A light.', 'Hello all.'))
  await say({ cwd })
  writeFiles(cwd, { 'live.xml': readFileSync(join(cwd, 'public/feed.xml')) })
  writeFiles(join(cwd, 'episodes'), episode('A lamp.', 'Hello again.'))
  expect((await review(cwd)).code).toBe(0)
  const page = pageIn(cwd)
  expect(page).toContain(
    'What changes in the notes</h3>\n<p class="prose">Hello <del>all.</del><ins>again.</ins>',
  )
  expect(page).toContain(
    'What changes in the description</h3>\n<p class="prose">A <del>light.</del><ins>lamp.</ins>',
  )
  expect(page).toContain('<p>Hello again.</p>')
})

test('a show without pages gets it too, and its feed is compared as it is', async () => {
  const cwd = await published()
  writeFiles(join(cwd, 'episodes'), goodShow())
  const { stdout } = await review(cwd)
  expect(stdout).toContain('Tide tables')
  expect(stdout).not.toContain('link')
  expect(readdirSync(join(cwd, 'review')).sort()).toEqual(['1-002.mp3', 'index.html'])
  expect(readdirSync(join(cwd, 'public'))).not.toContain('index.html')
})

test('a recording that only the lock knows is played from where the feed says that it is', async () => {
  const cwd = await published()
  writeFiles(join(cwd, 'episodes'), goodShow())
  expect((await say({ cwd })).code).toBe(0)
  rmSync(join(cwd, 'episodes/002.mp3'))
  expect((await review(cwd)).code).toBe(0)
  expect(pageIn(cwd)).toContain('src="https://show.example/feed/002.mp3"')
  expect(readdirSync(join(cwd, 'review'))).toEqual(['index.html'])
})

test('where nothing is new there is no page; what is there is not overwritten; a feed has none', async () => {
  const cwd = await published()
  const nothing = await review(cwd)
  expect([nothing.code, nothing.stderr]).toEqual([0, expect.stringContaining('nothing to review')])
  expect(existsSync(join(cwd, 'review'))).toBe(false)
  writeFiles(join(cwd, 'episodes'), goodShow())
  writeFiles(cwd, { 'review/index.html': 'mine' })
  const taken = await review(cwd)
  expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining('it is there already')])
  expect(pageIn(cwd)).toBe('mine')
  const feed = await review(cwd, 'live.xml')
  expect([feed.code, feed.stderr]).toEqual([2, expect.stringContaining('--review makes a page of a show')])
})
