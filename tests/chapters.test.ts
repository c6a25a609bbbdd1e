/** Chapters from wherever they stand to the files and the feed that apps read. */

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { parseFeed } from 'podcast-partytime'
import { describe, expect, test } from 'vitest'
import { resolve } from '../src/check/resolve.ts'
import { watchAt } from '../src/check/watch.ts'
import { doorOf } from '../src/door/index.ts'
import { load } from '../src/load/index.ts'
import { probe } from '../src/probe/index.ts'
import { saidOnce } from '../src/report/said-once.ts'
import type { Files } from './support/folder.ts'
import { jpeg } from './support/image.ts'
import { lay } from './support/lay.ts'
import { readFeed } from './support/read-feed.ts'
import { type Run, rebuild, runShow } from './support/run.ts'

const second = 'Die Möwe & das Schiff – 海'
const third = '«Ende» 🎧'

/** What every source below has to come to. */
const expected = [
  { startTime: 0, title: 'Intro' },
  { startTime: 1.5, title: second },
  { startTime: 3.25, title: third },
]

const base = 'https://show.example/feed/'

const textOf = (run: Run, path: string): string | undefined => {
  const artefact = run.artefacts.find(one => one.path === path)
  return artefact && 'bytes' in artefact ? Buffer.from(artefact.bytes).toString() : undefined
}

const jsonOf = (run: Run, path = 'chapters/001.json') => JSON.parse(textOf(run, path) ?? 'null')

/** The item of 001.md, or of what stands in its place. */
const itemOf = (run: Run) =>
  readFeed(run.feed ?? '').items.find(item => item['itunes:episode']['#text'] === '1')

const podloveOf = (run: Run) =>
  itemOf(run)['psc:chapters']?.['psc:chapter'].map(
    ({ '#text': _, ...attributes }: Record<string, string>) => attributes,
  )

/** Lines of 001.md count from where the chapters stand: from their key, or from the end of the front matter. */
const told = ({ diagnostics, root }: Run): string[] => {
  const lines = readFileSync(join(root, 'episodes/001.md'), 'utf8').split('\n')
  const key = lines.findIndex(line => line.startsWith('chapters:'))
  const zero = (key < 0 ? lines.lastIndexOf('---') : key) + 1
  const shown = (file: string, line: number) => (file === 'episodes/001.md' ? `+${line - zero}` : line)
  return diagnostics.map(({ rule, place: { file, line, column } }) =>
    [[file, line && shown(file, line), column].filter(part => part !== undefined).join(':'), rule].join(' '),
  )
}

const build = (
  example: Readonly<Record<string, string>>,
  more: Files = {},
  without: readonly string[] = [],
) => {
  const { files } = lay(example)
  const kept = Object.entries(files).filter(([path]) => !without.includes(path))
  return runShow({ ...Object.fromEntries(kept), ...more })
}

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`./fixtures/chapters/${name}`, import.meta.url))

const minutes = ['0:00 Intro', `0:01.5 ${second}`, `0:03.25 ${third}`]

const written: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lines in the front matter': { '001.md': `chapters:\n${minutes.map(line => `  - "${line}"`).join('\n')}` },
  'maps in the front matter': {
    '001.md': `chapters:\n  - { start: 0, title: Intro }\n  - { time: 1.5, title: "${second}" }\n  - start: 00:00:03.250\n    name: "${third}"`,
  },
  'a map from times': {
    '001.md': `chapters:\n  "0:00": Intro\n  "0:01.5": "${second}"\n  "0:03.25": "${third}"`,
  },
  'a text of lines': { '001.md': `chapters: |\n  ${minutes.join('\n  ')}` },
  'a file that the front matter names': {
    '001.md': 'chapters: marks/one.txt',
    'marks/one.txt': minutes.join('\n'),
  },
  'JSON chapters': {
    '001.chapters.json': JSON.stringify({ version: '1.2.0', chapters: expected }),
  },
  'Podlove Simple Chapters': {
    '001.psc': `<?xml version="1.0"?>\n<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter start="0" title="Intro"/><psc:chapter start="0:01.5" title="Die Möwe &amp; das Schiff – 海"/><psc:chapter start="00:00:03.250" title="${third}"/></psc:chapters>`,
  },
  'what mp4chaps exports': {
    '001.chapters.txt': `00:00:00.000 Intro\n00:00:01.500 ${second}\n00:00:03.250 ${third}\n`,
  },
  'labels of Audacity': {
    '001.chapters.txt': `0.000000\t0.000000\tIntro\n1.500000\t1.500000\t${second}\n3.250000\t3.250000\t${third}\n`,
  },
  'comma-separated': {
    '001.chapters.csv': `Start,Title\r\n0,Intro\r\n1.5,${second}\r\n3.25,"${third}"\r\n`,
  },
}

