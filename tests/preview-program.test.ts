/** `build-feed preview` as a program: it opens the browser and the editor, and ends by Ctrl-C. */

import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, goodShow } from './support/good-show.ts'
import { ask } from './support/preview.ts'

const program = join(import.meta.dirname, '../bin/build-feed.js')

/** Writes down what it was called with. */
const recorder = (path: string): string => `#!/bin/sh\nprintf '%s\\n' "$*" > '${path}'\n`

test.skipIf(process.platform !== 'linux')('opens the browser, the editor, and ends by Ctrl-C', async () => {
  const root = temporaryFolder()
  const [opened, edited] = [join(root, 'opened'), join(root, 'edited')]
  writeFiles(root, { 'bin/xdg-open': recorder(opened), 'bin/myeditor': recorder(edited) })
  for (const name of ['xdg-open', 'myeditor']) chmodSync(join(root, 'bin', name), 0o755)
  writeFiles(join(root, 'episodes'), {
    ...goodShow(),
    '001.md': documentOf({ title: 'One', date: 'yesterday' }, 'x\n'),
  })
  const child = spawn(process.execPath, [program, 'preview', '--port', '0', '--open'], {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${join(root, 'bin')}${delimiter}${process.env.PATH}`,
      LAUNCH_EDITOR: join(root, 'bin/myeditor'),
      XDG_CACHE_HOME: temporaryFolder(),
    },
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const patience = { timeout: 240_000, interval: 50 }
  await vi.waitUntil(() => said.includes('\n') && existsSync(opened), patience)
  const address = said.trim()
  await vi.waitUntil(() => readFileSync(opened, 'utf8') === `${address}\n`, patience)
  const done = await ask(`${address}-/open?1-0`, { origin: address.slice(0, -1) }, '{}')
  expect(done.text).toBe('Opened episodes/001.md.\n')
  await vi.waitUntil(() => existsSync(edited) && readFileSync(edited, 'utf8') !== '', patience)
  expect(readFileSync(edited, 'utf8')).toBe(`${join(root, 'episodes/001.md')} 3 7\n`)
  child.kill('SIGINT')
  expect([await ended, existsSync(join(root, 'public'))]).toEqual([0, false])
})
