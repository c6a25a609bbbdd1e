/** Whatever is wrong with a show: a clear finding at its place, all of them in one run, nothing written, nothing lost. */

import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockFileBytes } from '../src/limits.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { mp3 } from './support/mpeg.ts'
import { readFeed, textIn } from './support/read-feed.ts'
import { rebuild, runShow } from './support/run.ts'

const episode = (fields: Readonly<Record<string, string>>, body = 'Notes.\n'): string =>
  documentOf({ ...frontMatter['001.md'], ...fields }, body)
const without = (show: Files, ...paths: string[]): Files =>
  Object.fromEntries(Object.entries(show).filter(([path]) => !paths.includes(path)))
const good = goodShow()

/** What is wrong, the show, and where the finding points: `file:line:column rule`. */
const errors: readonly (readonly [string, Files, string])[] = [
  ['no show.md', without(good, 'show.md'), 'episodes/show.md files/no-show'],
  ['an empty show folder', {}, 'episodes/show.md files/no-show'],
  [
    'a missing required field',
    { ...good, '001.md': '---\ndate: 2026-01-05\n---\n' },
    'episodes/001.md:1:1 front-matter/required',
  ],
  [
    'a missing field of the show',
    { ...good, 'show.md': documentOf(omit('language'), 'Talks.\n') },
    'episodes/show.md:1:1 front-matter/required',
  ],
  [
    'broken YAML',
    { ...good, '001.md': '---\ntitle: "First\ndate: 2026-01-05\n---\n' },
    'episodes/001.md:2:8 front-matter/syntax',
  ],
  [
    '---js front matter',
    { ...good, '001.md': '---js\n{ title: (globalThis.ran = true) }\n---\n' },
    'episodes/001.md:1:1 front-matter/language',
  ],
  [
    'a duplicate key',
    { ...good, '001.md': '---\ntitle: A\ndate: 2026-01-05\ntitle: B\n---\n' },
    'episodes/001.md:4:1 front-matter/duplicate-key',
  ],
  [
    'a date that is none',
    { ...good, '001.md': episode({ date: 'soon' }) },
    'episodes/001.md:3:7 date/unreadable',
  ],
  [
    'a day that does not exist',
    { ...good, '001.md': episode({ date: '2026-02-30' }) },
    'episodes/001.md:3:7 date/unreadable',
  ],
  ['audio missing', without(good, '001.mp3'), 'episodes/001.md:1:1 audio/missing'],
  [
    'audio named and missing',
    { ...good, '001.md': episode({ audio: 'nowhere.mp3' }) },
    'episodes/001.md:7:8 audio/missing',
  ],
  ['audio empty', { ...good, '001.mp3': '' }, 'episodes/001.mp3 audio/not-audio'],
  [
    'audio that is text',
    { ...good, '001.mp3': 'This is not the audio you are looking for.\n' },
    'episodes/001.mp3 audio/not-audio',
  ],
  [
    'audio truncated to nothing',
    { ...good, '001.mp3': mp3({ seconds: 10 }).subarray(0, 100) },
    'episodes/001.mp3 audio/not-audio',
  ],
  [
    'a Git LFS pointer',
    { ...good, '001.mp3': 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n' },
    'episodes/001.mp3 audio/not-audio',
  ],
  [
    'a playlist as another version',
    {
      ...good,
      '001.md': episode({ alternateEnclosures: 'list.m3u8' }),
      'list.m3u8': '#EXTM3U\n#EXTINF:4,\n1.ts\n',
    },
    'episodes/001.md:7:22 audio/named-file',
  ],
  [
    'two audio files for one episode',
    { ...good, '001.m4a': mp3({ seconds: 3 }) },
    'episodes/001.md:1:1 audio/ambiguous',
  ],
  [
    'a duplicate guid',
    {
      ...good,
      '001.md': episode({ guid: 'same' }),
      '002.md': documentOf({ ...frontMatter['002.md'], guid: 'same' }, 'N.\n'),
    },
    'episodes/002.md:7:7 episode/guid-unique',
  ],
  [
    'audio outside by ../',
    { ...good, '001.md': episode({ audio: '../../etc/passwd' }) },
    'episodes/001.md:7:8 files/outside-show',
  ],
  [
    'audio outside by an absolute path',
    { ...good, '001.md': episode({ audio: '/etc/passwd' }) },
    'episodes/001.md:7:8 files/outside-show',
  ],
  [
    'audio outside by a Windows path',
    { ...good, '001.md': episode({ audio: "'C:\\Windows\\a.mp3'" }) },
    'episodes/001.md:7:8 files/outside-show',
  ],
  [
    'audio outside by a link',
    { ...without(good, '001.mp3'), '001.mp3': { link: '/etc/hostname' } },
    'episodes/001.mp3 files/outside-show',
  ],
  [
    'an image outside by ../',
    { ...good, '001.md': episode({ image: '../cover.jpg' }) },
    'episodes/001.md:7:8 files/outside-show',
  ],
  [
    'an image outside by a link',
    { ...good, '001.md': episode({ image: 'out.jpg' }), 'out.jpg': { link: '/etc/hostname' } },
    'episodes/001.md:7:8 files/outside-show',
  ],
  [
    'a Markdown file that is a link out',
    { ...good, '003.md': { link: '/etc/hostname' } },
    'episodes/003.md files/outside-link',
  ],
  [
    // Its episodes would be missing without a word.
    'a folder that is a link out',
    { ...good, archive: { link: '/etc' } },
    'episodes/archive files/outside-link',
  ],
  [
    'an image that is none',
    { ...good, '001.md': episode({ image: 'a.jpg' }), 'a.jpg': '<html>404</html>' },
    'episodes/001.md:7:8 artwork/not-image',
  ],
  ['a link to itself', { ...good, '003.md': { link: '003.md' } }, 'episodes/003.md files/unreadable'],
  [
    'a title of control characters',
    { ...good, '001.md': episode({ title: '"\\x01\\x02\\x7f\\x03"'.replace('\\x7f', '') }) },
    'episodes/001.md:2:8 text/title-empty',
  ],
  [
    'text in another encoding',
    { ...good, '001.md': Buffer.from('---\ntitle: Caf\u00e9\ndate: 2026-01-05\n---\n', 'latin1') },
    'episodes/001.md:2:11 files/encoding',
  ],
  ['TOML', { ...good, '001.md': '+++\ntitle = "First\n+++\n' }, 'episodes/001.md:2:15 front-matter/syntax'],
  [
    'a list for a text',
    { ...good, '001.md': episode({ title: '[a, b]' }) },
    'episodes/001.md:2:8 front-matter/text',
  ],
]

function omit(field: string): Record<string, string> {
  return Object.fromEntries(Object.entries(frontMatter['show.md']).filter(([key]) => key !== field))
}

const pointOf = ({
  place,
  rule,
}: {
  place: { file: string; line?: number; column?: number }
  rule: string
}): string => `${[place.file, place.line, place.column].filter(part => part !== undefined).join(':')} ${rule}`

describe('an error', () => {
  test.each(errors)('%s', async (_, files, expected) => {
    const run = await runShow(files)
    expect(run.diagnostics.map(pointOf)).toContain(expected)
    const found = run.diagnostics.filter(one => pointOf(one) === expected)
    expect(found.every(one => one.severity === 'error' && one.help !== undefined)).toBe(true)
    // One mistake is one finding: nothing else is an error because of it.
    expect(run.diagnostics.filter(one => one.severity === 'error')).toHaveLength(1)
    expect(run.podcast).toBeUndefined()
    expect(existsSync(join(run.root, 'public'))).toBe(false)
    expect(existsSync(join(run.root, 'episodes/feed.lock.json'))).toBe('feed.lock.json' in files)
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined()
  })

  test('a misspelt key is one finding, with the field that it misses', async () => {
    const run = await runShow({ ...good, '001.md': '---\ntitel: First light\ndate: 2026-01-05\n---\n' })
    expect(run.diagnostics.map(pointOf)).toEqual(['episodes/001.md:2:1 front-matter/required'])
    expect(run.diagnostics[0]?.fix?.edits).toEqual([{ start: 4, end: 9, text: 'title' }])
    expect(run.podcast).toBeUndefined()
  })

  test('all problems of all files are told in one run', async () => {
    const run = await runShow({
      'show.md': '---\ntitle: [\n---\n',
      '001.md': '---\ntitle: A\ndate: soon\n---\n',
      '002.md': '---js\n{}\n---\n',
      '003.md': '---\ntitle: C\ndate: 2026-01-05\nepisode: x\n---\n',
    })
    expect(
      new Set(run.diagnostics.filter(one => one.severity === 'error').map(one => one.place.file)),
    ).toEqual(new Set(['episodes/show.md', 'episodes/001.md', 'episodes/002.md', 'episodes/003.md']))
  })

  test('the old feed and the old lock are untouched', async () => {
    const run = await runShow(good)
    const read = () =>
      ['public/feed.xml', 'episodes/feed.lock.json'].map(path => readFileSync(join(run.root, path), 'utf8'))
    const before = read()
    writeFiles(join(run.root, 'episodes'), { '001.md': episode({ date: 'soon' }) })
    expect((await rebuild(run.root)).output).toBeUndefined()
    expect(read()).toEqual(before)
  })

  test('a damaged lock is an error, and stays as it is', async () => {
    for (const lock of [
      '{',
      '[]',
      '{"version":3,"podcastGuid":"x","episodes":{}}',
      '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> b\n',
    ]) {
      const run = await runShow({ ...good, 'feed.lock.json': lock })
      expect(run.ids).toEqual(['lock/damaged'])
      expect(readFileSync(join(run.root, 'episodes/feed.lock.json'), 'utf8')).toBe(lock)
      expect(existsSync(join(run.root, 'public'))).toBe(false)
    }
  })
})

describe('output that cannot be written', () => {
  test.each([
    ['a file in place of the folder', (root: string) => writeFileSync(join(root, 'public'), 'a file')],
    [
      'a folder in place of the feed',
      (root: string) => mkdirSync(join(root, 'public/feed.xml/x'), { recursive: true }),
    ],
  ])('%s', async (_, spoil) => {
    const root = temporaryFolder()
    writeFiles(join(root, 'episodes'), good)
    spoil(root)
    const run = await rebuild(root)
    expect(run.ids).toEqual(['output/unwritable'])
    expect(run.output).toBeUndefined()
  })

  test('a disk that is full: the old feed stays, and nothing lies about', async () => {
    const full = '/dev/full'
    if (!existsSync(full)) return
    const run = await runShow({ ...good }, { out: full })
    expect(run.ids).toEqual(['output/unwritable'])
  })
})

describe('a warning or a note, and a good feed', () => {
  const warnings: readonly (readonly [string, Files, string, 'warning' | 'note'])[] = [
    [
      'control characters in notes',
      { ...good, '001.md': episode({}, 'Bell \u0007 here.\n') },
      'episodes/001.md:8:6 text/control-characters',
      'warning',
    ],
    [
      'a lone surrogate',
      { ...good, '001.md': episode({ summary: '"half \\ud83d a face"' }) },
      'episodes/001.md:7:10 text/control-characters',
      'warning',
    ],
    [
      'a duplicate enclosure',
      { ...good, '002.md': documentOf({ ...frontMatter['002.md'], audio: '001.mp3' }, 'N.\n') },
      'episodes/002.md:7:8 episode/enclosure-unique',
      'warning',
    ],
    [
      'explicit: yes',
      { ...good, '001.md': episode({ explicit: 'no' }) },
      'episodes/001.md:7:11 show/explicit-values',
      'note',
    ],
    [
      'explicit: clean',
      { ...good, 'show.md': documentOf({ ...frontMatter['show.md'], explicit: 'clean' }, 'T.\n') },
      'episodes/show.md:7:11 show/explicit-values',
      'note',
    ],
  ]

  test.each(warnings)('%s', async (_, files, expected, severity) => {
    const run = await runShow(files)
    expect(run.diagnostics.map(pointOf)).toEqual([expected])
    expect(run.diagnostics[0]?.severity).toBe(severity)
    const { channel, items } = readFeed(run.feed!)
    expect(items).toHaveLength(2)
    expect(textIn(channel['itunes:explicit'])).toBe('false')
  })

  test('</item> and ]]> twice in the notes are text like any other', async () => {
    const run = await runShow({ ...good, '001.md': episode({}, 'Here </item> and ]]> and ]]> again.\n') })
    expect(run.diagnostics.filter(one => one.severity === 'error')).toEqual([])
    const item = readFeed(run.feed!).items.find(one => textIn(one['itunes:episode']) === '1')
    expect(textIn(item.description)).toMatch(/and \]\]> and \]\]> again|and \]\]&gt; and \]\]&gt; again/)
  })
})

