/** Texts that should be plain, and in which somebody wrote HTML, as many feeds have them. */

import { describe, expect, test } from 'vitest'
import { plainOf } from '../../src/syntax/visible-html.ts'
import { documentOf } from '../support/good-show.ts'
import { pagesOf, showWithPages } from '../support/page-show.ts'

describe('what is seen of HTML in a plain text', () => {
  test.each([
    ['<p>Hello <b>you</b></p>', 'Hello you'],
    ['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['One<br>two<br />\nthree', 'One\ntwo\nthree'],
    ['<ul>\n  <li>rope</li>\n  <li>salt</li>\n</ul>', 'rope\n\nsalt'],
    ['Salt &amp; rope', 'Salt & rope'],
    ['<p>Salt &amp; rope, caf&eacute;&nbsp;au lait</p>', 'Salt & rope, café\u00a0au lait'],
    ['A <em>b</em>\nc', 'A b\nc'],
    ['&lt;b&gt; is a tag', '<b> is a tag'],
    ['a <!-- not seen --> b <script>alert("x")</script>c', 'a b c'],
    ['I <3 harbours, and 1 < 2', 'I <3 harbours, and 1 < 2'],
    ['Generics: List<T>, <harbour>', 'Generics: List<T>, <harbour>'],
    ['Plain,\n\nas it is  written', 'Plain,\n\nas it is  written'],
    ['<p></p>', ''],
    ['<p never ends', '<p never ends'],
  ])('%j', (written, seen) => {
    expect(plainOf(written)).toBe(seen)
  })
})

describe('a show with HTML in its description and in a summary', async () => {
  const description = '<p>Hello <b>you</b> &amp; me.</p><p>Second.</p>'
  const summary = '<p>A <i>night</i> on the light.</p>'
  const { page, feed } = await pagesOf({
    'show.md': showWithPages({ description: JSON.stringify(description) }, ''),
    '001.md': documentOf({ title: 'One', date: '2026-01-05', summary: JSON.stringify(summary) }, 'x\n'),
  })
  const pages = ['index.html', '001/index.html', '001/embed.html', 'site/search-index.js']
    .map(page)
    .join('\n')

  test('no page, card, data or index shows a tag', () => {
    expect(pages).not.toMatch(/&lt;\/?[pbi]&gt;|\\u003c|&amp;amp;/)
    for (const text of [
      '<p class="lines">Hello you &amp; me.\n\nSecond.</p>',
      '<meta name="description" content="Hello you &amp; me.\n\nSecond.">',
      '"description":"Hello you & me.\\n\\nSecond."',
      '<p class="lead lines">A night on the light.</p>',
      '<meta property="og:description" content="A night on the light.">',
      '<p class="item-summary"><bdi>A night on the light.</bdi></p>',
      '"description":"A night on the light."',
    ])
      expect(pages).toContain(text)
  })

  test('the feed says what was written', () => {
    expect(feed).toContain(
      '<description>&lt;p&gt;Hello &lt;b&gt;you&lt;/b&gt; &amp;amp; me.&lt;/p&gt;&lt;p&gt;Second.&lt;/p&gt;',
    )
    expect(feed).toContain('<itunes:summary>&lt;p&gt;A &lt;i&gt;night&lt;/i&gt; on the light.&lt;/p&gt;')
  })
})

test('a tag that the text below the front matter shows as text stays one', async () => {
  const { page } = await pagesOf({ 'show.md': showWithPages({}, 'What `<b>` is for.\n') })
  expect(page('index.html')).toContain('<meta name="description" content="What &lt;b&gt; is for.">')
})
