/** `import`: a feed becomes a folder, which builds at once and offline, and nothing that subscribers know has changed. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { feedElements } from '../../src/feed/feed-elements.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { say } from '../support/terminal.ts'
import { newBase as base, builtFrom, imported, itemsIn } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

describe('import', () => {
  test('writes a show as a person would', async () => {
    const show = await imported({ items: [oldItem(2), oldItem(1, '<link>https://salt.example/1</link>')] })
    expect(show.code).toBe(0)
    expect(readdirSync(join(show.cwd, 'episodes')).toSorted()).toEqual([
      ...['001-talk-1.md', '002-talk-2.md', '_import-report.md', 'feed.lock.json', 'show.md'],
    ])
    expect(show.read('episodes/show.md')).toBe(`---
title: Salt & Rope
link: https://salt.example/
baseUrl: https://YOUR-SITE/
language: en
categories: Society & Culture > Documentary
explicit: false
image: https://old.example/cover.jpg
author: Ada Pier
owner: { name: Ada Pier, email: ada@salt.example }
locked: no
---

Talks at the quay.
`)
    expect(show.read('episodes/001-talk-1.md')).toBe(`---
title: Talk 1
date: 2026-06-01T08:30:00+02:00
audio: https://media.old.example/1.mp3?a=1&b=2
link: https://salt.example/1
---

About **talk** 1.
`)
    expect(show.stdout.split('\n')).toContain('episodes/001-talk-1.md')
    expect(show.stderr).toContain('Salt & Rope: 2 episodes, every guid kept.')
    expect(show.stderr).toContain('fill in `baseUrl` in episodes/show.md')
  })

  test('keeps guid, enclosure, date, duration and title: the folder builds at once, and offline', async () => {
    const items = [3, 2, 1].map(number => oldItem(number))
    const show = await imported({ items }, ...base)
    const built = await builtFrom(show, '--frozen')
    expect(itemsIn(built)).toEqual(
      itemsIn(oldFeed({ items })).map(item => ({ ...item, duration: expect.any(String) })),
    )
    expect(itemsIn(built).map(({ duration }) => duration)).toEqual(['10923', '7323', '3723'])
  })

  test('what only people can read of a date is read, and told', async () => {
    const show = await imported(
      {
        items: [
          oldItem(3).replace(/<pubDate>.*<\/pubDate>/, '<pubDate>5.1.2024</pubDate>'),
          oldItem(2).replace(/<pubDate>.*<\/pubDate>/, '<pubDate>Do, 4 Jan 2024 10:00:00 +0100</pubDate>'),
          oldItem(1).replace(/<pubDate>.*<\/pubDate>/, '<pubDate>2/3/2024</pubDate>'),
        ],
      },
      ...base,
    )
    const dates = readdirSync(join(show.cwd, 'episodes')).map(
      path => /^date: (\S{10})/m.exec(show.read(`episodes/${path}`))?.[1],
    )
    expect(dates).toContain('2024-01-05')
    expect(dates).toContain('2024-01-04')
    expect(show.stderr).toContain('apps cannot read its date, "5.1.2024", which was taken for 5 January 2024')
    expect(show.stderr).toContain('its date, "2/3/2024", cannot be read')
  })

  test('what is left out of an attribute, and an address without a host, are told as such', async () => {
    const odd = (item: string, url: string, length: string): string =>
      item.replace(/url="[^"]*" length="\d+"/, `url="${url}" length="${length}"`)
    const items = [odd(oldItem(2), 'two.mp3', '12'), odd(oldItem(1), 'https://old.example/1.mp3', 'abc')]
    const show = await imported(oldFeed({ items }).replace(/<atom:link[^>]*>/, ''), ...base)
    expect(show.stderr).toContain('the address of its audio, "two.mp3", says no host')
    expect(show.stderr).toContain('`length` of <enclosure> is left out: "abc"')
  })

  test('what another element says now is reported as that', async () => {
    const rawvoice = 'xmlns:rawvoice="https://blubrry.com/developer/rawvoice-rss/"'
    const show = await imported(
      {
        items: [oldItem(1, '<itunes:episodeType>Bonus</itunes:episodeType>')],
        channel: `<rawvoice:frequency ${rawvoice}>Weekly</rawvoice:frequency>`,
      },
      ...base,
    )
    const report = show.read('episodes/_import-report.md')
    expect(report).toContain('| `rawvoice:frequency` |  | 1 |  | as `<podcast:updateFrequency>` |')
    expect(report).toContain('| `itunes:episodeType` |  | 1 |  | the same, written otherwise |')
    expect(show.read('episodes/001-talk-1.md')).toContain('episodeType: bonus\n')
  })

  test('an author that the show has too is reported as what the show says', async () => {
    const by = (name: string): string => `<itunes:author>${name}</itunes:author>`
    const items = [oldItem(3, by('Bo Reed')), oldItem(2, by('Ada Pier')), oldItem(1, by('Ada  Pier'))]
    const show = await imported({ items }, ...base)
    expect(show.read('episodes/_import-report.md')).toContain(
      '| `itunes:author` | 1 | 2 |  | what the show says |',
    )
    expect(show.read('episodes/003-talk-3.md')).toContain('author: Bo Reed')
    expect(show.read('episodes/002-talk-2.md')).not.toContain('author')
  })

  test('the first build leaves the lock as import wrote it', async () => {
    const show = await imported({ items: [oldItem(2), oldItem(1)] }, ...base)
    const before = show.read('episodes/feed.lock.json')
    await builtFrom(show)
    expect(show.read('episodes/feed.lock.json')).toBe(before)
  })

  test('a guid outlives another title, another file name and another host', async () => {
    const show = await imported({ items: [oldItem(1)] }, ...base)
    const text = show.read('episodes/001-talk-1.md').replace('title: Talk 1', 'title: Another')
    writeFileSync(join(show.cwd, 'episodes/001-talk-1.md'), text)
    expect(itemsIn(await builtFrom(show)).map(({ guid }) => guid)).toEqual(['old-1'])
  })

  test('a guid that was the address of a page stays one', async () => {
    const page = oldItem(1).replace(/<guid.*<\/guid>/, '<guid>https://old.example/?p=1</guid>')
    const show = await imported({ items: [oldItem(2), page] }, ...base)
    expect(itemsIn(await builtFrom(show)).map(({ guid, permalink }) => [guid, permalink])).toEqual([
      ['old-2', 'false'],
      ['https://old.example/?p=1', 'true'],
    ])
  })

  test('with a placeholder for an address nothing is lost when the real one is filled in', async () => {
    const show = await imported({ items: [oldItem(1)] })
    const path = 'episodes/show.md'
    writeFiles(show.cwd, { [path]: show.read(path).replace('https://YOUR-SITE/', 'https://new.example/') })
    const built = await builtFrom(show)
    expect(itemsIn(built).map(({ guid }) => guid)).toEqual(['old-1'])
    // Of the old feed's address, as the namespace has it.
    expect(JSON.parse(show.read('episodes/feed.lock.json'))).toMatchObject({
      podcastGuid: JSON.parse((await imported({ items: [] }, ...base)).read('episodes/feed.lock.json'))
        .podcastGuid,
    })
  })

  test('what was published with a fault is told, and never in the way of a build', async () => {
    const feed = oldFeed({ items: [oldItem(1)] }).replace('<language>en</language>', '')
    const show = await imported(feed, ...base)
    expect(show.code).toBe(0)
    expect(show.stderr).toMatch(/Faults that were already published[\s\S]*`language` is missing/)
    await builtFrom(show, '--frozen')
    // A new fault of the kind is an error.
    const path = 'episodes/show.md'
    writeFiles(show.cwd, { [path]: show.read(path).replace(/categories: .*\n/, '') })
    const built = await say({ cwd: show.cwd }, 'validate', '--reporter', 'compact')
    expect(built.code).toBe(1)
    expect(built.stdout + built.stderr).toContain('`categories` is missing')
    expect(built.stdout + built.stderr).not.toMatch(/error [^\n]*`language` is missing/)
  })

  test('refuses a folder in which something is, and changes nothing', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'old.xml': oldFeed({ items: [oldItem(1)] }), 'episodes/notes.txt': 'mine' })
    const said = await say({ cwd }, 'import', 'old.xml')
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('episodes/notes.txt')
    expect(readdirSync(join(cwd, 'episodes'))).toEqual(['notes.txt'])
  })

  test('of what is no well-formed XML it says where, and reads it when asked', async () => {
    const feed = oldFeed({ items: [oldItem(1, '<itunes:subtitle>Salt & rope</itunes:subtitle>')] })
    const strict = await imported(feed)
    expect(strict.code).toBe(1)
    expect(strict.stderr).toContain('document/well-formed')
    expect(strict.stderr).toContain('--lenient')
    expect(existsSync(join(strict.cwd, 'episodes'))).toBe(false)
    const lenient = await imported(feed, '--lenient')
    expect(lenient.code).toBe(0)
    expect(lenient.stderr).toMatch(/line \d+ of the feed: a bare & was read as &amp;/)
    expect(existsSync(join(lenient.cwd, 'episodes/001-talk-1.md'))).toBe(true)
  })

  test('a repair of one kind is told once, with the first places and how many there are', async () => {
    const bare = (number: number, text: string): string => oldItem(number).replace('About', text)
    const told = async (...items: readonly string[]): Promise<readonly string[]> => {
      const { stderr } = await imported(oldFeed({ items }), '--lenient', ...base)
      return stderr.split('\n').filter(line => /bare &|entity/.test(line))
    }
    expect(await told(bare(1, 'a & b & c & d'))).toEqual([
      expect.stringMatching(/^ {2}line \d+ of the feed, 3 places in all: a bare & was read as &amp;$/),
    ])
    const items = [5, 4, 3, 2, 1].map(number => bare(number, 'a & b'))
    expect(await told(...items)).toEqual([
      expect.stringMatching(
        /^ {2}lines \d+, \d+ and \d+ of the feed and further on, 5 places in all: a bare & was read as &amp;$/,
      ),
    ])
    expect(await told(bare(1, 'a &b; &c; &d; &e; &b;'))).toEqual([
      expect.stringMatching(/, 5 places in all: an entity .* written \(b, c, d, and 1 more\)$/),
    ])
    expect((await told(bare(1, 'a & b '.repeat(500))))[0]).toMatch(/, at least 200 places in all: /)
  })

  test.each<[feed: string, items: readonly string[], next: string]>([
    ['has no items', [], '2. make the first episode of a recording: `build-feed new recording.mp3`'],
    [
      'has only drafts',
      [oldItem(1).replace(/<enclosure.*\/>/, '')],
      '2. put the audio of a draft beside it and remove its `draft: true`, then run `build-feed`',
    ],
    ['has an episode', [oldItem(1)], '2. run `build-feed`\n'],
  ])('a feed that %s: what comes next can be done', async (_, items, next) => {
    expect((await imported({ items }, ...base)).stderr).toContain(next)
  })

  test('--lenient reads what only HTML knows as the characters that are meant, and says so', async () => {
    const more =
      '<itunes:author>Ren&eacute;e &amp; Co</itunes:author><podcast:odd why="a&ndash;b">&Eacute;t&eacute; &LT;3</podcast:odd>'
    const item = oldItem(1, more)
      .replace('Talk 1', 'Caf&eacute;&nbsp;&harbour; <![CDATA[&copy;]]>')
      .replace('About', '&eacute;t&eacute; &amp;eacute;')
    const feed = oldFeed({ items: [item] })
    expect((await imported(feed)).stderr).toContain('is known to HTML, but not to XML: the whole feed')
    const show = await imported(feed, '--lenient', ...base)
    expect(show.code).toBe(0)
    const report = show.read('episodes/_import-report.md')
    expect(report).toMatch(
      /line \d+ of the feed, and 4 more: &eacute; is known to HTML, but not to XML; it was read as é/,
    )
    expect(report).toMatch(/line \d+ of the feed: &nbsp; is known to HTML.* read as U\+00A0/)
    expect(report).toMatch(
      /line \d+ of the feed: an entity that nobody knows stays as it is written \(harbour\)/,
    )
    const built = await builtFrom(show)
    expect(built).toContain('<title>Café &amp;harbour; &amp;copy;</title>')
    expect(built).toContain('<itunes:author>Renée &amp; Co</itunes:author>')
    expect(built).toContain('été é')
    expect(feedElements(built).items[0]).toContainEqual(
      expect.objectContaining({ text: 'Été <3', attributes: { why: 'a–b' } }),
    )
  })

  test('--lenient reads a feed in which they are in every line, and tells each once', async () => {
    const item = oldItem(1).replace('About', 'a&nbsp;'.repeat(12_000))
    const show = await imported(oldFeed({ items: [item] }), '--lenient', '--verify', ...base)
    expect(show.code).toBe(0)
    expect(show.stderr.match(/&nbsp; is known/g)).toHaveLength(1)
    expect(show.stderr).toContain('of the feed, and 11,999 more: &nbsp; is known to HTML')
  })

  test('what --lenient does not read either is not sent there', async () => {
    const page = await imported('<html><body>404</body></html>')
    expect(page.code).toBe(1)
    expect(page.stderr).toContain('is a web page, not a feed')
    expect(page.stderr).toContain('Nothing was written.')
    expect(page.stderr).not.toContain('--lenient')
  })
})

describe('the feeds of the wild', () => {
  const without = (name: string): string =>
    oldItem(1).replace(new RegExp(`<${name}[^>]*/>|<${name}[^>]*>[\\s\\S]*?</${name}>`), '')

  test('an item without a guid gets the address of its audio, as clients do', async () => {
    const show = await imported({ items: [without('guid')] }, ...base)
    expect(itemsIn(await builtFrom(show))[0]).toMatchObject({
      guid: 'https://media.old.example/1.mp3?a=1&b=2',
      permalink: 'false',
    })
  })

  test('an item without audio is a draft, and is named', async () => {
    const show = await imported({ items: [oldItem(2), without('enclosure')] }, ...base)
    expect(show.read('episodes/001-talk-1.md')).toContain('\ndraft: true\n')
    expect(show.stderr).toContain('001-talk-1.md: it has no audio, so it is a draft')
    expect(show.read('episodes/feed.lock.json')).not.toContain('old-1')
    expect(itemsIn(await builtFrom(show)).map(({ guid }) => guid)).toEqual(['old-2'])
  })

  test('of two items with one guid the newer is kept', async () => {
    const show = await imported({ items: [oldItem(2).replace('old-2', 'old-1'), oldItem(1)] }, ...base)
    expect(itemsIn(await builtFrom(show)).map(({ title }) => title)).toEqual(['Talk 2'])
    expect(show.stderr).toContain('it has the guid of a newer episode')
  })

  test.each([
    ['an unknown duration', '<itunes:duration>Bonus</itunes:duration>', undefined],
    ['none', '', undefined],
    ['0', '<itunes:duration>0</itunes:duration>', undefined],
    ['minutes over 59', '<itunes:duration>71:31</itunes:duration>', '4291'],
    ['fractions', '<itunes:duration>1014.708375</itunes:duration>', '1015'],
    ['spaces', '<itunes:duration> 49:20 </itunes:duration>', '2960'],
    ['ISO 8601', '<itunes:duration>PT1H57M28S</itunes:duration>', '7048'],
  ])('a duration: %s', async (_, element, duration) => {
    const item = oldItem(1).replace(/<itunes:duration>.*<\/itunes:duration>/, element)
    const show = await imported({ items: [item] }, ...base)
    expect(itemsIn(await builtFrom(show, '--frozen'))[0]?.duration).toBe(duration)
  })

  test.each([
    ['Fri, 05 Jun 2026 08:30:00 PST', '2026-06-05T16:30:00Z'],
    ['5 Jun 2026 08:30:00 +0000', '2026-06-05T08:30:00Z'],
    ['Mon, 05 Jun 2026 08:30:00 -0700', '2026-06-05T15:30:00Z'],
    ['2026-06-05T08:30:00+05:30', '2026-06-05T03:00:00Z'],
    ['Fri, 05 Jun 2026 08:30:00 -0000', '2026-06-05T08:30:00Z'],
  ])('a date: %s', async (written, instant) => {
    const item = oldItem(1).replace(/<pubDate>.*<\/pubDate>/, `<pubDate>${written}</pubDate>`)
    const show = await imported({ items: [item] }, ...base)
    expect(itemsIn(await builtFrom(show))[0]?.instant).toBe(Date.parse(instant))
  })

  test('an item without a date keeps its place', async () => {
    const show = await imported(
      { items: [oldItem(3), without('pubDate').replace('old-1', 'undated'), oldItem(2)] },
      ...base,
    )
    expect(itemsIn(await builtFrom(show)).map(({ guid }) => guid)).toEqual(['old-3', 'undated', 'old-2'])
    expect(show.stderr).toContain('it had no date')
  })

  test.each([
    ['two at the head', [undefined, undefined, 1], ['u0', 'u1', 'old-1']],
    ['around a dated one', [undefined, 2, undefined, 1], ['u0', 'old-2', 'u2', 'old-1']],
    ['at the end', [2, undefined, undefined], ['old-2', 'u1', 'u2']],
    ['with the oldest first', [1, undefined, 2], ['old-2', 'u1', 'old-1']],
  ])('items without a date keep their place: %s', async (_, numbers, order) => {
    const items = numbers.map((number, i) =>
      number === undefined ? without('pubDate').replace('old-1', `u${i}`) : oldItem(number),
    )
    const read = itemsIn(await builtFrom(await imported({ items }, ...base)))
    expect(read.map(({ guid }) => guid)).toEqual(order)
    expect(new Set(read.map(({ instant }) => instant)).size).toBe(order.length)
  })

  test('a podcast:guid that is no UUID is told; one in capitals is the same', async () => {
    const guid = '8D1B6A5E-29DC-5F0D-8C08-2D1A9EA8B0CF'
    const withGuid = (text: string) => ({
      items: [oldItem(1)],
      channel: `<podcast:guid>${text}</podcast:guid>`,
    })
    const show = await imported(withGuid('salt-and-rope'), ...base)
    expect(show.stderr).toContain('<podcast:guid> is left out: "salt-and-rope" is not a UUID')
    const capitals = await imported(withGuid(guid), ...base)
    writeFiles(capitals.cwd, { 'old.xml': oldFeed(withGuid(guid)) })
    const { stdout } = await say({ cwd: capitals.cwd }, 'diff', 'old.xml', 'episodes')
    expect(stdout).not.toContain('another show')
  })

  test('the same feed once more leaves the report of what there was to look at', async () => {
    const feed = oldFeed({
      items: [oldItem(2), without('pubDate')],
      channel: '<podcast:guid>salt</podcast:guid>',
    })
    const show = await imported(feed, ...base)
    const report = show.read('episodes/_import-report.md')
    expect(report).toContain('it had no date')
    writeFiles(show.cwd, { 'again.xml': feed })
    expect((await say({ cwd: show.cwd }, 'import', 'again.xml')).code).toBe(0)
    expect(show.read('episodes/_import-report.md')).toBe(report)
  })

  test('a show that was published without artwork has pages without a picture', async () => {
    const feed = oldFeed({ items: [oldItem(1)] }).replace(/<itunes:image[^>]*>/, '')
    const { cwd } = await imported(feed, ...base)
    const built = await say({ cwd }, '--website')
    expect(built.code, built.stderr).toBe(0)
    for (const path of ['index.html', '001-talk-1/index.html', '001-talk-1/embed.html', 'feed.xml']) {
      const text = readFileSync(join(cwd, 'public', path), 'utf8')
      expect(text).not.toContain('missing.invalid')
      expect(text).not.toContain('src=""')
    }
  })

  test('a zone that readers do not know is read as they read it, and told', async () => {
    const dated = (zone: string): string => oldItem(1).replace('+0200', zone)
    const known = await imported({ items: [dated('UTC')] }, ...base)
    expect(known.stderr).not.toContain('zone')
    const show = await imported({ items: [dated('CEST')] }, ...base)
    expect(show.stderr).toContain('apps do not know the zone CEST in its date')
  })

  test.each([
    ['length="0"', { length: '0', type: 'audio/mpeg' }],
    ['length=""', { length: '0', type: 'audio/mpeg' }],
    ['length="many"', { length: '0', type: 'audio/mpeg' }],
    ['type=""', { length: '1001', type: 'audio/mpeg' }],
  ])('an enclosure with %s', async (attribute, expected) => {
    const item = oldItem(1).replace(
      attribute.startsWith('type') ? /type="audio[^"]*"/ : /length="\d+"/,
      attribute,
    )
    const show = await imported({ items: [item] }, ...base)
    expect(itemsIn(await builtFrom(show))[0]?.enclosure).toMatchObject(expected)
  })

  test.each(['audio/mp3', 'audio/ogg', 'audio/x-mp3'])('an enclosure of type "%s"', async type => {
    const show = await imported({ items: [oldItem(1).replace('audio/mpeg', type)] }, ...base)
    expect(itemsIn(await builtFrom(show))[0]?.enclosure.type).toBe(type)
  })

  test('relative addresses are meant from where the feed was', async () => {
    const item = oldItem(1, '<link>/talks/1</link>').replace(
      'https://media.old.example/1.mp3?a=1&amp;b=2',
      'media/1.mp3',
    )
    const built = await builtFrom(await imported({ items: [item] }, ...base))
    expect(built).toContain('<link>https://old.example/talks/1</link>')
    expect(itemsIn(built)[0]?.enclosure.url).toBe('https://old.example/media/1.mp3')
  })

  test.each(['utf-8', 'utf-16le', 'iso-8859-1', 'windows-1252'] as const)(
    'an encoding: %s',
    async encoding => {
      const text = oldFeed({ items: [oldItem(1).replace('Talk 1', 'Über Möwen')] }).replace('UTF-8', encoding)
      const node = {
        'utf-8': 'utf8',
        'utf-16le': 'utf16le',
        'iso-8859-1': 'latin1',
        'windows-1252': 'latin1',
      } as const
      const mark = encoding === 'utf-16le' ? '\ufeff' : ''
      const show = await imported(Buffer.from(mark + text, node[encoding]))
      expect(show.code).toBe(0)
      expect(show.read('episodes/001-uber-mowen.md')).toContain('title: Über Möwen')
    },
  )

  test('other prefixes, empty tags, a byte order mark and old spellings', async () => {
    const head = `\ufeff<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:i="http://www.itunes.com/DTDs/Podcast-1.0.dtd" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom/">`
    const item = oldItem(
      1,
      '<i:season>2</i:season><i:episodeType></i:episodeType><i:explicit>clean</i:explicit><i:subtitle/>',
    )
    const show = await imported({ head, items: [item] }, ...base)
    expect(show.read('episodes/001-talk-1.md')).toContain('\nseason: 2\n')
    expect(show.read('episodes/001-talk-1.md')).not.toMatch(/explicit|episodeType/)
  })

  test('a feed without an item is a show without episodes', async () => {
    const show = await imported({ items: [] })
    expect(show.stderr).toContain('0 episodes')
    expect(readdirSync(join(show.cwd, 'episodes'))).toContain('show.md')
  })
})

