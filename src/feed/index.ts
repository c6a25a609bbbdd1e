/** A feed, read back: what it says, and what is wrong with it. */

export { checkFeed, isReadable, isTaken, obstaclesIn } from './check-feed.ts'
export { type FeedDocument, type Mended, readFeed, readLeniently, type Served } from './feed-document.ts'
export { furtherPages, itemsOfAll, type MissingPage, type ReadPage } from './feed-pages.ts'
export type { FeedRule } from './feed-rule.ts'
export {
  type AddressGuess,
  addressOf,
  feedWithMeantAddresses,
  withMeantAddresses,
} from './meant-addresses.ts'
export { publicationOf, type Told, type ToldFields, toldIn } from './publication.ts'
export { refusedValues } from './refused-values.ts'
export { isRepaired, type Repaired, repairsIn } from './repairs.ts'
export { importRules } from './rules/index.ts'
