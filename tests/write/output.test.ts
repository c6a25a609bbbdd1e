/** The output has bytes of its own: what is copied and when, and what becomes of it when something goes wrong. */

import { spawn } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import type { Between } from '../../src/door/index.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { documentOf, frontMatter } from '../support/good-show.ts'
import { mp3 } from '../support/mpeg.ts'
import { layShow, leftOvers, snapshot, systemError, type Work, withSystem } from '../support/output.ts'
import { now, rebuild } from '../support/run.ts'
import { say } from '../support/terminal.ts'

const cached = (work: Work, ...argv: string[]) =>
  say({ cwd: work.root, env: { XDG_CACHE_HOME: work.cache } }, ...argv)

/** Of the same size, other sound: a byte in each frame where silence has nothing to say. */
const bleep = (bytes: Uint8Array, seed = 7): Uint8Array => {
  const other = Uint8Array.from(bytes)
  for (let at = 600; at + 60 < other.length; at += 418) other[at + 50] = seed
  return other
}

/** Only between the samples of the fingerprint: the same recording to every rule. */
const quietBleep = (bytes: Uint8Array): Uint8Array => {
  const other = Uint8Array.from(bytes)
  const at = Math.floor(bytes.length / 6)
  for (let i = 0; i < 3; i++) other[at + i] = other[at + i] === 1 ? 2 : 1
  return other
}

const vtt = 'WEBVTT\n\n00:00.000 --> 00:09.000\nHello\n'

describe('the output is its own', () => {
  test('a recording that is edited in place stays what it was in the output, until a build has accepted it', async () => {
    const work = layShow()
    expect((await cached(work)).code).toBe(0)
    const before = snapshot(work.inOutput(''))
    truncateSync(work.inShow('001.mp3'), 60_000)
    expect((await cached(work)).code).toBe(1)
    expect(snapshot(work.inOutput(''))).toEqual(before)
    writeFileSync(work.inShow('001.mp3'), mp3({ seconds: 30 }))
    expect((await cached(work)).stderr).toContain('history/audio-replaced')
    expect(snapshot(work.inOutput(''))).toEqual(before)
    expect((await cached(work, '--accept', 'audio:001')).code).toBe(0)
    expect(readFileSync(work.inOutput('001.mp3')).equals(readFileSync(work.inShow('001.mp3')))).toBe(true)
  })

  test('it shares no file with the show, and stops sharing what an older build has linked', async () => {
    const work = layShow()
    await rebuild(work.root)
    const shared = () =>
      ['001.mp3', '002.mp3', 'cover.jpg'].filter(
        path => statSync(work.inShow(path)).ino === statSync(work.inOutput(path)).ino,
      )
    expect(shared()).toEqual([])
    for (const path of ['001.mp3', 'cover.jpg']) {
      rmSync(work.inOutput(path))
      linkSync(work.inShow(path), work.inOutput(path))
    }
    expect((await rebuild(work.root)).output?.written).toEqual(['cover.jpg', '001.mp3'])
    expect(shared()).toEqual([])
  })

  test('nor a file with another of the show, whose edits would be published under the wrong name', async () => {
    const work = layShow()
    await rebuild(work.root)
    const bytes = readFileSync(work.inShow('001.mp3'))
    // As a renaming leaves it: the old file of the output is the new file of the show.
    writeFileSync(work.inShow('002.mp3'), bytes)
    rmSync(work.inOutput('001.mp3'))
    linkSync(work.inShow('002.mp3'), work.inOutput('001.mp3'))
    await rebuild(work.root, { accept: ['audio:002'] })
    appendFileSync(work.inShow('002.mp3'), 'x')
    expect(readFileSync(work.inOutput('001.mp3')).equals(bytes)).toBe(true)
  })

  test('only what has changed is copied', async () => {
    const work = layShow()
    await rebuild(work.root)
    const other = lstatSync(work.inOutput('002.mp3'))
    writeFileSync(work.inShow('001.mp3'), mp3({ seconds: 12 }))
    const { output } = await rebuild(work.root, { accept: ['audio:001'] })
    expect(output?.written).toEqual(['001.mp3', 'feed.xml'])
    const { ino, ctimeMs } = lstatSync(work.inOutput('002.mp3'))
    expect({ ino, ctimeMs }).toMatchObject({ ino: other.ino, ctimeMs: other.ctimeMs })
  })

  test('what a link in the show leads to is put there, be it a recording, a picture or a transcript', async () => {
    const work = layShow({ '001.vtt': vtt })
    mkdirSync(work.inShow('sub'))
    for (const path of ['001.mp3', 'cover.jpg', '001.vtt']) {
      renameSync(work.inShow(path), work.inShow(`sub/real-${path}`))
      symlinkSync(`sub/real-${path}`, work.inShow(path))
    }
    for (const flags of [[], ['--link'], ['--no-cache']]) {
      expect((await cached(work, ...flags)).code).toBe(0)
      for (const [path, in_] of [
        ['001.mp3', '001.mp3'],
        ['cover.jpg', 'cover.jpg'],
        ['001.vtt', 'transcripts/001.vtt'],
      ] as const) {
        expect(lstatSync(work.inOutput(in_)).isFile()).toBe(true)
        expect(readFileSync(work.inOutput(in_)).equals(readFileSync(work.inShow(path)))).toBe(true)
      }
      rmSync(work.inOutput(''), { recursive: true })
    }
  })

  test('a copy has rights and a time of its own, as what uploads by size and time needs', async () => {
    const work = layShow()
    chmodSync(work.inShow('001.mp3'), 0o500)
    chmodSync(work.inShow('002.mp3'), 0o755)
    utimesSync(work.inShow('001.mp3'), 1_000_000_000, 1_000_000_000)
    // Windows and macOS give a copy the time of its source.
    await withSystem(
      'copyFileSync',
      copy =>
        (from: string, to: string, ...rest: never[]) => {
          copy(from as never, to as never, ...rest)
          utimesSync(to, 1_000_000_000, 1_000_000_000)
        },
      () => rebuild(work.root),
    )
    expect(statSync(work.inOutput('001.mp3')).mode & 0o777).toBe(0o600)
    expect(statSync(work.inOutput('002.mp3')).mode & 0o777).toBe(0o644)
    expect(statSync(work.inOutput('001.mp3')).mtimeMs).toBeGreaterThan(1_700_000_000_000)
  })

  test('a long copy is seen on a terminal', async () => {
    const work = layShow()
    const { stderr } = await say({ cwd: work.root, terminal: true, width: 60 })
    expect(stderr).toContain('Copying 1/3  cover.jpg')
    expect(stderr).toContain('Copying 3/3  001.mp3')
    expect(stderr).not.toContain('Comparing')
    rmSync(work.inShow('feed.lock.json'))
    const again = await say({ cwd: work.root, terminal: true, width: 60 }, '--no-cache')
    expect(again.stderr).toContain('Comparing 3/3  001.mp3')
    expect(again.stderr).not.toContain('Copying')
  })
})

