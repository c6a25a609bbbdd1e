/** Two feeds → what those notice who subscribe to it. Pure. */

import { acceptOf, withAccepted } from './accept.ts'
import type { Change } from './change.ts'
import { effects } from './effect.ts'
import { episodeChanges } from './episode-changes.ts'
import { type Matching, matched } from './match.ts'
import { orderChanges } from './order-changes.ts'
import { dateOf, optionalDate } from './parts.ts'
import { showChanges } from './show-changes.ts'
import type { State, StateEpisode } from './state.ts'
import { twinChanges } from './twin-changes.ts'
import { unreadChanges } from './unread-changes.ts'

export interface Difference {
  readonly before: State
  readonly after: State
  /** By effect, what hurts first; within it the show, then the episodes in the order of the feed. */
  readonly changes: readonly Change[]
}

/** `accepted`: as written behind `--accept`. */
export const differenceOf = (given: State, after: State, accepted: readonly string[] = []): Difference => {
  const before = { ...given, episodes: given.episodes.map(episode => calledIn(after, episode)) }
  const matching = matched(before.episodes, after.episodes)
  const places = new Map(after.episodes.map((episode, i) => [episode, i]))
  const place = ({ episode }: Change): number => (episode === undefined ? -1 : (places.get(episode) ?? 0))
  const changes = [
    ...showChanges(before, after),
    ...goneChanges(after, matching),
    ...matching.added.map(addedChange(before.episodes)),
    ...twinChanges(before, after, matching),
    ...matching.pairs.flatMap(([one, other]) => episodeChanges(one, other)),
    ...orderChanges(before, after, matching),
    ...unreadChanges(before, after),
  ]
  const isOtherwise = changes.length === 0 && before.text !== after.text
  return {
    before,
    after,
    changes: (isOtherwise ? [spelling] : changes)
      .map(change => withAccepted(change, accepted))
      .sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect) || place(a) - place(b)),
  }
}

/** By its name in the show too, where that is the show's of which this is another feed. */
const calledIn = ({ stems }: State, episode: StateEpisode): StateEpisode => {
  const stem = stems.get(episode.guid)
  return stem === undefined || stem === episode.name || episode.synonyms.includes(stem)
    ? episode
    : { ...episode, synonyms: [...episode.synonyms, stem] }
}

const spelling: Change = {
  effect: 'unnoticed',
  what: 'feed',
  remark: 'the same, written otherwise: white space, the order of tags, or the spelling of a value',
}

/** A feed that has room for so many episodes lets go of the oldest for every new one: nobody meant to take those out. */
const goneChanges = (after: State, { gone, added }: Matching): readonly Change[] => {
  const oldest = after.episodes.reduce(
    (least, one) => Math.min(least, dateOf(one) ?? Number.NEGATIVE_INFINITY),
    Number.POSITIVE_INFINITY,
  )
  const isOlder = (one: StateEpisode): boolean => (dateOf(one) ?? Number.POSITIVE_INFINITY) <= oldest
  const isPushedOut = gone.length <= added.length && gone.every(isOlder)
  return gone.map(episode => ({
    effect: 'lost',
    what: 'episode',
    episode,
    ...optionalDate('before', episode),
    ...(isPushedOut || after.beyondLimit.has(episode.guid)
      ? { remark: 'the oldest, for which the feed has no room any more' }
      : { accept: acceptOf('gone', episode) }),
  }))
}

/** Milliseconds. */
const day = 86_400_000

/** As of a build: see check/rules/history/back-dated.ts. */
const addedChange = (before: readonly StateEpisode[]) => {
  const newest = before.reduce((most, one) => Math.max(most, dateOf(one) ?? 0), 0)
  return (episode: StateEpisode): Change => ({
    effect: 'new',
    what: 'episode',
    episode,
    ...optionalDate('after', episode),
    ...((dateOf(episode) ?? newest) < newest - day
      ? { remark: 'dated before the newest that was there, so many subscribers are not told of it' }
      : {}),
  })
}
