/** The short way through front matter says what YAML says, wherever it says anything. */

import { describe, expect, test } from 'vitest'
import { readData } from '../../src/load/front-matter/data.ts'
import { recover } from '../../src/load/front-matter/recover.ts'
import { simpleData } from '../../src/load/front-matter/simple.ts'
import fc from '../support/property.ts'

const throughYaml = (yaml: string) => {
  const { source, events, problems, isReadable } = recover(yaml)
  const { data, problems: others } = readData(source, events)
  return { data: { ...data }, problems: [...problems, ...others], isReadable }
}

const bits = [
  'a',
  'Title',
  '9',
  ' ',
  '  ',
  ':',
  ': ',
  '#',
  ' #',
  '-',
  '- ',
  '---',
  '...',
  '"',
  "'",
  '\\',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '{',
  '}',
  '[',
  ']',
  ',',
  '?',
  '? ',
  '~',
  'null',
  'true',
  '<<',
  'é',
  '中',
  '😀',
  '–',
  '\t',
  '\r',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\n  ',
  '2026-05-09',
  '1:31:06',
  'https://a.example/?b=c&d#e',
]
const scrap = fc.array(fc.constantFrom(...bits), { maxLength: 6 }).map(parts => parts.join(''))
const value = fc.oneof(
  scrap,
  scrap.map(text => `a${text}`),
  scrap.map(text => `"${text}"`),
  scrap.map(text => `'${text}'`),
  scrap.map(text => `[a${text}]`),
  fc
    .array(fc.oneof(fc.constantFrom('a', 'b c', '1.5', 'x-y', 'null'), scrap), { maxLength: 4 })
    .map(words => `[${words.join(', ')}]`),
)
const key = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('title', 'date', 'season', 'a', 'Z9') }, scrap)
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(key, value).map(([key, value]) => `${key}: ${value}`) },
  scrap,
)
const yaml = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map(lines => lines.map(line => `\n${line}`).join(''))

test('whatever is taken for simple, YAML reads the same, and has nothing to say about it', () => {
  let taken = 0
  fc.assert(
    fc.property(yaml, yaml => {
      const simple = simpleData(yaml)
      if (simple === undefined) return
      taken++
      expect(throughYaml(yaml)).toEqual({ data: { ...simple }, problems: [], isReadable: true })
    }),
    { numRuns: 20_000 },
  )
  expect(taken).toBeGreaterThan(500)
})

describe('most front matter is simple', () => {
  test.each([
    ['\ntitle: First light', { title: 'First light' }],
    [
      '\ntitle: "Salt: & iron"\ndate: 2026-05-09\nseason: 1',
      { title: 'Salt: & iron', date: '2026-05-09', season: '1' },
    ],
    ['\nlink: https://show.example/1?a=b', { link: 'https://show.example/1?a=b' }],
    ['\nduration: 1:31:06\nexplicit: no', { duration: '1:31:06', explicit: 'no' }],
    [
      '\ntags: [radio, low water, 1.5]\ncategories: [A]',
      { tags: ['radio', 'low water', '1.5'], categories: ['A'] },
    ],
    ["\ntitle: Ada's last day (part 2)", { title: "Ada's last day (part 2)" }],
  ])('%j', (yaml, data) => {
    expect({ ...simpleData(yaml) }).toEqual(data)
  })
})

describe('what is left to YAML', () => {
  test.each([
    '',
    '\n',
    '\ntitle:',
    '\ntitle: a\ntitle: b',
    '\ntitle: a # b',
    '\ntitle: a: b',
    '\ntitle: []',
    '\ntitle: [a,b]',
    '\ntitle: [a, [b]]',
    '\ntitle: [a, "b"]',
    '\ntitle: [a: b]',
    '\ntitle: [a, ]',
    '\n  title: a',
    '\ntitle: a\n  b',
    '\ntitle: "a\\n"',
    '\ntitle: a ',
    '\ntitle: a\r\ndate: b',
    '\n__proto__: a',
    '\n# a comment',
  ])('%j', yaml => {
    expect(simpleData(yaml)).toBeUndefined()
  })
})