describe('unchanged', () => {
  const replaceAs = (work: Work, bytes: Uint8Array): void => {
    const { atime, mtime } = statSync(work.inShow('001.mp3'))
    writeFileSync(work.inShow('_new'), bytes)
    renameSync(work.inShow('_new'), work.inShow('001.mp3'))
    utimesSync(work.inShow('001.mp3'), atime, mtime)
  }
  const isCopied = (work: Work): boolean =>
    readFileSync(work.inOutput('001.mp3')).equals(readFileSync(work.inShow('001.mp3')))

  test.each(['with a cache', 'without'])(
    'is never told by size and time alone: another recording of the same, %s',
    async how => {
      const flags = how === 'without' ? ['--no-cache'] : []
      const work = layShow()
      await cached(work, ...flags)
      replaceAs(work, bleep(readFileSync(work.inShow('001.mp3'))))
      expect((await cached(work, ...flags)).stderr).toContain('history/audio-replaced')
      expect((await cached(work, '--accept', 'audio:001', ...flags)).code).toBe(0)
      expect(isCopied(work)).toBe(true)
      expect((await cached(work, '--check')).code).toBe(0)
    },
  )

  test.each(['with a cache', 'without'])('nor a bleep of a few bytes that no rule notices, %s', async how => {
    const flags = how === 'without' ? ['--no-cache'] : []
    const work = layShow()
    await cached(work, ...flags)
    replaceAs(work, quietBleep(readFileSync(work.inShow('001.mp3'))))
    expect(isCopied(work)).toBe(false)
    const { code, stderr } = await cached(work, ...flags)
    expect([code, stderr]).toEqual([0, ''])
    expect(isCopied(work)).toBe(true)
  })

  test('a copy that was spoilt, its size and time kept, is healed', async () => {
    const work = layShow()
    await cached(work)
    const { atime, mtime, size } = statSync(work.inOutput('001.mp3'))
    writeFileSync(work.inOutput('001.mp3'), Buffer.alloc(size))
    utimesSync(work.inOutput('001.mp3'), atime, mtime)
    expect((await cached(work, '--check')).stderr).toContain('public/001.mp3')
    expect((await cached(work)).stdout).toContain('1 file written')
    expect(isCopied(work)).toBe(true)
  })

  /** The files that were opened in the output and the show while it is built. */
  const opened = async (work: Work, ...argv: string[]): Promise<string[]> => {
    const paths: string[] = []
    const noting =
      (real: (...args: never[]) => unknown) =>
      (path: string, ...rest: never[]) => {
        paths.push(path)
        return real(path as never, ...rest)
      }
    await withSystem('openSync', noting, () => cached(work, ...argv))
    return ['public/001.mp3', 'public/002.mp3', 'episodes/001.mp3', 'episodes/002.mp3'].filter(path =>
      paths.some(one => one.endsWith(path)),
    )
  }
  const settled = async (): Promise<Work> => {
    const work = layShow()
    await cached(work)
    // What was written a moment ago may still be in the making, and is looked at again.
    for (let i = 0; i < 20; i++) {
      writeFileSync(work.inShow('001.md'), documentOf(frontMatter['001.md'], `Take ${i}.\n`))
      if ((await opened(work)).length === 0) return work
    }
    throw new Error('recordings are looked at again and again')
  }

  test('is known of source and copy: neither is opened when only notes have changed', async () => {
    const work = await settled()
    writeFileSync(work.inShow('001.md'), documentOf(frontMatter['001.md'], 'Other notes.\n'))
    expect(await opened(work)).toEqual([])
    expect(await opened(work)).toEqual([])
  })

  test('is found by comparing bytes where either was touched, and nothing is written', async () => {
    const work = await settled()
    const before = lstatSync(work.inOutput('002.mp3'))
    utimesSync(work.inShow('001.mp3'), 1_700_000_000, 1_700_000_000)
    utimesSync(work.inOutput('002.mp3'), before.atime, before.mtime)
    const paths = await opened(work)
    expect(paths).toEqual(expect.arrayContaining(['public/001.mp3', 'public/002.mp3']))
    expect((await cached(work)).stdout).toContain('nothing changed')
    expect(lstatSync(work.inOutput('002.mp3')).ino).toBe(before.ino)
  })

  test('is never taken for granted with --check and --no-cache', async () => {
    const work = await settled()
    const all = ['public/001.mp3', 'public/002.mp3', 'episodes/001.mp3', 'episodes/002.mp3']
    expect(await opened(work, '--check')).toEqual(all)
    expect(await opened(work, '--no-cache')).toEqual(all)
  })
})

