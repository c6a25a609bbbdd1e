/** `init` and `new`: a first feed within a minute, and nothing that was there is touched. */

import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { episodeText, nextNumbers, nextStem, slugOf, titleOf, today } from '../src/cli/new-episode.ts'
import { episodeSchema } from '../src/fields/index.ts'
import { entryOf } from '../src/load/index.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodAudio, goodShow } from './support/good-show.ts'
import { id3v2 } from './support/id3.ts'
import { mp3 } from './support/mpeg.ts'
import fc from './support/property.ts'
import { say } from './support/terminal.ts'

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8')

describe('init', () => {
  test('with artwork and audio, the next command builds a feed', async () => {
    const cwd = temporaryFolder()
    // Early in the day: the first episode must not be held back until six in the morning.
    const now = '2026-11-24T00:30:00+13:00'
    const said = await say({ cwd, now }, 'init', '--title', 'Harbour: "notes"')
    expect(said.code).toBe(0)
    expect(said.stdout).toBe('episodes/show.md\nepisodes/001-hello.md\n')
    expect(said.stderr).toMatch(/cover\.jpg[\s\S]*001-hello\.mp3[\s\S]*`build-feed`/)
    expect(read(cwd, 'episodes/show.md')).toContain('\ntimezone: Pacific/Auckland\n')
    writeFiles(join(cwd, 'episodes'), {
      '001-hello.mp3': goodAudio['001.mp3'],
      'cover.jpg': goodShow()['cover.jpg']!,
    })
    const built = await say({ cwd, now })
    expect(built.code).toBe(0)
    expect(built.stdout).toContain('1 episode ')
    const rules = new Set([...built.stderr.matchAll(/\[([a-z/-]+)\]/g)].map(([, rule]) => rule))
    // The addresses are yet to be written, and they are asked for.
    expect([...rules].toSorted()).toEqual(['episode/link-missing', 'show/provisional'])
  })

  test('without them it says what is missing, and writes nothing', async () => {
    const cwd = temporaryFolder()
    await say({ cwd }, 'init', 'talks/')
    const built = await say({ cwd }, 'talks')
    expect(built.code).toBe(1)
    expect(built.stderr).toContain('audio/missing')
    expect(existsSync(join(cwd, 'public'))).toBe(false)
  })

  test('overwrites nothing, and writes no half', async () => {
    for (const name of ['show.md', '001-hello.md']) {
      const cwd = temporaryFolder()
      writeFiles(join(cwd, 'episodes'), { [name]: 'mine' })
      const said = await say({ cwd }, 'init')
      expect(said).toMatchObject({ code: 2, stdout: '' })
      expect(said.stderr).toBe(`build-feed: episodes/${name} cannot be written: it is there already\n`)
      expect(readdirSync(join(cwd, 'episodes'))).toEqual([name])
      expect(read(cwd, `episodes/${name}`)).toBe('mine')
    }
  })

  test('does not follow a link that leads nowhere', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), {})
    writeFiles(cwd, { 'episodes/.keep': '' })
    symlinkSync(join(cwd, 'elsewhere.md'), join(cwd, 'episodes/show.md'))
    expect((await say({ cwd }, 'init')).code).toBe(2)
    expect(existsSync(join(cwd, 'elsewhere.md'))).toBe(false)
  })
})

