/** What word processors put in: where a value has a form, one finding with its repair; in a text, it is right. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { say } from './support/terminal.ts'

interface Told {
  readonly rule: string
  readonly message: string
  readonly help?: string
  readonly fix?: object
}

const withField = (file: string, written: string): string => {
  const cwd = temporaryFolder()
  const key = /^\w+/.exec(written)![0]
  const text = String(goodShow()[file])
  const without = text.replace(new RegExp(`^${key}:.*\n(?: .*\n)*`, 'm'), '')
  writeFiles(join(cwd, 'episodes'), { ...goodShow(), [file]: without.replace('---\n', `---\n${written}\n`) })
  return cwd
}

const toldIn = async (cwd: string): Promise<readonly Told[]> =>
  (
    JSON.parse((await say({ cwd }, 'validate', '--reporter', 'json')).stdout) as {
      diagnostics: readonly Told[]
    }
  ).diagnostics

describe('a value that does not fit because of how it was typed', () => {
  test.each([
    ['001.md', 'date: “2026-01-05”', 'date: 2026-01-05', 'date/unreadable'],
    ['001.md', 'date: 2026–01–05', 'date: 2026-01-05', 'date/unreadable'],
    ['001.md', 'date: 5.1.2026', 'date: 2026-01-05', 'date/unreadable'],
    ['001.md', 'episode: “1”', 'episode: 1', 'front-matter/number'],
    ['001.md', 'episode: １', 'episode: 1', 'front-matter/number'],
    ['001.md', 'episodeType: »bonus«', 'episodeType: bonus', 'front-matter/choice'],
    ['001.md', 'explicit: “false”', 'explicit: false', 'front-matter/flag'],
    ['001.md', 'link: “https://show.example/1”', 'link: https://show.example/1', 'front-matter/url'],
    ['001.md', 'audio: “001.mp3”', 'audio: 001.mp3', 'audio/missing'],
    ['show.md', 'language: ‘en’', 'language: en', 'show/language'],
    ['show.md', 'publishAt: 06∶00', 'publishAt: 06:00', 'show/publish-at'],
    ['show.md', 'categories: [“Technology”]', 'categories: [Technology]', 'show/category-known'],
    ['show.md', 'owner: { name: Ada, email: “ada@show.example” }', 'ada@show.example', 'front-matter/email'],
  ])('%s with %s', async (file, written, right, rule) => {
    const cwd = withField(file, written)
    const told = (await toldIn(cwd)).filter(one => one.rule !== 'show/explicit-values')
    expect(told.map(one => one.rule)).toContain(rule)
    const one = told.find(one => one.rule === rule)!
    expect(one.fix).toBeDefined()
    await say({ cwd }, 'validate', '--fix')
    expect(readFileSync(join(cwd, 'episodes', file), 'utf8').replaceAll('"', '')).toContain(right)
    expect((await toldIn(cwd)).map(one => one.rule)).not.toContain(rule)
  })

  test('what it is, is said', async () => {
    const [number] = await toldIn(withField('001.md', 'episode: “1”'))
    expect(number).toMatchObject({
      message: '"“1”" cannot be read because of its typographic quotation marks',
      help: 'Write `1`.',
    })
  })

  test('a date with two readings names both, and none is chosen', async () => {
    const told = (await toldIn(withField('001.md', 'date: 05/06/2026'))).find(
      one => one.rule === 'date/unreadable',
    )
    expect(told?.help).toBe('Write `2026-06-05` if it is 5 June 2026 or `2026-05-06` if it is 6 May 2026.')
    expect(told?.fix).toBeUndefined()
  })

  test('in a text nothing is said of them', async () => {
    const before = (await toldIn(withField('001.md', 'title: First light'))).map(one => one.rule)
    for (const title of [
      'Don’t look back',
      '“First light”',
      'Qu’est-ce que c’est\u202f?',
      'Harbour – the sea',
    ])
      expect((await toldIn(withField('001.md', `title: ${title}`))).map(one => one.rule)).toEqual(before)
  })
})
