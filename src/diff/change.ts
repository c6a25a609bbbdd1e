/** One thing that is otherwise, and what that does. */

import type { AcceptForm } from './accept.ts'
import type { Effect } from './effect.ts'
import type { StateEpisode } from './state.ts'

export interface Change {
  readonly effect: Effect
  /**
   * A key of a field, as docs/fields.md has it, or a part of one: `audio.url`, `audio.length`, `audio.type`, `notes`.
   * `episode`: it is new, or gone. `order`: where it stands in the feed. `feed`: how the feed is written.
   */
  readonly what: string
  /** Undefined when it is about the show. As it is now; of one that is gone, as it was. */
  readonly episode?: StateEpisode
  /** As text, on one line; undefined where there was nothing. */
  readonly before?: string
  readonly after?: string
  /** The two are texts that people read: what is otherwise is a matter of words. */
  readonly isProse?: true
  /** What else is to be said of it: a sentence's part, lower case. */
  readonly remark?: string
  /** What of it counts when the same change of many episodes is told once; undefined where each is told. */
  readonly kind?: string
  /** What is written behind `--accept`; only of what a build refuses until then. */
  readonly accept?: AcceptForm
  readonly isAccepted?: boolean
}

/** That an episode is there or is not: that is all; not its number, which has the same name. */
export const isOfWhole = ({ what, effect }: Change): boolean =>
  what === 'episode' && (effect === 'lost' || effect === 'new')
