/** What is not in the feed stops nothing: a draft is heard of, what is scheduled warns, and the feed is built without them. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../src/check/index.ts'
import { type Diagnostic, diagnose, type Example, type Severity } from '../src/diagnostic.ts'
import { doorOf } from '../src/door/index.ts'
import { load } from '../src/load/index.ts'
import { probe } from '../src/probe/index.ts'
import { readyOf } from '../src/report/ready.ts'
import { saidOnce } from '../src/report/said-once.ts'
import { rules, rulesById } from '../src/rules.ts'
import { canStop } from '../src/targets.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { now, type RunOptions, rebuild, runShow } from './support/run.ts'

const run = async (example: Example, options: RunOptions = {}) => {
  const laid = lay(example)
  return runShow(laid.files, { ...laid.run, ...options })
}

const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ severity, rule, place, held }) => `${severity} ${rule} ${place.file} ${held}`)

const severitiesIn = (diagnostics: readonly Diagnostic[]): ReadonlySet<Severity> =>
  new Set(diagnostics.map(({ severity }) => severity))

const held = {
  draft: 'draft: true',
  scheduled: 'date: 2026-11-25',
} as const

/** With a line more in the front matter of the first episode, where it has one. */
const withLine = (files: Files, line: string): Files => {
  const path = '001.md' in files ? '001.md' : '001.mdx'
  const text = files[path]
  if (typeof text !== 'string' || !text.startsWith('---\n')) return files
  const [key] = line.split(':')
  const lines = text.slice(4).split('\n')
  return { ...files, [path]: ['---', line, ...lines.filter(one => !one.startsWith(`${key}:`))].join('\n') }
}

describe('whatever is wrong in an episode that is held back', () => {
  /** Its front matter cannot be read, so it is not known to be a draft. */
  const unread = [
    'files/encoding',
    'front-matter/missing',
    'front-matter/unclosed',
    'front-matter/language',
    'front-matter/format',
  ]
  const ofEpisode = rules.filter(
    ({ id, example: { bad } }) =>
      Object.keys(bad).every(path => path.startsWith('001.')) &&
      // They are about reading and writing at large.
      !['files/not-readable', 'output/unwritable', 'output/source-changed', ...unread].includes(id),
  )

  test.each(ofEpisode)('$id', async ({ example }) => {
    const { files, run: options } = lay(example.bad)
    const draft = await runShow(withLine(files, held.draft), options)
    expect(draft.feed).toContain('<item>')
    expect(draft.diagnostics.filter(one => one.severity !== 'note')).toEqual([])
    const scheduled = await runShow(withLine(files, held.scheduled), options)
    expect(scheduled.feed).toContain('<item>')
    expect(severitiesIn(scheduled.diagnostics)).not.toContain('error')
  })

  test.each(unread)('%s: what cannot be read is not known to be a draft', async id => {
    const { files } = lay(rulesById.get(id)!.example.bad)
    const { diagnostics } = await runShow(withLine(files, held.draft))
    expect(severitiesIn(diagnostics)).toContain('error')
  })

  test('on its day, what was scheduled stops the build as any other', async () => {
    const faults = ofEpisode.filter(rule => canStop(rule) && rule.id !== 'date/unreadable')
    expect(faults.length).toBeGreaterThan(10)
    for (const { id, example } of faults) {
      const { files, run: options } = lay(example.bad)
      const { ids, feed } = await runShow(withLine(files, held.scheduled), { ...options, now: '2026-11-26' })
      expect(ids, id).toContain(id)
      expect(feed, id).toBeUndefined()
    }
  })
})