describe('each source comes out with exact titles and times', () => {
  test.each(Object.entries(written))('%s', async (_, example) => {
    const run = await build(example)
    expect(run.diagnostics).toEqual([])
    expect(jsonOf(run)).toEqual({
      version: '1.2.0',
      title: 'The lighthouse keeper',
      podcastName: 'Harbour Notes',
      chapters: expected,
    })
    expect(itemOf(run)['podcast:chapters']).toEqual({
      '#text': '',
      '@url': `${base}chapters/001.json`,
      '@type': 'application/json+chapters',
    })
    expect(podloveOf(run)).toEqual([
      { '@start': '00:00:00.000', '@title': 'Intro' },
      { '@start': '00:00:01.500', '@title': second },
      { '@start': '00:00:03.250', '@title': third },
    ])
  })

  test('WebVTT, which has ends too', async () => {
    const run = await build({
      '001.chapters.vtt': `WEBVTT\n\n00:00.000 --> 00:01.500\nIntro\n\n00:01.500 --> 00:03.250\nDie Möwe &amp; das Schiff – 海\n\n00:03.250 --> 00:10.000\n${third}\n`,
    })
    expect(run.diagnostics).toEqual([])
    expect(jsonOf(run).chapters).toEqual([
      { startTime: 0, title: 'Intro', endTime: 1.5 },
      { startTime: 1.5, title: second, endTime: 3.25 },
      { startTime: 3.25, title: third, endTime: 10 },
    ])
  })

  test('the notes: whole seconds, as people write them', async () => {
    const run = await build({
      '001.md': `!notes Hello.\n\n- (00:00) **Intro**\n- (00:01) ${second}\n- (00:03) ${third}\n`,
    })
    expect(run.diagnostics).toEqual([])
    expect(jsonOf(run).chapters).toEqual([
      { startTime: 0, title: 'Intro' },
      { startTime: 1, title: second },
      { startTime: 3, title: third },
    ])
  })

  const from = (name: string): readonly [Files, readonly string[]] => {
    const path = name.replace(/^.*\./, '001.')
    return [{ [path]: fixture(name) }, path === '001.mp3' ? [] : ['001.mp3']]
  }

  test.each([
    ['ffmpeg-id3v2.3.mp3', [1.5, 3.25, 6]],
    ['ffmpeg-id3v2.4.mp3', [1.5, 3.25, 6]],
    ['ffmpeg.m4a', []],
  ])('the audio itself: %s', async (name, ends) => {
    const run = await build({}, ...from(name))
    expect(jsonOf(run).chapters).toEqual(
      expected.map((chapter, i) => ({ ...chapter, ...(ends[i] ? { endTime: ends[i] } : {}) })),
    )
    expect(run.ids.filter(id => id.startsWith('chapters/'))).toEqual([])
  })

  /** No directory takes Ogg, so the gate is shut; what would have gone through it is right all the same. */
  test.each(['opusenc.opus', 'vorbiscomment.ogg'])('the audio itself: %s', async name => {
    const { root, feed } = await build({}, ...from(name))
    expect(feed).toBeUndefined()
    const door = doorOf(join(root, 'episodes'))
    const { value: project } = await probe(door, load(door, 'episodes').value!)
    const { items } = await resolve(
      project,
      { now: Date.parse('2026-11-24'), drafts: false, generator: '' },
      watchAt(Date.parse('2026-11-24')),
    )
    const release = items.find(({ entry }) => entry.stem === '001')?.release
    expect(release?.chapterFile?.chapters).toEqual(
      expected.map(({ startTime, title }) => ({ start: startTime, title })),
    )
  })

  test('the audio itself, with a table of contents, a link, and a chapter that is not shown', async () => {
    const run = await build({}, { '001.mp3': fixture('mutagen-ctoc.mp3') })
    expect(jsonOf(run).chapters).toEqual([
      { ...expected[0], endTime: 1.5 },
      { ...expected[1], endTime: 3.25, url: 'https://gulls.example/?a=1&b=2' },
      { startTime: 2, title: 'A picture', toc: false, endTime: 2.5 },
      { ...expected[2], endTime: 6 },
    ])
    expect(podloveOf(run)).toEqual([
      { '@start': '00:00:00.000', '@title': 'Intro' },
      { '@start': '00:00:01.500', '@title': second, '@href': 'https://gulls.example/?a=1&b=2' },
      { '@start': '00:00:03.250', '@title': third },
    ])
  })
})

