/** What has become of what was published: the show as it stands, against the lock. Judged by the rules, not here. */

import type { WrittenEpisode, WrittenShow } from '../../fields/index.ts'
import type { Picture } from '../../measured.ts'
import type { Instant, LockedEpisode, LockedPicture } from '../../model.ts'
import type { Entry } from '../../project.ts'
import type { Evidence, Item } from '../evidence.ts'
import type { Fault } from '../inherit.ts'
import type { ShowKind } from './accept.ts'
import type { Behind } from './clock.ts'
import type { Followed } from './follow.ts'

/** An episode that is there, and what the lock knows of it. */
export interface Known {
  readonly item: Item
  readonly before: LockedEpisode
}

export type Change =
  | (Known & { readonly kind: 'guid'; readonly accept: `guid:${string}` })
  | (Known & { readonly kind: 'audio'; readonly accept: `audio:${string}` })
  /** No longer in the feed. Without an item there is no file of its name either. */
  | {
      readonly kind: 'gone'
      readonly accept: `gone:${string}`
      readonly stem: string
      readonly before: LockedEpisode
      readonly item?: Item
    }
  /** Another picture under an address that was published. */
  | {
      readonly kind: 'artwork'
      readonly accept: `artwork:${string}`
      readonly entry: Entry<WrittenShow> | Entry<WrittenEpisode>
      readonly picture: Picture
      readonly before: LockedPicture
    }
  | { readonly kind: 'back-dated'; readonly accept: `back-dated:${string}`; readonly item: Item }
  | { readonly kind: 'podcast-guid' | 'feed-url'; readonly accept: ShowKind; readonly before: string }

export interface History extends Omit<Followed, 'lock'> {
  readonly changes: readonly Change[]
  /** As written behind `--accept`. */
  readonly accepted: readonly string[]
  /** The command that builds this show, with more options; undefined where it is not known. */
  readonly again?: ((words: string) => string) | undefined
  /** Whether this runs where a lock is expected: in CI. */
  readonly isCi: boolean
  /** Whether the lock must not change. */
  readonly isFrozen: boolean
  /** Whether the lock stays as it is, or is not made, because this build is not one that counts. */
  readonly isLockLeftAlone: boolean
  /** When the moment that counts as now is before what the lock says is out. */
  readonly behind: Behind | undefined
  /** What was published by now whatever moment is looked at: before then, an episode is scheduled. */
  readonly outUntil: Instant
  /** What was found and is let be; known when everything else has been judged. */
  readonly inherited: readonly Fault[]
}

export const noHistory: History = {
  moves: new Map(),
  unclear: [],
  displaced: [],
  changes: [],
  accepted: [],
  isCi: false,
  isFrozen: false,
  isLockLeftAlone: false,
  behind: undefined,
  outUntil: Number.POSITIVE_INFINITY,
  inherited: [],
}

/** Whether subscribers have seen it. What was taken out on purpose is kept for its guid only; what is scheduled nobody knows yet. */
export const isOut = (before: LockedEpisode, evidence: Pick<Evidence, 'isPast'>): boolean =>
  before.gone !== true && evidence.isPast(Date.parse(before.pubDate))

export const isAccepted = ({ accept }: { readonly accept: string }, accepted: readonly string[]): boolean =>
  accepted.some(
    written => written === accept || (written.endsWith(':*') && accept.startsWith(written.slice(0, -1))),
  )

/** The changes of a kind that nobody has accepted. */
export const changesOf = <K extends Change['kind']>(
  { history }: Pick<Evidence, 'history'>,
  kind: K,
): readonly Extract<Change, { kind: K }>[] =>
  history.changes.filter(
    (change): change is Extract<Change, { kind: K }> =>
      change.kind === kind && !isAccepted(change, history.accepted),
  )
