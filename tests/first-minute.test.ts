/** The first minute, as the README shows it: each command is run, and prints that. */

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './support/folder.ts'

const root = join(import.meta.dirname, '..')

test('the transcript in the README is what the commands print', () => {
  const [, shown = ''] = /<!-- first minute -->\n```console\n([\s\S]*?)```/.exec(
    readFileSync(join(root, 'README.md'), 'utf8'),
  )!
  const cwd = temporaryFolder()
  const env = { ...process.env, TZ: 'UTC', CI: '', GITHUB_ACTIONS: '', FORCE_COLOR: '0' }
  const commands = [...shown.matchAll(/^\$ build-feed (.*)$/gm)].map(([, words]) => words!)
  expect(commands.length).toBeGreaterThan(2)
  const said = commands.map(words => {
    const argv = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
    const done = spawnSync(process.execPath, [join(root, 'bin/build-feed.js'), ...argv], {
      cwd,
      env,
      encoding: 'utf8',
    })
    expect(done.status, done.stderr).toBe(0)
    return `$ build-feed ${words}\n${done.stdout}${done.stderr}`
  })
  // The day is that of whoever runs it.
  const withoutDays = (text: string): string => text.replace(/\d{4}-\d{2}-\d{2}/g, 'DAY')
  expect(withoutDays(said.join(''))).toBe(withoutDays(shown))
})
