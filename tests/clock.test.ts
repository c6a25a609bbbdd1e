/** What is out stays out, whatever a clock says; and a look at another day is a look. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from '../src/index.ts'
import type { Lock } from '../src/model.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { mp3 } from './support/mpeg.ts'
import { asVersion1, type Run, rebuild, runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const episode = (number: number, date: string): Files => ({
  [`00${number}.md`]: documentOf(
    {
      ...frontMatter['002.md'],
      title: `Part ${number}`,
      date,
      episode: String(number),
      link: `https://show.example/${number}`,
    },
    'Notes.\n',
  ),
  [`00${number}.mp3`]: mp3({ seconds: 10 + number }),
})
/** The good show is of January 2026, the builds of November; the third episode is of Christmas Eve. */
const scheduled: Files = { ...goodShow(), ...episode(3, '2026-12-24') }

const lockPath = ({ root }: Pick<Run, 'root'>): string => join(root, 'episodes/feed.lock.json')
const lockText = (run: Pick<Run, 'root'>): string => readFileSync(lockPath(run), 'utf8')
const lockOf = (run: Pick<Run, 'root'>): Lock => JSON.parse(lockText(run))
const feedOf = ({ root }: Pick<Run, 'root'>): string => readFileSync(join(root, 'public/feed.xml'), 'utf8')
const epochOf = (date: string): string => String(Date.parse(date) / 1000)

describe('a clock that is behind what is published counts as the date of the newest', () => {
  test.each(['2020-01-01T00:00:00Z', '2026-01-08T00:00:00Z', '1970-01-01T00:00:00Z'])('%s', async now => {
    const run = await runShow(scheduled)
    const before = [feedOf(run), lockText(run)]
    for (const isEpoch of [true, false]) {
      const again = await rebuild(run.root, { now, isEpoch })
      expect(again.ids).toEqual([])
      expect(again.output?.written).toEqual([])
      expect([feedOf(run), lockText(run)]).toEqual(before)
    }
  })

  test('what is scheduled is not let out by it, nor by one that is ahead of the lock', async () => {
    const run = await runShow(scheduled)
    expect(lockOf(run).episodes['003']).toMatchObject({ scheduled: true })
    expect(lockOf(run).episodes['001']).not.toHaveProperty('scheduled')
    expect((await rebuild(run.root, { now: '2026-12-01T00:00:00Z', isEpoch: true })).feed).not.toContain(
      'Part 3',
    )
    expect((await rebuild(run.root, { now: '2026-12-25T00:00:00Z', isEpoch: true })).feed).toContain('Part 3')
  })

  test('when its day has come, its mark goes with the next change of the lock, and then it stays out', async () => {
    const run = await runShow(scheduled)
    const christmas = { now: '2026-12-25T00:00:00Z' }
    const before = lockText(run)
    expect((await rebuild(run.root, christmas)).feed).toContain('Part 3')
    expect(lockText(run)).toBe(before)
    writeFiles(join(run.root, 'episodes'), episode(4, '2026-12-25'))
    await rebuild(run.root, christmas)
    expect(lockOf(run).episodes['003']).not.toHaveProperty('scheduled')
    expect((await rebuild(run.root, { now: '2026-02-01T00:00:00Z', isEpoch: true })).feed).toContain('Part 3')
  })

  test('SOURCE_DATE_EPOCH on the command line', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), scheduled)
    const first = await say({ cwd })
    expect(first.stdout).toContain('2 episodes (1 scheduled held back)')
    for (const date of ['2026-01-01', '2026-01-08'])
      expect(await say({ cwd, env: { SOURCE_DATE_EPOCH: epochOf(date) } })).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringContaining('nothing changed'),
      })
    expect(
      await say({ cwd, env: { SOURCE_DATE_EPOCH: epochOf('2026-01-01') } }, '--frozen', '--check'),
    ).toMatchObject({ code: 0 })
  })

  test('from nothing it is what it says: there is no lock that knows better', async () => {
    const run = await runShow(goodShow(), { now: '2026-01-08T00:00:00Z', isEpoch: true })
    expect(run.podcast?.releases).toHaveLength(1)
    expect(lockOf(run).episodes['002']).toMatchObject({ scheduled: true })
  })

  test('a lock of version 1 does not say what is out: that is said, and nothing is written', async () => {
    const run = await runShow(scheduled)
    asVersion1(lockPath(run))
    const before = [feedOf(run), lockText(run)]
    const refused = await rebuild(run.root, { now: '2026-01-08T00:00:00Z', isEpoch: true })
    expect(refused.ids).toEqual(['history/clock-behind'])
    expect(refused.diagnostics[0]?.message).toContain('"003", of 2026-12-24')
    expect([feedOf(run), lockText(run)]).toEqual(before)
    expect((await rebuild(run.root)).ids).toEqual([])
    expect((await rebuild(run.root, { now: '2026-01-08T00:00:00Z', isEpoch: true })).ids).toEqual([])
    expect(feedOf(run)).toBe(before[0])
  })
})

