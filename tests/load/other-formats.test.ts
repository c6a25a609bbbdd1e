/** Front matter in TOML and JSON, and files that are nothing but front matter: the same data, places and repairs as in YAML. */

import { describe, expect, test } from 'vitest'
import { frontMatterValues, jsonValues } from '../../src/limits.ts'
import { replaceScalar } from '../../src/load/edits.ts'
import { applyEdits } from '../../src/load/front-matter/apply-edits.ts'
import { type FrontMatter, readBare, readFrontMatter } from '../../src/load/front-matter.ts'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const at = (text: string, matter: FrontMatter, path: readonly (string | number)[], part?: 'key'): string => {
  const { start, end } = matter.locate(path, part)
  return text.slice(start, end)
}

describe('TOML', () => {
  const text = [
    '\ufeff+++',
    'title = "Fire\\u0020side" # a comment',
    'date = 2017-11-28T14:55:48-05:00',
    'episode = 0_96',
    'guests = ["agoldfuss", "b",]',
    '"a key" = \'C:\\x\'',
    'mp3.file = "x.mp3"',
    '[params]',
    'size = 1_000',
    '[[chapters]]',
    'start = 0.50',
    '[[chapters]]',
    'start = 1e3',
    'deep = { a = [{ b = true }] }',
    '+++',
    'Notes.',
  ]
    .join('\r\n')
    .replace('0_96', '96')
  const matter = readFrontMatter(text)

  test('every scalar is the text that was written', () => {
    expect(matter.problems).toEqual([])
    expect(plain(matter.data)).toEqual({
      title: 'Fire side',
      date: '2017-11-28T14:55:48-05:00',
      episode: '96',
      guests: ['agoldfuss', 'b'],
      'a key': 'C:\\x',
      mp3: { file: 'x.mp3' },
      params: { size: '1000' },
      chapters: [{ start: '0.50' }, { start: '1e3', deep: { a: [{ b: 'true' }] } }],
    })
    expect(matter.body).toBe('Notes.')
  })

  test('has a place for every key and value', () => {
    expect(at(text, matter, ['title'])).toBe('"Fire\\u0020side"')
    expect(at(text, matter, ['title'], 'key')).toBe('title')
    expect(at(text, matter, ['guests', 1])).toBe('"b"')
    expect(at(text, matter, ['mp3', 'file'])).toBe('"x.mp3"')
    expect(at(text, matter, ['chapters', 1, 'start'])).toBe('1e3')
    expect(at(text, matter, ['chapters', 1, 'deep', 'a', 0, 'b'])).toBe('true')
    expect(at(text, matter, ['params', 'nowhere'])).toBe('params')
    expect(at(text, matter, ['nowhere'])).toBe('+++')
  })

  test('a value is replaced, and nothing else', () => {
    const edits = replaceScalar(matter, ['mp3', 'file'], 'a "b".mp3')
    expect(applyEdits(text, edits!).text).toBe(text.replace('"x.mp3"', '"a \\"b\\".mp3"'))
  })

  test.each([
    ['+++\ntitle = "x\n+++\n', 'syntax', 2, 11],
    ['+++\ntitle = x\n+++\n', 'syntax', 2, 9],
    ['+++\na = 1\na = 2\n+++\n', 'duplicate-key', 3, 1],
    [`+++\na = ${'['.repeat(5000)}\n+++\n`, 'too-deep', 2, 1],
  ])('what is none is told where it is: %j', (text, kind, line, column) => {
    const { problems, data } = readFrontMatter(text)
    expect(problems.map(problem => problem.kind)).toEqual([kind])
    const before = text.slice(0, problems[0]!.start).split('\n')
    expect([before.length, before.at(-1)!.length + 1]).toEqual([line, column])
    expect(plain(data)).toEqual({})
  })

  test('a key of JavaScript’s objects is a key like any other', () => {
    const { data } = readFrontMatter('+++\n__proto__ = { polluted = "x" }\nconstructor = "y"\n+++\n')
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('JSON', () => {
  const text =
    '{\n\t"title": "A {\\"b\\"} \\u00fc",\n\t"guid": 12345678901234567890,\n\t"nothing": null,\n\t"list": [1, {"a": true}]\n}\n\nNotes {here}.\n'
  const matter = readFrontMatter(text)

  test('an object at the start of the file is front matter, and the body stands behind it', () => {
    expect(matter.problems).toEqual([])
    expect(plain(matter.data)).toEqual({
      title: 'A {"b"} ü',
      guid: '12345678901234567890',
      nothing: '',
      list: ['1', { a: 'true' }],
    })
    expect(matter.body).toBe('\nNotes {here}.\n')
  })

  test('has a place for every key and value', () => {
    expect(at(text, matter, ['title'], 'key')).toBe('"title"')
    expect(at(text, matter, ['guid'])).toBe('12345678901234567890')
    expect(at(text, matter, ['list', 1, 'a'])).toBe('true')
    expect(at(text, matter, ['list', 1])).toBe('{"a": true}')
  })

  test('a value is replaced, and nothing else', () => {
    const edits = replaceScalar(matter, ['title'], 'B "c"')
    expect(applyEdits(text, edits!).text).toBe(text.replace('"A {\\"b\\"} \\u00fc"', '"B \\"c\\""'))
  })

  test('what is none is told where it is', () => {
    const { problems } = readFrontMatter('{\n"title": "x",\n}\nNotes\n')
    expect(problems).toMatchObject([{ kind: 'syntax', start: 14 }])
  })
})

describe('a file that is front matter and nothing else', () => {
  test.each([
    ['yaml', '---\ntitle: A\nlist:\n  - b: "c"\n'],
    ['yaml', '\ufefftitle: A\nlist:\n  - b: "c"'],
    ['toml', 'title = "A"\n[[list]]\nb = "c"\n'],
    ['json', '{ "title": "A", "list": [{ "b": "c" }] }'],
  ] as const)('%s: %j', (format, text) => {
    const matter = readBare(text, format)
    expect(matter.problems).toEqual([])
    expect(plain(matter.data)).toEqual({ title: 'A', list: [{ b: 'c' }] })
    expect(matter.body).toBe('')
    expect(at(text, matter, ['list', 0, 'b'])).toBe('"c"')
    const edits = replaceScalar(matter, ['list', 0, 'b'], 'd')
    expect(applyEdits(text, edits!).text).toBe(text.replace('"c"', '"d"'))
  })

  test('a mistake in it has its place', () => {
    const text = 'title: A\ndate: B: C\n'
    expect(readBare(text, 'yaml').problems).toMatchObject([{ start: text.indexOf('B: C') }])
  })
})

describe('bounds are said when they are met', () => {
  const list = (length: number): string => Array.from({ length }, () => '1').join(',')

  test.each([
    ['toml', `a = [${list(frontMatterValues)}]`, 'The TOML holds more than 100,000 values'],
    [
      'toml',
      `a = ${'['.repeat(65)}${']'.repeat(65)}`,
      'Lists and tables are nested more than 64 levels deep',
    ],
    ['json', `{"a":[${list(jsonValues)}]}`, 'The JSON holds more than 2,000,000 values'],
    [
      'json',
      `{"a":${'['.repeat(101)}${']'.repeat(101)}}`,
      'Lists and objects are nested more than 100 levels deep',
    ],
  ] as const)('%s', (format, text, message) => {
    const { problems, data } = readBare(text, format)
    expect(problems).toMatchObject([{ message }])
    expect(Object.keys(data)).toEqual([])
  })

  test('and not before', () => {
    expect(readBare(`a = [${list(frontMatterValues - 1)}]`, 'toml').problems).toEqual([])
  })
})

test('what is wrong with JSON is said with what was found', () => {
  expect(readBare('{"a": 1,\n"b" 2}', 'json').problems).toMatchObject([
    { message: 'This is not JSON: expected a colon, found "2}"' },
  ])
})
