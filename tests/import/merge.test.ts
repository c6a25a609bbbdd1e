/** `import` into the folder of the same show: what is new is added, what was edited stays, and no guid changes. */

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Said, say } from '../support/terminal.ts'
import { builtFrom, type Imported, imported, itemsIn, newBase } from './importing.ts'
import { type OldFeed, oldFeed, oldItem } from './old-feed.ts'

const again = (show: Imported, feed: OldFeed | string, ...flags: readonly string[]): Promise<Said> => {
  writeFileSync(join(show.cwd, 'old.xml'), typeof feed === 'string' ? feed : oldFeed(feed))
  return say({ cwd: show.cwd }, 'import', 'old.xml', ...flags)
}

const edit = (show: Imported, path: string, from: string, to: string): void => {
  const text = show.read(path)
  expect(text).toContain(from)
  writeFileSync(join(show.cwd, path), text.replace(from, to))
}

const everything = (show: Imported): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(show.cwd, 'episodes')).map(name => [name, show.read(`episodes/${name}`)]),
  )

const guidsOf = (show: Imported): Record<string, string> =>
  Object.fromEntries(
    Object.entries(JSON.parse(show.read('episodes/feed.lock.json')).episodes).map(([stem, one]) => [
      stem,
      (one as { guid: string }).guid,
    ]),
  )

