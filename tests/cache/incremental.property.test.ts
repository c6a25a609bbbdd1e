/**
 * The cache is invisible: whatever is done to a show, its output, its cache, the options or the clock,
 * the next build gives and says what a build from nothing would.
 */

import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { jpeg } from '../support/image.ts'
import { mp3 } from '../support/mpeg.ts'
import { say } from '../support/terminal.ts'

interface World {
  readonly root: string
  readonly cache: string
  now: string
  argv: readonly string[]
}

/** What is done between two builds. On a file that is gone it does nothing. */
interface Step {
  readonly does: string
  readonly act: (world: World) => void
}
const step = (does: string, act: Step['act']): Step => ({ does, act })

const inShow = (world: World, path: string): string => join(world.root, 'episodes', path)

/** Changes a file's bytes, and perhaps sets its time back to what it was, as `cp -p` and `git checkout` of old hands do. */
const change = (path: string, edit: (bytes: Buffer) => Uint8Array, restored: string): void => {
  if (!existsSync(path)) return
  const { atime, mtime } = statSync(path)
  writeFileSync(path, edit(readFileSync(path)))
  if (restored === 'time restored') utimesSync(path, atime, mtime)
}

/** The same size, other content: the last letter of the notes, or a byte in the middle of a recording. */
const flip = (bytes: Buffer, at: number): Buffer => {
  const other = Buffer.from(bytes)
  other[at] = other[at] === 0x61 ? 0x62 : 0x61
  return other
}

/** Another recording of the same length: a byte in each frame where silence has nothing to say. */
const seeded = (bytes: Uint8Array, seed: number): Uint8Array => {
  const other = Uint8Array.from(bytes)
  for (let at = 600; at + 60 < other.length; at += 418) other[at + 50] = seed
  return other
}
const recording = (seconds: number, seed: number): Uint8Array => seeded(mp3({ seconds }), seed)

/** Or most histories would end with the first episode that is deleted. */
const acceptAll = ['guid:*', 'gone:*', 'audio:*', 'back-dated:*'].flatMap(change => ['--accept', change])

const name = fc.constantFrom('001', '002', '003', '012', '015')
const restored = fc.constantFrom('time restored', 'time as it is')
const note = fc.string({ unit: fc.constantFrom('a', 'b', '*', '[', ']', '<', '&', '\n', ' '), maxLength: 30 })

const rename = (world: World, from: string, to: string): void => {
  if (existsSync(inShow(world, from))) renameSync(inShow(world, from), inShow(world, to))
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, note).map(([name, note]) =>
    step(`write ${name}.md`, world => {
      const fields = {
        ...frontMatter['001.md'],
        title: `Episode ${name}`,
        date: `2026-0${name.at(-1)}-05`,
        episode: name,
        link: `https://show.example/${name}`,
      }
      writeFiles(inShow(world, ''), {
        [`${name}.md`]: documentOf(fields, `${note}\na\n`),
        [`${name}.mp3`]: recording(10, name.charCodeAt(2)),
      })
    }),
  ),
  // More than a few of them are one finding, which stands at the newest.
  fc.tuple(fc.subarray([1, 2, 3, 4, 5, 6]), fc.constantFrom('011.mp3', 'a b.mp3')).map(([numbered, audio]) =>
    step(`numbers in the titles of ${numbered.join(', ')}, and ${audio} is shared`, world => {
      const titleOf = (i: number): string => (numbered.includes(i) ? `"Ep. ${i}: Tides"` : `Tides ${i}`)
      for (const i of [1, 2, 3, 4, 5, 6])
        writeFiles(inShow(world, ''), {
          [`01${i}.md`]: documentOf(
            {
              title: titleOf(i),
              date: `2026-03-0${i}`,
              link: `https://show.example/1${i}`,
              ...(i > 4 && { audio }),
            },
            `${i}\na\n`,
          ),
          [`01${i}.mp3`]: recording(2, i),
          'a b.mp3': recording(2, 9),
        })
    }),
  ),
  fc
    .tuple(name, restored)
    .map(([name, restored]) =>
      step(`same size: ${name}.md, ${restored}`, world =>
        change(inShow(world, `${name}.md`), bytes => flip(bytes, bytes.length - 2), restored),
      ),
    ),
  fc
    .tuple(name, restored, fc.nat(250))
    .map(([name, restored, seed]) =>
      step(`same size: ${name}.mp3 ${seed}, ${restored}`, world =>
        change(inShow(world, `${name}.mp3`), bytes => seeded(bytes, seed), restored),
      ),
    ),
  fc.tuple(name, fc.integer({ min: 2, max: 14 })).map(([name, seconds]) =>
    step(`another file: ${name}.mp3 of ${seconds} s`, world => {
      if (!existsSync(inShow(world, `${name}.mp3`))) return
      writeFileSync(inShow(world, '_new'), recording(seconds, seconds))
      rename(world, '_new', `${name}.mp3`)
    }),
  ),
  name.map(name =>
    step(`touch ${name}`, world => {
      for (const path of [`${name}.md`, `${name}.mp3`])
        if (existsSync(inShow(world, path))) utimesSync(inShow(world, path), 1, 1_700_000_000)
    }),
  ),
  name.map(name =>
    step(`delete ${name}`, world => {
      for (const path of [`${name}.md`, `${name}.mp3`]) rmSync(inShow(world, path), { force: true })
    }),
  ),
  fc
    .tuple(name, name)
    .map(([from, to]) =>
      step(`move ${from}.mp3 to ${to}.mp3`, world => rename(world, `${from}.mp3`, `${to}.mp3`)),
    ),
  fc
    .constantFrom(3000, 1400, 20)
    .map(width =>
      step(`cover ${width}`, world => writeFileSync(inShow(world, 'cover.jpg'), jpeg({ width }))),
    ),
  fc.constantFrom('Sea', 'Land').map(title =>
    step(`show ${title}`, world => {
      const fields = { ...frontMatter['show.md'], title }
      writeFileSync(inShow(world, 'show.md'), documentOf(fields, 'Talks.\n'))
    }),
  ),
  fc.constant(
    step('add a transcript', world =>
      writeFileSync(inShow(world, '001.vtt'), 'WEBVTT\n\n00:00.000 --> 00:09.000\nHello\n'),
    ),
  ),
  fc.constant(step('lose the lock', world => rmSync(inShow(world, 'feed.lock.json'), { force: true }))),
  fc.tuple(fc.constantFrom('feed.xml', '001.mp3', 'cover.jpg'), restored).map(([path, restored]) =>
    step(`spoil public/${path}, ${restored}`, world => {
      const file = join(world.root, 'public', path)
      if (!existsSync(file)) return
      const bytes = readFileSync(file)
      const { atime, mtime } = statSync(file)
      // The output's recordings are links of the sources, which shall stay as they are.
      rmSync(file)
      writeFileSync(file, path === 'feed.xml' ? flip(bytes, 40) : 'spoilt')
      if (restored === 'time restored') utimesSync(file, atime, mtime)
    }),
  ),
  fc
    .constantFrom('feed.xml', '002.mp3')
    .map(path =>
      step(`lose public/${path}`, world => rmSync(join(world.root, 'public', path), { force: true })),
    ),
  fc.constantFrom('2026-01-10T00:00:00Z', '2026-02-20T00:00:00Z', '2026-11-24T12:00:00Z').map(now =>
    step(`it is ${now}`, world => {
      world.now = now
    }),
  ),
  fc
    .tuple(fc.subarray(['--drafts', '--no-audio', '--strict', '--frozen']), fc.boolean())
    .map(([flags, accepts]) =>
      step(`options: ${flags.join(' ')}${accepts ? ', everything accepted' : ''}`, world => {
        world.argv = accepts ? [...flags, ...acceptAll] : flags
      }),
    ),
  fc
    .constantFrom('truncate', 'flip', 'garbage', 'delete')
    .map(how => step(`${how} the cache`, world => spoilCache(world, how))),
  fc.constant(step('nothing', () => {})),
)

