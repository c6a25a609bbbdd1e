/** A show folder, as the feed that a build would write of it. */

import type { Instant } from '../model.ts'
import { feedName } from '../names.ts'
import type { Artefact, Podcast } from '../podcast.ts'
import { type ReadState, readState } from './read-state.ts'

export interface MadeShow {
  /** How messages name the folder. */
  readonly name: string
  readonly podcast: Podcast
  readonly artefacts: readonly Artefact[]
  /** What counts as now. */
  readonly now: Instant
}

/** The feed is read as any other, so that what is equal is equal. */
export const madeState = ({ name, podcast, artefacts, now }: MadeShow): ReadState => {
  const feed = artefacts.find(({ path }) => path === feedName)
  return readState({
    name,
    bytes: feed !== undefined && 'bytes' in feed ? feed.bytes : new Uint8Array(),
    now,
    stems: stemsIn(podcast),
    isProvisional: podcast.isProvisional,
    beyondLimit: beyondLimitOf(podcast),
  })
}

const stemsIn = ({ lock, releases }: Podcast): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(lock?.episodes ?? {}).map(([stem, { guid }]) => [guid, stem] as const),
    ...releases.map(({ episode, stem }) => [episode.guid, stem] as const),
  ])

/** What the lock has out, and the feed has not. */
const beyondLimitOf = ({ lock, releases }: Podcast): ReadonlySet<string> => {
  const released = new Set(releases.map(({ stem }) => stem))
  return new Set(
    Object.entries(lock?.episodes ?? {}).flatMap(([stem, { guid, gone, scheduled }]) =>
      gone || scheduled || released.has(stem) ? [] : [guid],
    ),
  )
}
