/** Where the output goes: nothing is written through a link that somebody else may have planted, and what a killed build left is swept. */

import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { mp3 } from '../support/mpeg.ts'
import { layShow, leftOvers, snapshot, type Work } from '../support/output.ts'
import { rebuild } from '../support/run.ts'
import { say } from '../support/terminal.ts'

const vtt = 'WEBVTT\n\n00:00.000 --> 00:09.000\nHello\n'
const cached = (work: Work, ...argv: string[]) =>
  say({ cwd: work.root, env: { XDG_CACHE_HOME: work.cache } }, ...argv)

/** Of a process that has ended. */
const dead = spawnSync(process.execPath, ['-e', '0']).pid

test.each(['.git', '.git/new/pages', '.GIT/hooks', 'site/.git'])(
  'what belongs to Git is no place for the output: --out %s',
  async out => {
    const work = layShow()
    const folder = join(work.root, out.replace(/\/new.*|\/hooks/, ''))
    mkdirSync(join(folder, 'hooks'), { recursive: true })
    const { code, stderr } = await cached(work, '--out', out)
    expect(code).not.toBe(0)
    expect(stderr).toContain('this is inside a `.git` folder, which belongs to Git')
    expect(snapshot(folder)).toEqual({ '/hooks': 'folder' })
  },
)

describe('a link that was planted', () => {
  /** A folder that is none of ours, with files in it. */
  const elsewhere = (): string => writeFiles(temporaryFolder(), { 'any.txt': 'theirs', 'feed.xml': 'theirs' })

  test('under every name that a temporary file of ours might get is never written through', async () => {
    const work = layShow({ '001.vtt': vtt })
    const theirs = elsewhere()
    mkdirSync(work.inOutput('transcripts'), { recursive: true })
    for (let id = process.pid - 50; id < process.pid + 50; id++)
      for (const name of ['001.txt', '001.vtt', '0', '1'])
        symlinkSync(join(theirs, 'any.txt'), work.inOutput(`transcripts/.build-feed-${id}-${name}`))
    symlinkSync(join(theirs, 'new.txt'), work.inOutput(`.build-feed-${process.pid}-feed.xml`))
    symlinkSync(theirs, work.inOutput(`.build-feed-${dead}-0`))
    const before = snapshot(theirs)
    expect((await rebuild(work.root)).ids).toEqual([])
    expect(snapshot(theirs)).toEqual(before)
    expect(readFileSync(work.inOutput('transcripts/001.vtt'), 'utf8')).toBe(vtt)
  })

  test('in place of a file is replaced, and what it leads to stays', async () => {
    const work = layShow({ '001.vtt': vtt })
    const theirs = elsewhere()
    mkdirSync(work.inOutput('transcripts'), { recursive: true })
    symlinkSync(join(theirs, 'any.txt'), work.inOutput('001.mp3'))
    symlinkSync(join(theirs, 'feed.xml'), work.inOutput('feed.xml'))
    symlinkSync(join(theirs, 'new.jpg'), work.inOutput('cover.jpg'))
    symlinkSync('/dev/zero', work.inOutput('transcripts/001.txt'))
    // Even when it leads to the very bytes that are wanted.
    symlinkSync(work.inShow('002.mp3'), work.inOutput('002.mp3'))
    execFileSync('mkfifo', [work.inOutput('transcripts/001.vtt')])
    const before = snapshot(theirs)
    expect((await rebuild(work.root, { check: true })).ids.filter(id => id === 'output/stale')).toHaveLength(
      8,
    )
    expect((await rebuild(work.root)).ids).toEqual([])
    expect(snapshot(theirs)).toEqual(before)
    for (const path of [
      '001.mp3',
      '002.mp3',
      'feed.xml',
      'cover.jpg',
      'transcripts/001.txt',
      'transcripts/001.vtt',
    ])
      expect(lstatSync(work.inOutput(path)).isFile(), path).toBe(true)
  })

  test.each(['somewhere else', 'to another folder of the output', 'nowhere'])(
    'in place of a folder below the output, leading %s, is an error',
    async where => {
      const work = layShow({ '001.vtt': vtt })
      const theirs = elsewhere()
      mkdirSync(work.inOutput('other'), { recursive: true })
      const leads: Record<string, string> = { 'somewhere else': theirs, nowhere: join(theirs, 'gone') }
      symlinkSync(leads[where] ?? 'other', work.inOutput('transcripts'))
      const before = [snapshot(theirs), snapshot(work.inOutput(''))]
      const run = await rebuild(work.root)
      expect(run.diagnostics.map(one => [one.rule, one.place.file])).toEqual([
        ['output/unwritable', 'public/transcripts'],
      ])
      expect(run.diagnostics[0]?.message).toContain('is a link')
      expect([snapshot(theirs), snapshot(work.inOutput(''))]).toEqual(before)
      expect(existsSync(work.inShow('feed.lock.json'))).toBe(false)
    },
  )

  test('in place of a folder that was one before: the output is stale, and nothing behind the link is swept', async () => {
    const work = layShow({ '001.vtt': vtt })
    await cached(work)
    const theirs = temporaryFolder()
    renameSync(work.inOutput('transcripts'), join(theirs, 'moved'))
    writeFiles(join(theirs, 'moved'), { [`.build-feed-${dead}-x`]: 'theirs' })
    symlinkSync(join(theirs, 'moved'), work.inOutput('transcripts'))
    expect((await cached(work, '--check')).stderr).toContain('public/transcripts/001.vtt')
    rmSync(work.inShow('001.vtt'))
    expect((await cached(work)).code).toBe(0)
    expect(leftOvers(theirs)).toHaveLength(1)
  })

  test.each(['to a file', 'nowhere'])('in place of the lock, leading %s, is an error', async where => {
    const work = layShow()
    await rebuild(work.root)
    const theirs = elsewhere()
    renameSync(work.inShow('feed.lock.json'), join(theirs, 'lock.json'))
    symlinkSync(join(theirs, where === 'nowhere' ? 'gone' : 'lock.json'), work.inShow('feed.lock.json'))
    writeFileSync(work.inShow('002.md'), documentOf({ ...frontMatter['002.md'], duration: '15' }, 'New.\n'))
    const before = [snapshot(theirs), snapshot(work.inOutput(''))]
    const run = await rebuild(work.root)
    expect(run.output).toBeUndefined()
    expect(run.diagnostics.map(one => one.place.file)).toContain('episodes/feed.lock.json')
    expect([snapshot(theirs), snapshot(work.inOutput(''))]).toEqual(before)
    expect(readlinkSync(work.inShow('feed.lock.json'))).toContain(theirs)
  })

  test('in place of the lock inside the show is one too, though its file could be read', async () => {
    const work = layShow()
    await rebuild(work.root)
    renameSync(work.inShow('feed.lock.json'), work.inShow('the.lock.json'))
    symlinkSync('the.lock.json', work.inShow('feed.lock.json'))
    writeFileSync(work.inShow('002.md'), documentOf({ ...frontMatter['002.md'], duration: '15' }, 'New.\n'))
    const run = await rebuild(work.root)
    expect(run.diagnostics.map(one => [one.rule, one.place.file])).toContainEqual([
      'output/unwritable',
      'episodes/feed.lock.json',
    ])
    expect(run.diagnostics.map(one => one.message).join()).toContain('this is a link')
  })
})

