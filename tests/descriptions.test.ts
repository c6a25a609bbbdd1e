/** What a description comes to is what comes out in the feed, not what stands in the file. */

import { describe, expect, test } from 'vitest'
import type { Diagnostic, Example } from '../src/diagnostic.ts'
import { isBlankHtml } from '../src/units/blank.ts'
import { lay } from './support/lay.ts'
import { readFeed, textIn } from './support/read-feed.ts'
import { runShow } from './support/run.ts'
import { runFeed } from './support/run-feed.ts'

const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ rule, place }) => `${rule} ${place.file}:${place.line}:${place.column}`)

const run = async (example: Example) => {
  const { diagnostics, feed } = await runShow(lay(example).files)
  const item = readFeed(feed!).items.find(one => textIn(one['itunes:episode']) === '1')
  const ofFeed = runFeed(feed!).ids
  return {
    told: told(diagnostics),
    ofFeed,
    description: item.description && textIn(item.description),
    content: item['content:encoded'] && textIn(item['content:encoded']),
  }
}

/** All of these, and nothing else, stand below the front matter. */
const nothings: readonly (readonly [what: string, notes: string, alsoSaid: readonly string[]])[] = [
  ['nothing', '', []],
  ['spaces and empty lines', ' \n\n\t\n', []],
  ['a comment', '<!-- notes come here -->', []],
  ['a comment of several lines, never closed', '<!-- notes\ncome here', []],
  ['a frame', '<iframe src="https://player.example/1"></iframe>', ['notes/unsafe-html']],
  ['a style sheet', '<style>p { color: red }</style>', ['notes/unsafe-html']],
  ['where a link leads, and no link', '[r]: https://show.example/', []],
  ['a rule across the page', '---', []],
  ['an empty paragraph', '<p>&nbsp;</p>', []],
  ['empty tags, one in the other', '<div><b> </b></div>', []],
  ['characters that nobody sees', '\u200b\u2060&shy;&#8203;&#xFEFF;', []],
  ['an empty list item', '-', []],
]

describe('an episode has no description', () => {
  test.each(nothings)('where the notes are %s', async (_, notes, alsoSaid) => {
    const { told, ofFeed, description, content } = await run({ '001.md': `!notes ${notes}` })
    expect(description).toBeUndefined()
    expect(content).toBeUndefined()
    expect(told.map(line => line.split(' ')[0])).toEqual([...alsoSaid, 'episode/description-missing'].sort())
    expect(ofFeed).toEqual(['document/episode-description'])
  })

  test('and it is said where they stand', async () => {
    expect((await run({ '001.md': '!notes \n<!-- later -->\n' })).told).toEqual([
      'episode/description-missing episodes/001.md:9:1',
    ])
    expect((await run({ '001.md': 'description: "<!-- later -->"\n---\n' })).told).toEqual([
      'episode/description-missing episodes/001.md:7:14',
    ])
    expect((await run({ '001.md': '!notes ' })).told).toEqual([
      'episode/description-missing episodes/001.md:1:1',
    ])
  })
})

describe('a description that holds nothing', () => {
  test.each(['"<!-- later -->"', '"<p></p>"', '"&nbsp;"'])(
    '%s: the notes take its place',
    async description => {
      const { told, ofFeed, description: published } = await run({ '001.md': `description: ${description}` })
      expect(published).toContain('who keeps the light')
      expect([...told, ...ofFeed]).toEqual([])
    },
  )

  test('of the show, too', async () => {
    const { diagnostics, feed } = await runShow(lay({ 'show.md': 'description: "<!-- later -->"' }).files)
    expect(textIn(readFeed(feed!).channel.description)).toBe('Short talks about small ports.')
    expect(told(diagnostics)).toEqual([])
    const neither = await runShow(
      lay({ 'show.md': 'description: "<!-- later -->"\n---\n<!-- later -->\n' }).files,
    )
    expect(neither.ids).toEqual(['show/description-required'])
  })
})

describe('a picture, an emoji or a sign', () => {
  test.each(['![](https://show.example/1.jpg)', '🌊', '…', '<p>&rarr;</p>', '&#9835;'])(
    '%s is something to see',
    async notes => {
      const { told, ofFeed, description } = await run({ '001.md': `!notes ${notes}` })
      expect(description).not.toBe('')
      expect([...told, ...ofFeed].join()).not.toContain('description')
    },
  )
})

test('what a written description loses is told as what the notes lose', async () => {
  const { told } = await run({
    '001.md':
      'description: "Hi <script>x</script> [a](file:///a) [b](www.lights.example/b) <item>"\n---\nThe notes.\n',
  })
  expect(told).toEqual(
    ['bad-link', 'foreign-tag', 'link-scheme', 'unsafe-html'].map(
      name => `notes/${name} episodes/001.md:7:14`,
    ),
  )
})

test('a tag that the description of the show only names comes out as one, and is told', async () => {
  const { diagnostics } = await runShow(
    lay({ 'show.md': '---\nWhy `<script>` and `<a href="x">` are no toys.\n' }).files,
  )
  expect(told(diagnostics)).toEqual(['text/markup episodes/show.md:13:1'])
})

test('a comment in a text that is plain is told: apps show it', async () => {
  const { told } = await run({ '001.md': 'summary: Who keeps the light <!-- name her -->' })
  expect(told).toEqual(['text/markup episodes/001.md:7:10'])
})

test.each(['<b></b>', '<!-- x > y -->', '&nbsp;', '<!--', '<', '>', '<img', '&#'])(
  'a text of nothing but %s, very often, is looked through once',
  noise => {
    expect(isBlankHtml(noise.repeat(200_000))).toBe(!['<', '>', '<img', '&#'].includes(noise))
  },
)
