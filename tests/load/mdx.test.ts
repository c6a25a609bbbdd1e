/** What belongs to the program of a web page is left out of an `.mdx` file's notes, and the Markdown around it stays. */

import { describe, expect, test } from 'vitest'
import { readMdx } from '../../src/load/mdx.ts'
import fc from '../support/property.ts'

const lines = (...all: string[]): string => all.join('\n')
const lost = (source: string): readonly string[] => readMdx(source).lost.map(({ what }) => what)

describe('is left out', () => {
  test.each<[what: string, source: string, text: string, lost: string[]]>([
    ['a component', 'Before\n\n<Player src="a.mp3" />\n\nAfter', 'Before\n\n\n\nAfter', ['<Player>']],
    ['one with a dot', '<Toggle.On>x</Toggle.On>', 'x', ['<Toggle.On>', '<Toggle.On>']],
    [
      'a custom element',
      'a <lite-youtube videoid="x"></lite-youtube> b',
      'a  b',
      ['<lite-youtube>', '<lite-youtube>'],
    ],
    ['a fragment', '<>a **b**</>', 'a **b**', []],
    [
      'over several lines',
      '<Chart\n  data={[\n    1,\n  ]}\n  title="a > b"\n/>\n\nAfter',
      '\n\nAfter',
      ['<Chart>'],
    ],
    ['an arrow in an attribute', 'a <B onClick={() => 1} /> c', 'a  c', ['<B>']],
    ['braces in a string in an attribute', 'a <B x={"}"} y={`}`} z={/}/} /> c', 'a  c', ['<B>']],
    ['a component in an attribute', 'a <B icon={<C d="e" />} /> c', 'a  c', ['<B>']],
    ['an expression', 'Since {new Date().getFullYear()}.', 'Since .', ['{…}']],
    ['one with elements in it', "a {all.map(one => <li>it's {one}</li>)} b", 'a  b', ['{…}']],
    ['an import', "import A from 'a'\nimport {\n  b,\n} from 'b'\n\nText", '\n\nText', ['import']],
    ['an import of all', "import * as A from './a'\n\nText", '\n\nText', ['import']],
    ['an import for its effect', "import './style.css'\n\nText", '\n\nText', ['import']],
    ['an export with a blank line in it', 'export const a = {\n\n  b: 1,\n}\n\nText', '\n\nText', ['export']],
    ['an export that goes on', 'export const a =\n  1 +\n  2\n\nText', '\n\nText', ['export']],
    [
      'a component that is exported',
      "export const A = () => (\n  <p>it's</p>\n)\n\nText",
      '\n\nText',
      ['export'],
    ],
    ['an export behind a heading', '# A\n\nexport default function () {\n}\n', '# A\n\n\n', ['export']],
    [
      'an expression in the address of a link',
      '<a href={url} title="t">b</a>',
      '<a title="t">b</a>',
      ['href={…}'],
    ],
    ['a style', '<b style={{ color: "red" }}>a</b>', '<b>a</b>', []],
    ['what is given on', '<img {...props} alt="a" />', '<img alt="a" />', []],
    ['a film that is closed as no HTML is', '<video src="a.mp4" />\n\nText', '\n\nText', ['<video>']],
    ['an empty anchor', 'a <a id="x" /> b', 'a  b', []],
    ['a comment', 'a {/* b */} c', 'a  c', []],
    ['the id of a heading', '## Title {#title}', '## Title ', []],
  ])('%s', (_, source, text, names) => {
    const read = readMdx(source)
    expect(read.text).toBe(text)
    expect(read.lost.map(({ what }) => what)).toEqual(names)
  })
})

describe('stays', () => {
  test.each([
    ['Markdown', '# Title\n\n- **a** [b](https://show.example/)\n\n> c\n'],
    ['inline code', 'Use `<Player />`, ``{a`b}`` and `import x from "y"`.'],
    ['inline code over two lines', 'Use `<Player\nsrc />` here.'],
    ['a block of code', '```jsx\nimport A from "a"\n\n<A>{b}</A>\n```\n'],
    ['one with tildes', '~~~\n<A>\n```\n{b}\n~~~\n'],
    ['one in a list', '- a\n\n  ```jsx\n  <A />\n  ```\n- b\n'],
    ['one in a quotation', '> ```jsx\n> <A />\n> ```\n'],
    ['one that nothing closes', 'a\n\n```\n<A />\n{b}\n'],
    ['what is escaped', 'a \\<B> \\{c}'],
    ['less than', '1 < 2, a <b, 2<3'],
    ['an address in angle brackets', '<https://show.example/> and <ada@show.example>'],
    ['a sentence', 'Rents rose.\nimport duties too.\n\nexport markets fell.\nimport them'],
    [
      'HTML',
      '<a href="https://show.example/">a</a> <em>b</em><br />\n\n<details>\n<summary>c</summary>\n\nd\n\n</details>\n',
    ],
    ['a comment of HTML', '<!-- a -->\n'],
    ['a brace that nothing closes', 'a { b\n\nc'],
    ['a tag that nothing closes', 'a <B c="d\n\ne'],
  ])('%s', (_, source) => expect(readMdx(source).text).toBe(source))

  test('a space in braces, as formatters write it, and any plain text in them', () => {
    expect(readMdx('a{" "}\n**b** {"c"}').text).toBe('a \n**b** c')
  })

  test('a paragraph that a comment or an expression stands in is one paragraph', () => {
    expect(readMdx('a\n{/* b */}\nc').text).toBe('a\nc')
  })

  test('a fence in a quotation or a list ends with it', () => {
    expect(readMdx('> ```\n> <A/>\nb <C/>').text).toBe('> ```\n> <A/>\nb ')
    expect(readMdx('- ```\n  <A/>\n- b <C/>').text).toBe('- ```\n  <A/>\n- b ')
  })
})