describe('what was published with a fault', () => {
  // No language, which directories refuse; addresses without https, which some apps do not open.
  const faulty = oldFeed({ items: [oldItem(1, '<itunes:image href="http://salt.example/1.jpg"/>')] }).replace(
    '<language>en</language>',
    '',
  )

  test('is in the way of no build: not with --strict, and not with --frozen', async () => {
    const show = await imported(faulty, ...base)
    expect(show.stderr).toMatch(
      /Faults that were already published[\s\S]*`language` is missing[\s\S]*http:\/\//,
    )
    for (const flags of [['--strict'], ['--strict', '--frozen'], ['--check', '--strict']]) {
      const built = await say({ cwd: show.cwd }, 'build', ...flags)
      expect(`${flags.join(' ')}: ${built.code} ${built.stderr}`).toMatch(/: 0 /)
    }
  })

  test('that the new address is still to be filled in was never published', async () => {
    const show = await imported({ items: [oldItem(1)] })
    expect(show.stderr).not.toContain('Faults that were already published')
    const built = await say({ cwd: show.cwd }, 'build', '--strict')
    expect(built.code).toBe(1)
    expect(built.stderr).toContain('provisional')
  })

  test('of a new fault of the kind --strict tells as ever', async () => {
    const show = await imported(faulty, ...base)
    const path = 'episodes/001-talk-1.md'
    const text = show.read(path).replace('http://salt.example/1.jpg', 'http://salt.example/other.jpg')
    writeFiles(show.cwd, { [path]: text })
    const built = await say({ cwd: show.cwd }, 'build', '--strict')
    expect(built.code).toBe(1)
    expect(built.stderr).toContain('http://salt.example/other.jpg')
  })
})

