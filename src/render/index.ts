/** Podcast → Artefact[]: pure functions. */

import type { Memo } from '../memo.ts'
import type { Artefact, Asset, Podcast } from '../model.ts'
import { type Recall, renderFeed } from './feed.ts'

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

const remembering =
  ({ releases }: Podcast, memo: Memo): Recall =>
  (index, key, make) =>
    memo.recall('item', `${releases[index]!.stem}.md`, key, make)

/** Several episodes may name the same file, such as the picture of a guest. */
const onePerPath = (assets: readonly Asset[]): readonly Asset[] => [
  ...new Map(assets.map(asset => [asset.path, asset])).values(),
]
