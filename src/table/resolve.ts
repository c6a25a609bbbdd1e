/** What was written → what it is in the end, field by field: each when it is first asked for, so that fields may ask for others in any order. */

import { removeForbidden } from '../units/text.ts'
import type { AnyField, Owner } from './field.ts'
import type { Its, Others } from './its.ts'
import type { ModelOf, WrittenOf } from './models.ts'
import type { AnyOwned, Owned } from './owned.ts'

/** What does not depend on the owner. `show`: undefined for the show itself. */
export type Setting = Omit<Its, 'owner' | 'written' | 'resolved'>

/** Undefined when something vital is missing. */
export const resolve = <Fields extends readonly AnyField[], O extends Owner>(
  owned: Owned<Fields, O>,
  written: WrittenOf<Fields, O>,
  setting: Setting,
): ModelOf<Fields, O> | undefined => modelOf(owned, resolution(owned, written, setting))

export const resolution = (
  { owner, members }: AnyOwned,
  written: Readonly<Record<string, unknown>>,
  setting: Setting,
): Others => {
  const known = new Map<string, unknown>()
  const others: Others = {
    written: ({ key, keepsLines }) =>
      (written[key] === undefined || keepsLines ? written[key] : onOneLine(written[key])) as never,
    resolved: field => {
      // A field of the same key that another owner has is another field.
      if (!members.has(field)) return undefined
      if (!known.has(field.key))
        known.set(field.key, field.resolve?.(others.written(field), its, setting.show?.resolved(field)))
      return known.get(field.key) as never
    },
  }
  const its: Its = { ...setting, ...others, owner }
  return others
}

export const modelOf = <Fields extends readonly AnyField[], O extends Owner>(
  { fields }: Owned<Fields, O>,
  { resolved }: Others,
): ModelOf<Fields, O> | undefined => {
  const model: Record<string, unknown> = {}
  for (const field of fields) {
    const value = resolved(field)
    if (value !== undefined) model[field.key] = value
    else if (field.vital) return undefined
  }
  return model as ModelOf<Fields, O>
}

/** Text on one line, without what XML forbids. */
export const line = (text: string): string => removeForbidden(text).replace(/\s+/g, ' ').trim()

/** Every text of a value on one line; a text of which nothing is left is left out. */
export const onOneLine = <Value>(value: Value): Value => {
  if (typeof value === 'string') return line(value) as Value
  if (Array.isArray(value)) return value.map(onOneLine) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      const cleaned = onOneLine(part)
      return cleaned === undefined || cleaned === '' ? [] : [[key, cleaned]]
    }),
  ) as Value
}