describe('what is published', () => {
  const rich = {
    '001.md': [
      'chapters:',
      '  - { start: 0, title: Intro, image: art/dawn.jpg }',
      '  - { start: 2.5, end: 3, title: The letter, url: /letters?a=1&b=2, image: "https://cdn.example/a b.jpg" }',
      '  - { start: 4, toc: false, image: art/dawn.jpg, location: { name: Kiel, geo: "geo:54.3,10.1", osm: R27021 } }',
      '  - { start: 0:07.0004, title: " Farewell\tall " }',
    ].join('\n'),
  }
  const art = { 'art/dawn.jpg': jpeg({ width: 600, height: 600 }) }

  test('every field, the same bytes each time', async () => {
    const run = await build(rich, art)
    expect(run.diagnostics).toEqual([])
    expect(textOf(run, 'chapters/001.json')).toBe(`{
  "version": "1.2.0",
  "title": "The lighthouse keeper",
  "podcastName": "Harbour Notes",
  "chapters": [
    {
      "startTime": 0,
      "title": "Intro",
      "img": "https://show.example/feed/art/dawn.jpg"
    },
    {
      "startTime": 2.5,
      "title": "The letter",
      "img": "https://cdn.example/a%20b.jpg",
      "url": "https://show.example/letters?a=1&b=2",
      "endTime": 3
    },
    {
      "startTime": 4,
      "img": "https://show.example/feed/art/dawn.jpg",
      "toc": false,
      "location": {
        "name": "Kiel",
        "geo": "geo:54.3,10.1",
        "osm": "R27021"
      }
    },
    {
      "startTime": 7,
      "title": "Farewell all"
    }
  ]
}
`)
    expect((await rebuild(run.root)).output?.written).toEqual([])
  })

  test('a picture in the show folder goes into the output folder, once', async () => {
    const run = await build(rich, art)
    expect(run.output?.written.filter(path => path.startsWith('art/'))).toEqual(['art/dawn.jpg'])
    expect(readFileSync(join(run.root, 'public/art/dawn.jpg')).equals(art['art/dawn.jpg'])).toBe(true)
  })

  test('two readers that are not ours agree', async () => {
    const run = await build(rich, art)
    const chapters = [
      { start: '00:00:00.000', title: 'Intro', image: `${base}art/dawn.jpg` },
      {
        start: '00:00:02.500',
        title: 'The letter',
        href: 'https://show.example/letters?a=1&b=2',
        image: 'https://cdn.example/a%20b.jpg',
      },
      { start: '00:00:07.000', title: 'Farewell all' },
    ]
    const [, item] = parseRssFeed(run.feed!).items ?? []
    expect(item?.psc?.chapters).toEqual(chapters)
    const link = { url: `${base}chapters/001.json`, type: 'application/json+chapters' }
    expect(item?.podcast?.chapters).toEqual(link)
    expect(parseFeed(run.feed!)?.items[1]?.podcastChapters).toEqual(link)
  })

  test('a build without the audio has the chapters that the audio had', async () => {
    const run = await build({}, { '001.mp3': fixture('mutagen-ctoc.mp3') })
    const lock = readFileSync(join(run.root, 'episodes/feed.lock.json'), 'utf8')
    expect(JSON.parse(lock).episodes['001'].chapters).toHaveLength(4)
    expect(JSON.parse(lock).episodes['002'].chapters).toBeUndefined()
    rmSync(join(run.root, 'episodes/001.mp3'))
    const again = await rebuild(run.root)
    expect(again.feed).toBe(run.feed)
    expect(textOf(again, 'chapters/001.json')).toBe(textOf(run, 'chapters/001.json'))
    expect(readFileSync(join(run.root, 'episodes/feed.lock.json'), 'utf8')).toBe(lock)
  })

  test('without chapters nothing is written of them, and their namespace is not declared', async () => {
    const run = await build({})
    expect(run.feed).not.toMatch(/psc|chapters/)
    expect(run.artefacts.filter(({ path }) => path.startsWith('chapters/'))).toEqual([])
    expect((await build(rich, art)).feed?.match(/xmlns:psc/g)).toHaveLength(1)
  })

  test('the sample show has the chapters that its notes list', async () => {
    const { build: buildShow } = await import('../src/build.ts')
    const root = join(import.meta.dirname, '..')
    const built = await buildShow({
      location: join(root, 'episodes'),
      folder: 'episodes',
      out: join((await build({})).root, 'sample'),
      outFolder: 'sample',
      now: Date.parse('2026-11-24'),
      audio: false,
      generator: 'test',
      process: { id: process.pid, isRunning: () => true },
    })
    const file = built.artefacts.find(({ path }) => path.startsWith('chapters/'))
    expect(file && 'bytes' in file && JSON.parse(Buffer.from(file.bytes).toString()).chapters).toEqual([
      { startTime: 0, title: 'The slip' },
      { startTime: 12, title: 'Twelve bicycles, one car & the library' },
      { startTime: 25, title: 'The nine' },
    ])
  })

  test('chapters that are served elsewhere are linked, and not read', async () => {
    const run = await build({ '001.md': 'chapters: https://cdn.example/1.json' })
    expect(run.diagnostics).toEqual([])
    expect(itemOf(run)['podcast:chapters']['@url']).toBe('https://cdn.example/1.json')
    expect(podloveOf(run)).toBeUndefined()
    expect(told(await build({ '001.md': 'chapters: http://cdn.example/1.json' }))).toEqual([
      'episodes/001.md:+0:11 chapters/https',
    ])
  })
})

