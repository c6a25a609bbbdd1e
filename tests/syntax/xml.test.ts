import { describe, expect, test } from 'vitest'
import { attributeOf, isWellFormed, parseXml, type XmlElement } from '../../src/syntax/xml.ts'
import { decodeXml } from '../../src/syntax/xml-encoding.ts'
import { growth, LINEAR } from '../support/growth.ts'
import fc from '../support/property.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const kinds = (text: string) => parseXml(text).problems.map(({ kind }) => kind)
const found = (text: string) =>
  parseXml(text).problems.map(({ kind, detail, line, column }) =>
    `${line}:${column} ${kind} ${detail ?? ''}`.trim(),
  )
const child = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>(
    (at, local) => at?.children.find(({ name }) => name.local === local),
    element,
  )

const FEED = `${DECLARATION}<rss xmlns:it="http://www.itunes.com/dtds/podcast-1.0.dtd" version="2.0">
  <channel>
    <title>Tom &amp; Jerry</title>
    <it:image
      href='https://example.com/a.jpg?a=1&amp;b=2'/>
    <item><title><![CDATA[1 < 2]]> &#x2764;</title></item>
  </channel>
</rss>
`

describe('a sound document', () => {
  const { root, problems, declaration } = parseXml(FEED)

  test('has no problems', () => {
    expect(problems).toEqual([])
    expect(declaration).toEqual({ version: '1.0', encoding: 'UTF-8' })
  })

  test('names are resolved, whatever the prefix', () => {
    expect(child(root, 'channel', 'image')?.name).toEqual({
      prefix: 'it',
      local: 'image',
      uri: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
    })
    expect(root?.name).toEqual({ prefix: '', local: 'rss', uri: '' })
  })

  test('text is decoded, CDATA told apart', () => {
    expect(child(root, 'channel', 'title')).toMatchObject({ text: 'Tom & Jerry', cdata: false })
    expect(child(root, 'channel', 'item', 'title')).toMatchObject({ text: '1 < 2 ❤', cdata: true })
  })

  test('every element and attribute knows its place', () => {
    const image = child(root, 'channel', 'image')!
    expect(image).toMatchObject({ line: 5, column: 5 })
    const [href] = image.attributes
    expect(href).toMatchObject({ line: 6, column: 7, value: 'https://example.com/a.jpg?a=1&b=2' })
    expect(FEED.slice(href!.valueStart, href!.valueEnd)).toBe('https://example.com/a.jpg?a=1&amp;b=2')
    expect(FEED.slice(href!.offset, href!.offset + 4)).toBe('href')
  })

  test('the raw inside of an element can be cut out', () => {
    const title = child(root, 'channel', 'item', 'title')!
    expect(FEED.slice(title.innerStart, title.innerEnd)).toBe('<![CDATA[1 < 2]]> &#x2764;')
    const image = child(root, 'channel', 'image')!
    expect(image.innerStart).toBe(image.innerEnd)
  })

  test('columns count UTF-16 units, lines end with LF, CR or CR LF', () => {
    const { root: element } = parseXml('<a>\r\n\r<b>😀<c d="é" e="1"/></b></a>')
    expect(child(element, 'b')).toMatchObject({ line: 3, column: 1 })
    expect(child(element, 'b', 'c')?.attributes[1]).toMatchObject({ line: 3, column: 15 })
  })

  test('attributes are found by name', () => {
    const { root: element } = parseXml('<a xmlns:x="urn:x" b="1" x:b="2"/>')
    expect(attributeOf(element!, 'b')).toBe('1')
    expect(attributeOf(element!, 'b', 'urn:x')).toBe('2')
    expect(attributeOf(element!, 'c')).toBeUndefined()
  })
})

