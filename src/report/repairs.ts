import type { Diagnostic } from '../diagnostic.ts'
import { placeText } from './compact.ts'
import { counted } from './counts.ts'
import { oneLine } from './wrap.ts'

export interface Repairs {
  readonly repaired: readonly Diagnostic[]
  /** Files, and why. */
  readonly leftAlone: ReadonlyMap<string, string>
  readonly takenBack: readonly { readonly repair: Diagnostic; readonly error: Diagnostic }[]
}

/** `fixed episodes/001.md:2:1: Rename the key to "title" (front-matter/unknown-key)`, a line each, and how many there were. */
export const repairText = ({ repaired, leftAlone, takenBack }: Repairs): string => {
  const lines = [
    ...repaired.map(one => `fixed ${repairLine(one)}`),
    ...[...leftAlone].map(([file, reason]) => `not fixed ${oneLine(file)}: ${oneLine(reason)}`),
    ...takenBack.map(
      ({ repair, error }) =>
        `not fixed ${repairLine(repair)}: it would make an error, ${oneLine(error.message)} (${error.rule})`,
    ),
    ...(repaired.length === 0
      ? []
      : [
          `${counted(repaired.length, 'fix', 'fixes')} in ${counted(new Set(repaired.map(one => one.fix?.file)).size, 'file')}.`,
        ]),
  ]
  // A runner of GitHub obeys `##[…` anywhere in a line.
  return lines.map(line => `${line.replaceAll('##[', '## [')}\n`).join('')
}

const repairLine = ({ place, fix, rule }: Diagnostic): string =>
  `${placeText(place)}: ${oneLine(fix?.title ?? '')} (${rule})`
