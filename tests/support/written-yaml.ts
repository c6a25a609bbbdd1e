import fc from './property.ts'

/**
 * Front matter that was written here, piece by piece, so that it is known where every piece stands.
 * The truth against which the reader's own places are held.
 */
export interface WrittenYaml {
  readonly text: string
  readonly data: Record<string, unknown>
  readonly spans: readonly Span[]
  readonly body: string
}

export interface Span {
  readonly path: readonly (string | number)[]
  readonly part: 'key' | 'value'
  readonly start: number
  readonly end: number
}

type Style = 'plain' | 'single' | 'double' | 'lines' | 'literal' | 'folded'
type Tree =
  | { readonly kind: 'scalar'; readonly style: Style; readonly words: readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'list'; readonly isFlow: boolean; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly isFlow: boolean; readonly entries: readonly Entry[] }
interface Entry {
  readonly key: string
  readonly quote: '' | '"' | "'"
  readonly gap: '' | ' '
  readonly comment: '' | ' # a: b' | ' # | "'
  readonly above: '' | '# - x: y' | ' '
  readonly value: Tree
}

const WORDS = [
  'one',
  'Zwölf',
  '日本',
  '🎙',
  'שלום',
  'a:b',
  'c#d',
  "it's",
  '1:31:06',
  '010',
  'no',
  'x@y',
  'tab\there',
] as const

const scalar = fc.record({
  kind: fc.constant('scalar' as const),
  style: fc.constantFrom<Style>('plain', 'single', 'double', 'lines', 'literal', 'folded'),
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
})

const entryOf = (value: fc.Arbitrary<Tree>): fc.Arbitrary<Entry> =>
  fc.record({
    key: fc.constantFrom('title', 'date', 'persons', 'role', 'clé', 'two words', 'x-y', 'ключ', 'a1'),
    quote: fc.constantFrom('', '"', "'"),
    gap: fc.constantFrom('', ' '),
    comment: fc.constantFrom('', ' # a: b', ' # | "'),
    above: fc.constantFrom('', '# - x: y', ' '),
    value,
  })

const { tree } = fc.letrec<{ tree: Tree; map: Tree; list: Tree }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.constant<Tree>({ kind: 'empty' }),
    tie('map'),
    tie('list'),
  ),
  map: fc.record({
    kind: fc.constant('map' as const),
    isFlow: fc.boolean(),
    entries: fc.uniqueArray(entryOf(tie('tree')), {
      minLength: 1,
      maxLength: 3,
      selector: entry => entry.key,
    }),
  }),
  list: fc.record({
    kind: fc.constant('list' as const),
    isFlow: fc.boolean(),
    items: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
  }),
}))

export const writtenYaml: fc.Arbitrary<WrittenYaml> = fc
  .record({
    entries: fc.uniqueArray(entryOf(tree), { minLength: 1, maxLength: 5, selector: entry => entry.key }),
    indent: fc.integer({ min: 1, max: 4 }),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    bom: fc.constantFrom('', '\ufeff'),
    fenceSpace: fc.constantFrom('', '  '),
    body: fc.constantFrom('', 'Text\n', '\n---\nText', '# 🎙\n'),
  })
  .map(({ entries, indent, lineBreak, bom, fenceSpace, body }) => {
    const page: Page = { text: `${bom}---${fenceSpace}${lineBreak}`, ink: 0, spans: [], lineBreak, indent }
    const data = writeEntries(page, entries, 0, [], true)
    page.text += `---${fenceSpace}${lineBreak}`
    return { text: page.text + body, data, spans: page.spans, body }
  })

interface Page {
  text: string
  /** Where the last thing ends that is no white space, comment or comma. */
  ink: number
  readonly spans: Span[]
  readonly lineBreak: string
  readonly indent: number
}

type Steps = readonly (string | number)[]

function mark(page: Page, path: Steps, part: Span['part'], text: string): void {
  const start = page.text.length
  page.text += text
  page.ink = page.text.length
  page.spans.push({ path, part, start, end: page.ink })
}

function writeEntries(
  page: Page,
  entries: readonly Entry[],
  column: number,
  path: Steps,
  startsLine: boolean,
): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const [index, entry] of entries.entries()) {
    if (index > 0 || startsLine) {
      if (entry.above !== '') page.text += entry.above + page.lineBreak
      page.text += ' '.repeat(column)
    }
    writeKey(page, entry, [...path, entry.key])
    data[entry.key] = writeValue(page, entry.value, column, [...path, entry.key], entry.comment)
  }
  return data
}

