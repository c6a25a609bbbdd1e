/** A feed that exists, by the rules of all directories: those that only a feed can break, and those of a show. */

import { checkPublication } from './check/index.ts'
import { byPlace, type Diagnostic, heard, type Targets } from './diagnostic.ts'
import { checkFeed, publicationOf, readFeed, refusedValues, type Served } from './feed/index.ts'
import { fewInAll } from './few.ts'
import type { Instant } from './model.ts'
import type { Episode, Show } from './podcast.ts'
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

/** What was found in a feed. */
export interface ValidatedFeed {
  /** Undefined when it cannot be read. */
  readonly title: string | undefined
  readonly episodes: number
  /** As it was read, for code frames. */
  readonly text: string
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[]
}

/** A feed, read into the same model as a show that is built. */
export interface FeedModel {
  /** What the channel says; undefined when the feed cannot be read. */
  readonly show: Show | undefined
  /** In the order of the feed, as far as an item says what an episode has to have: a title, a date, audio. */
  readonly episodes: readonly Episode[]
  /** In reading order: all that `validateFeed` finds. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Never throws for what stands in the feed. */
export const readFeedModel = (options: FeedOptions): FeedModel => {
  const { publication, validated } = judgeFeed(options)
  return {
    show: publication?.show,
    episodes: publication?.episodes.filter(episode => episode !== undefined) ?? [],
    diagnostics: validated.diagnostics,
  }
}

/** Never throws for what stands in the feed. */
export const validateFeed = (options: FeedOptions): ValidatedFeed => judgeFeed(options).validated

const judgeFeed = (options: FeedOptions) => {
  const { file, bytes, now, targets = defaultTargets, served } = options
  const feed = readFeed(bytes, file, now, served)
  const { diagnostics, isReadable } = checkFeed(feed)
  const publication = isReadable ? publicationOf(feed) : undefined
  const judged = publication ? checkPublication(publication, now, targets) : []
  const found = [...diagnostics, ...judged]
  const validated: ValidatedFeed = {
    title: publication?.show.title || undefined,
    episodes: feed.items.length,
    text: feed.text,
    diagnostics: fewInAll(
      [...heard(targets, rulesById)([...found, ...refusedValues(publication?.refused ?? [], found)])].sort(
        byPlace,
      ),
    ),
  }
  return { publication, validated }
}
