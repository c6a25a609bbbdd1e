/** What follows from a list of fields, whichever they are: there is no other list of what a show or an episode may say. */

import { type Form, readField, type Schema, type ValueProblem, type Written } from '../schema/index.ts'
import { jsonSchema } from '../schema/json-schema.ts'
import { once } from '../units/once.ts'
import { nearest } from '../units/text.ts'
import type { Element } from './element.ts'
import { groupedByName, type Reading, readFields, writeFields } from './elements.ts'
import type { AnyField, InFeed, Name, Owner } from './field.ts'
import { formOf } from './form-of.ts'
import type { ModelOf, WrittenOf } from './models.ts'
import { markdownIn, namesIn } from './names.ts'
import { type AnyOwned, type Owned, ownedBy, wordsOf } from './owned.ts'
import { type PassedOver, passedOver } from './passed-over.ts'
import { resolve, type Setting } from './resolve.ts'
import { type Node, type Said, type Spot, spotAt, withoutParts, writtenOf } from './said.ts'

/** Who has front matter. */
export type Writer = Exclude<Owner, 'live'>

export interface Table<Fields extends readonly AnyField[]> {
  readonly fields: Fields
  readonly of: <O extends Writer>(owner: O) => Owned<Fields, O>
  /** What may be written: a form for each key, with its words. */
  readonly schema: (owner: Writer) => Schema<Record<string, unknown>>
  readonly jsonSchema: (owner: Writer) => string
  /** What front matter says: the fields that are valid, and every problem of the others. */
  readonly accept: <O extends Writer>(owner: O, raw: Raw) => Accepted<Fields, O>
  /** The same of what a feed says; each problem at its spot. */
  readonly acceptSaid: <O extends Writer>(owner: O, said: SaidFields) => AcceptedSaid<Fields, O>
  readonly resolve: <O extends Writer>(
    owner: O,
    written: WrittenOf<Fields, O>,
    setting: Setting,
  ) => ModelOf<Fields, O> | undefined
  readonly write: <O extends Writer>(owner: O, model: ModelOf<Fields, O>) => readonly Element[]
  readonly read: (owner: Writer, nodes: readonly Node[], reading?: Reading) => SaidFields
  /** The elements that `read` passes over, because another one says otherwise. */
  readonly passedOver: (owner: Writer, nodes: readonly Node[]) => readonly PassedOver[]
  readonly names: (owner: Writer, written: Readonly<Record<string, unknown>>) => Iterable<Name>
  readonly markdown: (owner: Writer, written: Readonly<Record<string, unknown>>) => Iterable<string>
  /** The key for what another tool calls so; a key in another spelling too. */
  readonly synonym: (owner: Writer, key: string) => string | undefined
  /** The key that was probably meant; a synonym, or one that is spelled nearly so. */
  readonly meant: (owner: Writer, key: string) => string | undefined
  /** Every element that says a field, by name, those within others too. */
  readonly elements: (owner: Writer) => ReadonlyMap<string, KnownElement>
}

export interface Accepted<Fields extends readonly AnyField[], O extends Owner> {
  readonly written: WrittenOf<Fields, O>
  readonly problems: readonly ValueProblem[]
}

export type Raw = Readonly<Record<string, Written>>
export type SaidFields = Readonly<Record<string, Said>>

export interface AcceptedSaid<Fields extends readonly AnyField[], O extends Owner>
  extends Accepted<Fields, O> {
  /** As front matter would hold it, valid or not. */
  readonly raw: Raw
  /** What of it was taken: the spots of `written`. */
  readonly said: SaidFields
  readonly problems: readonly (ValueProblem & { readonly spot: Spot })[]
}

export interface KnownElement {
  readonly attributes: ReadonlySet<string>
  readonly isDeprecated: boolean
}

export const tableOf = <const Fields extends readonly AnyField[]>(fields: Fields): Table<Fields> => {
  const owned = { show: ownedBy('show', fields), episode: ownedBy('episode', fields) }
  const of = <O extends Writer>(owner: O): Owned<Fields, O> => owned[owner] as unknown as Owned<Fields, O>
  const forms = { show: formsOf(owned.show), episode: formsOf(owned.episode) }
  const schemas = {
    show: once(() => schemaOf(owned.show, forms.show)),
    episode: once(() => schemaOf(owned.episode, forms.episode)),
  }
  const schema = (owner: Writer) => schemas[owner]()
  const synonyms = {
    show: once(() => synonymsOf(owned.show)),
    episode: once(() => synonymsOf(owned.episode)),
  }
  const synonym = (owner: Writer, key: string) => synonyms[owner]().get(folded(key))
  /** What nobody writes in front matter too. */
  const inFeeds = (owner: Writer): AnySchema => ({
    name: owner,
    fields: forms[owner],
    required: [],
    asked: [],
    grave: [],
  })
  return {
    fields,
    of,
    schema,
    jsonSchema: owner => jsonSchema(schema(owner)),
    accept: (owner, raw) => accept(schema(owner), raw),
    acceptSaid: (owner, said) => acceptSaid(inFeeds(owner), said),
    resolve: (owner, written, setting) => resolve(of(owner), written, setting),
    write: (owner, model) => writeFields(of(owner), model),
    read: (owner, nodes, reading) => readFields(of(owner), nodes, reading),
    passedOver: (owner, nodes) =>
      passedOver(of(owner).rows, groupedByName(nodes), (key, said) => {
        const read = readField(inFeeds(owner), key, writtenOf(said))
        return 'value' in read ? read.value : writtenOf(said)
      }),
    names: (owner, written) => namesIn(of(owner), written),
    markdown: (owner, written) => markdownIn(of(owner), written),
    synonym,
    meant: (owner, key) => synonym(owner, key) ?? nearest(key, Object.keys(schema(owner).fields)),
    elements: owner => knownElements(of(owner).rows.map(({ element }) => element)),
  }
}

