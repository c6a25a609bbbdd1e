import { describe, expect, it } from 'vitest'
import type { Edit } from '../../src/diagnostic.ts'
import {
  applyEdits,
  insertEntry,
  quoteScalar,
  removeEntry,
  renameKey,
  replaceScalar,
} from '../../src/load/edits.ts'
import { type FrontMatter, readFrontMatter } from '../../src/load/front-matter.ts'

const file = (yaml: string): string => `---\n${yaml}\n---\nNotes.\n`

/** The YAML after an edit; undefined where the edit is refused. With CRLF the same must happen, byte for byte. */
function edited(
  yaml: string,
  edit: (matter: FrontMatter) => readonly Edit[] | undefined,
): string | undefined {
  const [lf, crlf] = [file(yaml), file(yaml).replaceAll('\n', '\r\n')].map(text => {
    const edits = edit(readFrontMatter(text))
    return edits === undefined ? undefined : applyEdits(text, edits).text
  })
  expect(crlf).toBe(lf?.replaceAll('\n', '\r\n'))
  return lf?.slice('---\n'.length, -'\n---\nNotes.\n'.length)
}

describe('applyEdits', () => {
  it('applies in the order of the text, and skips what overlaps or lies outside', () => {
    const late = { start: 4, end: 5, text: 'E' }
    const early = { start: 0, end: 2, text: '' }
    const overlapping = { start: 1, end: 3, text: '?' }
    const outside = { start: 5, end: 9, text: '?' }
    expect(applyEdits('abcde', [late, outside, overlapping, early])).toEqual({
      text: 'cdE',
      skipped: [overlapping, outside],
    })
  })

  it('insertions at one place come in the order in which they are given', () => {
    const at = (text: string): Edit => ({ start: 1, end: 1, text })
    expect(applyEdits('ab', [at('1'), at('2')]).text).toBe('a12b')
  })
})

describe('quoteScalar', () => {
  it.each([
    ['plain text', 'plain text'],
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['C#', 'C#'],
    ["it's", "it's"],
    ['Ünï 🎙 שלום', 'Ünï 🎙 שלום'],
    ['A: B', '"A: B"'],
    ['Episode #5', '"Episode #5"'],
    ['#5', '"#5"'],
    ['', '""'],
    [' x', '" x"'],
    ['x:', '"x:"'],
    ['[x]', '"[x]"'],
    ['a, b', '"a, b"'],
    ['say "A: B"', `'say "A: B"'`],
    ['C:\\x: y', `'C:\\x: y'`],
    ['two\nlines', '"two\\nlines"'],
    ['"\n', '"\\"\\n"'],
    ['\u0000\ud800', '"\\u0000\\ud800"'],
    ['no', '"no"'],
    ['null', '"null"'],
    ['010', '"010"'],
    ['1:31:06', '"1:31:06"'],
    ['2024-01-02', '"2024-01-02"'],
    ['-', '"-"'],
    ['---', '"---"'],
    ['<<', '"<<"'],
  ])('%j is written %s', (text, written) => {
    expect(quoteScalar(text)).toBe(written)
  })
})

describe('renameKey', () => {
  it.each([
    ['explcit: no # a comment', ['explcit'], 'explicit', 'explicit: no # a comment'],
    ['"explcit" : no', ['explcit'], 'explicit', '"explicit" : no'],
    ['a: {"b": 1, c: 2}', ['a', 'b'], 'x', 'a: {"x": 1, c: 2}'],
    [
      'persons:\n- nmae: Ann\n  role: host',
      ['persons', 0, 'nmae'],
      'name',
      'persons:\n- name: Ann\n  role: host',
    ],
    ['a: &x 1\nb: *x', ['b'], 'c', 'a: &x 1\nc: *x'],
    ['a: A: "B"\nb: 1', ['a'], 'c', 'c: A: "B"\nb: 1'],
  ])('%j', (yaml, path, name, after) => {
    expect(edited(yaml, matter => renameKey(matter, path, name))).toBe(after)
  })

  it.each([
    ['a name that stands beside it', 'a: 1\nb: 2', ['a'], 'b'],
    ['what is not there', 'a: 1', ['b'], 'c'],
    ['a list item', 'a: [1]', ['a', 0], 'c'],
    ['a key that was merged from elsewhere', 'a: &x {k: 1}\nb:\n  <<: *x', ['b', 'k'], 'c'],
    ['a key under an alias', 'a: &x {k: 1}\nb: *x', ['b', 'k'], 'c'],
  ])('refuses %s', (_name, yaml, path, name) => {
    expect(edited(yaml, matter => renameKey(matter, path, name))).toBeUndefined()
  })
})

