/** `validate --fix`: what needs no judgement is repaired, and nothing else in a file changes. */

import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fix } from '../src/fix.ts'
import { rules } from '../src/rules.ts'
import { replaceText } from '../src/write/replace-text.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { now } from './support/run.ts'
import { say } from './support/terminal.ts'

const folderOf = (files: Files): string => {
  const root = temporaryFolder()
  writeFiles(join(root, 'episodes'), files)
  return root
}

const fixIn = (root: string) =>
  fix({
    location: join(root, 'episodes'),
    folder: 'episodes',
    now,
    generator: 'test',
    process: { id: process.pid },
  })

const read = (root: string, path: string): string => readFileSync(join(root, 'episodes', path), 'utf8')

describe('every fix repairs its own finding', () => {
  // A feed that somebody else made is not ours to repair.
  const ours = rules.filter(rule => !('feed.xml' in rule.example.bad))

  test.each(ours)('$id', async rule => {
    const { files } = lay(rule.example.bad)
    const fixed = await fixIn(folderOf(files))
    for (const repair of fixed.repaired)
      expect(
        fixed.diagnostics.filter(
          left => left.rule === repair.rule && left.place.file === repair.place.file && left.fix,
        ),
      ).toEqual([])
  })
})

test('comments, order, quotes, line endings and the byte order mark stay', async () => {
  const odd = [
    '\ufeff---',
    '# the first one',
    "'titel':   'First light'   # of the year",
    'date: 2026-01-05',
    '',
    'episodeType:	triler',
    'link: "https://show.example/1" # ok',
    '---',
    'Notes with\ttabs  ',
    '',
    'titel: not here',
  ].join('\r\n')
  const root = folderOf({ ...goodShow(), '001.md': odd })
  const fixed = await fixIn(root)
  expect(fixed.repaired.map(({ rule }) => rule).toSorted()).toEqual([
    'front-matter/choice',
    'front-matter/required',
  ])
  expect(read(root, '001.md')).toBe(odd.replace("'titel'", "'title'").replace('triler', 'trailer'))
})

test('property: what is not meant by a fix is byte for byte what it was', async () => {
  const breaks = fc.constantFrom('\n', '\r\n')
  const filler = fc.constantFrom(
    '# a comment',
    '',
    "summary: 'It''s fine'",
    'block:   false  # no',
    'guid: "a\\tb"',
  )
  const slip = fc.constantFrom(
    { from: 'sesaon: 1', to: 'season: 1' },
    { from: '"epsiode": 4', to: '"episode": 4' },
    { from: 'episodeType: bonos # hm', to: 'episodeType: bonus # hm' },
    { from: "episodeType: 'Triler'", to: "episodeType: 'trailer'" },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(filler, { maxLength: 4 }),
      slip,
      fc.uniqueArray(filler, { maxLength: 4 }),
      breaks,
      fc.boolean(),
      fc.string({ maxLength: 40 }),
      async (before, { from, to }, after, lineBreak, mark, body) => {
        const lines = (line: string) =>
          `${mark ? '\ufeff' : ''}${['---', 'title: T', 'date: 2026-01-05', ...before, line, ...after.filter(one => one === '' || !before.includes(one)), '---', body].join(lineBreak)}`
        const text = lines(from)
        const root = folderOf({ ...goodShow(), '001.md': text })
        await fixIn(root)
        expect(read(root, '001.md')).toBe(lines(to))
      },
    ),
    { numRuns: 60 },
  )
})

test('a repair that brings another mistake to light is followed by the next', async () => {
  const root = folderOf({
    ...goodShow(),
    '001.md': '---\ntitle: T\ndate: 2026-01-05\nepisodetype: Triler\n---\n',
  })
  const fixed = await fixIn(root)
  expect(fixed.repaired.map(({ rule }) => rule)).toEqual(['front-matter/unknown-key', 'front-matter/choice'])
  expect(read(root, '001.md')).toContain('\nepisodeType: trailer\n')
})

test('a file that is clean is not touched, and permissions stay', async () => {
  const root = folderOf({ ...goodShow(), '001.md': '---\ntitle: T\ndate: 2026-01-05\nsesaon: 1\n---\n' })
  chmodSync(join(root, 'episodes/001.md'), 0o600)
  const clean = statSync(join(root, 'episodes/002.md'), { bigint: true })
  await fixIn(root)
  expect(statSync(join(root, 'episodes/002.md'), { bigint: true }).mtimeNs).toBe(clean.mtimeNs)
  expect(statSync(join(root, 'episodes/001.md')).mode & 0o777).toBe(0o600)
})

test('nothing is written through a link, to a file or to a folder', async () => {
  const slip = '---\ntitle: T\ndate: 2026-01-05\nsesaon: 1\n---\n'
  const root = folderOf({ ...goodShow(), 'season/003.md': slip })
  const show = join(root, 'episodes')
  symlinkSync(join(show, 'season/003.md'), join(show, '004.md'))
  mkdirSync(join(root, 'elsewhere'))
  writeFileSync(join(root, 'elsewhere/005.md'), slip)
  symlinkSync(join(root, 'elsewhere/005.md'), join(show, '005.md'))
  symlinkSync(join(root, 'elsewhere'), join(show, 'more'))
  const fixed = await fixIn(root)
  expect(readFileSync(join(root, 'elsewhere/005.md'), 'utf8')).toBe(slip)
  expect(fixed.repaired.map(({ place }) => place.file)).toEqual(['episodes/season/003.md'])
  expect([...fixed.leftAlone.keys()].every(file => file === 'episodes/004.md')).toBe(true)
  expect(replaceText({ root: show, path: '004.md', before: slip, after: 'x', processId: 1 })?.leftAlone).toBe(
    'a link leads to it',
  )
})

test('a file that somebody saved meanwhile is left alone', () => {
  const root = folderOf({ 'a.md': 'new' })
  expect(
    replaceText({ root: join(root, 'episodes'), path: 'a.md', before: 'old', after: 'x', processId: 1 }),
  ).toEqual({ leftAlone: 'it has changed meanwhile' })
  expect(read(root, 'a.md')).toBe('new')
})

test('the command says what it did, per file and line, and what is left', async () => {
  const root = folderOf({ ...goodShow(), '001.md': '---\ntitel: T\ndate: 2026-02-30\n---\n' })
  const said = await say({ cwd: root }, 'validate', '--fix')
  expect(said.code).toBe(1)
  expect(said.stderr).toMatch(
    /^fixed episodes\/001\.md:2:1: Rename the key to "title" \(front-matter\/required\)\n1 fix in 1 file\.\n/,
  )
  expect(said.stderr).toContain('date/unreadable')
  expect(said.stderr).not.toContain('titel')
  const quiet = folderOf({ ...goodShow(), '001.md': '---\ntitel: T\ndate: 2026-02-03\n---\n' })
  expect(await say({ cwd: quiet }, 'validate', '--fix', '--quiet')).toMatchObject({ code: 0, stdout: '' })
  expect(read(quiet, '001.md')).toContain('title: T')
})