describe('in the place of the lock', () => {
  const inItsPlace: readonly (readonly [string, (path: string) => void, string])[] = [
    [
      'a folder',
      path => mkdirSync(path),
      'feed.lock.json cannot be read, so no feed is written: it is a folder, not a file',
    ],
    [
      'a link that leads nowhere',
      path => symlinkSync('nowhere', path),
      'feed.lock.json cannot be read, so no feed is written: it is a link that leads nowhere',
    ],
    [
      'a link that leads back to itself',
      path => symlinkSync('feed.lock.json', path),
      'feed.lock.json cannot be read, so no feed is written: it is a link that leads back to itself',
    ],
    [
      'more than is read of one',
      path => {
        writeFileSync(path, '{}')
        truncateSync(path, lockFileBytes + 1)
      },
      'the lock has more than 64 MiB, the most that is read of one',
    ],
  ]

  test.each(inItsPlace)(
    'stands %s: nothing is built, and nobody is told to remove it',
    async (_, put, is) => {
      const { root } = await runShow(good)
      const lock = join(root, 'episodes/feed.lock.json')
      rmSync(lock)
      put(lock)
      const { podcast, diagnostics } = await rebuild(root)
      expect(podcast).toBeUndefined()
      expect(diagnostics.map(({ place, message }) => [place.file, message])).toEqual([
        ['episodes/feed.lock.json', is],
      ])
      expect(diagnostics[0]?.help).toContain('git checkout -- episodes/feed.lock.json')
      expect(diagnostics[0]?.help).not.toMatch(/remove/i)
    },
  )
})

