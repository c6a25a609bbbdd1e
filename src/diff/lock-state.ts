/**
 * What the lock says was published, as a feed. It keeps guids, addresses, lengths, dates and titles; of all else it is taken that
 * nothing is otherwise. So it is compared with what the show is now, and with nothing else.
 */

import type { Lock, LockedEpisode } from '../model.ts'
import { relationOf } from './address.ts'
import { audioOf } from './parts.ts'
import type { State, StateEpisode } from './state.ts'

/** `after`: the show as it would be published now. */
export const lockState = (lock: Lock, name: string, after: State): State => {
  const now = new Map(after.episodes.map(episode => [episode.name, episode]))
  const published = Object.entries(lock.episodes).filter(([, one]) => !one.gone && !one.scheduled)
  const show = {
    ...after.show,
    ...(lock.feedUrl === undefined ? {} : { feedUrl: lock.feedUrl }),
    ...(lock.podcastGuid === undefined ? {} : { guid: lock.podcastGuid }),
  }
  return {
    ...after,
    name,
    show,
    episodes: inOrder(
      published.map(([stem, locked]) => episodeOf(stem, locked, now.get(stem), name)),
      after,
    ),
  }
}

/** What was published, in the order that it has now: the lock keeps none. */
const inOrder = (episodes: readonly StateEpisode[], { episodes: now }: State): readonly StateEpisode[] => {
  const places = new Map(now.map(({ name }, i) => [name, i]))
  const placeOf = ({ name }: StateEpisode): number => places.get(name) ?? now.length
  return [...episodes].sort((a, b) => placeOf(a) - placeOf(b))
}

const episodeOf = (
  stem: string,
  locked: LockedEpisode,
  now: StateEpisode | undefined,
  file: string,
): StateEpisode => {
  const { guid, url, bytes, type, duration, pubDate } = locked
  const audio = now && audioOf(now)
  const isPrefixed = audio !== undefined && relationOf(url, audio.url) === 'prefix'
  const title = locked.title ?? now?.title ?? ''
  const date = Date.parse(pubDate)
  return {
    guid,
    title,
    name: stem,
    synonyms: [guid],
    place: now?.place ?? { file },
    fields: {
      ...now?.fields,
      guid,
      title,
      audio: {
        ...audio,
        url: isPrefixed ? audio.url : url,
        length: bytes,
        type: type || (audio?.type ?? ''),
      },
      ...(duration === undefined ? {} : { duration }),
      ...(Number.isNaN(date) ? {} : { date }),
    },
  }
}
