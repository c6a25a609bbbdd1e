/** Episodes that are pages of a site: which files they are, where their values come from, and where findings about them point. */

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFiles } from '../src/limits.ts'
import { notesOfSite } from '../src/load/site-notes.ts'
import { globOf, isNamedBy } from '../src/mapping/glob.ts'
import { image } from './support/cover.ts'
import type { Files } from './support/folder.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { growth } from './support/growth.ts'
import { runShow } from './support/run.ts'
import { siteShow as show } from './support/site-show.ts'
import { say } from './support/terminal.ts'

const given = `facts: given
fields:
  date: pubDate
  audio: mp3
  bytes: { value: "1000000" }
  duration: { value: "10:00" }`

const page = (more: string): string => `---\ntitle: One\npubDate: 2026-01-05\n${more}\n---\nNotes.\n`

const site = (mapping: string, files: Files): Files => ({
  'show.md': show(mapping),
  'cover.jpg': image,
  ...files,
})

const titles = (feed: string | undefined): readonly string[] =>
  [...(feed ?? '').matchAll(/<item>\s*<title>([^<]*)/g)].map(([, title]) => title!).sort()

describe('findings point at the key of the site', () => {
  test.each([
    ['YAML', 'posts/1.md', '---\ntitle: One\npubDate: the fifth\nmp3: https://m.example/1.mp3\n---\n', 3, 10],
    [
      'TOML',
      'posts/1.md',
      '+++\ntitle = "One"\npubDate = "the fifth"\nmp3 = "https://m.example/1.mp3"\n+++\n',
      3,
      11,
    ],
    [
      'JSON',
      'posts/1.md',
      '{\n"title": "One",\n"pubDate": "the fifth",\n"mp3": "https://m.example/1.mp3"\n}\n',
      3,
      12,
    ],
    ['bare YAML', 'posts/1.yml', 'title: One\npubDate: the fifth\nmp3: https://m.example/1.mp3\n', 2, 10],
  ])('in %s', async (_, path, text, line, column) => {
    const { diagnostics } = await runShow(site(`content: posts/*.{md,yml}\n${given}`, { [path]: text }))
    const found = diagnostics.find(({ rule }) => rule.startsWith('date/'))
    expect(found?.place).toMatchObject({ file: `episodes/${path}`, line, column })
  })

  test('a key that is missing is told in the words of the site', async () => {
    const { diagnostics } = await runShow(
      site(`content: posts/*.md\n${given}`, {
        'posts/1.md': '---\ntitle: One\nmp3: https://m.example/1.mp3\n---\n',
      }),
    )
    expect(diagnostics.find(({ rule }) => rule === 'front-matter/required')).toMatchObject({
      message: expect.stringContaining('`pubDate` is missing, which show.md maps to `date`'),
      help: expect.stringContaining('Add `pubDate: '),
    })
  })

  test('keys that nobody asked for are no findings', async () => {
    const { ids } = await runShow(
      site(`content: posts/*.md\n${given}`, {
        'posts/1.md': page('mp3: https://m.example/1.mp3\nlayout: x\nimage: tiny.gif\nepisdoe: 4'),
      }),
    )
    expect(ids.filter(id => id.startsWith('front-matter/'))).toEqual([])
  })

  test('what is right in one place is mended there', async () => {
    const cwd = temporaryFolder()
    writeFiles(
      join(cwd, 'episodes'),
      site(`content: posts/*.md\n${given}\n  episodeType: kind`, {
        'posts/1.md': page('mp3: https://m.example/1.mp3\nkind: trailr'),
      }),
    )
    await say({ cwd }, 'validate', '--fix')
    expect(readFileSync(join(cwd, 'episodes/posts/1.md'), 'utf8')).toContain('kind: trailer')
  })
})

describe('a slip in the mapping is said alone, not of every episode that it leaves without a value', () => {
  test.each([
    ['a form that there is not', 'fields: { date: pubDate, audio: { from: mp3, form: upper } }', 'upper'],
    [
      'a regular expression',
      "fields: { date: pubDate, audio: { from: mp3, match: '(' } }",
      'front-matter/mapping',
    ],
    ['a key that no episode has', 'fields: { date: pubDate, sound: mp3 }', '"sound"'],
    ['a condition', 'where: 3', 'where'],
    ['files outside', 'content: ../../*.md', 'leads out of the repository'],
  ])('%s', async (_, mapping, words) => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), site(mapping, { 'posts/1.md': page('mp3: https://m.example/1.mp3') }))
    const { code, stderr } = await say({ cwd })
    expect(code).toBe(1)
    expect(stderr).toContain(words)
    expect(stderr).toContain('1 error in 1 file')
  })
})