test('what is told of it names no file twice, and has one empty line between two parts', async () => {
  const silent = (number: number): string =>
    oldItem(number).replace(/<(description|content:encoded)>[\s\S]*?<\/\1>/g, '')
  const show = await imported({ items: [silent(2), silent(1), silent(1)] }, ...base)
  expect(show.stderr).toContain('\n  episodes/003-talk-2.md has no description')
  expect(show.stderr).toContain('To look at:')
  expect(show.stderr).not.toContain('\n\n\n')
})

test('a date that cannot be read is quoted, and is not called missing', async () => {
  const item = oldItem(1).replace(/<pubDate>.*<\/pubDate>/, '<pubDate>Mon, no date</pubDate>')
  const show = await imported({ items: [item] }, ...base)
  expect(show.stderr).toContain('its date, "Mon, no date", cannot be read, so it got one')
  expect(show.stderr).not.toContain('it had no date')
})

test('of a feed without episodes, the report of the import is not taken for one', async () => {
  const show = await imported({ items: [] }, ...base)
  expect(show.stderr).toContain('there is no episode here')
  expect(show.stderr).not.toContain('every guid kept')
  const built = await say({ cwd: show.cwd }, 'build')
  expect(built.stderr).toContain('there is no episode here')
  expect(built.stderr).not.toContain('import-report')
})

