/** The proof is worth something only if it can fail: whatever subscribers would notice is found, by both readers. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFeed } from '../../src/feed/index.ts'
import { type Score, verify } from '../../src/import/verify/index.ts'
import { escapedIn } from '../../src/import/verify/not-escaped.ts'
import { isProof, keepsPromises, scoresText, verdictText } from '../../src/import/verify/scores-text.ts'
import { writeFiles } from '../support/folder.ts'
import { say } from '../support/terminal.ts'
import { imported, newBase } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

const before = oldFeed({
  items: [
    oldItem(
      1,
      '<link>https://salt.example/1</link><itunes:season>2</itunes:season><podcast:transcript url="https://old.example/1.vtt" type="text/vtt"/><content:encoded>&lt;p&gt;With a &lt;a href="https://salt.example/rope"&gt;rope&lt;/a&gt;&lt;/p&gt;</content:encoded>',
    ),
  ],
})

const verified = (before: string, after: string) =>
  verify({ before: [{ text: before, escaped: before }], after, isLeftOut: () => false, address: undefined })
const compared = (after: string) => verified(before, after)
const different = (scores: readonly Score[]): readonly string[] =>
  scores.filter(({ equal, of }) => equal < of).map(({ element }) => element)

describe('two feeds, as others read them', () => {
  test('the same feed is the same', async () => {
    for (const one of await compared(before)) {
      expect(one.failure).toBeUndefined()
      expect(different(one.scores)).toEqual([])
      expect(one.scores.length).toBeGreaterThan(10)
    }
  })

  test.each([
    ['guid', 'old-1', 'new-1'],
    ['isPermaLink', 'isPermaLink="false"', 'isPermaLink="true"'],
    ['pubDate', '08:30:00', '08:30:01'],
    ['title', 'Talk 1', 'Talk one'],
    ['enclosure.url', '/1.mp3', '/2.mp3'],
    ['enclosure.length', 'length="1001"', 'length="1002"'],
    ['enclosure.type', 'type="audio/mpeg"', 'type="audio/ogg"'],
    ['itunes:duration', '1:02:03', '1:02:04'],
    ['itunes:season', '>2<', '>3<'],
    ['link', 'salt.example/1<', 'salt.example/2<'],
    ['description', 'talk&lt;/b&gt; 1', 'talk&lt;/b&gt; one'],
    ['content:encoded', '&gt;rope', '&gt;ropes'],
    ['content:encoded links', 'salt.example/rope', 'salt.example/ropes'],
    ['podcast:transcript', '1.vtt', '2.vtt'],
  ])('another %s is found', async (element, from, to) => {
    const after = before.replace(from, to)
    expect(after).not.toBe(before)
    for (const one of await compared(after)) {
      expect(different(one.scores)).toContain(element)
      expect(isProof(one)).toBe(false)
      expect(one).toMatchObject({ episodes: 1, otherwise: 1 })
      expect(keepsPromises(one)).toBe(element === 'podcast:transcript')
    }
  })

  test('an item that is gone is found', async () => {
    for (const one of await compared(oldFeed({ items: [] }))) expect(different(one.scores)).toEqual(['guid'])
  })
})

test('import --verify prints what is the same, and by what name', async () => {
  const said = await imported(before, '--verify', ...newBase)
  expect(said.code).toBe(0)
  expect(said.stderr).toContain('As fast-xml-parser and xml2js read both feeds:')
  expect(said.stderr).toMatch(/ {2}episodes guid +1\/1\n/)
  expect(said.stderr).toMatch(/itunes:duration +1\/1 {2}\(1 whole seconds\)/)
  expect(said.stderr).not.toMatch(/^! /m)
})

test('chapters that began at 0, in whatever form, are the same; a file of them is no difference', async () => {
  const chapters =
    '<psc:chapters version="1.2"><psc:chapter start="0" title="One"/><psc:chapter start="00:00:30.5" title="Two" href="https://a.example/"/></psc:chapters>'
  const said = await imported(oldFeed({ items: [oldItem(1, chapters)] }), '--verify', ...newBase)
  expect(said.stderr).toMatch(/psc:chapters +1\/1 {2}\(1 times to the millisecond\)/)
  expect(said.stderr).toMatch(/podcast:chapters +1\/1 {2}\(1 a file of the list beside it\)/)
})

describe('the table', () => {
  const rowsIn = (text: string): readonly string[] =>
    text.split('\n').filter(line => /^[ !] (?:show|episodes) /.test(line))

  test('is one where both readers agree, with everything in its column', async () => {
    const one =
      '<podcast:alternateEnclosure type="audio/opus"><podcast:source uri="https://old.example/1.opus"/></podcast:alternateEnclosure>'
    const feed = oldFeed({ items: [oldItem(2, one), oldItem(1, one)] })
    const rows = rowsIn((await imported(feed, '--verify', ...newBase)).stderr)
    const names = rows.map(row => row.slice(2, 38).trim())
    expect(names).toContain('episodes podcast:alternateEnclosure')
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(rows.map(row => row.search(/ \d+\/\d+/) + row.match(/ \d+\//)![0].length)).size).toBe(1)
  })

  test('texts that differ are shown as people read them, from where they differ', async () => {
    const words = 'Nobody knows how long the ferry waits for whoever is late on the island. '
    const noted = (end: string): string =>
      oldFeed({ items: [oldItem(1, `<content:encoded>&lt;p&gt;${words}${end}&lt;/p&gt;</content:encoded>`)] })
    const text = scoresText(
      await verified(noted('It left at &lt;b&gt;ten&lt;/b&gt;.'), noted('It left at noon.')),
    )
    expect(text).toContain(
      '    Talk 1: …is late on the island. It left at ten. → …is late on the island. It left at noon.\n',
    )
  })

  test('says apart what one reader alone finds, and why another cannot read the feeds', () => {
    const row = (element: string, equal: number): Score => ({
      on: 'episode',
      element,
      equal,
      of: 2,
      normalised: {},
      differences: equal === 2 ? [] : [{ item: 'Talk 1', before: 'a', after: 'b' }],
    })
    const two = { episodes: 2, otherwise: 0 }
    const both = [
      { reader: 'one', scores: [row('guid', 2), row('title', 2)], ...two },
      { reader: 'two', scores: [row('guid', 2), row('title', 1)], ...two, otherwise: 1 },
    ]
    const text = scoresText(both)
    expect(text.match(/ guid /g)).toHaveLength(1)
    expect(text).toMatch(/As one and two read both feeds:\n {2}episodes guid/)
    expect(text).toMatch(/As only one reads them:\n {2}episodes title +2\/2\n/)
    expect(text).toMatch(/As only two reads them:\n! episodes title +1\/2\n {4}Talk 1: a → b\n/)
    const failed = scoresText([
      both[0]!,
      { reader: 'two', scores: [], failure: 'no XML', episodes: 0, otherwise: 0 },
    ])
    expect(failed).toMatch(/As one reads both feeds:[\s\S]*two cannot read them: no XML\n/)
    expect(rowsIn(failed)).toHaveLength(2)
  })
})

describe('a number that only Podcasting 2.0 gives', () => {
  const numbered = (tags: string): string => oldFeed({ items: [oldItem(1, tags)] })
  const withItunes = '<itunes:season>2</itunes:season><itunes:episode>7</itunes:episode>'

  test.each([
    ['alone', '<podcast:season>2</podcast:season><podcast:episode>07</podcast:episode>'],
    [
      'with a name and words for it',
      '<podcast:season name="Winter">2</podcast:season><podcast:episode display="Seven">7</podcast:episode>',
    ],
    ['between two whole ones', '<podcast:episode>7.5</podcast:episode>'],
  ])('%s, comes back and counts as the same', async (_, tags) => {
    const said = await imported(numbered(tags), '--verify', ...newBase)
    expect(said.stderr).not.toMatch(/^! /m)
    expect(said.code).toBe(0)
    expect(said.read('episodes/_import-report.md')).not.toContain('says nothing that a field takes')
  })

  test('another number in its place is found, and so are lost words', async () => {
    const numbers = '<podcast:season>2</podcast:season><podcast:episode>7</podcast:episode>'
    const between = (from: string, to: string) => verified(numbered(from), numbered(to))
    for (const one of await between(numbers, withItunes.replace('>7<', '>8<').replace('>2<', '>3<')))
      expect(different(one.scores)).toEqual([
        ...['itunes:season', 'itunes:episode', 'podcast:season', 'podcast:episode'],
      ])
    for (const one of await between(numbers, ''))
      expect(different(one.scores)).toEqual(['podcast:season', 'podcast:episode'])
    const named = numbers.replace('<podcast:season>', '<podcast:season name="Winter">')
    for (const one of await between(named, withItunes))
      expect(different(one.scores)).toEqual(['podcast:season'])
  })
})

describe('a description that is longer than directories take', () => {
  const paragraph = (number: number): string =>
    `&lt;p&gt;Rope ${number}: ${'hemp and tar '.repeat(12)}&lt;a href="https://salt.example/rope/${number}"&gt;more&lt;/a&gt;&lt;/p&gt;`
  const notes = Array.from({ length: 40 }, (_, i) => paragraph(i)).join('')
  const long = oldFeed({
    items: [oldItem(1).replace(/<description>.*<\/description>/, `<description>${notes}</description>`)],
  })

  test('is cut, and stands whole in content:encoded', async () => {
    const said = await imported(long, '--verify', ...newBase)
    expect(said.code).toBe(0)
    expect(said.stderr).toContain('as much as directories take, and the whole in content:encoded')
  })

  test('one that is cut, and whole nowhere, is found', async () => {
    const after = long.replace(paragraph(39), '')
    for (const one of await verified(long, after))
      expect(different(one.scores)).toEqual(expect.arrayContaining(['description', 'description links']))
  })
})

describe('the verdict is a sentence, the last line, and the exit code agrees with it', () => {
  const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''
  const image = (number: number): string => `<podcast:images srcset="https://old.example/${number}.jpg 2x"/>`

  test('where all is the same', async () => {
    const one = await imported({ items: [oldItem(1)] }, '--verify', ...newBase)
    expect(lastLine(one.stderr)).toBe('Proved: both readers read the same of the show and of its episode.')
    expect(one.code).toBe(0)
    const silent = oldItem(3).replace(/<enclosure.*\/>/, '')
    const more = await imported({ items: [silent, oldItem(2), oldItem(1)] }, '--verify', ...newBase)
    expect(lastLine(more.stderr)).toBe(
      'Proved: both readers read the same of the show and of all 2 episodes (1 draft is in no feed).',
    )
    expect(more.code).toBe(0)
  })

  test('where episodes or the show read otherwise, of whatever element', async () => {
    const items = [oldItem(2, '<podcast:person>Bo</podcast:person>'), oldItem(1)]
    const first = await imported({ items }, ...newBase)
    const path = 'episodes/002-talk-2.md'
    const edited = first.read(path).replace('Bo', 'Cy')
    expect(edited).not.toBe(first.read(path))
    writeFiles(first.cwd, { [path]: edited })
    const again = await say({ cwd: first.cwd }, 'import', 'old.xml', '--verify')
    expect(lastLine(again.stderr)).toBe(
      'Not proved: 1 of 2 episodes reads otherwise; look at the lines marked `!`.',
    )
    expect(again.stderr).toMatch(/^! episodes podcast:person +0\/1/m)
    expect(again.code).toBe(1)
    writeFiles(first.cwd, { 'episodes/show.md': first.read('episodes/show.md').replace('Salt', 'Tar') })
    const both = await say({ cwd: first.cwd }, 'import', 'old.xml', '--verify')
    expect(lastLine(both.stderr)).toContain('Not proved: the show and 1 of 2 episodes read otherwise;')
  })

  test('where one was taken out here on purpose, it is not compared', async () => {
    const show = await imported({ items: [oldItem(2), oldItem(1)] }, ...newBase)
    const path = 'episodes/feed.lock.json'
    const lock = JSON.parse(show.read(path))
    lock.episodes['002-talk-2'].gone = true
    writeFiles(show.cwd, { [path]: JSON.stringify(lock) })
    rmSync(join(show.cwd, 'episodes/002-talk-2.md'))
    const again = await say({ cwd: show.cwd }, 'import', 'old.xml', '--verify')
    expect(lastLine(again.stderr)).toContain(
      'Proved: both readers read the same of the show and of its episode',
    )
  })

  test('where nothing could be compared', async () => {
    const silent = oldItem(1).replace(/<enclosure.*\/>/, '')
    const drafts = await imported({ items: [silent] }, '--verify', ...newBase)
    expect(lastLine(drafts.stderr)).toBe(
      'Not proved: the show cannot be built yet, so there is no new feed to compare with.',
    )
    expect(drafts.code).toBe(1)
    const dry = await imported({ items: [oldItem(1)] }, '--verify', '--dry-run', ...newBase)
    expect(lastLine(dry.stderr)).toBe('Nothing was compared: there is a new feed only once it is written.')
    expect(
      verdictText([{ reader: 'one', scores: [], failure: 'x', episodes: 0, otherwise: 0 }], 0),
    ).toContain('Not proved: one cannot read the feeds')
  })

  test('and no list of pictures in the old way counts as lost', async () => {
    const show = await imported({ items: [oldItem(1, image(1))] }, '--verify', ...newBase)
    expect(show.stderr).toMatch(/ {2}episodes podcast:images +1\/1 {2}\(1 as podcast:image\)/)
    const one = oldFeed({ items: [oldItem(1, image(1))] })
    const other = '<podcast:image href="https://old.example/2.jpg"/>'
    for (const result of await verified(one, oldFeed({ items: [oldItem(1, other)] })))
      expect(different(result.scores)).toEqual(['podcast:images'])
  })
})

describe('tags that are not escaped', () => {
  const plain = oldItem(1).replace(/<description>.*/, '')
  const feedOf = (description: string): string => oldFeed({ items: [plain + description] })
  const notes =
    '<description><p>Hi <b>you</b>, <![CDATA[<i>all</i>]]> &amp; <a href="https://a.example/">one</a></p></description>'

  test('are compared as the markup that they are meant for, and named', async () => {
    const feed = feedOf(notes).replace('<title>Talk 1<', '<title>Talk <b>1</b><')
    const said = await imported(feed, '--verify', ...newBase)
    expect(said.stderr).not.toMatch(/^! /m)
    for (const element of ['description', 'description links', 'title'])
      expect(said.stderr).toMatch(
        new RegExp(`  episodes ${element} +1/1 {2}\\(1 unescaped tags read as markup\\)`),
      )
    expect(said.code).toBe(0)
  })

  test.each([
    ['words', 'description', /you/, 'me'],
    ['a link', 'description links', /a\.example/, 'b.example'],
  ])('and %s lost of them are found', async (_, element, from, to) => {
    const text = feedOf(notes)
    const now = 1_780_000_000_000
    const before = [{ text, escaped: escapedIn(readFeed(new TextEncoder().encode(text), 'old.xml', now)) }]
    const meant =
      '<description>&lt;p&gt;Hi you, &lt;i&gt;all&lt;/i&gt; &amp;amp; &lt;a href="https://a.example/"&gt;one&lt;/a&gt;&lt;/p&gt;</description>'
    // What stood in a CDATA section is no markup there, so its signs are seen.
    const good = meant.replace('&lt;i&gt;all&lt;/i&gt;', '&amp;lt;i&amp;gt;all&amp;lt;/i&amp;gt;')
    const by = (description: string) =>
      verify({ before, after: feedOf(description), isLeftOut: () => false, address: undefined })
    for (const one of await by(good)) expect(different(one.scores)).toEqual([])
    for (const one of await by(good.replace(from, to))) expect(different(one.scores)).toContain(element)
  })
})