describe('what an episode that is held back has in common with one that is published', () => {
  test('is said at the one that is held back, and points at the other', async () => {
    const { diagnostics, feed } = await run({
      '001.md': 'draft: true\nepisode: 2\nguid: g',
      '002.md': 'guid: g',
    })
    expect(told(diagnostics)).toEqual([
      'note episode/number-unique episodes/001.md draft',
      'note episode/guid-unique episodes/001.md draft',
    ])
    expect(diagnostics.map(one => one.related?.[0]?.place.file)).toEqual(new Array(2).fill('episodes/002.md'))
    expect(diagnostics[1]?.message).toBe(
      'the guid "g" already belongs to another episode, and apps tell episodes apart by it, so they show only one of the two (a draft: this stops nothing)',
    )
    expect(feed).toContain('<item>')
  })

  test('two that are published stop the build all the same', async () => {
    const text = '!text ---\ntitle: Fog\ndate: 2026-01-01\nlink: https://show.example/0\nguid: g\n---\nFog.\n'
    const { diagnostics } = await run({
      '000.md': text.replace('---\n', '---\ndraft: true\n'),
      '000.mp3': '!mp3 9',
      '001.md': 'guid: g',
      '002.md': 'guid: g',
    })
    expect(told(diagnostics)).toEqual([
      'note episode/guid-unique episodes/000.md draft',
      'error episode/guid-unique episodes/002.md undefined',
    ])
  })

  test('what is counted is counted apart', async () => {
    const many = (from: number, line: string): Example =>
      Object.fromEntries(
        Array.from({ length: 5 }, (_, i) => from + i).flatMap(n => [
          [
            `${n}.md`,
            `!text ---\ntitle: Fog ${'abcdefghij'[n - 10]}\ndate: 2026-02-${n}\nlink: https://show.example/${n}\nseason: 1\n${line}---\nFog.\n`,
          ],
          [`${n}.mp3`, `!mp3 ${n + 20}`],
        ]),
      )
    const { diagnostics: all } = await run({
      'show.md': 'type: serial',
      ...many(10, ''),
      ...many(15, 'draft: true\n'),
    })
    const diagnostics = saidOnce(all)
    expect(diagnostics.map(({ severity, message }) => [severity, message.slice(0, 20)])).toEqual([
      ['error', '5 full episodes have'],
      ['note', '5 full episodes have'],
    ])
  })

  test('a recording that both name is reported where it is published', async () => {
    const { diagnostics } = await run({
      '001.md': 'audio: 002.mp3\ndate: 2030-01-01',
      '001.mp3': '!nothing',
      '002.mp3': '!flac 10',
    })
    expect(told(diagnostics).filter(line => line.startsWith('error'))).toEqual([
      'error audio/format episodes/002.mp3 undefined',
    ])
  })

  test('a recording that cannot be read, of a draft by its name and of a published one by its field', async () => {
    const { diagnostics } = await run({
      '001.md': 'draft: true',
      '001.mp3': '!text words',
      '002.md': 'audio: 001.mp3',
    })
    expect(told(diagnostics).filter(line => line.startsWith('error'))).toEqual([
      'error audio/not-audio episodes/001.mp3 undefined',
      'error audio/not-audio episodes/002.md undefined',
    ])
  })
})

test('an error that is said once for several, at one that is held back, stops the build where it leaves out one of the feed', async () => {
  const { files } = lay({ '001.md': 'draft: true', '002.mp3': '!nothing' })
  const location = writeFiles(join(temporaryFolder(), 'episodes'), files)
  const door = doorOf(location)
  const project = (await probe(door, load(door, 'episodes').value!)).value
  const { weigh } = (await check(project, { now, drafts: false, generator: 'test' })).value
  const unreachable = diagnose(rulesById.get('web/unreachable')!, {
    place: { file: 'episodes/001.md' },
    message: 'media.example does not answer (of 2 episodes)',
  })
  expect(weigh([unreachable])).toEqual([unreachable])
  expect(weigh([{ ...unreachable, place: { file: 'episodes/002.md' } }, unreachable])).toMatchObject([
    { severity: 'error' },
    { severity: 'note' },
  ])
})

