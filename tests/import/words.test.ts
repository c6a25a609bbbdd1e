/** What an import makes of the words of a feed that are not where, or not as, they are expected. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { feedElements } from '../../src/feed/feed-elements.ts'
import { say } from '../support/terminal.ts'
import { builtFrom, imported, itemsIn, newBase } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

const described = (description: string): string =>
  oldItem(1).replace(/<description>.*<\/description>/s, `<description>${description}</description>`)

describe('tags that are not escaped', () => {
  const feed = (words: string, title: string): string =>
    oldFeed({
      items: [
        described(
          `<p>Hello <b>bold</b> ${words}, <a href="https://l.example/?a=1&amp;b=2">link</a>.</p><p>Two.</p>`,
        ).replace('<title>Talk 1<', `<title>Raw <i>${title}</i> &amp; more<`),
        oldItem(2).replace(
          /<description>.*<\/description>/s,
          '<content:encoded><h:div xmlns:h="http://www.w3.org/1999/xhtml"><!-- > --><h:p>Only <h:em>this</h:em> <![CDATA[a < b]]></h:p></h:div></content:encoded>',
        ),
      ],
    })

  test('are read as HTML, and told', async () => {
    const show = await imported(feed('world', 'html'), ...newBase)
    const one = show.read('episodes/001-raw-html-and-more.md')
    expect(one).toContain('title: Raw html & more\n')
    expect(one).toContain('\nHello **bold** world, [link](https://l.example/?a=1&b=2).\n\nTwo.\n')
    expect(show.read('episodes/002-talk-2.md')).toContain('\nOnly *this* a < b\n')
    expect(show.stderr).toContain(
      '001-raw-html-and-more.md: <title> and <description> hold tags that are not escaped',
    )
    expect(itemsIn(await builtFrom(show)).map(({ title }) => title)).toEqual(['Talk 2', 'Raw html & more'])
  })

  test('are compared by diff', async () => {
    const show = await imported(feed('world', 'html'), ...newBase)
    writeFileSync(join(show.cwd, 'new.xml'), feed('friends', 'xml'))
    const { stdout } = await say({ cwd: show.cwd }, 'diff', 'old.xml', 'new.xml')
    expect(stdout).toContain('Raw html & more → Raw xml & more')
    expect(stdout).toContain('[-world,-] {+friends,+}')
  })
})

test('markup inside of markup is looked at once, however deep it lies', () => {
  const deep = (levels: number): string =>
    `<description>${'<description>'.repeat(levels)}words${'</description>'.repeat(levels)}</description>`
  const xml = `<rss version="2.0"><channel>${deep(100)}<title>a<b/>c</title></channel></rss>`
  const [outer, title] = feedElements(xml).channel
  expect(outer?.text).toBe(`${'<description>'.repeat(100)}words${'</description>'.repeat(100)}`)
  expect(outer?.children[0]?.text).toBe('')
  expect(title?.text).toBe('ac')
})

describe('plain text', () => {
  test('keeps its lines, also those that end with an address', async () => {
    const text =
      'Tracklist:\n00:00 Intro\n05:00 Song A – Artist\n\nFollow:\nhttps://x.example/a\nhttps://x.example/b'
    const show = await imported({ items: [described(text)] }, ...newBase)
    expect(show.read('episodes/001-talk-1.md')).toContain(
      'Tracklist:\\\n00:00 Intro\\\n05:00 Song A – Artist\n\nFollow:\\\nhttps://x.example/a\\\nhttps://x.example/b\n',
    )
    expect(await builtFrom(show)).toContain('<a href="https://x.example/a">https://x.example/a</a><br>')
  })
})

describe('an item without a title', () => {
  const untitled = (more: string): string =>
    described('Tom &amp;amp; Jerry say &lt;b&gt;hi&lt;/b&gt;').replace('<title>Talk 1</title>', more)

  test('is called after its first words, as they are read', async () => {
    const show = await imported({ items: [untitled('')] }, ...newBase)
    expect(itemsIn(await builtFrom(show))[0]?.title).toBe('Tom & Jerry say hi')
    expect(show.stderr).not.toContain('already published')
  })

  test('is called as <itunes:title> says, where there is one', async () => {
    const show = await imported({ items: [untitled('<itunes:title>Only here</itunes:title>')] }, ...newBase)
    expect(itemsIn(await builtFrom(show))[0]?.title).toBe('Only here')
    expect(show.stderr).toContain('it had no <title>, so it is called as <itunes:title> says')
  })
})

describe('of the show', () => {
  const withChannel = (channel: string) => imported({ channel, items: [oldItem(1)] }, ...newBase)

  test('a summary that says something else than the description is told, and counted as left out', async () => {
    const show = await withChannel('<itunes:summary>Quite different words.</itunes:summary>')
    expect(show.stderr).toContain(
      'show.md: <itunes:summary>, "Quite different words.", is left out: <description> says something else',
    )
    expect(show.read('episodes/_import-report.md')).toContain(
      '| `itunes:summary` |  |  | 1 | the description counts |',
    )
    const same = await withChannel('<itunes:summary>Talks at  the quay.</itunes:summary>')
    expect(same.stderr).not.toContain('itunes:summary')
  })

  test('that it has moved on to another feed is told', async () => {
    const moved = (to: string) => withChannel(`<itunes:new-feed-url>${to}</itunes:new-feed-url>`)
    expect((await moved('https://brand.example/new')).stderr).toContain(
      'this feed has sent its subscribers on to https://brand.example/new; if that one is there, import it instead',
    )
    expect((await moved('http://old.example/salt.xml')).stderr).not.toContain('new-feed-url')
  })
})
