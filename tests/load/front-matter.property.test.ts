import { describe, expect, it } from 'vitest'
import {
  applyEdits,
  insertEntry,
  quoteScalar,
  removeEntry,
  renameKey,
  replaceScalar,
} from '../../src/load/edits.ts'
import { readFrontMatter } from '../../src/load/front-matter.ts'
import fc from '../support/property.ts'
import { writtenYaml } from '../support/written-yaml.ts'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const anyText = fc.string({ unit: 'binary', maxLength: 40 })

describe('front matter written piece by piece', () => {
  it('is read as it was meant, and every key and value is found where it was put', () => {
    fc.assert(
      fc.property(writtenYaml, ({ text, data, spans, body }) => {
        const read = readFrontMatter(text)
        expect(read.problems).toEqual([])
        expect(plain(read.data)).toEqual(data)
        expect(read.body).toBe(body)
        for (const { path, part, start, end } of spans)
          expect([path, part, read.locate(path, part)]).toEqual([path, part, { start, end }])
      }),
      { numRuns: 200 },
    )
  })

  it('a key is renamed, and no other byte changes', () => {
    fc.assert(
      fc.property(
        writtenYaml,
        fc.nat(),
        fc.constantFrom('renamed', 'new name', 'it: "is"'),
        (written, pick, name) => {
          const keys = written.spans.filter(span => span.part === 'key')
          const { path, start, end } = keys[pick % keys.length]!
          const edits = renameKey(readFrontMatter(written.text), path, name)!
          const { text } = applyEdits(written.text, edits)
          expect(text.startsWith(written.text.slice(0, start))).toBe(true)
          expect(text.endsWith(written.text.slice(end))).toBe(true)
          const read = readFrontMatter(text)
          expect(read.problems).toEqual([])
          expect(plain(read.data)).toEqual(renamed(written.data, path, name))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('a value is replaced by any text, and nothing else changes', () => {
    fc.assert(
      fc.property(
        writtenYaml,
        fc.nat(),
        fc.oneof(anyText, fc.constantFrom('', 'a\n b\n\nc\n', '#x', '- y')),
        (written, pick, to) => {
          const read = readFrontMatter(written.text)
          const scalars = written.spans.filter(({ path }) => typeof at(written.data, path) === 'string')
          if (scalars.length === 0) return
          const { path } = scalars[pick % scalars.length]!
          const after = readFrontMatter(applyEdits(written.text, replaceScalar(read, path, to)!).text)
          expect(after.problems).toEqual([])
          expect(plain(after.data)).toEqual(plain(replaced(written.data, path, to)))
          expect(after.body).toBe(written.body)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('an entry is removed, with parents that it leaves empty, and nothing else changes', () => {
    fc.assert(
      fc.property(writtenYaml, fc.nat(), (written, pick) => {
        const { path } = written.spans[pick % written.spans.length]!
        const edits = removeEntry(readFrontMatter(written.text), path)!
        const after = readFrontMatter(applyEdits(written.text, edits).text)
        expect(after.problems).toEqual([])
        expect(plain(after.data)).toEqual(removed(written.data, path))
        expect(after.body).toBe(written.body)
      }),
      { numRuns: 200 },
    )
  })

  it('a field is added after the last one', () => {
    fc.assert(
      fc.property(writtenYaml, anyText, (written, value) => {
        const edits = insertEntry(readFrontMatter(written.text), 'guid', value)!
        const after = readFrontMatter(applyEdits(written.text, edits).text)
        expect(after.problems).toEqual([])
        expect(plain(after.data)).toEqual(plain({ ...written.data, guid: value }))
        expect(Object.keys(after.data).at(-1)).toBe('guid')
        expect(after.body).toBe(written.body)
      }),
      { numRuns: 200 },
    )
  })
})

describe('any text', () => {
  it('quoteScalar writes it so that it is read back', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...' :#-?\'"[]{}&*!|>%@`\n\t~\\a1e.') })),
        text => {
          for (const yaml of [
            `a: ${quoteScalar(text)}`,
            `a: [${quoteScalar(text)}]`,
            `- ${quoteScalar(text)}`,
          ]) {
            const source = yaml.startsWith('-') ? `a:\n${yaml}` : yaml
            const { data, problems } = readFrontMatter(`---\n${source}\n---\n`)
            expect(problems).toEqual([])
            expect([data.a].flat()[0]).toBe(text)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('front matter with slips', () => {
  /** Pieces that break YAML, put anywhere into good front matter. */
  const slips = fc.array(
    fc.record({
      at: fc.nat(),
      length: fc.integer({ min: 0, max: 4 }),
      text: fc.oneof(
        fc.constantFrom(
          ...': |"|\'|\t|\n|\n  |\n- |[|]|{|}|#|&|*|!|>|%|@|`|\u00a0|：|---|\r|\u0000|\\|? |<<: *x|--- x'.split(
            '|',
          ),
          '|',
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )

  it('never throw, are read in a bounded time, and have their places inside the text', () => {
    fc.assert(
      fc.property(writtenYaml, slips, ({ text }, changes) => {
        const broken = changes.reduce((now, { at, length, text: piece }) => {
          const start = at % (now.length + 1)
          return now.slice(0, start) + piece + now.slice(start + length)
        }, text)
        const read = readFrontMatter(broken)
        expect(broken.slice(read.bodyOffset)).toBe(read.body)
        for (const { start, end, edits = [], related = [], help, message } of read.problems) {
          for (const range of [{ start, end }, ...edits, ...related]) {
            expect(range.start).toBeGreaterThanOrEqual(0)
            expect(range.end).toBeGreaterThanOrEqual(range.start)
            expect(range.end).toBeLessThanOrEqual(broken.length)
          }
          expect(message).not.toBe('')
          expect(help).toMatch(/^[A-Z]/)
          expect(applyEdits(broken, edits).skipped).toEqual([])
        }
        for (const key of Object.keys(read.data)) {
          const { start, end } = read.locate([key], 'key')
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(broken.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})

// -------------------------------------------------------------------------------------------- expectations

type Steps = readonly (string | number)[]
type Data = Record<string | number, unknown>

const at = (data: unknown, path: Steps): unknown => path.reduce((now, step) => (now as Data)[step], data)

/** A copy of `data`, with the map or list around the last step changed by `change`. */
function changed(
  data: unknown,
  path: Steps,
  change: (parent: unknown, last: string | number) => unknown,
): unknown {
  if (path.length === 1) return change(data, path[0]!)
  const [first, ...rest] = path
  const inner = changed((data as Data)[first!], rest, change)
  return replacedStep(data, first!, inner)
}

const replacedStep = (parent: unknown, step: string | number, value: unknown): unknown =>
  Array.isArray(parent) ? parent.with(Number(step), value) : { ...(parent as Data), [step]: value }

const replaced = (data: unknown, path: Steps, to: string): unknown =>
  changed(data, path, (parent, last) => replacedStep(parent, last, to))

const renamed = (data: unknown, path: Steps, name: string): unknown =>
  changed(data, path, (parent, last) =>
    Object.fromEntries(
      Object.entries(parent as Data).map(([key, value]) => [key === last ? name : key, value]),
    ),
  )

function removed(data: unknown, path: Steps): unknown {
  const rest = changed(data, path, (parent, last) =>
    Array.isArray(parent)
      ? parent.filter((_, index) => index !== last)
      : Object.fromEntries(Object.entries(parent as Data).filter(([key]) => key !== last)),
  )
  const above = path.slice(0, -1)
  return above.length > 0 && Object.keys(at(rest, above) as object).length === 0 ? removed(data, above) : rest
}
