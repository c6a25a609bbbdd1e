/** Who a show is: it gets its guids of the first address that anybody can subscribe to, and of no other. */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { initValues } from '../src/init-values.ts'
import type { Lock } from '../src/model.ts'
import { directories } from '../src/targets.ts'
import { reachOf, reachOfUrl } from '../src/units/host.ts'
import { podcastGuid } from '../src/units/uuid.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { bodies, documentOf, frontMatter, goodAudio, goodShow } from './support/good-show.ts'
import { asVersion1, type Run, rebuild, runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const showMd = (fields: Readonly<Record<string, string>>): Files => ({
  'show.md': documentOf({ ...frontMatter['show.md'], ...fields }, bodies['show.md']),
})
const episodeMd = (fields: Readonly<Record<string, string>>, body: string = bodies['001.md']): Files => ({
  '001.md': documentOf({ ...frontMatter['001.md'], ...fields }, body),
})
const shown = (run: Pick<Run, 'root'>, path: string): string => join(run.root, 'episodes', path)
const lockPath = (run: Pick<Run, 'root'>): string => shown(run, 'feed.lock.json')
const lockText = (run: Pick<Run, 'root'>): string => readFileSync(lockPath(run), 'utf8')
const lockOf = (run: Pick<Run, 'root'>): Lock => JSON.parse(lockText(run))
const guidsIn = (feed: string | undefined): readonly string[] =>
  [...(feed ?? '').matchAll(/<guid[^>]*>([^<]*)</g)].map(([, guid]) => guid!)
const podcastGuidIn = (feed: string | undefined): string | undefined =>
  /<podcast:guid>([^<]*)</.exec(feed ?? '')?.[1]
const history = (ids: readonly string[]): readonly string[] =>
  ids.filter(
    id => id.startsWith('history/') || id.startsWith('lock/') || id === 'podcast/guid-of-placeholder',
  )

describe('the reach of a host', () => {
  test.each([
    ...[
      'example.com',
      'www.example.com',
      'Example.ORG',
      'a.b.example.net',
      'x.invalid',
      'show.test',
      'example.com.',
    ],
    ...['your-site', 'media.YOUR-SITE'],
  ])('%s is a placeholder', host => expect(reachOf(host)).toBe('placeholder'))
  test.each([
    ...[
      'localhost',
      'a.localhost',
      'nas',
      'nas.local',
      'x.lan',
      'x.home.arpa',
      'media.internal',
      '127.0.0.1',
    ],
    ...[
      '10.1.2.3',
      '192.168.1.4',
      '172.16.0.1',
      '169.254.1.1',
      '100.64.0.1',
      '[::1]',
      '[fe80::1]',
      '[fd00::1]',
    ],
    ...['[::ffff:192.168.1.4]', '0.0.0.0'],
  ])('%s is nearby', host => expect(reachOf(host)).toBe('nearby'))
  test.each([
    ...[
      'show.example',
      'harbour-notes.example',
      'myexample.com',
      'example.com.au',
      'test.com',
      'localhost.com',
    ],
    ...['8.8.8.8', '[2606:4700::1111]', 'jo.github.io', 'your-site.com'],
  ])('%s is public', host => expect(reachOf(host)).toBe('public'))
  test('what init writes is none that anybody could reach', () => {
    expect(reachOfUrl(initValues.address)).toBe('placeholder')
    expect(reachOfUrl(initValues.earlierAddress)).toBe('placeholder')
  })
})

describe('a build for an address at which nobody can subscribe is provisional', () => {
  const places: readonly Readonly<Record<string, string>>[] = [
    { baseUrl: initValues.address },
    { baseUrl: 'https://www.example.com/' },
    { baseUrl: 'https://podcast.example.org/feed/' },
    { baseUrl: 'https://show.invalid/' },
    { baseUrl: 'https://show.test/' },
    { baseUrl: 'http://localhost:8080/' },
    { baseUrl: 'http://192.168.1.4/' },
    { baseUrl: 'http://[::1]/' },
    { baseUrl: 'http://nas/podcast/' },
    { feedUrl: 'https://www.example.com/feed.xml' },
    { feedUrl: 'http://localhost/feed.xml' },
  ]
  test.each(places)('%o', async fields => {
    const run = await runShow({ ...goodShow(), ...showMd(fields) })
    expect(run.ids).toEqual(['show/provisional'])
    const [field] = Object.keys(fields)
    const [finding] = run.diagnostics
    expect(finding).toMatchObject({ severity: 'warning', place: { file: 'episodes/show.md' } })
    expect(run.sources.get('episodes/show.md')?.text.split('\n')[finding!.place.line! - 1]).toMatch(
      new RegExp(`^${field}: `),
    )
    expect(run.output).toBeDefined()
    expect(run.podcast?.isProvisional).toBe(true)
    expect(existsSync(lockPath(run))).toBe(false)
    expect(podcastGuidIn(run.feed)).toBeUndefined()
    expect(guidsIn((await rebuild(run.root)).feed)).toEqual(guidsIn(run.feed))
  })

  test('it is not ready for any directory, says so at its end, and --strict stops it', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), { ...goodShow(), ...showMd({ baseUrl: initValues.address }) })
    const validated = await say({ cwd }, 'validate')
    expect(validated.code).toBe(0)
    expect(validated.stderr).not.toContain('ready')
    expect(validated.stderr.match(/1 thing in the way/g)).toHaveLength(directories.length)
    expect((await say({ cwd })).stdout).toContain('public/feed.xml (provisional)')
    expect((await say({ cwd }, '--strict')).code).toBe(1)
  })

  test('in CI there is no word of a missing lock; with --frozen, what to fill in is said', async () => {
    const files = { ...goodShow(), ...showMd({ baseUrl: initValues.address }) }
    expect((await runShow(files, { ci: true })).ids).toEqual(['show/provisional'])
    const frozen = await runShow(files, { ci: true, frozen: true })
    expect(frozen.ids).toEqual(['lock/frozen', 'show/provisional'])
    expect(frozen.diagnostics[0]?.help).toContain('Fill in `baseUrl`')
  })

  test('.example is public: it has a lock', async () => {
    const run = await runShow(goodShow())
    expect(run.ids).toEqual([])
    expect(lockOf(run).podcastGuid).toBe(podcastGuid('https://show.example/feed/feed.xml'))
  })
})

