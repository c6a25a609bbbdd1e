import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/check/notes/html.ts'
import { parseMarkdown } from '../../src/check/notes/markdown.ts'
import { renderNotes } from '../../src/check/notes/notes.ts'
import { sanitiseHtml } from '../../src/check/notes/sanitise.ts'
import { growthLater, LINEAR } from '../support/growth.ts'
import fc from '../support/property.ts'
import { offence } from './strict-scanner.ts'

const base = { url: 'https://show.example/notes/7/' }

const PLAIN_FRAGMENTS = [
  ...[
    'a',
    'b c',
    ' ',
    '  \n',
    '\n',
    '\n\n',
    '\t',
    '\\',
    '&',
    '&amp;',
    '&lt;b&gt;',
    '&#x3c;',
    '&copy',
    '&bogus;',
    '&#0;',
    '&#13;',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '```\n',
    '~~~ x"y\n',
    '#',
    '# ',
    '> ',
    '- ',
    '1. ',
    '7) ',
    '- [ ] ',
    '- [x] ',
    '---\n',
    '===\n',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '](<',
    '>)',
    '[x](y "t\'")',
    '[r]',
    '[r]: /x "y"\n',
    '![i](j.png)',
    '|',
    '|a|b|\n|-|:-:|\n|1|2|\n',
  ],
  ...[
    'https://e.example/a_b*c',
    'http://é.example/ü?q=ö',
    'www.e.example',
    'x@e.example',
    '<https://e.example/>',
    '://',
    '"',
    "'",
  ],
  ...[
    'javascript:alert(1)',
    '[x](javascript:alert(1))',
    '[x](java\\\nscript:x)',
    '[x](&#106;avascript&colon;x)',
    '![x](data:image/png;base64,AA)',
    '[x](vbscript:x)',
  ],
  ...[
    '[x](//e.example)',
    '[x](#f)',
    '[x](?q)',
    '[x](mailto:a@b)',
    '[x](tel:+32)',
    '[x](http://[)',
    '[x](C:\\\\a)',
    '"onclick="',
    '00:00 Intro\n',
    '12:00 Outro',
  ],
  ...[
    ']]>',
    '</item>',
    '\u2028',
    '\u00A0',
    '\u200C',
    '\u202E',
    '🎙️',
    'شبانه',
    '\u0000',
    '\u000B',
    '\u001B',
    '\uFFFE',
    '\uD83C',
    '\uDF99',
    '{{< x >}}',
    '{% raw %}',
    '\r\n',
    '\r',
  ],
]
const HTML_FRAGMENTS = [
  ...[
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<div class="x">',
    '</div>',
    '<a href=',
    '<a href="x">',
    '</a>',
    '<a name=x>',
    '<br/>',
    '<br>',
    '<hr>',
    '<img src=x onerror=alert(1)>',
    '<img alt="a" src="data:x">',
  ],
  ...[
    '<script>',
    '</script>',
    '<script src=x></script>',
    '<div>&#1;&#xFFFE;&#xD800;&#13;',
    '<style>a{}</style>',
    '<iframe src="x">',
    '</iframe>',
    '<svg onload=x>',
    '<math><mi xlink:href="javascript:x">',
    '</svg>',
    '<svg><style><img src=x onerror=x></style></svg>',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- c -->',
    '<!-->',
    '<!--->',
    '--!>',
    '<![CDATA[',
    '<?php ',
    '?>',
    '<!DOCTYPE x>',
    '<',
    '>',
    '</',
    '<x',
    '<a b=\'"\' c="\'"',
    '/>',
    '<table><tr><td colspan=2>',
    '</table>',
    '<li>',
    '<ul>',
    '<ol start="-3">',
  ],
  ...[
    '<a href="java\nscript:x">',
    '<a href=" &#1; javascript:x">',
    '<a href="//e.example" title="&quot;<>">',
    '<p style="x:expression(y)">',
    '<noscript><p title="</noscript><img src=x onerror=x>">',
    '<textarea>',
    '<title>',
    '<xmp><b>',
    '<plaintext>',
    '<form action=x><input>',
    '<base href=x>',
    '<object data=x>',
    '<embed src=x>',
    '<details open><summary>',
    '<time datetime="2026-05-09">',
    '<span onclick=x>',
  ],
]
const markdownOf = (fragments: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...fragments) },
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 24 },
    )
    .map(parts => parts.join(''))

const isWellFormed = (html: string): boolean => {
  let failed = false
  const parser = new SaxesParser()
  parser.on('error', () => {
    failed = true
  })
  parser.write(`<notes>${html.replace(/<(br|hr|img)((?: [^>]*)?)>/g, '<$1$2/>')}</notes>`).close()
  return !failed
}

