/** Podcast → Artefact[]: pure functions. */

import type { Cue } from '../model.ts'
import { feedName } from '../names.ts'
import type { Artefact, CueFile, Podcast, Release, Show } from '../podcast.ts'
import { once } from '../units/once.ts'
import { renderFeed } from './feed.ts'
import { writeJsonChapters } from './json-chapters.ts'
import { joinWords, writePlainText, writeTranscriptJson, writeVtt } from './transcript-files.ts'

export { renderLock } from './lock.ts'

export interface RenderOptions {
  /** Whether the audio goes into the output folder too. */
  readonly audio: boolean
}

export const render = (podcast: Podcast, options: RenderOptions): Artefact[] => [
  ...onePerPath([...podcast.assets, ...podcast.releases.flatMap(release => release.assets)])
    .filter(asset => options.audio || asset.kind !== 'audio')
    .map(({ path, mediaType, source }) => ({ path, mediaType, source })),
  ...podcast.releases.flatMap(release => chapterFile(release, podcast.show)),
  ...onePerPath(podcast.releases.flatMap(cueFiles)),
  // Last, so that everything the feed names is there before the feed names it.
  madeFile(feedName, 'application/rss+xml', () =>
    renderFeed(
      podcast.show,
      podcast.releases.map(release => release.episode),
    ),
  ),
]

const chapterFile = ({ chapterFile, episode }: Release, show: Show): Artefact[] =>
  chapterFile === undefined
    ? []
    : [
        madeFile(chapterFile.path, 'application/json+chapters', () =>
          writeJsonChapters(chapterFile.chapters, { title: episode.title, podcastName: show.title }),
        ),
      ]

const cueFiles = ({ cueFiles }: Release): Artefact[] =>
  cueFiles.map(file => madeFile(file.path, file.type, () => cueWriters[file.type](file.cues)))

/** Its bytes are made when they are asked for. */
const madeFile = (path: string, mediaType: string, text: () => string): Artefact => {
  const bytes = once(() => Buffer.from(text()))
  return {
    path,
    mediaType,
    get bytes() {
      return bytes()
    },
  }
}

const cueWriters: Readonly<Record<CueFile['type'], (cues: readonly Cue[]) => string>> = {
  'text/vtt': cues => writeVtt(joinWords(cues)),
  'application/json': writeTranscriptJson,
  'text/plain': writePlainText,
}

/** Several episodes may name the same file, such as the picture of a guest. */
const onePerPath = <Item extends { readonly path: string }>(items: readonly Item[]): readonly Item[] => [
  ...new Map(items.map(item => [item.path, item])).values(),
]
