/** Project → Podcast: resolving, then judging by rules. Pure: no disk, no clock, no environment. The gate is a type. */

import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import { forgetful } from '../memo.ts'
import type { Instant, Lock, LockedEpisode, Podcast } from '../model.ts'
import type { Project, Publication, Recording } from '../project.ts'
import { formatRfc3339 } from '../units/instant.ts'
import { type Case, released } from './case.ts'
import { judge } from './judge.ts'
import { caseOf, notOfFeeds } from './publication.ts'
import { lockedFiles, namedAssets } from './resolve/files.ts'
import { artworkOf, type CheckOptions, resolve } from './resolve.ts'
import { rules } from './rules/index.ts'
import { type Watch, watchAt } from './watch.ts'

export type { CheckOptions }
export { rules as checkRules }

export interface Checked {
  /** Undefined when there is an error: nothing is rendered then. */
  readonly podcast: Podcast | undefined
  readonly held: { readonly draft: number; readonly future: number }
  /** How long all of this stays true. */
  readonly validity: ReturnType<Watch['validity']>
}

export const check = async (project: Project, options: CheckOptions): Promise<Outcome<Checked>> => {
  const watch = watchAt(options.now)
  const given = await resolve(project, options, watch)
  const diagnostics = judge(given, rules, options.memo ?? forgetful)
  const held = { draft: count(given, 'draft'), future: count(given, 'future') }
  return {
    value: {
      podcast: hasErrors(diagnostics) ? undefined : podcastOf(given),
      held,
      validity: watch.validity(),
    },
    diagnostics,
  }
}

/** A feed that exists, by the same rules. What it was made from is not known, so rules about files stay silent. */
export const checkPublication = (publication: Publication, now: Instant): readonly Diagnostic[] => {
  const given = caseOf(publication, now)
  return judge(
    given,
    rules.filter(rule => !notOfFeeds.has(rule.id)),
    forgetful,
  )
}

const count = (given: Case, held: 'draft' | 'future'): number =>
  given.items.filter(item => item.held === held).length

const podcastOf = (given: Case): Podcast => {
  const releases = released(given).map(item => item.release)
  const assets = [...artworkOf(given.project.picture), ...namedAssets(given.project.named)]
  return { show: given.show, releases, assets, lock: lockOf(given) }
}

/** What is published, by stem. What was published before and is not in the feed now keeps its entry. */
const lockOf = (given: Case): Lock => {
  const episodes: Record<string, LockedEpisode> = Object.create(null)
  for (const { entry, held, release, recording } of given.items) {
    const before = given.lock?.episodes[entry.stem]
    if (release && (!held || held === 'limit'))
      episodes[entry.stem] = {
        guid: release.episode.guid,
        url: release.url,
        bytes: release.episode.enclosure.length,
        type: release.episode.enclosure.type,
        duration: release.episode.duration,
        fingerprint: release.fingerprint,
        pubDate: before?.pubDate ?? formatRfc3339(release.episode.pubDate),
        ...ownChapters(recording),
      }
    else if (before) episodes[entry.stem] = before
  }
  const { named, recordings } = given.project
  const files = lockedFiles([named, ...recordings.map(recording => recording.named)])
  return {
    version: 1,
    podcastGuid: given.show.guid,
    episodes,
    ...(Object.keys(files).length === 0 ? {} : { files }),
  }
}

const ownChapters = ({ chapters: [list] }: Recording): Pick<LockedEpisode, 'chapters'> =>
  list?.source === 'audio' ? { chapters: list.chapters } : {}
