/** What a help proposes is near and does no harm, and what a message states is true: the rows E2, E6, E7, E19 and C7 of what was found. */

import { describe, expect, test } from 'vitest'
import { table } from '../src/fields/index.ts'
import { wordsOf } from '../src/table/owned.ts'
import { lay } from './support/lay.ts'
import { layFeed } from './support/lay-feed.ts'
import { runShow } from './support/run.ts'
import { runFeed } from './support/run-feed.ts'

const inFeed = (feed: string, rule: string) =>
  runFeed(layFeed(feed)).diagnostics.find(one => one.rule === rule)

const inShow = async (files: Readonly<Record<string, string>>, rule: string) => {
  const { files: laid, run } = lay(files)
  return (await runShow(laid, run)).diagnostics.find(one => one.rule === rule)
}

describe('a suggestion is near, or is not made, and never hides or ends a show', () => {
  test.each([
    ['<itunes:link>https://show.example/</itunes:link>', 'Write `<link>`: it has no prefix.'],
    ['<itunes:blocked>no</itunes:blocked>', undefined],
    ['<itunes:clock>1</itunes:clock>', undefined],
    ['<itunes:autor>Ada Pier</itunes:autor>', 'Write `<itunes:author>`.'],
  ])('in a feed: %s', (feed, help) => {
    const found = inFeed(feed, 'document/unknown-element')?.help
    if (help === undefined) expect(found).not.toContain('Write')
    else expect(found).toBe(help)
  })

  test.each(['clock: yes', 'compiled: yes', 'newFeeds: 3'])('in show.md: %s', async line => {
    const found = await inShow({ 'show.md': line }, 'front-matter/unknown-key')
    expect(found?.help).not.toMatch(/`(?:block|complete|newFeedUrl)`/)
    expect(found?.fix).toBeUndefined()
  })

  test('a slip in the name of what hides the show is named, and left to its author', async () => {
    const found = await inShow({ 'show.md': 'blok: yes' }, 'front-matter/unknown-key')
    expect(found?.help).toBe('Rename it to `block`.')
    expect(found?.fix).toBeUndefined()
  })

  test('what hides or ends a show is marked as such', () => {
    const grave = table.fields.filter(field => wordsOf(field, 'show')?.isGrave).map(({ key }) => key)
    expect(grave.sort()).toEqual(['block', 'complete', 'newFeedUrl'])
  })
})

describe('a message is true', () => {
  test('&gtgt; belongs to nobody, &eacute; to HTML', () => {
    const of = (text: string) => inFeed(`<title>${text}</title>`, 'document/well-formed')?.message
    expect(of('&gtgt;')).toMatch(/^&gtgt; is not the name of any character/)
    expect(of('Caf&eacute;')).toMatch(/^&eacute; is known to HTML, but not to XML/)
  })
})

describe('help is written from what is there', () => {
  test.each([
    ['20.11.2026', 'Write `2026-11-20`.'],
    ['05/06/2026', expect.stringMatching(/`2026-06-05`.*`2026-05-06`/)],
  ])('a date that is written %s', async (date, help) => {
    expect((await inShow({ '001.md': `date: ${date}` }, 'date/unreadable'))?.help).toEqual(help)
  })

  test('a date of a feed', () => {
    const found = inFeed('<item>\n<pubDate>20.11.2026</pubDate>\n</item>', 'document/date-form')
    expect(found?.help).toMatch(/^Write `Fri, 20 Nov 2026 /)
  })

  test('an address, an enclosure, an owner', async () => {
    expect(inFeed('<itunes:image href="/art/cover.jpg"/>', 'document/absolute-url')?.help).toContain(
      '`https://show.example/art/cover.jpg`',
    )
    expect(
      inFeed(
        '<item>\n<enclosure url="https://show.example/tides.m4a" length="992496"/>\n</item>',
        'document/enclosure-attributes',
      )?.help,
    ).toContain('`<enclosure url="https://show.example/tides.m4a" length="992496" type="audio/x-m4a"/>`')
    expect((await inShow({ 'show.md': '- owner\nauthor: Mara Quay' }, 'show/owner-email'))?.help).toContain(
      'name: Mara Quay',
    )
  })
})

describe('what the documents call required, and what a build asks for, agree', () => {
  test('with the bold fields and a description, a build misses only fields that say who refuses a show without them', async () => {
    const required = new Set(
      table.fields.filter(field => wordsOf(field, 'show')?.required).map(({ key }): string => key),
    )
    const { files } = lay({})
    const [, matter = '', body = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(String(files['show.md'])) ?? []
    const bold = matter.split('\n').filter(line => required.has(line.split(':', 1)[0]!))
    expect(bold.length).toBe(required.size)
    const { diagnostics } = await runShow(
      { ...files, 'show.md': `---\n${bold.join('\n')}\n---\n${body}` },
      { targets: undefined },
    )
    const missed = diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
    expect(missed).toEqual(['show/author-missing'])
    const author = table.fields.find(({ key, on }) => key === 'author' && 'show' in on)!
    expect(wordsOf(author, 'show')?.says).toContain('Spotify refuses a show without one')
  })
})
