import type { Lock, LockedEpisode, Release } from '../../model.ts'
import { formatRfc3339 } from '../../units/instant.ts'
import type { Case, Item } from '../case.ts'
import { given } from '../resolve/fields.ts'
import { lockedFiles } from '../resolve/files.ts'
import { audioRules } from '../rules/audio/index.ts'
import { hasFile } from './changes.ts'
import { isAccepted, isOut } from './history.ts'

/**
 * What the lock will say, by stem: what is published, and what is scheduled, so that its day can come without its audio and
 * without a change of the lock. What is taken out on purpose keeps its entry, marked as gone: should it return, it has its guid.
 */
export const lockOf = (judged: Case): Lock => {
  const { project, show, lock, history, items } = judged
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
      else if (before.gone || isOut(before, judged)) episodes[stem] = { ...before, gone: true }
    }
  const { named, recordings } = project
  const files = lockedFiles([named, ...recordings.map(recording => recording.named)])
  return {
    version: 1,
    podcastGuid: show.guid,
    feedUrl: history.isElsewhere ? (lock?.feedUrl ?? show.feedUrl) : show.feedUrl,
    episodes,
    ...(Object.keys(files).length === 0 ? {} : { files }),
  }
}

const entryOf = (item: Item, before: LockedEpisode | undefined, judged: Case): LockedEpisode | undefined => {
  const { held, release, entry } = item
  const wasOut = before !== undefined && isOut(before, judged)
  if (wasOut && (held === 'draft' || held === 'future'))
    return isAccepted({ accept: `gone:${entry.stem}` }, judged.history.accepted)
      ? { ...before, gone: true }
      : before
  if (held === 'draft' || release === undefined) return before?.gone || wasOut ? before : undefined
  if (held === 'future' && isUnfit(item, judged)) return undefined
  return locked(item, release, wasOut ? before.pubDate : formatRfc3339(release.episode.pubDate))
}

/** What the lock holds is not measured again: of what is scheduled, audio that nobody takes does not slip in by it. */
const isUnfit = (item: Item, judged: Case): boolean => {
  const alone = { ...judged, items: [item] }
  return unfit.some(rule => [...rule.check(alone)].length > 0)
}
const unfit = audioRules.filter(rule => rule.severity === 'error')

const locked = ({ recording }: Item, release: Release, pubDate: string): LockedEpisode => {
  const { episode, url, fingerprint } = release
  const [list] = recording.chapters
  return {
    guid: episode.guid,
    url,
    bytes: episode.enclosure.length,
    type: episode.enclosure.type,
    duration: episode.duration,
    fingerprint,
    pubDate,
    ...recording.audio?.validator,
    ...given('chapters', list?.source === 'audio' ? list.chapters : undefined),
  }
}