describe('precedence', () => {
  const json = (title: string) =>
    JSON.stringify({
      version: '1.2.0',
      chapters: [
        { startTime: 0, title },
        { startTime: 2, title: 'Two' },
        { startTime: 4, title: 'Three' },
      ],
    })
  const lines = (title: string) => `0:00 ${title}\n0:02 Two\n0:04 Three\n`
  const all = {
    '001.md': `chapters: ["0:00 Front matter", "0:02 Two", "0:04 Three"]\n---\n${lines('Notes')}`,
    '001.chapters.json': json('JSON'),
    '001.chapters.txt': lines('Text'),
  }
  const { '001.chapters.json': _, ...withoutJson } = all
  const audio = { '001.mp3': fixture('ffmpeg-id3v2.4.mp3') }

  test.each([
    ['front matter', all, 'Front matter'],
    ['JSON beside it', { ...all, '001.md': `!notes ${lines('Notes')}` }, 'JSON'],
    ['text beside it', { ...withoutJson, '001.md': `!notes ${lines('Notes')}` }, 'Text'],
    ['the audio itself', { '001.md': `!notes ${lines('Notes')}` }, 'Intro'],
    ['the audio, when asked', { ...all, '001.md': 'chapters: audio' }, 'Intro'],
    ['the notes, when asked', { ...all, '001.md': `chapters: notes\n---\n${lines('Notes')}` }, 'Notes'],
  ])('%s', async (_, example, title) => {
    const run = await build(example, audio)
    expect(jsonOf(run).chapters[0].title).toBe(title)
  })

  describe('whose notes are asked for chapters', () => {
    const chaptersOf = async (notes: string, asked = 'chapters: notes\n---\n') => {
      const run = await build({ '001.md': `${asked}${notes}` })
      const { chapters = [] } = jsonOf(run) ?? {}
      return {
        ids: run.ids.filter(id => id.startsWith('chapters/')),
        chapters: chapters.map(
          (one: { startTime: number; title: string }) => `${one.startTime} ${one.title}`,
        ),
      }
    }
    const three = ['0 Intro', '2 The letter', '4 Farewell']

    test.each([
      [
        'a table',
        '| Time | What |\n|---|---|\n| 0:00 | Intro |\n| 0:02 | The letter | with Bea |\n| 0:04 | Farewell |\n',
      ],
      [
        'a table with the title first',
        '| What | Time |\n|---|---|\n| Intro | 0:00 |\n| The letter | 0:02 |\n| Farewell | 0:04 |\n',
      ],
      [
        'a table without outer bars',
        'Time | What\n---|---\n0:00 | Intro\n(0:02) | The letter\n0:04 | Farewell\n',
      ],
      ['a quotation', '> 0:00 Intro\n> 0:02 The letter\n>\n> 0:04 Farewell\n'],
      [
        'a quotation within another, with bullets',
        '> > - 0:00 Intro\n> > - 0:02 The letter\n> > - 0:04 Farewell\n',
      ],
    ])('%s', async (_, notes) => {
      expect(await chaptersOf(notes)).toEqual({ ids: [], chapters: three })
      // Nobody has said that these are chapters.
      expect(await chaptersOf(notes, '!notes ')).toMatchObject({
        chapters: notes.includes('\n(0:02)') ? three : [],
      })
    })

    test('they need not begin at 0, which Spotify minds', async () => {
      const late = '0:01 Intro\n0:02 The letter\n0:04 Farewell\n'
      expect(await chaptersOf(late)).toEqual({
        ids: ['chapters/first-at-zero'],
        chapters: ['1 Intro', ...three.slice(1)],
      })
      expect((await chaptersOf(late, '!notes ')).chapters).toEqual([])
    })

    test('the list that begins at 0 is preferred', async () => {
      const both = '0:05 Tea\n0:06 Milk\n\n# Chapters\n\n0:00 Intro\n0:02 The letter\n0:04 Farewell\n'
      expect((await chaptersOf(both)).chapters).toEqual(three)
    })
  })

  test('none, when asked', async () => {
    const run = await build({ ...all, '001.md': `chapters: none\n---\n${lines('Notes')}` }, audio)
    expect(run.ids.filter(id => id.startsWith('chapters/'))).toEqual([])
    expect(jsonOf(run)).toBeNull()
    expect(run.feed).not.toContain('psc')
  })

  test('each that differs is a note, at the difference, with what is published beside it', async () => {
    const run = await build(all, audio)
    const notes = run.diagnostics.filter(({ rule }) => rule.startsWith('chapters/'))
    expect(notes.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
      Array(4).fill('chapters/sources-agree note'),
    )
    expect(
      notes.map(({ place: { file, line }, message }) => [
        file,
        file.endsWith('.md') ? line! > 1 : line,
        message.split(': ').at(-1),
      ]),
    ).toEqual([
      ['episodes/001.chapters.json', 1, '"00:00 JSON" here, "00:00 Front matter" there'],
      ['episodes/001.chapters.txt', 1, '"00:00 Text" here, "00:00 Front matter" there'],
      ['episodes/001.md', true, '"00:00 Notes" here, "00:00 Front matter" there'],
      ['episodes/001.mp3', undefined, '"00:00 Intro" here, "00:00 Front matter" there'],
    ])
    expect(notes[0]?.related).toEqual([
      {
        place: expect.objectContaining({ file: 'episodes/001.md', column: 12, endColumn: 31 }),
        message: 'published',
      },
    ])
  })

  test('what was rounded to seconds does not differ', async () => {
    const run = await build(
      { '001.md': `!notes 0:00 Intro\n0:01 ${second}\n0:03 ${third}\n` },
      { '001.mp3': fixture('ffmpeg-id3v2.4.mp3') },
    )
    expect(run.ids.filter(id => id.startsWith('chapters/'))).toEqual([])
    expect(jsonOf(run).chapters[1].startTime).toBe(1.5)
  })

  test('times that are merely mentioned are no chapters, nor any trouble', async () => {
    const run = await build({
      '001.md': '!notes We meet at 12:30.\n\n12:30 Lunch\n\nAt 0:00 the year ends.\n\n- 5:00 tea\n',
    })
    expect(run.ids).toEqual([])
    expect(run.feed).not.toContain('chapters')
  })
})

