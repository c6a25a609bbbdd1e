/** What episodes lack, taken from the feed that is published: for `facts: { feed: … }`. Of what the lock knows, it is the lock that tells. */

import { posix } from 'node:path'
import { type Diagnostic, diagnose, type Outcome } from './diagnostic.ts'
import { type Door, reasonOf } from './door/index.ts'
import { publicationOf, readFeed } from './feed/index.ts'
import type { WrittenEpisode } from './fields/index.ts'
import { feedBytes } from './limits.ts'
import feedJoined from './load/rules/feed-joined.ts'
import feedUnread from './load/rules/feed-unread.ts'
import type { Instant, LockedEpisode } from './model.ts'
import type { Entry, Manuscript } from './project.ts'
import { optional } from './table/optional.ts'
import { folderOf } from './units/file-name.ts'
import { type DateReading, parseDate } from './units/instant.ts'
import { isHttpUrl } from './units/url.ts'
import type { WebOptions } from './web/options.ts'

/** @internal */
export interface JoinOptions extends WebOptions {
  readonly now: Instant
  /** Then the feed is not asked: the lock has to know. */
  readonly frozen?: boolean | undefined
}

/** @internal */
export interface Joined extends Outcome<Manuscript> {
  /** Whether the feed was read from the web: it may be another one the next time. */
  readonly hasAsked: boolean
}

/**
 * The same manuscript, with what its new episodes lack.
 * @internal
 */
export const join = async (door: Door, manuscript: Manuscript, options: JoinOptions): Promise<Joined> => {
  const { facts } = manuscript.show.meta
  if (facts === undefined || !('feed' in facts))
    return { value: manuscript, diagnostics: [], hasAsked: false }
  const known = fromLock(manuscript)
  const asking = new Set(known.episodes.filter(({ stem }) => lockedOf(manuscript, stem) === undefined))
  if (options.frozen || asking.size === 0) return { value: known, diagnostics: [], hasAsked: false }
  const hasAsked = isHttpUrl(facts.feed)
  const read = await bytesOf(door, manuscript, facts.feed, options)
  const place = manuscript.show.at(['facts', 'feed'])
  if ('problem' in read) {
    const message = `the published feed ${facts.feed} cannot be read, so every episode would be new to subscribers: ${read.problem}`
    const help = 'Write the path of a file in the repository, or the address of the feed.'
    return { value: known, diagnostics: [diagnose(feedUnread, { place, message, help })], hasAsked }
  }
  const find = finderIn(metasOf(publicationOf(readFeed(read.bytes, facts.feed, options.now))))
  let count = 0
  const lost: string[] = []
  const episodes = known.episodes.map(entry => {
    if (!asking.has(entry)) return entry
    const item = find(entry)
    if (item === undefined) {
      lost.push(entry.path)
      return entry
    }
    count++
    return joined(entry, item, known.show)
  })
  return {
    value: { ...known, episodes },
    diagnostics: [told(place, count, asking.size, lost)],
    hasAsked,
  }
}

const lockedOf = ({ lock }: Manuscript, stem: string): LockedEpisode | undefined =>
  lock !== undefined && Object.hasOwn(lock.episodes, stem) ? lock.episodes[stem] : undefined

/** What earlier builds took from the feed stands in the lock, so that the feed may be gone by now. */
const fromLock = (manuscript: Manuscript): Manuscript => ({
  ...manuscript,
  takesGiven: true,
  episodes: manuscript.episodes.map(entry => {
    const locked = lockedOf(manuscript, entry.stem)
    if (locked === undefined) return entry
    const { guid, duration, link, url, bytes: length, type, pubDate: date } = locked
    const said: Meta = {
      guid,
      date,
      ...optional('duration', duration),
      ...optional('link', link),
      audio: { url, length, ...optional('type', type || undefined) },
    }
    return joined(entry, said, manuscript.show)
  }),
})

const told = (place: Diagnostic['place'], count: number, of: number, lost: readonly string[]): Diagnostic =>
  diagnose(feedJoined, {
    place,
    message: `${count} of ${of} episodes that feed.lock.json does not know yet are in the published feed${
      lost.length === 0
        ? ''
        : `; to subscribers, the others would be new: ${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ` and ${lost.length - 3} more` : ''}`
    }`,
    help:
      lost.length === 0
        ? 'Commit the lock: from then on the feed is not needed for them.'
        : 'If they were published before, map `guid`, `audio`, `link` or `episode` so that one of them is as in the feed; new ones need nothing.',
  })

