/** The library: what the README shows of it runs, what cannot be asked of it is refused before anything happens, and every name of it is explained. */

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as library from '../src/index.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { mp3 } from './support/mpeg.ts'

const root = join(import.meta.dirname, '..')

const show = (): string => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), goodShow())
  return join(cwd, 'episodes')
}

describe('what the README shows', () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  const examples = [...text.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code!)
  const cwd = temporaryFolder()
  cpSync(join(root, 'episodes'), join(cwd, 'episodes'), { recursive: true })
  mkdirSync(join(cwd, 'node_modules'))
  symlinkSync(root, join(cwd, 'node_modules/build-feed'))

  test('is an example of each function', () => {
    const named = examples.flatMap(
      code => /import \{ ([^}]*) \} from 'build-feed'/.exec(code)?.[1]?.split(', ') ?? [],
    )
    expect(named.toSorted()).toEqual(
      Object.keys(library)
        .filter(name => name !== 'OptionError')
        .toSorted(),
    )
  })

  test.each(examples.map((code, index) => [index, code] as const))('runs: example %i', (index, code) => {
    writeFileSync(join(cwd, `${index}.mjs`), code)
    const said = execFileSync(process.execPath, [`${index}.mjs`], { cwd, encoding: 'utf8' })
    // The sample show has nothing to be told of.
    if (!code.includes('for (const')) expect(said === '').toBe(!code.includes('console.log'))
    else expect(said).toBe('')
  })
})

test('a feed is read into the model that a build comes to, and made in memory as it is written', async () => {
  const folder = show()
  const now = new Date('2026-11-24T12:00:00Z')
  const made = await library.make(folder, { now })
  const feed = made.artefacts.find(({ path }) => path === 'feed.xml')!
  if (!('bytes' in feed)) throw new Error('the feed is a file')
  expect(readdirSync(folder)).not.toContain('feed.lock.json')
  const read = library.readFeed(feed.bytes, { now })
  expect(read.diagnostics).toEqual(library.validateFeed(feed.bytes, { now }).diagnostics)
  expect(read.show?.title).toBe(made.podcast!.show.title)
  expect(read.episodes.map(({ guid }) => guid)).toEqual(
    made.podcast!.releases.map(({ episode }) => episode.guid),
  )
  expect(library.readFeed('<rss')).toMatchObject({ show: undefined, episodes: [] })
})

test('a recording is measured; what is none is said', async () => {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, 'a.mp3'), mp3({ seconds: 3 }))
  writeFileSync(join(cwd, 'b.mp3'), 'words')
  const reading = await library.readAudio(join(cwd, 'a.mp3'))
  expect(reading.kind === 'audio' && Math.abs(reading.facts.duration - 3) < 0.1).toBe(true)
  expect((await library.readAudio(join(cwd, 'b.mp3'))).kind).toBe('not-audio')
  await expect(library.readAudio(join(cwd, 'c.mp3'))).rejects.toThrow('ENOENT')
})

test('`for` says whom it is judged for', async () => {
  const folder = show()
  writeFiles(folder, {
    'show.md': String(goodShow()['show.md']).replace(/^categories:.*$/m, 'categories: Witchcraft'),
  })
  const rulesFor = async (of: 'apple' | 'podcastindex') =>
    (await library.validate(folder, { for: of })).diagnostics.map(({ rule }) => rule)
  expect(await rulesFor('apple')).toContain('show/category-known')
  expect(await rulesFor('podcastindex')).not.toContain('show/category-known')
})

describe('what cannot be asked', () => {
  const wrong: readonly (readonly [string, object])[] = [
    ['baseUrl', { baseUrl: 'nonsense' }],
    ['baseUrl', { baseUrl: 'ftp://show.example/' }],
    ['baseUrl', { baseUrl: 'https://ada:secret@show.example/' }],
    ['baseUrl', { baseUrl: 12 }],
    ['now', { now: new Date('x') }],
    ['now', { now: '2026-11-24' }],
    ['out', { out: '' }],
    ['out', { out: 7 }],
    ['for', { for: 'aple' }],
    ['for', { for: [] }],
    ['for', { for: [undefined] }],
    ['accept', { accept: 'gone:002' }],
    ['accept', { accept: ['everything'] }],
    ['drafts', { drafts: 'yes' }],
    ['refresh', { frozen: true, refresh: true }],
    ['scanRemote', { frozen: true, scanRemote: true }],
    ['outt', { outt: 'public' }],
    ['options', [] as object],
    ['options', null as unknown as object],
  ]

  test.each(wrong)('%s: %j, and nothing is read or written', async (option, options) => {
    const folder = show()
    for (const ask of [library.build, library.validate, library.make]) {
      const refused: unknown = await ask(folder, options as library.Options).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(library.OptionError)
      expect(refused).toMatchObject({ name: 'OptionError', option })
      expect((refused as Error).message).not.toContain('secret')
    }
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(goodShow()).toSorted())
    expect(existsSync(join(folder, '../public'))).toBe(false)
  })

  test('a misspelt option is told the nearest', async () => {
    await expect(library.build(show(), { basURL: 'x' } as object)).rejects.toThrow('did you mean baseUrl?')
    await expect(library.build(show(), { for: 'aple' } as object)).rejects.toThrow('did you mean "apple"?')
  })

  test.each([undefined, null, 7, {}])('%j is no feed', feed => {
    for (const ask of [library.validateFeed, library.readFeed])
      expect(() => ask(feed as never)).toThrow(library.OptionError)
  })

  test('of a feed: options that it does not have', () => {
    expect(() => library.validateFeed('<rss/>', { now: new Date('x') })).toThrow(library.OptionError)
    expect(() => library.validateFeed('<rss/>', { for: 'nobody' as never })).toThrow(library.OptionError)
  })
})

test('it listens to nothing of the program that uses it', async () => {
  const before = [process.stdout, process.stderr].map(stream => stream.listenerCount('error'))
  const folder = show()
  await library.build(folder, { out: join(folder, '../public') })
  await library.validate(folder)
  await library.make(folder)
  expect([process.stdout, process.stderr].map(stream => stream.listenerCount('error'))).toEqual(before)
})

test('every public name has its words', () => {
  const said = execFileSync(process.execPath, ['scripts/check-docblocks.js'], { cwd: root, encoding: 'utf8' })
  expect(said).toMatch(/^\d+ public names, all with their words\n$/)
})
