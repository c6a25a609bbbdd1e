import type { Party } from '../diagnostic.ts'
import { directories } from '../report/index.ts'
import { nearest } from '../units/text.ts'
import { UsageError } from './io.ts'

/** Whose rules can be asked for by name. */
export const askable: readonly Party[] = [...directories, 'w3c']

/** `apple,spotify`. Undefined: all of them. */
export const partiesOf = (written: string | undefined): readonly Party[] | undefined => {
  if (written === undefined) return undefined
  const names = written
    .split(/[\s,]+/)
    .map(name => name.toLowerCase())
    .filter(Boolean)
  if (names.length === 0) throw new UsageError(`--for needs a name; there are ${askable.join(', ')}`)
  return [...new Set(names.map(partyOf))]
}

const partyOf = (name: string): Party => {
  const party = askable.find(one => one === name)
  if (party !== undefined) return party
  const near = nearest(name, askable)
  throw new UsageError(
    `--for does not know "${name}"; ${near === undefined ? `there are ${askable.join(', ')}` : `did you mean ${near}?`}`,
  )
}