describe('the end of a recording', () => {
  const late = async (seconds: string, chapters: string) =>
    (await build({ '001.mp3': `!mp3 ${seconds}`, '001.md': `chapters:\n${chapters}` })).diagnostics
      .filter(({ rule }) => rule === 'chapters/within-duration')
      .map(({ message }) => message)

  test('is told exactly where it lasts a second or so', async () => {
    expect(await late('1', '  - 0:00 Intro\n  - 0:01 Letter\n')).toEqual([
      expect.stringMatching(
        /^the chapter "Letter" \(1 s\) begins when the episode is over \(0\.9\d* s\), so/,
      ),
    ])
    expect(await late('1', '  - 0:00 Intro\n  - 1:30 Letter\n')).toEqual([
      expect.stringMatching(/"Letter" \(01:30\) begins when the episode is over \(\d\.?\d* s\)/),
    ])
    expect(await late('1', '  - { start: 0, end: 3.5, title: Intro }\n')).toEqual([
      expect.stringMatching(/"Intro" \(0 s\) ends at 3\.5 s, after the episode itself \([01]\.?\d* s\)/),
    ])
    expect(await late('2', '  - 0:00 Intro\n  - 0:01 Letter\n')).toEqual([])
  })

  test('is told exactly where a chapter begins in the same second', async () => {
    expect(await late('12', '  - 0:00 Intro\n  - { start: 11.99, title: Letter }\n')).toEqual([
      expect.stringMatching(/"Letter" \(11\.99 s\) begins when the episode is over \(11\.9\d* s\)/),
    ])
  })
})