describe('it never touches a lock that has an identity', () => {
  const changes: Readonly<Record<string, Files>> = {
    'with another title': { ...episodeMd({ title: 'Another' }) },
    'with a new episode': {
      '003.md': documentOf(
        { ...frontMatter['002.md'], title: 'Fog', date: '2026-02-01', episode: '3' },
        'Fog.\n',
      ),
      '003.mp3': goodShow()['002.mp3']!,
    },
  }
  test.each(Object.entries(changes))('%s', async (_, files) => {
    const run = await runShow(goodShow())
    const before = lockText(run)
    writeFiles(join(run.root, 'episodes'), { ...files, ...showMd({ baseUrl: 'http://localhost:8080/' }) })
    const provisional = await rebuild(run.root, { accept: [] })
    expect(provisional.output).toBeDefined()
    expect(history(provisional.ids)).toEqual([])
    expect(lockText(run)).toBe(before)
    // It is the same show, so it has the same guids.
    expect(podcastGuidIn(provisional.feed)).toBe(podcastGuidIn(run.feed))
    expect(guidsIn(provisional.feed)).toEqual(expect.arrayContaining([...guidsIn(run.feed)]))
    expect((await rebuild(run.root, { frozen: true })).output).toBeDefined()
  })

  test('what subscribers would lose is an error all the same', async () => {
    const run = await runShow(goodShow())
    writeFiles(join(run.root, 'episodes'), {
      ...showMd({ baseUrl: initValues.address }),
      '002.md': documentOf({ ...frontMatter['002.md'], draft: 'true' }, 'Later.\n'),
    })
    expect((await rebuild(run.root)).ids).toContain('history/gone')
  })
})

