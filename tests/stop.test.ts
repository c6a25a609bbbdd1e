/** Ctrl-C, or the end of a job: what is under way ends at once, nothing is half written, and the shell is told what ended it. */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BuildOptions, build } from '../src/build.ts'
import { Stopped } from '../src/cli/io.ts'
import { type AudioHost, audioHost } from './support/audio-host.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { mp3 } from './support/mpeg.ts'
import { now, rebuild } from './support/run.ts'
import { say } from './support/terminal.ts'

const program = join(import.meta.dirname, '../bin/build-feed.js')

/** Takes every question and answers none. */
interface SilentHost extends AudioHost {
  /** When it was asked for the first time. */
  readonly asked: Promise<void>
  /** When whoever asked has hung up. */
  readonly left: Promise<void>
}

const silentHost = async (): Promise<SilentHost> => {
  const hear = { asked: () => {}, left: () => {} }
  const asked = new Promise<void>(resolve => {
    hear.asked = resolve
  })
  const left = new Promise<void>(resolve => {
    hear.left = resolve
  })
  const host = await audioHost(request => {
    request.socket.once('close', () => hear.left())
    hear.asked()
  })
  return { ...host, asked, left }
}

const state = { host: undefined as unknown as SilentHost, root: '' }

beforeEach(async () => {
  state.host = await silentHost()
  state.root = temporaryFolder()
  writeFiles(join(state.root, 'episodes'), goodShow())
  await rebuild(state.root)
})
afterEach(async () => {
  await state.host.close()
})

/** Every file below, with its bytes; what is left over of a build is among them. */
const everything = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .map(entry => [entry, join(entry.parentPath, entry.name)] as const)
      .map(([entry, path]) => [
        path.slice(root.length + 1),
        entry.isFile() ? readFileSync(path, 'latin1') : 'folder',
      ]),
  )

/** The audio of an episode is where nobody answers. */
const nameSilentAudio = (): string =>
  writeFiles(join(state.root, 'episodes'), {
    '001.md': documentOf({ ...frontMatter['001.md'], audio: `${state.host.origin}/1.mp3` }, 'New notes.\n'),
  })

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

const start = (...argv: string[]): { child: ChildProcessWithoutNullStreams; ended: Promise<Ended> } => {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: state.root,
    env: { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: join(temporaryFolder(), 'cache') },
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => {
      said[name] += chunk.toString()
    })
  const ended = new Promise<Ended>(resolve =>
    child.on('close', (code, signal) => resolve({ code, signal, ...said })),
  )
  return { child, ended }
}

const words = (by: string): string => `build-feed: stopped by ${by}; what was not finished is as it was\n`

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (by, code) => {
  const clean = { code, signal: null, stdout: '', stderr: words(by) }

  test('ends a build that waits for a host: the old feed stays, nothing is left over, no stack is shown', async () => {
    nameSilentAudio()
    const before = everything(state.root)
    const { child, ended } = start('--allow-private', '--as-of', '2026-11-24', '--out', 'public')
    await state.host.asked
    child.kill(by)
    expect(await ended).toEqual(clean)
    expect(everything(state.root)).toEqual(before)
    await state.host.left
  })

  test('ends the look at a feed that is live', async () => {
    const { child, ended } = start('validate', `${state.host.origin}/feed.xml`, '--allow-private')
    await state.host.asked
    child.kill(by)
    expect(await ended).toEqual(clean)
    await state.host.left
  })

  test('ends the wait for a feed on standard input', async () => {
    const { child, ended } = start('validate', '-')
    child.stdin.on('error', () => {})
    // More than a pipe holds: when it is gone, it is being read.
    await new Promise(written => child.stdin.write('x'.repeat(1_000_000), written))
    child.kill(by)
    expect(await ended).toEqual(clean)
  })
})

test('the line of progress is cleared before it is said', async () => {
  nameSilentAudio()
  const controller = new AbortController()
  const said = say(
    { cwd: state.root, terminal: true, signal: controller.signal },
    'validate',
    '--allow-private',
    '--no-cache',
  )
  await state.host.asked
  controller.abort(new Stopped('SIGINT'))
  const { code, stderr } = await said
  expect(code).toBe(130)
  expect(stderr).toMatch(new RegExp(`\\r\\u001b\\[2K${words('SIGINT')}$`))
})

describe('at any moment', () => {
  const changed = (): string =>
    writeFiles(join(state.root, 'episodes'), {
      '001.mp3': mp3({ seconds: 14 }),
      '002.mp3': mp3({ seconds: 15 }),
      '001.md': documentOf({ ...frontMatter['001.md'], title: 'Another title' }, 'New notes.\n'),
    })

  const options = (over: Partial<BuildOptions>): BuildOptions => ({
    location: join(state.root, 'episodes'),
    folder: 'episodes',
    out: join(state.root, 'public'),
    outFolder: 'public',
    now,
    audio: true,
    accept: ['audio:*'],
    generator: 'build-feed test',
    process: { id: process.pid, isRunning: () => true },
    ...over,
  })

  /** Stops it at the nth of all the moments that it tells of; gives whether there were so many. */
  const stoppedAt = async (nth: number, over: Partial<BuildOptions> = {}): Promise<boolean> => {
    const controller = new AbortController()
    let moments = 0
    const moment = (): void => {
      if (++moments === nth) controller.abort(new Stopped('SIGINT'))
    }
    const { signal } = controller
    try {
      const stage = (name: string): void => {
        if (name !== 'done') moment()
      }
      await build(options({ signal, onStage: stage, onProgress: moment, onFile: moment, ...over }))
      return false
    } catch (error) {
      expect(error).toBe(signal.reason)
      return true
    }
  }

  test.each([
    ['a build', {}],
    ['a build that only compares', { check: true }],
  ])('%s that is stopped has written nothing, and the next one writes it all', async (_, over) => {
    changed()
    const before = everything(state.root)
    let nth = 1
    for (; await stoppedAt(nth, over); nth++)
      expect(everything(state.root), `stopped at ${nth}`).toEqual(before)
    expect(nth).toBeGreaterThan(8)
    const { output } = await build(options({}))
    expect(output?.written).toEqual(
      Object.keys(over).length > 0 ? expect.arrayContaining(['feed.xml', '001.mp3']) : [],
    )
  })

  test('one for which there was no output folder leaves none', async () => {
    const before = everything(state.root)
    const out = join(state.root, 'deep/site')
    let nth = 1
    for (; await stoppedAt(nth, { out, outFolder: 'deep/site' }); nth++)
      expect(Object.keys(everything(state.root))).toEqual(Object.keys(before))
    expect(nth).toBeGreaterThan(8)
    expect(everything(state.root)).toHaveProperty('deep/site/feed.xml')
  })
})