describe('findings have their places', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    [
      'a time that is none, in a list',
      { '001.md': 'chapters:\n  - 0:00 Intro\n  - Letter\n  - 0:03 Reply\n  - 0:08 Farewell' },
      ['episodes/001.md:+2:5 chapters/entry'],
    ],
    [
      'a chapter after one that could not be read keeps its own place',
      { '001.md': 'chapters:\n  - 0:00 Intro\n  - Letter\n  - 0:03 Reply\n  - 0:58 Farewell' },
      ['episodes/001.md:+2:5 chapters/entry', 'episodes/001.md:+4:5 chapters/within-duration'],
    ],
    [
      'a field of a map, by the name that it was given',
      {
        '001.md':
          'chapters:\n  - 0:00 Intro\n  - start: 3\n    title: Letter\n    link: http://a.example/\n    img: no.jpg\n  - 0:08 Farewell',
      },
      ['episodes/001.md:+4:11 chapters/https', 'episodes/001.md:+5:10 files/missing'],
    ],
    [
      'a misspelt key',
      { '001.md': 'chapters:\n  - 0:00 Intro\n  - start: 3\n    titel: Letter\n  - 0:08 Farewell' },
      ['episodes/001.md:+3:5 chapters/unknown-key'],
    ],
    [
      'an order, in a map from times',
      { '001.md': 'chapters:\n  "0:00": Intro\n  "0:08": Letter\n  "0:03": Farewell' },
      ['episodes/001.md:+3:11 chapters/ascending'],
    ],
    [
      'no chapters at all',
      { '001.md': 'chapters: { title: Intro }' },
      ['episodes/001.md:+0:11 chapters/unreadable'],
    ],
    [
      'a file that is not there',
      { '001.md': 'chapters: 001.chapters.jsn' },
      ['episodes/001.md:+0:11 files/missing'],
    ],
    [
      'a file outside the folder',
      { '001.md': 'chapters: ../../etc/chapters.json' },
      ['episodes/001.md:+0:11 files/outside-show'],
    ],
    [
      'a picture outside the folder',
      {
        '001.md':
          'chapters: [0:00 Intro, { start: 3, title: Letter, image: ../../secret.jpg }, 0:08 Farewell]',
      },
      ['episodes/001.md:+0:58 files/outside-show'],
    ],
    [
      'a link that leads out',
      { '001.chapters.json': '!link /etc/hostname' },
      ['episodes/001.chapters.json files/outside-show'],
    ],
    [
      'JSON that is none',
      { '001.chapters.json': '{\n  "version": "1.2.0"\n  "chapters": []\n}' },
      ['episodes/001.chapters.json:3:3 chapters/unreadable'],
    ],
    [
      'XML that is none',
      {
        '001.psc':
          '<psc:chapters xmlns:psc="http://podlove.org/simple-chapters">\n  <psc:chapter start="0" title="A & B"/>\n</psc:chapters>',
      },
      ['episodes/001.psc:2:35 chapters/unreadable'],
    ],
    [
      'a time in quotes, and one that is none',
      {
        '001.chapters.json':
          '{"version":"1.2.0","chapters":[\n{"startTime":"0","title":"A"},\n{"startTime":3,"title":"B"},\n{"startTime":"soon","title":"C"},\n{"startTime":8,"title":"D"}]}',
      },
      [
        'episodes/001.chapters.json:2:14 chapters/json-shape',
        'episodes/001.chapters.json:4:14 chapters/entry',
      ],
    ],
    [
      'a line that is none, in a file',
      { '001.chapters.txt': '0:00 Intro\n\nLetter\n0:03 Reply\n0:08 Farewell\n' },
      ['episodes/001.chapters.txt:3 chapters/entry'],
    ],
    [
      'another encoding',
      { '001.chapters.txt': '!latin1 0:00 Intro\n0:03 Möwe\n0:08 Ende\n' },
      ['episodes/001.chapters.txt:2:7 chapters/unreadable'],
    ],
    [
      'an order, in the notes',
      { '001.md': '!notes Hello.\n\n0:00 Intro\n0:08 Letter\n0:03 Farewell\n' },
      ['episodes/001.md:+5:1 chapters/notes-list'],
    ],
    ['an empty file', { '001.chapters.csv': ' \n' }, ['episodes/001.chapters.csv:1 chapters/unreadable']],
  ]

  test.each(cases)('%s', async (_, example, findings) => {
    expect(told(await build(example)).sort()).toEqual([...findings].sort())
  })

  test('the same mistake in many chapters is told once, and a program gets every place', async () => {
    const chapters = Array.from({ length: 50 }, (_, i) => ({ startTime: String(i / 10), title: `No ${i}` }))
    const run = await build({ '001.chapters.json': JSON.stringify({ version: '1.2.0', chapters }) })
    expect(run.diagnostics.map(({ rule }) => rule)).toEqual(Array(50).fill('chapters/json-shape'))
    expect(new Set(run.diagnostics.map(({ place }) => place.column)).size).toBe(50)
    const told = saidOnce(run.diagnostics)
    expect(told).toHaveLength(1)
    expect(told[0]?.message).toMatch(/ \(and 49 more like it\)$/)
  })

  test('a misspelt key is repaired', async () => {
    const run = await build({
      '001.md': 'chapters: [{ start: 0, titel: Intro }, 0:03 Letter, 0:05 Reply, 0:08 Farewell]',
    })
    const fix = run.diagnostics.find(({ rule }) => rule === 'chapters/unknown-key')?.fix
    const text = readFileSync(join(run.root, 'episodes/001.md'), 'utf8')
    const [edit] = fix?.edits ?? []
    expect(text.slice(0, edit?.start) + edit?.text + text.slice(edit?.end)).toContain(
      '{ start: 0, title: Intro }',
    )
  })
})