describe('addresses that say no host', () => {
  const relative = (text: string): string => text.replaceAll(/https:\/\/(?:media\.)?old\.example\//g, '/')
  const before = relative(
    oldFeed({
      items: [
        oldItem(
          1,
          '<link>/talks/1/</link><itunes:image href="/1.jpg"/><content:encoded>&lt;a href="../2/"&gt;before&lt;/a&gt;</content:encoded>',
        ),
      ],
    }),
  )
  const after = before
    .replaceAll('url="/', 'url="https://old.example/')
    .replaceAll('href="/', 'href="https://old.example/')
    .replace('<link>/', '<link>https://old.example/')
    .replace('../2/', 'https://old.example/talks/2/')

  const verifiedFrom = (address: string) =>
    verify({ before: [{ text: before, escaped: before }], after, isLeftOut: () => false, address })

  test('are the same as those that are meant from the address of the feed, and in notes from that of their page', async () => {
    const address = 'https://old.example/feed.xml'
    for (const one of await verifiedFrom(address)) expect(different(one.scores)).toEqual([])
  })

  test('are found where another place is meant', async () => {
    const address = 'https://other.example/feed.xml'
    for (const one of await verifiedFrom(address))
      expect(different(one.scores)).toEqual(expect.arrayContaining(['enclosure.url', 'link', 'itunes:image']))
  })
})

describe('a date that only people read', () => {
  const dated = (date: string): string =>
    oldFeed({ items: [oldItem(1).replace(/<pubDate>[^<]*/, `<pubDate>${date}`)] })

  test.each([
    ['a day', 'Sep 1, 2025'],
    ['a moment', '9/21/2025 6:30 pm'],
  ])('%s, is the date that was taken for it', async (_, date) => {
    const said = await imported(dated(date), '--verify', ...newBase)
    expect(said.stderr).toMatch(/ {2}episodes pubDate +1\/1 {2}\(1 a date that only people read\)/)
    expect(said.code).toBe(0)
  })

  test.each([
    ['another day', 'Sep 1, 2025', 'Tue, 02 Sep 2025 06:00:00 +0000'],
    [
      'another moment of a date that is read',
      'Mon, 01 Sep 2025 07:00:00 +0000',
      'Mon, 01 Sep 2025 06:00:00 +0000',
    ],
  ])('%s is found', async (_, from, to) => {
    for (const one of await verified(dated(from), dated(to)))
      expect(different(one.scores)).toContain('pubDate')
  })
})

test('a picture that no app opens may go', async () => {
  const person = '<podcast:person img="data:image/png;base64,AAAA">Bo</podcast:person>'
  const said = await imported(oldFeed({ items: [oldItem(1, person)] }), '--verify', ...newBase)
  expect(said.stderr).not.toMatch(/^! /m)
  expect(said.code).toBe(0)
})
