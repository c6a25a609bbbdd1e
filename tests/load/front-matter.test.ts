import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/load/front-matter/apply-edits.ts'
import { type FrontMatter, placeOf, readFrontMatter } from '../../src/load/front-matter.ts'
import { cpuMilliseconds } from '../support/cpu.ts'

const file = (yaml: string, body = 'Notes.\n'): string => `---\n${yaml}\n---\n${body}`
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const dataOf = (text: string): unknown => plain(readFrontMatter(text).data)
const kindsOf = (read: FrontMatter): string[] => read.problems.map(problem => problem.kind)

/** `line:column "text"` of each problem, as a reporter would print it. */
const places = (text: string): string[] =>
  readFrontMatter(text).problems.map(({ start, end }) => {
    const { line, column } = placeOf('001.md', text, start, end)
    return `${line}:${column} ${text.slice(start, end)}`
  })

/** The text after all edits of all problems. */
const fixed = (text: string): string =>
  applyEdits(
    text,
    readFrontMatter(text).problems.flatMap(problem => problem.edits ?? []),
  ).text

describe('scalars arrive as they were written', () => {
  it.each([
    ['1:31:06', '1:31:06'],
    ['010', '010'],
    ['1.10', '1.10'],
    ['12345678901234567890', '12345678901234567890'],
    ['no', 'no'],
    ['null', ''],
    ['~', ''],
    ['"null"', 'null'],
    ["'~'", '~'],
    ['', ''],
    ['2014-07-31 13:00:00', '2014-07-31 13:00:00'],
    ['0x1F', '0x1F'],
    ['"54:24"', '54:24'],
    ["'It''s'", "It's"],
    ['"a\\tb\\u00e9"', 'a\tbé'],
    ['!!str 7', '7'],
    ['Ünïcode — 日本語 🎙', 'Ünïcode — 日本語 🎙'],
    ['>\n  folded\n  text', 'folded text\n'],
    ['|-\n  kept\n   as is', 'kept\n as is'],
  ])('value: %s', (written, text) => {
    expect(dataOf(file(`value: ${written}`))).toEqual({ value: text })
  })

  it('reads lists, maps and what YAML says about repeating them', () => {
    const yaml = [
      'tags: [a, "b, c"]',
      'owner: {name: Ann, email: ann@example.org}',
      'host: &host {name: Ann, role: host}',
      'persons:',
      '- *host',
      '- <<: *host',
      '  role: guest',
    ].join('\n')
    expect(dataOf(file(yaml))).toEqual({
      tags: ['a', 'b, c'],
      owner: { name: 'Ann', email: 'ann@example.org' },
      host: { name: 'Ann', role: 'host' },
      persons: [
        { name: 'Ann', role: 'host' },
        { role: 'guest', name: 'Ann' },
      ],
    })
    expect(readFrontMatter(file(yaml)).problems).toEqual([])
  })
})

