/** A feed that exists, by the rules of all directories: those that only a feed can break, and those of a show. */

import { checkPublication } from './check/index.ts'
import { askedBy, type Diagnostic, type Party } from './diagnostic.ts'
import {
  checkFeed,
  foldFindings,
  inFeedWords,
  publicationOf,
  readFeed,
  refusedValues,
  type Served,
} from './feed/index.ts'
import type { Instant } from './model.ts'
import { rulesById } from './rules.ts'

export interface FeedOptions {
  /** How messages name it: `public/feed.xml`. */
  readonly file: string
  readonly bytes: Uint8Array
  /**
   * Of one that is live.
   * @internal
   */
  readonly served?: Served | undefined
  /** What counts as now. */
  readonly now: Instant
  /** Only what these ask for, and every error. Default: everything. */
  readonly parties?: readonly Party[] | undefined
}

export interface ValidatedFeed {
  /** Undefined when it cannot be read. */
  readonly title: string | undefined
  readonly episodes: number
  /** As it was read, for code frames. */
  readonly text: string
  /** In reading order; what is wrong in the same way in many items is one finding. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Never throws for what stands in the feed. */
export const validateFeed = (options: FeedOptions): ValidatedFeed => {
  const { file, bytes, now, parties, served } = options
  const feed = readFeed(bytes, file, now, served)
  const { diagnostics, isReadable } = checkFeed(feed)
  const publication = isReadable ? publicationOf(feed) : undefined
  const judged = publication ? checkPublication(publication, now).map(inFeedWords) : []
  const found = [...diagnostics, ...judged]
  return {
    title: publication?.show.title || undefined,
    episodes: feed.items.length,
    text: feed.text,
    diagnostics: foldFindings(
      [...found, ...refusedValues(publication?.refused ?? [], found)].filter(askedBy(parties, rulesById)),
    ),
  }
}
