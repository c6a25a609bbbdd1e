import { type Party, targetNames } from '../targets.ts'
import { nearest } from '../units/text.ts'
import { UsageError } from './io.ts'

/** `apple,spotify`. Undefined: those that the show names. */
export const targetsOf = (written: string | undefined): readonly Party[] | undefined => {
  if (written === undefined) return undefined
  const names = written
    .split(/[\s,]+/)
    .map(name => name.toLowerCase())
    .filter(Boolean)
  if (names.length === 0) throw new UsageError(`--for needs a name: one of ${targetNames.join(', ')}`)
  return [...new Set(names.map(targetOf))]
}

const targetOf = (name: string): Party => {
  const party = targetNames.find(one => one === name)
  if (party !== undefined) return party
  const near = nearest(name, targetNames)
  throw new UsageError(
    `--for does not know "${name}"; ${near === undefined ? `choose from ${targetNames.join(', ')}` : `did you mean ${near}?`}`,
  )
}