describe('the folder that --out names', () => {
  const messageOf = async (work: Work, out: string): Promise<string> => {
    const before = snapshot(work.root)
    const run = await rebuild(work.root, { out })
    expect(run.output).toBeUndefined()
    expect(run.ids).toEqual(['output/unwritable'])
    expect(run.diagnostics[0]?.place.file).toBe(out)
    expect(snapshot(work.root)).toEqual(before)
    return run.diagnostics[0]!.message
  }

  test.runIf(existsSync('/proc/self'))('is refused where the system makes none', async () => {
    for (const out of ['/proc/foo', '/proc/foo/bar', '/proc/self/fd/x'])
      expect(await messageOf(layShow(), out)).toContain(
        'this cannot be written: the system makes no folder here',
      )
  })

  test.runIf(existsSync('/proc/self'))('nor does anything else try for ever to make a folder', () => {
    const { root } = layShow()
    const program = join(import.meta.dirname, '../../bin/build-feed.js')
    const run = (env: Record<string, string>, ...argv: string[]) =>
      spawnSync(process.execPath, [program, ...argv], {
        cwd: root,
        env: { ...process.env, ...env },
        encoding: 'utf8',
        timeout: 120_000,
      })
    const init = run({}, 'init', '/proc/foo/bar')
    expect([init.status, init.stderr]).toEqual([
      2,
      expect.stringContaining('the system makes no folder here'),
    ])
    expect(run({ XDG_CACHE_HOME: '/proc/foo' }).status).toBe(0)
  })

  test('is refused where there is a file, on the way or at its end', async () => {
    const work = layShow()
    writeFileSync(join(work.root, 'file'), '')
    expect(await messageOf(work, 'file')).toContain('is not a folder, so the feed cannot be written there')
    expect(await messageOf(work, 'file/public')).toContain('file" is not a folder')
    expect(await messageOf(work, '/dev/null')).toContain(
      'is not a folder, so the feed cannot be written there',
    )
  })

  test('is refused where nobody may write', async () => {
    const work = layShow()
    mkdirSync(join(work.root, 'shut'))
    chmodSync(join(work.root, 'shut'), 0o555)
    const isRoot = process.geteuid?.() === 0
    chmodSync(work.root, 0o755)
    if (isRoot) process.seteuid?.(65_534)
    try {
      for (const out of ['shut', 'shut/public'])
        expect((await rebuild(work.root, { out })).diagnostics[0]?.message).toContain(
          'you have no permission',
        )
    } finally {
      if (isRoot) process.seteuid?.(0)
      chmodSync(join(work.root, 'shut'), 0o755)
    }
  })

  test('is refused where it is the show folder, or holds episodes of it', async () => {
    const work = layShow({
      'season-2/003.md': documentOf(
        {
          ...frontMatter['002.md'],
          title: 'Fog',
          date: '2026-02-01',
          episode: '3',
          link: 'https://show.example/3',
        },
        'Fog.\n',
      ),
      'season-2/003.mp3': mp3({ seconds: 12 }),
    })
    symlinkSync('episodes', join(work.root, 'also-episodes'))
    expect(await messageOf(work, 'episodes')).toContain('the show folder itself')
    expect(await messageOf(work, 'also-episodes')).toContain('the show folder itself')
    expect(await messageOf(work, 'episodes/season-2')).toContain('holds episodes')
    expect(await messageOf(work, 'episodes/season-2/')).toContain('holds episodes')
  })

  test('is refused where a file of it would come to lie in the show', async () => {
    const work = layShow({ 'episodes/talk.mp3': goodShow()['001.mp3'] as Uint8Array })
    writeFileSync(
      work.inShow('001.md'),
      documentOf({ ...frontMatter['001.md'], audio: 'episodes/talk.mp3' }, 'Notes.\n'),
    )
    rmSync(work.inShow('001.mp3'))
    const run = await rebuild(work.root, { out: '.' })
    expect(run.diagnostics.map(one => [one.rule, one.place.file])).toEqual([
      ['output/unwritable', './episodes'],
    ])
  })

  test('may be the folder above the show', async () => {
    const work = layShow()
    expect((await rebuild(work.root, { out: '.' })).output?.written).toContain('feed.xml')
    expect(existsSync(join(work.root, 'feed.xml'))).toBe(true)
  })

  test('may be inside the show folder: it is no part of the show, and an unchanged build is found to be one', async () => {
    const root = writeFiles(temporaryFolder(), { ...goodShow(), '001.vtt': vtt })
    const env = { XDG_CACHE_HOME: temporaryFolder() }
    expect((await say({ cwd: root, env })).code).toBe(0)
    const before = snapshot(join(root, 'public'))
    const again = await say({ cwd: root, env })
    expect([again.code, again.stderr]).toEqual([0, ''])
    expect(again.stdout).toContain('nothing changed')
    // Recordings and transcripts in the output belong to no episode, and are no findings.
    for (const flags of [['--no-cache'], ['--check'], ['--frozen']])
      expect((await say({ cwd: root, env }, ...flags)).stderr).toBe('')
    for (const flags of [[], ['--no-cache']])
      expect((await say({ cwd: root, env }, 'validate', ...flags)).stderr).toMatch(
        /^No problems in 2 episodes/,
      )
    expect(snapshot(join(root, 'public'))).toEqual(before)
  })

  describe('reached by a link', () => {
    const linked = (target: (root: string) => string, isRepository: boolean): Work => {
      const work = layShow()
      if (isRepository) writeFiles(work.root, { '.git/HEAD': 'ref', '.git/hooks/x': '' })
      symlinkSync(target(work.root), join(work.root, 'public'))
      return work
    }

    test('of the user: followed', async () => {
      const served = temporaryFolder()
      const work = linked(() => served, false)
      expect((await rebuild(work.root)).ids).toEqual([])
      expect(existsSync(join(served, 'feed.xml'))).toBe(true)
      expect(lstatSync(join(work.root, 'public')).isSymbolicLink()).toBe(true)
      expect((await rebuild(work.root, { check: true })).ids).toEqual([])
    })

    test('in a repository, where it may come from a stranger: not out of it', async () => {
      const served = temporaryFolder()
      const work = linked(() => served, true)
      const message = await messageOf(work, 'public')
      expect(message).toContain(`this leads to ${served}`)
      expect(readdirSync(served)).toEqual([])
      expect((await rebuild(work.root, { out: served })).output).toBeDefined()
    })

    test('in a repository: not by a folder on the way either', async () => {
      const served = temporaryFolder()
      const work = linked(() => served, true)
      expect(await messageOf(work, 'public/show')).toContain(`this leads to ${served}`)
      expect(readdirSync(served)).toEqual([])
      const { diagnostics } = await rebuild(work.root, { out: 'public/show' })
      expect(diagnostics[0]?.help).toContain(`\`--out ${join(served, 'show')}\``)
    })

    test('in a repository: not into what is hidden in it', async () => {
      const work = linked(() => '.git/hooks', true)
      expect(await messageOf(work, 'public')).toContain('.git')
    })

    test('in a repository: followed inside of it', async () => {
      const work = linked(() => 'site/podcast', true)
      mkdirSync(join(work.root, 'site/podcast'), { recursive: true })
      expect((await rebuild(work.root)).ids).toEqual([])
      expect(existsSync(join(work.root, 'site/podcast/feed.xml'))).toBe(true)
    })

    test('that leads nowhere: said', async () => {
      expect(
        await messageOf(
          linked(() => 'gone', false),
          'public',
        ),
      ).toContain('leads nowhere')
    })
  })
})

