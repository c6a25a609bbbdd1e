/** What an episode says of its recording and its notes, in types. */

import type { Enclosure } from '../fields/index.ts'
import { formatRfc3339 } from '../units/instant.ts'
import type { Change } from './change.ts'
import type { StateEpisode } from './state.ts'

export const audioOf = ({ fields }: Pick<StateEpisode, 'fields'>): Enclosure | undefined =>
  fields.audio as Enclosure | undefined

/** Seconds. */
export const durationOf = ({ fields }: Pick<StateEpisode, 'fields'>): number | undefined =>
  typeof fields.duration === 'number' && fields.duration > 0 ? fields.duration : undefined

/** Empty for what is not there. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What an app shows below an episode: `content:encoded`, or where there is none, the description. */
export const notesOf = ({ fields }: Pick<StateEpisode, 'fields'>): string =>
  textOf(fields.content) || textOf(fields.description)

/** What an app shows that reads the description alone. */
export const descriptionOf = ({ fields }: Pick<StateEpisode, 'fields'>): string =>
  textOf(fields.description) || textOf(fields.content)

export const dateOf = ({ fields: { date } }: Pick<StateEpisode, 'fields'>): number | undefined =>
  typeof date === 'number' ? date : undefined

/** As people know it; by the name that it has behind `--accept` where the feed gives it no title. */
export const calledOf = ({ title, name }: Pick<StateEpisode, 'title' | 'name'>): string => title || name

/** The day on which an episode that is gone or new appeared, where it says so. */
export const optionalDate = (when: 'before' | 'after', episode: StateEpisode): Partial<Change> => {
  const date = dateOf(episode)
  return date === undefined ? {} : { [when]: formatRfc3339(date).slice(0, 10) }
}
