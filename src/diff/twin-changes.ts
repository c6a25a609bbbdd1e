/** Of several items with one guid, those that went away or came while another of them is there. */

import { addressKey } from './address.ts'
import type { Change } from './change.ts'
import type { Matching } from './match.ts'
import { audioOf, optionalDate } from './parts.ts'
import type { State, StateEpisode } from './state.ts'

/** Nothing of it is refused: the guid stays, and most apps show one item of it. Who was shown the other one hears the difference. */
export const twinChanges = (before: State, after: State, { twins }: Matching): readonly Change[] => {
  const [known, kept] = [before, after].map(state => new Set(state.episodes.map(recordingOf)))
  return [
    ...twins.gone.map(twin => twinChange(twin, kept!.has(recordingOf(twin)), 'lost')),
    ...twins.added.map(twin => twinChange(twin, known!.has(recordingOf(twin)), 'new')),
  ]
}

const recordingOf = (episode: StateEpisode): string => addressKey(audioOf(episode)?.url ?? '')

const twinChange = (episode: StateEpisode, isElsewhere: boolean, effect: 'lost' | 'new'): Change => ({
  effect: isElsewhere ? 'unnoticed' : effect,
  what: 'episode',
  episode,
  ...optionalDate(effect === 'lost' ? 'before' : 'after', episode),
  remark: `another item has the same guid${isElsewhere ? ', and one the same recording' : ': most apps show only the newest of them'}`,
})