describe('a document with faults says where, and gives what can be read', () => {
  test.each([
    ['blank lines before the declaration', `\n\n${DECLARATION}<a>b</a>`, ['1:1 space-before-declaration']],
    ['a byte order mark', `\ufeff${DECLARATION}<a>b</a>`, ['1:1 byte-order-mark']],
    ['no declaration', '<a>b</a>', ['1:1 no-declaration']],
    ['an undefined entity', `${DECLARATION}<a>b&nbsp;c</a>`, ['2:5 undefined-entity nbsp']],
    ['a name of Object’s', `${DECLARATION}<a>&constructor;</a>`, ['2:4 undefined-entity constructor']],
    ['a bare ampersand', `${DECLARATION}<a>AT&T</a>`, ['2:6 bare-ampersand']],
    ['a bare ampersand in an attribute', `${DECLARATION}<a b="?c=1&d=2;"/>`, ['2:11 bare-ampersand']],
    ['an undeclared prefix, once', `${DECLARATION}<a><i:b/><i:b/></a>`, ['2:4 undeclared-prefix i']],
    ['a control character', `${DECLARATION}<a>b\u000bc</a>`, ['2:5 forbidden-character U+000B']],
    ['a reference to a control character', `${DECLARATION}<a>b&#11;c</a>`, ['2:5 forbidden-character &#11;']],
    ['a repeated attribute', `${DECLARATION}<a b="1" b="2"/>`, ['2:10 duplicate-attribute b']],
    ['an unclosed element', `${DECLARATION}<a><b>c`, ['2:1 unclosed-element a', '2:4 unclosed-element b']],
    ['crossed tags', `${DECLARATION}<a><b>c</a>`, ['2:11 mismatched-tag']],
    ['text behind the root', `${DECLARATION}<a/>b`, ['2:5 text-outside-root']],
    ['a second root', `${DECLARATION}<a/><b/>`, ['2:7 text-outside-root']],
    ['"<" in an attribute', `${DECLARATION}<a b="<"/>`, ['2:7 not-well-formed "<" in an attribute']],
    ['nothing', '', ['1:1 no-root']],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('a bare ampersand does not swallow the tags up to the next semicolon', () => {
    const { root } = parseXml('<a><b>AT&T</b><c>x &amp; y;</c></a>')
    expect(child(root, 'b')?.text).toBe('AT&T')
    expect(child(root, 'c')?.text).toBe('x & y;')
  })

  test('ampersands in CDATA and comments are no fault', () => {
    expect(parseXml(`${DECLARATION}<a><!-- Q&A --><![CDATA[Q&A &nbsp;]]></a>`)).toMatchObject({
      problems: [],
      root: { text: 'Q&A &nbsp;' },
    })
  })

  test('an entity of a doctype is not expanded, an external one not fetched', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>`
    expect(parseXml(text).root?.text).toBe('&b;&c;')
    expect(kinds(text)).toEqual(['doctype', 'undefined-entity', 'undefined-entity'])
  })

  test('a prefix that was never declared is no namespace', () => {
    expect(parseXml('<a><i:b i:c="1"/></a>').root?.children[0]).toMatchObject({
      name: { prefix: 'i', local: 'b', uri: '' },
      attributes: [{ name: { prefix: 'i', local: 'c', uri: '' } }],
    })
  })

  test('what a feed reader may forgive is told from what it may not', () => {
    expect(isWellFormed(parseXml('\ufeff<a/>'))).toBe(true)
    expect(isWellFormed(parseXml('<a>&nbsp;</a>'))).toBe(false)
  })
})

describe('limits', () => {
  test('depth', () => {
    const { problems, root } = parseXml('<a>'.repeat(100_000))
    expect(problems.map(({ kind }) => kind)).toContain('too-deep')
    expect(root).toBeDefined()
  })

  test('a million faults', () => {
    const { problems } = parseXml(`<a>${'\u0001'.repeat(1_000_000)}`)
    expect(problems.length).toBeLessThan(300)
    expect(problems.map(({ kind }) => kind)).toContain('too-many-problems')
  })

  test.each<[string, (n: number) => string]>([
    ['ampersands', n => `<a>${'&'.repeat(10 * n)}</a>`],
    ['ampersands, far apart', n => `<a>${'<b>&</b>'.repeat(n)}</a>`],
    ['an endless declaration', n => `<!x${' '.repeat(10 * n)}`],
    ['attributes without values', n => `<a>${'<b c>'.repeat(100)}${'<b c/>'.repeat(2 * n)}</a>`],
    ['close tags', n => `<a>${'</b>'.repeat(4 * n)}`],
    ['undeclared prefixes', n => `<a>${'<b:c/>'.repeat(n)}</a>`],
    ['empty attributes', n => `<a ${Array.from({ length: n / 2 }, (_, i) => `b${i}=""`).join(' ')}/>`],
  ])('%s: linear time', (_, make) => {
    expect(growth(make, 6000, parseXml)).toBeLessThan(LINEAR)
  })
})

describe('any text', () => {
  const markup = fc
    .array(
      fc.constantFrom(
        '<a>',
        '</a>',
        '<b:c d="',
        '"/>',
        '&',
        '&amp;',
        ';',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<?xml ',
        '?>',
        '<!DOCTYPE a [',
        ']>',
        "'",
        '\r',
        '\n',
        '\u0000',
        '\ud800',
        'é😀',
        ' ',
      ),
    )
    .map(parts => parts.join(''))

  test('never throws, and every place lies in the text', () => {
    fc.assert(
      fc.property(fc.oneof(markup, fc.string({ unit: 'binary' })), text => {
        for (const { offset, line, column } of parseXml(text).problems) {
          expect(offset).toBeGreaterThanOrEqual(0)
          expect(offset).toBeLessThanOrEqual(text.length)
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('escaped text comes back', () => {
    const printable = fc
      .string({ unit: 'grapheme' })
      .map(text => text.replace(/[\u0000-\u001f\ufffe\uffff]/g, ''))
    const escaped = (text: string) => text.replace(/[&<>"]/g, unit => `&#${unit.charCodeAt(0)};`)
    fc.assert(
      fc.property(printable, text => {
        const { root, problems } = parseXml(`${DECLARATION}<a b="${escaped(text)}">${escaped(text)}</a>`)
        expect(problems).toEqual([])
        expect([root?.text, root?.attributes[0]?.value]).toEqual([text, text])
      }),
    )
  })
})

describe('bytes to text', () => {
  const utf8 = (text: string) => new Uint8Array(Buffer.from(text))

  test('UTF-8, with and without a mark', () => {
    expect(decodeXml(utf8('<a>é</a>'))).toEqual({
      text: '<a>é</a>',
      encoding: 'utf-8',
      byteOrderMark: false,
      invalid: false,
      unknown: false,
    })
    expect(decodeXml(utf8('\ufeff<a/>'))).toMatchObject({ text: '<a/>', byteOrderMark: true })
  })

  test('windows-1251 as declared', () => {
    const head = '<?xml version="1.0" encoding="windows-1251"?><a>'
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xcf, 0xf0, 0xe8])])
    expect(decodeXml(bytes)).toMatchObject({
      text: `${head}При`,
      encoding: 'windows-1251',
      declared: 'windows-1251',
      invalid: false,
    })
  })

  test('UTF-16 by its mark', () => {
    const bytes = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf16le')
    expect(decodeXml(bytes)).toMatchObject({ encoding: 'utf-16le', declared: 'UTF-16', byteOrderMark: true })
    expect(decodeXml(bytes).text).toContain('<a>é</a>')
  })

  test('what a server states wins over the declaration', () => {
    const bytes = utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>')
    expect(decodeXml(bytes, 'UTF-8').text).toContain('é')
  })

  test('bytes that are none of the encoding’s, and an encoding that is none', () => {
    expect(decodeXml(new Uint8Array([0x3c, 0x61, 0xe9, 0x3e]))).toMatchObject({
      invalid: true,
      text: '<a\ufffd>',
    })
    expect(decodeXml(utf8('<?xml version="1.0" encoding="klingon"?><a/>'))).toMatchObject({
      unknown: true,
      encoding: 'utf-8',
      declared: 'klingon',
    })
  })
})