describe('what stands inside an element', () => {
  test('is Markdown, without the indentation that it has from the element', () => {
    const source = lines(
      '<Note>',
      '    A **note**.',
      '',
      '    - a',
      '      - b',
      '    <Inner>',
      '        ```js',
      '          <Code />',
      '        ```',
      '    </Inner>',
      '    end',
      '</Note>',
      '',
      '    outside',
    )
    expect(readMdx(source).text).toBe(
      lines(
        '',
        'A **note**.',
        '',
        '- a',
        '  - b',
        '',
        '```js',
        '  <Code />',
        '```',
        '',
        'end',
        '',
        '',
        '    outside',
      ),
    )
  })

  test('of HTML that only holds it together, too', () => {
    expect(readMdx('<div className="a">\n  **b**\n</div>').text).toBe('\n**b**\n')
  })

  test('what is never closed changes nothing behind it but the indentation', () => {
    expect(readMdx('<A>\n  b\n\n<C>d</C>\ne').text).toBe('\nb\n\nd\ne')
  })
})

test('the end of a line may be that of Windows', () => {
  expect(readMdx("import A from 'a'\r\n\r\n<A\r\n  b />\r\n{/* c */}\r\nd\r\n").text).toBe(
    '\r\n\r\n\r\nd\r\n',
  )
})

const pieces = fc.oneof(
  fc.constantFrom(
    '<A>',
    '</A>',
    '<B c="d" />',
    '<div>',
    '</div>',
    '<a href={b}>',
    '</a>',
    '{',
    '}',
    '{"a"}',
    '{/*',
  ),
  fc.constantFrom(
    '*/}',
    '`',
    '```',
    '~~~\n',
    '\n',
    '\n\n',
    '\r\n',
    '    ',
    '\\',
    '"',
    "'",
    '/',
    '${',
    '> ',
    '- ',
    '<',
  ),
  fc.constantFrom('import a from "b"\n', 'export const a = {\n', 'word ', 'é', '🎙️'),
)
const anyMdx = fc.array(pieces, { maxLength: 60 }).map(all => all.join(''))

describe('whatever is written', () => {
  test('what is left stands in the source, in its order, and is found there again', () => {
    fc.assert(
      fc.property(anyMdx, source => {
        const { text, sourceOf } = readMdx(source)
        let last = -1
        for (let i = 0; i < text.length; i++) {
          const from = sourceOf(i)
          expect(from).toBeGreaterThan(last)
          expect(source[from]).toBe(text[i])
          last = from
        }
      }),
    )
  })

  test('what is lost is a part of the source', () => {
    fc.assert(
      fc.property(anyMdx, source => {
        for (const { start, end } of readMdx(source).lost) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(source.length)
        }
      }),
    )
  })

  test('plain Markdown is untouched', () => {
    const plain = fc.array(
      fc.constantFrom('a', '\n', '\n\n', '# ', '- ', '`', '*', '    ', '[b](c)', '> ', '\\'),
    )
    fc.assert(
      fc.property(plain, parts => {
        expect(readMdx(parts.join('')).text).toBe(parts.join(''))
      }),
    )
  })
})

/** A megabyte of what is nested, or begun and never ended. Counted in looks at the text, not in time. */
describe('is bounded', () => {
  test.each([
    '{',
    '<a b=" ',
    '{/* ',
    '<a {',
    '<a {x} <',
    '`a` ',
    '``a` ',
    '<div>',
    'export {\n\n',
    "{'\\",
    "{' ",
    '{`${',
    '<A>\n',
    '> ```\n',
    '<A/> {x} `b` \\',
    '{/[',
    '<a {<a {}',
    '<A> \n \n',
  ])('%j over and over', unit => {
    const source = unit.repeat(Math.ceil(300_000 / unit.length))
    expect(readMdx(source).text.length).toBeLessThanOrEqual(source.length)
  })

  test('what is too much is left as it is written', () => {
    const source = `${'{'.repeat(100_000)}\n\nText`
    expect(readMdx(source).text).toBe(source)
    expect(lost(source)).toEqual([])
  })
})