function writeKey(page: Page, { key, quote, gap }: Entry, path: Steps): void {
  mark(page, path, 'key', quote + key + quote)
  page.text += `${gap}:`
  page.ink = page.text.length
}

/** After a colon: on the same line, or on the lines below. Ends with a line break. */
function writeValue(page: Page, value: Tree, column: number, path: Steps, comment: string): unknown {
  const inner = column + page.indent
  if (value.kind === 'map' && !value.isFlow) {
    page.text += comment + page.lineBreak
    const start = page.text.length + leading(value.entries[0]!, page, inner)
    const data = writeEntries(page, value.entries, inner, path, true)
    page.spans.push({ path, part: 'value', start, end: page.ink })
    return data
  }
  if (value.kind === 'list' && !value.isFlow) {
    page.text += comment + page.lineBreak
    return writeItems(page, value.items, inner, path)
  }
  if (value.kind === 'empty') {
    page.text += comment + page.lineBreak
    return ''
  }
  page.text += ' '
  const data = writeInline(page, value, inner, path, comment)
  const isBlock = value.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded')
  page.text += (isBlock ? '' : comment) + page.lineBreak
  return data
}

const leading = (entry: Entry, page: Page, column: number): number =>
  (entry.above === '' ? 0 : entry.above.length + page.lineBreak.length) + column

function writeItems(page: Page, items: readonly Tree[], column: number, path: Steps): unknown[] {
  return items.map((item, index) => {
    page.text += `${' '.repeat(column)}-`
    page.ink = page.text.length
    const here = [...path, index]
    if (item.kind === 'map' && !item.isFlow) {
      page.text += ' '
      return writeEntries(page, item.entries, column + 2, here, false)
    }
    return writeValue(page, item, column, here, '')
  })
}

function writeInline(page: Page, value: Tree, column: number, path: Steps, comment: string): unknown {
  if (value.kind === 'scalar') return writeScalar(page, value.style, value.words, column, path, comment)
  if (value.kind === 'empty') return ''
  const start = page.text.length
  const data =
    value.kind === 'list'
      ? flowList(page, value.items, column, path)
      : flowMap(page, value.entries, column, path)
  page.ink = page.text.length
  page.spans.push({ path, part: 'value', start, end: page.ink })
  return data
}

const inFlow = (tree: Tree): Tree =>
  tree.kind === 'list' || tree.kind === 'map'
    ? { ...tree, isFlow: true }
    : tree.kind === 'scalar' && tree.style !== 'single'
      ? { ...tree, style: 'double' }
      : tree.kind === 'empty'
        ? { kind: 'scalar', style: 'single', words: ['one'] }
        : tree

function flowList(page: Page, items: readonly Tree[], column: number, path: Steps): unknown[] {
  page.text += '['
  const data = items.map((item, index) => {
    if (index > 0) page.text += ', '
    return writeInline(page, inFlow(item), column, [...path, index], '')
  })
  page.text += ' ]'
  return data
}

function flowMap(
  page: Page,
  entries: readonly Entry[],
  column: number,
  path: Steps,
): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  page.text += '{ '
  for (const [index, entry] of entries.entries()) {
    if (index > 0) page.text += `,${page.lineBreak}${' '.repeat(column)}`
    writeKey(page, entry, [...path, entry.key])
    page.text += ' '
    data[entry.key] = writeInline(page, inFlow(entry.value), column, [...path, entry.key], '')
  }
  page.text += '}'
  return data
}

function writeScalar(
  page: Page,
  style: Style,
  words: readonly string[],
  column: number,
  path: Steps,
  comment: string,
): string {
  const line = words.join(' ')
  const below = page.lineBreak + ' '.repeat(column)
  switch (style) {
    case 'plain':
      mark(page, path, 'value', line)
      return line
    case 'lines':
      mark(page, path, 'value', words.join(below))
      return line
    case 'single':
      mark(page, path, 'value', `'${line.replaceAll("'", "''")}'`)
      return line
    case 'double':
      mark(page, path, 'value', `"${words.join(below)}"`)
      return line
    case 'literal':
      mark(page, path, 'value', `|${comment}${below}${words.join(below)}`)
      return `${words.join('\n')}\n`
    case 'folded':
      mark(page, path, 'value', `>-${comment}${below}${words.join(below)}`)
      return line
  }
}