const bytesOf = async (
  door: Door,
  { show }: Manuscript,
  feed: string,
  options: JoinOptions,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }> => {
  if (isHttpUrl(feed)) {
    const { readDocument } = await import('./web/document.ts')
    const answer = await readDocument(feed, options)
    if (answer.kind === 'document') return { bytes: answer.bytes }
    if (answer.kind !== 'status' && answer.kind !== 'unreachable' && answer.kind !== 'over-limit')
      return { problem: 'its address leads where nothing is read' }
    const { unreachableWords } = await import('./web/unreachable-words.ts')
    return { problem: `${answer.host} ${unreachableWords(answer).is}` }
  }
  try {
    return { bytes: door.read(posix.normalize(folderOf(show.path) + feed), feedBytes) }
  } catch (error) {
    return { problem: reasonOf(error) }
  }
}

/** @internal */
export type Meta = Partial<WrittenEpisode>

/**
 * Of each episode in a feed.
 * @internal
 */
export const metasOf = ({ project }: ReturnType<typeof publicationOf>): readonly Meta[] =>
  project.recordings.map(({ entry }) => entry.meta)

/** What two ways to say the same have in common. */
type Key = (meta: Meta) => string | undefined

const keys: readonly Key[] = [
  ({ guid }) => guid?.trim(),
  ({ audio }) => audio && addressKey(audio.url),
  ({ link }) => link && addressKey(link),
  ({ episode, season }) => (episode === undefined ? undefined : `${season ?? ''}/${numberOf(episode)}`),
  ({ episode }) => (episode === undefined ? undefined : String(numberOf(episode))),
  ({ title }) => title?.replace(/\s+/g, ' ').trim().toLowerCase(),
]

const numberOf = (episode: unknown): string =>
  typeof episode === 'object' && episode !== null ? JSON.stringify(episode) : String(Number(episode))

/** Without what a move to https, a tracking prefix's question or a slash changes. */
const addressKey = (url: string): string =>
  url
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase()

/**
 * By the surest key that finds an item, and only one. An item is of one episode.
 * @internal
 */
export const finderIn = (
  items: readonly Meta[],
): ((entry: Pick<Entry<WrittenEpisode>, 'meta'>) => Meta | undefined) => {
  const indexes = keys.map(key => {
    const index = new Map<string, Meta[]>()
    for (const item of items) {
      const name = key(item)
      if (name !== undefined && name !== '') index.set(name, [...(index.get(name) ?? []), item])
    }
    return { key, index }
  })
  const taken = new Set<Meta>()
  return ({ meta }) => {
    for (const { key, index } of indexes) {
      const name = key(meta)
      const free = name === undefined ? [] : (index.get(name) ?? []).filter(item => !taken.has(item))
      if (free.length !== 1) continue
      taken.add(free[0]!)
      return free[0]
    }
    return undefined
  }
}

const joined = (
  entry: Entry<WrittenEpisode>,
  item: Meta,
  { meta: { timezone, publishAt } }: Manuscript['show'],
): Entry<WrittenEpisode> => withMeta(entry, filled(entry.meta, item, { zone: timezone, publishAt }))

/**
 * What the page says itself goes before what the feed says of it; bytes and type belong to the address that they were said of.
 * `dates`: how the show's own are read.
 * @internal
 */
export const filled = (meta: Meta, item: Meta, { zone, publishAt }: DateReading): Meta => {
  const { guid = item.guid, duration = item.duration, link = item.link } = meta
  const own = meta.audio
  const audio =
    own === undefined
      ? item.audio
      : own.length === undefined && item.audio
        ? { ...item.audio, url: own.url }
        : own
  const date = publishAt === undefined ? withTime(meta.date, item.date, zone) : meta.date
  const whole: Record<string, unknown> = { ...meta }
  for (const [key, value] of Object.entries({ guid, duration, link, audio, date }))
    if (value !== undefined) whole[key] = value
  return whole as Meta
}

const day = 86_400_000

/** A day without a time has the time at which the episode appeared on that day. */
const withTime = (
  own: string | undefined,
  published: string | undefined,
  zone: DateReading['zone'],
): string | undefined => {
  if (own === undefined || published === undefined) return own
  const [start, instant] = [parseDate(own, { zone, publishAt: '00:00' }), parseDate(published)]
  if (!('instant' in start && 'instant' in instant) || start.form !== 'date-only') return own
  const passed = instant.instant - start.instant
  return passed >= 0 && passed < day ? published : own
}

/** The text and the notes of an entry are read when they are asked for, and stay so. */
const withMeta = (entry: Entry<WrittenEpisode>, meta: Meta): Entry<WrittenEpisode> =>
  Object.create(entry, { meta: { value: meta, enumerable: true } }) as Entry<WrittenEpisode>
