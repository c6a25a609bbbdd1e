/** What was published stays what it was, whatever is done to the files: over real builds in real folders. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { validate } from '../src/make.ts'
import type { Lock } from '../src/model.ts'
import { saidOnce } from '../src/report/said-once.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { recipe } from './support/recipe.ts'
import { now, type Run, type RunOptions, rebuild, runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const published = (files: Files = {}, options: RunOptions = {}): Promise<Run> =>
  runShow({ ...goodShow(), ...files }, options)

const inShow = ({ root }: Pick<Run, 'root'>, path: string): string => join(root, 'episodes', path)
const lockPath = (run: Pick<Run, 'root'>): string => inShow(run, 'feed.lock.json')
const lockText = (run: Pick<Run, 'root'>): string => readFileSync(lockPath(run), 'utf8')
const lockOf = (run: Pick<Run, 'root'>): Lock => JSON.parse(lockText(run))
const feedOf = ({ root }: Pick<Run, 'root'>): string => readFileSync(join(root, 'public/feed.xml'), 'utf8')

const move = (run: Run, from: string, to: string): void => {
  mkdirSync(join(inShow(run, to), '..'), { recursive: true })
  renameSync(inShow(run, from), inShow(run, to))
}
const rename = (run: Run, from: string, to: string): void => {
  for (const ending of ['md', 'mp3']) move(run, `${from}.${ending}`, `${to}.${ending}`)
}
const remove = (run: Run, ...paths: readonly string[]): void => {
  for (const path of paths) rmSync(inShow(run, path))
}
const episode = (fields: Readonly<Record<string, string>>): string =>
  documentOf({ ...frontMatter['002.md'], ...fields }, 'Notes.\n')

/** By title. */
const guids = (feed: string | undefined): Record<string, string> =>
  Object.fromEntries(
    [...(feed ?? '').matchAll(/<item>[\s\S]*?<\/item>/g)].map(([item]) => [
      /<title>(.*?)<\/title>/.exec(item)![1]!,
      /<guid[^>]*>(.*?)<\/guid>/.exec(item)![1]!,
    ]),
  )

