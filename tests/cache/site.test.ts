/** A show that is made of the pages of a site is recognised when nothing has changed, and whatever its pages are made of is looked at. */

import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { image } from '../support/cover.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { mp3 } from '../support/mpeg.ts'
import { siteShow } from '../support/site-show.ts'
import { say } from '../support/terminal.ts'

const { counted } = vi.hoisted(() => ({ counted: { builds: 0, validations: 0, places: 0 } }))

vi.mock('../../src/cli/engine.ts', async original => {
  const engine = await original<typeof import('../../src/cli/engine.ts')>()
  return {
    ...engine,
    buildResult: (...of: Parameters<typeof engine.buildResult>) => {
      counted.builds++
      return engine.buildResult(...of)
    },
    placeOfShow: (...of: Parameters<typeof engine.placeOfShow>) => {
      counted.places++
      return engine.placeOfShow(...of)
    },
    validationResult: (...of: Parameters<typeof engine.validationResult>) => {
      counted.validations++
      return engine.validationResult(...of)
    },
  }
})

const showText = siteShow(`content: [../_posts/*.md, ../content/*/index.md]
where: { podcast: { not: never } }
fields:
  date: pubDate
  audio: mp3
  description: summary
  duration: { from: length, beside: meta.json }
  persons: { from: guests, data: ../_data/people.yml, each: { name: name } }
body: { file: notes.md }`)

const page = (title: string, day: string, more = ''): string =>
  `---\ntitle: ${title}\npubDate: ${day}\npodcast: one\n${more}---\nNotes of ${title}.\n`

const files = {
  'podcast/show.md': showText,
  'podcast/cover.jpg': image,
  '_data/people.yml': 'bea: { name: Bea Mole }\nada: { name: Ada Pier }\n',
  '_posts/2026-01-05-one.md': page('One', '2026-01-05', 'guests: [bea]\n'),
  '_posts/2026-01-05-one.mp3': mp3({ seconds: 3 }),
  '_posts/2026-01-05-one.vtt': 'WEBVTT\n\n00:00.000 --> 00:03.000\nHigh water.\n',
  'content/two/index.md': page('Two', '2026-02-05', 'summary: Of two.\n'),
  'content/two/index.mp3': mp3({ seconds: 4 }),
  'content/two/notes.md': 'Notes that stand aside.\n',
  'content/two/meta.json': '{ "length": "0:04" }\n',
  'static/six.md': page('Six', '2026-06-05'),
  'static/unread.txt': 'Nobody reads this.\n',
}

interface Site {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly at: (path: string) => string
  readonly edit: (path: string, from: string, to: string) => void
}

const siteOf = (): Site => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, '.git'))
  writeFiles(cwd, files)
  const at = (path: string): string => join(cwd, path)
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(at(path), 'utf8')
    expect(text).toContain(from)
    writeFileSync(at(path), text.replace(from, to))
  }
  return { cwd, env: { XDG_CACHE_HOME: temporaryFolder() }, at, edit }
}

const accepted = ['gone:*', 'audio:*', 'guid:*', 'back-dated:*'].flatMap(one => ['--accept', one])

interface Done {
  readonly said: Awaited<ReturnType<typeof say>>
  readonly feed: string
}

const build = async (site: Site, ...argv: string[]): Promise<Done> => {
  const said = await say(site, 'podcast', '--out', 'public', ...accepted, ...argv)
  return { said, feed: readFileSync(site.at('public/feed.xml'), 'utf8') }
}

