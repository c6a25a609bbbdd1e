/** Far too much of one thing: it takes as long as there is of it and no longer, and is told in a few words. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { namesIndex } from '../src/check/rules/audio/same-name.ts'
import { main } from '../src/cli/main.ts'
import { diagnose } from '../src/diagnostic.ts'
import { fewInAll, fewOfEachRule } from '../src/few.ts'
import {
  feedBytes,
  feedEqualElements,
  feedItems,
  findingsOfARule,
  folderLevels,
  markdownFileBytes,
  messageCharacters,
  pictureSegments,
  quotedCharacters,
} from '../src/limits.ts'
import unknownKey from '../src/load/rules/unknown-key.ts'
import { measureImage } from '../src/probe/image/index.ts'
import { saidOnce, withMore } from '../src/report/said-once.ts'
import { hasMoreLines } from '../src/syntax/lines.ts'
import { positionsIn } from '../src/syntax/positions.ts'
import { attackFlood } from './support/attack-flood.ts'
import { frontMatterFloods } from './support/floods.ts'
import { temporaryFolder } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { growth, LINEAR } from './support/growth.ts'
import { jpeg, png } from './support/image.ts'
import { lay } from './support/lay.ts'
import { laid } from './support/lay-feed.ts'
import { watch } from './support/reading.ts'
import { rebuild, runShow } from './support/run.ts'
import { runFeed } from './support/run-feed.ts'

describe('front matter', () => {
  test.each([
    'unknown keys',
    'merge keys',
    'misspelt keys of persons',
    'control characters',
    'allowances',
    'one allowance',
  ])('%s: time in proportion, and few findings', async name => {
    expect(await attackFlood(temporaryFolder(), frontMatterFloods[name]!, 2500)).toBeUndefined()
  })

  test('20,000 unknown keys are told a few times, and counted', async () => {
    const { '001.md': text } = frontMatterFloods['unknown keys']!(20_000)
    const { diagnostics } = await runShow({ ...goodShow(), '001.md': text! })
    expect(diagnostics).toHaveLength(findingsOfARule)
    expect(diagnostics.at(-1)!.more).toBe(19_000)
    expect(saidOnce(diagnostics)).toHaveLength(3)
    expect(saidOnce(diagnostics).at(-1)!.message).toMatch(/ \(and 19,997 more of this kind\)$/)
  })
})

describe('findings', () => {
  const made = (file: string, message: string) => diagnose(unknownKey, { place: { file }, message })

  test('of one rule in one file, no more are made than are told', () => {
    const few = fewOfEachRule(3)
    let count = 0
    for (let n = 0; n < 10; n++)
      few.say(unknownKey, 'a.md', () => {
        count++
        return made('a.md', `${n}`)
      })
    few.say(unknownKey, 'b.md', () => made('b.md', 'other'))
    expect(count).toBe(3)
    expect(few.isEnough(unknownKey, 'a.md')).toBe(true)
    expect(few.isEnough(unknownKey, 'b.md')).toBe(false)
    expect(few.all().map(one => withMore(one).message)).toEqual(['0', '1', '2 (and 7 more like it)', 'other'])
  })

  test('made already: the same', () => {
    const all = Array.from({ length: 10 }, (_, n) => made(n < 6 ? 'a.md' : 'b.md', `${n}`))
    expect(fewInAll(all, 4).map(one => withMore(one).message)).toEqual([
      '0',
      '1',
      '2',
      '3 (and 6 more like it)',
    ])
    expect(fewInAll(all, 10)).toBe(all)
  })

  test('an error is never left out for notes of its kind', () => {
    const notes = Array.from({ length: 5 }, (_, n) => ({
      ...made(`${n}.md`, 'x'),
      severity: 'note' as const,
    }))
    const error = { ...made('z.md', 'x'), severity: 'error' as const }
    expect(fewInAll([...notes, error], 2).map(({ severity }) => severity)).toEqual(['note', 'note', 'error'])
  })

  test('a value is quoted as far as it helps, be it a book', async () => {
    const { files } = lay({ '001.md': `link: ${'x'.repeat(100_000)}` })
    const { diagnostics } = await runShow(files)
    const found = diagnostics.find(({ rule }) => rule === 'front-matter/url')
    expect(found?.message).toContain('…" is not a full address')
    expect(found!.message.length).toBeLessThan(quotedCharacters + 200)
    expect(found!.help!.length).toBeLessThanOrEqual(messageCharacters + 3)
  })

  test('a message whose value holds quotes is bounded all the same, and no character is cut in half', () => {
    const { message } = diagnose(unknownKey, {
      place: { file: 'a.md' },
      message: `"${'\ud83d\ude00"'.repeat(5000)} is wrong`,
    })
    expect(message.length).toBeLessThanOrEqual(messageCharacters + 3)
    expect(message.isWellFormed()).toBe(true)
    expect(message).toMatch(/ is wrong$/)
  })
})

describe('tags that name other episodes', () => {
  const names = (size: number) =>
    Array.from({ length: size }, (_, n) => ({
      name: `Harbour talk of the port ${n.toString(36)} ${(n * 7).toString(36)}x`,
      owner: n,
    }))

  test('each is looked for by its words: time in proportion', () => {
    const find = (all: ReturnType<typeof names>): void => {
      const index = namesIndex(all)
      for (const { name, owner } of all) index.find(name, other => other !== owner)
    }
    expect(growth(names, 1000, find)).toBeLessThan(LINEAR)
  })

  test('the episode that a tag names is found, but not itself', () => {
    const index = namesIndex([
      { name: 'The lighthouse keeper', owner: 1 },
      { name: 'Tide tables', owner: 2 },
      { name: 'Lighthouse', owner: 3 },
    ])
    expect(index.find('7 – Tide Tables', () => true)).toBe(2)
    expect(index.find('lighthousekeeper', () => true)).toBe(1)
    expect(index.find('The Lighthouse Keeper', owner => owner !== 1)).toBe(3)
    expect(index.find('Ebb', () => true)).toBeUndefined()
  })

  test('for a tag that is allowed to be wrong, nobody looks', async () => {
    const of = async (allow: string) => {
      const { files, run } = lay({
        '001.mp3': '!mp3 10 titled "Tide tables"',
        ...(allow === '' ? {} : { 'show.md': `allow: ${allow}` }),
      })
      return (await runShow(files, run)).ids
    }
    expect(await of('')).toEqual(['audio/tags'])
    expect(await of('audio/tags')).toEqual([])
  })
})

describe('pictures', () => {
  const withSegments = (size: number): Uint8Array => {
    const whole = jpeg({ width: 3000 })
    // Of a Buffer, `slice` is no copy.
    return new Uint8Array(
      Buffer.concat([whole.subarray(0, 2), Buffer.from('ffe10002'.repeat(size), 'hex'), whole.subarray(2)]),
    )
  }

  test('a JPEG of millions of markers is given up after some thousands', () => {
    const bytes = withSegments(2_000_000)
    const { value, spans } = watch(measureImage(bytes.length), bytes)
    expect(value.kind).toBe('unreadable')
    expect(spans.length).toBeLessThan(pictureSegments / 100)
  })

  test('one with many thousands is read', () => {
    const bytes = withSegments(pictureSegments - 100)
    expect(watch(measureImage(bytes.length), bytes).value).toMatchObject({
      kind: 'image',
      facts: { width: 3000 },
    })
  })

  test('a PNG of millions of chunks is given up after some thousands', () => {
    const whole = png({ width: 3000 })
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('tEXt'), Buffer.alloc(4)])
    const bytes = new Uint8Array(
      Buffer.concat([whole.subarray(0, 33), Buffer.alloc(12 * 1_000_000, chunk), Buffer.from([0])]),
    )
    const { value, spans } = watch(measureImage(bytes.length), bytes)
    expect(value).toMatchObject({ kind: 'image', facts: { width: 3000 } })
    expect(spans.length).toBeLessThan(pictureSegments / 50)
  })
})

describe('folders', () => {
  const deep = (levels: number): string => Array.from({ length: levels }, () => 'a').join('/')

  test('a file at the deepest level is read; below it nothing is, and that is said', async () => {
    const root = temporaryFolder()
    for (const levels of [folderLevels, folderLevels + 20])
      mkdirSync(join(root, 'episodes', deep(levels)), { recursive: true })
    for (const [path, content] of Object.entries(goodShow()))
      writeFileSync(
        join(root, 'episodes', path.startsWith('002') ? `${deep(folderLevels)}/${path}` : path),
        content as string,
      )
    const { diagnostics, podcast } = await rebuild(root)
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      [
        'files/unreadable',
        `a cannot be read, so no feed is written: it lies more than ${folderLevels} folders deep`,
      ],
    ])
    expect(podcast).toBeUndefined()
  })

  test('empty folders and links count as files do', async () => {
    const root = temporaryFolder()
    for (let n = 0; n < 20; n++) mkdirSync(join(root, 'episodes', `${n}`), { recursive: true })
    for (let n = 0; n < 20; n++) symlinkSync('nowhere', join(root, 'episodes', `l${n}`))
    expect((await rebuild(root, { fileLimit: 40 })).ids).toEqual(['files/too-many'])
  })

  test('a Markdown file beyond the limit is not read', async () => {
    const { diagnostics } = await runShow({
      ...goodShow(),
      '003.md': Buffer.alloc(markdownFileBytes + 1, 'a'),
    })
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      ['front-matter/too-complex', 'the file has more than 8 MiB, the most that is read as Markdown'],
    ])
  })
})

describe('feeds', () => {
  test('more episodes than anybody has are not looked at, and that is said', () => {
    const feed = laid('').replace('<item>', `${'<item/>'.repeat(feedItems)}<item>`)
    const { episodes, diagnostics } = runFeed(feed)
    expect(episodes).toBe(feedItems)
    const found = diagnostics.filter(({ rule }) => rule === 'document/too-complex')
    expect(found.map(({ message }) => message)).toEqual([
      '`<channel>` holds more than 25,000 elements of the name `<item>`, and those from here on are not looked at',
    ])
  })

  test('the same of other elements', () => {
    const feed = laid('').replace(
      '</item>',
      `${'<podcast:person>A</podcast:person>'.repeat(feedEqualElements + 1)}</item>`,
    )
    expect(runFeed(feed).ids).toContain('document/too-complex')
  })
})

describe('what a machine is short of', () => {
  const io = (stdin: (most: number) => Promise<Uint8Array | undefined>) => {
    const said = { out: '', error: '' }
    const output = (name: 'out' | 'error') => ({
      write: (text: string) => {
        said[name] += text
      },
      isTerminal: false,
      width: 100,
    })
    const world = {
      cwd: temporaryFolder(),
      env: {},
      stdout: output('out'),
      stderr: output('error'),
      now: () => 0,
      stdin,
    }
    return { said, world: { ...world, process: { id: 1, isRunning: () => true } } }
  }

  test.each([
    ['EMFILE', 'open no more files at once'],
    ['ENFILE', 'open no more files at once'],
    ['ENOMEM', 'the machine has no memory left'],
    ['EIO', 'the disk reports an error'],
    ['ENOSPC', 'there is no room left on the disk'],
  ])('%s is told in words, without the inside of the program', async (code, words) => {
    const { said, world } = io(() =>
      Promise.reject(Object.assign(new Error('x'), { code, path: '/dev/stdin' })),
    )
    expect(await main(['validate', '-'], world)).toBe(2)
    expect(said.error).toContain(`build-feed cannot go on: `)
    expect(said.error).toContain(words)
    expect(said.error).toContain('(/dev/stdin)')
    expect(said.error).not.toMatch(/\n {4}at /)
  })

  test('any other error shows the inside, so that it can be mended', async () => {
    const { said, world } = io(() => Promise.reject(new Error('a slip')))
    expect(await main(['validate', '-'], world)).toBe(2)
    expect(said.error).toMatch(/a slip[\s\S]*\n {4}at /)
  })

  test('standard input without end is left at the limit, which is named', async () => {
    let asked = 0
    const { said, world } = io(async most => {
      asked = most
      return undefined
    })
    expect(await main(['validate', '-'], world)).toBe(2)
    expect(asked).toBe(feedBytes)
    expect(said.error).toBe(
      'build-feed: standard input holds more than 64 MiB, the most that is read of a feed\n',
    )
  })

  test('a full disk in place of the output is told, once', () => {
    if (!existsSync('/dev/full')) return
    const program = join(import.meta.dirname, '../bin/build-feed.js')
    const { status, stderr } = spawnSync(process.execPath, [program, 'explain'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stderr).toBe('build-feed: the output cannot be written: there is no room left on the disk\n')
  })
})

describe('lines', () => {
  test.each(['\n', '\r\n', '\r'])('ended by %j are found where they are', end => {
    const text = ['a', 'bc', '', 'd'].join(end)
    const at = positionsIn(text)
    expect(at(text.indexOf('bc') + 1)).toMatchObject({ line: 2, column: 2 })
    expect(at(text.length - 1)).toMatchObject({ line: 4, column: 1 })
    expect(hasMoreLines(text, 3)).toBe(true)
    expect(hasMoreLines(text, 4)).toBe(false)
  })
})
