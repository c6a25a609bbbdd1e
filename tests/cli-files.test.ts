/** `validate episodes/001.md`: an episode is judged in its show, and what is said is about that file. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Example } from '../src/diagnostic.ts'
import { reporters } from '../src/report/index.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { lay } from './support/lay.ts'
import { say } from './support/terminal.ts'

const showIn = (example: Example, more: Files = {}): string => {
  const root = temporaryFolder()
  writeFiles(join(root, 'episodes'), { ...lay(example).files, ...more })
  return root
}

const validate = async (cwd: string, ...argv: string[]) => {
  const { code, stderr } = await say({ cwd }, 'validate', ...argv, '--reporter', 'compact')
  const rules = stderr
    .split('\n')
    .filter(Boolean)
    .map(line => line.replace(/^([^:]*)\S* \w+ (\S+).*/, '$1 $2'))
  return { code, rules }
}

const bad = { '001.md': 'sesaon: 1\nepisode: x', '002.md': 'date: 2026-02-30' }

describe('one file', () => {
  test('only what is about it is said, and decides', async () => {
    const cwd = showIn(bad)
    expect(await validate(cwd, 'episodes/001.md')).toEqual({
      code: 1,
      rules: ['episodes/001.md front-matter/number', 'episodes/001.md front-matter/unknown-key'],
    })
    expect(await validate(showIn({ ...bad, '001.md': 'episode: 1' }), 'episodes/001.md')).toEqual({
      code: 0,
      rules: [],
    })
  })

  test('what is found in its recording, its picture and its transcript is about it', async () => {
    const files = { '001.mp3': '!m4a 10', '001.jpg': '!jpeg 100', '001.vtt': 'no transcript' }
    const { rules } = await validate(showIn(files), 'episodes/001.md')
    expect(new Set(rules.map(line => line.split(' ')[0]))).toEqual(
      new Set(['episodes/001.mp3', 'episodes/001.jpg', 'episodes/001.vtt']),
    )
    expect((await validate(showIn(files), 'episodes/002.md')).rules).toEqual([])
  })

  test('it is judged in its show: with the fields of show.md, beside the other episodes', async () => {
    const serial = { 'show.md': 'type: serial', '001.md': '- episode\nguid: g', '002.md': 'guid: g' }
    // Of a guid that two have, both are told.
    expect(await validate(showIn(serial), 'episodes/001.md')).toEqual({
      code: 1,
      rules: ['episodes/001.md episode/number-serial', 'episodes/002.md episode/guid-unique'],
    })
  })

  test('what is wrong in show.md is said where it stands in the way, and not where it does not', async () => {
    const cwd = showIn({ 'show.md': '- title\nsutitle: x' })
    expect(await validate(cwd, 'episodes/001.md')).toEqual({
      code: 1,
      rules: ['episodes/show.md front-matter/required'],
    })
    expect((await validate(showIn({ 'show.md': 'image: none.jpg' }), 'episodes/001.md')).rules).toEqual([])
  })

  test('what many have is said of the one that is asked for', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [
        `1${i}.md`,
        `!text ---\ntitle: Fog ${'abcdefgh'[i]}\ndate: 2026-02-1${i}\nlayout: post\nlink: https://show.example/1${i}\nseason: 1\nmood: wet\n---\n`,
      ]),
    )
    const audio = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`1${i}.mp3`, `!mp3 1${i}`]))
    const { rules } = await validate(showIn({ ...many, ...audio }), 'episodes/17.md')
    expect(rules).toEqual(
      ['episode/description-missing', 'front-matter/site-key', 'front-matter/unknown-key'].map(
        rule => `episodes/17.md ${rule}`,
      ),
    )
  })

  test('one that cannot be read at all', async () => {
    const cwd = showIn({}, { '001.md': Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1') })
    expect(await validate(cwd, 'episodes/001.md')).toEqual({
      code: 1,
      rules: ['episodes/001.md files/encoding'],
    })
  })

  test('a draft is heard of', async () => {
    const cwd = showIn({ '001.md': 'draft: true\nepisode: x' })
    expect(await validate(cwd, 'episodes/001.md')).toEqual({
      code: 0,
      rules: ['episodes/001.md front-matter/number'],
    })
  })

  test('from wherever, however it is written', async () => {
    const cwd = showIn(bad)
    for (const [place, word, file] of [
      ['', './episodes/001.md', 'episodes/001.md'],
      ['episodes', '001.md', '001.md'],
      ['', join(cwd, 'episodes/001.md'), 'episodes/001.md'],
    ] as const)
      expect((await validate(join(cwd, place), word)).rules[0]).toBe(`${file} front-matter/number`)
  })

  test('one in a folder below the show belongs to the show', async () => {
    const text =
      '---\ntitle: Fog\ndate: 2026-01-01\nseason: 1\nlink: https://show.example/0\nsesaon: 1\n---\nFog.\n'
    const cwd = showIn({ '2/001.mp3': '!mp3 12' }, { '2/001.md': text })
    expect(await validate(cwd, 'episodes/2/001.md')).toEqual({
      code: 0,
      rules: ['episodes/2/001.md front-matter/unknown-key'],
    })
  })
})