type Forms = Readonly<Record<string, Form<unknown>>>
type AnySchema = Schema<Record<string, unknown>>

/** Each form is made when it is first asked for: of sixty fields most episodes have six. */
const formsOf = ({ owner, fields, writing }: Owned<readonly AnyField[], Writer>): Forms => {
  const forms: Record<string, Form<unknown>> = {}
  for (const field of fields) {
    const tag = writing.find(row => row.field === field)?.element.name
    const make = once(() => formOf(field, owner, tag))
    Object.defineProperty(forms, field.key, { enumerable: true, get: make })
  }
  return forms
}

/** Without what nobody writes. */
const schemaOf = ({ owner, fields }: Owned<readonly AnyField[], Writer>, forms: Forms): AnySchema => {
  const own: Record<string, Form<unknown>> = {}
  const written = fields.filter(field => wordsOf(field, owner) !== undefined)
  for (const { key } of written) Object.defineProperty(own, key, { enumerable: true, get: () => forms[key] })
  return {
    name: owner,
    fields: own,
    required: written.filter(field => wordsOf(field, owner)?.required).map(({ key }) => key),
    asked: written.filter(field => wordsOf(field, owner)?.isAsked).map(({ key }) => key),
    grave: written.filter(field => wordsOf(field, owner)?.isGrave).map(({ key }) => key),
  }
}

const accept = <Fields extends readonly AnyField[], O extends Owner>(
  schema: AnySchema,
  raw: Raw,
): Accepted<Fields, O> => {
  const written: Record<string, unknown> = {}
  const problems: ValueProblem[] = []
  for (const [key, value] of Object.entries(raw)) {
    const read = readField(schema, key, value)
    if ('value' in read) written[key] = read.value
    problems.push(...(read.problems ?? []))
  }
  return { written: written as WrittenOf<Fields, O>, problems }
}

/**
 * An element without text says nothing, as a key without a value. What no form can hold is left out, and what is around it holds: a
 * feed is judged whole, and not only as far as its first mistake.
 */
const acceptSaid = <Fields extends readonly AnyField[], O extends Owner>(
  schema: AnySchema,
  said: SaidFields,
): AcceptedSaid<Fields, O> => {
  const raw: Record<string, Written> = {}
  const written: Record<string, unknown> = {}
  const kept: Record<string, Said> = Object.create(null)
  const problems: (ValueProblem & { readonly spot: Spot })[] = []
  for (const [key, one] of Object.entries(said)) {
    if ('text' in one && one.text === '') continue
    raw[key] = writtenOf(one)
    let left: Said | undefined = one
    for (let height = 0; left !== undefined; height++) {
      const read = readField(schema, key, writtenOf(left))
      // What is wrong about what is left was said of the whole.
      if (height === 0)
        for (const problem of read.problems ?? [])
          problems.push({ ...problem, spot: spotAt(said, problem.path)! })
      if ('value' in read) {
        written[key] = read.value
        kept[key] = left
        break
      }
      left = withoutParts(
        left,
        read.problems.map(({ path }) => path.slice(1)),
        height,
      )
    }
  }
  return { raw, said: kept, written: written as WrittenOf<Fields, O>, problems }
}

/** What spellings of a key have in common: `published_at` is `publishedAt`. */
export const folded = (key: string): string => key.toLowerCase().replace(/[\s_:.-]+/g, '')

/** A name that is a key means that key, whoever else is called so elsewhere. What nobody writes, nobody can have meant. */
const synonymsOf = ({ owner, fields }: AnyOwned): ReadonlyMap<string, string> => {
  const written = fields.flatMap(field => {
    const words = wordsOf(field, owner)
    return words === undefined ? [] : [{ key: field.key, synonyms: words.synonyms ?? [] }]
  })
  return new Map([
    ...written.flatMap(({ key, synonyms }) => synonyms.map((name): [string, string] => [name, key])),
    ...written.map(({ key }): [string, string] => [folded(key), key]),
  ])
}

const knownElements = (elements: readonly InFeed<never>[]): ReadonlyMap<string, KnownElement> => {
  const known = new Map<string, KnownElement>()
  const add = ({ name, attributes = [], children = [], isDeprecated }: InFeed<never>): void => {
    const before = known.get(name)
    known.set(name, {
      attributes: new Set([...(before?.attributes ?? []), ...attributes]),
      isDeprecated: isDeprecated === true && (before?.isDeprecated ?? true),
    })
    children.forEach(add)
  }
  elements.forEach(add)
  return known
}