describe('a source that changes while the show is built', () => {
  const buildWith = (work: Work, between: Between, onStage: (stage: string) => void) =>
    build({
      location: work.inShow(''),
      folder: 'episodes',
      out: work.inOutput(''),
      outFolder: 'public',
      now,
      audio: true,
      generator: 'build-feed test',
      process: { id: process.pid, isRunning: () => true },
      between,
      onStage,
    })
  const once = (act: () => void): (() => void) => {
    const state = { isDone: false }
    return () => {
      if (!state.isDone) act()
      state.isDone = true
    }
  }
  const changes: Readonly<Record<string, (path: string) => void>> = {
    grows: path => appendFileSync(path, 'more'),
    'is bleeped, its time kept': path => {
      const { atime, mtime } = statSync(path)
      writeFileSync(path, quietBleep(readFileSync(path)))
      utimesSync(path, atime, mtime)
    },
    'is replaced': path => {
      writeFileSync(`${path}.new`, mp3({ seconds: 10 }))
      renameSync(`${path}.new`, path)
    },
    'is gone': path => rmSync(path),
    'becomes a link out of the show': path => {
      rmSync(path)
      symlinkSync('/dev/zero', path)
    },
  }
  describe.each(Object.entries(changes))('%s', (_, change) => {
    test.each(['after it was measured', 'open', 'copy'])('just before writing: %s', async when => {
      const work = layShow()
      await rebuild(work.root)
      writeFileSync(work.inShow('001.mp3'), quietBleep(readFileSync(work.inShow('001.mp3'))))
      writeFileSync(work.inShow('001.md'), documentOf(frontMatter['001.md'], 'Other notes.\n'))
      const before = [snapshot(work.inOutput('')), readFileSync(work.inShow('feed.lock.json'), 'utf8')]
      const act = once(() => change(work.inShow('001.mp3')))
      const stages: string[] = []
      const { diagnostics, output } = await buildWith(
        work,
        (step, path) => {
          if (path === '001.mp3' && step === when && stages.includes('write')) act()
        },
        stage => {
          stages.push(stage)
          if (stage === 'write' && when === 'after it was measured') act()
        },
      )
      expect(diagnostics.map(one => [one.rule, one.place.file])).toEqual([
        ['output/source-changed', 'episodes/001.mp3'],
      ])
      expect(output).toBeUndefined()
      expect([snapshot(work.inOutput('')), readFileSync(work.inShow('feed.lock.json'), 'utf8')]).toEqual(
        before,
      )
    })
  })
})

