/** The short way from HTML to Markdown, held to the packages that read any HTML. */

import { describe, expect, test } from 'vitest'
import { sanitiseHtml } from '../../src/check/notes/sanitise.ts'
import { markdownOf, markdownOfAny } from '../../src/import/markdown.ts'
import { plainTree } from '../../src/import/plain-html.ts'
import fc from '../support/property.ts'

const base = { url: 'https://salt.example/' }

/** Blanks, line ends and marks as they stand in feeds, between words. */
const text = fc
  .array(
    fc.constantFrom(
      ...[
        'word',
        'Wörter',
        ' ',
        '  ',
        '\n',
        '\t',
        ' \n ',
        '&nbsp;',
        '1.',
        '2)',
        '-',
        '+ ',
        '# ',
        '*',
        '_',
        '`',
      ],
      ...[
        '(a)',
        '[b]',
        '!',
        '&amp;',
        '&lt;b&gt;',
        '~',
        '=',
        'https://a.example/x_y',
        '<br>',
        '<br>\n',
        '\\',
        '|',
        '"',
      ],
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''))

const html: fc.Arbitrary<string> = fc.letrec<{ readonly inline: string; readonly block: string }>(tie => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc
      .tuple(fc.constantFrom('b', 'strong', 'i', 'em', 'span'), fc.array(tie('inline'), { maxLength: 3 }))
      .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
    fc
      .array(tie('inline'), { maxLength: 3 })
      .map(inside => `<a href="https://a.example/?a=1&amp;b=2">${inside.join('')}</a>`),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.array(tie('inline'), { maxLength: 3 }).map(inside => inside.join('')),
    fc
      .tuple(fc.constantFrom('p', 'h2', 'h5'), fc.array(tie('inline'), { maxLength: 4 }))
      .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
    fc
      .tuple(fc.constantFrom('div', 'blockquote'), fc.array(tie('block'), { maxLength: 3 }))
      .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
    fc
      .tuple(
        fc.constantFrom('ul', 'ol', 'ol start="3"'),
        fc.array(fc.array(tie('block'), { maxLength: 2 }), { maxLength: 3 }),
        fc.constantFrom('', '\n', ' '),
      )
      .map(
        ([tag, items, space]) =>
          `<${tag}>${items.map(inside => `${space}<li>${inside.join('')}</li>`).join(space)}${space}</${tag.slice(0, 2)}>`,
      ),
    fc.constantFrom('<hr>', '\n', ' ', '<p></p>', '<p><br></p>', '<p>&nbsp;</p>'),
  ),
})).block

describe('HTML that nearly all notes are made of', () => {
  test('gives the Markdown that the packages make of it', () => {
    let plain = 0
    fc.assert(
      fc.property(fc.array(html, { maxLength: 4 }), pieces => {
        const { html: safe } = sanitiseHtml(pieces.join(''), base)
        if (plainTree(safe) !== undefined) plain++
        expect(markdownOf(safe)).toBe(markdownOfAny(safe))
      }),
      { numRuns: 2000 },
    )
    // Else it would prove nothing.
    expect(plain).toBeGreaterThan(1000)
  })

  test.each([
    '<table><tr><td>a</td></tr></table>',
    '<pre><code>a</code></pre>',
    '<p>H<sub>2</sub>O</p>',
    '<p><img src="https://a.example/i.png" alt="a"></p>',
    '<p>a<div>b</div></p>',
    '<b><p>a</p></b>',
    '<ul>a<li>b</li></ul>',
    '<li>a</li>',
    '<p><a href="https://a.example/" title="t">a</a></p>',
    '<p>a',
    '<p>a</div>',
    '<p>&euro;</p>',
  ])('%s is for the packages', html => {
    expect(plainTree(html)).toBeUndefined()
  })
})
