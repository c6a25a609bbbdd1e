/** Of an import, what is kept until there is a new feed to compare. */

import { type FeedDocument, itemsOfAll } from '../../feed/index.ts'
import type { Planned } from '../planned.ts'
import type { Verifying } from './index.ts'
import { escapedIn } from './not-escaped.ts'

export const verifyingOf = ({ composed, leftOut }: Planned): Omit<Verifying, 'after'> => {
  const { episodes, source } = composed
  const [first, ...others] = source.documents
  const absent = new Set(
    episodes.flatMap(({ draft, item, stem }) =>
      draft !== undefined || leftOut.has(stem) ? [item.index] : [],
    ),
  )
  // What another page says again was taken over once.
  const positions = positionsIn(source.documents)
  const taken = new Set<number>()
  itemsOfAll(first!, others).forEach(({ feed, index }, i) => {
    if (!absent.has(i)) taken.add(positions.get(feed)! + index)
  })
  return {
    before: source.documents.map(page => ({ text: page.text, escaped: escapedIn(page) })),
    isLeftOut: position => !taken.has(position),
    address: source.address,
  }
}

/** Where the items of each page begin, in the list of all. */
const positionsIn = (pages: readonly FeedDocument[]): ReadonlyMap<FeedDocument, number> => {
  const positions = new Map<FeedDocument, number>()
  let at = 0
  for (const page of pages) {
    positions.set(page, at)
    at += page.items.length
  }
  return positions
}
