/** What many episodes need is said once: a hundred equal lines hide the one that matters. */

import type { Finding } from '../diagnostic.ts'

export interface Words {
  readonly message: string
  readonly help: string
}

/** So many are told one by one. */
const FEW = 3

/** The findings; or, of more than a few, the first one in the words that are for all of them, with the next places behind it. */
export const fold = (
  findings: readonly Finding[],
  together: (count: number) => Words,
): readonly Finding[] => {
  const [first, ...rest] = findings
  if (first === undefined || findings.length <= FEW) return findings
  const related = rest.slice(0, FEW - 1).map(({ place }) => ({ place, message: 'here too' }))
  return [{ place: first.place, ...together(findings.length), related }]
}
