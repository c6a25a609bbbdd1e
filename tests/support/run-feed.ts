import type { Served } from '../../src/feed/index.ts'
import { type Targets, targetNames } from '../../src/targets.ts'
import { type ValidatedFeed, validateFeed } from '../../src/validate-feed.ts'
import { now } from './run.ts'

export interface FeedRun extends ValidatedFeed {
  readonly ids: readonly string[]
}

/** Judges a feed that is called `feed.xml`; by default for everybody, so that every rule is heard. */
export const runFeed = (
  feed: string | Uint8Array,
  served?: Served,
  targets: Targets = targetNames,
): FeedRun => {
  const bytes = typeof feed === 'string' ? Buffer.from(feed) : feed
  const validated = validateFeed({ file: 'feed.xml', bytes, now, served, targets })
  return { ...validated, ids: validated.diagnostics.map(({ rule }) => rule) }
}
