/** The JSON Schemas: what editors complete and check must be what the program takes. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { episodeSchema, showSchema } from '../src/fields/index.ts'
import { readField, type Schema } from '../src/schema/index.ts'
import { jsonSchema } from '../src/schema/json-schema.ts'
import { violations } from './report/schema.ts'
import { documentOf, frontMatter } from './support/good-show.ts'
import fc from './support/property.ts'

interface Field {
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly enum?: readonly unknown[]
  readonly [word: string]: unknown
}
interface Json {
  readonly required: readonly string[]
  readonly additionalProperties: boolean
  readonly properties: Readonly<Record<string, Field>>
  readonly [word: string]: unknown
}

const matterOf = (text: string): unknown => parse(text.split(/^---$/m)[1]!)
const episodes = new URL('../episodes/', import.meta.url)
const sample = readdirSync(episodes).filter(name => name.endsWith('.md') && name !== 'show.md')

describe.each([
  {
    schema: showSchema as Schema<object>,
    good: [readFileSync(new URL('show.md', episodes), 'utf8'), documentOf(frontMatter['show.md'], '')],
  },
  {
    schema: episodeSchema as Schema<object>,
    good: [
      ...sample.map(name => readFileSync(new URL(name, episodes), 'utf8')),
      documentOf(frontMatter['001.md'], ''),
      documentOf(frontMatter['002.md'], ''),
    ],
  },
])('$schema.name', ({ schema, good }) => {
  const json = JSON.parse(jsonSchema(schema)) as Json

  test('draft 7, with every field, the required ones, and nothing beside them', () => {
    expect(json.$schema).toBe('http://json-schema.org/draft-07/schema#')
    expect(Object.keys(json.properties)).toEqual(Object.keys(schema.fields))
    expect(json.required).toEqual(schema.required)
    expect(json.additionalProperties).toBe(false)
  })

  test('every field is described, in a sentence, and no keyword is ours alone', () => {
    for (const [name, field] of Object.entries(json.properties)) {
      expect(field.description, name).toMatch(/^[A-Z].*\.$/s)
      expect(JSON.stringify(field), name).not.toMatch(/"(tag|id|_)":/)
    }
  })

  test('what good shows write is valid', () => {
    for (const text of good) expect(violations(matterOf(text), json)).toEqual([])
  })

  test('what nobody can mean is not', () => {
    expect(violations({}, json).length).toBeGreaterThanOrEqual(schema.required.length)
    expect(violations({ sesaon: 1 }, json)).toContain('$: has sesaon')
    expect(violations({ title: ['a', 'b'] }, json)).toContain('$.title: is no string,number,boolean')
    expect(violations({ explicit: 'maybe' }, json)).toContain('$.explicit: pattern')
  })

  test('every example is valid, and taken by the program', () => {
    for (const [name, field] of Object.entries(json.properties))
      for (const example of [...(field.examples ?? []), ...(field.enum ?? [])]) {
        expect(violations(example, field as Json, json, name)).toEqual([])
        const read = readField(schema, name, written(example))
        expect('value' in read, `${name}: ${JSON.stringify(example)}`).toBe(true)
      }
  })

  test('property: a value that an editor accepts as a scalar is taken, except where only reading it tells', () => {
    // A number, a flag or a word of ours; text that is a URL, a date or a path is judged elsewhere.
    const scalar = fc.oneof(
      fc.integer({ min: -1000, max: 100_000 }),
      fc.boolean(),
      fc.constantFrom('full', 'serial', 'yes', 'No', 'explicit', 'CLEAN', '010', '1.5', 'maybe'),
    )
    const names = Object.keys(json.properties).filter(name => name !== 'duration')
    fc.assert(
      fc.property(fc.constantFrom(...names), scalar, (name, value) => {
        if (violations(value, json.properties[name] as Json, json, name).length > 0) return
        expect('value' in readField(schema, name, String(value)), `${name}: ${value}`).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

/** Front matter reaches the schema as text. */
const written = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(written)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]))
      : String(value)

test('nested maps and lists: an owner needs an email, a list takes one value', () => {
  const json = JSON.parse(jsonSchema(showSchema)) as Json
  const problems = (front: object) => violations(front, json).filter(text => !text.startsWith('$: lacks'))
  expect(problems({ owner: { name: 'Ada' } })).toEqual(['$.owner: lacks email'])
  expect(problems({ owner: { email: 'ada@show.example', phone: 1 } })).toEqual(['$.owner: has phone'])
  expect(problems({ categories: 'Technology', hub: ['https://hub.example/'] })).toEqual([])
  expect(problems({ categories: { name: 'Technology' } })).toEqual([])
  expect(problems({ categories: { sub: 'Technology' } })).toEqual([
    '$.categories: is none of the alternatives',
  ])
})

test('the package carries both', () => {
  const { files } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    files: string[]
  }
  expect(files).toContain('docs')
})
