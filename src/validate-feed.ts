/** A feed that exists, by the rules of all directories: those that only a feed can break, and those of a show. */

import { checkPublication } from './check/index.ts'
import { byPlace, type Counted, type Diagnostic, heard, type Targets } from './diagnostic.ts'
import {
  checkFeed,
  type FeedDocument,
  type FeedRule,
  publicationOf,
  readFeed,
  refusedValues,
  type Served,
} from './feed/index.ts'
import { fewInAll } from './few.ts'
import type { Instant } from './model.ts'
import type { Episode, Show } from './podcast.ts'
import { rulesById } from './rules.ts'
import { defaultTargets, severityFor } from './targets.ts'

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
  /**
   * Whether it is counted which rules had something to look at. Default: no.
   * @internal
   */
  readonly isCounted?: boolean | undefined
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
  /**
   * Where it was asked for.
   * @internal
   */
  readonly counted?: Counted
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
  const { diagnostics, asked, isReadable } = checkFeed(feed)
  const publication = isReadable ? publicationOf(feed) : undefined
  const judged = publication && checkPublication(publication, now, targets)
  const found = [...diagnostics, ...(judged?.diagnostics ?? [])]
  const validated: ValidatedFeed = {
    title: publication?.show.title || undefined,
    episodes: feed.items.length,
    text: feed.text,
    diagnostics: fewInAll(
      [...heard(targets, rulesById)([...found, ...refusedValues(publication?.refused ?? [], found)])].sort(
        byPlace,
      ),
    ),
    ...(options.isCounted && {
      counted: together(countedOf(asked, diagnostics, feed, targets), judged?.counted()),
    }),
  }
  return { publication, validated }
}

/** Of the rules that only a feed can break. */
const countedOf = (
  asked: readonly FeedRule[],
  diagnostics: readonly Diagnostic[],
  { served }: FeedDocument,
  targets: Targets,
): Counted => {
  const found = new Set(diagnostics.map(({ rule }) => rule))
  const rules = asked.filter(rule => severityFor(rule, targets) !== undefined)
  const isIdle = ({ looksAt }: FeedRule): boolean => looksAt === 'address' && served === undefined
  const idle = rules.filter(isIdle).map(({ id }) => id)
  return {
    passed: rules.filter(rule => !found.has(rule.id) && !isIdle(rule)).map(({ id }) => id),
    found: rules.filter(({ id }) => found.has(id)).map(({ id }) => id),
    nothing: idle.length === 0 ? {} : { address: idle },
  }
}

const together = (ofFeed: Counted, ofShow: Counted | undefined): Counted => ({
  passed: [...ofFeed.passed, ...(ofShow?.passed ?? [])],
  found: [...ofFeed.found, ...(ofShow?.found ?? [])],
  nothing: { ...ofFeed.nothing, ...ofShow?.nothing },
})
