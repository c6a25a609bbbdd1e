import { compareText } from '../diagnostic.ts'
import { type FixedMap, lockForm, lockVersion, type Part } from '../lock-form.ts'
import type { Lock } from '../model.ts'
import { isMap } from '../schema/flow.ts'

/** One block per episode, sorted, so that a merge conflict stays as small as the two changes. Ends with a newline. */
export const renderLock = (lock: Lock): string =>
  `${JSON.stringify(inOrder(lockForm, { ...lock, version: lockVersion }), null, 2)}\n`

/** Known keys in the order of the form, others sorted; what is empty and may be missing is left out. */
const inOrder = (part: FixedMap | Part, value: unknown): unknown => {
  if (part.kind === 'leaf' || !isMap(value)) return value
  const ordered: Record<string, unknown> = Object.create(null)
  if (part.kind === 'open')
    for (const key of Object.keys(value).sort(compareText)) ordered[key] = inOrder(part.of, value[key])
  else
    for (const key in part.parts) {
      const inner = part.parts[key]!
      if (Object.hasOwn(value, key) && !isNothing(inner, value[key]))
        ordered[key] = inOrder(inner, value[key])
    }
  return ordered
}

const isNothing = (part: Part, value: unknown): boolean =>
  value === undefined ||
  (part.kind === 'open' && part.isOptional === true && isMap(value) && Object.keys(value).length === 0)
