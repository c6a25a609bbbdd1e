import { describe, expect, test } from 'vitest'
import { type JsonNode, memberOf, parseJson } from '../../src/syntax/json.ts'
import fc from '../support/property.ts'

function plain(node: JsonNode): unknown {
  if (node.type === 'array') return node.items.map(plain)
  if (node.type !== 'object') return node.value
  const result: Record<string, unknown> = {}
  for (const { key, value } of node.members) {
    Object.defineProperty(result, key, {
      value: plain(value),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return result
}
const read = (text: string) => {
  const reading = parseJson(text)
  return 'node' in reading ? plain(reading.node) : reading.fault
}

test('any value, however it is laid out, is what JSON.parse makes of it', () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 0, max: 4 }), (text, indent) => {
      const laidOut = JSON.stringify(JSON.parse(text), undefined, indent)
      expect(read(laidOut)).toEqual(JSON.parse(laidOut))
    }),
  )
})

test('any text is refused exactly when JSON.parse refuses it', () => {
  const fragments = fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"a"',
        '"',
        '1',
        '-',
        '0',
        '.5',
        'e3',
        'true',
        'nul',
        ' ',
        '\n',
        '\\u00',
        '\\n',
        '\t',
        '\u0001',
      ),
    )
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(fragments, fc.string()), text => {
      let valid = true
      try {
        JSON.parse(text)
      } catch {
        valid = false
      }
      expect('node' in parseJson(text)).toBe(valid)
    }),
    { numRuns: 2000 },
  )
})

describe('the place of the first fault', () => {
  test.each([
    ['', 1, 1, 'value'],
    ['{"a": 1,\n "b": }', 2, 7, 'value'],
    ['{"a": 1,\n}', 1, 8, 'no-trailing-comma'],
    ['[1, 2,]', 1, 6, 'no-trailing-comma'],
    ['{"a": 1\n "b": 2}', 2, 2, 'comma-or-end'],
    ["{'a': 1}", 1, 2, 'key'],
    ['{"a" 1}', 1, 6, 'colon'],
    ['{"a": "b', 1, 7, 'string-end'],
    ['{"a": "b\nc"}', 1, 9, 'string-end'],
    ['{} // done', 1, 4, 'end-of-text'],
    ['{"a": 1', 1, 8, 'comma-or-end'],
  ])('%j', (text, line, column, expected) => {
    expect(read(text)).toMatchObject({ line, column, expected })
  })
})

test('every value knows its place, and the last of two members counts', () => {
  const reading = parseJson('\ufeff{\n  "a": [1,\n    "x"],\n  "a": 2\n}')
  if (!('node' in reading)) throw new Error('not read')
  const member = memberOf(reading.node, 'a')!
  expect(reading.positionAt(member.offset)).toMatchObject({ line: 4, column: 3 })
  expect(reading.positionAt(member.value.offset)).toMatchObject({ line: 4, column: 8 })
  expect(memberOf(reading.node, 'b')).toBeUndefined()
})

test('depth and length are bounded', () => {
  expect(read('['.repeat(1_000_000))).toMatchObject({ expected: 'less-depth', column: 102 })
  expect(read(`"${'é'.repeat(8_000_000)}"`)).toHaveLength(8_000_000)
})
