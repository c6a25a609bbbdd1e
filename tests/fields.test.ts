/** docs/fields.md, tried: every form of every field is built, becomes the tag that is promised, and short and long say the same. */

import { describe, expect, test } from 'vitest'
import type { Example } from '../src/diagnostic.ts'
import { episodeSchema, showSchema } from '../src/fields/index.ts'
import type { Schema } from '../src/schema/index.ts'
import { episodeExamples, type FieldExample, showExamples } from './support/field-examples.ts'
import { lay } from './support/lay.ts'
import { type Run, runShow } from './support/run.ts'

interface Case {
  readonly field: string
  readonly file: 'show.md' | '001.md'
  readonly example: FieldExample
  readonly tag: string | undefined
}

const casesOf = (
  schema: Schema<object>,
  file: Case['file'],
  examples: Readonly<Record<string, FieldExample>>,
): Case[] =>
  Object.entries(examples).map(([field, example]) => ({
    field,
    file,
    example,
    tag: (schema.fields[field]?.meta() as { tag?: string } | undefined)?.tag,
  }))

const cases = [
  ...casesOf(showSchema as Schema<object>, 'show.md', showExamples),
  ...casesOf(episodeSchema as Schema<object>, '001.md', episodeExamples),
]

const built = (written: string, { file, example }: Case): Promise<Run> => {
  const beside: Example = example.beside ?? {}
  const { files } = lay({ ...beside, [file]: [written, beside[file] ?? ''].join('\n') })
  return runShow(files, { now: '2026-11-24T12:00:00Z' })
}

const errors = (run: Run) => run.diagnostics.filter(({ severity }) => severity === 'error')

test('every field has an example', () => {
  expect(Object.keys(showExamples).sort()).toEqual(Object.keys(showSchema.fields).sort())
  expect(Object.keys(episodeExamples).sort()).toEqual(Object.keys(episodeSchema.fields).sort())
})

describe.each(cases)('$file $field', one => {
  const { example, tag } = one
  const forms = [example.short, example.long, example.full].filter(form => form !== undefined)

  test.each(forms)('builds: %s', async form => {
    const run = await built(form, one)
    expect(errors(run)).toEqual([])
    if (tag !== undefined) expect(run.feed).toMatch(new RegExp(`<${tag}[\\s>/]`))
  })
})

test.each(cases.filter(({ example }) => example.short !== undefined))(
  '$file $field: the short form says what the long one says',
  async one => {
    const [short, long] = [await built(one.example.short!, one), await built(one.example.long, one)]
    expect(short.feed).toBe(long.feed)
    expect(short.feed).toBeDefined()
  },
)