describe('a stranger’s file', () => {
  it('no prototype is reached: a map has none, and __proto__ is refused', () => {
    const read = readFrontMatter(
      file('__proto__: {polluted: yes}\nconstructor: text\nowner:\n  __proto__: x'),
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(read.data)).toBeNull()
    expect(read.data.toString).toBeUndefined()
    expect(plain(read.data)).toEqual({ constructor: 'text', owner: {} })
    expect(kindsOf(read)).toEqual(['forbidden-key', 'forbidden-key'])
  })

  it.each([
    '---js',
    '--- js',
    '---JavaScript',
    '---javascript',
    '---json',
    '---coffee',
    '---constructor',
    '---toString',
    '---__proto__',
  ])('gray-matter runs %s: it is refused before the call', fence => {
    const text = `${fence}\n(globalThis.wasRun = true)\n---\nNotes.\n`
    const read = readFrontMatter(text)
    expect((globalThis as { wasRun?: boolean }).wasRun).toBeUndefined()
    expect(kindsOf(read)).toEqual(['language'])
    expect(plain(read.data)).toEqual({})
    expect(read.body).toBe('Notes.\n')
    expect(read.isUnread('title')).toBe(true)
    expect(places(text)).toEqual([`1:1 ${fence}`])
  })

  it('a field called excerpt_separator is data, whatever its type (gray-matter would act on it)', () => {
    expect(dataOf(file('excerpt_separator: {a: b}\ntitle: T'))).toEqual({
      excerpt_separator: { a: 'b' },
      title: 'T',
    })
  })

  it('reading a file twice gives the same twice (gray-matter caches by text, and hides errors the second time)', () => {
    const text = file('title: First light\nbad: "x\nend: 1')
    const first = readFrontMatter(text)
    const second = readFrontMatter(text)
    expect(plain(second.data)).toEqual(plain(first.data))
    expect(second.problems).toEqual(first.problems)
    expect(second.data).not.toBe(first.data)
  })

  it('aliases of aliases are bounded', () => {
    const levels = 'abcdefghi'.split('')
    const lines = levels.map((name, index) => {
      const items =
        index === 0
          ? 'x, x, x, x, x, x, x, x, x'
          : Array(9)
              .fill(`*${levels[index - 1]}`)
              .join(', ')
      return `${name}: &${name} [${items}]`
    })
    const read = readFrontMatter(file(lines.join('\n')))
    expect(kindsOf(read)).toEqual(['alias-bomb'])
    expect(JSON.stringify(read.data).length).toBeLessThan(1_000_000)
  })

  it('many aliases are bounded, and a value that repeats itself is refused', () => {
    expect(kindsOf(readFrontMatter(file(`a: &a x\nlist: [${Array(101).fill('*a').join(', ')}]`)))).toEqual([
      'alias-bomb',
    ])
    expect(kindsOf(readFrontMatter(file(`a: &a x\nlist: [${Array(100).fill('*a').join(', ')}]`)))).toEqual([])
    expect(kindsOf(readFrontMatter(file('a: &a [1, *a]')))).toEqual(['alias-bomb'])
  })

  it('depth is bounded', () => {
    const deep = (levels: number): string => file(`a: ${'['.repeat(levels)}${']'.repeat(levels)}\ntitle: T`)
    expect(kindsOf(readFrontMatter(deep(30)))).toEqual([])
    const read = readFrontMatter(deep(10_000))
    expect(kindsOf(read)).toEqual(['too-deep'])
    expect(plain(read.data)).toEqual({ title: 'T' })
    expect(read.isUnread('a')).toBe(true)
  })

  it('size is bounded, and so are blank lines (gray-matter’s search for comments is quadratic in them)', () => {
    expect(kindsOf(readFrontMatter(file(`a: ${'x'.repeat(600_000)}`)))).toEqual(['too-large'])
    expect(kindsOf(readFrontMatter(file(`a: x${'\n'.repeat(100_000)}b: y`)))).toEqual(['too-large'])
    expect(kindsOf(readFrontMatter(file(`a: x${'\r\n \t'.repeat(499)}\nb: y`)))).toEqual([])
  })
})

describe('a hostile file', () => {
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n')
  it.each([
    ['errors in every line', file(lines(10_000, index => `k${index}: A: B`))],
    ['a name for every value', file(lines(8_000, index => `k${index}: &a${index} x`))],
    ['one key', file(lines(20_000, () => 'a: 1'))],
    ['tags in one line', file(`a: [${'!a x, '.repeat(20_000)}]`)],
    ['open quotes', file(lines(50_000, () => 'a: "'))],
    ['open brackets', file(`a: ${'[{'.repeat(100_000)}`)],
    ['colons', file(`a: ${'x: '.repeat(100_000)}`)],
    [
      'merge keys of merge keys',
      file(
        lines(9, index =>
          index === 0
            ? 'a0: &a0 {x: 1}'
            : `a${index}: &a${index} {<<: [${Array(9)
                .fill(`*a${index - 1}`)
                .join(', ')}]}`,
        ),
      ),
    ],
    ['two million line breaks', '\r'.repeat(2_000_000)],
    ['a million lines without a fence', `---\r${'a\r'.repeat(1_000_000)}`],
    ['two million hyphens', '-'.repeat(2_000_000)],
  ])('costs a bounded time: %s', (_name, text) => {
    const work = () => {
      const read = readFrontMatter(text)
      expect(read.problems.length).toBeGreaterThan(0)
      expect(read.problems.length).toBeLessThan(100)
      const { start, end } = read.locate(['missing', 'field'])
      expect(placeOf('f.md', text, start, end).line).toBeGreaterThan(0)
    }
    // Of the processor's: neighbours do no harm.
    expect(cpuMilliseconds(work)).toBeLessThan(5_000)
  })
})