describe('a renamed episode', () => {
  test('keeps its guid and its first date; its entry moves', async () => {
    const run = await published()
    const before = lockOf(run)
    rename(run, '001', 'the-lighthouse-keeper')
    const after = await rebuild(run.root)
    expect(after.ids).toEqual(['history/enclosure-moved'])
    expect(guids(after.feed)).toEqual(guids(run.feed))
    const lock = lockOf(run)
    expect(Object.keys(lock.episodes)).toEqual(['002', 'the-lighthouse-keeper'])
    expect(lock.episodes['the-lighthouse-keeper']).toEqual({
      ...before.episodes['001'],
      url: 'https://show.example/feed/the-lighthouse-keeper.mp3',
    })
    expect((await rebuild(run.root)).ids).toEqual([])
  })

  test('into a sub-folder, and all at once', async () => {
    const run = await published()
    rename(run, '001', 'season-1/001')
    rename(run, '002', 'season-1/002')
    const after = await rebuild(run.root)
    expect(after.output).toBeDefined()
    expect(guids(after.feed)).toEqual(guids(run.feed))
  })

  test('with other tags, title and date', async () => {
    const run = await published()
    remove(run, '002.md', '002.mp3')
    writeFiles(inShow(run, ''), {
      'ebb.md': episode({ title: 'Ebb', date: '2026-01-12T09:00' }),
      'ebb.mp3': recipe('mp3', '11 titled "Ebb"'),
    })
    const after = await rebuild(run.root)
    expect(guids(after.feed).Ebb).toBe(guids(run.feed)['Tide tables'])
  })

  test('of which only the Markdown file has another name', async () => {
    const run = await published()
    move(run, '001.md', 'light.md')
    writeFileSync(
      inShow(run, 'light.md'),
      readFileSync(inShow(run, 'light.md'), 'utf8').replace('---\n', '---\naudio: 001.mp3\n'),
    )
    const after = await rebuild(run.root)
    expect(after.ids).toEqual([])
    expect(guids(after.feed)).toEqual(guids(run.feed))
  })

  test('in a chain, when an episode is put in between: numbers move on, guids stay', async () => {
    const run = await published()
    rename(run, '002', '003')
    rename(run, '001', '002')
    const after = await rebuild(run.root)
    // 002.mp3 is another recording than it was under that address: that much is true.
    expect(after.ids.filter(id => id !== 'history/enclosure-moved')).toEqual(['history/audio-replaced'])
    expect(after.diagnostics.map(one => one.help).join('\n')).toContain('build-feed --accept audio:002')
    const accepted = await rebuild(run.root, { accept: ['audio:002'] })
    expect(guids(accepted.feed)).toEqual(guids(run.feed))
  })

  test('that changed places with another', async () => {
    const run = await published()
    rename(run, '001', 'tmp')
    rename(run, '002', '001')
    rename(run, 'tmp', '002')
    const accepted = await rebuild(run.root, { accept: ['audio:*'] })
    expect(guids(accepted.feed)).toEqual(guids(run.feed))
    expect(Object.keys(lockOf(run).episodes)).toEqual(['001', '002'])
  })

  test('whose recordings were confused and put right keeps the guid of its text', async () => {
    const run = await published()
    move(run, '001.mp3', '_tmp')
    move(run, '002.mp3', '001.mp3')
    move(run, '_tmp', '002.mp3')
    expect((await rebuild(run.root)).ids).toEqual(['history/audio-replaced', 'history/audio-replaced'])
    const accepted = await rebuild(run.root, { accept: ['audio:001', 'audio:002'] })
    expect(guids(accepted.feed)).toEqual(guids(run.feed))
  })

  test('of which there are two is told by bytes, or by date, or not at all', async () => {
    const same = recipe('mp3', '20')
    const tagged = recipe('mp3', '20 titled "Ebb"')
    const three = {
      '003.md': episode({ title: 'Ebb', date: '2026-02-01', episode: '3' }),
      '004.md': episode({ title: 'Flood', date: '2026-02-08', episode: '4' }),
    }
    const byBytes = await published({ ...three, '003.mp3': tagged, '004.mp3': same })
    rename(byBytes, '003', 'a')
    rename(byBytes, '004', 'b')
    for (const [path, date] of [
      ['a.md', '2026-02-02'],
      ['b.md', '2026-02-09'],
    ] as const)
      writeFileSync(
        inShow(byBytes, path),
        readFileSync(inShow(byBytes, path), 'utf8').replace(/^date: .*$/m, `date: ${date}T09:00`),
      )
    expect(guids((await rebuild(byBytes.root)).feed)).toEqual(guids(byBytes.feed))

    const byDate = await published({ ...three, '003.mp3': same, '004.mp3': same })
    rename(byDate, '003', 'a')
    rename(byDate, '004', 'b')
    expect(guids((await rebuild(byDate.root)).feed)).toEqual(guids(byDate.feed))

    const byNothing = await published({ ...three, '003.mp3': same, '004.mp3': same })
    rename(byNothing, '003', 'a')
    rename(byNothing, '004', 'b')
    for (const path of ['a.md', 'b.md'])
      writeFileSync(
        inShow(byNothing, path),
        readFileSync(inShow(byNothing, path), 'utf8').replace(/^date: 2026-02/m, 'date: 2026-03'),
      )
    const { ids, diagnostics } = await rebuild(byNothing.root)
    expect(new Set(ids)).toEqual(new Set(['audio/same-recording', 'history/gone', 'history/unclear-rename']))
    expect(diagnostics.find(one => one.rule === 'history/unclear-rename')?.help).toContain(
      lockOf(byNothing).episodes['003']!.guid,
    )
  })

  test('is told by a guid that is written, whatever its recording', async () => {
    const run = await published()
    const { guid } = lockOf(run).episodes['002']!
    remove(run, '002.md', '002.mp3')
    writeFiles(inShow(run, ''), { 'ebb.md': episode({ guid }), 'ebb.mp3': recipe('mp3', '30') })
    const after = await rebuild(run.root)
    expect(after.output).toBeDefined()
    expect(Object.keys(lockOf(run).episodes)).toEqual(['001', 'ebb'])
  })
})