describe('files of other people', () => {
  /** Shaped like the example of the namespace's authors, with everything that it may hold. */
  test('JSON chapters with all the fields that a document may have', async () => {
    const run = await build({
      '001.chapters.json': JSON.stringify({
        version: '1.2.0',
        author: 'Jo',
        title: 'Crossing',
        podcastName: 'Boats',
        description: 'Out & back',
        fileName: 'crossing.mp3',
        waypoints: true,
        chapters: [
          { startTime: 0, title: 'Harbour', location: { name: 'Kiel', geo: 'geo:54.3,10.1', osm: 'N1' } },
          { startTime: 1, title: 'Sea', img: 'https://cdn.example/sea.jpg', url: 'https://sea.example/' },
          { startTime: 2, img: 'https://cdn.example/gull.jpg', toc: false },
          { startTime: 5.25, title: 'Harbour again', endTime: 9, value: '<podcast:value/>' },
        ],
      }),
    })
    expect(run.diagnostics).toEqual([])
    expect(jsonOf(run).chapters).toHaveLength(4)
    expect(podloveOf(run)).toHaveLength(3)
  })

  /** Times in each form that gPodder's reader takes. */
  test('a whole feed with psc:chapters under another prefix', async () => {
    const run = await build({
      '001.psc': `<rss xmlns:sc="http://podlove.org/simple-chapters"><channel><item><sc:chapters version="1.2">
        <sc:chapter start="0" title="One" /><sc:chapter start="01" title="Two" />
        <sc:chapter start="00:02" title="Three" href="https://three.example/" />
        <sc:chapter start="00:00:03.400" title="Four" image="https://four.example/4.png" />
        </sc:chapters></item></channel></rss>`,
    })
    expect(run.diagnostics).toEqual([])
    expect(jsonOf(run).chapters.map(({ startTime }: { startTime: number }) => startTime)).toEqual([
      0, 1, 2, 3.4,
    ])
  })

  test('UTF-16 and a byte order mark', async () => {
    const text = '0:00 Intro\r\n0:03 Möwe\r\n0:08 Ende\r\n'
    for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const run = await build({}, { '001.chapters.txt': bytes })
      expect(run.diagnostics).toEqual([])
      expect(jsonOf(run).chapters[1]).toEqual({ startTime: 3, title: 'Möwe' })
    }
  })

  test.each(['.chapters.json', '.psc', '.chapters.txt', '.chapters.csv', '.chapters.vtt'])(
    'bytes that are nothing: %s',
    async ending => {
      const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)
      const run = await build({}, { [`001${ending}`]: bytes })
      expect(run.ids).toEqual(['chapters/unreadable'])
      expect(run.output).toBeUndefined()
      expect(readdirSync(run.root)).toEqual(['episodes'])
    },
  )
})

