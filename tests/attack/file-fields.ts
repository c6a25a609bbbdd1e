/** The fields that can name a file: not listed by hand, but found by giving every field of the schemas a name and watching the door. */

import { NAMES } from '../../src/chapters/fields.ts'
import { type Between, doorOf } from '../../src/door/index.ts'
import { episodeSchema, showSchema } from '../../src/fields/index.ts'
import { load } from '../../src/load/index.ts'
import { siteKeys } from '../../src/names.ts'
import { probe } from '../../src/probe/index.ts'
import { jsonSchema } from '../../src/schema/json-schema.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { frontMatter } from '../support/good-show.ts'

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

export interface Field {
  readonly document: 'show' | 'episode'
  readonly key: string
  /** `persons[].img` */
  readonly name: string
  /** The value of the key, in which the field has this text, and what must stand beside it. */
  readonly with: (text: string) => Value
}

interface Schema {
  readonly type?: string | readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly enum?: readonly Value[]
  readonly examples?: readonly Value[]
}

interface Leaf {
  readonly name: string
  readonly with: (text: string) => Value
}

/** Every place of a value that takes text. A list of one may always be written without its brackets: inside, that is not tried. */
const leavesOf = (schema: Schema): readonly Leaf[] => {
  if (schema.anyOf)
    return (schema.anyOf[0]?.items ? schema.anyOf.slice(0, 1) : schema.anyOf).flatMap(leavesOf)
  if (schema.items) return leavesOf(schema.items).map(inList)
  if (schema.properties) {
    const { properties, required = [] } = schema
    const beside = Object.fromEntries(required.map(key => [key, sampleOf(properties[key]!)]))
    return Object.entries(properties).flatMap(([key, one]) =>
      leavesOf(one).map(leaf => ({
        name: `.${key}${leaf.name}`,
        with: (text: string) => ({ ...beside, [key]: leaf.with(text) }),
      })),
    )
  }
  // A chapter is a map of which the schema knows nothing.
  if (schema.type === 'object') return chapterLeaves
  return [schema.type].flat().includes('string') && !schema.enum ? [{ name: '', with: text => text }] : []
}

const inList = (leaf: Leaf): Leaf => ({ name: `[]${leaf.name}`, with: text => [leaf.with(text)] })

const chapterLeaves: readonly Leaf[] = Object.values(NAMES)
  .flat()
  .map(key => ({ name: `.${key}`, with: text => ({ start: '0:00', title: 'Intro', [key]: text }) }))

const sampleOf = (schema: Schema): Value => {
  if (schema.enum) return schema.enum[0]!
  if (schema.examples) return schema.examples[0]!
  if (schema.anyOf) return sampleOf(schema.anyOf[0]!)
  if (schema.items) return [sampleOf(schema.items)]
  if (schema.properties) {
    const { properties, required = [] } = schema
    return Object.fromEntries(required.map(key => [key, sampleOf(properties[key]!)]))
  }
  const type = [schema.type].flat()
  return type.includes('string') ? 'text' : type.includes('boolean') ? true : 1
}

const fieldsOf = (document: Field['document'], schema: string): readonly Field[] => {
  const { properties } = JSON.parse(schema) as { readonly properties: Readonly<Record<string, Schema>> }
  const all = Object.entries(properties).flatMap(([key, one]) =>
    (one.anyOf ?? [one])
      .flatMap(leavesOf)
      .map(leaf => ({ document, key, name: `${key}${leaf.name}`, with: leaf.with })),
  )
  return [...new Map(all.map(field => [field.name, field])).values()]
}

/** Every field that takes text. */
export const textFields: readonly Field[] = [
  // What says which files are episodes is a glob or a key; written wrongly, it stops all else: see tests/mapping.test.ts.
  ...fieldsOf('show', jsonSchema(showSchema)).filter(({ key }) => !siteKeys.includes(key as never)),
  ...fieldsOf('episode', jsonSchema(episodeSchema)),
]

/** Of one file with front matter. JSON is YAML too. */
export const documentWith = (fields: Readonly<Record<string, Value>>, body = 'Notes.\n'): string =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n${body}`

/** What every show must say, but for what is asked about. */
export const showFields: Readonly<Record<string, Value>> = {
  ...frontMatter['show.md'],
  categories: ['Society & Culture > Places & Travel'],
  owner: { name: 'Ada Pier', email: 'ada@show.example' },
  explicit: false,
}

export const episodeFields = (number: number): Readonly<Record<string, Value>> => ({
  title: `Tale ${number}`,
  date: new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10),
  season: 1,
  episode: number,
  link: `https://show.example/${number}`,
})

/** Those of the fields that open the file that they name. */
export const fileFields = async (): Promise<readonly Field[]> => {
  const of = (document: Field['document']) => textFields.filter(field => field.document === document)
  const found = await openedBy(of('episode'))
  for (const fields of rounds(of('show'))) found.push(...(await openedBy(fields)))
  return found
}

/** There is only one show.md at a time, and each key stands in it once. */
const rounds = (fields: readonly Field[]): readonly (readonly Field[])[] => {
  const keys = [...new Set(fields.map(({ key }) => key))]
  const byKey = keys.map(key => fields.filter(field => field.key === key))
  const longest = Math.max(...byKey.map(group => group.length))
  return Array.from({ length: longest }, (_, i) => byKey.flatMap(group => group[i] ?? []))
}

const baitOf = (i: number): string => `bait-${i}.jpg`

const openedBy = async (fields: readonly Field[]): Promise<Field[]> => {
  const written = fields.map((field, i) => ({ ...field, value: { [field.key]: field.with(baitOf(i)) } }))
  const show = Object.assign({}, ...written.filter(one => one.document === 'show').map(({ value }) => value))
  const location = writeFiles(temporaryFolder(), {
    'show.md': documentWith({ ...showFields, ...show }),
    ...Object.fromEntries(fields.map((_, i) => [baitOf(i), 'bait'])),
    ...Object.fromEntries(
      written.flatMap(({ document, value }, i) =>
        document === 'show' ? [] : [[`${i}.md`, documentWith({ ...episodeFields(i + 1), ...value })]],
      ),
    ),
  })
  const opened = new Set<string>()
  const between: Between = (step, path) => {
    if (step === 'open') opened.add(path)
  }
  const door = doorOf(location, { between })
  await probe(door, load(door, 'episodes').value!, { frozen: true })
  return fields.filter((_, i) => opened.has(baitOf(i)))
}