test.each(['import', 'validate', 'diff'])(
  '%s: an address that is not of the web is told so',
  async command => {
    const said = await say(
      { cwd: temporaryFolder() },
      command,
      'ftp://ada:harbour@x.example/feed.xml',
      'other.xml',
    )
    expect(said.code).not.toBe(0)
    expect(said.stderr).toContain('only addresses that begin with http:// or https:// can')
    expect(said.stderr).not.toContain('harbour')
  },
)

test('an empty file is to be fetched again, not built', async () => {
  const cwd = temporaryFolder()
  writeFiles(cwd, { 'empty.xml': '' })
  const said = await say({ cwd }, 'import', 'empty.xml')
  expect(said.stderr).toContain('Download it again')
})

test('--lenient says what became of a prefix that was never declared: known by its name, or to nobody', async () => {
  const show = await imported(
    { items: [`${oldItem(1)}<foo:mood>calm</foo:mood><dc:creator>Ada</dc:creator>`] },
    ...base,
    '--lenient',
  )
  expect(show.stderr).toContain('is not known either, so what bears it is left out (foo)')
  expect(show.stderr).toContain('was read as what it is usually for (dc)')
})

describe('who is paid', () => {
  const recipient = (number: number): string =>
    `<podcast:valueRecipient name="n${number}" type="node" address="02${String(number).repeat(64)}" split="${number}"/>`
  const value = (attributes: string, inside: string): string =>
    `<podcast:value type="lightning" method="keysend"${attributes}>${inside}</podcast:value>`

  test.each([
    ['the show suggests an amount, the episode none', ' suggested="0.5"', ''],
    ['the episode suggests an amount, the show none', '', ' suggested="0.5"'],
    ['both suggest one', ' suggested="0.5"', ' suggested="0.00000001"'],
  ])('each block has what it had, and nothing else: %s', async (_, ofShow, ofEpisode) => {
    const channel = value(ofShow, recipient(1))
    const other = value(ofEpisode, recipient(2) + recipient(3))
    const alike = value(ofEpisode, recipient(1))
    const show = await imported({ channel, items: [oldItem(2, other), oldItem(1, alike)] }, ...base)
    const built = (await builtFrom(show)).replace(/>\s+</g, '><')
    expect(built.match(/<podcast:value .*?<\/podcast:value>/g)).toEqual([channel, other, alike])
  })
})

