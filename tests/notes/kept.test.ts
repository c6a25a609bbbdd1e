/** What notes say is kept: the direction of a text, ruby, quotes, links between episodes; and what cannot be kept is told. */

import { describe, expect, it, test } from 'vitest'
import { renderNotes } from '../../src/check/notes/notes.ts'
import { saidOnce } from '../../src/report/said-once.ts'
import { inDirection, isRightToLeft } from '../../src/units/direction.ts'
import { leadingBlocks } from '../../src/units/leading-blocks.ts'
import { byteLength } from '../../src/units/text.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import fc from '../support/property.ts'
import { type Run, runShow } from '../support/run.ts'

const url = 'https://show.example/feed/'
const render = async (markdown: string, page?: string) => renderNotes(markdown, { url, page })
const html = async (markdown: string, page?: string): Promise<string> => (await render(markdown, page)).html
const episodeOf = ({ podcast }: Run) => podcast!.releases.find(({ stem }) => stem === '001')!.episode
const kinds = async (markdown: string) => (await render(markdown)).problems.map(({ kind }) => kind)

describe('HTML in notes keeps', () => {
  it.each([
    '<p dir="rtl" lang="he">שלום</p>',
    '<p><bdi>אבג</bdi> and <bdo dir="ltr">123</bdo></p>',
    '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>',
    '<p>She said <q lang="fr">non</q>.</p>',
  ])('%s', async markdown => expect(await html(markdown)).toBe(markdown))

  it('no other value of these', async () => {
    expect(await html('<p dir="javascript:x" lang="a b">x</p>')).toBe('<p>x</p>')
  })

  it('the quotes of <q> in plain text', async () => {
    expect((await render('<p>She said <q>no</q>, twice.</p>')).text()).toBe('She said “no”, twice.')
  })
})

describe('what looks like an e-mail address', () => {
  it.each(['Astro@4.1', 'deno@1.30', 'user@localhost'])('%s is none', async text => {
    expect(await html(`Use ${text} today`)).toBe(`<p>Use ${text} today</p>`)
  })

  it.each(['me@show.example', 'a.b+c@mail.show.museum'])('%s is one', async text => {
    expect(await html(`Write to ${text}.`)).toBe(`<p>Write to <a href="mailto:${text}">${text}</a>.</p>`)
  })

  it('also as the target of a link', async () => {
    expect(await html('[Write](me@show.example)')).toBe('<p><a href="mailto:me@show.example">Write</a></p>')
  })
})

describe('a link to a part of the page', () => {
  it('leads to the page of the episode', async () => {
    const page = 'https://show.example/b'
    expect(await html('[01:15](#t=01:15)', page)).toBe(
      '<p><a href="https://show.example/b#t=01:15">01:15</a></p>',
    )
    expect(await html('<a href="#top">Up</a>', page)).toBe(
      '<p><a href="https://show.example/b#top">Up</a></p>',
    )
  })

  it('is plain text where the episode has no page', async () => {
    expect(await html('[01:15](#t=01:15) Storm')).toBe('<p>01:15 Storm</p>')
    expect(await kinds('[01:15](#t=01:15) Storm')).toEqual([])
  })
})

describe('a link to another episode', () => {
  const first = (body: string, more = {}) => ({
    ...goodShow(),
    '001.md': documentOf(frontMatter['001.md'], body),
    ...more,
  })

  test('leads to the page that it names', async () => {
    const run = await runShow(first('See [tides](002.md) and [there](./002.md#low).\n'))
    expect(run.ids).toEqual([])
    expect(run.feed).toContain(
      '&lt;a href="https://show.example/2">tides&lt;/a>'.replace('&lt;', '<').replace('&lt;', '<'),
    )
    expect(run.feed).toContain('https://show.example/2#low')
    expect(run.feed).not.toContain('002.md')
  })

  test('without a page is said, and its words are left', async () => {
    const { link: _, ...others } = frontMatter['002.md']
    const run = await runShow(first('See [tides](002.md).\n', { '002.md': documentOf(others, 'Notes.\n') }))
    expect(run.ids).toContain('notes/episode-link')
    expect(run.feed).toContain('See tides.')
  })
})

describe('remains of a site generator', () => {
  it.each(['{{ page.title }}', '{% include player.html id="1" %}', '{{< youtube abc >}}', '{{% note %}}'])(
    '%s are told',
    async text => {
      expect(await kinds(`Hear ${text} now`)).toEqual(['template'])
      expect(await kinds(`Hear \`${text}\` now`)).toEqual([])
      expect(await kinds(`\`\`\`\n${text}\n\`\`\``)).toEqual([])
    },
  )

  it.each(['A set {1, 2} and {{1}, {2}}', 'f(x) = {x : x > 0}', '50 %} of it'])('%s is text', async text => {
    expect(await kinds(text)).toEqual([])
  })

  test('of a whole file are told as one warning, and a program gets every place', async () => {
    const body = Array.from({ length: 30 }, (_, i) => `Hear {{ page.n${i} }}\n`).join('\n')
    const { diagnostics } = await runShow({
      ...goodShow(),
      '001.md': documentOf(frontMatter['001.md'], body),
    })
    expect(diagnostics.map(({ rule }) => rule)).toEqual(Array(30).fill('notes/template'))
    expect(new Set(diagnostics.map(({ place }) => place.line)).size).toBe(30)
    expect(saidOnce(diagnostics).map(({ message }) => message)).toEqual([
      "the notes contain 30 placeholders of a web site's template, which listeners would see as they are written",
    ])
  })
})

