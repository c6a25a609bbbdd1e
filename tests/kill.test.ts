/** Kill -9 in mid-write, at many points: the old feed is whole or the new one is, never a mixture. */

import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { mp3 } from './support/mpeg.ts'

const program = join(import.meta.dirname, '../bin/build-feed.js')

/** What a build may change, wherever it is. */
const outcome = ['public/feed.xml', 'public/001.mp3', 'public/transcripts/001.vtt', 'episodes/feed.lock.json']

/** Runs the program in `cwd`, with what tests/support/kill-at.js is to do. True where it was killed. */
const run = (
  cwd: string,
  what: { readonly KILL_AT: string } | { readonly FOUND_AT: string },
): Promise<boolean> =>
  new Promise(resolve => {
    const preload = ['--import', join(import.meta.dirname, 'support/kill-at.js')]
    const accepted = ['--accept', 'guid:001', '--accept', 'audio:001']
    const child = spawn(
      process.execPath,
      [...preload, program, '--as-of', '2026-11-24', '--quiet', ...accepted],
      {
        cwd,
        env: { ...process.env, ...what, WATCHED: JSON.stringify(outcome), NO_COLOR: '1' },
        stdio: 'ignore',
      },
    )
    child.on('exit', (_, signal) => resolve(signal === 'SIGKILL'))
  })

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
  const backToOld = () => {
    for (const path of outcome) {
      // Not in place: a file that a left-over shares would be changed with it.
      rmSync(join(root, path))
      copyFileSync(join(root, 'old', path), join(root, path))
    }
  }
  const stateOf = (path: string): string =>
    ['old', 'new'].find(which => bytesOf(path).equals(bytesOf(`${which}/${path}`))) ?? 'neither'
  const never = { KILL_AT: '0' }

  writeFiles(show, goodShow())
  version('Old title', 10)
  expect(await run(root, never)).toBe(false)
  save('old')
  version('New title', 12)
  expect(await run(root, never)).toBe(false)
  save('new')
  for (const path of outcome) expect(bytesOf(`new/${path}`).equals(bytesOf(`old/${path}`))).toBe(false)

  // What a kill at any of these moments would leave.
  backToOld()
  expect(await run(root, { FOUND_AT: join(root, 'found.json') })).toBe(false)
  const found: readonly (readonly string[])[] = JSON.parse(bytesOf('found.json').toString())
  expect(found.length).toBeGreaterThan(30)
  for (const [at, states] of found.entries()) expect(states, `at ${at + 1}`).not.toContain('neither')
  expect(found[0]).toEqual(outcome.map(() => 'old'))

  // Such kills, one after the other: each run finds what the ones before have left.
  for (let at = 1; at <= found.length; at += 7) {
    backToOld()
    expect(await run(root, { KILL_AT: String(at) }), `killed at ${at}`).toBe(true)
    for (const path of outcome) expect(stateOf(path), `${path}, killed at ${at}`).not.toBe('neither')
  }

  expect(await run(root, never)).toBe(false)
  for (const path of outcome) expect(stateOf(path), path).toBe('new')
  const left = ['public', 'episodes'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(name =>
      name.split('/').some(part => part.startsWith('.')),
    ),
  )
  expect(left).toEqual([])
})
