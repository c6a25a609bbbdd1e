/**
 * Whatever is done to recordings between builds, with a cache and without: after each that succeeds, every enclosure in the output has
 * exactly the bytes of its source, and the feed's length; after each that fails, the output is what it was.
 */

import {
  appendFileSync,
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { expect, test } from 'vitest'
import { documentOf, frontMatter } from '../support/good-show.ts'
import { mp3 } from '../support/mpeg.ts'
import { layShow, snapshot, type Work } from '../support/output.ts'
import fc from '../support/property.ts'
import { say } from '../support/terminal.ts'

/** What is done between two builds. On a file that is not there it does nothing. */
interface Step {
  readonly does: string
  readonly act: (work: Work) => void
}
const step = (does: string, act: Step['act']): Step => ({ does, act })

const change = (path: string, edit: (path: string) => void, isRestored: boolean): void => {
  if (!existsSync(path)) return
  const { atime, mtime } = statSync(path)
  edit(path)
  if (isRestored) utimesSync(path, atime, mtime)
}

/** Other sound of the same size; between the samples of the fingerprint nothing but the bytes shows it. */
const bleeped = (bytes: Buffer, at: number, seed: number): Buffer => {
  const other = Buffer.from(bytes)
  for (let i = Math.floor(bytes.length * at); i < bytes.length && i < bytes.length * at + 5; i++)
    other[i] = seed
  return other
}

const name = fc.constantFrom('001', '002', '003')
const isRestored = fc.boolean()
const seconds = fc.constantFrom(10, 11, 12, 12.01)
const seed = fc.nat(255)

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, seconds, isRestored).map(([name, seconds, isRestored]) =>
    step(`replace ${name} by ${seconds} s${isRestored ? ', its time kept' : ''}`, work =>
      change(
        work.inShow(`${name}.mp3`),
        path => {
          writeFileSync(work.inShow('_new'), mp3({ seconds }))
          renameSync(work.inShow('_new'), path)
        },
        isRestored,
      ),
    ),
  ),
  fc
    .tuple(name, fc.integer({ min: 1, max: 9 }), isRestored)
    .map(([name, tenths, isRestored]) =>
      step(`truncate ${name} to ${tenths} tenths`, work =>
        change(
          work.inShow(`${name}.mp3`),
          path => truncateSync(path, Math.floor((statSync(path).size * tenths) / 10)),
          isRestored,
        ),
      ),
    ),
  fc
    .tuple(name, fc.constantFrom(0.13, 0.2, 0.45, 0.8), seed, isRestored)
    .map(([name, at, seed, isRestored]) =>
      step(`bleep ${name} at ${at} with ${seed}${isRestored ? ', its time kept' : ''}`, work =>
        change(
          work.inShow(`${name}.mp3`),
          path => writeFileSync(path, bleeped(readFileSync(path), at, seed)),
          isRestored,
        ),
      ),
    ),
  fc
    .tuple(name, isRestored)
    .map(([name, isRestored]) =>
      step(`write behind ${name}`, work =>
        change(work.inShow(`${name}.mp3`), path => appendFileSync(path, mp3({ seconds: 1 })), isRestored),
      ),
    ),
  fc.tuple(name, fc.constantFrom('episodes', 'public')).map(([name, folder]) =>
    step(`touch ${folder}/${name}`, work => {
      const path = folder === 'public' ? work.inOutput(`${name}.mp3`) : work.inShow(`${name}.mp3`)
      if (existsSync(path)) utimesSync(path, 1_700_000_000, 1_700_000_000)
    }),
  ),
  fc.tuple(name, name).map(([from, to]) =>
    step(`rename ${from} to ${to}`, work => {
      if (!existsSync(work.inShow(`${from}.mp3`))) return
      for (const ending of ['md', 'mp3'])
        renameSync(work.inShow(`${from}.${ending}`), work.inShow(`${to}.${ending}`))
    }),
  ),
  fc.tuple(name, name).map(([one, other]) =>
    step(`swap the recordings of ${one} and ${other}`, work => {
      const paths = [work.inShow(`${one}.mp3`), work.inShow(`${other}.mp3`)] as const
      if (one === other || !paths.every(path => existsSync(path))) return
      renameSync(paths[0], work.inShow('_one'))
      renameSync(paths[1], paths[0])
      renameSync(work.inShow('_one'), paths[1])
    }),
  ),
  name.map(name =>
    step(`publish ${name}`, work => {
      const fields = {
        ...frontMatter['001.md'],
        title: `Take ${name}`,
        date: `2026-03-${name.slice(1)}`,
        episode: name.at(-1)!,
      }
      writeFileSync(
        work.inShow(`${name}.md`),
        documentOf({ ...fields, link: `https://show.example/${name}` }, 'Notes.\n'),
      )
      if (!existsSync(work.inShow(`${name}.mp3`)))
        writeFileSync(work.inShow(`${name}.mp3`), mp3({ seconds: 10 + Number(name) }))
    }),
  ),
  fc
    .tuple(name, isRestored)
    .map(([name, isRestored]) =>
      step(`spoil public/${name}${isRestored ? ', its time kept' : ''}`, work =>
        change(
          work.inOutput(`${name}.mp3`),
          path => writeFileSync(path, bleeped(readFileSync(path), 0.5, 1)),
          isRestored,
        ),
      ),
    ),
  name.map(name =>
    step(`link public/${name} to its source, as 0.1.0 did`, work => {
      if (!existsSync(work.inOutput(`${name}.mp3`)) || !existsSync(work.inShow(`${name}.mp3`))) return
      rmSync(work.inOutput(`${name}.mp3`))
      linkSync(work.inShow(`${name}.mp3`), work.inOutput(`${name}.mp3`))
    }),
  ),
  name.map(name =>
    step(`lose public/${name}`, work => rmSync(work.inOutput(`${name}.mp3`), { force: true })),
  ),
)