describe('a build that cannot write', () => {
  const files = { '001.vtt': vtt, '002.vtt': vtt }
  /** Another version of everything, and a folder that the first did not need. */
  const change = (work: Work): void => {
    writeFiles(work.inShow(''), {
      '001.md': documentOf(
        { ...frontMatter['001.md'], chapters: '["00:00 In", "00:03 On", "00:05 Out"]' },
        'New notes.\n',
      ),
      '001.mp3': quietBleep(readFileSync(work.inShow('001.mp3'))),
      '001.vtt': vtt.replace('Hello', 'Good day'),
    })
  }
  const everything = (work: Work) => [
    snapshot(work.inOutput('')),
    readFileSync(work.inShow('feed.lock.json')),
  ]

  test('leaves the output exactly as it was, wherever it fails', async () => {
    const work = layShow(files)
    await rebuild(work.root)
    // What stands in the place of a file is put back too, be it a link.
    rmSync(work.inOutput('transcripts/001.txt'))
    symlinkSync('002.txt', work.inOutput('transcripts/001.txt'))
    change(work)
    const before = everything(work)
    let failures = 0
    for (let nth = 1; nth < 40; nth++) {
      const calls = { count: 0 }
      const failing = (real: (...args: never[]) => unknown) => (from: string, to: string) => {
        if (!to.includes('.build-feed-') && ++calls.count === nth) throw systemError('EIO')
        return real(from as never, to as never)
      }
      const run = await withSystem('renameSync', failing, () => rebuild(work.root))
      if (run.output !== undefined) break
      failures++
      expect(run.ids).toEqual(['output/unwritable'])
      expect(run.diagnostics[0]?.message).toContain('the disk reports an error')
      expect(everything(work)).toEqual(before)
      expect(leftOvers(work.root)).toEqual([])
    }
    expect(failures).toBeGreaterThan(5)
    expect(existsSync(work.inOutput('chapters/001.json'))).toBe(true)
    expect(lstatSync(work.inOutput('transcripts/001.txt')).isFile()).toBe(true)
  })

  test('also where the disk has no second names, and while it is full', async () => {
    const work = layShow(files)
    await rebuild(work.root)
    change(work)
    const before = everything(work)
    const noLinks = () => () => {
      throw systemError('EPERM')
    }
    const failing = (real: (...args: never[]) => unknown) => (from: string, to: string) => {
      if (to.endsWith('feed.xml')) throw systemError('ENOSPC')
      return real(from as never, to as never)
    }
    const run = await withSystem('linkSync', noLinks, () =>
      withSystem('renameSync', failing, () => rebuild(work.root)),
    )
    expect(run.diagnostics.map(one => one.message)).toEqual(['this cannot be written: the disk is full'])
    expect(everything(work)).toEqual(before)
    expect(leftOvers(work.root)).toEqual([])
  })

  test('leaves nothing at all where there was nothing', async () => {
    const work = layShow(files)
    const failing = () => () => {
      throw systemError('EROFS')
    }
    expect((await withSystem('renameSync', failing, () => rebuild(work.root, { out: 'a/b/c' }))).ids).toEqual(
      ['output/unwritable'],
    )
    expect(existsSync(join(work.root, 'a'))).toBe(false)
    expect(existsSync(work.inShow('feed.lock.json'))).toBe(false)
  })

  test('takes nothing back that somebody else has written since', async () => {
    const work = layShow(files)
    await rebuild(work.root)
    change(work)
    const failing = (real: (...args: never[]) => unknown) => (from: string, to: string) => {
      if (to.endsWith('feed.xml')) {
        writeFileSync(work.inOutput('theirs'), 'theirs')
        real(work.inOutput('theirs') as never, work.inOutput('001.mp3') as never)
        throw systemError('EIO')
      }
      return real(from as never, to as never)
    }
    await withSystem('renameSync', failing, () => rebuild(work.root))
    expect(readFileSync(work.inOutput('001.mp3'), 'utf8')).toBe('theirs')
  })

  test('tries again while another program has a file open, as Windows asks', async () => {
    const work = layShow()
    const busy = { left: 3 }
    const failing = (real: (...args: never[]) => unknown) => (from: string, to: string) => {
      if (to.endsWith('001.mp3') && busy.left-- > 0) throw systemError('EPERM')
      return real(from as never, to as never)
    }
    expect((await withSystem('renameSync', failing, () => rebuild(work.root))).output).toBeDefined()
    expect(busy.left).toBe(-1)
  })

  test('puts a file into a folder that is another disk', async () => {
    const work = layShow(files)
    const across = (real: (...args: never[]) => unknown) => (from: string, to: string) => {
      const isNear = from.includes('transcripts')
      if (to.includes('transcripts') && !isNear) throw systemError('EXDEV')
      return real(from as never, to as never)
    }
    expect((await withSystem('renameSync', across, () => rebuild(work.root))).output).toBeDefined()
    expect(readFileSync(work.inOutput('transcripts/001.vtt'), 'utf8')).toBe(vtt)
    expect(leftOvers(work.root)).toEqual([])
  })
})