describe('what subscribers would suffer is an error, and nothing is written', () => {
  const refused = async (run: Run, rule: string, accept: string): Promise<Run> => {
    const before = [feedOf(run), lockText(run)]
    const after = await rebuild(run.root)
    expect(after.diagnostics.filter(one => one.severity === 'error').map(one => one.rule)).toEqual([rule])
    expect(after.diagnostics.map(one => one.help).join('\n')).toContain(`\`build-feed --accept ${accept}\``)
    expect([feedOf(run), lockText(run)]).toEqual(before)
    const accepted = await rebuild(run.root, { accept: [accept] })
    expect(accepted.diagnostics.filter(one => one.severity === 'error')).toEqual([])
    expect(accepted.output).toBeDefined()
    expect((await rebuild(run.root)).diagnostics.filter(one => one.severity === 'error')).toEqual([])
    return accepted
  }

  test('a vanished episode; when it returns, it has its guid', async () => {
    const run = await published()
    const { guid } = lockOf(run).episodes['002']!
    const aside = ['002.md', '002.mp3'].map(path => [path, readFileSync(inShow(run, path))] as const)
    remove(run, '002.md', '002.mp3')
    const accepted = await refused(run, 'history/gone', 'gone:002')
    expect(Object.keys(guids(accepted.feed))).toEqual(['The lighthouse keeper'])
    expect(lockOf(run).episodes['002']).toMatchObject({ guid, gone: true })
    for (const [path, bytes] of aside) writeFileSync(inShow(run, path.replace('002', 'tides')), bytes)
    const back = await rebuild(run.root)
    expect(back.output).toBeDefined()
    expect(guids(back.feed)['Tide tables']).toBe(guid)
    expect(lockOf(run).episodes.tides).not.toHaveProperty('gone')
  })

  test('an episode that was renamed without its audio: the help says so', async () => {
    const run = await published()
    move(run, '002.md', 'tides.md')
    const { ids, diagnostics } = await rebuild(run.root)
    expect(ids).toEqual(['history/gone', 'audio/missing'])
    expect(diagnostics[0]?.help).toContain('if it was renamed, rename episodes/002.mp3 with it')
  })

  test('an episode that is made a draft again', async () => {
    const run = await published()
    writeFiles(inShow(run, ''), { '002.md': episode({ draft: 'true' }) })
    await refused(run, 'history/gone', 'gone:002')
  })

  test('an episode that is gone, while a draft of another name has its recording', async () => {
    const run = await published()
    rename(run, '002', 'tides')
    writeFiles(inShow(run, ''), { 'tides.md': episode({ title: 'Tides, again', draft: 'true' }) })
    expect((await rebuild(run.root, { drafts: true })).ids).toContain('history/gone')
    await refused(run, 'history/gone', 'gone:002')
    // Once it is out, it is what it was.
    writeFiles(inShow(run, ''), { 'tides.md': episode({ title: 'Tides, again' }) })
    expect(guids((await rebuild(run.root)).feed)['Tides, again']).toBe(guids(run.feed)['Tide tables'])
  })

  test('an episode that gets a date in the future', async () => {
    const run = await published()
    writeFiles(inShow(run, ''), { '002.md': episode({ date: '2027-01-12' }) })
    await refused(run, 'history/gone', 'gone:002')
  })

  test('another guid', async () => {
    const run = await published()
    writeFiles(inShow(run, ''), { '002.md': episode({ guid: 'tides-of-2026' }) })
    const accepted = await refused(run, 'history/guid-changed', 'guid:002')
    expect(guids(accepted.feed)['Tide tables']).toBe('tides-of-2026')
  })

  test('another recording at the same address', async () => {
    const run = await published()
    rmSync(inShow(run, '002.mp3'))
    writeFileSync(inShow(run, '002.mp3'), recipe('mp3', '12'))
    await refused(run, 'history/audio-replaced', 'audio:002')
  })

  test('another podcast:guid', async () => {
    const run = await published()
    const show = documentOf(
      { ...frontMatter['show.md'], guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810' },
      'Short talks about small ports.\n',
    )
    writeFiles(inShow(run, ''), { 'show.md': show })
    await refused(run, 'history/podcast-guid-changed', 'podcast-guid')
  })

  test('many at once are told once, with the one flag that accepts them', async () => {
    const many = Object.fromEntries(
      ['3', '4', '5', '6', '7'].flatMap(n => [
        [`00${n}.md`, episode({ title: `Part ${n}`, date: `2026-02-0${n}`, episode: n })],
        [`00${n}.mp3`, recipe('mp3', `${Number(n) + 20}`)],
      ]),
    )
    const run = await published(many)
    expect(run.ids.filter(id => id.startsWith('history/'))).toEqual([])
    remove(run, ...Object.keys(many))
    const { diagnostics } = await rebuild(run.root)
    const told = saidOnce(diagnostics)
    expect(told.map(one => one.rule)).toEqual(['history/gone'])
    expect(told[0]?.message).toMatch(/^5 published episodes would disappear/)
    expect(told[0]?.help).toContain('build-feed --accept "gone:*"')
    // Programs get each, with the flag for it alone.
    expect(diagnostics.map(one => [one.rule, one.help])).toEqual(
      ['3', '4', '5', '6', '7'].map(n => [
        'history/gone',
        expect.stringContaining(`build-feed --accept gone:00${n}`),
      ]),
    )
    // The recordings are still in the output folder; that is one finding too.
    const accepted = await rebuild(run.root, { accept: ['gone:*'] })
    expect(accepted.diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      [
        'output/withheld',
        'public/003.mp3, public/004.mp3, public/005.mp3 and 2 more are of 5 episodes that are held back or were taken out of the feed, and anybody who guesses the addresses can get them',
      ],
    ])
    for (const n of ['3', '4', '5', '6', '7']) rmSync(join(run.root, `public/00${n}.mp3`))
    expect((await rebuild(run.root)).diagnostics).toEqual([])
  })
})