/** All that a build may need to be accepted; or most histories would end with the first change. */
const everything = ['audio:*', 'gone:*', 'guid:*', 'back-dated:*'].flatMap(change => ['--accept', change])
const builds = fc.record({
  isCached: fc.boolean(),
  isAccepted: fc.boolean(),
})

/** By path in the output. */
const enclosures = (feed: string): ReadonlyMap<string, number> =>
  new Map(
    [...feed.matchAll(/<enclosure [^>]*>/g)].map(([tag]) => [
      /url="https:\/\/show\.example\/feed\/([^"]+)"/.exec(tag)![1]!,
      Number(/length="(\d+)"/.exec(tag)![1]),
    ]),
  )

test('every enclosure has the bytes of its source and the length of the feed, and a build that fails changes nothing', async () => {
  const counts = { succeeded: 0, failed: 0 }
  const history = fc.array(fc.record({ step: steps, build: builds }), { minLength: 6, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(history, async history => {
      const work = layShow()
      const build = (isCached: boolean, flags: readonly string[]) =>
        say(
          { cwd: work.root, env: { XDG_CACHE_HOME: work.cache } },
          ...(isCached ? [] : ['--no-cache']),
          ...flags,
        )
      expect((await build(true, [])).code).toBe(0)
      for (const { step, build: asked } of history) {
        step.act(work)
        const lock = readFileSync(work.inShow('feed.lock.json'), 'utf8')
        const before = snapshot(work.inOutput(''))
        const { code } = await build(asked.isCached, asked.isAccepted ? everything : [])
        counts[code === 0 ? 'succeeded' : 'failed']++
        if (code !== 0) {
          expect(snapshot(work.inOutput(''))).toEqual(before)
          expect(readFileSync(work.inShow('feed.lock.json'), 'utf8')).toBe(lock)
          continue
        }
        const named = enclosures(readFileSync(work.inOutput('feed.xml'), 'utf8'))
        expect(named.size).toBeGreaterThan(0)
        for (const [path, length] of named) {
          expect(statSync(work.inOutput(path)).size, path).toBe(length)
          const isSame = readFileSync(work.inOutput(path)).equals(readFileSync(work.inShow(path)))
          expect(isSame, path).toBe(true)
          expect(statSync(work.inOutput(path)).ino).not.toBe(statSync(work.inShow(path)).ino)
        }
      }
    }),
    { numRuns: Number(process.env.HISTORIES ?? 12) },
  )
  // Both happen, or nothing was proved.
  expect(counts.succeeded).toBeGreaterThan(10)
  expect(counts.failed).toBeGreaterThan(2)
})
