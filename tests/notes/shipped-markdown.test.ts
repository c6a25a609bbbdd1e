/** The bundle leaves out what markdown-it never calls: that must not change what Markdown means. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { options } from '../../scripts/bundle.js'
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

let folder: string
let shipped: typeof MarkdownIt

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'build-feed-test-'))
  const root = join(import.meta.dirname, '../..')
  const { entryPoints: _, splitting: __, outdir: ___, ...rest } = options(root)
  const outfile = join(folder, 'markdown.mjs')
  await build({
    ...rest,
    stdin: { contents: "export { default } from 'markdown-it'", resolveDir: root },
    outfile,
    legalComments: 'none',
  })
  shipped = (await import(pathToFileURL(outfile).href)).default
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

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
