/** What many episodes need is said once: a hundred equal lines hide the one that matters. */

import type { Finding } from '../diagnostic.ts'

/** So many are told one by one. */
const FEW = 3

/** Each finding; or, of more than a few, the first one in the words that are for all of them, with the next places behind it. */
export function* fold(
  findings: Iterable<Finding>,
  together: (count: number) => { readonly message: string; readonly help: string },
): Iterable<Finding> {
  const all = [...findings]
  const [first, ...rest] = all
  if (first === undefined || all.length <= FEW) {
    yield* all
    return
  }
  const { message, help } = together(all.length)
  const related = rest.slice(0, FEW - 1).map(({ place }) => ({ place, message: 'here too' }))
  yield { place: first.place, message, help, related }
}