describe('new', () => {
  const show = (): string => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), goodShow())
    return cwd
  }

  test('a title: the next numbers, the day in the zone of the show, and where the audio goes', async () => {
    const cwd = show()
    // In Brussels it is the 25th already.
    const said = await say({ cwd, now: '2026-11-24T23:30:00Z' }, 'new', 'Ropes: an overview')
    expect(said).toMatchObject({ code: 0, stdout: 'episodes/003-ropes-an-overview.md\n' })
    expect(said.stderr).toContain('episodes/003-ropes-an-overview.mp3')
    expect(read(cwd, 'episodes/003-ropes-an-overview.md')).toBe(
      '---\ntitle: "Ropes: an overview"\ndate: 2026-11-25\nseason: 1\nepisode: 3\n---\n',
    )
  })

  test('an audio file from elsewhere: it is copied, and its tags give the title', async () => {
    const cwd = show()
    const bytes = Buffer.concat([id3v2({ texts: { TIT2: '  The ferry\nthat waits ' } }), mp3({ seconds: 3 })])
    writeFileSync(join(cwd, 'ferry.mp3'), bytes)
    const said = await say({ cwd }, 'new', 'ferry.mp3')
    expect(said).toMatchObject({ code: 0, stdout: 'episodes/ferry.mp3\nepisodes/ferry.md\n' })
    expect(readFileSync(join(cwd, 'episodes/ferry.mp3')).equals(bytes)).toBe(true)
    expect(readFileSync(join(cwd, 'ferry.mp3')).equals(bytes)).toBe(true)
    expect(read(cwd, 'episodes/ferry.md')).toContain('title: The ferry that waits\n')
    expect((await say({ cwd, now: '2026-11-26T12:00:00Z' })).code).toBe(0)
  })

  test('an audio file in the show, in a folder of it: written beside it', async () => {
    const cwd = show()
    writeFiles(join(cwd, 'episodes'), { 'season-2/007-salt_and-rope.mp3': mp3({ seconds: 3 }) })
    const said = await say({ cwd }, 'new', 'episodes/season-2/007-salt_and-rope.mp3')
    expect(said).toMatchObject({ code: 0, stdout: 'episodes/season-2/007-salt_and-rope.md\n' })
    expect(read(cwd, 'episodes/season-2/007-salt_and-rope.md')).toContain('title: Salt and rope\n')
  })

  test('overwrites nothing', async () => {
    const cwd = show()
    const before = read(cwd, 'episodes/001.md')
    expect(await say({ cwd }, 'new', 'episodes/001.mp3')).toMatchObject({
      code: 2,
      stderr: 'build-feed: episodes/001.md cannot be written: it is there already\n',
    })
    writeFileSync(join(cwd, '001.mp3'), mp3({ seconds: 1 }))
    expect((await say({ cwd }, 'new', '001.mp3')).code).toBe(2)
    expect(read(cwd, 'episodes/001.md')).toBe(before)
    expect(readFileSync(join(cwd, 'episodes/001.mp3')).equals(goodAudio['001.mp3'])).toBe(true)
  })

  test.each([
    { argv: ['nothing.mp3'], says: 'there is no file nothing.mp3' },
    { argv: ['   '], says: 'a title needs a letter' },
    { argv: ['Title', '--show', 'nowhere'], says: 'there is no folder "nowhere"' },
    {
      argv: ['Title', '--show', 'empty'],
      in: { 'empty/x.txt': 'words' },
      says: 'there is no show in empty',
    },
    { argv: ['notes.mp3'], in: { 'notes.mp3': 'words' }, says: 'notes.mp3 holds no audio' },
    { argv: ['_draft.mp3'], in: { '_draft.mp3': 'words' }, says: '_draft.mp3 would be ignored' },
    { argv: [], says: "missing required argument 'title-or-audio'" },
  ])('says $says', async ({ argv, says, ...more }) => {
    const cwd = show()
    writeFiles(cwd, 'in' in more ? (more.in ?? {}) : {})
    const said = await say({ cwd }, 'new', ...argv)
    expect(said.code).toBe(2)
    expect(said.stderr).toContain(says)
  })
})

describe('the next one', () => {
  const entry = (stem: string, fields = '') =>
    entryOf(episodeSchema, `${stem}.md`, `${stem}.md`, `---\ntitle: T\ndate: 2026-01-05\n${fields}---\n`)
      .entry!

  test('numbers follow those of the last season, and a show without numbers gets none', () => {
    expect(nextNumbers([])).toEqual({ season: 1, episode: 1 })
    expect(nextNumbers([entry('a'), entry('b')])).toEqual({})
    expect(nextNumbers([entry('a', 'episode: 41\n'), entry('b')])).toEqual({ episode: 42 })
    expect(
      nextNumbers([entry('a', 'season: 1\nepisode: 9\n'), entry('b', 'season: 2\nepisode: 3\n')]),
    ).toEqual({ season: 2, episode: 4 })
  })

  test('files are numbered as those beside them', () => {
    expect(nextStem([], 'x')).toBe('001-x')
    expect(nextStem([entry('009-a'), entry('010-b')], 'x')).toBe('011-x')
    expect(nextStem([entry('9')], 'x')).toBe('10-x')
    expect(nextStem([entry('first'), entry('second')], 'x')).toBe('x')
    expect(nextStem([entry('s1/004-a'), entry('s2/001-b')], 'x')).toBe('s2/002-x')
  })

  test('a name in words', () => {
    expect(titleOf('s1/012_the-ferry', undefined)).toBe('The ferry')
    expect(titleOf('012', undefined)).toBe('012')
    expect(titleOf('012', { title: ' ' })).toBe('012')
  })

  test('today is a day of the zone; a zone that is none is UTC', () => {
    const now = Date.parse('2026-12-31T23:30:00Z')
    expect(today(now, 'Europe/Brussels')).toBe('2027-01-01')
    expect(today(now, 'America/New_York')).toBe('2026-12-31')
    expect(today(now, 'Nowhere/Land')).toBe('2026-12-31')
  })

  test('property: any title is read back as it was, and makes a safe file name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), written => {
        const title = written.replace(/\s+/g, ' ').trim()
        fc.pre(title !== '')
        const { entry: read, problems } = entryOf(
          episodeSchema,
          'a.md',
          'a.md',
          episodeText(title, '2026-01-05', {}),
        )
        expect(problems).toEqual([])
        expect(read?.meta.title).toBe(title)
        expect(slugOf(title)).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u)
      }),
      { numRuns: 500 },
    )
  })
})
