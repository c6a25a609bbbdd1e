/** What makes Markdown quick must not change what it means. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { options, quickened } from '../../scripts/bundle.js'
import { parseMarkdown } from '../../src/check/notes/markdown.ts'
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

test('a markdown-it that is compiled otherwise is not bundled', () => {
  expect(() => quickened('const markdown = 1')).toThrow('see scripts/bundle.js')
})

test('the short cut for a paragraph of one line makes the same blocks', () => {
  const blocks = (
    tokens: readonly { type: string; tag: string; level: number; map: unknown; content: string }[],
  ) => tokens.map(({ type, tag, level, map, content }) => ({ type, tag, level, map, content }))
  const theirs = new MarkdownIt({ html: true, maxNesting: 100 })
  fc.assert(
    fc.property(document, text => {
      expect(blocks(parseMarkdown(text))).toEqual(blocks(theirs.parse(text, {})))
    }),
    { numRuns: 3000 },
  )
})