describe('what is scheduled', () => {
  const wav = { '001.md': held.scheduled, '001.mp3': '!nothing', '001.wav': '!wav 10' }

  test('warns of what will stop the build, and --strict hears it', async () => {
    const { diagnostics, feed } = await run(wav)
    expect(told(diagnostics)).toEqual(['warning audio/format episodes/001.wav future'])
    expect(diagnostics[0]?.message).toMatch(/ \(scheduled: on its day this stops the build\)$/)
    expect(feed).toContain('<item>')
    expect((await run(wav, { strict: true })).feed).toBeUndefined()
  })

  test('does not slip into the lock with audio that nobody takes: in a CI without recordings it would be published unseen', async () => {
    const built = await run(wav)
    const lock = () => JSON.parse(readFileSync(join(built.root, 'episodes/feed.lock.json'), 'utf8'))
    expect(Object.keys(lock().episodes)).toEqual(['002'])
    const frozen = await rebuild(built.root, { frozen: true })
    expect(told(frozen.diagnostics)).toEqual(['warning audio/format episodes/001.wav future'])
    const good = await run({ '001.md': held.scheduled })
    expect(Object.keys(good.podcast!.lock!.episodes)).toEqual(['001', '002'])
  })
})

describe('a draft', () => {
  test('does not count for --strict, nor against readiness', async () => {
    const { diagnostics, feed } = await run(
      { '001.md': 'draft: true\nsesaon: 1\nepisode: x' },
      { strict: true },
    )
    expect(severitiesIn(diagnostics)).toEqual(new Set(['note']))
    expect(feed).toContain('<item>')
    expect(readyOf('show', diagnostics, rules)).toMatchObject({ apple: [], spotify: [] })
  })

  test('with --drafts is judged as what it will be', async () => {
    const bad = { '001.md': 'draft: true\nguid: g', '002.md': 'guid: g' }
    expect(told((await run(bad, { drafts: true })).diagnostics)).toEqual([
      'error episode/guid-unique episodes/001.md undefined',
    ])
  })

  test('that was published is missed: history is about what subscribers have', async () => {
    const built = await run({})
    writeFiles(join(built.root, 'episodes'), lay({ '002.md': 'draft: true' }).files)
    const again = await rebuild(built.root)
    expect(told(again.diagnostics)).toEqual(['error history/gone episodes/002.md undefined'])
  })
})

test('what is beyond the limit stops nothing; what it shares with the feed does', async () => {
  const bad = { 'show.md': 'limit: 1', '001.md': 'episode: 0\nguid: g' }
  expect(told((await run(bad)).diagnostics)).toEqual(['note episode/number-positive episodes/001.md limit'])
  expect(told((await run({ ...bad, '002.md': 'guid: g' })).diagnostics)).toContain(
    'error episode/guid-unique episodes/001.md undefined',
  )
})

describe('what is said to be held back is what is not in the feed', () => {
  const files = (fields: Readonly<Record<string, string>>) => ({
    ...goodShow(),
    '002.md': documentOf({ ...frontMatter['002.md'], ...fields }, 'Notes.\n'),
  })

  test.each([
    [{ date: '2026-12-24' }, { draft: 0, future: 1 }],
    [{ draft: 'true' }, { draft: 1, future: 0 }],
  ])('%o: with --drafts nothing is', async (fields, held) => {
    expect((await runShow(files(fields))).held).toEqual(held)
    expect((await runShow(files(fields), { drafts: true })).held).toEqual({ draft: 0, future: 0 })
  })

  test.each([
    ['002.mp3', [], 'recording'],
    [undefined, ['date'], 'date'],
    ['002.mp3', ['date', 'title'], 'recording, date or title'],
  ])('a draft without its %s %o stays so with --drafts, and is told why', async (file, keys, lacks) => {
    const { [file ?? '']: _, ...all } = files({ draft: 'true' }) as Files
    const kept = Object.entries({ ...frontMatter['002.md'], draft: 'true' }).filter(
      ([key]) => !keys.includes(key as never),
    )
    const laid = { ...all, '002.md': documentOf(Object.fromEntries(kept), 'Notes.\n') }
    const run = await runShow(laid, { drafts: true })
    expect(run.held).toEqual({ draft: 1, future: 0 })
    expect(run.diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      [
        'episode/draft-unfinished',
        `this draft has no ${lacks} yet, so even \`--drafts\` cannot put it in the feed`,
      ],
    ])
    expect((await runShow(laid)).ids).toEqual([])
  })
})
