/** Values of fields: whether two are the same, and how they are shown. */

import { isMap } from '../schema/flow.ts'
import { formatClock } from '../units/duration.ts'
import { formatRfc3339 } from '../units/instant.ts'
import { hrefOf, isHttpUrl } from '../units/url.ts'

/** White space, the order of keys and the spelling of addresses make no difference. */
export const isSameValue = (one: unknown, other: unknown): boolean => spelled(one) === spelled(other)

/** Whether all that differs is where things are served. */
export const isElsewhere = (one: unknown, other: unknown): boolean =>
  typeof one === 'object' && typeof other === 'object' && spelled(one, nameless) === spelled(other, nameless)

const nameless = (text: string): string => (isHttpUrl(text) ? '' : text)

const spelled = (value: unknown, also: (text: string) => string = text => text): string | undefined => {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(also(plain(value)))
    case 'object': {
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${value.map(part => spelled(part, also)).join()}]`
      const parts = Object.entries(value).filter(([, part]) => part !== undefined)
      return `{${parts
        .map(([key, part]) => `${JSON.stringify(key)}:${spelled(part, also)}`)
        .sort()
        .join()}}`
    }
    default:
      return value === undefined ? undefined : String(value)
  }
}

const plain = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return isHttpUrl(line) ? hrefOf(line) : line
}

/** Of a list or a map, only the parts that the other one does not have. */
export const apart = (one: unknown, other: unknown): unknown => {
  if (isMap(one) && isMap(other))
    return Object.fromEntries(
      Object.entries(one).flatMap(([key, part]) =>
        isSameValue(part, other[key]) ? [] : [[key, apart(part, other[key])]],
      ),
    )
  if (!Array.isArray(one) || !Array.isArray(other)) return one
  const there = new Set(other.map(part => spelled(part)))
  const own = one.filter(part => !there.has(spelled(part)))
  // The same parts in another order, or one that stands there twice.
  return own.length === 0 &&
    one.length > 0 &&
    other.every(part => new Set(one.map(p => spelled(p))).has(spelled(part)))
    ? one
    : own
}

/** On one line. Undefined for what says nothing. */
export const valueText = (key: string, value: unknown): string | undefined => {
  const text = key === 'duration' && typeof value === 'number' ? formatClock(value) : wordsOf(key, value)
  return text === '' ? undefined : text
}

const wordsOf = (key: string, value: unknown): string => {
  switch (typeof value) {
    case 'undefined':
      return ''
    case 'boolean':
      return value ? 'yes' : 'no'
    case 'number':
      return /date$/i.test(key) && Number.isFinite(value) ? formatRfc3339(value) : String(value)
    case 'object': {
      if (value === null) return ''
      if (Array.isArray(value)) return value.map(part => wordsOf(key, part)).join('; ')
      return Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([name, part]) => `${name}: ${wordsOf(name, part)}`)
        .join(', ')
    }
    default:
      return String(value).replace(/\s+/g, ' ').trim()
  }
}