describe('fences', () => {
  const good: readonly (readonly [string, string, string])[] = [
    ['the plain form', '---\na: 1\n---\nBody\n', 'Body\n'],
    ['CRLF', '---\r\na: 1\r\n---\r\nBody\r\n', 'Body\r\n'],
    ['CR alone, where gray-matter takes all for one comment', '---\r# c\ra: 1\r---\rBody\r', 'Body\r'],
    ['a byte order mark', '\ufeff---\na: 1\n---\nBody\n', 'Body\n'],
    [
      'spaces after the fences, which gray-matter leaves in the body',
      '---  \na: 1\n---   \nBody\n',
      'Body\n',
    ],
    ['... as YAML and pandoc close', '---\na: 1\n...\nBody\n', 'Body\n'],
    ['---yaml', '---yaml\na: 1\n---\nBody\n', 'Body\n'],
    ['--- YML', '--- YML\na: 1\n---\nBody\n', 'Body\n'],
    ['no line break at the end', '---\na: 1\n---', ''],
    ['a blank line kept in the body', '---\na: 1\n---\n\nBody', '\nBody'],
    ['--- in the body', '---\na: 1\n---\nBody\n---\nmore\n---\n', 'Body\n---\nmore\n---\n'],
    ['--- inside a value', '---\na: 1 # --- \n---\nBody', 'Body'],
  ]
  it.each(good)('%s', (_name, text, body) => {
    const read = readFrontMatter(text)
    expect(plain(read.data)).toEqual({ a: '1' })
    expect(read.body).toBe(body)
    expect(text.slice(read.bodyOffset)).toBe(body)
    expect(read.problems).toEqual([])
  })

  it.each(['---\n---\nB', '---\n\n---\nB', '---\n# only a comment\n---\nB', '---\r\n---\r\nB'])(
    'nothing between them: %j',
    text => {
      const read = readFrontMatter(text)
      expect(plain(read.data)).toEqual({})
      expect(read.problems).toEqual([])
      expect(read.body).toBe('B')
      expect(read.isUnread('title')).toBe(false)
    },
  )

  it.each([
    [
      '---more closes for gray-matter, and its text is lost',
      '---\na: 1\n---more\nB',
      '3:1 ---more',
      '---\na: 1\n---\nmore\nB',
    ],
    [
      '---- closes for gray-matter, with a hyphen left over',
      '---\na: 1\n----\nB',
      '3:1 ----',
      '---\na: 1\n---\nB',
    ],
    ['an indented closing fence', '---\r\na: 1\r\n  ---\r\nB', '3:1   ---', '---\r\na: 1\r\n---\r\nB'],
    ['a dash made by autocorrect', '---\na: 1\n—-\nB', '3:1 —-', '---\na: 1\n---\nB'],
  ])('%s: it is read as the fence that was meant, and reported', (_name, text, place, after) => {
    const read = readFrontMatter(text)
    expect(kindsOf(read)).toEqual(['unclosed'])
    expect(plain(read.data)).toEqual({ a: '1' })
    expect(places(text)).toEqual([place])
    expect(fixed(text)).toBe(after)
    expect(readFrontMatter(after).problems).toEqual([])
  })

  it.each([
    ['{ accent: #8a2be2 }', '{ accent: "#8a2be2" }'],
    ['{ accent: #8a2be2, background: white }', '{ accent: "#8a2be2", background: white }'],
    ['[one, #two]', '[one, "#two"]'],
  ])('a # that would be a comment inside of brackets: %s', (value, after) => {
    const text = `---\ntheme: ${value}\n---\nB`
    const [problem, ...others] = readFrontMatter(text).problems
    expect(others).toEqual([])
    expect(problem?.message).toContain('begins a comment')
    expect(fixed(text)).toBe(`---\ntheme: ${after}\n---\nB`)
  })

  it('a line that only begins with --- does not close while a real fence follows', () => {
    const text = '---\na: 1\n---more: x\nb: 2\n---\nB'
    expect(dataOf(text)).toEqual({ a: '1', '---more': 'x', b: '2' })
    expect(readFrontMatter(text).body).toBe('B')
  })

  it('never closed: gray-matter would swallow the body as YAML', () => {
    const text = '---\ntitle: T\ndate: 2024-01-01\n\n# Notes\n\nText.\n'
    const read = readFrontMatter(text)
    expect(kindsOf(read)).toEqual(['unclosed'])
    expect(read.isUnread('title')).toBe(true)
    const last = read.problems[0]!.related![0]!
    expect(text.slice(last.start, last.end)).toBe('date: 2024-01-01')
  })

  it.each([
    '\n---\na: 1\n---\nB',
    ' \r\n\r\n---\r\na: 1\r\n---\r\nB',
    '  ---\na: 1\n---\nB',
    '\ufeff\n---\na: 1\n---\nB',
  ])(
    'blank lines before the fence lose the front matter in gray-matter; here they are reported: %j',
    text => {
      const read = readFrontMatter(text)
      expect(plain(read.data)).toEqual({ a: '1' })
      expect(read.body).toBe('B')
      expect(kindsOf(read)).toEqual(['leading-blank-lines'])
      expect(readFrontMatter(fixed(text)).problems).toEqual([])
    },
  )

  it.each([
    ['', 'missing', '1:1 '],
    ['\n \n', 'missing', '1:1 '],
    ['# A title\n\nText.\n', 'missing', '1:1 # A title'],
    ['+++\ntitle = "T"\n', 'unclosed', '1:1 +++'],
    ['{ title: T }\n', 'json', '1:1 { title: T }'],
    ['\ufeffplain', 'missing', '1:1 plain'],
  ])('no front matter in %j', (text, kind, place) => {
    const read = readFrontMatter(text)
    expect(kindsOf(read)).toEqual([kind])
    expect(places(text)).toEqual([place])
    expect(plain(read.data)).toEqual({})
    expect(read.isUnread('title')).toBe(true)
  })

  it.each([
    ['----\na: 1\n----\nB', '---\na: 1\n---\nB'],
    ['—-\na: 1\n—-\nB', '---\na: 1\n---\nB'],
    ['–––\na: 1\n---\nB', '---\na: 1\n---\nB'],
    ['a: 1\n---\nB', '---\na: 1\n---\nB'],
    ['a: 1\r\n---\r\nB', '---\r\na: 1\r\n---\r\nB'],
  ])('a fence nearly right is mended: %j', (text, after) => {
    expect(kindsOf(readFrontMatter(text))).toEqual(['missing'])
    expect(fixed(text)).toBe(after)
    expect(dataOf(after)).toEqual({ a: '1' })
  })
})

