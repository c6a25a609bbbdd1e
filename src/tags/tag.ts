/** One row of the tag table: how an element is written from a field, and how it is read back. */

import { attributeOf, type Element, textOf } from './element.ts'

export interface Tag<Owner, Field extends keyof Owner = keyof Owner> {
  /** With our own prefix. */
  readonly name: string
  /** Where the element is specified. */
  readonly spec: string
  readonly field: Field
  /** The elements that a value becomes, in order; none when it has nothing to say. */
  readonly write: (value: Exclude<Owner[Field], undefined>) => readonly Element[]
  /** The value, from all elements of this name in one parent; undefined when they do not hold one. */
  readonly read: (elements: readonly Element[]) => Owner[Field] | undefined
}

/** A table holds rows of different fields; each row is checked on its own by `row`. */
export type AnyTag<Owner> = { [Field in keyof Owner]-?: Tag<Owner, Field> }[keyof Owner]

/** Fixes the owner, so that a row's field and its value are checked against each other. */
export const rowOf =
  <Owner>() =>
  <Field extends keyof Owner>(tag: Tag<Owner, Field>): AnyTag<Owner> =>
    tag as unknown as AnyTag<Owner>

/** The fields of `Owner` whose value is a `Value`. */
type FieldOf<Owner, Value> = {
  [Field in keyof Owner]-?: Exclude<Owner[Field], undefined> extends Value ? Field : never
}[keyof Owner]

interface Words<Field> {
  readonly name: string
  readonly spec: string
  readonly field: Field
}

/** What a list holds. */
type Entry<List> = Exclude<List, undefined> extends readonly (infer Value)[] ? Value : never

/** The common shapes of a row, for one owner. */
export const rowsOf = <Owner>() => {
  const row = <Value>(tag: {
    name: string
    spec: string
    field: keyof Owner
    write: (value: Value) => readonly Element[]
    read: (elements: readonly Element[]) => Value | undefined
  }): AnyTag<Owner> => tag as unknown as AnyTag<Owner>

  /** Reads the first of the elements that gives a value. */
  const first =
    <Value>(read: (element: Element) => Value | undefined) =>
    (elements: readonly Element[]): Value | undefined => {
      for (const element of elements) {
        const value = read(element)
        if (value !== undefined) return value
      }
      return undefined
    }

  return {
    row: rowOf<Owner>(),

    text: (name: string, field: FieldOf<Owner, string>, spec: string) =>
      row<string>({
        name,
        spec,
        field,
        write: value => [{ name, text: value }],
        read: first(element => textOf(element) || undefined),
      }),

    html: (name: string, field: FieldOf<Owner, string>, spec: string) =>
      row<string>({
        name,
        spec,
        field,
        write: value => (value === '' ? [] : [{ name, text: value, html: true }]),
        read: first(element => textOf(element) || undefined),
      }),

    integer: (name: string, field: FieldOf<Owner, number>, spec: string) =>
      row<number>({
        name,
        spec,
        field,
        write: value => [{ name, text: String(value) }],
        read: first(element => (/^\d{1,15}$/.test(textOf(element)) ? Number(textOf(element)) : undefined)),
      }),

    /** Written `true` or `false`; the older yes, no, clean and explicit are read. */
    truth: (name: string, field: FieldOf<Owner, boolean>, spec: string) =>
      row<boolean>({
        name,
        spec,
        field,
        write: value => [{ name, text: String(value) }],
        read: first(element => truths[textOf(element).toLowerCase()]),
      }),

    /** A flag that acts only with `Yes`: written then, and left out else. */
    yes: (name: string, field: FieldOf<Owner, boolean>, spec: string) =>
      row<boolean>({
        name,
        spec,
        field,
        write: value => (value ? [{ name, text: 'Yes' }] : []),
        read: elements => elements.some(element => textOf(element).toLowerCase() === 'yes'),
      }),

    /** An element for each entry of a list; a list that nothing was read into is absent. */
    list: <Field extends keyof Owner>(
      tag: Words<Field> & {
        readonly write: (value: Entry<Owner[Field]>) => Element
        readonly read: (element: Element) => Entry<Owner[Field]> | undefined
      },
    ) =>
      row<readonly Entry<Owner[Field]>[]>({
        ...tag,
        write: values => values.map(tag.write),
        read: elements => {
          const values = elements.flatMap(element => tag.read(element) ?? [])
          return values.length === 0 ? undefined : (values as readonly Entry<Owner[Field]>[])
        },
      }),

    /** One element of several parts; the first that says something counts. */
    one: <Field extends keyof Owner>(
      tag: Words<Field> & {
        readonly write: (value: Exclude<Owner[Field], undefined>) => Element
        readonly read: (element: Element) => Exclude<Owner[Field], undefined> | undefined
      },
    ) =>
      row<Exclude<Owner[Field], undefined>>({
        ...tag,
        write: value => [tag.write(value)],
        read: first(tag.read),
      }),

    /** An element that is read, when nothing newer says the same, and never written. */
    readOnly: <Field extends keyof Owner>(tag: {
      readonly name: string
      readonly spec: string
      readonly field: Field
      readonly read: (elements: readonly Element[]) => Exclude<Owner[Field], undefined> | undefined
    }) => row<Exclude<Owner[Field], undefined>>({ ...tag, write: () => [] }),

    /** An empty element whose value stands in one attribute. */
    attribute: (name: string, attribute: string, field: FieldOf<Owner, string>, spec: string) =>
      row<string>({
        name,
        spec,
        field,
        write: value => [{ name, attributes: { [attribute]: value } }],
        read: first(element => attributeOf(element, attribute)?.trim() || undefined),
      }),

    /** One of a few words, in any case when read. */
    word: <Words extends readonly string[]>(
      name: string,
      field: FieldOf<Owner, Words[number]>,
      words: Words,
      spec: string,
    ) =>
      row<Words[number]>({
        name,
        spec,
        field,
        write: value => [{ name, text: value }],
        read: first(element => words.find(word => word.toLowerCase() === textOf(element).toLowerCase())),
      }),
  }
}

const truths: Readonly<Record<string, boolean | undefined>> = {
  true: true,
  yes: true,
  explicit: true,
  false: false,
  no: false,
  clean: false,
}