test('several files, of several shows, and show.md', async () => {
  const root = temporaryFolder()
  for (const name of ['a', 'b']) writeFiles(join(root, name), lay({ ...bad, 'show.md': 'sutitle: x' }).files)
  const { rules } = await validate(root, 'a/001.md', 'a/show.md', 'b/002.md')
  expect(rules).toEqual([
    'a/001.md front-matter/number',
    'a/001.md front-matter/unknown-key',
    'a/show.md front-matter/unknown-key',
    'b/002.md date/unreadable',
  ])
})

test.each(reporters.map(({ name }) => name))('reporter %s', async name => {
  const cwd = showIn(bad)
  const { code, stdout, stderr } = await say({ cwd }, 'validate', 'episodes/001.md', '--reporter', name)
  expect(code).toBe(1)
  expect(stdout + stderr).toContain('episodes/001.md')
  expect(stdout + stderr).not.toMatch(/002\.md|: ready|in the way/)
  const good = await say({ cwd: showIn({}) }, 'validate', 'episodes/001.md', '--reporter', name)
  expect(good.code).toBe(0)
})

test('of a good one it is said that there is no problem, and not that the show is ready', async () => {
  const { stdout, stderr } = await say(
    { cwd: showIn({ '002.md': 'date: x' }) },
    'validate',
    'episodes/001.md',
  )
  expect(stdout + stderr).toBe('No problems in 1 episode.\n')
  const show = await say({ cwd: showIn({}) }, 'validate', 'episodes/show.md')
  expect(show.stdout + show.stderr).toBe('No problems.\n')
})

test('--fix repairs that file only', async () => {
  const cwd = showIn({ 'show.md': 'authro: Ada', '001.md': 'sesaon: 1', '002.md': 'sesaon: 1' })
  const before = readFileSync(join(cwd, 'episodes/002.md'), 'utf8')
  const { stderr } = await say({ cwd }, 'validate', '--fix', 'episodes/001.md')
  expect(stderr).not.toContain('002.md')
  expect(readFileSync(join(cwd, 'episodes/002.md'), 'utf8')).toBe(before)
  expect(readFileSync(join(cwd, 'episodes/show.md'), 'utf8')).toContain('authro')
})

describe('what is no episode', () => {
  test.each([
    ['episodes/003.md', 'there is no file episodes/003.md; did you mean episodes/001.md?'],
    ['episodes/_001.md', 'episodes/_001.md is not an episode'],
    ['episodes/README.md', 'episodes/README.md is not an episode'],
    ['lonely.md', 'lonely.md is not in a show: there is no show.md in its folder, nor in one above it'],
    [
      'episodes/001.mp3',
      'episodes/001.mp3 is not a feed; it is checked with its episode: `build-feed validate episodes/001.md`',
    ],
    ['episodes/001.de.vtt', '`build-feed validate episodes/001.md`'],
    ['episodes/cover.jpg', 'episodes/cover.jpg is not a feed; it is checked with its episode\n'],
  ])('%s', async (word, message) => {
    const cwd = showIn({}, { '_001.md': 'x', 'README.md': 'x', '001.de.vtt': 'WEBVTT\n' })
    writeFiles(cwd, { 'lonely.md': 'x' })
    const { code, stderr } = await say({ cwd }, 'validate', word)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})
