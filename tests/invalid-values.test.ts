/** Whatever a person writes where only certain values make sense: it is refused, at the place where it stands. */

import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { hasErrors } from '../src/diagnostic.ts'
import { isMarkdown } from '../src/names.ts'
import { episodeExamples, type FieldExample, showExamples } from './support/field-examples.ts'
import { lay } from './support/lay.ts'
import fc from './support/property.ts'
import { runShow } from './support/run.ts'

type Path = readonly (string | number)[]
type Data = string | readonly Data[] | { readonly [key: string]: Data }

interface Leaf {
  readonly file: 'show.md' | '001.md'
  readonly field: string
  readonly example: FieldExample
  readonly value: Data
  readonly path: Path
}

/** Keys whose value is any text: names, titles, labels, accounts. */
const free = new Set([
  ...['name', 'text', 'title', 'alt', 'purpose', 'description', 'guid', 'itemGuid', 'server', 'space'],
  ...['accountId', 'customKey', 'customValue', 'lang', 'codecs', 'language', 'image', 'cover'],
  ...['role', 'group', 'method', 'keywords', 'seasonName', 'episodeDisplay', 'txt'],
  ...['value', 'blocked', 'author', 'copyright', 'summary', 'itunesTitle', 'allow', 'verify'],
])
/** Whole fields that other tests hold, or whose every text is one. */
const others = new Set([
  ...['chapters', 'transcripts', 'title', 'link', 'description', 'categories', 'language'],
  ...['subtitle', 'overview', 'managingEditor', 'webMaster'],
])
/** What is any text in these alone. */
const freeIn: Readonly<Record<string, readonly string[]>> = {
  alternateEnclosures: ['title', 'rel'],
  // XML compares the name of a namespace as a text, whatever it says.
  namespaces: ['fireside'],
  // Names of the user's own files and keys, what stands there, and patterns for it. What no pattern is: tests/mapping.test.ts.
  content: ['content'],
  where: ['not', 'matches'],
  fields: ['season', 'episode', 'from', 'match'],
  // Whatever CSS takes, and whatever words a page may have. What they may not hold: tests/website/theme.test.ts.
  theme: ['fontTitle'],
  messages: ['recent'],
}

function* leaves(value: Data, path: Path): Iterable<Path> {
  if (typeof value === 'string') yield path
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* leaves(item, [...path, i])
  else for (const [key, item] of Object.entries(value)) yield* leaves(item as Data, [...path, key])
}

const nameOf = (path: Path, field: string): string =>
  String(path.findLast(step => typeof step === 'string') ?? field)

const all: readonly Leaf[] = (
  [
    ['show.md', showExamples],
    ['001.md', episodeExamples],
  ] as const
).flatMap(([file, examples]) =>
  Object.entries(examples).flatMap(([field, example]) => {
    if (others.has(field)) return []
    const [value] = Object.values(
      parse(example.full ?? example.long, { schema: 'failsafe' }) as object,
    ) as Data[]
    return [...leaves(value!, [])]
      .filter(
        path => !free.has(nameOf(path, field)) || (nameOf(path, field) === 'value' && field === 'value'),
      )
      .filter(path => !freeIn[field]?.includes(nameOf(path, field)))
      .map(path => ({ file, field, example, value: value!, path }))
  }),
)

const replaced = (value: Data, [step, ...rest]: Path, text: string): Data => {
  if (step === undefined) return text
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? replaced(item, rest, text) : item))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === step ? replaced(item as Data, rest, text) : item,
    ]),
  )
}

/** No URL, number, flag, date, file or word of any list. */
const nonsense = fc
  .string({ unit: fc.constantFrom(...'¿qzx%'), minLength: 3, maxLength: 12 })
  .map(text => `¿ ${text}`)

const check = async ({ file, field, example, value, path }: Leaf, text: string) => {
  const yaml = JSON.stringify(replaced(value, path, text), null, 1).replaceAll('\n', '\n  ')
  const beside = example.beside ?? {}
  const { files } = lay({ ...beside, [file]: [`${field}: ${yaml}`, beside[file] ?? ''].join('\n') })
  const run = await runShow(files)
  const lines = String(files[file]).split('\n')
  return {
    run,
    line: lines.findIndex(line => line.includes(text)) + 1,
    found: run.diagnostics
      .filter(({ severity }) => severity !== 'note')
      .map(({ place }) => `${place.file}:${place.line}`),
    places: run.diagnostics.map(({ place }) => place),
  }
}

describe('any invalid value', () => {
  test('there are many to try', () => expect(all.length).toBeGreaterThan(80))

  test('property: is said where it stands, and what was refused is not written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), nonsense, async (leaf, text) => {
        const { run, line, found, places } = await check(leaf, text)
        const name = `${leaf.file} ${leaf.field} ${leaf.path.join('.')}`
        expect(run.feed === undefined, name).toBe(hasErrors(run.diagnostics))
        expect(found, name).toContain(`episodes/${leaf.file}:${line}`)
        // A recording that nobody names any more is told by its file, which has no columns.
        for (const place of places.filter(({ file }) => isMarkdown(file)))
          expect(place.column, name).toBeGreaterThan(0)
      }),
      { numRuns: 80 },
    )
  })
})