describe("kramdown's", () => {
  it('attributes of links are not shown', async () => {
    expect(await html('[a](https://a.example){:target="_blank"} and *b*{: .x}.')).toBe(
      '<p><a href="https://a.example">a</a> and <em>b</em>.</p>',
    )
    expect(await html('Write {:x} in Ruby')).toBe('<p>Write {:x} in Ruby</p>')
  })

  it('markdown="1" makes Markdown of what an element holds', async () => {
    expect(await html('<div class="links" markdown="1">\n* [a](https://a.example)\n* b\n</div>')).toBe(
      '<div><ul>\n<li><a href="https://a.example">a</a></li>\n<li>b</li>\n</ul>\n</div>',
    )
  })
})

describe('right to left', () => {
  it.each(['he', 'fa-IR', 'ar', 'ur', 'az-Arab'])('%s is', language =>
    expect(isRightToLeft(language)).toBe(true),
  )
  it.each(['en', 'de-AT', 'ar-Latn', 'ha', ''])('"%s" is not', language =>
    expect(isRightToLeft(language)).toBe(false),
  )

  test('the notes and the description of such a show say so', async () => {
    const show = documentOf({ ...frontMatter['show.md'], language: 'he' }, 'פודקאסט.\n')
    const run = await runShow({
      ...goodShow(),
      'show.md': show,
      '001.md': documentOf({ ...frontMatter['001.md'], description: 'שלום' }, 'עולם\n'),
    })
    expect(episodeOf(run)).toMatchObject({
      content: '<div dir="rtl"><p>עולם</p></div>',
      description: '<div dir="rtl"><p>שלום</p></div>',
    })
    expect(inDirection('', 'he')).toBe('')
  })
})

describe('notes without a description', () => {
  test('stand in for it as far as every app shows them, in whole blocks, and stay whole themselves', async () => {
    const body = Array.from(
      { length: 200 },
      (_, i) => `Paragraph ${i} of [many](https://a.example/${i}).\n`,
    ).join('\n')
    const run = await runShow({ ...goodShow(), '001.md': documentOf(frontMatter['001.md'], body) })
    expect(run.ids).toEqual([])
    const episode = episodeOf(run)
    expect(episode.content).toContain('Paragraph 199')
    expect(byteLength(episode.description)).toBeLessThanOrEqual(4000)
    expect(byteLength(episode.description)).toBeGreaterThan(3800)
    expect(episode.content.startsWith(episode.description)).toBe(true)
    expect(episode.description.endsWith('</p>')).toBe(true)
  })

  it('a first paragraph that is too long is cut at a sentence, else at a word', () => {
    const sentences = `<p>${'One more <b>word</b> &amp; a stop. '.repeat(300)}</p>`
    expect(leadingBlocks(sentences, 400)).toMatch(/^<p>One more word &amp; a stop\. .* a stop\. …<\/p>$/)
    expect(leadingBlocks(`<p>${'word '.repeat(3000)}</p>`, 400)).toMatch(/ word …<\/p>$/)
    expect(leadingBlocks(`<p>${'漢'.repeat(3000)}</p>`, 400)).toMatch(/^<p>漢+ …<\/p>$/)
  })

  it('of a long list, the items that fit', () => {
    const list = `<ul>\n${'<li><a href="https://a.example/">An item</a></li>\n'.repeat(300)}</ul>`
    const kept = leadingBlocks(list, 1000)
    expect(kept).toMatch(/^<ul>\n?(<li><a href="https:\/\/a\.example\/">An item<\/a><\/li>\n?)+<\/ul>$/)
  })

  it('whatever the notes: never longer, never empty, every tag closed', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            'word ',
            '\n\n',
            '* a\n',
            '> b\n',
            '[x](https://x.example) ',
            '<div>',
            '</div>',
            '**b** ',
            'é漢 ',
            '| a |\n|--|\n| b |\n',
            '# h\n',
          ),
          {
            minLength: 30,
            maxLength: 300,
          },
        ),
        fc.integer({ min: 60, max: 600 }),
        async (parts, limit) => {
          const whole = await html(`Begin. ${parts.join('')}`)
          const kept = leadingBlocks(whole, limit)
          expect(byteLength(kept)).toBeLessThanOrEqual(limit)
          expect(kept.replace(/<[^>]*>/g, '').trim()).not.toBe('')
          const open: string[] = []
          for (const [, slash, name] of kept.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g))
            if (!/^(?:br|hr|img)$/.test(name!)) slash ? expect(open.pop()).toBe(name) : open.push(name!)
          expect(open).toEqual([])
        },
      ),
      { numRuns: 150 },
    ))
})
