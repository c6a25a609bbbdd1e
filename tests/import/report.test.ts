/** The report of an import: what it counts as taken over was taken over, and what it says of one element it says everywhere. */

import { describe, expect, test } from 'vitest'
import { writeFiles } from '../support/folder.ts'
import { mp3 } from '../support/mpeg.ts'
import { say } from '../support/terminal.ts'
import { imported, newBase } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

/** The counts of an element, by the heads of their columns, and what is said of it. */
const rowsIn = (report: string, title: string): ReadonlyMap<string, Readonly<Record<string, string>>> => {
  const [, table = ''] = report.split(`### ${title}\n`)
  const lines = table.trim().split(/\n\n/)[0]?.split('\n') ?? []
  const cells = lines.map(line =>
    line
      .split(/(?<!\\)\|/)
      .map(cell => cell.trim())
      .slice(1, -1),
  )
  const [heads = [], , ...rows] = cells
  return new Map(
    rows.map(([name = '', ...counts]) => [
      name.replaceAll('`', ''),
      Object.fromEntries(counts.flatMap((count, i) => (count === '' ? [] : [[heads[i + 1] ?? '', count]]))),
    ]),
  )
}

const leftOut = (why: RegExp, count = '1') => ({
  'left out': count,
  'how, or why': expect.stringMatching(why),
})

/** `without`: what would say it too. */
const ofShow = async (channel: string, without = /(?!)/) => {
  const feed = oldFeed({ items: [oldItem(1)] })
    .replace(without, '')
    .replace('<item>', `${channel}\n<item>`)
  const show = await imported(feed, ...newBase)
  return rowsIn(show.read('episodes/_import-report.md'), 'The show')
}

const ofEpisode = async (item: string, ...others: readonly string[]) => {
  const show = await imported({ items: [item, ...others] }, ...newBase)
  return rowsIn(show.read('episodes/_import-report.md'), 'The episodes')
}

describe('what was left out of the show is counted as left out, with the reason', () => {
  test.each([
    ['itunes:explicit', '<itunes:explicit>nein</itunes:explicit>', /"nein" is neither yes nor no/],
    ['podcast:locked', '<podcast:locked>maybe</podcast:locked>', /"maybe" is neither yes nor no/],
    ['itunes:owner', '<itunes:owner><itunes:name>Ada</itunes:name></itunes:owner>', /`email` is missing/],
    ['itunes:type', '<itunes:type>bogus</itunes:type>', /"bogus" is not one of/],
    ['podcast:guid', '<podcast:guid>salt</podcast:guid>', /"salt" is not a UUID/],
    ['docs', '<docs>https://old.example/rss</docs>', /every feed of ours/],
    ['lastBuildDate', '<lastBuildDate>gestern</lastBuildDate>', /date of the newest episode/],
    ['generator', '<generator>Old Host</generator>', /made the old feed/],
    ['itunes:subtitle', '<itunes:subtitle></itunes:subtitle>', /says nothing/],
    ['podcast:person', '<podcast:person role="host"> </podcast:person>', /`name` is missing/],
  ])('%s', async (name, xml, why) => {
    const rows = await ofShow(xml, new RegExp(`<${name}>.*</${name}>`))
    expect(rows.get(name)).toEqual(leftOut(why))
  })

  test('each link by what it is for', async () => {
    const links = ['alternate', 'first', 'next'].map(
      rel => `<atom:link rel="${rel}" href="https://old.example/${rel}"/>`,
    )
    expect((await ofShow(links.join(''))).get('atom:link')).toEqual({
      'kept in meaning': '1',
      'left out': '3',
      'how, or why': 'the addresses of the new feed; was an address of the old feed',
    })
  })

  test('the second of two of which one counts', async () => {
    const rows = await ofShow('<itunes:author>Bo</itunes:author>')
    expect(rows.get('itunes:author')).toEqual({ 'kept exactly': '1', ...leftOut(/another one does/) })
  })
})

describe('what was left out of an episode is counted as left out, with the reason', () => {
  test.each([
    ['itunes:explicit', '<itunes:explicit>nein</itunes:explicit>', /"nein" is neither yes nor no/],
    ['itunes:season', '<itunes:season>x</itunes:season>', /"x" is not a whole number/],
    ['itunes:episodeType', '<itunes:episodeType>odd</itunes:episodeType>', /"odd" is not one of/],
  ])('%s', async (name, xml, why) => {
    expect((await ofEpisode(oldItem(1, xml))).get(name)).toEqual(leftOut(why))
  })

  test('a date that cannot be read', async () => {
    const item = oldItem(1).replace(/<pubDate>.*</, '<pubDate>some day<')
    expect((await ofEpisode(item)).get('pubDate')).toEqual(leftOut(/"some day" cannot be read/))
  })

  test('an attribute, on a line of its own beside its element', async () => {
    const rows = await ofEpisode(oldItem(1).replace(/length="\d+"/, 'length="abc"'))
    expect(rows.get('enclosure')).toMatchObject({ 'kept in meaning': '1' })
    expect(rows.get('enclosure')).not.toHaveProperty('left out')
    expect(rows.get('enclosure@length')).toEqual(leftOut(/"abc" is not a whole number/))
  })

  test('of many reasons some, and no mark-up of a stranger', async () => {
    const items = ['a', '<b>|', '[c](x)', 'd', 'e'].map((season, i) =>
      oldItem(5 - i, `<itunes:season><![CDATA[${season}]]></itunes:season>`),
    )
    const why = (await ofEpisode(items[0]!, ...items.slice(1))).get('itunes:season')
    expect(why).toEqual(leftOut(/; and 2 more like these$/, '5'))
    expect(why?.['how, or why']).toContain(String.raw`"&lt;b&gt;\|"`)
    expect(why?.['how, or why']).toContain(String.raw`"\[c\](x)"`)
  })
})

