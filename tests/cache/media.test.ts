/** In an episode that has not changed nothing is opened: neither what stands beside it nor what was made of that. */

import fs, { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { jpeg } from '../support/image.ts'
import { mp3 } from '../support/mpeg.ts'
import { say } from '../support/terminal.ts'

const vtt = 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ada>Low water.\n'
const srt = '1\n00:00:00,000 --> 00:00:04,000\nHigh water.\n'
const chapters = (...titles: readonly string[]): string =>
  titles.map((title, i) => `00:0${2 * i} ${title}\n`).join('')

const first = (fields: Readonly<Record<string, string>> = {}, notes = 'Hello.\n'): string =>
  documentOf({ ...frontMatter['001.md'], alternateEnclosures: 'small.mp3', ...fields }, notes)
const second = (notes = 'High water, low water, and why.\n'): string =>
  documentOf(
    {
      ...frontMatter['002.md'],
      chapters: '["00:00 In", { start: 5, title: On, image: mark.jpg }, "00:08 Out"]',
    },
    notes,
  )

const show = {
  ...goodShow(),
  '001.md': first(),
  '001.vtt': vtt,
  '001.chapters.txt': chapters('In', 'On', 'Out'),
  '002.md': second(),
  '002.srt': srt,
  'small.mp3': mp3({ seconds: 10, bitrate: 32 }),
  'trailer.mp3': mp3({ seconds: 3 }),
  'mark.jpg': jpeg({ width: 1400 }),
  'show.md': documentOf(
    { ...frontMatter['show.md'], trailers: '[{ title: Soon, url: trailer.mp3, date: 2026-01-05 }]' },
    'Short talks about small ports.\n',
  ),
}

/** What is made of the show's texts: from what stands beside an episode, and from its front matter. */
const made = ['transcripts/001.txt', 'transcripts/002.vtt', 'chapters/001.json', 'chapters/002.json']

const beside = ['001.vtt', '001.chapters.txt', '002.srt', 'small.mp3', 'trailer.mp3', 'mark.jpg']
const old = new Date('2026-02-01T00:00:00Z')

interface Place {
  readonly root: string
  readonly cache: string
  readonly inShow: (path: string) => string
  readonly inOutput: (path: string) => string
  readonly build: (...argv: readonly string[]) => ReturnType<typeof say>
}

/** A show of which the cache has seen everything. */
const built = async (files = show): Promise<Place> => {
  const [root, cache] = [temporaryFolder(), temporaryFolder()]
  writeFiles(join(root, 'episodes'), files)
  const place: Place = {
    root,
    cache,
    inShow: path => join(root, 'episodes', path),
    inOutput: path => join(root, 'public', path),
    build: (...argv) => say({ cwd: root, env: { XDG_CACHE_HOME: cache } }, ...argv),
  }
  const buildWith = async (notes: string): Promise<void> => {
    writeFileSync(place.inShow('002.md'), second(notes))
    expect(await place.build()).toMatchObject({ code: 0, stderr: '' })
  }
  await buildWith('One.\n')
  // Whole seconds can be set back exactly.
  for (const path of [...made.map(place.inOutput), ...beside.map(place.inShow)]) utimesSync(path, old, old)
  // Files are trusted once a change of theirs would show: that takes a twentieth of a second, which a build waits for.
  await buildWith('Two.\n')
  await buildWith('Three.\n')
  return place
}

/** What is opened of the show and of the output while something is done. */
const opened = async (root: string, act: () => Promise<unknown>): Promise<readonly string[]> => {
  const paths = new Set<string>()
  const note = (path: unknown): void => {
    if (typeof path === 'string' && path.startsWith(root)) paths.add(path.slice(root.length + 1))
  }
  const { openSync: open, readFileSync: read } = fs
  const spies = [
    vi.spyOn(fs, 'openSync').mockImplementation((...args) => {
      note(args[0])
      return open(...args)
    }),
    vi.spyOn(fs, 'readFileSync').mockImplementation(((...args: Parameters<typeof read>) => {
      note(args[0])
      return read(...args)
    }) as typeof read),
  ]
  syncBuiltinESMExports()
  try {
    await act()
  } finally {
    for (const spy of spies) spy.mockRestore()
    syncBuiltinESMExports()
  }
  return [...paths].filter(path => /\.\w+$/.test(path) && !/\.build-feed/.test(path)).sort()
}

/** Of the same size. */
const otherwise = (bytes: Uint8Array): Uint8Array => {
  const other = Uint8Array.from(bytes)
  other[other.length - 2]! ^= 1
  return other
}

describe('one episode is changed', () => {
  test('and no recording and no picture is opened: what they are is known', async () => {
    const { root, inShow, build } = await built()
    writeFileSync(inShow('002.md'), second('Four.\n'))
    const paths = await opened(root, build)
    expect(paths).toContain('episodes/002.md')
    expect(paths.filter(path => /\.(?:mp3|m4a|opus|jpe?g|png)$/.test(path))).toEqual([])
  })

  test('and a recording that a field names is hashed once', async () => {
    const { root, inShow, build } = await built()
    writeFileSync(inShow('001.md'), first({}, 'Hello again.\n'))
    expect(await opened(root, build)).not.toContain('episodes/small.mp3')
    writeFileSync(inShow('small.mp3'), otherwise(readFileSync(inShow('small.mp3'))))
    utimesSync(inShow('small.mp3'), old, old)
    expect(await opened(root, build)).toContain('episodes/small.mp3')
  })
})

test('the memo holds no cues', async () => {
  const lines = Array.from({ length: 24 }, (_, i) => `00:0${i % 10}.000 --> 00:0${i % 10}.500\nSeagulls ${i}`)
  const { cache } = await built({ ...show, '001.vtt': ['WEBVTT', ...lines.sort()].join('\n\n').concat('\n') })
  const folder = join(cache, 'build-feed')
  const memo = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.includes('memo-'))
    .map(name => readFileSync(join(folder, name), 'latin1'))
    .join('')
  expect(memo).toContain('small.mp3')
  expect(memo).not.toContain('Seagulls')
})