describe('what a killed build has left behind', () => {
  const leave = (folder: string, id: number | undefined): void => {
    writeFiles(folder, { [`.build-feed-${id}-abc/0`]: 'half', [`.build-feed-${id}-001.mp3`]: 'half' })
  }

  test('is swept in every folder that this build or the last one writes to, and in the show', async () => {
    const work = layShow({ '001.vtt': vtt })
    await cached(work)
    for (const folder of ['public', 'public/transcripts', 'episodes']) leave(join(work.root, folder), dead)
    expect((await cached(work)).stdout).toContain('nothing changed')
    // In this world every process is alive.
    expect(leftOvers(work.root).length).toBeGreaterThan(0)
    const program = join(import.meta.dirname, '../../bin/build-feed.js')
    const build = () =>
      spawnSync(process.execPath, [program, '--as-of', '2026-11-24'], {
        cwd: work.root,
        env: { ...process.env, XDG_CACHE_HOME: work.cache },
        encoding: 'utf8',
      })
    expect(build().status).toBe(0)
    expect(leftOvers(work.root)).toEqual([])
    // Nothing has changed but that: it is seen all the same.
    leave(work.inOutput('transcripts'), dead)
    expect(build().stderr).toBe('')
    expect(leftOvers(work.root)).toEqual([])
    // The last one's folder, to which this one has nothing to write.
    rmSync(work.inShow('001.vtt'))
    leave(work.inOutput('transcripts'), dead)
    expect(build().status).toBe(0)
    expect(leftOvers(work.root)).toEqual([])
  })

  test('stays while its process lives; and of this one, whose number is the same in every container, it goes', async () => {
    const work = layShow()
    const parent = process.ppid
    for (const id of [process.pid, parent]) leave(work.inOutput(''), id)
    await rebuild(work.root)
    expect(leftOvers(work.root).every(path => path.includes(`-${parent}-`))).toBe(true)
    expect(leftOvers(work.root).length).toBeGreaterThan(0)
  })

  test('is known by its whole name: files that only look like it stay', async () => {
    const work = layShow()
    const others = [
      '.build-feed-',
      '.build-feed-abc-x',
      '.build-feed-12',
      '.build-feedx-1-x',
      'build-feed-1-x',
    ]
    for (const name of others) writeFiles(work.inOutput(''), { [name]: 'theirs' })
    await rebuild(work.root)
    expect(readdirSync(work.inOutput(''))).toEqual(expect.arrayContaining(others))
  })
})