describe('chaptersInNotes', () => {
  const on = 'chaptersInNotes: true'
  const audio = `${base}001.mp3`

  test('a list of links below the notes, a line each', async () => {
    const run = await build({
      'show.md': on,
      '001.md':
        'chapters: [0:00 Intro, { start: 3, title: A < B, url: "https://b.example/?a&b" }, 0:08.5 Farewell]',
    })
    const notes = itemOf(run)['content:encoded']['#text']
    expect(notes).toBe(
      [
        '<p>Hello <a href="https://ada.example/">Ada</a>, who keeps the light.</p>',
        `<p><a href="${audio}#t=0">00:00</a> Intro<br>`,
        `<a href="${audio}#t=3">00:03</a> <a href="https://b.example/?a&amp;b">A &lt; B</a><br>`,
        `<a href="${audio}#t=8.5">00:08</a> Farewell</p>`,
      ].join('\n'),
    )
    expect(itemOf(run).description['#text']).toBe(notes)
  })

  test('the list that the notes hold is linked where it stands, and only that', async () => {
    const run = await build({
      'show.md': on,
      '001.md':
        '!notes It ends at 0:08.\n\n- 0:00 Intro\n- (0:03) At 0:08 a letter\n- [0:08](https://x.example/) Farewell\n- 0:09 End\n',
    })
    expect(itemOf(run).description['#text']).toBe(
      [
        '<p>It ends at 0:08.</p>',
        '<ul>',
        `<li><a href="${audio}#t=0">0:00</a> Intro</li>`,
        `<li>(<a href="${audio}#t=3">0:03</a>) At 0:08 a letter</li>`,
        '<li><a href="https://x.example/">0:08</a> Farewell</li>',
        `<li><a href="${audio}#t=9">0:09</a> End</li>`,
        '</ul>',
      ].join('\n'),
    )
  })

  test('an episode may say otherwise, and a description of its own is left alone', async () => {
    const chapters = 'chapters: [0:00 Intro, 0:03 Letter, 0:08 Farewell]'
    const off = await build({ 'show.md': on, '001.md': `chaptersInNotes: false\n${chapters}` })
    expect(off.feed).not.toContain('#t=')
    const described = itemOf(await build({ 'show.md': on, '001.md': `description: Short.\n${chapters}` }))
    expect(described.description['#text']).not.toContain('#t=')
    expect(described['content:encoded']['#text']).toContain('#t=8')
  })
})
