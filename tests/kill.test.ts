/** Kill -9 in mid-write, at many points: the old feed is whole or the new one is, never a mixture. */

import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'

const program = join(import.meta.dirname, '../bin/build-feed.js')

/** Runs the program and kills it when it makes its nth system call of the kind that changes files. */
const runAndKill = (cwd: string, at: number): Promise<boolean> =>
  new Promise(resolve => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        join(import.meta.dirname, 'support/kill-at.js'),
        program,
        '--as-of',
        '2026-11-24',
        '--quiet',
        '--accept',
        'guid:001',
      ],
      { cwd, env: { ...process.env, KILL_AT: String(at), NO_COLOR: '1' }, stdio: 'ignore' },
    )
    child.on('exit', (_, signal) => resolve(signal === 'SIGKILL'))
  })

test('a build that is killed leaves the old feed or the new one, whole, and the next build cleans up', async () => {
  const root = temporaryFolder()
  const show = join(root, 'episodes')
  const feed = () => readFileSync(join(root, 'public/feed.xml'), 'utf8')
  const title = (text: string) =>
    writeFileSync(
      join(show, '001.md'),
      documentOf(
        { ...frontMatter['001.md'], title: text, guid: text.replace(' ', '-') },
        `${'Notes. '.repeat(400)}\n`,
      ),
    )
  writeFiles(show, goodShow())
  title('Old title')
  expect(await runAndKill(root, 0)).toBe(false)
  const old = feed()
  const oldLock = readFileSync(join(show, 'feed.lock.json'), 'utf8')
  title('New title')
  expect(await runAndKill(root, 0)).toBe(false)
  const fresh = feed()
  const freshLock = readFileSync(join(show, 'feed.lock.json'), 'utf8')
  expect(fresh).not.toBe(old)

  let killed = 0
  for (let at = 1; at < 60; at++) {
    writeFileSync(join(root, 'public/feed.xml'), old)
    writeFileSync(join(show, 'feed.lock.json'), oldLock)
    if (!(await runAndKill(root, at))) break
    killed++
    expect([old, fresh]).toContain(feed())
    expect([oldLock, freshLock]).toContain(readFileSync(join(show, 'feed.lock.json'), 'utf8'))
  }
  expect(killed).toBeGreaterThan(5)

  expect(await runAndKill(root, 0)).toBe(false)
  expect(feed()).toBe(fresh)
  const left = [...readdirSync(join(root, 'public')), ...readdirSync(show)].filter(name =>
    name.startsWith('.'),
  )
  expect(left).toEqual([])
}, 120_000)