describe('--link', () => {
  const isLinked = (work: Work): boolean =>
    statSync(work.inOutput('001.mp3')).ino === statSync(work.inShow('001.mp3')).ino

  test('hard-links, finds itself unchanged, and gives way to copies', async () => {
    const work = layShow()
    expect((await cached(work, '--link')).stdout).toContain('4 files written')
    expect(isLinked(work)).toBe(true)
    expect((await cached(work, '--link')).stdout).toContain('nothing changed')
    expect(isLinked(work)).toBe(true)
    expect((await cached(work, '--check')).code).toBe(0)
    expect((await cached(work)).stdout).toContain('3 files written')
    expect(isLinked(work)).toBe(false)
    expect((await cached(work, '--link')).stdout).toContain('3 files written')
    expect(isLinked(work)).toBe(true)
  })

  test('changes no rights of the show, and a rename leaves the source what it was', async () => {
    const work = layShow()
    chmodSync(work.inShow('001.mp3'), 0o440)
    await cached(work, '--link')
    expect(statSync(work.inShow('001.mp3')).mode & 0o777).toBe(0o440)
    writeFileSync(work.inShow('002.md'), documentOf(frontMatter['002.md'], 'New.\n'))
    await cached(work)
    expect(readFileSync(work.inShow('001.mp3')).equals(Buffer.from(mp3({ seconds: 10 })))).toBe(true)
  })

  test.each(['EXDEV', 'EPERM', 'EMLINK'])('copies where the disk allows no link (%s)', async code => {
    const work = layShow()
    const failing = () => () => {
      throw systemError(code)
    }
    const { code: exit } = await withSystem('linkSync', failing, () => cached(work, '--link'))
    expect(exit).toBe(0)
    expect(isLinked(work)).toBe(false)
    expect(readFileSync(work.inOutput('001.mp3')).equals(readFileSync(work.inShow('001.mp3')))).toBe(true)
  })
})

test('two builds at the same time do not destroy each other', async () => {
  const work = layShow({ '001.vtt': vtt })
  const program = join(import.meta.dirname, '../../bin/build-feed.js')
  const run = (...flags: string[]): Promise<number | null> =>
    new Promise(resolve => {
      const child = spawn(process.execPath, [program, '--quiet', '--as-of', '2026-11-24', ...flags], {
        cwd: work.root,
        env: { ...process.env, XDG_CACHE_HOME: join(temporaryFolder(), 'cache') },
        stdio: 'ignore',
      })
      child.on('exit', resolve)
    })
  for (let i = 0; i < 3; i++) {
    writeFileSync(work.inShow('001.md'), documentOf(frontMatter['001.md'], `Notes, take ${i}.\n`))
    rmSync(work.inOutput(''), { recursive: true, force: true })
    expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0])
    expect(leftOvers(work.root)).toEqual([])
    expect(await run('--check')).toBe(0)
  }
})
