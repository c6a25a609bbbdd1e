/** The same difference without a user name or password in it: what is printed ends in the log of a CI. */

import { redacted } from '../../units/credentials.ts'
import type { Change } from '../change.ts'
import type { Difference } from '../difference.ts'
import type { State, StateEpisode } from '../state.ts'

export const printable = ({ before, after, changes }: Difference): Difference => {
  // What is about one episode stays about one.
  const episodes = new Map<StateEpisode, StateEpisode>()
  const episodeOf = (one: StateEpisode): StateEpisode => {
    const known = episodes.get(one) ?? printableEpisode(one)
    episodes.set(one, known)
    return known
  }
  return {
    before: printableState(before),
    after: printableState(after),
    changes: changes.map(change => ({
      ...change,
      ...(change.episode === undefined ? {} : { episode: episodeOf(change.episode) }),
      ...texts(change, ['before', 'after', 'accept']),
    })),
  }
}

const printableState = (one: State): State => ({
  ...one,
  name: redacted(one.name),
  title: redacted(one.title),
})

const printableEpisode = (one: StateEpisode): StateEpisode => ({
  ...one,
  guid: redacted(one.guid),
  title: redacted(one.title),
  name: redacted(one.name),
})

const texts = <Key extends 'before' | 'after' | 'accept'>(
  change: Change,
  keys: readonly Key[],
): Pick<Change, Key> =>
  Object.fromEntries(
    keys.flatMap(key => (change[key] === undefined ? [] : [[key, redacted(change[key])]])),
  ) as Pick<Change, Key>