describe('two shows that began with the values of init', () => {
  const begun = async (): Promise<string> => {
    const cwd = temporaryFolder()
    expect((await say({ cwd }, 'init', '--sample')).code).toBe(0)
    writeFiles(join(cwd, 'episodes'), {
      '001-hello.mp3': goodAudio['001.mp3'],
      'cover.jpg': goodShow()['cover.jpg']!,
    })
    return cwd
  }
  const fillIn = (cwd: string, address: string): void => {
    const edit = (path: string, of: (text: string) => string): void => {
      const file = join(cwd, 'episodes', path)
      writeFileSync(file, of(readFileSync(file, 'utf8')))
    }
    edit('show.md', text =>
      text
        .replaceAll(initValues.address, address)
        .replace(initValues.title, 'Harbour Notes')
        .replaceAll(initValues.name, 'Ada Pier')
        .replace(initValues.email, 'ada@pier.example')
        .replace(initValues.about, 'Short talks about small ports.'),
    )
    edit('001-hello.md', text => text.replace(initValues.notes, 'Hello from the pier.'))
  }
  const feedOf = (cwd: string): string => readFileSync(join(cwd, 'public/feed.xml'), 'utf8')

  test.each([
    ['as they were', []],
    ['for this machine', ['--base-url', 'http://localhost:8080/']],
    ['for a preview', ['--base-url', 'https://preview.pages.example/']],
  ])('have guids of their own, also when they were built before, %s', async (_, flags) => {
    const feeds: string[] = []
    for (const address of ['https://one.example/', 'https://two.example/']) {
      const cwd = await begun()
      for (let i = 0; i < 2; i++) {
        const provisional = await say({ cwd }, ...flags)
        expect(provisional.code).toBe(0)
        expect(provisional.stderr).toContain('warning[show/provisional]')
        expect(provisional.stderr).toMatch(/╭─ episodes\/show\.md:5:/)
      }
      expect(existsSync(join(cwd, 'episodes/feed.lock.json'))).toBe(false)
      fillIn(cwd, address)
      // Not one word of history: nothing was published before.
      const first = await say({ cwd }, '--reporter', 'json')
      const { diagnostics } = JSON.parse(first.stdout) as { diagnostics: { rule: string }[] }
      expect(diagnostics.map(one => one.rule)).toEqual([])
      feeds.push(feedOf(cwd))
      expect(podcastGuidIn(feeds.at(-1))).toBe(podcastGuid(`${address}feed.xml`))
    }
    const [one, two] = feeds
    expect(podcastGuidIn(one)).not.toBe(podcastGuidIn(two))
    expect(guidsIn(one)).not.toEqual(guidsIn(two))
  })

  test('every value that init wrote is found where it stands, in one finding', async () => {
    const cwd = await begun()
    const said = await say({ cwd }, 'validate', '--reporter', 'json')
    const { diagnostics } = JSON.parse(said.stdout) as {
      diagnostics: { rule: string; related?: { place: { file: string; line: number }; message: string }[] }[]
    }
    const [finding] = diagnostics.filter(one => one.rule === 'show/provisional')
    const written = ['show.md', '001-hello.md'].map(path => readFileSync(join(cwd, 'episodes', path), 'utf8'))
    const { earlierAddress: _, ...values } = initValues
    for (const value of Object.values(values)) {
      expect(written.join('\n')).toContain(value)
      expect(finding?.related?.map(one => one.message)).toContain(`still "${value}"`)
    }
    for (const { place, message } of finding?.related ?? []) {
      const text = written[place.file.endsWith('show.md') ? 0 : 1]!
      expect(text.split('\n')[place.line - 1]).toContain(/"(.*)"/.exec(message)![1])
    }
  })

  test('with an address of its own, what is left of them is one error that names each line', async () => {
    const cwd = await begun()
    const file = join(cwd, 'episodes/show.md')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(initValues.address, 'https://pier.example/'))
    const said = await say({ cwd })
    expect(said.code).toBe(1)
    expect(said.stderr.match(/^error\[/gm)).toHaveLength(1)
    expect(said.stderr.replace(/\s+/g, ' ')).toContain(
      '`title` (line 3), `author` (line 10), `owner.name` (line 11), `owner.email` (line 11), the description (line 16) and the notes in episodes/001-hello.md (line 8)',
    )
    expect(existsSync(join(cwd, 'public'))).toBe(false)
    expect((await say({ cwd }, 'validate')).stderr).not.toContain('ready')
  })
})

