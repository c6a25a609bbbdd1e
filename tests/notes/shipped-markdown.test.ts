/** The bundle leaves out what markdown-it never calls: that must not change what Markdown means. */

import { join } from 'node:path'
import MarkdownIt from 'markdown-it'
import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../scripts/bundle.js'
import fc from '../support/property.ts'

/** Lines as they meet in notes, and every character that begins something, indented and not. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    '',
    ' ',
    '\t',
    'Plain words.',
    'Two lines',
    '===',
    '---',
    '- item',
    '1. item',
    '1) b',
    '+ c',
    '* d',
  ),
  fc.constantFrom(
    '> quoted',
    '# Head',
    '```',
    '~~~',
    '| a | b |',
    '| - | - |',
    '[a]: /b',
    '[a]',
    '<div>',
    '<!-- c -->',
  ),
  fc.constantFrom(
    '    code',
    '\tcode',
    'Émile & co',
    '中文',
    '\u00a0x',
    '***',
    '_a_ **b** `c`',
    'https://a.example/x',
    '&amp;',
  ),
  fc.string({ maxLength: 12, unit: fc.constantFrom(...'aé 1-.)#>*_`~|[]()<!:\\\t"') }),
)
const indented = fc
  .tuple(fc.constantFrom('', '', '', ' ', '   ', '    ', '\t', '> ', '- ', '1. ', '  '), line)
  .map(([indent, text]) => indent + text)
const document = fc.array(indented, { maxLength: 12 }).map(lines => lines.join('\n'))

const plain = (tokens: unknown): unknown => JSON.parse(JSON.stringify(tokens))

let shipped: typeof MarkdownIt

beforeAll(async () => {
  const root = join(import.meta.dirname, '../..')
  const code = await codeOf(root, 'markdown-it', { minify: true })
  shipped = (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)).default
})

test('markdown-it as it is shipped reads what markdown-it reads', () => {
  const theirs = new MarkdownIt({ html: true })
  const ours = new shipped({ html: true })
  fc.assert(
    fc.property(document, text => {
      expect(plain(ours.parse(text, {}))).toEqual(plain(theirs.parse(text, {})))
    }),
    { numRuns: 2000 },
  )
})
