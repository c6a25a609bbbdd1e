import { removeForbidden } from '../../units/text.ts'

/** Text on one line, without what XML forbids. */
export const line = (text: string): string => removeForbidden(text).replace(/\s+/g, ' ').trim()

/** A property that is there only when its value is: absent and undefined are not the same to the tag table. */
export const given = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value }

/** A list that is there only when it holds something. */
export const list = <Key extends string, Value>(key: Key, values: readonly Value[] | undefined) =>
  given(key, values === undefined || values.length === 0 ? undefined : values)

/** Some fields of a map, as far as they are there; undefined when none is. */
export const pick = <Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  keys: readonly Key[],
): Pick<Whole, Key> | undefined => {
  const there = keys.filter(key => whole[key] !== undefined)
  return there.length === 0
    ? undefined
    : (Object.fromEntries(there.map(key => [key, whole[key]])) as unknown as Pick<Whole, Key>)
}

/** Every text of a value, cleaned; a text of which nothing is left is left out. */
export const clean = <Value>(value: Value): Value => {
  if (typeof value === 'string') return line(value) as Value
  if (Array.isArray(value)) return value.map(clean) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      const cleaned = clean(part)
      return cleaned === undefined || cleaned === '' ? [] : [[key, cleaned]]
    }),
  ) as Value
}
