/** A value of an episode, and where it was found: findings about it point there. */

import type { Fix, Place } from '../diagnostic.ts'
import type { Written } from '../schema/value.ts'
import { isBlank, saysNothing } from '../units/blank.ts'

export type Path = readonly (string | number)[]

export interface Origin {
  /** `path`: from the value inwards. */
  readonly at: (path: Path, part: 'key' | 'value') => Place
  /** Undefined where what was found is not what was written. */
  readonly replace?: (path: Path, value: string | boolean) => Fix | undefined
  readonly remove?: (path: Path) => Fix | undefined
}

export interface Sourced {
  readonly written: Written
  /** Undefined for a constant. */
  readonly origin?: Origin | undefined
  /** Where the parts of the value were found, when each was found apart. */
  readonly parts?: readonly Sourced[] | Readonly<Record<string, Sourced>>
}

export interface Located {
  readonly origin: Origin
  readonly path: Path
}

/** Where what stands at a path was found; or else what is around it. */
export const locate = (sourced: Sourced, path: Path): Located | undefined => {
  let at: Sourced = sourced
  let origin: Origin | undefined = sourced.origin
  let rest = path
  while (rest.length > 0 && at.parts !== undefined) {
    const inner = partOf(at.parts, rest[0]!)
    if (inner === undefined) return origin && { origin, path: [] }
    at = inner
    rest = rest.slice(1)
    // A constant stands in show.md: the value around it is nearer to what can be mended.
    origin = inner.origin ?? origin
  }
  if (origin === undefined) return undefined
  return { origin, path: origin === at.origin ? rest : [] }
}

const partOf = (parts: NonNullable<Sourced['parts']>, step: string | number): Sourced | undefined =>
  Array.isArray(parts)
    ? parts[Number(step)]
    : Object.hasOwn(parts, step)
      ? (parts as Readonly<Record<string, Sourced>>)[step]
      : undefined

/** Nothing that can be seen: then another source is asked. */
export const isNothing = (written: Written | undefined): boolean => {
  if (written === undefined) return true
  if (typeof written === 'string') return saysNothing(written) || isBlank(written)
  return Array.isArray(written) ? written.every(isNothing) : Object.keys(written).length === 0
}

export const listOf = (items: readonly Sourced[], origin?: Origin): Sourced => ({
  written: items.map(({ written }) => written),
  parts: items,
  origin: origin ?? items.find(item => item.origin !== undefined)?.origin,
})

export const mapOf = (parts: Readonly<Record<string, Sourced>>, origin?: Origin): Sourced => {
  const written: Record<string, Written> = Object.create(null)
  for (const [key, part] of Object.entries(parts)) written[key] = part.written
  return {
    written,
    parts,
    origin: origin ?? Object.values(parts).find(part => part.origin !== undefined)?.origin,
  }
}

/** The items of a list, or the value alone. */
export const itemsOf = (sourced: Sourced): readonly Sourced[] => {
  const { written, parts, origin } = sourced
  if (!Array.isArray(written)) return [sourced]
  if (Array.isArray(parts)) return parts
  return written.map((item: Written, i) => ({ written: item, origin: origin && deeper(origin, i) }))
}

export const deeper = (origin: Origin, step: string | number): Origin => {
  const { at, replace, remove } = origin
  return {
    at: (path, part) => at([step, ...path], part),
    ...(replace && { replace: (path, value) => replace([step, ...path], value) }),
    ...(remove && { remove: path => remove([step, ...path]) }),
  }
}

/** What was made of a value stands where the value does, and cannot be mended there by writing what it should be. */
export const madeFrom = ({ origin }: Sourced, written: Written): Sourced => ({
  written,
  origin: origin && { at: (_, part) => origin.at([], part) },
})