describe('import again', () => {
  test('over three generations: new episodes are added, changed ones updated, edited ones left', async () => {
    const show = await imported({ items: [oldItem(2), oldItem(1)] }, ...newBase)
    await builtFrom(show)
    const second = await again(show, {
      items: [oldItem(3), oldItem(2).replace('About', 'All about'), oldItem(1)],
    })
    expect(second.code).toBe(0)
    expect(second.stderr).toContain(
      'Salt & Rope: 3 episodes (1 new, 1 updated, 1 left as it was), every guid kept.',
    )
    expect(show.read('episodes/002-talk-2.md')).toContain('All about **talk** 2.')
    expect(guidsOf(show)).toEqual({ '001-talk-1': 'old-1', '002-talk-2': 'old-2', '003-talk-3': 'old-3' })
    await builtFrom(show, '--frozen')

    edit(show, 'episodes/001-talk-1.md', 'title: Talk 1', 'title: My own title')
    const third = await again(show, {
      items: [
        oldItem(4),
        oldItem(3),
        oldItem(2),
        oldItem(1).replace('<title>Talk 1<', '<title>Their new title<'),
      ],
    })
    expect(third.code).toBe(0)
    expect(third.stderr).toContain('4 episodes (1 new, 1 updated, 2 left as they were)')
    expect(third.stderr).toContain(
      'Edited here, and otherwise in the feed; nothing was written there:\n  episodes/001-talk-1.md: `title` ("My own title" here, "Their new title" in the feed)\n',
    )
    expect(show.read('episodes/_import-report.md')).toContain(
      '- episodes/001-talk-1.md: edited here, so it stays; the feed says otherwise: `title` ("My own title" here, "Their new title" in the feed)\n',
    )
    expect(show.read('episodes/001-talk-1.md')).toContain('title: My own title')
    expect(show.read('episodes/002-talk-2.md')).toContain('\nAbout **talk** 2.')
    const items = itemsIn(await builtFrom(show, '--frozen'))
    expect(items.map(({ guid }) => guid)).toEqual(['old-4', 'old-3', 'old-2', 'old-1'])
  })

  test.each([
    ['renamed', 'mine.md', (text: string) => text],
    [
      'moved into a folder, and edited',
      '2026/001-talk-1.md',
      (text: string) => text.replace('About', 'All about'),
    ],
    [
      'renamed, with another title',
      'mine.md',
      (text: string) => text.replace('title: Talk 1', 'title: Mine'),
    ],
  ])('a file that was %s since, with no build in between, is that episode', async (_, path, changed) => {
    const show = await imported({ items: [oldItem(2), oldItem(1)] }, ...newBase)
    const text = show.read('episodes/001-talk-1.md')
    rmSync(join(show.cwd, 'episodes/001-talk-1.md'))
    mkdirSync(dirname(join(show.cwd, 'episodes', path)), { recursive: true })
    writeFileSync(join(show.cwd, 'episodes', path), changed(text))
    const second = await again(show, { items: [oldItem(3), oldItem(2), oldItem(1)] })
    expect(second.stderr).toContain('3 episodes (1 new, 0 updated, 2 left as they were), every guid kept.')
    expect(second.stdout).not.toContain('001-talk-1')
    const items = itemsIn(await builtFrom(show, '--frozen'))
    expect(items.map(({ guid }) => guid)).toEqual(['old-3', 'old-2', 'old-1'])
  })

  test('the same feed again changes nothing, whatever was edited meanwhile', async () => {
    const feed = { items: [oldItem(2), oldItem(1)] }
    const show = await imported(feed, ...newBase)
    edit(show, 'episodes/001-talk-1.md', 'About', 'Something about')
    edit(show, 'episodes/show.md', 'author: Ada Pier', 'author: Ada Pier and friends')
    const before = everything(show)
    const said = await again(show, feed)
    expect(said.code).toBe(0)
    expect(said.stderr).not.toContain('Edited here')
    expect(everything(show)).toEqual(before)
  })

  test('where nothing changed, no file is listed, and that is said', async () => {
    const feed = { items: [oldItem(2, '<itunes:season>2</itunes:season>'), oldItem(1)] }
    const show = await imported(feed, ...newBase)
    expect(show.read('episodes/_import-report.md')).toContain('## Published with a fault')
    const before = everything(show)
    const said = await again(show, feed)
    expect(said).toMatchObject({ code: 0, stdout: '' })
    expect(said.stderr).toContain('Salt & Rope: 2 episodes, nothing changed, every guid kept.')
    expect(said.stderr).not.toContain('_import-report.md')
    expect(everything(show)).toEqual(before)
    const dry = await again(show, feed, '--dry-run')
    expect(dry).toMatchObject({ code: 0, stdout: '' })
    expect(dry.stderr).toContain('There is nothing to write.')
  })

  test('the report is about this import: edits are told as such, and inherited faults stay listed', async () => {
    const items = [oldItem(4).replace('https://media', 'http://media'), ...[3, 2, 1].map(n => oldItem(n))]
    const show = await imported({ items }, ...newBase)
    const report = (): string => show.read('episodes/_import-report.md')
    const rowsOf = (name: string): readonly string[] =>
      report()
        .split('\n')
        .filter(line => line.startsWith(`| \`${name}\``))
    const faults = /## Published with a fault\n[^#]*/.exec(report())?.[0]
    expect(faults).toContain('begins with http://')
    expect(report()).not.toContain('edited here')
    edit(show, 'episodes/003-talk-3.md', 'title: Talk 3', 'title: My own title')
    edit(show, 'episodes/002-talk-2.md', 'About **talk** 2.', 'Mine.')
    edit(show, 'episodes/show.md', 'explicit: false', 'explicit: true')
    rmSync(join(show.cwd, 'episodes/001-talk-1.md'))
    await builtFrom(show, '--accept', 'gone:001-talk-1')
    const said = await again(show, { items: [oldItem(5), ...items] })
    const counts = '5 episodes (1 new, 0 updated, 3 left as they were, 1 left out, as you took it out)'
    expect(said.stderr).toContain(`Salt & Rope: ${counts}`)
    expect(report()).toContain(`From old.xml: ${counts}.`)
    expect(report()).toContain(faults)
    expect(report()).toContain('## Edited here\n')
    expect(report()).toContain('003-talk-3.md: `title` ("My own title" here, "Talk 3" in the feed)\n')
    expect(report()).toContain('002-talk-2.md: the notes\n')
    expect(report()).toContain('show.md: `explicit` ("true" here, "no" in the feed)\n')
    expect(rowsOf('title')).toEqual(['| `title` | 1 |  |  |  |  |', '| `title` | 3 |  | 1 |  |  |'])
    expect(rowsOf('description')[1]).toMatch(/^\| `description` \| {2}\| 3 \| 1 \| {2}\|/)
    expect(rowsOf('itunes:explicit')[0]).toMatch(/^\| `itunes:explicit` \| {2}\| {2}\| 1 \| {2}\|/)
  })

  test('a fault of the show that comes with an update is let be, as that of an episode is', async () => {
    const feed = oldFeed({ items: [oldItem(1)] })
    const show = await imported(feed, ...newBase)
    const flawed = feed.replace('<itunes:category text="Documentary"/>', '<itunes:category text="Gadgets"/>')
    expect((await again(show, flawed)).stderr).toContain('"Society & Culture > Gadgets"')
    expect((await say({ cwd: show.cwd }, 'validate', '--strict')).code).toBe(0)
  })

  test('what is a draft here is edited, and not left out', async () => {
    const show = await imported({ items: [oldItem(2), oldItem(1)] }, ...newBase)
    edit(show, 'episodes/001-talk-1.md', 'title: Talk 1', 'title: Talk 1\ndraft: true')
    await builtFrom(show, '--accept', 'gone:001-talk-1')
    await again(show, { items: [oldItem(3), oldItem(2), oldItem(1)] })
    const report = show.read('episodes/_import-report.md')
    expect(report).toContain('001-talk-1.md: `draft`')
    expect(report).toContain('| `enclosure` | 2 |  | 1 |  |  |')
  })

  test('only what changed is listed', async () => {
    const show = await imported({ items: [oldItem(2), oldItem(1)] }, ...newBase)
    const feed = { items: [oldItem(2), oldItem(1).replace('About', 'On')] }
    const listed = (await again(show, feed)).stdout.split('\n').filter(Boolean)
    expect(listed.toSorted()).toEqual(
      ['001-talk-1.md', '_import-report.md', 'feed.lock.json'].map(name => `episodes/${name}`),
    )
    const moved = await again(show, feed, '--base-url', 'https://other.example/')
    expect(moved.stdout).toContain('episodes/feed.lock.json\n')
    expect(moved.stdout).not.toContain('001-talk-1.md')
    expect(moved.stderr).not.toContain('nothing changed')
  })

  test('of many episodes the first few are listed, and how many more there are', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => 12 - i)
    const feed = { items: numbers.map(number => oldItem(number)) }
    const dry = await imported(feed, '--dry-run')
    expect(dry.stdout).toContain('new      episodes/012-talk-12.md\n')
    expect(dry.stdout).toContain('new      and 9 more episodes\n')
    const show = await imported(feed, ...newBase)
    expect(show.stdout).toBe(
      `${[
        ...['feed.lock.json', 'show.md', '012-talk-12.md', '011-talk-11.md', '010-talk-10.md'].map(
          name => `episodes/${name}`,
        ),
        'and 9 more episodes',
        'episodes/_import-report.md',
      ].join('\n')}\n`,
    )
    expect(Object.keys(guidsOf(show))).toHaveLength(12)
  })

  test('--dry-run says all of it, and writes nothing', async () => {
    const show = await imported({ items: [oldItem(2), oldItem(1)] }, ...newBase)
    edit(show, 'episodes/001-talk-1.md', 'title: Talk 1', 'title: Mine')
    const before = everything(show)
    const feed = {
      items: [oldItem(3), oldItem(2).replace('About', 'On'), oldItem(1).replace('Talk 1', 'Theirs')],
    }
    const dry = await again(show, feed, '--dry-run')
    expect(dry.code).toBe(0)
    expect(everything(show)).toEqual(before)
    expect(dry.stdout).toBe(
      'new      episodes/003-talk-3.md\nupdated  episodes/feed.lock.json\nupdated  episodes/002-talk-2.md\n',
    )
    expect(dry.stderr).toContain('"Mine" here, "Theirs" in the feed')
    const real = await again(show, feed)
    expect(real.stdout).toContain('episodes/003-talk-3.md')
    expect(real.stderr).toContain('1 new, 1 updated, 1 left as it was')
  })

  test('--dry-run of a new show makes no folder', async () => {
    const show = await imported({ items: [oldItem(1)] }, '--dry-run')
    expect(show.code).toBe(0)
    expect(show.stdout).toContain('new      episodes/001-talk-1.md')
    expect(readdirSync(show.cwd)).toEqual(['old.xml'])
  })

  test('nothing is deleted, and what is not in the feed any more is told', async () => {
    const show = await imported({ items: [oldItem(2), oldItem(1)] }, ...newBase)
    const said = await again(show, { items: [oldItem(2)] })
    expect(said.stderr).toContain('episodes/001-talk-1: not in this feed; it stays as it is')
    expect(itemsIn(await builtFrom(show)).map(({ guid }) => guid)).toEqual(['old-2', 'old-1'])
  })

  test('what the show here says otherwise holds for the episodes that come', async () => {
    const show = await imported({ items: [oldItem(1)] }, ...newBase)
    edit(show, 'episodes/show.md', 'explicit: false', 'explicit: true')
    await again(show, { items: [oldItem(2, '<itunes:explicit>no</itunes:explicit>'), oldItem(1)] })
    expect(show.read('episodes/002-talk-2.md')).toContain('explicit: false')
    expect(show.read('episodes/001-talk-1.md')).not.toContain('explicit')
  })

  test('the show is updated too, and keeps the address that was filled in', async () => {
    const show = await imported({ items: [oldItem(1)] })
    edit(show, 'episodes/show.md', 'https://YOUR-SITE/', 'https://new.example/salt/')
    const feed = oldFeed({ items: [oldItem(1)] }).replace('Talks at the quay', 'Talks on board')
    expect((await again(show, feed)).stdout).toContain('episodes/show.md')
    expect(show.read('episodes/show.md')).toContain('baseUrl: https://new.example/salt/')
    expect(show.read('episodes/show.md')).toContain('Talks on board.')
    await builtFrom(show)
  })

  test('a file that got another name is still the same episode', async () => {
    const show = await imported({ items: [oldItem(1)] }, ...newBase)
    renameSync(join(show.cwd, 'episodes/001-talk-1.md'), join(show.cwd, 'episodes/first.md'))
    await builtFrom(show)
    const said = await again(show, { items: [oldItem(2), oldItem(1).replace('About', 'On')] })
    expect(said.stderr).toContain('1 new, 1 updated')
    expect(show.read('episodes/first.md')).toContain('On **talk** 1.')
    expect(guidsOf(show)).toEqual({ first: 'old-1', '002-talk-2': 'old-2' })
  })

  test('--dry-run says of a file that got lost what would be', async () => {
    const items = [oldItem(2), oldItem(1)]
    const show = await imported({ items }, ...newBase)
    rmSync(join(show.cwd, 'episodes/002-talk-2.md'))
    const said = await again(show, { items }, '--dry-run')
    expect(said.stderr).toContain('002-talk-2.md: its file is gone, and would be written again')
    expect(said.stderr).not.toContain('is there again')
    expect(existsSync(join(show.cwd, 'episodes/002-talk-2.md'))).toBe(false)
  })

  test('another --base-url than the one of an edited show is told as what the option says, with what to do', async () => {
    const items = [oldItem(1)]
    const show = await imported({ items }, ...newBase)
    const lock = show.read('episodes/feed.lock.json')
    const edited = show.read('episodes/show.md').replace('title: Salt', 'title: Tar')
    writeFileSync(join(show.cwd, 'episodes/show.md'), edited)
    const said = await again(show, { items }, '--base-url', 'https://other.example/')
    expect(said.stderr).toContain(
      'show.md: edited here, so its `baseUrl`, https://new.example/salt/, stays; if the feed is to be served where `--base-url` says, write `baseUrl: https://other.example/` there',
    )
    expect(said.stderr).toMatch(/\n {2}episodes\/show\.md: `title` \(.*\)\n/)
    expect(show.read('episodes/show.md')).toBe(edited)
    // The feed was never published there.
    expect(JSON.parse(show.read('episodes/feed.lock.json')).feedUrl).toBe(JSON.parse(lock).feedUrl)
    expect(said.code).toBe(0)
    const same = await again(show, { items }, ...newBase)
    expect(same.stderr).not.toContain('--base-url')
  })

  test('an episode that was taken out on purpose stays out; one whose file got lost is there again', async () => {
    const items = [oldItem(3), oldItem(2), oldItem(1)]
    const show = await imported({ items }, ...newBase)
    rmSync(join(show.cwd, 'episodes/001-talk-1.md'))
    await builtFrom(show, '--accept', 'gone:001-talk-1')
    rmSync(join(show.cwd, 'episodes/002-talk-2.md'))
    const said = await again(show, { items })
    expect(said.stderr).toContain('taken out of this show on purpose')
    expect(said.stderr).toContain('its file was gone, and is there again')
    expect(itemsIn(await builtFrom(show)).map(({ guid }) => guid)).toEqual(['old-3', 'old-2'])
  })

  test('a draft is known again, and gets its audio when the feed has it', async () => {
    const draft = oldItem(1).replace(/<enclosure.*\/>/, '')
    const show = await imported({ items: [draft] }, ...newBase)
    expect(show.read('episodes/001-talk-1.md')).toContain('draft: true')
    const said = await again(show, { items: [oldItem(1)] })
    expect(said.stderr).toContain('0 new, 1 updated')
    expect(show.read('episodes/001-talk-1.md')).not.toContain('draft')
    expect(guidsOf(show)).toEqual({ '001-talk-1': 'old-1' })
  })

  test('a draft that tells nothing of itself comes once, and one that was thrown away stays away', async () => {
    const items = ['', oldItem(2).replace(/<enclosure.*\/>/, ''), oldItem(1)]
    const show = await imported({ items }, ...newBase)
    const draft = readdirSync(join(show.cwd, 'episodes')).find(name => name.endsWith('talk-2.md'))
    rmSync(join(show.cwd, 'episodes', draft!))
    const before = readdirSync(join(show.cwd, 'episodes'))
    const said = await again(show, { items })
    expect(said.stderr).toContain('nothing changed')
    expect(readdirSync(join(show.cwd, 'episodes'))).toEqual(before)
  })

  test('a show of which nothing was published yet is known by its title', async () => {
    const bare = (title: string, ...items: readonly string[]): string =>
      oldFeed({ items })
        .replace(/<atom:link .*rel="self".*\/>/, '')
        .replace('Salt &amp; Rope', title)
    const show = await imported(bare('Ropes'), ...newBase)
    expect((await again(show, bare('Knots', oldItem(1)))).code).toBe(2)
    expect((await again(show, bare('Ropes', oldItem(1)))).stderr).toContain('1 new')
  })

  test('a new fault of a new episode is let be; one that was made here is not', async () => {
    const show = await imported({ items: [oldItem(1)] }, ...newBase)
    edit(show, 'episodes/show.md', /categories: .*\n/.exec(show.read('episodes/show.md'))![0], '')
    const flawed = oldItem(2).replace('type="audio/mpeg"', 'type="audio/mp3"')
    const said = await again(show, { items: [flawed, oldItem(1)] })
    expect(said.stderr).toContain('1 new')
    const built = await say({ cwd: show.cwd }, 'validate', '--strict')
    expect(built.code).toBe(1)
    expect(built.stderr).toContain('`categories` is missing')
    expect(built.stderr).not.toContain('audio/mp3')
  })

  test('another show is not brought into this one', async () => {
    const show = await imported({ items: [oldItem(1)] }, ...newBase)
    const before = everything(show)
    const other = oldFeed({ items: [oldItem(2)] }).replace('old.example/salt.xml', 'other.example/feed.xml')
    const said = await again(show, other)
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('nothing in it says that it is the show of this feed')
    expect(everything(show)).toEqual(before)
  })
})

