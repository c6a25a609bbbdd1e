/** What a build refuses until it is accepted, as check/history/accept.ts names it. */

import { isAccepted } from '../check/history/history.ts'
import type { Change } from './change.ts'
import type { StateEpisode } from './state.ts'

export type AcceptForm = EpisodeForm | 'podcast-guid' | 'feed-url'
type EpisodeForm = `${EpisodeKind}:${string}`
type EpisodeKind = 'guid' | 'gone' | 'audio'

export const acceptOf = (kind: EpisodeKind, { name }: StateEpisode): EpisodeForm => `${kind}:${name}`

/** With the mark of those that were accepted, by whatever name of the episode. */
export const withAccepted = (change: Change, accepted: readonly string[]): Change => {
  const forms = formsOf(change)
  return forms.length === 0
    ? change
    : { ...change, isAccepted: forms.some(accept => isAccepted({ accept }, accepted)) }
}

/** Every way to accept a change. */
export const formsOf = ({ accept, episode }: Change): readonly AcceptForm[] => {
  if (accept === undefined) return []
  if (accept === 'podcast-guid' || accept === 'feed-url' || episode === undefined) return [accept]
  const kind = accept.slice(0, accept.indexOf(':')) as EpisodeKind
  return [accept, ...episode.synonyms.map((name): AcceptForm => `${kind}:${name}`)]
}

/** What stands in the way of a build. */
export const isRefused = ({ accept, isAccepted: isMeant }: Change): boolean =>
  accept !== undefined && !isMeant
