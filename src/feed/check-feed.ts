/** A feed by the rules that only a feed can break. */

import { type Diagnostic, diagnose } from '../diagnostic.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedRule } from './feed-rule.ts'
import compressed from './rules/compressed.ts'
import { contentRules, readingRules, rootRules, structureRules } from './rules/index.ts'

export interface CheckedFeed {
  readonly diagnostics: readonly Diagnostic[]
  /** Whether there is a channel that can be read: else there is no show to judge. */
  readonly isReadable: boolean
}

/** What cannot be read is not judged: of a feed whose tags do not fit together, nothing that follows would be true. */
export const checkFeed = (feed: FeedDocument): CheckedFeed => {
  // Of an archive there is one thing to say.
  if (feed.isCompressed) return { diagnostics: judge(compressed, feed), isReadable: false }
  const isReadable = feed.isWhole && feed.root?.name === 'rss' && feed.channel !== undefined
  const rules = [
    ...readingRules,
    ...(feed.root ? rootRules : []),
    ...(feed.isWhole ? structureRules : []),
    ...(isReadable ? contentRules : []),
  ]
  return { diagnostics: rules.flatMap(rule => judge(rule, feed)), isReadable }
}

const judge = (rule: FeedRule, feed: FeedDocument): Diagnostic[] =>
  Array.from(rule.check(feed), finding => diagnose(rule, finding))
