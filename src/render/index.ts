/** Podcast → Artefact[]: pure functions. */

import type { Artefact, Asset, Podcast, Release, Show } from '../model.ts'
import { renderFeed } from './feed.ts'
import { writeJsonChapters } from './json-chapters.ts'

export { renderLock } from './lock.ts'

export interface RenderOptions {
  /** Whether the audio goes into the output folder too. */
  readonly audio: boolean
}

const utf8 = new TextEncoder()

export const feedName = 'feed.xml'

export const render = (podcast: Podcast, options: RenderOptions): Artefact[] => [
  ...[...podcast.assets, ...podcast.releases.flatMap(release => release.assets)]
    .filter(asset => options.audio || asset.kind !== 'audio')
    .filter(firstOfPath())
    .map(({ path, mediaType, source }) => ({ path, mediaType, source })),
  ...podcast.releases.flatMap(release => chapterFile(release, podcast.show)),
  // Last, so that everything the feed names is there before the feed names it.
  {
    path: feedName,
    mediaType: 'application/rss+xml',
    bytes: utf8.encode(
      renderFeed(
        podcast.show,
        podcast.releases.map(release => release.episode),
      ),
    ),
  },
]

/** Chapters and episodes may share a picture. */
const firstOfPath = () => {
  const seen = new Set<string>()
  return ({ path }: Asset): boolean => !seen.has(path) && seen.add(path) !== undefined
}

const chapterFile = ({ chapterFile, episode }: Release, show: Show): Artefact[] =>
  chapterFile === undefined
    ? []
    : [
        {
          path: chapterFile.path,
          mediaType: 'application/json+chapters',
          bytes: utf8.encode(
            writeJsonChapters(chapterFile.chapters, { title: episode.title, podcastName: show.title }),
          ),
        },
      ]
