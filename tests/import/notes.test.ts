/** HTML → Markdown → HTML: what is seen is the same, whatever the notes. */

import { describe, expect, test } from 'vitest'
import { sanitiseHtml } from '../../src/check/notes/sanitise.ts'
import { slugOf, stemsOf } from '../../src/import/file-names.ts'
import { frontMatterText } from '../../src/import/front-matter.ts'
import { normalHtml } from '../../src/import/normal-html.ts'
import { notesOf } from '../../src/import/notes.ts'
import { readFrontMatter } from '../../src/load/front-matter.ts'
import { foldedName } from '../../src/units/file-name.ts'
import { anyLine } from '../support/any-text.ts'
import fc from '../support/property.ts'

const base = 'https://salt.example/'
const written = (html: string) => notesOf(html, { base, isOurs: false })

describe('notes', () => {
  test.each([
    ['<p>One <b>two</b> <i>three</i>.</p>', 'One **two** *three*.'],
    ['<p>AT&amp;T, R&amp;D &amp; Q&amp;A</p>', 'AT&T, R&D & Q&A'],
    ['<p>Written as &amp;amp; or \\&amp;#38;</p>', 'Written as \\&amp; or \\\\\\&#38;'],
    ['One<br>two<br><br>three', 'One\\\ntwo\n\nthree'],
    [
      '<ul><li>One</li><li><a href="https://a.example/">Two</a></li></ul>',
      '- One\n- [Two](https://a.example/)',
    ],
    ['<p><strong>One </strong>two</p>', '**One** two'],
    ['<p><strong>One<br></strong>two<em><br>three</em></p>', '**One**\\\ntwo\\\n*three*'],
    ['<p>One<a href="https://a.example/"> two </a>three</p>', 'One [two](https://a.example/) three'],
    ['<pre><code>a &lt; b\n  c</code></pre>', '```\na < b\n  c\n```'],
    ['<p>A * star, a _line_ and [brackets]</p>', 'A \\* star, a \\_line\\_ and \\[brackets]'],
    [
      'Plain text,\nof two lines.\n\nAnd https://a.example/b_c_d',
      'Plain text,\\\nof two lines.\n\nAnd https://a.example/b_c_d',
    ],
    [
      'Text whose lines were broken by an editor, since they were too\nlong for it.',
      'Text whose lines were broken by an editor, since they were too\nlong for it.',
    ],
    ['Indented\n      as XML is', 'Indented\nas XML is'],
    [
      'We are on social media, each week - www.one.example/our-show\nFind our chats and clips there - www.two.example/our-show\nWrite to us whenever you like - www.three.example/our-show',
      'We are on social media, each week - www.one.example/our-show\\\nFind our chats and clips there - www.two.example/our-show\\\nWrite to us whenever you like - www.three.example/our-show',
    ],
    ['Salt &amp; rope.\n\nOn the web\nand on air', 'Salt & rope.\n\nOn the web\\\nand on air'],
    ['Not a tag: &lt;b&gt;\n\nA second one', 'Not a tag: \\<b>\n\nA second one'],
    [
      'Salt.&nbsp;\n\nWith <b>Pat</b>, of\n<a href="https://a.example/">Rope</a>',
      'Salt.\n\nWith **Pat**, of\\\n[Rope](https://a.example/)',
    ],
    ['<b>Pat</b> and\nKim', '**Pat** and Kim'],
    ['<p>One\n\nand <b>two</b></p>', 'One and **two**'],
    ['<h3>Links</h3><p>x</p>', '### Links\n\nx'],
    ['<p><a href="/rope">Rope</a></p>', '[Rope](https://salt.example/rope)'],
  ])('%s', async (html, text) => {
    expect(await written(html)).toMatchObject({ text, kind: 'markdown', isChanged: false })
  })

  test.each([
    [
      '<p>H<sub>2</sub>O, <b>wet</b></p><ul><li>E=mc<sup>2</sup></li></ul>',
      'H<sub>2</sub>O, **wet**\n\n- E=mc<sup>2</sup>',
    ],
    ['Press <kbd>Ctrl</kbd>+<kbd>C</kbd>', 'Press <kbd>Ctrl</kbd>+<kbd>C</kbd>'],
    [
      '<p>See <em>it</em>:</p><p><img src="https://a.example/1.jpg" width="600" alt="Quay"></p>',
      'See *it*:\n\n<img src="https://a.example/1.jpg" width="600" alt="Quay">',
    ],
    [
      '<p>See <em>it</em>:</p>\n\n<figure>\n\n<img src="https://a.example/1.jpg" alt="">\n<figcaption>The <b>quay</b></figcaption></figure>\n<p>So</p>',
      'See *it*:\n\n<figure>\n<img src="https://a.example/1.jpg" alt="">\n<figcaption>The <b>quay</b></figcaption></figure>\n\nSo',
    ],
    [
      '<h2>Times</h2><table><tr><td colspan="2">Salt</td></tr></table>',
      '## Times\n\n<table><tr><td colspan="2">Salt</td></tr></table>',
    ],
  ])('what Markdown has no marks for stays HTML, and the rest becomes Markdown: %s', async (html, text) => {
    expect(await written(html)).toMatchObject({ text, kind: 'markdown', isChanged: false })
  })

  test('what Markdown cannot say at all stays HTML', async () => {
    const html = '<table><tr><th>Salt</th></tr><tr><td><ul><li>Rope</li></ul></td></tr></table>'
    expect(await written(html)).toMatchObject({ kind: 'html', text: html, isChanged: false })
  })

  test('what no feed may have is named', async () => {
    const { text, removed } = await written('<p>One</p><script>alert(1)</script>')
    expect(text).toBe('One')
    expect(removed).toEqual(['<script>'])
  })

  const inline: fc.Arbitrary<string> = fc.letrec<{ readonly node: string }>(tie => ({
    node: fc.oneof(
      { depthSize: 'small' },
      anyLine.map(text => text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`)),
      fc.constantFrom(
        '<br>',
        ' ',
        '&nbsp;',
        'https://a.example/x_y',
        '<img src="https://a.example/i.png" alt="a">',
      ),
      fc
        .tuple(
          fc.constantFrom('b', 'i', 'em', 'strong', 'u', 'span', 'code', 'sub'),
          fc.array(tie('node'), { maxLength: 3 }),
        )
        .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
      fc
        .array(tie('node'), { maxLength: 2 })
        .map(inside => `<a href="https://a.example/?a=1&amp;b=2">${inside.join('')}</a>`),
    ),
  })).node
  const block = fc
    .tuple(
      fc.constantFrom('p', 'div', 'h3', 'blockquote', 'li', 'pre', 'td', 'none'),
      fc.array(inline, { maxLength: 4 }),
    )
    .map(([tag, inside]) => {
      const text = inside.join('')
      if (tag === 'none') return text
      if (tag === 'li') return `<ul>\n<li>${text}</li><li>x</li></ul>`
      if (tag === 'td') return `<table><tr><th>a</th></tr><tr><td>${text}</td></tr></table>`
      return `<${tag}>${text}</${tag}>`
    })

  test('property: nothing that is seen is changed unseen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 5 }), async blocks => {
        const html = blocks.join('\n')
        const notes = await written(html)
        const wanted = normalHtml(sanitiseHtml(html.trim(), { url: base }).html)
        if (notes.kind === 'none') expect(notes.text).toBe('')
        // Whatever form it has: it is the same to see, or it is said that it is not.
        else if (!notes.isChanged) expect(normalHtml(notes.html)).toBe(wanted)
        expect(notes.html.replace(/<[^>]*>/g, '').replace(/[\s\u00a0]+/g, '')).toBe(
          sanitiseHtml(html.trim(), { url: base })
            .html.replace(/<[^>]*>/g, '')
            .replace(/[\s\u00a0]+/g, ''),
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('front matter', () => {
  const value = fc.letrec<{ readonly value: unknown }>(tie => ({
    value: fc.oneof(
      { depthSize: 'small' },
      anyLine,
      fc.array(anyLine, { minLength: 2, maxLength: 4 }).map(lines => lines.join('\n')),
      fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/), tie('value'), {
        minKeys: 1,
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  })).value

  test('property: what is written is read as it was', () => {
    fc.assert(
      fc.property(value, written => {
        const { data, problems } = readFrontMatter(
          `---\n${frontMatterText([{ key: 'key', value: written as never }])}---\n`,
        )
        expect(problems).toEqual([])
        expect(JSON.parse(JSON.stringify(data))).toEqual({ key: written })
      }),
      { numRuns: 500 },
    )
  })
})

describe('file names', () => {
  test.each([
    ['Über Möwen & Meer', 'uber-mowen-and-meer'],
    ["Ada's talk: #1?", 'adas-talk-1'],
    ['Straße', 'strasse'],
    ['港の灯台', '港の灯台'],
    ['../../etc/passwd', 'etc-passwd'],
    ['…', ''],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  const named = fc.record({
    title: fc.oneof(anyLine, fc.constantFrom('CON', 'show', 'README', 'a'.repeat(400), '灯'.repeat(200))),
    season: fc.option(fc.nat(3), { nil: undefined }),
    episode: fc.option(fc.nat(12), { nil: undefined }),
    stem: fc.constant(undefined),
  })

  test('property: safe on every system, no two alike, the same on every run, and older ones stay when one is added', () => {
    fc.assert(
      fc.property(fc.array(named, { maxLength: 20 }), episodes => {
        const stems = stemsOf(episodes)
        expect(new Set(stems.map(foldedName)).size).toBe(stems.length)
        for (const stem of stems) {
          expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(200)
          expect(stem).not.toMatch(
            /[<>:"/\\|?*\p{Cc}\s]|^[._-]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d|show|readme)$/iu,
          )
          expect(stem).not.toBe('')
        }
        expect(stemsOf(episodes)).toEqual(stems)
      }),
    )
  })
})