describe('no false alarm', () => {
  test('new tags in the same recording', async () => {
    const run = await published()
    rmSync(inShow(run, '002.mp3'))
    writeFileSync(inShow(run, '002.mp3'), recipe('mp3', '11 titled "Tide tables"'))
    expect((await rebuild(run.root)).ids).toEqual([])
  })

  test('a look at an earlier day, and at a later one', async () => {
    const run = await published()
    for (const now of ['2026-01-08T00:00:00Z', '2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'])
      expect((await rebuild(run.root, { now })).ids.filter(id => id.startsWith('history/'))).toEqual([])
    expect(guids((await rebuild(run.root)).feed)).toEqual(guids(run.feed))
  })

  test('what is scheduled can be changed, renamed, made a draft or deleted until its day', async () => {
    const later = { '003.md': episode({ title: 'Fog', date: '2026-12-24', episode: '3' }) }
    for (const change of [
      (run: Run) => remove(run, '003.md', '003.mp3'),
      (run: Run) => rename(run, '003', 'fog'),
      (run: Run) => writeFiles(inShow(run, ''), { '003.mp3': recipe('mp3', '33') }),
      (run: Run) => writeFiles(inShow(run, ''), { '003.md': episode({ title: 'Fog', date: '2026-12-31' }) }),
      (run: Run) => writeFiles(inShow(run, ''), { '003.md': episode({ title: 'Fog', draft: 'true' }) }),
    ]) {
      const run = await published({ ...later, '003.mp3': recipe('mp3', '31') })
      change(run)
      const { diagnostics, output } = await rebuild(run.root)
      expect(diagnostics.filter(one => one.rule.startsWith('history/'))).toEqual([])
      expect(output).toBeDefined()
    }
  })

  test('an episode that is beyond the limit is not gone', async () => {
    const run = await published()
    const show = documentOf({ ...frontMatter['show.md'], limit: '1' }, 'Short talks about small ports.\n')
    writeFiles(inShow(run, ''), { 'show.md': show })
    expect((await rebuild(run.root)).ids.filter(id => id.startsWith('history/'))).toEqual([])
    expect(Object.keys(lockOf(run).episodes)).toEqual(['001', '002'])
  })
})

