import { describe, expect, test } from 'vitest'
import { byPlace, type Diagnostic, diagnose, type Severity } from '../../src/diagnostic.ts'
import { displayWidth, visible } from '../../src/report/cells.ts'
import { cropped } from '../../src/report/crop.ts'
import { linesOf } from '../../src/report/lines.ts'
import { pretty } from '../../src/report/pretty.ts'
import type { Report } from '../../src/report/reporter.ts'
import { cpuMilliseconds } from '../support/cpu.ts'
import { growth, LINEAR } from '../support/growth.ts'
import fc from '../support/property.ts'
import { hostile, hostileReport } from './hostile.ts'
import { dateInvalid, numbered, options, sample, unknownKey } from './sample.ts'

const report = (over: Partial<Report>): Report => ({ ...sample, ...over })

/** The line with the span and the carets under it. */
const framed = (text: string, column: number, endColumn?: number, width = 80): [string, string] => {
  const place = { file: 'a.md', line: 1, column, ...(endColumn === undefined ? {} : { endColumn }) }
  const rendered = pretty.render(
    report({ diagnostics: [diagnose(dateInvalid, { place, message: 'M.' })], source: () => text }),
    options({ width }),
  )
  const [line = '', carets = ''] = rendered.split('\n').slice(2)
  return [line.slice(5), carets.slice(5)]
}

