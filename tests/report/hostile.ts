import { byPlace, type Diagnostic, diagnose, type Place } from '../../src/diagnostic.ts'
import type { Report } from '../../src/report/reporter.ts'
import fc from '../support/property.ts'
import { dateInvalid, numbered, sample, unknownKey } from './sample.ts'

/** Text that has broken somebody's report: of a terminal, a log, a table or an XML reader. */
const snippets = [
  '\u001b[2J',
  '\u001b]8;;https://evil.example\u0007',
  '\u009b31m',
  '\u0000',
  '\r',
  '\n',
  '\t',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\ufffe',
  '::error::',
  '\n::set-output name=a::b',
  '##[error]',
  '%0A',
  '%25',
  ']]>',
  '<script>',
  '&amp;',
  '"',
  "'",
  '|',
  '`',
  '[a](https://evil.example)',
  '@everyone',
  '{0}',
  '港',
  '👩🏽‍✈️',
  '🇧🇪',
  'e\u0301',
  '\u0301\u0301',
  'می\u200cخواهم',
  ' ',
  'word',
  ':',
  ',',
]

export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...snippets), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 12,
  })
  .map(parts => parts.join(''))

const place: fc.Arbitrary<Place> = fc.record(
  {
    file: fc.oneof(hostile, fc.constantFrom('episodes/001.md', 'episodes/002.md')),
    line: fc.integer({ min: 1, max: 4 }),
    column: fc.integer({ min: 1, max: 40 }),
    endColumn: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: ['file'] },
)

const diagnostic: fc.Arbitrary<Diagnostic> = fc
  .record(
    {
      rule: fc.constantFrom(dateInvalid, unknownKey, numbered),
      place,
      message: hostile,
      help: hostile,
      related: fc.array(fc.record({ place, message: hostile }), { maxLength: 2 }),
      fix: fc.record({
        file: hostile,
        title: hostile,
        edits: fc.constant([{ start: 1, end: 2, text: '' }]),
      }),
    },
    { requiredKeys: ['rule', 'place', 'message'] },
  )
  .map(({ rule, ...finding }) => diagnose(rule, finding))

/** A report in which every text that can come from a stranger does. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    diagnostics: fc.array(diagnostic, { maxLength: 5 }),
    text: hostile,
    name: hostile,
    file: hostile,
  })
  .map(({ diagnostics, text, name, file }) => ({
    ...sample,
    diagnostics: diagnostics.toSorted(byPlace),
    source: () => text,
    shows: [{ name, folder: 'episodes', episodes: 1, ready: { apple: ['a/b'] } }],
    files: [file, 'episodes/001.md'],
  }))
