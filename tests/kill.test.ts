/** Kill -9 in mid-write, at many points: the old feed is whole or the new one is, never a mixture. */

import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { mp3 } from './support/mpeg.ts'

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
        '--accept',
        'audio:001',
      ],
      { cwd, env: { ...process.env, KILL_AT: String(at), NO_COLOR: '1' }, stdio: 'ignore' },
    )
    child.on('exit', (_, signal) => resolve(signal === 'SIGKILL'))
  })

/** What a build may change, wherever it is. */
const outcome = ['public/feed.xml', 'public/001.mp3', 'public/transcripts/001.vtt', 'episodes/feed.lock.json']

test('a build that is killed leaves the old feed or the new one, whole, and the next build cleans up', async () => {
  const root = temporaryFolder()
  const show = join(root, 'episodes')
  const bytesOf = (path: string) => readFileSync(join(root, path))
  const version = (text: string, seconds: number) =>
    writeFiles(show, {
      '001.md': documentOf(
        { ...frontMatter['001.md'], title: text, guid: text.replace(' ', '-') },
        `${'Notes. '.repeat(400)}\n`,
      ),
      '001.mp3': mp3({ seconds }),
      '001.srt': `1\n00:00:00,000 --> 00:00:04,000\n${text}\n`,
    })
  const save = (to: string) => {
    for (const path of outcome) {
      mkdirSync(join(root, to, path, '..'), { recursive: true })
      copyFileSync(join(root, path), join(root, to, path))
    }
  }
  writeFiles(show, goodShow())
  version('Old title', 10)
  expect(await runAndKill(root, 0)).toBe(false)
  save('old')
  version('New title', 12)
  expect(await runAndKill(root, 0)).toBe(false)
  save('new')
  for (const path of outcome) expect(bytesOf(`new/${path}`).equals(bytesOf(`old/${path}`))).toBe(false)

  let killed = 0
  for (let at = 1; at < 200; at++) {
    for (const path of outcome) {
      // Not in place: a file that a left-over shares would be changed with it.
      rmSync(join(root, path))
      copyFileSync(join(root, 'old', path), join(root, path))
    }
    if (!(await runAndKill(root, at))) break
    killed++
    for (const path of outcome) {
      const now = bytesOf(path)
      const isWhole = ['old', 'new'].some(which => now.equals(bytesOf(`${which}/${path}`)))
      expect(isWhole, `${path}, killed at ${at}`).toBe(true)
    }
  }
  expect(killed).toBeGreaterThan(30)
  expect(killed).toBeLessThan(199)

  expect(await runAndKill(root, 0)).toBe(false)
  for (const path of outcome) expect(bytesOf(path).equals(bytesOf(`new/${path}`)), path).toBe(true)
  const left = ['public', 'episodes'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(name =>
      name.split('/').some(part => part.startsWith('.')),
    ),
  )
  expect(left).toEqual([])
})
