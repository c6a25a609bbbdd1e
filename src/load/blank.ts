/** What says nothing: items of lists with nothing in them, and texts in which nothing can be seen. It is left out, and that is said. */

import { isBlank, saysNothing } from '../units/blank.ts'
import type { Written, WrittenMap } from './front-matter.ts'

type Path = readonly (string | number)[]

export interface Blank {
  readonly path: Path
  /** `item`: an item of a list; `value`: the value of a key. */
  readonly kind: 'item' | 'value'
}

const isText = (written: Written): written is string => typeof written === 'string'
const isList = (written: Written): written is readonly Written[] => Array.isArray(written)

/** That a key has no value is a way to say that it has none; that an item of a list has none is a slip. */
const isBlankItem = (item: Written): boolean => isText(item) && (saysNothing(item) || isBlank(item))
const isBlankValue = (value: Written): boolean => isText(value) && value !== '' && isBlank(value)

/** `required`: fields that have to be there, whose emptiness is told in other words. */
export const withoutBlank = (
  written: WrittenMap,
  required: readonly string[],
): { readonly data: WrittenMap; readonly blanks: readonly Blank[] } => {
  const blanks: Blank[] = []
  const within = (value: Written, path: Path): Written => {
    if (isText(value)) return value
    if (!isList(value)) return map(value, path)
    const kept: Written[] = []
    for (const [index, item] of value.entries())
      if (isBlankItem(item)) blanks.push({ path: [...path, index], kind: 'item' })
      else kept.push(within(item, [...path, index]))
    return kept
  }
  const map = (value: WrittenMap, path: Path): WrittenMap => {
    const kept: Record<string, Written> = Object.create(null)
    for (const [key, inner] of Object.entries(value))
      if (isBlankValue(inner) && !(path.length === 0 && required.includes(key)))
        blanks.push({ path: [...path, key], kind: 'value' })
      else kept[key] = within(inner, [...path, key])
    return kept
  }
  return { data: map(written, []), blanks }
}

/** Where the file has what the data has at a path: items that were left out count there. */
export const pathsInFile = (written: WrittenMap): ((path: Path) => Path) => {
  const known = new Map<readonly Written[], readonly number[]>()
  const indexInFile = (list: readonly Written[], index: number): number => {
    const kept = known.get(list) ?? list.flatMap((item, at) => (isBlankItem(item) ? [] : [at]))
    known.set(list, kept)
    return kept[index] ?? list.length
  }
  return path => {
    let value: Written | undefined = written
    return path.map(step => {
      const here: Written | undefined = value
      const index = here !== undefined && isList(here) ? indexInFile(here, Number(step)) : step
      value =
        here === undefined || isText(here)
          ? undefined
          : (here as Readonly<Record<string | number, Written>>)[index]
      return index
    })
  }
}
