/** A feed, as far as subscribers and directories see it. */

import type { Place } from '../diagnostic.ts'
import type { ToldFields } from '../feed/index.ts'

export interface State {
  /** As messages name it: an address, a file or a show folder. */
  readonly name: string
  /** Of the show; empty where the feed does not say it. */
  readonly title: string
  readonly show: ToldFields
  /** In the order of the feed. */
  readonly episodes: readonly StateEpisode[]
  /** Items without a recording: no app shows them, so they are not compared. */
  readonly skipped: number
  /** How often elements stand in it that no field reads, by name. */
  readonly unread: ReadonlyMap<string, number>
  /** As it was read. */
  readonly text: string
  /** A show that has no address of its own yet: where its feed is, and which show it is, says nothing. */
  readonly isProvisional: boolean
  /** Of a show folder: by guid, how an episode is called, also one that was taken out. */
  readonly stems: ReadonlyMap<string, string>
  /** Guids of what the show has out, and its `limit` leaves no room for in the feed. */
  readonly beyondLimit: ReadonlySet<string>
}

export interface StateEpisode {
  /** Where there is none, the address of the recording: apps do the same. */
  readonly guid: string
  /** The one of Apple where there is no other; empty where the feed says neither. */
  readonly title: string
  readonly fields: ToldFields
  /** How it is called behind `--accept`: by its file, its recording's name, or its guid. */
  readonly name: string
  /** Every other way to call it there. */
  readonly synonyms: readonly string[]
  /** Where it stands. */
  readonly place: Place
}
