/** An element by its shape: which key of a value is its text, which an attribute, which a child. Written and read from one description. */

import { decimalText, type Element } from './element.ts'
import type { InFeed } from './field.ts'
import { type Node, type Said, sayAttribute, sayList, sayMap, saysSomething, sayText } from './said.ts'

/** A key, or a key and how its value becomes text. Text, numbers and flags become text by themselves. */
type Part<T> = {
  [Key in keyof T & string]: Key | readonly [Key, as: (value: Exclude<T[Key], undefined>) => string]
}[keyof T & string]

/** An element of its own: of a text, its name is all there is to say. */
type Child<Value> = Value extends readonly (infer One)[]
  ? readonly [Shape<One>]
  : Value extends string | number
    ? string
    : Shape<Value>

export interface Shape<T> {
  readonly name: string
  readonly text?: Part<T>
  /** By their names in the feed, in the order in which they are written. */
  readonly attributes?: Readonly<Record<string, Part<T>>>
  /** Attributes that always say the same. */
  readonly fixed?: Readonly<Record<string, string>>
  /** By key, in the order in which they are written; in brackets: an element for each entry of a list. */
  readonly children?: { readonly [Key in keyof T]?: Child<Exclude<T[Key], undefined>> }
}

/** Declares a shape of a type, and keeps it to the keys of that type. */
export const shape = <T>(declared: Shape<T>): Shape<T> => declared

/** What is said about an element beside its shape. */
export type About = Pick<InFeed<never>, 'spec' | 'readBy' | 'on' | 'isDeprecated'>

// biome-ignore lint/suspicious/noExplicitAny: shapes of any type are walked in the same way
type AnyShape = Shape<any>
type Values = Readonly<Record<string, unknown>>

/** An element for a value; of several elements, the first that says something is read. */
export const one = <T>(shape: Shape<T>, about: About): InFeed<T> => ({
  ...about,
  ...known(shape),
  write: value => [elementOf(shape, value as Values)],
  read: nodes => firstSaid(nodes.map(node => sayShape(shape, node))),
})

/** An element for each value of a list. */
export const each = <T>(shape: Shape<T>, about: About): InFeed<readonly T[]> => ({
  ...about,
  ...known(shape),
  write: values => values.map(value => elementOf(shape, value as Values)),
  read: nodes => sayList(nodes.map(node => sayShape(shape, node))),
})

/** A single value as the text of an element. */
export const inText = <M>(
  name: string,
  about: About,
  as: (value: M) => string | undefined = textOf,
): InFeed<M> => ({
  ...about,
  name,
  write: value => {
    const text = as(value)
    return text === undefined ? [] : [{ name, text }]
  },
  read: nodes => firstSaid(nodes.map(sayText)),
})

/** A single value as an attribute of an empty element. */
export const inAttribute = <M>(name: string, attribute: string, about: About): InFeed<M> => ({
  ...about,
  name,
  attributes: [attribute],
  write: value => [{ name, attributes: { [attribute]: textOf(value) } }],
  read: nodes => firstSaid(nodes.flatMap(node => sayAttribute(node, attribute) ?? [])),
})

/** Of several that may say the same, the first that says something. */
export const firstSaid = (all: readonly (Said | undefined)[]): Said | undefined => {
  const said = all.filter(one => one !== undefined)
  return said.find(saysSomething) ?? said[0]
}

const known = (shape: AnyShape): Pick<InFeed<never>, 'name' | 'attributes' | 'children'> => ({
  name: shape.name,
  attributes: [...Object.keys(shape.attributes ?? {}), ...Object.keys(shape.fixed ?? {})],
  children: Object.values(shape.children ?? {}).map(child => ({ ...known(innerOf(child)), spec: '' })),
})

/** The text of an element that is nothing else stands under this key. */
const itself = ''

const innerOf = (child: unknown): AnyShape => {
  if (typeof child === 'string') return { name: child, text: itself }
  return (Array.isArray(child) ? child[0] : child) as AnyShape
}

const textOf = (value: unknown): string =>
  typeof value === 'number'
    ? decimalText(value)
    : typeof value === 'boolean'
      ? String(value)
      : (value as string)

const partText = (part: Part<Values>, value: Values): string | undefined => {
  const [key, as] = (typeof part === 'string' ? [part, textOf] : part) as [string, (value: unknown) => string]
  return value[key] === undefined ? undefined : as(value[key])
}

export const elementOf = (shape: AnyShape, value: Values): Element => {
  const text = shape.text === undefined ? undefined : partText(shape.text, value)
  return {
    name: shape.name,
    ...(shape.attributes === undefined && shape.fixed === undefined
      ? {}
      : {
          attributes: {
            ...Object.fromEntries(
              Object.entries(shape.attributes ?? {}).map(([name, part]) => [name, partText(part, value)]),
            ),
            ...shape.fixed,
          },
        }),
    ...(text === undefined ? {} : { text }),
    ...(shape.children === undefined ? {} : { children: childrenOf(shape.children, value) }),
  }
}

const childrenOf = (children: NonNullable<AnyShape['children']>, value: Values): Element[] =>
  Object.entries(children).flatMap(([key, child]) => {
    const part = value[key]
    if (part === undefined) return []
    const inner = innerOf(child)
    if (typeof child === 'string') return [elementOf(inner, { [itself]: part })]
    return (Array.isArray(child) ? (part as readonly Values[]) : [part as Values]).map(one =>
      elementOf(inner, one),
    )
  })

export const sayShape = (shape: AnyShape, node: Node): Said => {
  const keyOf = (part: Part<Values>): string => (typeof part === 'string' ? part : part[0])
  const text = sayText(node)
  return sayMap(node, {
    ...(shape.text === undefined || !saysSomething(text) ? {} : { [keyOf(shape.text)]: text }),
    ...Object.fromEntries(
      Object.entries(shape.attributes ?? {}).map(([name, part]) => [keyOf(part), sayAttribute(node, name)]),
    ),
    ...Object.fromEntries(
      Object.entries(shape.children ?? {}).map(([key, child]) => {
        const inner = innerOf(child)
        const nodes = node.children.filter(({ name }) => name === inner.name)
        const said = nodes.map(typeof child === 'string' ? sayText : one => sayShape(inner, one))
        return [key, Array.isArray(child) ? sayList(said) : firstSaid(said)]
      }),
    ),
  })
}