describe('a placeholder is found wherever it stands', () => {
  test.each([
    showMd({ link: 'https://www.example.com/' }),
    showMd({ owner: '{ name: Ada Pier, email: ada@example.org }' }),
    showMd({ author: 'Your Name' }),
    showMd({ title: 'My show' }),
    showMd({ funding: '{ url: https://example.com/give, text: Give }' }),
    showMd({ locked: '{ locked: true, owner: you@example.com }' }),
    showMd({ newFeedUrl: 'https://YOUR-SITE/feed.xml' }),
    episodeMd({ link: 'https://example.net/1' }),
    episodeMd({ persons: '[{ name: Lou, href: https://lou.invalid/ }]' }),
    episodeMd({ transcripts: 'https://YOUR-SITE/001.vtt' }),
    episodeMd({}, 'What this episode is about.\n'),
  ])('%o', async files => {
    const run = await runShow({ ...goodShow(), ...files })
    expect(run.diagnostics.filter(one => one.severity === 'error').map(one => one.rule)).toEqual([
      'show/placeholder',
    ])
  })

  test.each([
    showMd({ title: 'My Show' }),
    episodeMd({ title: 'My show' }),
    episodeMd({}, 'We talk about https://example.com/ and [it](https://www.example.org/).\n'),
    episodeMd({ summary: 'Write to you@example.com, it is read by nobody.' }),
    {
      '003.md': documentOf(
        { title: 'Later', date: '2026-02-01', draft: 'true', link: 'https://example.com/3' },
        '',
      ),
    },
  ])('%o is none', async files => {
    expect((await runShow({ ...goodShow(), ...files })).ids).not.toContain('show/placeholder')
  })
})

describe('a preview at another address is the same show', () => {
  const preview = { baseUrl: 'https://preview-7.pages.example/' }

  test('guids and lock are as without the flag, whichever build comes first', async () => {
    const plain = await runShow(goodShow())
    const elsewhere = await runShow(goodShow(), preview)
    expect(elsewhere.ids).toEqual([])
    expect(lockText(elsewhere)).toBe(lockText(plain))
    expect(guidsIn(elsewhere.feed)).toEqual(guidsIn(plain.feed))
    expect(podcastGuidIn(elsewhere.feed)).toBe(podcastGuidIn(plain.feed))
    expect(elsewhere.feed).toContain('url="https://preview-7.pages.example/001.mp3"')
    const lock = lockText(plain)
    expect((await rebuild(plain.root, preview)).ids).toEqual([])
    expect(lockText(plain)).toBe(lock)
    expect((await rebuild(plain.root, { ...preview, frozen: true, ci: true })).ids).toEqual([])
    expect((await rebuild(plain.root)).ids).toEqual([])
  })

  test('what has changed is found there too', async () => {
    const run = await runShow(goodShow())
    writeFiles(join(run.root, 'episodes'), showMd({ baseUrl: 'https://moved.example/' }))
    const ids = (await rebuild(run.root)).ids
    expect(ids).toEqual(['history/enclosure-moved', 'history/enclosure-moved', 'history/feed-url-changed'])
    expect((await rebuild(run.root, preview)).ids).toEqual(ids)
  })

  test('of a show without an address it is provisional, and names the line to fill in', async () => {
    const run = await runShow({ ...goodShow(), ...showMd({ baseUrl: initValues.address }) }, preview)
    expect(run.ids).toEqual(['show/provisional'])
    expect(run.diagnostics[0]?.place).toMatchObject({ file: 'episodes/show.md', line: 4 })
    expect(existsSync(lockPath(run))).toBe(false)
    expect(podcastGuidIn(run.feed)).toBeUndefined()
  })
})

test('a published show whose address is a placeholder again is told the one that it had', async () => {
  const run = await runShow(goodShow())
  writeFiles(join(run.root, 'episodes'), showMd({ baseUrl: 'https://example.com/' }))
  const help = (await rebuild(run.root)).diagnostics.find(({ rule }) => rule === 'show/provisional')?.help
  expect(help).toBe(
    `Write the address where the show is published: its feed was ${lockOf(run).feedUrl}; its guids are in the lock.`,
  )
})