describe('whatever the Markdown holds', () => {
  it('the HTML is of the allowed kind, well-formed and without a forbidden character', () =>
    fc.assert(
      fc.asyncProperty(markdownOf([...PLAIN_FRAGMENTS, ...HTML_FRAGMENTS]), async markdown => {
        const { html } = await renderNotes(markdown, base)
        expect(offence(html)).toBeUndefined()
        expect(isWellFormed(html)).toBe(true)
      }),
      { numRuns: 500 },
    ))

  it('is safe without a sanitiser as long as it holds no raw HTML: the sanitiser finds nothing to change', () =>
    fc.assert(
      fc.property(markdownOf(PLAIN_FRAGMENTS), markdown => {
        const rendering = renderHtml(parseMarkdown(markdown.toWellFormed()), base, 1 << 20)!
        fc.pre(!rendering.hasRawHtml)
        expect(sanitiseHtml(rendering.html, base)).toEqual({ html: rendering.html, remarks: [] })
      }),
      { numRuns: 500 },
    ))

  it('comes out the same twice, and a second sanitiser finds nothing to remove', () =>
    fc.assert(
      fc.asyncProperty(markdownOf([...PLAIN_FRAGMENTS, ...HTML_FRAGMENTS]), async markdown => {
        const { html } = await renderNotes(markdown, base)
        expect((await renderNotes(markdown, base)).html).toBe(html)
        expect(sanitiseHtml(html, base).remarks).toEqual([])
      }),
      { numRuns: 300 },
    ))

  it('a problem points into the Markdown', () =>
    fc.assert(
      fc.asyncProperty(markdownOf([...PLAIN_FRAGMENTS, ...HTML_FRAGMENTS]), async markdown => {
        for (const { start, end } of (await renderNotes(markdown, base)).problems) {
          if (start === undefined || end === undefined) continue
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(markdown.length)
        }
      }),
      { numRuns: 300 },
    ))

  it('the plain text holds no tag, no entity of ours and no space at a line end', () =>
    fc.assert(
      fc.asyncProperty(
        markdownOf([
          'a',
          'b c',
          '\n',
          '\n\n',
          '*',
          '- ',
          '1. ',
          '> ',
          '[x](y)',
          '<b>',
          '<p>',
          '<div>',
          '<br>',
          '  \n',
          '|a|b|\n|-|-|\n|1|2|\n',
        ]),
        async markdown => {
          const text = (await renderNotes(markdown, base)).text()
          expect(text).not.toMatch(/<[a-z/]|[ \t]\n|\n{3}|^\s|\s$/)
        },
      ),
      { numRuns: 300 },
    ))
})

it('the sanitiser takes a tag named like a property of every object', () =>
  expect(sanitiseHtml('<constructor a=b>x</constructor><p toString=1 constructor=2>y</p>', base)).toEqual({
    html: 'x<p>y</p>',
    remarks: [],
  }))

describe('a text made to be slow', () => {
  const long = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))
  // At this length marked 18 takes 40 s for the first, and overflows the stack on the quotes and lists.
  it.each<[string, (n: number) => string]>([
    ['emphasis that never closes', n => long('*a_', n)],
    ['nested emphasis', n => `${long('*a **a ', n / 2)}${long('b** b*', n / 2)}`],
    ['brackets', n => long('[', n)],
    ['images in images', n => long('![', n)],
    ['links in links', n => `${long('[', n / 3)}a${long('](b)', (2 * n) / 3)}`],
    ['nested quotes', n => `${long('>', n)}a`],
    ['nested lists', n => `${long('- ', n)}a`],
    ['quotes in lists', n => `${long('- > ', n)}a`],
    ['a list with a lazy paragraph', n => `- a\n${long('b\n', n)}`],
    ['backticks', n => Array.from({ length: Math.sqrt(2 * n) }, (_, i) => '`'.repeat(i)).join(' ')],
    ['a table of bars', n => `${long('a|', n / 3)}\n${long('-|', n / 3)}\n${long('a|', n / 3)}`],
    ['addresses', n => long('a.b@c.', n)],
    ['parentheses after a URL', n => `https://a.example/${long(')', n)}`],
    ['entities after a URL', n => `https://a.example/${long('&amp;', n)}`],
    ['a long link named again and again', n => `[a]: /${long('b', n / 2)}\n\n${long('[a] ', n / 2)}`],
    ['relative links', n => long('[a](b) ', n)],
    ['control characters', n => long('\u0001a', n)],
    ['tags that never close', n => `a ${long('<b>', n)}`],
    ['anchors that never close', n => `a ${long('<a href=x>', n)}`],
    ['tags that never opened', n => `a ${long('</b>', n)}`],
    ['a tag of attributes', n => `a <p ${long('a="b" ', n)}>`],
    ['open comments', n => long('<!-- ', n)],
    ['a million characters', n => long('a b *c* ', 16 * n)],
    ['too many characters', n => long('a b c\n', 16 * n + n)],
  ])('takes time in proportion: %s', async (_, make) => {
    const render = async (markdown: string) => {
      const notes = await renderNotes(markdown, base)
      notes.text()
      return notes
    }
    expect(await growthLater(make, 7500, render)).toBeLessThan(LINEAR)
    const notes = await render(make(60_000))
    if (notes.html.length < 500_000) expect(offence(notes.html)).toBeUndefined()
    expect(notes.problems.length).toBeLessThan(200)
  })
})
