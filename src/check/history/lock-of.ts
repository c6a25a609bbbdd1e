import type { Audio } from '../../measured.ts'
import type { InheritedFaults, Lock, LockedEpisode, LockedFacts } from '../../model.ts'
import type { Release } from '../../podcast.ts'
import { optional } from '../../table/optional.ts'
import { severityFor } from '../../targets.ts'
import { formatRfc3339 } from '../../units/instant.ts'
import { type Evidence, findIn, type Item } from '../evidence.ts'
import { recorded } from '../inherit.ts'
import { lockedFiles } from '../output/named-files.ts'
import absentFrozen from '../rules/audio/absent-frozen.ts'
import { audioRules } from '../rules/audio/index.ts'
import { hasFile } from './changes.ts'
import { isAccepted, isOut } from './history.ts'
import { isSame } from './lock-differences.ts'
import { pictureOf } from './locked-picture.ts'

/**
 * What the lock will say, by stem: what is published, and what is scheduled, so that its day can come without its audio.
 * What is taken out on purpose keeps its entry, marked as gone: should it return, it has its guid.
 */
export const lockOf = (judged: Evidence): Lock => {
  const { project, show, identity, lock, items } = judged
  const episodes: Record<string, LockedEpisode> = Object.create(null)
  const stems = new Set<string>()
  for (const item of items) {
    const { stem } = item.entry
    stems.add(stem)
    const locked = entryOf(item, lock?.episodes[stem], judged)
    if (locked) episodes[stem] = locked
  }
  for (const [stem, before] of Object.entries(lock?.episodes ?? {}))
    if (!stems.has(stem)) {
      if (hasFile(stem, judged)) episodes[stem] = before
      else if (before.gone || isOut(before, judged)) episodes[stem] = withdrawn(before)
    }
  const { named, recordings } = project
  const files = lockedFiles([named, ...recordings.map(recording => recording.named)])
  return {
    version: 2,
    ...optional('podcastGuid', show.guid),
    feedUrl: identity?.feedUrl ?? show.feedUrl,
    ...optional('artwork', pictureOf(project.picture, judged)),
    ...optional('inherited', inheritedBy(undefined, lock?.inherited, judged)),
    ...optional('feeds', lock?.feeds),
    episodes: isOnlyDueNow(lock, episodes) ? lock.episodes : episodes,
    ...(Object.keys(files).length === 0 ? {} : { files }),
    ...optional('imported', lock?.imported),
  }
}

/** That the day of a scheduled episode has come is no change of the lock: its mark goes with the next one. */
const isOnlyDueNow = (before: Lock | undefined, episodes: Lock['episodes']): before is Lock => {
  if (before?.version !== 2) return false
  const known = Object.entries(before.episodes)
  return (
    known.length === Object.keys(episodes).length &&
    known.some(([stem, { scheduled }]) => scheduled && !episodes[stem]?.scheduled) &&
    known.every(([stem, one]) => isSame({ ...one, scheduled: true }, { ...episodes[stem], scheduled: true }))
  )
}

/** What was put right is not inherited any more; where the recording is not at hand, nobody can tell. */
const inheritedBy = (
  item: Item | undefined,
  before: InheritedFaults | undefined,
  { history }: Evidence,
): InheritedFaults | undefined =>
  item !== undefined && item.recording.audio?.from !== 'disk'
    ? before
    : recorded(history.inherited, item?.entry.stem)

const withdrawn = ({ scheduled: _, ...before }: LockedEpisode): LockedEpisode => ({ ...before, gone: true })

const entryOf = (
  item: Item,
  before: LockedEpisode | undefined,
  judged: Evidence,
): LockedEpisode | undefined => {
  const { held, release, entry } = item
  const wasOut = before !== undefined && isOut(before, judged)
  if (wasOut && (held === 'draft' || held === 'future'))
    return isAccepted({ accept: `gone:${entry.stem}` }, judged.history.accepted)
      ? withdrawn({ ...before, ...optional('title', release?.episode.title) })
      : before
  if (held === 'draft' || release === undefined) return before?.gone || wasOut ? before : undefined
  if (held === 'future' && isUnfit(item, judged)) return undefined
  const pubDate = wasOut ? before.pubDate : formatRfc3339(release.episode.date)
  return locked(item, release, { pubDate, before, judged })
}

/** What the lock holds is not measured again: of what is scheduled, audio that nobody takes does not slip in by it. Where it is, is another matter. */
const isUnfit = (item: Item, judged: Evidence): boolean => {
  const alone = { ...judged, items: [item] }
  return audioRules.some(
    rule =>
      rule !== absentFrozen &&
      severityFor(rule, judged.targets) === 'error' &&
      [...findIn(rule, alone)].length > 0,
  )
}

interface Locking {
  readonly pubDate: string
  readonly before: LockedEpisode | undefined
  readonly judged: Evidence
}

const factsOf = (audio: Audio | undefined, before: LockedEpisode | undefined): LockedFacts | undefined => {
  if (audio?.from === 'lock') return before?.facts
  if (audio?.from === 'given') return 'given'
  return audio?.facts.method === 'estimate' ? 'estimated' : undefined
}

/** Whether a feed says what the pages do not: a later build does not ask it again. */
const isJoined = ({ project }: Evidence): boolean => 'feed' in (project.manuscript.show.meta.facts ?? {})

const locked = (item: Item, release: Release, { pubDate, before, judged }: Locking): LockedEpisode => {
  const { recording } = item
  const { episode, url, fingerprint } = release
  const { audio, picture } = recording
  const [list] = recording.chapters
  const isSame = before?.guid === episode.guid
  return {
    guid: episode.guid,
    ...optional('permalink', isSame ? before.permalink : undefined),
    title: episode.title,
    url,
    ...optional('page', release.page?.folder ?? before?.page),
    ...optional('link', isJoined(judged) ? item.entry.meta.link : undefined),
    bytes: episode.audio.length,
    type: episode.audio.type,
    ...optional('duration', episode.duration),
    ...optional('facts', factsOf(audio, before)),
    ...optional('fingerprint', fingerprint === '' ? undefined : fingerprint),
    pubDate,
    ...optional('scheduled', Date.parse(pubDate) > judged.history.outUntil || undefined),
    ...audio?.validator,
    ...optional('artwork', pictureOf(picture, judged)),
    ...optional('chapters', list?.source === 'audio' ? list.chapters : undefined),
    // What is new to the lock has all that it brings along.
    ...optional(
      'inherited',
      before === undefined
        ? recorded(judged.history.inherited, item.entry.stem)
        : inheritedBy(item, before.inherited, judged),
    ),
  }
}