describe('a site without an episode is told where show.md says what they are', () => {
  test.each([
    [
      'a glob that fits nothing',
      `content: postz/*.md\n${given}`,
      'no file of the site fits `content`',
      ':12:',
    ],
    [
      'a condition that none fulfils',
      `content: posts/*.md\nwhere: { kind: episode }\n${given}`,
      'the one file that `content` names is no episode',
      ':13:',
    ],
  ])('%s', async (_, mapping, words, line) => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), site(mapping, { 'posts/1.md': page('mp3: https://m.example/1.mp3') }))
    const { code, stderr } = await say({ cwd }, 'validate', '--reporter', 'compact')
    expect(code).toBe(1)
    expect(stderr).toContain(words)
    expect(stderr).toContain(`episodes/show.md${line}`)
  })
})

describe('which files are episodes', () => {
  const files: Files = {
    '_posts/1.md': page('mp3: https://m.example/1.mp3\nkind: episode'),
    '_posts/2.md': page('mp3: https://m.example/2.mp3\nkind: post').replace('One', 'Two'),
    '_posts/3.md': page('mp3:\nkind: episode').replace('One', 'Three'),
    '_posts/deep/4.md': page('mp3: https://m.example/4.mp3\nkind: episode').replace('One', 'Four'),
    '_hidden/5.md': page('mp3: https://m.example/5.mp3\nkind: episode').replace('One', 'Five'),
  }
  test.each([
    ['content: _posts/*.md\nwhere: { mp3: { blank: false } }', ['One', 'Two']],
    ['content: _posts/*.md\nwhere: { kind: episode, mp3: { blank: false } }', ['One']],
    ['content: _posts/**/*.md\nwhere: { kind: episode, mp3: { blank: false } }', ['Four', 'One']],
    ['content: [_posts/**/*.md, "!**/deep/*"]\nwhere: { mp3: { blank: false } }', ['One', 'Two']],
    [
      'content: _posts/**/*.md\nwhere: { mp3: { blank: false }, file.name: { matches: "^[24]" } }',
      ['Four', 'Two'],
    ],
  ])('%s', async (mapping, expected) => {
    expect(titles((await runShow(site(`${mapping}\n${given}`, files))).feed)).toEqual(expected)
  })
})

describe('what a stranger may not do', () => {
  test.each([
    ['content: ../../*.md', 'front-matter/mapping'],
    ['content: "*.md"\nfields: { audio: "https://{host}/1.mp3" }', 'front-matter/mapping'],
    ['content: "*.md"\nfields: { episode: { from: title, match: "(a)\\\\1" } }', 'front-matter/mapping'],
    [
      'content: "*.md"\nfields: { episode: { from: title, match: "((((a{100}){100}){100}){100})" } }',
      'front-matter/mapping',
    ],
    ['content: "*.md"\nfields: { oudio: mp3 }', 'front-matter/mapping'],
  ])('%s', async (mapping, rule) => {
    expect((await runShow(site(mapping, { '1.md': page('mp3: x') }))).ids).toContain(rule)
  })

  test('files of data beyond the most that are read', async () => {
    const read = async (names: number) => {
      const guests = Array.from({ length: names }, (_, i) => `g${i}`).join(', ')
      const { diagnostics } = await runShow(
        site(`content: posts/*.md\n${given}\n  persons: { from: guests, data: "people/{id}.yml" }`, {
          'posts/1.md': page(`mp3: https://m.example/1.mp3\nguests: [${guests}]`),
        }),
      )
      return diagnostics.filter(({ rule }) => rule === 'front-matter/mapping')
    }
    expect(await read(dataFiles)).toEqual([])
    expect(await read(dataFiles + 1)).toMatchObject([
      { message: 'the episodes name more than 20,000 files of data, so not all of them were read' },
    ])
  })

  test('no value leads to another file', async () => {
    const { ids, diagnostics } = await runShow(
      site(`content: posts/*.md\n${given}\n  summary: { from: secret, beside: "{side}.json" }`, {
        'posts/1.md': page('mp3: https://m.example/1.mp3\nside: ../other/data'),
        'other/data.json': '{ "secret": "SECRET" }',
      }),
    )
    expect(ids).toContain('front-matter/entry')
    expect(JSON.stringify(diagnostics)).not.toContain('SECRET')
  })
})

test('a show outside of the pages, of another name, with its lock beside it', async () => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, '.git'))
  writeFiles(cwd, {
    'podcast/notes.md': show(`content: ../_posts/*.md\n${given}`).replace(
      'cover.jpg',
      'https://show.example/cover.jpg',
    ),
    '_posts/1.md': page('mp3: https://m.example/1.mp3'),
  })
  expect(await say({ cwd }, 'podcast/notes.md')).toMatchObject({ code: 0 })
  const lock = JSON.parse(readFileSync(join(cwd, 'podcast/notes.lock.json'), 'utf8'))
  expect(lock.episodes['_posts/1']).toMatchObject({
    url: 'https://m.example/1.mp3',
    bytes: 1_000_000,
    facts: 'given',
  })
  const first = readFileSync(join(cwd, 'public/feed.xml'), 'utf8')
  expect(await say({ cwd }, 'podcast/notes.md', '--frozen')).toMatchObject({ code: 0 })
  expect(readFileSync(join(cwd, 'public/feed.xml'), 'utf8')).toBe(first)
  expect(await say({ cwd }, 'validate', 'podcast/notes.md')).toMatchObject({ code: 0 })
})

