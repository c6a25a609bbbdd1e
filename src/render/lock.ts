import { compareText } from '../diagnostic.ts'
import { type FixedMap, isMap, lockForm, lockVersion, type Part } from '../lock-form.ts'
import type { Lock } from '../model.ts'

/** One block per episode, sorted, so that a merge conflict stays as small as the two changes. Ends with a newline. */
export const renderLock = (lock: Lock): string =>
  `${JSON.stringify(inOrder(lockForm, { ...lock, version: lockVersion }), null, 2)}\n`

/** Known keys in the order of the form, others sorted; what is empty and may be missing is left out. */
const inOrder = (part: FixedMap | Part, value: unknown): unknown => {
  if (part.kind === 'leaf' || !isMap(value)) return value
  if (part.kind === 'open')
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => compareText(a, b))
        .map(([key, inner]) => [key, inOrder(part.of, inner)]),
    )
  return Object.fromEntries(
    Object.entries(part.parts)
      .filter(([key, inner]) => Object.hasOwn(value, key) && !isNothing(inner, value[key]))
      .map(([key, inner]) => [key, inOrder(inner, value[key])]),
  )
}

const isNothing = (part: Part, value: unknown): boolean =>
  value === undefined ||
  (part.kind === 'open' && part.isOptional === true && isMap(value) && Object.keys(value).length === 0)
