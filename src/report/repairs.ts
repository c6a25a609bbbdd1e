import type { Diagnostic } from '../diagnostic.ts'
import { placeText } from './compact.ts'
import { counted } from './counts.ts'
import { oneLine } from './wrap.ts'

/** `fixed episodes/001.md:2:1: Rename the key to "title" (front-matter/unknown-key)`, a line each, and how many there were. */
export const repairText = (
  repaired: readonly Diagnostic[],
  leftAlone: ReadonlyMap<string, string>,
): string => {
  const lines = [
    ...repaired.map(
      ({ place, fix, rule }) => `fixed ${placeText(place)}: ${oneLine(fix?.title ?? '')} (${rule})`,
    ),
    ...[...leftAlone].map(([file, reason]) => `not fixed ${oneLine(file)}: ${oneLine(reason)}`),
    ...(repaired.length === 0
      ? []
      : [
          `${counted(repaired.length, 'fix', 'fixes')} in ${counted(new Set(repaired.map(one => one.fix?.file)).size, 'file')}.`,
        ]),
  ]
  // A runner of GitHub obeys `##[…` anywhere in a line.
  return lines.map(line => `${line.replaceAll('##[', '## [')}\n`).join('')
}