describe('--as-of', () => {
  const built = async (): Promise<string> => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), scheduled)
    await say({ cwd })
    return cwd
  }
  const state = (cwd: string): readonly string[] =>
    ['public/feed.xml', 'episodes/feed.lock.json'].map(path => readFileSync(join(cwd, path), 'utf8'))

  test('the past needs a folder of its own: the reason is said, and nothing is written', async () => {
    const cwd = await built()
    const before = state(cwd)
    const said = await say({ cwd }, '--as-of', '2026-01-08')
    expect(said.code).toBe(1)
    expect(said.stderr.replace(/\s+/g, ' ')).toContain(
      'error[history/clock-behind]: at 2026-01-08T00:00:00Z, 1 published episode is not out yet (the newest is "002", of 2026-01-12)',
    )
    expect(said.stderr).toContain('add `--out`')
    expect(state(cwd)).toEqual(before)
  })

  test('in one it is shown as it was, and the lock is left alone', async () => {
    const cwd = await built()
    const before = state(cwd)
    for (const flags of [[], ['--frozen']]) {
      const said = await say({ cwd }, '--as-of', '2026-01-08', '--out', 'look', ...flags)
      expect(said).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('1 episode (2 scheduled held back)'),
      })
      expect(state(cwd)).toEqual(before)
    }
    expect(readFileSync(join(cwd, 'look/feed.xml'), 'utf8')).not.toContain('Tide tables')
  })

  test('validate may look at any day', async () => {
    const cwd = await built()
    expect(await say({ cwd }, 'validate', '--as-of', '2026-01-08')).toMatchObject({ code: 0 })
  })

  test('a look ahead declares nothing to be out', async () => {
    const cwd = await built()
    const before = state(cwd)
    writeFiles(join(cwd, 'episodes'), episode(4, '2026-12-25'))
    const ahead = await say({ cwd }, '--as-of', '2026-12-31')
    expect(ahead.stdout).toContain('4 episodes')
    const { episodes } = JSON.parse(state(cwd)[1]!) as Lock
    expect(episodes['003']).toMatchObject({ scheduled: true })
    expect(episodes['004']).toMatchObject({ scheduled: true })
    expect((await say({ cwd })).stdout).toContain('2 episodes (2 scheduled held back)')
    expect(state(cwd)[0]).toBe(before[0])
  })

  test('today is no past: nothing is lost', async () => {
    const cwd = await built()
    expect(await say({ cwd }, '--as-of', '2026-11-24')).toMatchObject({ code: 0, stderr: '' })
  })

  test('the library asks for a folder too', async () => {
    const cwd = await built()
    const folder = join(cwd, 'episodes')
    const now = new Date('2026-01-08')
    const before = state(cwd)
    const refused = await build(folder, { now })
    expect(refused.diagnostics.map(one => one.rule)).toEqual(['history/clock-behind'])
    const looked = await build(folder, { now, out: join(cwd, 'look') })
    expect(looked.podcast?.releases).toHaveLength(1)
    expect(looked.podcast?.lock).toBeUndefined()
    expect(state(cwd)).toEqual(before)
  })
})
