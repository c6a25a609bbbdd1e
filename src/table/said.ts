/** What a feed says, in the shape in which somebody would have written it, each part with the spot where it is said. */

import type { Written } from '../schema/index.ts'
import { removeForbidden } from '../units/text.ts'
import type { Element } from './element.ts'

/** An element of a feed that exists. */
export interface Node extends Element {
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly Node[]
}

/** An element, or one of its attributes. */
export interface Spot {
  readonly node: Node
  readonly attribute?: string
}

export type Said = { readonly spot: Spot } & (
  | { readonly text: string }
  | { readonly list: readonly Said[] }
  | { readonly map: Readonly<Record<string, Said>> }
)

/** What an element says as its text. */
export const sayText = (node: Node): Said => ({ spot: { node }, text: said(node.text) })

/** What XML forbids is no part of it: a name of nothing else is none. */
const said = (text: string): string => removeForbidden(text).trim()

/** Undefined when there is no such attribute; one that is there and empty says so. */
export const sayAttribute = (node: Node, attribute: string): Said | undefined => {
  const text = Object.hasOwn(node.attributes, attribute) ? node.attributes[attribute] : undefined
  return text === undefined ? undefined : { spot: { node, attribute }, text: said(text) }
}

/** Without the parts that are not said. */
export const sayMap = (node: Node, parts: Readonly<Record<string, Said | undefined>>): Said => ({
  spot: { node },
  map: Object.fromEntries(Object.entries(parts).flatMap(([key, said]) => (said ? [[key, said]] : []))),
})

export const sayList = (list: readonly Said[]): Said | undefined => {
  const [first] = list
  return first && { spot: first.spot, list }
}

/** Whether there is anything in it: `<title></title>` is there, and says nothing. */
export const saysSomething = (said: Said): boolean => {
  if ('text' in said) return said.text !== ''
  return ('list' in said ? said.list : Object.values(said.map)).some(saysSomething)
}

/** The same as front matter would hold it. */
export const writtenOf = (said: Said): Written => {
  if ('text' in said) return said.text
  if ('list' in said) return said.list.map(writtenOf)
  const map: Record<string, Written> = Object.create(null)
  for (const [key, part] of Object.entries(said.map)) map[key] = writtenOf(part)
  return map
}

/** Where a part of it is said; of a part that is not, where what would hold it is. */
export const spotIn = (said: Said, path: readonly (string | number)[]): Spot => {
  const [step, ...rest] = path
  const part =
    step === undefined || 'text' in said
      ? undefined
      : 'list' in said
        ? said.list[Number(step)]
        : Object.hasOwn(said.map, step)
          ? said.map[String(step)]
          : undefined
  return part === undefined ? said.spot : spotIn(part, rest)
}

/** The same from the field on; undefined for a field that nothing says. */
export const spotAt = (
  said: Readonly<Record<string, Said>>,
  [key, ...path]: readonly (string | number)[],
): Spot | undefined => (key !== undefined && Object.hasOwn(said, key) ? spotIn(said[key]!, path) : undefined)

/**
 * The same without the parts at these paths; `height`: of each, so many steps more than the last are left out. Undefined when that
 * is all of it.
 */
export const withoutParts = (
  said: Said,
  paths: readonly (readonly (string | number)[])[],
  height: number,
): Said | undefined => {
  const cut = paths.map(path => path.slice(0, Math.max(0, path.length - height)))
  if (cut.some(path => path.length === 0)) return undefined
  const inside = (step: string | number): readonly (readonly (string | number)[])[] =>
    cut.filter(([first]) => String(first) === String(step)).map(([, ...rest]) => rest)
  const part = (step: string | number, one: Said): Said | undefined => {
    const within = inside(step)
    return within.length === 0 ? one : withoutParts(one, within, 0)
  }
  if ('text' in said) return undefined
  if ('list' in said) {
    const list = said.list.flatMap((one, i) => part(i, one) ?? [])
    return list.length === 0 ? undefined : { spot: said.spot, list }
  }
  const map = Object.entries(said.map).flatMap(([key, one]): [string, Said][] => {
    const left = part(key, one)
    return left === undefined ? [] : [[key, left]]
  })
  return { spot: said.spot, map: Object.fromEntries(map) }
}