test('what is told as left out is in the table as left out, as often', async () => {
  const channel =
    '<itunes:type>bogus</itunes:type><podcast:guid>salt</podcast:guid><podcast:locked>x</podcast:locked>'
  const odd =
    '<itunes:season>x</itunes:season><itunes:explicit>nein</itunes:explicit><podcast:person></podcast:person>'
  const items = [oldItem(2, odd), oldItem(1, odd).replace(/<enclosure.*\/>/, '')]
  const show = await imported({ channel, items }, ...newBase)
  const report = show.read('episodes/_import-report.md')
  const told = Array.from(
    report.matchAll(/^- (\S+): &lt;([\w:]+)&gt; is left out: (.*)$/gm),
    ([, file, name = '', why]) => ({
      title: file === 'episodes/show.md' ? 'The show' : 'The episodes',
      name,
      why,
    }),
  )
  expect(told.length).toBeGreaterThan(5)
  for (const { title, name, why } of told) {
    const alike = told.filter(one => one.title === title && one.name === name)
    expect(rowsIn(report, title).get(name), name).toEqual({
      'left out': String(alike.length),
      'how, or why': why,
    })
  }
})

describe('elements of drafts', () => {
  const silent = (number: number, more = ''): string => oldItem(number, more).replace(/<enclosure.*\/>/, '')

  test('are counted as what stands in the folder', async () => {
    const show = await imported(
      {
        items: [
          silent(
            2,
            '<itunes:season>3</itunes:season><dc:x xmlns:dc="http://purl.org/dc/elements/1.1/">y</dc:x>',
          ),
          oldItem(1),
        ],
      },
      ...newBase,
    )
    const report = show.read('episodes/_import-report.md')
    const rows = rowsIn(report, 'The episodes')
    expect(rows.get('title')).toEqual({ 'kept exactly': '1', 'in drafts': '1' })
    expect(rows.get('guid')).toEqual({ 'kept exactly': '1', 'in drafts': '1' })
    for (const name of ['itunes:season', 'dc:x']) expect(rows.get(name)).toEqual({ 'in drafts': '1' })
    expect(rows.get('itunes:duration')).toMatchObject({ 'left out': '1' })
    expect(report).toContain('What is in drafts is in the folder, and in the feed once they are published.')
    const draft = show.read('episodes/002-talk-2.md')
    for (const kept of ['title: Talk 2', 'guid: old-2', 'season: 3', '<dc:x>y</dc:x>'])
      expect(draft).toContain(kept)
  })

  test('or as left out, with the reason', async () => {
    const rows = await ofEpisode(
      silent(
        3,
        '<itunes:season>x</itunes:season><slash:comments xmlns:slash="http://purl.org/rss/1.0/modules/slash/">3</slash:comments>',
      ),
      oldItem(2),
      oldItem(1).replace('old-1', 'old-2'),
    )
    expect(rows.get('itunes:season')).toEqual(leftOut(/"x" is not a whole number/))
    expect(rows.get('slash:comments')).toMatchObject({ 'left out': '1' })
    expect(rows.get('guid')).toEqual({ 'kept exactly': '1', 'in drafts': '1', ...leftOut(/guid of a newer/) })
  })

  test('are not spoken of where there are none', async () => {
    const show = await imported({ items: [oldItem(1)] }, ...newBase)
    expect(show.read('episodes/_import-report.md')).not.toContain('draft')
  })

  test('that were published here since are compared as others are', async () => {
    const show = await imported({ items: [silent(2), oldItem(1)] }, ...newBase)
    const path = 'episodes/002-talk-2.md'
    const text = show.read(path).replace('draft: true\n', '')
    writeFiles(show.cwd, { 'episodes/002-talk-2.mp3': mp3() })
    writeFiles(show.cwd, {
      [path]: text,
      'more.xml': oldFeed({ items: [oldItem(3), silent(2), oldItem(1)] }),
    })
    const again = await say({ cwd: show.cwd }, 'import', 'more.xml')
    expect(again.code, again.stderr).toBe(0)
    const rows = rowsIn(show.read('episodes/_import-report.md'), 'The episodes')
    expect(rows.get('title')).toEqual({ 'kept exactly': '3' })
  })
})