describe('the description of a show', () => {
  const show = async (description: string): Promise<string> => {
    const feed = oldFeed({ items: [oldItem(1)] }).replace('Talks at the quay.', `<![CDATA[${description}]]>`)
    const there = await imported(feed, ...base, '--verify')
    expect(there.stderr).toContain('Proved:')
    return there.read('episodes/show.md')
  }

  test.each([
    ['Talks & tides.', 'Talks & tides.'],
    ['AT&T at the quay', 'AT&T at the quay'],
    [' <p>Talks &amp; tides, it&#39;s *here*.</p> ', "Talks & tides, it's \\*here\\*."],
  ])('%j stands below the front matter', async (written, body) => {
    const text = await show(written)
    expect(text).toMatch(/\n---\n\n[^\n]+\n$/)
    expect(text.endsWith(`\n${body}\n`)).toBe(true)
    expect(text).not.toContain('description:')
  })

  test.each([
    ['<p>Talks.</p><p>Tides &amp; tar.</p>', 'Talks.\n\nTides & tar.'],
    ['<p class="x">Talks.</p>\n<p>Tides.<br/>Tar.</p>\n', 'Talks.\n\nTides.\\\nTar.'],
    ['<div>Talks.</div><div>Tides.</div>', 'Talks.\n\nTides.'],
    ['Talks.<br><br>Tides.', 'Talks.\n\nTides.'],
  ])('the paragraphs and lines of %j stand below the front matter', async (written, body) => {
    const text = await show(written)
    expect(text).not.toContain('description:')
    expect(text.slice(text.indexOf('\n---\n'))).toBe(`\n---\n\n${body}\n`)
  })

  test.each([
    '<p>Talks.</p><p><a href="https://salt.example/">Tides</a></p>',
    '<ul><li>Talks</li></ul>',
    '<p>With <b>tides</b></p>',
    'Talks &amp; tides',
    '<p>Talks &lt;b&gt;</p>',
    'a < b',
  ])('%j stays as it is, in the front matter', async written => {
    expect(await show(written)).toMatch(/\ndescription: .*\n/)
  })
})