describe('without the audio', () => {
  const rich: Files = {
    '003.md': episode({ title: 'Fog', date: '2026-12-24', episode: '3' }),
    '003.m4a': recipe('m4a', '40'),
    '001.md': documentOf(
      { ...frontMatter['001.md'], alternateEnclosures: '[{ sources: [{ uri: 001.opus }] }]' },
      'Hello.\n',
    ),
    '001.opus': recipe('opus', '10'),
  }
  const withoutAudio = (run: Run): void => {
    for (const path of readdirSync(inShow(run, '')))
      if (/\.(mp3|m4a|opus)$/.test(path)) rmSync(inShow(run, path))
  }

  test('the feed and the lock are the same, byte by byte', async () => {
    const run = await published(rich)
    const before = [feedOf(run), lockText(run)]
    withoutAudio(run)
    rmSync(join(run.root, 'public'), { recursive: true })
    const after = await rebuild(run.root, { ci: true, frozen: true, audio: false })
    expect(after.output).toBeDefined()
    expect([feedOf(run), lockText(run)]).toEqual(before)
  })

  test('that the audio of a scheduled episode is not at hand is no change of a frozen lock', async () => {
    const later = documentOf({ ...frontMatter['002.md'], date: '2026-12-24' }, 'Notes.\n')
    const run = await runShow({ ...goodShow(), '002.md': later })
    for (const path of ['episodes/001.mp3', 'episodes/002.mp3', 'public/001.mp3'])
      rmSync(join(run.root, path))
    expect((await rebuild(run.root, { frozen: true })).ids.filter(id => id.startsWith('lock/'))).toEqual([])
  })

  test('the day of a scheduled episode comes, with a frozen lock', async () => {
    const run = await published(rich)
    const lock = lockText(run)
    withoutAudio(run)
    const after = await rebuild(run.root, { now: '2027-01-01T00:00:00Z', frozen: true, audio: false })
    expect(Object.keys(guids(after.feed))).toContain('Fog')
    expect(lockText(run)).toBe(lock)
    expect((await rebuild(run.root, { now: '2027-01-01T00:00:00Z' })).output).toBeDefined()
    expect(lockText(run)).toBe(lock)
  })

  describe('a feed whose audio is to be served beside it, and is put there by nobody', () => {
    const absent = ({ diagnostics }: Run) => diagnostics.filter(one => one.rule.startsWith('audio/absent'))
    const lost = async (files: Files = {}): Promise<Run> => {
      const run = await published(files)
      withoutAudio(run)
      rmSync(join(run.root, 'public'), { recursive: true })
      return run
    }

    test('is a warning for each episode and each alternative of it; and an error with --frozen', async () => {
      const { '001.md': first, '001.opus': other } = rich
      const run = await lost({ '001.md': first!, '001.opus': other! })
      const warned = await rebuild(run.root)
      expect(warned.output).toBeDefined()
      expect(absent(warned).map(one => [one.rule, one.severity, one.place.file])).toEqual([
        ['audio/absent', 'warning', 'episodes/001.md'],
        ['audio/absent', 'warning', 'episodes/001.md'],
        ['audio/absent', 'warning', 'episodes/002.md'],
      ])
      expect(absent(warned)[0]?.message).toMatch(/^the feed says that 001\.(mp3|opus) is served beside it/)
      const frozen = await rebuild(run.root, { frozen: true })
      expect(frozen.output).toBeUndefined()
      expect(absent(frozen).map(one => [one.rule, one.severity])).toEqual(
        Array.from({ length: 3 }, () => ['audio/absent-frozen', 'error']),
      )
    })

    test('is told once for many', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 5 }, (_, n) => [
          [`1${n}.md`, episode({ title: `Part ${n}`, date: `2025-01-0${n + 1}` })],
          [`1${n}.mp3`, recipe('mp3', `${n + 20}`)],
        ]).flat(),
      )
      const found = absent(await rebuild((await lost(many)).root))
      expect(found.map(({ place }) => place.file)).toEqual(
        ['001', '002', '10', '11', '12', '13', '14'].map(stem => `episodes/${stem}.md`),
      )
      const told = saidOnce(found)
      expect(told).toHaveLength(1)
      expect(told[0]?.message).toContain('7 audio files')
    })

    test('is none with --no-audio, which says that something else brings it there', async () => {
      expect(absent(await rebuild((await lost()).root, { audio: false, frozen: true }))).toEqual([])
    })

    test('is none where audioBaseUrl says that it is served elsewhere', async () => {
      const show = documentOf(
        { ...frontMatter['show.md'], audioBaseUrl: 'https://media.example/' },
        'About.\n',
      )
      expect(absent(await rebuild((await lost({ 'show.md': show })).root, { frozen: true }))).toEqual([])
    })

    test('is none while the output has it from an earlier build, and of the right size', async () => {
      const run = await published()
      withoutAudio(run)
      expect(absent(await rebuild(run.root, { frozen: true }))).toEqual([])
      writeFileSync(join(run.root, 'public/002.mp3'), 'half of i')
      expect(absent(await rebuild(run.root)).map(one => one.place.file)).toEqual(['episodes/002.md'])
    })

    test('stops nothing before the day of an episode has come', async () => {
      const run = await published({
        '003.md': episode({ title: 'Fog', date: '2026-12-24', episode: '3' }),
        '003.m4a': recipe('m4a', '40'),
      })
      withoutAudio(run)
      const before = await rebuild(run.root, { frozen: true })
      expect(absent(before).map(one => [one.severity, one.place.file])).toEqual([
        ['warning', 'episodes/003.md'],
      ])
      expect(before.output).toBeDefined()
      expect((await rebuild(run.root, { frozen: true, now: '2027-01-01T00:00:00Z' })).output).toBeUndefined()
    })

    test('can be allowed, as long as the build is not frozen', async () => {
      const show = documentOf({ ...frontMatter['show.md'], allow: '[audio/absent]' }, 'About.\n')
      const run = await lost()
      writeFiles(inShow(run, ''), { 'show.md': show })
      expect((await rebuild(run.root)).diagnostics).toEqual([])
      expect((await rebuild(run.root, { frozen: true })).output).toBeUndefined()
    })

    test('is not judged by validate, which puts nothing anywhere', async () => {
      const { diagnostics } = await validate({
        location: inShow(await lost(), ''),
        folder: 'episodes',
        now,
        generator: 'build-feed test',
      })
      expect(diagnostics).toEqual([])
    })

    test('is found again as soon as the output loses it, though nothing else has changed', async () => {
      const run = await published()
      withoutAudio(run)
      expect((await say({ cwd: run.root })).stderr).toBe('')
      expect((await say({ cwd: run.root })).stdout).toContain('nothing changed')
      rmSync(join(run.root, 'public/001.mp3'))
      expect((await say({ cwd: run.root })).stderr).toContain('audio/absent')
    })
  })
})