describe('what people write that YAML does not understand', () => {
  const slips: readonly (readonly [name: string, yaml: string, place: string, after: string])[] = [
    ['an unquoted colon', 'title: A: B', '2:8 A: B', 'title: "A: B"'],
    ['a colon at the end', 'title: Why:', '2:8 Why:', 'title: "Why:"'],
    ['a colon, and a comment', 'title: A: B # c', '2:8 A: B', 'title: "A: B" # c'],
    ['a colon in a list', 'persons:\n  - name: A: B', '3:11 A: B', 'persons:\n  - name: "A: B"'],
    [
      'a colon in the second line',
      'a: This is\n  a note: with',
      '2:4 This is',
      'a: "This is\n  a note: with"',
    ],
    ['@', 'title: @home', '2:8 @home', 'title: "@home"'],
    ['a backtick', 'title: `code`', '2:8 `code`', 'title: "`code`"'],
    ['%', 'title: %100', '2:8 %100', 'title: "%100"'],
    ['*', 'title: *Star*', '2:8 *Star*', 'title: "*Star*"'],
    ['* and more', 'title: *Star* wars', '2:8 *Star* wars', 'title: "*Star* wars"'],
    ['& and a space', 'title: & Friends', '2:8 & Friends', 'title: "& Friends"'],
    ['[ ] and text', 'title: [Bonus] Q&A', '2:8 [Bonus] Q&A', 'title: "[Bonus] Q&A"'],
    ['{{ }}', 'title: {{ page }}', '2:8 {{ page }}', 'title: "{{ page }}"'],
    ['a dash', 'title: - or not', '2:8 - or not', 'title: "- or not"'],
    ['>', 'title: > than', '2:8 > than', 'title: "> than"'],
    ['a tab', 'owner:\n\tname: A\n\temail: b', '3:1 \t', 'owner:\n  name: A\n  email: b'],
    ['a no-break space', 'owner:\n\u00a0\u00a0name: A', '3:1 \u00a0\u00a0', 'owner:\n  name: A'],
    ['no space after the colon', 'title:Foo\ndate: 1', '2:1 title:Foo', 'title: Foo\ndate: 1'],
    ['no space, alone', 'title:Foo', '2:1 title:Foo', 'title: Foo'],
    ['no space, last', 'a: 1\ntitle:Foo', '3:1 title:Foo', 'a: 1\ntitle: Foo'],
    ['a full-width colon', 'title：Foo\ndate: 1', '2:6 ：', 'title: Foo\ndate: 1'],
    ['an open double quote', 'title: "Foo\ndate: 1', '2:8 "Foo', 'title: "Foo"\ndate: 1'],
    ['an open single quote', "a: 1\ntitle: 'Foo", "3:8 'Foo", "a: 1\ntitle: 'Foo'"],
    ['quotes in quotes', 'title: "A" and "B"', '2:8 "A" and "B"', `title: '"A" and "B"'`],
    ['an apostrophe', "title: 'It's me'", "2:8 'It's me'", `title: "It's me"`],
    ['an apostrophe after an open quote', "title: 'Don't panic", "2:8 'Don't panic", `title: "Don't panic"`],
    [
      'quoted lines that are not indented',
      'a: "one\ntwo\n\nthree"\nb: 1',
      '2:4 "one',
      'a: "one\n  two\n\n  three"\nb: 1',
    ],
    ['a zero-width space', 'a: 1\n\u200bdate: 1', '3:1 \u200b', 'a: 1\ndate: 1'],
    ['curly quotes', 'title: “A: B”', '2:8 “A: B”', 'title: "A: B"'],
    ['a Windows path', 'audio: "C:\\Users\\x.mp3"', '2:8 "C:\\Users\\x.mp3"', "audio: 'C:\\Users\\x.mp3'"],
    ['an open bracket', 'tags: [a, b\ndate: 1', '2:7 [a, b', 'tags: [a, b]\ndate: 1'],
    ['a control character', 'title: a\u0001b', '2:9 \u0001', 'title: ab'],
    ['a NUL', 'title: a\u0000b', '2:9 \u0000', 'title: ab'],
    ['a second line that is not indented', 'a: one\ntwo\nb: 1', '3:1 two', 'a: one\n  two\nb: 1'],
    ['# and a number', 'title: Episode #5', '2:16 #5', 'title: "Episode #5"'],
    ['# and a number first', 'title: #5 Hello', '2:8 #5 Hello', 'title: "#5 Hello"'],
    ['&Name', 'title: &Friends', '2:8 &Friends', 'title: "&Friends"'],
    ['!tag', 'title: !important news', '2:8 !important', 'title: "!important news"'],
  ]
  it.each(slips)('%s', (_name, yaml, place, after) => {
    const text = file(yaml)
    const read = readFrontMatter(text)
    expect(places(text)).toEqual([place])
    expect(read.problems[0]!.help).toMatch(/^[A-Z][a-z]+ /)
    expect(fixed(text)).toBe(file(after))
    expect(readFrontMatter(file(after)).problems).toEqual([])
    if (read.problems[0]!.kind !== 'lost-text') expect(plain(read.data)).toEqual(dataOf(file(after)))
    expect(read.body).toBe('Notes.\n')
  })

  it.each(slips)(
    '%s, with CRLF, a byte order mark and good fields around it',
    (_name, yaml, _place, after) => {
      const around = (inner: string): string =>
        `\ufeff${file(`first: 1\n${inner}\nlast: "z"`)}`.replaceAll('\n', '\r\n')
      const text = around(yaml)
      expect(fixed(text)).toBe(around(after))
      expect(readFrontMatter(text).problems).toHaveLength(1)
      expect(dataOf(text)).toMatchObject({ first: '1', last: 'z' })
    },
  )

  it('finds every error of a file at once, each in its place', () => {
    const text = file('title: A: B\nsubtitle: @x\nok: 1\nowner:\n  - a\n b: c\ndate: "2024\nend: yes')
    expect(places(text)).toEqual(['2:8 A: B', '3:11 @x', '7:2 b', '8:7 "2024'])
    const read = readFrontMatter(text)
    expect(plain(read.data)).toEqual({ title: 'A: B', subtitle: '@x', ok: '1', date: '2024', end: 'yes' })
    expect(read.isUnread('owner')).toBe(true)
    expect(read.isUnread('summary')).toBe(false)
  })

  it('a merge conflict is called by its name', () => {
    const text = file('title: T\n<<<<<<< HEAD\ndate: 1\n=======\ndate: 2\n>>>>>>> branch')
    expect(places(text)).toEqual(['3:1 <<<<<<< HEAD', '5:1 =======', '6:1 date', '7:1 >>>>>>> branch'])
    expect(readFrontMatter(text).problems[0]!.message).toContain('merge conflict')
  })

  it('gives up after twenty errors, and then calls no field missing', () => {
    const read = readFrontMatter(file(Array.from({ length: 30 }, (_, index) => `k${index}: A: B`).join('\n')))
    expect(read.problems).toHaveLength(20)
    expect(plain(read.data)).toEqual({})
    expect(read.isUnread('anything')).toBe(true)
  })

  it.each([
    ['a list', '- a\n- b', 'not-a-map', '2:1 - a'],
    ['a text', 'just text', 'not-a-map', '2:1 just text'],
    ['a list item without a list', 'a: 1\n- b', 'syntax', '3:1 - b'],
    ['a line that is no field', 'foo\nbar: 1', 'syntax', '2:1 foo'],
    ['a field indented under a value', 'title: T\n  date: 1', 'syntax', '3:3 date'],
    ['an unclosed escape', 'a: "x\\', 'syntax', '2:1 a: "x\\'],
    ['no name', ': x', 'syntax', '2:3 '],
  ])('%s has no repair that is certain', (_name, yaml, kind, place) => {
    const text = file(yaml)
    expect(kindsOf(readFrontMatter(text))).toEqual([kind])
    expect(places(text)).toEqual([place])
    expect(readFrontMatter(text).problems[0]!.edits).toBeUndefined()
  })

  it('a key written twice names both places, and the first counts', () => {
    const text = file('title: A\ndate: 1\n"title": B')
    const [problem] = readFrontMatter(text).problems
    expect(problem!.kind).toBe('duplicate-key')
    expect(places(text)).toEqual(['4:1 "title"'])
    expect(text.slice(problem!.related![0]!.start, problem!.related![0]!.end)).toBe('title')
    expect(dataOf(text)).toEqual({ title: 'A', date: '1' })
  })

  it('a comment is a comment', () => {
    const text = file(
      '# head\ntitle: T # the title\nlink: https://example.org/#top\ntag: C#\n#x: y\nexplicit: no #! odd',
    )
    expect(readFrontMatter(text).problems).toEqual([])
  })
})

