/** A feed that exists, by the rules of all directories: those that only a feed can break, and those of a show. */

import { checkPublication } from './check/index.ts'
import { byPlace, type Diagnostic, heard, type Targets } from './diagnostic.ts'
import { checkFeed, publicationOf, readFeed, refusedValues, type Served } from './feed/index.ts'
import { fewInAll } from './few.ts'
import type { Instant } from './model.ts'
import { rulesById } from './rules.ts'
import { defaultTargets } from './targets.ts'

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
  /** Whom the feed is made for. Default: the directories. */
  readonly targets?: Targets | undefined
}

export interface ValidatedFeed {
  /** Undefined when it cannot be read. */
  readonly title: string | undefined
  readonly episodes: number
  /** As it was read, for code frames. */
  readonly text: string
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Never throws for what stands in the feed. */
export const validateFeed = (options: FeedOptions): ValidatedFeed => {
  const { file, bytes, now, targets = defaultTargets, served } = options
  const feed = readFeed(bytes, file, now, served)
  const { diagnostics, isReadable } = checkFeed(feed)
  const publication = isReadable ? publicationOf(feed) : undefined
  const judged = publication ? checkPublication(publication, now, targets) : []
  const found = [...diagnostics, ...judged]
  return {
    title: publication?.show.title || undefined,
    episodes: feed.items.length,
    text: feed.text,
    diagnostics: fewInAll(
      [...heard(targets, rulesById)([...found, ...refusedValues(publication?.refused ?? [], found)])].sort(
        byPlace,
      ),
    ),
  }
}
