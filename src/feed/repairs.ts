/** Faults of XML that are understood when a feed is read leniently. */

import type { XmlProblem } from '../syntax/xml.ts'
import type { FeedDocument } from './feed-document.ts'

const repaired = [
  'bare-ampersand',
  'undefined-entity',
  'undeclared-prefix',
  'forbidden-character',
  'duplicate-attribute',
  'space-before-declaration',
] as const satisfies readonly XmlProblem['kind'][]

export type Repaired = (typeof repaired)[number]

export const isRepaired = (problem: XmlProblem): problem is XmlProblem & { readonly kind: Repaired } =>
  (repaired as readonly string[]).includes(problem.kind)

/** As it would be if all that can be repaired had been. */
export const withoutRepaired = (feed: FeedDocument): FeedDocument => ({
  ...feed,
  encoding: { ...feed.encoding, invalid: false },
  xml: { ...feed.xml, problems: feed.xml.problems.filter(problem => !isRepaired(problem)) },
})

/** How many there are. Where a tag is broken, prefixes that it declares are missing through no fault of theirs. */
export const repairsIn = ({ xml, isWhole, mended }: FeedDocument): number =>
  xml.problems.filter(one => isRepaired(one) && (isWhole || one.kind !== 'undeclared-prefix')).length +
  (mended?.references ?? []).reduce((sum, { count }) => sum + count, 0) +
  (mended?.windowsFrom || mended?.lost ? 1 : 0)
