/** A feed that was built → what of it has to be live: its bytes, its episodes, and the files that it names. */

import { type FeedDocument, readFeed } from '../feed/index.ts'
import type { Instant } from '../model.ts'
import type { Element } from '../table/element.ts'
import { isHttpUrl } from '../units/url.ts'

export type FileKind = 'audio' | 'artwork' | 'chapters' | 'transcript' | 'page'

/** A file that the feed names. */
export interface NamedFile {
  readonly url: string
  readonly kind: FileKind
  /** Title of the episode, or of the show. */
  readonly of: string
  /** As the enclosure says. */
  readonly bytes?: number | undefined
  /** As the feed says. */
  readonly type?: string | undefined
}

export interface BuiltFeed {
  readonly bytes: Uint8Array
  readonly title: string
  /** Where it says that it is. Undefined where it does not. */
  readonly feedUrl: string | undefined
  /** WebSub hubs: https://www.w3.org/TR/websub/#discovery */
  readonly hubs: readonly string[]
  /** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/medium.md */
  readonly medium: string
  /** Titles by guid, newest first. */
  readonly episodes: ReadonlyMap<string, string>
  /** What the show names, then what each episode names, newest first. */
  readonly files: readonly (readonly NamedFile[])[]
}

/** Undefined when it is no feed. */
export const builtFeed = (bytes: Uint8Array, file: string, now: Instant): BuiltFeed | undefined => {
  const feed = readFeed(bytes, file, now)
  const { channel, items, isWhole } = feed
  if (channel === undefined || !isWhole) return undefined
  const title = textOf(channel, 'title') ?? file
  const links = channel.children.filter(({ name }) => name === 'atom:link')
  const hrefsOf = (rel: string): readonly string[] =>
    links.filter(({ attributes }) => attributes.rel === rel).flatMap(({ attributes: { href } }) => href ?? [])
  const [feedUrl] = hrefsOf('self')
  return {
    bytes,
    title,
    feedUrl,
    hubs: hrefsOf('hub').filter(isHttpUrl),
    medium: textOf(channel, 'podcast:medium') ?? 'podcast',
    episodes: episodesOf(feed),
    files: [channel, ...items].map(parent => filesOf(parent, textOf(parent, 'title') ?? title, feedUrl)),
  }
}

/** Titles by guid. Of an episode without a guid, the enclosure is what readers know it by. */
export const episodesOf = ({ items }: FeedDocument): ReadonlyMap<string, string> =>
  new Map(
    items.map(item => {
      const enclosure = item.children.find(({ name }) => name === 'enclosure')
      const guid = textOf(item, 'guid') ?? enclosure?.attributes.url ?? ''
      return [guid, textOf(item, 'title') ?? guid]
    }),
  )

const textOf = (parent: Element, wanted: string): string | undefined =>
  parent.children?.find(({ name }) => name === wanted)?.text?.trim() || undefined

const filesOf = (parent: Element, of: string, feedUrl: string | undefined): readonly NamedFile[] => {
  const found: NamedFile[] = []
  const add = (kind: FileKind, url: string | undefined, rest: Partial<NamedFile> = {}): void => {
    if (url !== undefined && isHttpUrl(url) && !found.some(one => one.url === url))
      found.push({ url, kind, of, ...rest })
  }
  for (const { name, attributes = {}, text } of parent.children ?? []) {
    const { url, href, type, length } = attributes
    if (name === 'enclosure') add('audio', url, { type, bytes: Number(length) || undefined })
    else if (name === 'itunes:image') add('artwork', href)
    else if (name === 'podcast:chapters') add('chapters', url, { type })
    else if (name === 'podcast:transcript') add('transcript', url, { type })
    // A page of ours goes with the feed; a link to elsewhere is somebody else's to keep.
    else if (name === 'link' && text !== undefined && isBeside(text.trim(), feedUrl)) add('page', text.trim())
  }
  return found
}

const isBeside = (url: string, feedUrl: string | undefined): boolean =>
  feedUrl !== undefined && url.startsWith(feedUrl.slice(0, feedUrl.lastIndexOf('/') + 1))
