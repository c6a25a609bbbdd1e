/** Which episode of one feed is which of the other. */

import { addressKey } from './address.ts'
import { audioOf, dateOf, textOf } from './parts.ts'
import type { StateEpisode } from './state.ts'

export interface Matching {
  readonly pairs: readonly (readonly [before: StateEpisode, after: StateEpisode])[]
  readonly gone: readonly StateEpisode[]
  readonly added: readonly StateEpisode[]
  /** Of several with one guid, those that have no counterpart, while another is there still, or was there before. */
  readonly twins: { readonly gone: readonly StateEpisode[]; readonly added: readonly StateEpisode[] }
}

type KeyOf = (episode: StateEpisode) => string | undefined

/** What tells an episode that has no guid in common with another, the surest first. */
const keys: readonly KeyOf[] = [
  episode => addressKey(audioOf(episode)?.url ?? ''),
  ({ fields }) => textOf(fields.link),
  ({ title, fields: { date } }) =>
    title === '' || typeof date !== 'number'
      ? undefined
      : `${new Date(date).toISOString().slice(0, 10)} ${title.toLowerCase()}`,
]

/**
 * By guid; where that has changed, by what only one episode of each feed has. The same, whichever of the two is the newer.
 * Of several with one guid, most apps show the newest only: the others are neither gone for good while it is there, nor new as it is.
 */
export const matched = (before: readonly StateEpisode[], after: readonly StateEpisode[]): Matching => {
  const pairs: (readonly [StateEpisode, StateEpisode])[] = []
  const taken = new Set<StateEpisode>()
  const pair = (one: StateEpisode, other: StateEpisode): void => {
    pairs.push([one, other])
    taken.add(one).add(other)
  }
  const isFree = (episode: StateEpisode): boolean => !taken.has(episode)
  const [ones, others] = [before, after].map(episodes => groupedBy(newestFirst(episodes), ({ guid }) => guid))
  for (const [guid, same] of ones!)
    for (const [i, one] of same.entries()) {
      const other = others!.get(guid)?.[i]
      if (other !== undefined) pair(one, other)
    }
  for (const keyOf of keys) {
    const candidates = groupedBy(after.filter(isFree), keyOf)
    for (const [key, [one, another]] of groupedBy(before.filter(isFree), keyOf)) {
      const [other, third] = candidates.get(key) ?? []
      if (one && other && !another && !third) pair(one, other)
    }
  }
  const [gone, added] = [before, after].map(episodes => episodes.filter(isFree))
  const isTwinIn =
    (groups: ReadonlyMap<string, unknown> | undefined) =>
    ({ guid }: StateEpisode): boolean =>
      groups!.has(guid)
  return {
    pairs,
    gone: gone!.filter(one => !isTwinIn(others)(one)),
    added: added!.filter(one => !isTwinIn(ones)(one)),
    twins: { gone: gone!.filter(isTwinIn(others)), added: added!.filter(isTwinIn(ones)) },
  }
}

/** As far as they say when they appeared; else in the order of the feed. */
const newestFirst = (episodes: readonly StateEpisode[]): readonly StateEpisode[] =>
  episodes.toSorted((one, other) => (dateOf(other) ?? 0) - (dateOf(one) ?? 0))

const groupedBy = (
  episodes: readonly StateEpisode[],
  keyOf: KeyOf,
): ReadonlyMap<string, readonly StateEpisode[]> => {
  const groups = new Map<string, StateEpisode[]>()
  for (const episode of episodes) {
    const key = keyOf(episode)
    if (key === undefined || key === '') continue
    const group = groups.get(key)
    if (group) group.push(episode)
    else groups.set(key, [episode])
  }
  return groups
}