describe('replaceScalar', () => {
  it.each([
    ['plain stays plain', 'a: one # c', 'two', 'a: two # c'],
    ['plain is quoted where it has to be', 'a: one', 'x: y', 'a: "x: y"'],
    ['double quotes stay', 'a: "one"', 'say "no"', 'a: "say \\"no\\""'],
    ['single quotes stay', "a: 'one'", "it's", "a: 'it''s'"],
    ['single quotes give way to what needs an escape', "a: 'one'", 'x\ny', 'a: "x\\ny"'],
    ['lines of plain text become one', 'a: one\n  two\nb: 1', 'three', 'a: three\nb: 1'],
    ['an empty value', 'a:   # c\nb: 1', 'x', 'a: x   # c\nb: 1'],
    ['an empty value in braces', '{a, b: 1}', 'x', '{a: x, b: 1}'],
    ['an alias', 'b: &x 1\na: *x', 'text', 'b: &x 1\na: text'],
    [
      'a literal block',
      'a: |  # c\n   one\n\n   two\nb: 1',
      'x\n  y\n\nz\n',
      'a: |  # c\n   x\n     y\n\n   z\nb: 1',
    ],
    ['a folded block', 'a: >-\n  one\n  two\nb: 1', 'x', 'a: >-\n  x\nb: 1'],
    ['a folded block that gets lines', 'a: >\n  one\n  two\nb: 1', 'x\ny', 'a: |-\n  x\n  y\nb: 1'],
    ['a block that cannot hold the text', 'a: |\n  one\nb: 1', ' x', 'a: " x"\nb: 1'],
    ['a block with an indentation of its own', 'a: |2-\n    one\nb: 1', 'x\n', 'a: |\n  x\nb: 1'],
  ])('%s', (_name, yaml, to, after) => {
    expect(edited(yaml, matter => replaceScalar(matter, ['a'], to))).toBe(after)
    expect(readFrontMatter(file(after)).data.a).toBe(to)
  })

  it.each([
    ['a list', 'a: [1]', ['a']],
    ['what is not there', 'a: 1', ['b']],
    ['a value that others repeat', 'a: &x 1\nb: *x', ['a']],
    ['what was mended', 'a: A: B', ['a']],
  ])('refuses %s', (_name, yaml, path) => {
    expect(edited(yaml, matter => replaceScalar(matter, path, 'x'))).toBeUndefined()
  })
})

describe('removeEntry', () => {
  it.each([
    ['with its comment', 'a: 1\n# about b\nb: 2 # c\nc: 3', ['b'], 'a: 1\n# about b\nc: 3'],
    ['the last', 'a: 1\nb: 2', ['b'], 'a: 1'],
    ['with all its lines', 'a:\n  - 1\n\n  - 2\nb: 2', ['a'], 'b: 2'],
    ['a text block', 'a: |\n  x\n  y\n\nb: 2', ['a'], '\nb: 2'],
    [
      'the first after a dash',
      'p:\n  - name: A\n    # r\n    role: B',
      ['p', 0, 'name'],
      'p:\n  - # r\n    role: B',
    ],
    ['an item', 'p:\n  - A\n  - B', ['p', 1], 'p:\n  - A'],
    ['a parent that would be left empty', 'a: 1\np:\n  - name: A', ['p', 0, 'name'], 'a: 1'],
    ['first in brackets', 'a: [1, 2, 3]', ['a', 0], 'a: [2, 3]'],
    ['last in brackets', 'a: [1, 2, 3 ]', ['a', 2], 'a: [1, 2 ]'],
    ['in braces', '{a: 1, "b": {c: d}}', ['b'], '{a: 1}'],
  ])('%s', (_name, yaml, path, after) => {
    expect(edited(yaml, matter => removeEntry(matter, path))).toBe(after)
    expect(readFrontMatter(file(after)).problems).toEqual([])
  })

  it('the only entry: the fences stay', () => {
    for (const text of ['---\na: 1\n---\nB', '---\r\na: 1\r\n---\r\nB']) {
      const after = applyEdits(text, removeEntry(readFrontMatter(text), ['a'])!).text
      expect(after).toBe(text.replace(/a: 1\r?\n/, ''))
    }
  })

  it('refuses to remove what others repeat', () => {
    expect(edited('a: &x 1\nb: *x', matter => removeEntry(matter, ['a']))).toBeUndefined()
    expect(edited('a: &x 1\nb: *x', matter => removeEntry(matter, ['b']))).toBe('a: &x 1')
  })
})

describe('insertEntry', () => {
  it.each([
    ['after the last', 'a: 1 # c\n# end', 'a: 1 # c\n# end\nguid: "x: y"'],
    ['after a text block', 'a: |\n  x', 'a: |\n  x\nguid: "x: y"'],
    ['in braces', '{a: 1, b: }', '{a: 1, b: "", guid: "x: y" }'],
    ['in empty braces', '{}', '{guid: "x: y"}'],
    ['in the column of the others', '  a: 1\n  b: 2', '  a: 1\n  b: 2\n  guid: "x: y"'],
  ])('%s', (_name, yaml, after) => {
    expect(edited(yaml, matter => insertEntry(matter, 'guid', 'x: y'))).toBe(after)
    expect(readFrontMatter(file(after)).data.guid).toBe('x: y')
  })

  it.each(['---\n---\nB', '---\r\n---\r\nB', '---\n# c\n---', '\ufeff---\r\n\r\n---\r\n'])(
    'into empty front matter: %j',
    text => {
      const after = applyEdits(text, insertEntry(readFrontMatter(text), 'guid', 'x')!).text
      expect(readFrontMatter(after).data.guid).toBe('x')
      expect(readFrontMatter(after).problems).toEqual([])
      expect(after.includes('\r')).toBe(text.includes('\r'))
      expect(after).not.toMatch(/[^\r]\n.*\r|\r(?!\n)/s)
    },
  )

  it('refuses a name that is there, one that may be there unread, and a file without front matter', () => {
    expect(edited('guid: x', matter => insertEntry(matter, 'guid', 'y'))).toBeUndefined()
    expect(edited('guid:\n - a\n  b: "', matter => insertEntry(matter, 'guid', 'y'))).toBeUndefined()
    expect(insertEntry(readFrontMatter('text'), 'guid', 'y')).toBeUndefined()
  })
})