describe('--frozen', () => {
  const frozen = async (run: Run): Promise<string[]> => {
    const before = [feedOf(run), lockText(run)]
    const { diagnostics, output } = await rebuild(run.root, { frozen: true })
    expect(output).toBeUndefined()
    expect([feedOf(run), lockText(run)]).toEqual(before)
    return diagnostics.filter(one => one.rule === 'lock/frozen').map(one => one.message)
  }

  test('says what would change', async () => {
    const run = await published()
    writeFiles(inShow(run, ''), {
      '003.md': episode({ title: 'Fog', date: '2026-02-01', episode: '3' }),
      '003.mp3': recipe('mp3', '31'),
      '001.md': documentOf({ ...frontMatter['001.md'], duration: '12' }, 'Hello.\n'),
    })
    expect(await frozen(run)).toEqual([
      'with `--frozen` feed.lock.json must stay as it was committed, but it would change: "001" differs in duration; "003" is new',
    ])
  })

  test('what is an error already is not told twice', async () => {
    const run = await published()
    remove(run, '002.md', '002.mp3')
    expect(await frozen(run)).toEqual([])
  })

  test('a renamed file is a change', async () => {
    const run = await published()
    rename(run, '002', 'tides')
    expect(await frozen(run)).toEqual([
      'with `--frozen` feed.lock.json must stay as it was committed, but it would change: "002" is gone; "tides" is new',
    ])
  })

  test('without a lock there is nothing to hold on to', async () => {
    const run = await runShow(goodShow(), { frozen: true, ci: true })
    expect(run.ids).toEqual(['lock/frozen'])
  })

  test('it is about content: another line ending is none, and the file stays as it is', async () => {
    const run = await published()
    const crlf = lockText(run).replaceAll('\n', '\r\n')
    writeFileSync(lockPath(run), crlf)
    expect((await rebuild(run.root, { frozen: true })).output).toBeDefined()
    expect(lockText(run)).toBe(crlf)
  })
})

describe('--check', () => {
  test('is content with what a build has just written', async () => {
    const run = await published()
    const { diagnostics, output } = await rebuild(run.root, { check: true })
    expect(diagnostics).toEqual([])
    expect(output).toBeUndefined()
  })

  test('names what is missing and what is different, and writes nothing', async () => {
    const run = await published()
    rmSync(join(run.root, 'public/001.mp3'))
    rmSync(join(run.root, 'public/cover.jpg'))
    writeFileSync(join(run.root, 'public/cover.jpg'), readFileSync(inShow(run, 'cover.jpg')))
    writeFileSync(join(run.root, 'public/feed.xml'), `${feedOf(run)} `)
    rmSync(lockPath(run))
    const { diagnostics } = await rebuild(run.root, { check: true })
    expect(diagnostics.map(one => [one.rule, one.place.file, one.message])).toEqual([
      ['output/stale', 'episodes/feed.lock.json', 'this is missing, and a build would write it'],
      ['output/stale', 'public/001.mp3', 'this is missing, and a build would write it'],
      ['output/stale', 'public/feed.xml', 'this is out of date: a build would write something else'],
    ])
    expect(readdirSync(join(run.root, 'public')).sort()).toEqual(['002.mp3', 'cover.jpg', 'feed.xml'])
  })

  test('a thousand missing files are not a thousand lines', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        [`1${n}.md`, episode({ title: `Part ${n}`, date: `2025-01-${String(n + 1).padStart(2, '0')}` })],
        [`1${n}.mp3`, recipe('mp3', `${n + 20}`)],
      ]).flat(),
    )
    const run = await published(many)
    rmSync(join(run.root, 'public'), { recursive: true })
    const stale = (await rebuild(run.root, { check: true })).diagnostics.filter(
      one => one.rule === 'output/stale',
    )
    expect(stale).toHaveLength(21)
    expect(stale.map(one => one.message).join('\n')).toContain('14 more files')
  })
})