/** Other systems refuse such names, or write them in UTF-8 by themselves. */
describe.runIf(process.platform === 'linux')('a name that is not in UTF-8', () => {
  const latin1 = (path: string): Buffer => Buffer.from(path, 'latin1')

  test.each([
    ['an episode', 'episodes/caf\xe9.md', 'episodes/caf\ufffd.md'],
    ['a recording', 'episodes/caf\xe9.mp3', 'episodes/caf\ufffd.mp3'],
  ])('%s is named, and what to do', async (_, path, shown) => {
    const { root } = await runShow(good)
    writeFileSync(latin1(join(root, path)), 'x')
    const { podcast, diagnostics } = await rebuild(root)
    expect(podcast).toBeUndefined()
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.file}`)).toEqual([
      `files/unreadable ${shown}`,
    ])
    expect(diagnostics[0]?.message).toContain('its name is not in UTF-8')
    expect(diagnostics[0]?.help).toMatch(/^Rename it/)
  })

  test('so is a folder, and what is in it is not read', async () => {
    const { root } = await runShow(good)
    mkdirSync(latin1(join(root, 'episodes/d\xe9')))
    writeFileSync(latin1(join(root, 'episodes/d\xe9/003.md')), episode({}))
    const { diagnostics } = await rebuild(root)
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.file}`)).toEqual([
      'files/unreadable episodes/d\ufffd',
    ])
  })

  test('one that begins with an underscore is ignored, and one that really holds U+FFFD is a name like others', async () => {
    const { root } = await runShow({ ...good, 'a\ufffd.txt': 'x' })
    writeFileSync(latin1(join(root, 'episodes/_caf\xe9.md')), 'x')
    expect((await rebuild(root)).diagnostics).toEqual([])
  })
})

test('a folder called show.md is said to be one', async () => {
  const { diagnostics } = await runShow({ ...without(good, 'show.md'), 'show.md/x.txt': 'x' })
  expect(diagnostics[0]).toMatchObject({
    rule: 'files/unreadable',
    place: { file: 'episodes/show.md' },
    message: 'show.md cannot be read, so no feed is written: it is a folder, not a file',
  })
})

test('maps in a list where a text belongs: no text is made of them for the help', async () => {
  const { diagnostics } = await runShow(lay({ '001.md': 'seasonName: [{ a: b }]' }).files)
  const found = diagnostics.find(({ message }) => message.includes('`seasonName` is a list'))
  expect(found?.help).toMatch(/^Write plain text;/)
})
