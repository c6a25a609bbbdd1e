/** A feed by the rules that only a feed can break. */

import { type Diagnostic, diagnose } from '../diagnostic.ts'
import { fewOfOneRule } from '../limits.ts'
import { isWellFormed } from '../syntax/xml.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedRule } from './feed-rule.ts'
import { withoutRepaired } from './repairs.ts'
import compressed from './rules/compressed.ts'
import { contentRules, readingRules, rootRules, structureRules } from './rules/index.ts'
import root from './rules/root.ts'
import undeclaredPrefix from './rules/undeclared-prefix.ts'

export interface CheckedFeed {
  readonly diagnostics: readonly Diagnostic[]
  /** Those that could be asked, as far as the feed can be read. */
  readonly asked: readonly FeedRule[]
  /** Whether there is a channel that can be read: else there is no show to judge. */
  readonly isReadable: boolean
}

/** Whether there is a channel, in tags that fit together. */
export const isReadable = (feed: FeedDocument): boolean =>
  !feed.isCompressed &&
  feed.isWhole &&
  feed.root?.name === 'rss' &&
  feed.channel !== undefined &&
  judge(root, feed).length === 0

/** Whether any reader of XML takes it: the tags and characters are right, and each byte belongs to one. */
const isSound = ({ xml, encoding }: FeedDocument): boolean => isWellFormed(xml) && !encoding.invalid

/** Whether what it says is what anybody reads in it, or whether it is to be understood `leniently` as far as it can be. */
export const isTaken = (feed: FeedDocument, leniently: boolean): boolean =>
  isReadable(feed) && (leniently || isSound(feed))

/** What cannot be read is not judged: of a feed whose tags do not fit together, nothing that follows would be true. */
export const checkFeed = (feed: FeedDocument): CheckedFeed => {
  // Of an archive there is one thing to say.
  if (feed.isCompressed)
    return { diagnostics: judge(compressed, feed), asked: [compressed], isReadable: false }
  // So there is of a web page, or of another file: what is said of its tags is of no use to anybody.
  const elsewhere = judge(root, feed)
  if (elsewhere.length > 0) return { diagnostics: elsewhere, asked: [root], isReadable: false }
  const canBeRead = isReadable(feed)
  const rules = [
    // Where a tag is broken, the prefixes that it declares are missing too.
    ...readingRules.filter(rule => feed.isWhole || rule !== undeclaredPrefix),
    ...(feed.root ? rootRules : []),
    ...(feed.isWhole ? structureRules : []),
    ...(canBeRead ? contentRules : []),
  ]
  return { diagnostics: rules.flatMap(rule => judge(rule, feed)), asked: rules, isReadable: canBeRead }
}

/** What keeps a feed from being taken, and nothing that is wrong with it beside; `leniently`, nothing that would be repaired. */
export const obstaclesIn = (feed: FeedDocument, leniently: boolean): readonly Diagnostic[] => {
  const found = checkFeed(leniently ? withoutRepaired(feed) : feed).diagnostics
  const bars = new Set(
    [...readingRules, ...rootRules, ...(feed.channel ? [] : structureRules)].flatMap(({ id, always }) =>
      always === 'broken' ? [id] : [],
    ),
  )
  return found.filter(({ rule }) => bars.has(rule))
}

const judge = (rule: FeedRule, feed: FeedDocument): Diagnostic[] => {
  const found = Array.from(rule.check?.(feed) ?? [], finding => diagnose(rule, finding))
  const count = found.length
  if (rule.together === undefined || count <= fewOfOneRule) return found
  const together = { count, ...rule.together(count, feed) }
  return found.map(one => ({ ...one, together }))
}