describe('the width of text on a terminal', () => {
  test.each([
    ['ASCII', 'harbour', 7],
    ['Latin with an accent, composed and decomposed', 'é e\u0301', 3],
    ['Chinese', '港口', 4],
    ['full-width punctuation', '：', 2],
    ['half-width katakana', 'ﾊﾟ', 2],
    ['Hangul, composed', '항구', 4],
    ['Hangul, conjoining', '\u1112\u1161\u11bc', 2],
    ['an emoji', '⚓🚢', 4],
    ['a text symbol, and the same as emoji', '☀ ☀\ufe0f', 4],
    ['a sign that is no emoji, asked for as one', '★\ufe0f', 1],
    ['a skin tone', '👍🏽', 2],
    ['a family in one character', '👨‍👩‍👧‍👦', 2],
    ['a flag of two letters', '🇧🇪', 2],
    ['a flag of a region', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', 2],
    ['a keycap', '1\ufe0f\u20e3', 2],
    ['Persian with a zero-width non-joiner', 'می\u200cخواهم', 7],
    ['Devanagari', 'की', 2],
    ['Thai with marks above', 'ที่', 1],
    ['a mark with nothing under it: on a dotted circle', '\u0301', 1],
    ['a control character: its picture', '\u0007', 1],
    ['a bidi control: its code', '\u202e', 8],
    ['a tab: to the next stop', 'ab\tc', 5],
  ])('%s', (_, text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('carets stand under what is meant', () => {
  test.each([
    ['after Chinese', '港口: x', 5, 6, '      ^'],
    ['under Chinese', 'a 港口 b', 3, 5, '  ^^^^'],
    ['after a family', '👨‍👩‍👧‍👦 x', 13, 14, '   ^'],
    ['in the middle of a character: under all of it', 'a🇧🇪b', 4, 5, ' ^^'],
    ['after a tab', '\tx', 2, 3, '    ^'],
    ['after combining marks', 'e\u0301e\u0301 x', 6, 7, '   ^'],
    ['under a bidi control, which is shown', 'a\u202eb', 2, 3, ' ^^^^^^^^'],
    ['at the end of the line', 'title:', 7, 8, '      ^'],
    ['beyond the end of the line', 'title:', 40, 44, '      ^'],
    ['at one character when the end is unknown', 'title: x', 8, undefined, '       ^'],
    ['at one character when the end stands before the start', 'title: x', 8, 2, '       ^'],
  ])('%s', (_, text, column, endColumn, carets) => {
    expect(framed(text, column, endColumn)[1]).toBe(carets)
  })

  test('a line without a column is underlined from its first letter to its last', () => {
    const diagnostics = [diagnose(dateInvalid, { place: { file: 'a.md', line: 2 }, message: 'M.' })]
    const rendered = pretty.render(report({ diagnostics, source: () => '---\r\n  a: b  \r\n---' }), options())
    expect(rendered).toContain(' 2 │   a: b\n   │   ^^^^\n')
  })

  test('property: before the carets stands what stands before the span, and under them the span', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (before, span, after) => {
        const line = `${before}${span}${after}`
        const room = 10_000
        const { indent, length } = cropped(
          line,
          { start: before.length, end: before.length + span.length },
          room,
        )
        const ends = [...new Intl.Segmenter('en').segment(line)].map(one => one.index + one.segment.length)
        const begins = [0, ...ends]
        // A span that begins or ends inside of a character means all of it.
        const first = begins.findLast(at => at <= before.length) ?? 0
        const last = ends.find(at => at >= before.length + Math.max(1, span.length)) ?? line.length
        expect(indent).toBe(displayWidth(line.slice(0, Math.min(first, line.length))))
        if (before.length < line.length) {
          expect(length).toBe(Math.max(1, displayWidth(line.slice(0, last)) - indent))
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('long lines', () => {
  test('are cropped around the span', () => {
    const [line, carets] = framed(`${'a '.repeat(200)}HERE${' b'.repeat(200)}`, 401, 405, 60)
    expect(line).toBe('…a a a a a a a a a HERE b b b b b b b b b b b b b b b …')
    expect(carets).toBe('                   ^^^^')
  })

  test('begin at their beginning when the span fits from there', () => {
    expect(framed(`title: x${' y'.repeat(100)}`, 8, 9, 40)).toEqual([
      `title: x${' y'.repeat(13)}…`,
      '       ^',
    ])
  })

  test('a span that is longer than the screen is underlined to its edge', () => {
    const [line, carets] = framed(`title: ${'x'.repeat(500)}`, 8, 508, 40)
    expect(line).toHaveLength(35)
    expect(carets).toBe(`       ${'^'.repeat(27)}`)
  })

  test('property: never wider than the room, with the span in view', () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { maxLength: 30 }).map(parts => parts.join('')),
        fc.nat(400),
        fc.nat(400),
        fc.integer({ min: 20, max: 100 }),
        (line, start, length, room) => {
          const crop = cropped(line, { start, end: start + length }, room)
          expect(displayWidth(crop.text)).toBeLessThanOrEqual(room)
          expect(crop.indent).toBeLessThanOrEqual(room)
          expect(crop.indent + crop.length).toBeLessThanOrEqual(Math.max(room, displayWidth(crop.text) + 1))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a text of a stranger', () => {
  test('cannot reach the terminal: no control, no reordering, no line of its own', () => {
    fc.assert(
      fc.property(hostileReport, hostileOne => {
        const text = pretty.render(hostileOne, options())
        expect(text).not.toMatch(
          /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u,
        )
      }),
    )
  })

  test('keeps only our own colours', () => {
    fc.assert(
      fc.property(hostileReport, hostileOne => {
        const text = pretty.render(hostileOne, options({ colour: true }))
        expect(text.replace(/\u001b\[(?:0|[12]|32|1;3[1346]|1;32)m/g, '')).toBe(
          pretty.render(hostileOne, options()),
        )
      }),
    )
  })

  test('is shown by pictures and codes', () => {
    expect(visible('a\u001b[31mb\u202ec\u0085\ud800')).toBe('a␛[31mb<U+202E>c<U+0085>\ufffd')
  })

  test('a tower of accents is cut down', () => {
    expect(visible(`a${'\u0301'.repeat(5000)}b`).length).toBeLessThan(20)
    expect(framed(`a${'\u0301'.repeat(200)}b`, 202, 203)[0].length).toBeLessThan(20)
  })
})

describe('lines', () => {
  test('end at LF and CRLF; a lone CR is a character', () => {
    const lines = linesOf('a\r\nb\rc\n\n')
    expect([1, 2, 3, 4, 5].map(lines.at)).toEqual(['a', 'b\rc', '', '', undefined])
  })

  test('a place beyond the end of its file is told without a frame', () => {
    const diagnostics = [
      diagnose(dateInvalid, { place: { file: 'a.md', line: 99, column: 1 }, message: 'M.' }),
    ]
    expect(pretty.render(report({ diagnostics, source: () => 'one line' }), options())).toContain(
      'error[episode/date-invalid]: M.\n     ╭─ a.md:99:1\n     ╰─ Apple',
    )
  })
})

describe('many findings', () => {
  const many = (count: number, file: (index: number) => string, message: (index: number) => string) =>
    Array.from({ length: count }, (_, index) =>
      diagnose(numbered, {
        place: { file: file(index), line: index + 1, column: 1 },
        message: message(index),
      }),
    ).sort(byPlace)

  test('the same message in many files is told once, with the next places and the count', () => {
    const diagnostics = many(
      983,
      index => `episodes/${String(index).padStart(4, '0')}.md`,
      () => 'Same.',
    )
    const text = pretty.render(report({ diagnostics, source: () => undefined }), options())
    expect(text.match(/Same\./g)).toHaveLength(1)
    expect(text).toContain('Same. (here and in 982 more places)')
    expect(text).toContain('├─ here too: episodes/0001.md:2:1 and episodes/0002.md:3:1\n')
    expect(text).toContain('983 notes in 983 files.')
  })

  test('in three files a mistake is told three times, and a note once', () => {
    const diagnostics = many(
      3,
      index => `episodes/${index}.md`,
      () => 'Same.',
    )
    const told = (severity: Severity): number | undefined =>
      pretty
        .render(report({ diagnostics: diagnostics.map(one => ({ ...one, severity })) }), options())
        .match(/Same\./g)?.length
    expect([told('error'), told('warning'), told('note')]).toEqual([3, 3, 1])
  })

  test('a file is read once, however much there is to say about it', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `line ${index}`).join('\n')
    const read: string[] = []
    const source = (file: string) => {
      read.push(file)
      return text
    }
    const diagnostics = Array.from({ length: 10_000 }, (_, index) =>
      diagnose(
        numbered,
        { place: { file: 'a.md', line: index + 1, column: 1 }, message: `Message ${index}.` },
        'warning',
      ),
    )
    const rendered = pretty.render(report({ diagnostics, source }), options())
    expect(read).toEqual(['a.md'])
    expect(rendered).toContain(' 1 │ line 0\n')
    expect(rendered).toContain('Message 2. (and 9,997 more of this kind)')
  })

  test('a line of a million characters costs no more than its neighbourhood', () => {
    const line = '港'.repeat(1_000_000)
    const spread = (size: number) =>
      Array.from({ length: size }, (_, index) =>
        diagnose(numbered, {
          place: { file: 'a.md', line: 1, column: 1 + index * 400, endColumn: 3 + index * 400 },
          message: `Message ${index}.`,
        }),
      )
    const render = (diagnostics: ReturnType<typeof spread>) =>
      pretty.render(report({ diagnostics, source: () => line }), options())
    // A frame that read its whole line would take sixteen times as long.
    const narrow = (diagnostics: ReturnType<typeof spread>) =>
      pretty.render(report({ diagnostics, source: () => line.slice(0, 100_000) }), options())
    const few = spread(100)
    const [short, long] = [narrow, render].map(work => cpuMilliseconds(() => work(few)))
    expect(long!).toBeLessThan(Math.max(short!, 100) * 5)
    expect(growth(spread, 100, render)).toBeLessThan(LINEAR)
  })
})

test('related places without room for their words below the carets get them beside the place', () => {
  const place = { file: 'a.md', line: 1, column: 1, endColumn: 30 }
  const diagnostics = [
    diagnose(dateInvalid, { place, message: 'M.', related: [{ place, message: 'first used here' }] }),
  ]
  const source = () => 'x'.repeat(30)
  expect(pretty.render(report({ diagnostics, source }), options({ width: 40 }))).toContain(
    '├─ a.md:1:1  first used here\n',
  )
  expect(pretty.render(report({ diagnostics, source }), options({ width: 80 }))).toContain(
    '^^^ first used here\n',
  )
})

test('a guid that fifty episodes share is shown at five of them', () => {
  const related = Array.from({ length: 54 }, (_, index) => ({
    place: { file: `${index}.md` },
    message: 'used here too',
  }))
  const diagnostics = [diagnose(dateInvalid, { place: { file: 'a.md' }, message: 'M.', related })]
  const text = pretty.render(report({ diagnostics }), options())
  expect(text).toContain('├─ used here too: 0.md, 1.md, 2.md, 3.md and 4.md\n')
  expect(text).toContain('├─ … and 49 more places\n')
})

describe('how much is shown', () => {
  const text = 'one\ntwo\nthree\n'
  const at = (line: number, severity: 'error' | 'warning' | 'note', words = numbered) =>
    diagnose(
      words,
      { place: { file: 'a.md', line, column: 1 }, message: `M${line}.`, help: 'Mend it.' },
      severity,
    )
  const rendered = (...diagnostics: Diagnostic[]) =>
    pretty.render(report({ diagnostics, source: () => text, shows: [] }), options())

  test('of an error the line and its neighbours, each time', () => {
    const shown = rendered(at(2, 'error'), at(3, 'error'))
    expect(shown).toContain(' 1 │ one\n 2 │ two\n   │ ^\n 3 │ three\n')
    expect(shown).toContain(' 2 │ two\n 3 │ three\n   │ ^\n')
  })

  test('of a warning the line, for the first of its rule', () => {
    const shown = rendered(at(2, 'warning'), at(3, 'warning'), at(1, 'warning', unknownKey))
    expect(shown).toContain(
      '   ╭─ a.md:2:1 · Apple and PSP-1 advise against it\n 2 │ two\n   │ ^\n   ╰─ help: Mend it.\n',
    )
    expect(shown).toContain('   ╭─ a.md:3:1 · Apple and PSP-1 advise against it\n   ╰─ help: Mend it.\n')
    expect(shown).toContain(' 1 │ one\n   │ ^\n')
  })

  test('of what is wrong at the same place as the one before, nothing twice', () => {
    const shown = rendered(at(2, 'error'), at(2, 'error', unknownKey), at(3, 'error', dateInvalid))
    expect(shown.match(/ 2 │ two\n {3}│ \^/g)).toHaveLength(1)
    expect(shown).toContain('error[front-matter/unknown-key]: M2.\n   ╭─ a.md:2:1\n   ╰─ help: Mend it.\n')
    expect(shown).toContain(' 3 │ three\n   │ ^\n')
  })

  test('of a note where it is', () => {
    expect(rendered(at(2, 'note', unknownKey))).toContain(
      'note[front-matter/unknown-key]: M2.\n   ╭─ a.md:2:1\n   ╰─ help: Mend it.\n',
    )
  })

  test('notes that say the same of one value after another are one, and those of other advice are not', () => {
    const of = (line: number, help: string) =>
      diagnose(numbered, { place: { file: 'a.md', line }, message: `"a${line}" is odd`, help }, 'note')
    const shown = rendered(
      of(1, 'Mend it.'),
      of(2, 'Mend it.'),
      of(3, 'Mend it.'),
      of(4, 'Mend it.'),
      of(5, 'Go.'),
    )
    expect(shown).toContain('"a1" is odd (and 3 more like it)\n')
    expect(shown).toContain('here too: lines 2 and 3\n')
    expect(shown).toContain('"a5" is odd\n')
    expect(shown).toContain('`--reporter compact` lists every place on a line of its own.')
    expect(rendered(of(1, 'Mend it.'), of(2, 'Mend it.'))).not.toContain('compact')
  })

  test('places of one line are told with their columns', () => {
    const place = (column: number) => ({ file: 'a.md', line: 1, column })
    const related = [4, 9].map(column => ({ place: place(column), message: 'here too' }))
    const one = diagnose(numbered, { place: place(1), message: 'M.', related }, 'note')
    expect(rendered(one)).toContain('├─ here too: 1:4 and 1:9\n')
  })

  test('what to explain is what is shown first', () => {
    expect(rendered(at(1, 'note'), at(3, 'warning', unknownKey))).toContain(
      'explain front-matter/unknown-key`',
    )
  })
})

test('quiet says nothing of what succeeds, and beside what fails how many warnings it keeps to itself', () => {
  const warning = diagnose(numbered, { place: { file: 'a.md' }, message: 'm' }, 'warning')
  const note = diagnose(numbered, { place: { file: 'a.md' }, message: 'm' }, 'note')
  const text = (...diagnostics: Diagnostic[]) =>
    pretty.render(report({ diagnostics, shows: [] }), options({ quiet: true }))
  const error = diagnose(numbered, { place: { file: 'a.md' }, message: 'm' }, 'error')
  expect(text(warning, error, note)).toContain('1 warning not shown; leave out `--quiet` to see it.\n')
  expect(text(warning, note)).toBe('')
  expect(text(note)).toBe('')
  expect(text()).toBe('')
})

test('several shows are told apart', () => {
  const shows = ['One', 'Two'].map(name => ({
    name,
    folder: name,
    episodes: 1,
    ready: { apple: [], spotify: ['show/author-missing'] },
  }))
  expect(pretty.render(report({ diagnostics: [], shows }), options())).toBe(
    `No problems in 2 episodes.
One
  Apple Podcasts: ready
  Spotify: 1 thing in the way (show/author-missing)
Two
  Apple Podcasts: ready
  Spotify: 1 thing in the way (show/author-missing)
`,
  )
})

test('a message of ten thousand spaces costs nothing', () => {
  const spaced = (size: number) =>
    Array.from({ length: 200 }, (_, index) =>
      diagnose(numbered, { place: { file: 'a.md' }, message: `${index}${' '.repeat(size)}x` }),
    )
  const render = (diagnostics: ReturnType<typeof spaced>) => pretty.render(report({ diagnostics }), options())
  expect(growth(spaced, 10_000, render)).toBeLessThan(LINEAR)
})