describe('locate', () => {
  const yaml = [
    'title: Öl & 🎙 “x”', // astral and two-byte characters before the end
    '"quoted key" : v',
    'notes: |2-  # comment with | in it',
    '    first',
    '  second',
    '',
    'folded: >',
    '  a',
    '  b',
    'plain: one',
    '  two',
    'flow: {a: 1, "b": [x, {c: "d, e"}], z: }',
    '# between',
    'persons: # the people',
    '  # first',
    '  - name: Ann',
    '    role: host',
    '',
    '  -',
    '    name: &bob "Bob"',
    '    group:   ',
    '  - - deep',
    '    - deeper',
    'again: *bob',
    'base: &base {x: 1}',
    'child:',
    '  <<: *base',
    '  y: 2',
    'empty:',
    'שלום: עולם',
    'last: tab\there',
  ].join('\n')
  const cases: readonly (readonly [
    path: readonly (string | number)[],
    part: 'key' | 'value' | 'entry',
    text: string,
  ])[] = [
    [['title'], 'value', 'Öl & 🎙 “x”'],
    [['title'], 'key', 'title'],
    [['quoted key'], 'key', '"quoted key"'],
    [['quoted key'], 'entry', '"quoted key" : v'],
    [['notes'], 'value', '|2-  # comment with | in it\n    first\n  second'],
    [['folded'], 'entry', 'folded: >\n  a\n  b'],
    [['plain'], 'value', 'one\n  two'],
    [['flow'], 'value', '{a: 1, "b": [x, {c: "d, e"}], z: }'],
    [['flow', 'b'], 'entry', '"b": [x, {c: "d, e"}]'],
    [['flow', 'b', 1], 'value', '{c: "d, e"}'],
    [['flow', 'b', 1, 'c'], 'value', '"d, e"'],
    [['flow', 'z'], 'value', 'z'],
    [['persons', 0], 'entry', '- name: Ann\n    role: host'],
    [['persons', 0], 'value', 'name: Ann\n    role: host'],
    [['persons', 0, 'role'], 'value', 'host'],
    [['persons', 1], 'entry', '-\n    name: &bob "Bob"\n    group:'],
    [['persons', 1, 'name'], 'value', '"Bob"'],
    [['persons', 1, 'group'], 'value', 'group'],
    [['persons', 2, 1], 'entry', '- deeper'],
    [['persons', 2], 'entry', '- - deep\n    - deeper'],
    [['again'], 'value', '*bob'],
    [['child', 'x'], 'value', '1'],
    [['child', 'y'], 'value', '2'],
    [['empty'], 'value', 'empty'],
    [['שלום'], 'value', 'עולם'],
    [['last'], 'value', 'tab\there'],
    [['persons', 0, 'missing'], 'value', 'name: Ann\n    role: host'],
    [['persons', 9, 'name'], 'value', 'persons'],
    [['title', 'under'], 'value', 'title'],
    [['nowhere'], 'value', '---'],
    [[], 'value', '---'],
  ]
  const written = ['LF', 'CRLF', 'BOM'] as const
  const as = (form: (typeof written)[number], text: string): string =>
    form === 'BOM' ? `\ufeff${text}` : form === 'CRLF' ? text.replaceAll('\n', '\r\n') : text

  for (const form of written)
    it.each(cases)(`${form}: %j %s`, (path, part, expected) => {
      const text = as(form, file(yaml))
      const { start, end } = readFrontMatter(text).locate(path, part)
      expect(text.slice(start, end)).toBe(form === 'CRLF' ? as(form, expected) : expected)
    })

  it('the document of these cases is read without a problem', () => {
    expect(readFrontMatter(file(yaml)).problems).toEqual([])
  })

  it('stays exact after an error above was mended', () => {
    const text = file('title: A: "B"\nowner:\n\tname: X\ndate: 2024')
    const { locate } = readFrontMatter(text)
    const at = (path: string[]): string => text.slice(locate(path).start, locate(path).end)
    expect(at(['title'])).toBe('A: "B"')
    expect(at(['owner', 'name'])).toBe('X')
    expect(at(['date'])).toBe('2024')
  })
})

describe('placeOf', () => {
  it.each([
    ['a\nbc\nd', 2, 4, { line: 2, column: 1, endColumn: 3 }],
    ['a\r\nbc\r\nd', 4, 5, { line: 2, column: 2, endColumn: 3 }],
    ['a\rbc', 2, 4, { line: 2, column: 1, endColumn: 3 }],
    ['\ufeffabc', 1, 2, { line: 1, column: 1, endColumn: 2 }],
    ['\ufeffabc', 0, 0, { line: 1, column: 1, endColumn: 1 }],
    ['🎙x', 2, 3, { line: 1, column: 3, endColumn: 4 }],
    ['ab\ncd', 1, 5, { line: 1, column: 2, endColumn: 3 }],
    ['ab\n', 3, 3, { line: 2, column: 1, endColumn: 1 }],
    ['ab', 99, 99, { line: 1, column: 3, endColumn: 3 }],
  ])('%j %i–%i', (text, start, end, place) => {
    expect(placeOf('f.md', text, start, end)).toEqual({ file: 'f.md', ...place })
  })
})