const spoilCache = (world: World, how: string): void => {
  if (!existsSync(world.cache)) return
  for (const file of readdirSync(world.cache, { recursive: true, withFileTypes: true }).filter(one =>
    one.isFile(),
  )) {
    const path = join(file.parentPath, file.name)
    if (how === 'truncate') truncateSync(path, Math.floor(statSync(path).size / 2))
    else if (how === 'flip') change(path, bytes => flip(bytes, bytes.length - 20), 'time restored')
    else if (how === 'garbage') change(path, () => Buffer.from('garbage'), 'time restored')
    else rmSync(path)
  }
}

/** Text as it is, so that a difference can be read; of bytes their digest. */
const contentOf = (path: string): string =>
  path.endsWith('.xml')
    ? readFileSync(path, 'utf8')
    : createHash('sha256').update(readFileSync(path)).digest('hex')

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath, entry.name))
          .map(path => [path.slice(folder.length), contentOf(path)])
      : [],
  )

/** What a build says, without what it counts and how long it took. */
const words = (text: string): string => text.replace(/ {2}[^ ]* (files? written|changed).*$/gm, '')

const buildAndCompare = async (world: World): Promise<void> => {
  const { root, now, argv } = world
  const fresh = join(dirname(root), 'fresh')
  rmSync(fresh, { recursive: true, force: true })
  cpSync(join(root, 'episodes'), join(fresh, 'episodes'), { recursive: true, preserveTimestamps: true })
  const wanted = await say({ cwd: fresh, now }, '--no-cache', ...argv)
  const got = await say({ cwd: root, now, env: { XDG_CACHE_HOME: world.cache } }, ...argv)
  expect({ ...got, stdout: words(got.stdout) }).toEqual({ ...wanted, stdout: words(wanted.stdout) })
  if (wanted.code !== 0) return
  expect(filesIn(join(root, 'public'))).toMatchObject(filesIn(join(fresh, 'public')))
  expect(readFileSync(join(root, 'episodes/feed.lock.json'), 'utf8')).toBe(
    readFileSync(join(fresh, 'episodes/feed.lock.json'), 'utf8'),
  )
}

test('a build is what a build from nothing would be, whatever has been done in between', async () => {
  const history = fc.array(fc.record({ step: steps, builds: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 3,
    maxLength: 7,
  })
  await fc.assert(
    fc.asyncProperty(history, async history => {
      const folder = temporaryFolder()
      const world: World = {
        root: join(folder, 'work'),
        cache: join(folder, 'cache'),
        now: '2026-11-24T12:00:00Z',
        argv: acceptAll,
      }
      writeFiles(join(world.root, 'episodes'), goodShow())
      await buildAndCompare(world)
      await buildAndCompare(world)
      for (const { step, builds } of history) {
        step.act(world)
        for (let i = 0; i < builds; i++) await buildAndCompare(world)
      }
    }),
    { numRuns: Number(process.env.HISTORIES ?? 8) },
  )
}, 600_000)
