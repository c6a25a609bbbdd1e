/** What differs between two lists of fields, but for those that are compared by themselves. */

import type { ToldFields } from '../feed/index.ts'
import { isMap } from '../schema/flow.ts'
import type { Change } from './change.ts'
import type { Effect } from './effect.ts'
import { apart, isElsewhere, isSameValue, valueText } from './value-text.ts'

export interface Comparing {
  /** Keys that are looked at elsewhere. */
  readonly without: ReadonlySet<string>
  /** What a change of a field does; of those that are not here, it is read. */
  readonly effects: Readonly<Record<string, Effect>>
  /** Fields of which nobody notices that they are said now, because apps knew it all the same; or a part of one: `chapters.url`. */
  readonly quietlyAdded: ReadonlySet<string>
}

export const fieldChanges = (
  before: ToldFields,
  after: ToldFields,
  { without, effects, quietlyAdded }: Comparing,
): readonly Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(key => !without.has(key) && !isSameValue(before[key], after[key]))
    .map((key): Change => {
      const [one, other] = [before[key], after[key]]
      const isAdded = says(one)
        ? isPartAdded(one, other, part => quietlyAdded.has(`${key}.${part}`))
        : says(other) && quietlyAdded.has(key)
      const isMoved = isElsewhere(one, other)
      const [was, is] = [valueText(key, apart(one, other)), valueText(key, apart(other, one))]
      return {
        effect: isAdded || isMoved ? 'unnoticed' : (effects[key] ?? 'reads'),
        what: key,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
        ...(isMoved ? { remark: 'the same at another address' } : isAdded ? { remark: 'added' } : {}),
        kind: isMoved ? 'elsewhere' : isAdded ? 'added' : `${was ?? ''}\0${is ?? ''}`,
      }
    })

const says = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** The same map, and in it what was not said before. */
const isPartAdded = (one: unknown, other: unknown, isQuiet: (part: string) => boolean): boolean => {
  if (!isMap(one) || !isMap(other)) return false
  const parts = Object.keys(other).filter(part => !Object.hasOwn(one, part))
  const rest = Object.fromEntries(Object.entries(other).filter(([part]) => !parts.includes(part)))
  return parts.length > 0 && parts.every(isQuiet) && isSameValue(one, rest)
}
