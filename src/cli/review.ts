import { join, resolve } from 'node:path'
import { type Change, type Difference, wordDifference } from '../diff/index.ts'
import { type Door, doorOf } from '../door/index.ts'
import { reviewAudioBytes, reviewEpisodes } from '../limits.ts'
import type { Podcast, Release } from '../podcast.ts'
import { nameOf } from '../units/file-name.ts'
import { type Reviewed, reviewPage } from '../website/review.ts'
import { create } from '../write/create.ts'
import type { SideOptions } from './difference.ts'
import { type Io, UsageError } from './io.ts'
import { madeToCompare } from './made-to-compare.ts'
import type { ShowFolder } from './shows.ts'
import { shownPath } from './shows.ts'

export interface ReviewOptions extends SideOptions {
  readonly folder: string
}

/** Gives the path of the page, as a person writes it; undefined where there is nothing to look at. */
export const writeReview = async (
  show: ShowFolder,
  difference: Difference,
  options: ReviewOptions,
  io: Io,
): Promise<string | undefined> => {
  const changes = worthALook(difference)
  if (changes.size === 0) return undefined
  const door = doorOf(show.location)
  const podcast = await podcastOf(show, options, io)
  if (podcast?.website === undefined) return undefined
  const folder = resolve(io.cwd, options.folder)
  const releases = podcast.releases
    .filter(({ episode }) => changes.has(episode.guid))
    .slice(0, reviewEpisodes)
  const audio = recordingsOf(releases, changes, door)
  const reviewed = releases.map(({ episode: { guid } }): Reviewed => {
    const own = changes.get(guid)!
    return {
      guid,
      isNew: own.some(isNew),
      changes: own
        .filter(change => !isNew(change))
        .map(({ what, before = '', after = '' }) => ({ what, words: wordDifference(before, after) })),
      audio: audio.get(guid)?.name,
    }
  })
  const page = join(folder, 'index.html')
  const refusal = create([{ path: page, text: reviewPage(podcast, podcast.website, reviewed) }])
  if (refusal !== undefined)
    throw new UsageError(`${shownPath(io.cwd, refusal.path)} cannot be written: ${refusal.reason}`)
  // Through the door, since the show may come from a stranger.
  for (const { source, name } of audio.values()) door.copyTo(source, join(folder, name))
  return shownPath(io.cwd, page)
}

const isNew = ({ effect, what }: Change): boolean => effect === 'new' && what === 'episode'

/** By guid: that an episode is new, or what of its texts reads otherwise. */
const worthALook = ({ changes }: Difference): ReadonlyMap<string, readonly Change[]> => {
  const byGuid = new Map<string, Change[]>()
  for (const change of changes) {
    const { what, episode, isProse } = change
    const reads = isProse && (what === 'notes' || what === 'description')
    if (episode !== undefined && (isNew(change) || reads))
      byGuid.set(episode.guid, [...(byGuid.get(episode.guid) ?? []), change])
  }
  return byGuid
}

/** Pages or not, what they would say of it is worked out. */
const podcastOf = async (
  show: ShowFolder,
  { moment, withCache, allowPrivate }: SideOptions,
  io: Io,
): Promise<Podcast | undefined> => {
  const options = { moment, withCache, allowPrivate, website: true, isRendered: false }
  return (await madeToCompare(show, options, io)).judged.podcast
}

interface Recording {
  /** Inside the show folder. */
  readonly source: string
  /** Beside the page. */
  readonly name: string
}

/** By guid: of new episodes, those that are here, up to a number of bytes. */
const recordingsOf = (
  releases: readonly Release[],
  changes: ReadonlyMap<string, readonly Change[]>,
  door: Door,
): ReadonlyMap<string, Recording> => {
  let left = reviewAudioBytes
  return new Map(
    releases.flatMap(({ episode, assets }, index) => {
      const asset = assets.find(({ kind }) => kind === 'audio')
      if (asset === undefined || !changes.get(episode.guid)?.some(isNew)) return []
      const { size } = door.stat(asset.source)
      if (size > left) return []
      left -= size
      return [[episode.guid, { source: asset.source, name: `${index + 1}-${nameOf(asset.path)}` }] as const]
    }),
  )
}