describe('a moved host', () => {
  const old = { items: [3, 2, 1].map(number => oldItem(number)) }
  const moved = oldFeed(old)
    .replaceAll('old.example', 'elsewhere.example')
    .replaceAll('https://salt.example/', 'https://salt-and-rope.example/')
    .replace(/<title>/g, '<title>New: ')

  test('every guid is kept, and nobody downloads again', async () => {
    const show = await imported(old, ...newBase)
    const before = await builtFrom(show)
    writeFileSync(join(show.cwd, 'before.xml'), before)
    const said = await again(show, moved)
    expect(said.code).toBe(0)
    expect(said.stderr).toContain('0 new, 3 updated')
    const after = await builtFrom(show)
    expect(after).toContain('https://media.elsewhere.example/3.mp3')
    expect(after).toContain('<title>New: Talk 3</title>')
    expect(itemsIn(after).map(({ guid }) => guid)).toEqual(itemsIn(before).map(({ guid }) => guid))
    const difference = await say({ cwd: show.cwd }, 'diff', 'before.xml')
    expect(difference.stdout).toContain('Nobody downloads an episode again, and nobody loses one.')
    expect(difference.code).toBe(0)
  })

  test('a host that gives new guids does not take the old ones away', async () => {
    const show = await imported(old, ...newBase)
    const before = guidsOf(show)
    const other = oldFeed(old)
      .replaceAll('media.old.example', 'elsewhere.example')
      .replace(/<guid[^>]*>old-/g, '<guid isPermaLink="false">fresh-')
    const said = await again(show, other)
    expect(said.stderr).toContain('the feed gives it another guid (fresh-1)')
    expect(guidsOf(show)).toEqual(before)
    expect(itemsIn(await builtFrom(show)).map(({ guid }) => guid)).toEqual(['old-3', 'old-2', 'old-1'])
  })
})