/** What a build gives that knows of no other. */
const fresh = async (site: Site): Promise<Done> => {
  const cwd = temporaryFolder()
  cpSync(site.cwd, cwd, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  return build({ ...site, cwd, at: path => join(cwd, path) }, '--no-cache')
}

/** Until it is recognised: a file that has just been written may be written again within the same tick of the clock. */
const settled = async (site: Site, what = 'nothing'): Promise<Done> => {
  for (let i = 0; i < 12; i++) {
    const before = counted.builds
    const done = await build(site)
    if (counted.builds === before) return done
  }
  throw new Error(`built again and again after: ${what}`)
}

const edits: readonly (readonly [what: string, act: (site: Site) => void, isHeard?: false])[] = [
  ['a page is edited', ({ edit }) => edit('_posts/2026-01-05-one.md', 'Notes of', 'Words of')],
  ['a key of a page', ({ edit }) => edit('content/two/index.md', 'Of two', 'Of both')],
  ['the file that holds the notes', ({ edit }) => edit('content/two/notes.md', 'aside', 'apart')],
  ['the same, of the same length', ({ edit }) => edit('content/two/notes.md', 'apart', 'aside')],
  ['a side-car', ({ edit }) => edit('content/two/meta.json', '0:04', '0:44')],
  ['a side-car is removed', ({ at }) => rmSync(at('content/two/meta.json'))],
  ['a file of data', ({ edit }) => edit('_data/people.yml', 'Bea Mole', 'Bea Molenaar')],
  ['a transcript', ({ edit }) => edit('_posts/2026-01-05-one.vtt', '-->', '->')],
  ['a recording', ({ at }) => writeFileSync(at('content/two/index.mp3'), mp3({ seconds: 5 }))],
  [
    'a page is added',
    ({ at }) => {
      writeFileSync(at('_posts/2026-03-05-three.md'), page('Three', '2026-03-05'))
      writeFileSync(at('_posts/2026-03-05-three.mp3'), mp3({ seconds: 6 }))
    },
  ],
  [
    '`where` leaves one out by its page',
    ({ edit }) => edit('_posts/2026-03-05-three.md', 'podcast: one', 'podcast: never'),
  ],
  ['`where` takes it in again', ({ edit }) => edit('_posts/2026-03-05-three.md', 'never', 'two')],
  ['`where` is edited', ({ edit }) => edit('podcast/show.md', 'not: never', 'not: two')],
  ['and once more', ({ edit }) => edit('podcast/show.md', 'not: two', 'present: true')],
  [
    'the mapping is edited',
    ({ edit }) => edit('podcast/show.md', 'description: summary', 'description: title'),
  ],
  ['the body is mapped otherwise', ({ edit }) => edit('podcast/show.md', 'file: notes.md', 'file: other.md')],
  [
    'a file appears that is the notes',
    ({ at }) => writeFileSync(at('content/two/other.md'), 'Yet other notes.\n'),
  ],
  ['`content` is edited', ({ edit }) => edit('podcast/show.md', '../content/*/', '../content/twain/')],
  ['a folder is renamed', ({ at }) => renameSync(at('content/two'), at('content/twain'))],
  [
    'and others are named',
    ({ edit }) => edit('podcast/show.md', '../content/twain/', '../content/**/'),
    false,
  ],
  [
    'a page deeper down',
    ({ at }) =>
      writeFiles(at('content/deep/down'), {
        'index.md': page('Four', '2026-04-05'),
        'index.mp3': mp3({ seconds: 7 }),
      }),
  ],
  ['a page is removed', ({ at }) => rmSync(at('content/deep/down/index.md'))],
  [
    'a page by a link',
    ({ at }) => {
      symlinkSync('../../../static/six.md', at('content/deep/down/index.md'))
    },
  ],
  ['that page is edited', ({ edit }) => edit('static/six.md', 'Notes of', 'Words of')],
  ['the lock is removed', ({ at }) => rmSync(at('podcast/feed.lock.json'))],
  ['the output is removed', ({ at }) => rmSync(at('public/feed.xml'))],
  ['what nobody reads', ({ edit }) => edit('static/unread.txt', 'Nobody', 'No one'), false],
]

test('every kind of edit is noticed, and what comes of it is what a build from nothing gives', async () => {
  const site = siteOf()
  let before = await settled(site)
  expect(before.said.code).toBe(0)
  expect([...before.feed.matchAll(/<item>/g)]).toHaveLength(2)
  for (const [what, act, isHeard = true] of edits) {
    act(site)
    const from = counted.builds
    const expected = await fresh(site)
    const cold = counted.builds
    const now = await build(site)
    expect([what, cold - from, counted.builds - cold]).toEqual([what, 1, 1])
    expect([what, now]).toEqual([what, expected])
    expect([what, now.said.code, now.said.stderr]).toEqual([what, 0, expect.anything()])
    const after = await settled(site, what)
    expect([what, after.feed]).toEqual([what, now.feed])
    if (isHeard && !what.includes('lock') && !what.includes('output'))
      expect([what, now.feed !== before.feed || now.said.stderr !== before.said.stderr]).toEqual([what, true])
    before = after
  }
})

test('nor is the front matter of an unchanged show read to find out where it is', async () => {
  const site = siteOf()
  await settled(site)
  const before = counted.places
  await build(site)
  expect(counted.places).toBe(before)
  site.edit('podcast/show.md', 'About.', 'About us.')
  await build(site)
  expect(counted.places).toBe(before + 1)
  await build(site, '--no-cache')
  expect(counted.places).toBe(before + 2)
})

test('so it is with `validate`', async () => {
  const site = siteOf()
  const validate = () => say(site, 'validate', 'podcast')
  const quiet = async () => {
    for (let i = 0; i < 12; i++) {
      const before = counted.validations
      const said = await validate()
      if (counted.validations === before) return said
    }
    throw new Error('an unchanged site was judged again and again')
  }
  await quiet()
  site.edit('_data/people.yml', '{ name: Bea Mole }', '[')
  const before = counted.validations
  const said = await validate()
  expect(counted.validations).toBe(before + 1)
  expect(said.stderr + said.stdout).toContain('_data/people.yml')
  expect(await quiet()).toEqual(said)
})
