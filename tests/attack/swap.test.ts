/**
 * Somebody changes the show while it is built: whatever comes into the place of a file or a folder between the two steps of the
 * door, nothing outside is read or written. Not tried by luck: the hook is told when the door has looked.
 */

import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import type { Between } from '../../src/door/index.ts'
import { lockName } from '../../src/names.ts'
import { concat } from '../support/bytes.ts'
import { type Files, temporaryFolder, writeFiles } from '../support/folder.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { id3v2 } from '../support/id3.ts'
import { jpeg } from '../support/image.ts'
import { mp3 } from '../support/mpeg.ts'
import { canMakePipes, makePipe } from '../support/special-file.ts'

const token = 'TOP-SECRET'

/** The same names, inside and outside; what is outside holds what nobody may see. */
const filesWith = (word: string): Files => ({
  ...goodShow(),
  'show.md': documentOf(frontMatter['show.md'], `About ${word}.\n`),
  'cover.jpg': jpeg({ width: 3000, trailer: Buffer.from(word) }),
  '001.md': documentOf({ ...frontMatter['001.md'], transcripts: 'talk/001.vtt' }, `On ${word}.\n`),
  '001.mp3': concat(id3v2({ texts: { TIT2: word }, encoding: 'latin1' }), mp3({ seconds: 10 })),
  '001.chapters.txt': `0:00 ${word}\n0:04 More\n0:08 End\n`,
  'talk/001.vtt': `WEBVTT\n\n00:00.000 --> 00:09.000\n<v Ada>${word}\n`,
  'sub/003.md': documentOf(
    { ...frontMatter['002.md'], title: `Of ${word}`, episode: '3', link: 'https://show.example/3' },
    `For ${word}.\n`,
  ),
  'sub/003.mp3': concat(id3v2({ texts: { TIT2: word }, encoding: 'latin1' }), mp3({ seconds: 12 })),
  'sub/003.jpg': jpeg({ width: 3000, trailer: Buffer.from(word) }),
})

interface Scene {
  readonly root: string
  readonly show: string
  readonly secrets: string
}

const sceneOf = (): Scene => {
  const root = temporaryFolder()
  const [show, secrets] = [join(root, 'repository/episodes'), join(root, 'secrets')]
  writeFiles(show, filesWith('boats'))
  writeFiles(secrets, filesWith(token))
  return { root, show, secrets }
}

const buildIn = async ({ root, show }: Scene, between: Between) => {
  const out = join(root, 'repository/public')
  const { diagnostics } = await build({
    location: show,
    folder: 'episodes',
    out,
    outFolder: 'public',
    now: Date.parse('2026-11-24T12:00:00Z'),
    audio: true,
    generator: 'build-feed test',
    between,
    process: { id: process.pid, isRunning: () => true },
  })
  return { diagnostics, out }
}

/** One moment at which something could be changed: between looking and doing. */
interface Moment {
  readonly step: Parameters<Between>[0]
  readonly path: string
}

/** Those of a build. Another build of the same show has the same. */
const momentsOf = async (scene: Scene): Promise<readonly Moment[]> => {
  const moments = new Map<string, Moment>()
  const { diagnostics } = await buildIn(scene, (step, path) => {
    moments.set(`${step} ${path}`, { step, path })
  })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return [...moments.values()]
}

const moments = await momentsOf(sceneOf())

/** `at`: what is to be replaced; `by`: what has its name outside. */
interface Swap {
  readonly name: string
  readonly of: 'file' | 'anything' | 'folder'
  readonly put: (at: string, by: string) => void
}

const swaps: readonly Swap[] = [
  { name: 'a link out', of: 'anything', put: (at, by) => symlinkSync(by, at) },
  { name: 'a second name of a secret', of: 'file', put: (at, by) => linkSync(by, at) },
  // A folder that is moved into the show is a part of it.
  { name: 'the secret itself', of: 'file', put: (at, by) => renameSync(by, at) },
  { name: 'a link out, where its folder was', of: 'folder', put: (at, by) => symlinkSync(by, at) },
  { name: 'nothing', of: 'anything', put: () => {} },
  ...(canMakePipes ? [{ name: 'a pipe', of: 'file', put: makePipe } as const] : []),
]

const swapAt = ({ root, show, secrets }: Scene, { path }: Moment, { of, put }: Swap): void => {
  const inside = of === 'folder' ? dirname(path) : path
  const aside = join(root, 'aside')
  mkdirSync(aside)
  renameSync(join(show, inside), join(aside, 'it'))
  put(join(show, inside), join(secrets, inside))
}

const isFolder = ({ path, step }: Moment): boolean => step === 'list' || path === ''

const traces = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .map(entry => join(entry.parentPath, entry.name))
        .filter(path => lstatSync(path).isFile())
        .map(path => readFileSync(path, 'latin1'))
        .join('\n')
    : ''

test('a build has moments of every kind', () => {
  const steps = new Set(moments.map(({ step }) => step))
  expect([...steps].sort()).toEqual(['copy', 'list', 'open', ...(steps.has('stat') ? ['stat'] : [])])
  expect(moments.length).toBeGreaterThan(15)
})

describe.each(swaps)('$name in its place', swap => {
  const tried = moments.filter(moment => swap.of !== 'file' || !isFolder(moment))
  test(`gets nothing at any of ${tried.length} moments`, async () => {
    for (const moment of tried) {
      const scene = sceneOf()
      let isDone = false
      const { diagnostics, out } = await buildIn(scene, (step, path) => {
        if (isDone || step !== moment.step || path !== moment.path) return
        isDone = true
        swapAt(scene, moment, swap)
      })
      expect(isDone, `${moment.step} ${moment.path}`).toBe(true)
      const said = JSON.stringify(diagnostics)
      expect(said.includes(token), `said at ${moment.step} ${moment.path}: ${said}`).toBe(false)
      expect(traces(out).includes(token), `published at ${moment.step} ${moment.path}`).toBe(false)
      expect(existsSync(join(scene.secrets, lockName)), `written at ${moment.step} ${moment.path}`).toBe(
        false,
      )
    }
  })
})