describe('another feed address of a published show', () => {
  const mistyped = 'https://shwo.example/'

  test('stops every build until it is accepted: lock and feed stay as they are', async () => {
    const run = await runShow(goodShow())
    const lock = lockText(run)
    writeFiles(join(run.root, 'episodes'), showMd({ baseUrl: mistyped }))
    for (let times = 1; times <= 2; times++) {
      const again = await rebuild(run.root)
      expect(again.ids).toContain('history/feed-url-changed')
      expect(again.podcast).toBeUndefined()
      expect(lockText(run)).toBe(lock)
    }
    expect((await rebuild(run.root, { accept: ['feed-url'] })).podcast).toBeDefined()
    expect(lockOf(run).feedUrl).toBe(`${mistyped}feed.xml`)
    expect((await rebuild(run.root)).ids).not.toContain('history/feed-url-changed')
  })

  test('that newFeedUrl names is where the show has moved to', async () => {
    const run = await runShow(goodShow())
    const moved = { baseUrl: 'https://moved.example/', newFeedUrl: 'https://moved.example/feed.xml' }
    writeFiles(join(run.root, 'episodes'), showMd(moved))
    expect((await rebuild(run.root)).podcast).toBeDefined()
  })
})

describe('a guid that is written', () => {
  const guid = '917393e3-1b1e-5cef-ace4-edaa54e1f810'

  test('is the identity of a show for a network of its own: it has a lock', async () => {
    const files = { ...goodShow(), ...showMd({ baseUrl: 'http://media.corp.internal/', guid }) }
    const run = await runShow(files)
    expect(run.podcast?.isProvisional).toBe(false)
    expect(lockOf(run)).toMatchObject({ podcastGuid: guid, feedUrl: 'http://media.corp.internal/feed.xml' })
    const moved = { ...files, ...showMd({ baseUrl: 'http://radio.corp.internal/', guid }) }
    writeFiles(join(run.root, 'episodes'), { 'show.md': moved['show.md']! })
    expect((await rebuild(run.root)).ids).toContain('history/feed-url-changed')
  })

  test('is offered to such a show, and not for one of this machine alone', async () => {
    const help = async (baseUrl: string) =>
      (await runShow({ ...goodShow(), ...showMd({ baseUrl }) })).diagnostics[0]?.help
    expect(await help('http://media.corp.internal/')).toContain(
      `write \`guid: ${podcastGuid('http://media.corp.internal/feed.xml')}\``,
    )
    expect(await help('http://localhost:8080/')).not.toContain('guid:')
  })

  test('stands in a provisional feed, and in the first one that is published', async () => {
    const run = await runShow({ ...goodShow(), ...showMd({ baseUrl: initValues.address, guid }) })
    expect(run.ids).toEqual(['show/provisional'])
    expect(podcastGuidIn(run.feed)).toBe(guid)
    expect(existsSync(lockPath(run))).toBe(false)
    writeFiles(join(run.root, 'episodes'), showMd({ guid }))
    const first = await rebuild(run.root)
    expect(first.ids).toEqual([])
    expect(podcastGuidIn(first.feed)).toBe(guid)
    expect(guidsIn(first.feed)).toEqual(guidsIn(run.feed))
  })
})

describe('a lock that version 0.1.0 made of a placeholder', () => {
  const victim = async (): Promise<Run> => {
    const run = await runShow(goodShow())
    const text = lockText(run)
      .replaceAll('https://show.example/feed/', initValues.earlierAddress)
      .replace(
        /"podcastGuid": ".*?"/,
        `"podcastGuid": "${podcastGuid(`${initValues.earlierAddress}feed.xml`)}"`,
      )
    writeFileSync(lockPath(run), text)
    asVersion1(lockPath(run))
    return run
  }

  test('keeps its guids, since they may be published; nobody is told of subscribers that never were', async () => {
    const run = await victim()
    const { podcastGuid, episodes } = lockOf(run)
    for (let i = 0; i < 2; i++) {
      const after = await rebuild(run.root)
      expect(history(after.ids)).toEqual(['podcast/guid-of-placeholder'])
      expect(lockOf(run).podcastGuid).toBe(podcastGuid)
      expect(lockOf(run).episodes['001']?.guid).toBe(episodes['001']?.guid)
    }
  })

  test('is put right as it says: without the lock, all are new', async () => {
    const run = await victim()
    rmSync(lockPath(run))
    const after = await rebuild(run.root)
    expect(after.ids).toEqual([])
    expect(podcastGuidIn(after.feed)).toBe(podcastGuid('https://show.example/feed/feed.xml'))
  })
})
