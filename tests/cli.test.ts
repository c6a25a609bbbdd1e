/** One table of cases, run in process; a part of it as a child process too, where the process itself matters. */

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { type Case, program, runCases, spawnIn } from './support/cases.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { say } from './support/terminal.ts'

const folderWith = (shows: Readonly<Record<string, Files>>): string => {
  const root = temporaryFolder()
  for (const [name, files] of Object.entries(shows)) writeFiles(join(root, name), files)
  return root
}
const good = (): string => folderWith({ episodes: goodShow() })
const broken = (): string =>
  folderWith({ episodes: { ...goodShow(), '001.md': '---\ntitel: First\ndate: 2026-02-30\n---\n' } })

const cases: readonly Case[] = [
  {
    does: 'builds episodes/ into public/',
    argv: [],
    in: good,
    code: 0,
    stdout:
      /^Harbour Notes {2}2 episodes · 0:21 · newest 12 Jan 2026 · .* → public\/feed\.xml {2}\d files written \(\d\.\d s\)\n$/,
    silent: ['stderr'],
    writes: [
      'public/feed.xml',
      'public/001.mp3',
      'public/002.mp3',
      'public/cover.jpg',
      'episodes/feed.lock.json',
    ],
  },
  {
    does: 'builds this very folder when it is a show',
    argv: [],
    in: () => join(good(), 'episodes'),
    code: 0,
    writes: ['public/feed.xml'],
  },
  {
    does: 'builds several shows, each into its own folder',
    argv: ['talks', 'music', '--out', 'site', '--base-url', 'https://host.example/x'],
    in: () => folderWith({ talks: goodShow(), music: { ...goodShow(), 'show.md': goodShow()['show.md']! } }),
    code: 0,
    stdout: /site\/talks\/feed\.xml[\s\S]*site\/music\/feed\.xml/,
    writes: ['site/talks/feed.xml', 'site/music/feed.xml'],
    leaves: ['public'],
  },
  {
    does: 'prints nothing when asked to be quiet and all is well',
    argv: ['--quiet'],
    in: good,
    code: 0,
    silent: ['stdout', 'stderr'],
  },
  {
    does: 'leaves the audio out with --no-audio',
    argv: ['--no-audio'],
    in: good,
    code: 0,
    writes: ['public/feed.xml'],
    leaves: ['public/001.mp3'],
  },
  {
    does: 'names file, line, column, rule and remedy of every problem, and writes nothing',
    argv: [],
    in: broken,
    code: 1,
    stderr: /episodes\/001\.md:2:1[\s\S]*Rename it to `title`[\s\S]*episodes\/001\.md:3:7/,
    silent: ['stdout'],
    leaves: ['public', 'episodes/feed.lock.json'],
  },
  {
    does: 'lets a warning pass',
    argv: [],
    in: () => warned(),
    code: 0,
    stderr: /date\/no-zone/,
    writes: ['public/feed.xml'],
  },
  {
    does: 'stops at a warning with --strict',
    argv: ['--strict'],
    in: () => warned(),
    code: 1,
    leaves: ['public'],
  },
  {
    does: 'holds the future back',
    argv: ['--as-of', '2026-01-06'],
    in: good,
    code: 0,
    stdout: /1 episode \(1 scheduled held back\)/,
  },
  {
    does: 'puts the future in with --drafts',
    argv: ['--as-of', '2026-01-06', '--drafts'],
    in: good,
    code: 0,
    stdout: /2 episodes/,
  },
  {
    does: 'validates without writing',
    argv: ['validate'],
    in: good,
    code: 0,
    leaves: ['public', 'episodes/feed.lock.json'],
  },
  {
    does: 'fails validation with 1',
    argv: ['validate'],
    in: broken,
    code: 1,
    stderr: /date\/unreadable/,
    leaves: ['public'],
  },
  {
    does: 'prints the version',
    argv: ['--version'],
    in: temporaryFolder,
    code: 0,
    stdout: new RegExp(`^${manifest.version}\n$`),
  },
  {
    does: 'prints help with examples',
    argv: ['--help'],
    in: temporaryFolder,
    code: 0,
    stdout: /Examples:\n {2}\$ build-feed /,
    silent: ['stderr'],
  },
  {
    does: 'prints help of a command',
    argv: ['validate', '--help'],
    in: temporaryFolder,
    code: 0,
    stdout: /Examples:/,
  },
  {
    does: 'refuses an unknown option',
    argv: ['--colour'],
    in: good,
    code: 2,
    stderr: /unknown option '--colour'/,
    leaves: ['public'],
  },
  {
    does: 'refuses an unknown reporter',
    argv: ['--reporter', 'xml'],
    in: good,
    code: 2,
    stderr: /no reporter "xml"; there are pretty, /,
  },
  {
    does: 'refuses an instant that is none',
    argv: ['--as-of', 'tomorrow'],
    in: good,
    code: 2,
    stderr: /--as-of "tomorrow" is not an instant/,
  },
  {
    does: 'refuses a base URL that is none',
    argv: ['--base-url', 'show.example'],
    in: good,
    code: 2,
    stderr: /--base-url "show\.example" is not a full address/,
  },
  {
    does: 'refuses two shows of one name',
    argv: ['a/x', 'b/x'],
    in: good,
    code: 2,
    stderr: /two of the shows are called "x"/,
  },
  {
    does: 'says what to do without a show folder',
    argv: [],
    in: temporaryFolder,
    code: 1,
    stderr: /files\/no-show[\s\S]*does not exist/,
    leaves: ['public'],
  },
  {
    does: 'says what to do in an empty show folder',
    argv: ['.'],
    in: temporaryFolder,
    code: 1,
    stderr: /there is no show\.md/,
  },
]

