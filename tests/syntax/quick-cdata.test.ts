import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { stepOverCdata } from '../../src/syntax/quick-cdata.ts'
import fc from '../support/property.ts'

/** What the parser tells of a document, and where it is when it does. */
const told = (parser: SaxesParser, xml: string): readonly unknown[] => {
  const events: unknown[] = []
  const tell = (kind: string) => (value: unknown) => events.push([kind, value, parser.position])
  for (const kind of ['text', 'cdata', 'comment', 'doctype', 'processinginstruction'] as const)
    parser.on(kind, tell(kind))
  parser.on('opentag', ({ name }) => events.push(['open', name, parser.position]))
  // Its words begin with line and column, which nobody asks for.
  parser.on('error', ({ message }) => events.push([message.replace(/^\d+:\d+: /, ''), parser.position]))
  try {
    parser.write(xml).close()
  } catch (error) {
    events.push(['thrown', String(error), parser.position])
  }
  return events
}

const quick = (): SaxesParser => {
  const parser = new SaxesParser()
  stepOverCdata(parser)
  return parser
}

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ']',
      ']]',
      '>',
      ']]>',
      '<![CDATA[',
      '\r',
      '\r\n',
      '\n',
      '\t',
      '\u0000',
      '\u0001',
      '\ufffe',
    ),
    fc.constantFrom(
      '\ud83c\udf0a',
      '\ud83c',
      '\udf0a',
      '\udbff',
      '\ufeff',
      '\u0085',
      '\u2028',
      '&amp;',
      '<b>',
      '</b>',
    ),
    fc.constantFrom('<!--', '-->', '<?a ', '?>', '<!DOCTYPE a [', ' c="', '"'),
    fc.string({ unit: 'binary' }),
    fc.constant('plain notes of a feed, as there are many '),
  ),
  { maxLength: 8 },
)

test('a CDATA section comes to the same text, the same faults and the same offsets', () => {
  fc.assert(
    fc.property(pieces, fc.boolean(), (all, isInside) => {
      const xml = isInside ? `<a><![CDATA[${all.join('')}]]></a>` : `<a>${all.join('')}</a>`
      expect(told(quick(), xml)).toEqual(told(new SaxesParser(), xml))
    }),
    { numRuns: 2000 },
  )
})

test('nothing of a plain one is looked at character by character', () => {
  const parser = quick()
  const counted = { characters: 0 }
  const inside = parser as unknown as { getCode: () => number }
  const getCode = inside.getCode
  inside.getCode = function (this: unknown) {
    counted.characters++
    return getCode.call(this)
  }
  parser.write(`<a><![CDATA[${'notes '.repeat(1000)}]]></a>`).close()
  expect(counted.characters).toBeLessThan(100)
})
