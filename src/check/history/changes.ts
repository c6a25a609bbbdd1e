import type { LockedEpisode, LockedPicture } from '../../model.ts'
import { isMarkdown, stemOf } from '../../names.ts'
import type { Release } from '../../podcast.ts'
import { reachOfUrl } from '../../units/host.ts'
import { type Evidence, type Item, oncePerEvidence } from '../evidence.ts'
import type { Identity } from '../identity.ts'
import { isAside } from '../measured.ts'
import { type Change, isOut } from './history.ts'
import { pictureOf } from './locked-picture.ts'

/** Milliseconds. */
export const day = 86_400_000

/** All that subscribers would notice, accepted or not. */
export const findChanges = (evidence: Evidence): readonly Change[] => {
  const { lock } = evidence
  if (lock === undefined) return []
  const known = new Map(Object.entries(lock.episodes))
  const byUrl = new Map([...known].map(([, before]) => [before.url, before]))
  const newest = newestOut(evidence)
  const unclear = new Set(evidence.history.unclear.map(({ recording }) => recording.entry.stem))
  return [
    ...ofShow(evidence),
    ...ofPictures(evidence),
    ...evidence.items.flatMap(item => {
      const { stem } = item.entry
      const before = known.get(stem)
      known.delete(stem)
      return [
        ...(before === undefined ? [] : ofKnown(item, before, evidence)),
        ...ofAddress(item, byUrl, evidence),
        ...(before === undefined && !unclear.has(stem) ? ofNewcomer(item, newest) : []),
      ]
    }),
    ...[...known, ...evidence.history.displaced].flatMap(([stem, before]) =>
      ofMissing(stem, before, evidence),
    ),
  ]
}

const ofShow = ({ lock, show, identity }: Evidence): Change[] => {
  const changes: Change[] = []
  if (lock === undefined || identity === undefined) return changes
  if (lock.podcastGuid !== undefined && show.guid !== lock.podcastGuid)
    changes.push({ kind: 'podcast-guid', accept: 'podcast-guid', before: lock.podcastGuid })
  // With `newFeedUrl`, the old feed says where the show has gone.
  if (
    lock.feedUrl !== undefined &&
    identity.feedUrl !== lock.feedUrl &&
    show.newFeedUrl !== identity.feedUrl &&
    !identity.isProvisional &&
    mayHaveReaders(lock.feedUrl, identity)
  )
    changes.push({ kind: 'feed-url', accept: 'feed-url', before: lock.feedUrl })
  return changes
}

/** Earlier versions kept addresses in the lock at which nobody can have read or heard anything. */
export const mayHaveReaders = (url: string, { isLocal }: Identity): boolean => {
  const reach = reachOfUrl(url)
  return reach === 'public' || (reach === 'nearby' && isLocal)
}

const ofKnown = (item: Item, before: LockedEpisode, evidence: Evidence): Change[] => {
  const { stem } = item.entry
  const isWithheld = item.held === 'draft' || item.held === 'future'
  if (isWithheld && !evidence.drafts)
    return isOut(before, evidence) ? [{ kind: 'gone', accept: `gone:${stem}`, stem, before, item }] : []
  return item.release && item.release.episode.guid !== before.guid && isOut(before, evidence)
    ? [{ kind: 'guid', accept: `guid:${stem}`, item, before }]
    : []
}

/** By address: the pictures of two episodes may have changed places. */
const ofPictures = (evidence: Evidence): Change[] => {
  const { lock, entry, project, items } = evidence
  const known = new Map<string, LockedPicture>()
  for (const picture of publishedPictures(evidence)) known.set(picture.url, picture)
  if (lock === undefined || known.size === 0) return []
  const now = [
    { entry, picture: project.picture },
    ...items
      .filter(item => !isAside(item, evidence))
      .map(({ entry, recording: { picture } }) => ({ entry, picture })),
  ]
  return now.flatMap(({ entry, picture }): Change[] => {
    const locked = pictureOf(picture, evidence)
    const before = locked && known.get(locked.url)
    return picture && before && before.digest !== locked.digest
      ? [{ kind: 'artwork', accept: `artwork:${picture.path}`, entry, picture, before }]
      : []
  })
}

const publishedPictures = (evidence: Evidence): readonly LockedPicture[] => {
  const { lock } = evidence
  const episodes = Object.values(lock?.episodes ?? {}).filter(before => isOut(before, evidence))
  return [lock, ...episodes].flatMap(one => one?.artwork ?? [])
}

/** Whether two fingerprints are of different recordings. Of different methods they say nothing of each other. */
const isAnother = (before: string | undefined, now: string): boolean =>
  before !== undefined && before !== now && methodOf(before) === methodOf(now)

const methodOf = (fingerprint: string): string => fingerprint.slice(0, fingerprint.indexOf(':') + 1)

/** Another recording under an address that was published, as far as it was measured now; also after the files have changed their names among each other. */
const ofAddress = (item: Item, byUrl: ReadonlyMap<string, LockedEpisode>, evidence: Evidence): Change[] => {
  const { release, recording, entry } = item
  if (release === undefined || recording.audio?.from === 'lock') return []
  const before = byUrl.get(release.url)
  if (before === undefined || wasEstimated(before, release)) return []
  return isAnother(before.fingerprint, release.fingerprint) && isOut(before, evidence)
    ? [{ kind: 'audio', accept: `audio:${entry.stem}`, item, before }]
    : []
}

/** Measured now, it may end some bytes before where the estimate saw its end. */
const wasEstimated = ({ facts, bytes }: LockedEpisode, { episode }: Release): boolean =>
  facts === 'estimated' && bytes === episode.audio.length

const ofNewcomer = (item: Item, newest: number | undefined): Change[] =>
  item.release && item.held === undefined && newest !== undefined && item.release.episode.date < newest - day
    ? [{ kind: 'back-dated', accept: `back-dated:${item.entry.stem}`, item }]
    : []

/** A file that is there and cannot be read has been reported. */
const ofMissing = (stem: string, before: LockedEpisode, evidence: Evidence): Change[] =>
  isOut(before, evidence) && !hasFile(stem, evidence)
    ? [{ kind: 'gone', accept: `gone:${stem}`, stem, before }]
    : []

export const hasFile = (stem: string, evidence: Evidence): boolean =>
  !evidence.history.displaced.some(([gone]) => gone === stem) && stemsThere(evidence).has(stem)

/** Of all Markdown files, be they read or not. */
const stemsThere = oncePerEvidence(({ project }): ReadonlySet<string> => {
  const { files, unreadable, outside } = project.manuscript
  return new Set([...files, ...unreadable, ...outside.keys()].filter(isMarkdown).map(stemOf))
})

/** When the newest of what is published appeared. */
const newestOut = (evidence: Evidence): number | undefined => {
  let newest: number | undefined
  for (const before of Object.values(evidence.lock?.episodes ?? {})) {
    const date = Date.parse(before.pubDate)
    if ((newest === undefined || date > newest) && isOut(before, evidence)) newest = date
  }
  return newest
}