describe('the file', () => {
  const withLock = async (edit: (text: string) => string): Promise<Run> => {
    const run = await published()
    writeFileSync(lockPath(run), edit(lockText(run)))
    return rebuild(run.root)
  }
  const broken: Readonly<Record<string, (text: string) => string>> = {
    'cut off': text => text.slice(0, text.length / 2),
    empty: () => '',
    'of another type': () => '"lock"',
    'with a list of episodes': () => '{"version":1,"podcastGuid":"x","episodes":[]}',
    'of a newer version': text => text.replace('"version": 2', '"version": 3'),
    'with a number for a guid': text => text.replace(/"guid": ".*?"/, '"guid": 7'),
    'with bytes as text': text => text.replace(/"bytes": (\d+)/, '"bytes": "$1"'),
    'with no date': text => text.replace(/"pubDate": ".*?"/, '"pubDate": "soon"'),
    'with no address': text => text.replace(/"url": ".*?"/, '"url": "001.mp3"'),
    'with a number for an ETag': text => text.replace('"pubDate"', '"etag": 1, "pubDate"'),
    'with an ETag that would be a header more': text =>
      text.replace('"pubDate"', '"etag": "\\"a\\"\\r\\nHost: evil.example", "pubDate"'),
    'with an ETag without end': text => text.replace('"pubDate"', `"etag": "${'x'.repeat(257)}", "pubDate"`),
    'with a day for a date': text => text.replace('"pubDate"', '"lastModified": "Monday", "pubDate"'),
    'with odd chapters': text => text.replace('"pubDate"', '"chapters": [{"start": -1}], "pubDate"'),
    'with a conflict': text => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`,
    'with a conflict, CRLF': text => `<<<<<<< HEAD\n${text}=======\n>>>>>>> other\n`.replaceAll('\n', '\r\n'),
    'with an episode twice': text => text.replace('"002": {', '"001": {'),
    'in Latin-1': text => text.replace('"001": {', '"caf\ufffd": {'),
    'in UTF-16': text => `\ufeff${text}`,
    'with 10 MB of noise': text =>
      text.replace('{', `{${' '.repeat(10_000_000)}`).replace('"version": 2', ''),
  }

  test.each(Object.entries(broken))('%s is an error, and stays as it is', async (name, edit) => {
    const run = await published()
    const feed = feedOf(run)
    const text = edit(lockText(run))
    const bytes = name.includes('UTF-16')
      ? Buffer.from(text, 'utf16le')
      : Buffer.from(text.replaceAll('\ufffd', '\u00e9'), name.includes('Latin-1') ? 'latin1' : 'utf8')
    writeFileSync(lockPath(run), bytes)
    const after = await rebuild(run.root, { ci: true })
    expect(after.ids).toEqual(['lock/damaged'])
    expect(readFileSync(lockPath(run)).equals(bytes)).toBe(true)
    expect(feedOf(run)).toBe(feed)
  })

  test('CRLF, a byte order mark and another order of the keys do no harm', async () => {
    for (const edit of [
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => `\ufeff${text}`,
      (text: string) => {
        const { episodes, ...rest } = JSON.parse(text)
        return JSON.stringify({ episodes: Object.fromEntries(Object.entries(episodes).reverse()), ...rest })
      },
    ])
      expect((await withLock(edit)).ids).toEqual([])
  })

  test('an episode may be called constructor, and an entry __proto__', async () => {
    const run = await published(
      Object.fromEntries(
        ['constructor', 'toString'].flatMap((name, i) => [
          [`${name}.md`, episode({ title: name, date: `2026-02-0${i + 1}`, episode: `${i + 3}` })],
          [`${name}.mp3`, recipe('mp3', `${i + 20}`)],
        ]),
      ),
    )
    expect(Object.keys(lockOf(run).episodes)).toEqual(['001', '002', 'constructor', 'toString'])
    writeFileSync(lockPath(run), lockText(run).replace('"constructor": {', '"__proto__": {'))
    const after = await rebuild(run.root)
    // The recording tells whose it is.
    expect(guids(after.feed)).toEqual(guids(run.feed))
    expect(Object.keys(lockOf(run).episodes)).toEqual(['001', '002', 'constructor', 'toString'])
  })

  test('two branches that add episodes far apart merge without a conflict, and lose nothing', async () => {
    const run = await published()
    const base = lockText(run)
    const add = async (stem: string, date: string): Promise<string> => {
      const branch = await published({
        [`${stem}.md`]: episode({ title: stem, date, episode: '9' }),
        [`${stem}.mp3`]: recipe('mp3', '40'),
      })
      return lockText(branch)
    }
    const folder = writeFiles(temporaryFolder(), {
      base,
      ours: await add('000-hello', '2026-01-01'),
      theirs: await add('001-b', '2026-01-08'),
    })
    const merged = spawnSync('git', ['merge-file', '-p', 'ours', 'base', 'theirs'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(merged.status).toBe(0)
    expect(Object.keys((JSON.parse(merged.stdout) as Lock).episodes)).toEqual([
      '000-hello',
      '001',
      '001-b',
      '002',
    ])
  })
})

describe('on the command line', () => {
  const show = (): string => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), goodShow())
    return cwd
  }

  test('--accept takes what it knows, for one show', async () => {
    expect(await say({ cwd: show() }, '--accept', 'everything')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('guid:<episode>, gone:<episode>'),
    })
    expect((await say({ cwd: show() }, 'a', 'b', '--accept', 'podcast-guid')).code).toBe(2)
    expect((await say({ cwd: show() }, 'validate', '--accept', 'gone')).code).toBe(2)
  })

  test('one that fits nothing is a warning, also the second time', async () => {
    const cwd = show()
    await say({ cwd })
    for (let i = 0; i < 2; i++) {
      const said = await say({ cwd }, '--accept', 'gone:007')
      expect(said.code).toBe(0)
      expect(said.stderr).toContain('history/accept-unused')
    }
  })

  test('what is accepted is accepted once, cache or not', async () => {
    const cwd = show()
    const env = { XDG_CACHE_HOME: temporaryFolder() }
    await say({ cwd, env })
    rmSync(join(cwd, 'episodes/002.md'))
    rmSync(join(cwd, 'public/002.mp3'))
    expect(await say({ cwd, env }, '--accept', 'gone:002')).toMatchObject({ code: 0, stderr: '' })
    expect((await say({ cwd, env }, '--accept', 'gone:002')).stderr).toContain('history/accept-unused')
  })

  test('several are accepted at once, for validate too', async () => {
    const cwd = show()
    await say({ cwd })
    rmSync(join(cwd, 'episodes/001.md'))
    rmSync(join(cwd, 'episodes/002.mp3'))
    writeFileSync(join(cwd, 'episodes/002.mp3'), recipe('mp3', '17'))
    const flags = ['--accept', 'gone:001', '--accept', 'audio:002']
    expect((await say({ cwd }, 'validate')).code).toBe(1)
    expect((await say({ cwd }, 'validate', ...flags)).code).toBe(0)
    expect((await say({ cwd })).code).toBe(1)
    expect((await say({ cwd }, ...flags)).code).toBe(0)
    expect((await say({ cwd })).code).toBe(0)
  })

  test('--frozen and --check are clean after a build, and fail after a change', async () => {
    const cwd = show()
    expect((await say({ cwd }, '--frozen')).code).toBe(1)
    expect((await say({ cwd }, '--check')).code).toBe(1)
    await say({ cwd })
    expect((await say({ cwd }, '--frozen')).code).toBe(0)
    expect(await say({ cwd }, '--check')).toMatchObject({
      code: 0,
      stdout: 'public is what a build would write\n',
      stderr: '',
    })
    writeFiles(join(cwd, 'episodes'), { '002.md': episode({ title: 'Ebb' }) })
    expect((await say({ cwd }, '--check')).code).toBe(1)
    expect((await say({ cwd }, '--frozen')).code).toBe(0)
    expect((await say({ cwd }, '--check')).code).toBe(0)
  })

  test('a CI build without a lock says so, once', async () => {
    const cwd = show()
    const env = { CI: 'true' }
    expect((await say({ cwd, env })).stderr).toContain('lock/missing')
    expect((await say({ cwd, env })).stderr).toBe('')
    expect((await say({ cwd: show() })).stderr).toBe('')
  })
})

test('a fingerprint of another method is not held against the audio: a new build-feed raises no false alarm', async () => {
  const run = await runShow(goodShow())
  const lock = join(run.root, 'episodes/feed.lock.json')
  const written = readFileSync(lock, 'utf8')
  writeFileSync(lock, written.replaceAll('"fingerprint": "1:', '"fingerprint": "'))
  expect((await rebuild(run.root)).ids).toEqual([])
  expect(readFileSync(lock, 'utf8')).toBe(written)
})
