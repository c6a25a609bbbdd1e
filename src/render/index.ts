/** Podcast → Artefact[]: pure functions. */

import type { Memo } from '../memo.ts'
import type { Cue } from '../model.ts'
import { feedName } from '../names.ts'
import type { Artefact, CueFile, Episode, Made, Podcast, Release, Show } from '../podcast.ts'
import { digest } from '../units/digest.ts'
import { once } from '../units/once.ts'
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

export const render = (podcast: Podcast, options: RenderOptions): Artefact[] => [
  ...onePerPath([...podcast.assets, ...podcast.releases.flatMap(release => release.assets)])
    .filter(asset => options.audio || asset.kind !== 'audio')
    .map(({ path, mediaType, source }) => ({ path, mediaType, source })),
  ...podcast.releases.flatMap(release => chapterFile(release, podcast.show, options.memo)),
  ...onePerPath(podcast.releases.flatMap(release => cueFiles(release, options.memo))),
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

const chapterFile = ({ chapterFile, episode, path, key }: Release, show: Show, memo?: Memo): Artefact[] =>
  chapterFile === undefined
    ? []
    : [
        madeFile(
          {
            path: chapterFile.path,
            mediaType: 'application/json+chapters',
            text: () =>
              writeJsonChapters(chapterFile.chapters, { title: episode.title, podcastName: show.title }),
          },
          memo && madeOf({ path: chapterFile.path, source: path, key }, memo),
        ),
      ]

const cueFiles = ({ cueFiles, path }: Release, memo?: Memo): Artefact[] =>
  cueFiles.map(file =>
    madeFile(
      { path: file.path, mediaType: file.type, text: () => cueWriters[file.type](file.cues) },
      memo && madeOf({ path: file.path, source: path, key: file.key }, memo),
    ),
  )

interface Unmade {
  readonly path: string
  readonly mediaType: string
  readonly text: () => string
}

/** Its bytes are made when they are asked for: when they are known to stand in the output folder, nobody asks. */
const madeFile = ({ path, mediaType, text }: Unmade, made: Made | undefined): Artefact => {
  const bytes = once(() => utf8.encode(text()))
  return {
    path,
    mediaType,
    get bytes() {
      return bytes()
    },
    ...(made === undefined ? {} : { made }),
  }
}

/** `source`: the episode's Markdown file. `key`: equal while what it is made of is. */
const madeOf = (
  { path, source, key }: { readonly path: string; readonly source: string; readonly key: string | undefined },
  memo: Memo,
): Made | undefined => {
  if (key === undefined) return undefined
  const name = [`made ${path}`, source, key] as const
  return { name, state: memo.peek<string>(...name) }
}

const cueWriters: Readonly<Record<CueFile['type'], (cues: readonly Cue[]) => string>> = {
  'text/vtt': cues => writeVtt(joinWords(cues)),
  'application/json': writeTranscriptJson,
  'text/plain': writePlainText,
}

const remembering = ({ releases }: Podcast, memo: Memo): Frames => {
  const pathOf = (index: number): string => releases[index]!.path
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
const onePerPath = <Item extends { readonly path: string }>(items: readonly Item[]): readonly Item[] => [
  ...new Map(items.map(item => [item.path, item])).values(),
]