const warned = (): string => {
  const { timezone: _, ...fields } = frontMatter['show.md']
  return folderWith({ episodes: { ...goodShow(), 'show.md': documentOf(fields, 'Talks.\n') } })
}

runCases(cases)

describe('as a child process', () => {
  test('the feed is the same in any language and time zone of the machine, and whenever it is built', () => {
    const feeds = [
      { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', SOURCE_DATE_EPOCH: '1790000000' },
      { TZ: 'America/Los_Angeles', LANG: 'fa_IR.UTF-8', SOURCE_DATE_EPOCH: '1800000000' },
      { TZ: 'UTC', LANG: 'C' },
    ].map(env => {
      const cwd = good()
      expect(spawnIn(cwd, [], env).status).toBe(0)
      return readFileSync(join(cwd, 'public/feed.xml'), 'utf8')
    })
    expect(new Set(feeds).size).toBe(1)
    expect(feeds[0]).toContain('<pubDate>Mon, 05 Jan 2026 05:00:00 +0000</pubDate>')
  })

  test('SOURCE_DATE_EPOCH is what counts as now, and a bad one is refused', () => {
    const cwd = good()
    expect(spawnIn(cwd, [], { SOURCE_DATE_EPOCH: '1767700000' }).stdout).toContain('1 scheduled held back')
    expect(spawnIn(cwd, [], { SOURCE_DATE_EPOCH: 'today' }).status).toBe(2)
  })

  test('colour only where it is wanted', () => {
    const cwd = broken()
    expect(spawnIn(cwd, []).stderr).not.toContain('\u001b[')
    expect(spawnIn(cwd, [], { FORCE_COLOR: '1' }).stderr).toContain('\u001b[')
    expect(spawnIn(cwd, [], { NO_COLOR: '1' }).stderr).not.toContain('\u001b[')
  })

  test('a closed pipe is no failure, and 64 KB pipes lose nothing', () => {
    const many: Record<string, string> = {}
    for (let i = 0; i < 400; i++) many[`e${i}.md`] = `---\ntitel: ${'x'.repeat(100)}\n---\n`
    const cwd = folderWith({ episodes: { ...goodShow(), ...many } })
    const whole = spawnIn(cwd, ['validate', '--reporter', 'json'])
    expect(whole.stdout.length).toBeGreaterThan(200_000)
    expect(() => JSON.parse(whole.stdout)).not.toThrow()
    const cut = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${program}" validate --reporter json | head -n 1; echo done`],
      { cwd, encoding: 'utf8' },
    )
    expect(cut.stdout).toMatch(/done\n$/)
    expect(cut.stderr).toBe('')
  })
})

describe('progress', () => {
  test('is shown on a terminal, cleared again, and never in CI', async () => {
    const cwd = good()
    const seen = await say({ cwd, terminal: true }, 'validate')
    expect(seen.stderr).toContain('Measuring')
    expect(seen.stderr.slice(seen.stderr.lastIndexOf('Measuring'))).toContain('\r\u001b[2K')
    expect((await say({ cwd, terminal: true, env: { CI: 'true' } }, 'validate')).stderr).not.toContain(
      'Measuring',
    )
    expect((await say({ cwd }, 'validate')).stderr).not.toContain('Measuring')
  })
})

describe('what is written', () => {
  test('equal bytes are not touched', async () => {
    const cwd = good()
    await say({ cwd })
    const before = statSync(join(cwd, 'public/feed.xml'), { bigint: true })
    const again = await say({ cwd })
    expect(again.stdout).toContain('nothing changed')
    expect(statSync(join(cwd, 'public/feed.xml'), { bigint: true }).mtimeNs).toBe(before.mtimeNs)
  })

  test('a lost lock gives the same feed and the same lock again', async () => {
    const cwd = good()
    await say({ cwd })
    const [feed, lock] = ['public/feed.xml', 'episodes/feed.lock.json'].map(path =>
      readFileSync(join(cwd, path), 'utf8'),
    )
    rmSync(join(cwd, 'episodes/feed.lock.json'))
    rmSync(join(cwd, 'public'), { recursive: true })
    await say({ cwd, now: '2027-01-01T00:00:00Z' })
    expect(readFileSync(join(cwd, 'public/feed.xml'), 'utf8')).toBe(feed)
    expect(readFileSync(join(cwd, 'episodes/feed.lock.json'), 'utf8')).toBe(lock)
  })

  test('after an error the old feed and the old lock are there, untouched', async () => {
    const cwd = good()
    await say({ cwd })
    const paths = ['public/feed.xml', 'episodes/feed.lock.json']
    const before = paths.map(path => readFileSync(join(cwd, path), 'utf8'))
    writeFiles(join(cwd, 'episodes'), { '002.md': '---\ntitle: [\n---\n' })
    expect((await say({ cwd })).code).toBe(1)
    expect(paths.map(path => readFileSync(join(cwd, path), 'utf8'))).toEqual(before)
    expect(readdirSync(join(cwd, 'public')).filter(name => name.startsWith('.'))).toEqual([])
  })
})