describe('every command reads a show whose pages are elsewhere', () => {
  const laid = (): string => {
    const cwd = temporaryFolder()
    mkdirSync(join(cwd, '.git'))
    writeFiles(cwd, {
      'podcast/show.md': show(`content: ../_posts/*.md\n${given}`).replace(
        'cover.jpg',
        'https://show.example/cover.jpg',
      ),
      '_posts/1.md': page('mp3: https://m.example/1.mp3'),
      '_posts/2.md': page('mp3: https://m.example/2.mp3').replace('2026-01-05', '2027-01-05'),
    })
    return cwd
  }

  test('upcoming', async () => {
    const said = await say({ cwd: laid() }, 'upcoming', 'podcast')
    expect(said).toMatchObject({ code: 0, stderr: '' })
    expect(said.stdout).toContain('_posts/2.md')
  })

  test('diff', async () => {
    const cwd = laid()
    expect(await say({ cwd }, 'podcast')).toMatchObject({ code: 0 })
    const said = await say({ cwd }, 'diff', 'public/feed.xml', 'podcast')
    expect(said).toMatchObject({ code: 0, stderr: '' })
    expect(said.stdout).toContain('podcast/show.md (1 episode)')
  })

  test('publish, which knows from the lock where it is published', async () => {
    const cwd = laid()
    expect(await say({ cwd }, 'podcast')).toMatchObject({ code: 0 })
    const preview = ['--base-url', 'https://preview.example/', '--out', 'preview']
    expect(await say({ cwd }, 'podcast', ...preview)).toMatchObject({ code: 0 })
    const said = await say({ cwd }, 'publish', 'podcast', '--out', 'preview')
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('subscribers read the show at https://show.example/feeds/feed.xml')
  })

  test('new, which has no business there', async () => {
    const said = await say({ cwd: laid() }, 'new', 'Hello', '--show', 'podcast')
    expect(said).toMatchObject({ code: 2, stdout: '' })
    expect(said.stderr).toContain('the episodes of podcast/show.md are pages of a site')
  })
})

test('without a repository, nothing outside the folder of the show is read', async () => {
  const cwd = temporaryFolder()
  writeFiles(cwd, {
    'podcast/show.md': show(`content: ../_posts/*.md\n${given}`),
    '_posts/1.md': page('mp3: https://m.example/1.mp3'),
  })
  const { code, stderr } = await say({ cwd }, 'podcast')
  expect(code).toBe(1)
  expect(stderr).toContain('front-matter/mapping')
})

describe('what a stranger writes takes no time without end', () => {
  test('a glob with `**` many times over', () => {
    const glob = globOf(`${'**/a/'.repeat(20)}_x/*.md`)
    const folders = 'a/'.repeat(40)
    expect(isNamedBy(glob, `${folders}_x`)).toBe(true)
    expect(isNamedBy(glob, `${folders}_y`)).toBe(false)
    expect(isNamedBy(glob, `${folders}_x/1.md`)).toBe(true)
    expect(isNamedBy(glob, `_b/${folders}_x`)).toBe(false)
  })

  test('thousands of elements that are dropped and never closed', () => {
    const marks = { drop: ['audio'], isKramdown: false, tags: undefined }
    const make = (count: number) => ({ text: '<audio> '.repeat(count), sourceOf: (offset: number) => offset })
    expect(growth(make, 20_000, body => notesOfSite(body, marks))).toBeLessThan(24)
    expect(notesOfSite(make(2), marks).body().text).toBe('  ')
  })
})

test('code that is left out of notes in a file of their own is reported there', async () => {
  const { diagnostics } = await runShow(
    site(`content: posts/*.yml\n${given}\nbody: { file: "notes.mdx" }`, {
      'posts/1.yml': 'title: One\npubDate: 2026-01-05\nmp3: https://m.example/1.mp3\n',
      'posts/notes.mdx': 'Notes.\n\n<Player src="x" />\n',
    }),
  )
  expect(
    diagnostics.map(({ place }) => [place.file.replace(/^.*posts/, 'posts'), place.line]),
  ).toContainEqual(['posts/notes.mdx', 3])
})

test('a repository that is reached by a link is the same', async () => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'repository/.git'), { recursive: true })
  writeFiles(cwd, {
    'repository/podcast/show.md': show(`content: ../_posts/*.md\n${given}`).replace(
      'cover.jpg',
      'https://show.example/cover.jpg',
    ),
    'repository/_posts/1.md': page('mp3: https://m.example/1.mp3'),
    linked: { link: join(cwd, 'repository') },
  })
  expect(await say({ cwd }, 'linked/podcast', '--out', 'out')).toMatchObject({ code: 0 })
})
