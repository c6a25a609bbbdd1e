/** Publication → Evidence: nothing is resolved, since the feed says it all. */

import type { Instant } from '../model.ts'
import type { Episode } from '../podcast.ts'
import type { Publication, Recording } from '../project.ts'
import type { Targets } from '../targets.ts'
import { parseDate } from '../units/instant.ts'
import type { Evidence, Item } from './evidence.ts'
import { noHistory } from './history/history.ts'
import type { Notes } from './notes/notes.ts'
import { plainText } from './notes/plain-text.ts'

/** Rules that a document rule stands in for, which sees the feed as it is written, or that are about files and folders. */
export const notOfFeeds: ReadonlySet<string> = new Set([
  'audio/ascii-name',
  'audio/ending-type',
  'audio/extension',
  'date/no-zone',
  'date/unreadable',
  'date/implausible',
  'episode/description-missing',
  'episode/number-positive',
  'show/feed-size',
  'text/control-characters',
  'text/damaged',
  'text/entities',
])

export const evidenceOf = (
  { project, show, episodes }: Publication,
  now: Instant,
  targets: Targets,
): Evidence => ({
  targets,
  project,
  entry: project.manuscript.show,
  identity: undefined,
  lock: undefined,
  history: noHistory,
  isPast: instant => instant <= now,
  drafts: false,
  zone: undefined,
  show,
  items: project.recordings.map((recording, i) => itemOf(recording, episodes[i])),
})

const itemOf = (recording: Recording, episode: Episode | undefined): Item => {
  const { entry, audio } = recording
  return {
    recording,
    entry,
    date: entry.meta.date === undefined ? undefined : parseDate(entry.meta.date),
    notes: published(episode?.content || episode?.description || entry.body),
    // What is published is in the feed, whatever its date.
    held: undefined,
    release:
      episode && audio
        ? {
            episode,
            path: entry.path,
            stem: entry.stem,
            fingerprint: audio.fingerprint,
            url: episode.audio.url,
            assets: [],
            cueFiles: [],
          }
        : undefined,
  }
}

/** HTML as it stands: it has been made by somebody else, so nothing is left out of it and nothing is to be said of that. */
const published = (html: string): Notes => ({
  html,
  text: options => plainText(html, options),
  problems: [],
})