describe('what was made is made again', () => {
  test.each(made.flatMap(path => ['deleted', 'changed'].map(how => [path, how] as const)))(
    '%s, when it was %s',
    async (path, how) => {
      const { inShow, inOutput, build } = await built()
      const before = readFileSync(inOutput(path))
      if (how === 'deleted') rmSync(inOutput(path))
      else {
        writeFileSync(inOutput(path), otherwise(before))
        utimesSync(inOutput(path), old, old)
      }
      const check = await build('--check')
      expect(check.code).toBe(1)
      expect(check.stderr).toContain(`public/${path}`)
      expect(check.stderr.match(/\[output\/stale\]/g)).toHaveLength(1)
      writeFileSync(inShow('002.md'), second('Four.\n'))
      await build()
      expect(existsSync(inOutput(path))).toBe(true)
      expect(readFileSync(inOutput(path))).toEqual(before)
      expect(await build('--check')).toMatchObject({ code: 0 })
    },
  )

  test('when what it is made of has changed, and looks as it did', async () => {
    const { inShow, inOutput, build } = await built()
    writeFileSync(inShow('001.vtt'), vtt.replace('Low', 'New'))
    utimesSync(inShow('001.vtt'), old, old)
    await build()
    expect(readFileSync(inOutput('transcripts/001.txt'), 'utf8')).toBe('Ada: New water.\n')
  })

  test('when a picture of its chapters has changed, and looks as it did', async () => {
    const { inShow, build } = await built()
    const picture = readFileSync(inShow('mark.jpg'))
    const inkjet = Buffer.alloc(picture.length)
    inkjet.set(jpeg({ width: 1400, components: 4, adobe: 2 }).subarray(0, picture.length))
    writeFileSync(inShow('mark.jpg'), inkjet)
    utimesSync(inShow('mark.jpg'), old, old)
    expect((await build()).stderr).toContain('[chapters/image-format]')
    writeFileSync(inShow('mark.jpg'), picture)
    expect((await build()).stderr).toBe('')
  })

  test('and none is written twice, though two episodes name the same transcript', async () => {
    const naming = (name: '001.md' | '002.md'): string =>
      documentOf({ ...frontMatter[name], transcripts: 'talk.srt' }, 'Hello.\n')
    const root = temporaryFolder()
    writeFiles(join(root, 'episodes'), {
      ...goodShow(),
      '001.md': naming('001.md'),
      '002.md': naming('002.md'),
      'talk.srt': srt,
    })
    expect(await say({ cwd: root }, '--no-cache')).toMatchObject({ code: 0 })
    expect(readFileSync(join(root, 'public/transcripts/talk.txt'), 'utf8')).toBe('High water.\n')
  })
})

test('a file that changes while a build runs leaves nothing behind', async () => {
  const { inShow, inOutput, build } = await built()
  const { openSync: open } = fs
  const spy = vi.spyOn(fs, 'openSync').mockImplementation((path, ...rest) => {
    // Another program is quicker: by the time the cues are read, the transcript has none.
    if (String(path).endsWith('001.vtt')) writeFileSync(path as string, 'WEBVTT\n')
    return open(path, ...rest)
  })
  syncBuiltinESMExports()
  writeFileSync(inShow('001.md'), first({}, 'Hello again.\n'))
  try {
    await build()
  } finally {
    spy.mockRestore()
    syncBuiltinESMExports()
  }
  writeFileSync(inShow('001.vtt'), vtt)
  rmSync(inOutput('transcripts/001.txt'))
  await build()
  expect(readFileSync(inOutput('transcripts/001.txt'), 'utf8')).toBe('Ada: Low water.\n')
})
