/** Podcast → Artefact[]: pure functions. */

import type { Memo } from '../memo.ts'
import type { Artefact, Asset, Cue, CueFile, Episode, Podcast, Release, Show } from '../model.ts'
import { digest } from '../units/digest.ts'
import { type Frames, renderFeed } from './feed.ts'
import { writeJsonChapters } from './json-chapters.ts'
import { joinWords, writePlainText, writeTranscriptJson, writeVtt } from './transcript-files.ts'

export { renderLock } from './lock.ts'

export interface RenderOptions {
  /** Whether the audio goes into the output folder too. */
  readonly audio: boolean
  readonly memo?: Memo | undefined
}

const utf8 = new TextEncoder()

export const feedName = 'feed.xml'

export const render = (podcast: Podcast, options: RenderOptions): Artefact[] => [
  ...onePerPath([...podcast.assets, ...podcast.releases.flatMap(release => release.assets)])
    .filter(asset => options.audio || asset.kind !== 'audio')
    .map(({ path, mediaType, source }) => ({ path, mediaType, source })),
  ...podcast.releases.flatMap(release => chapterFile(release, podcast.show)),
  ...podcast.releases.flatMap(release => release.cueFiles.map(cueFile)),
  // Last, so that everything the feed names is there before the feed names it.
  {
    path: feedName,
    mediaType: 'application/rss+xml',
    bytes: utf8.encode(
      renderFeed(
        podcast.show,
        podcast.releases.map(release => release.episode),
        options.memo && remembering(podcast, options.memo),
      ),
    ),
  },
]

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

const cueFile = ({ path, type, cues }: CueFile): Artefact => ({
  path,
  mediaType: type,
  bytes: utf8.encode(cueWriters[type](cues)),
})

const cueWriters: Readonly<Record<CueFile['type'], (cues: readonly Cue[]) => string>> = {
  'text/vtt': cues => writeVtt(joinWords(cues)),
  'application/json': writeTranscriptJson,
  'text/plain': writePlainText,
}

const remembering = ({ releases }: Podcast, memo: Memo): Frames => {
  const pathOf = (index: number): string => `${releases[index]!.stem}.md`
  const keyOf = (index: number, framed: () => Episode): string =>
    releases[index]!.key ?? digest(JSON.stringify(framed()))
  return {
    recall: (index, framed) =>
      memo.recall<string | undefined>('item', pathOf(index), keyOf(index, framed), () => undefined),
    keep: (index, framed, xml) =>
      memo.recall(
        'item',
        pathOf(index),
        keyOf(index, () => framed),
        () => xml,
      ),
  }
}

/** Several episodes may name the same file, such as the picture of a guest. */
const onePerPath = (assets: readonly Asset[]): readonly Asset[] => [
  ...new Map(assets.map(asset => [asset.path, asset])).values(),
]
