/** What stands in a folder already, and which episodes of a feed are there. */

import { doorOf } from '../door/index.ts'
import type { WrittenEpisode } from '../fields/index.ts'
import { load } from '../load/index.ts'
import type { Lock, LockedEpisode } from '../model.ts'
import type { Entry, Manuscript } from '../project.ts'
import { optional } from '../table/optional.ts'
import { digest } from '../units/digest.ts'
import { reachOfUrl } from '../units/host.ts'
import { podcastGuid } from '../units/uuid.ts'
import { chaptersPath, coverStem, type Local, localAudio, localImage, transcriptStem } from './local.ts'
import type { SourceItem, SourceShow } from './source.ts'
import { text } from './text.ts'

export interface Present extends Pick<Manuscript, 'show' | 'episodes' | 'files'> {
  readonly lock: Lock
  /** Where the show is served, where that has been filled in. */
  readonly baseUrl: string | undefined
}

/** Undefined where there is no show that knows what it has published. */
export const presentIn = (location: string, folder: string): Present | undefined => {
  const { value } = load(doorOf(location), folder)
  if (value?.lock === undefined || !value.show.isRead) return undefined
  const { show, episodes, files, lock } = value
  const { baseUrl } = show.meta
  const isReal = baseUrl !== undefined && reachOfUrl(baseUrl) !== 'placeholder'
  return { show, episodes, files, lock: withNewNames(lock, episodes), baseUrl: isReal ? baseUrl : undefined }
}

type Episodes = Present['episodes']

/**
 * The lock as the next build will have it: an episode whose file has got another name since the last one is known by its guid, by what
 * it holds, by its recording, or by its title and date.
 */
const withNewNames = (lock: Lock, episodes: Episodes): Lock => {
  const there = new Set(episodes.map(({ stem }) => stem))
  const lost = Object.entries(lock.episodes).filter(([stem, { gone }]) => !gone && !there.has(stem))
  const strange = episodes.filter(({ stem }) => lock.episodes[stem] === undefined)
  const newNames = new Map<string, Episodes[number]>()
  const found = new Set<Episodes[number]>()
  for (const [markOf, ownMark] of marksOf(lock)) {
    const left = lost.filter(([stem]) => !newNames.has(stem))
    const free = new Map(strange.filter(entry => !found.has(entry)).map(entry => [entry.stem, entry]))
    const byMark = indexOf([...free].map(([stem, entry]) => [ownMark(entry), stem]))
    for (const [mark, stem] of indexOf(left.map(([stem, locked]) => [markOf(stem, locked), stem]))) {
      const entry = free.get(byMark.get(mark) ?? '')
      if (entry === undefined) continue
      newNames.set(stem, entry)
      found.add(entry)
    }
  }
  if (newNames.size === 0) return lock
  const renamed = <T>(all: Readonly<Record<string, T>>, nameOf: (name: string) => string | undefined) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [nameOf(name) ?? name, one]))
  return {
    ...lock,
    episodes: renamed(lock.episodes, stem => newNames.get(stem)?.stem),
    ...optional(
      'imported',
      lock.imported && renamed(lock.imported, path => newNames.get(path.replace(/\.md$/, ''))?.path),
    ),
  }
}

/** What an episode is known by, in the lock and in the folder. The surest first. */
const marksOf = ({
  imported = {},
}: Lock): readonly (readonly [
  (stem: string, locked: LockedEpisode) => string | undefined,
  (entry: Episodes[number]) => string | undefined,
])[] => [
  [(_, { guid }) => guid, ({ meta }) => meta.guid],
  [stem => imported[`${stem}.md`], ({ text }) => digest(text)],
  [(_, { url }) => withoutQuery(url), ({ meta: { audio } }) => audio && withoutQuery(audio.url)],
  [
    (_, { title, pubDate }) => titleAndDate(title, Date.parse(pubDate)),
    entry => titleAndDate(entry.meta.title, dateOf(entry)),
  ],
]

/**
 * The same `podcast:guid`, or an episode that is known by the same guid. Where nothing was published that could be confused, the
 * title is enough.
 */
export const isSameShow = (
  { fields, address, items }: SourceShow,
  { show, episodes, lock }: Present,
): boolean => {
  const stated = text(fields.guid)?.toLowerCase() ?? (address && podcastGuid(address))
  if (stated !== undefined && stated === lock.podcastGuid) return true
  const published = Object.values(lock.episodes)
  const guids = new Set([...published.map(({ guid }) => guid), ...episodes.map(({ meta }) => meta.guid)])
  if (items.some(({ guid }) => guid !== undefined && guids.has(guid))) return true
  return published.length === 0 && (text(fields.title) ?? 'Untitled') === show.meta.title
}

/**
 * Which files of an episode stand beside it: what front matter does not name and is there, and what was brought over just now.
 * `fetched`: paths inside the show folder.
 */
export const localIn = (present: Present, fetched: ReadonlySet<string>): ((stem: string) => Local) => {
  const { files } = present
  const entries = new Map(present.episodes.map(entry => [entry.stem, entry]))
  const transcripts = new Map(
    [...files, ...fetched].flatMap(path => {
      const stem = transcriptStem(path)
      return stem === undefined ? [] : [[stem, path] as const]
    }),
  )
  return stem => {
    const raw = entries.get(stem)?.raw
    const isBeside = (key: string, path: string | undefined): boolean =>
      path !== undefined && (fetched.has(path) || (raw !== undefined && !Object.hasOwn(raw, key)))
    return {
      audio: isBeside('audio', localAudio(files, stem)),
      image: isBeside('image', localImage(files, stem)),
      chapters: isBeside('chapters', files.has(chaptersPath(stem)) ? chaptersPath(stem) : undefined),
      transcripts: isBeside('transcripts', transcripts.get(stem)),
    }
  }
}

/** The show's artwork, where it is a file of the folder. */
export const coverIn = ({ show, files }: Present, fetched: ReadonlySet<string>): string | undefined => {
  const { image } = show.meta
  if (image !== undefined && files.has(image)) return image
  return [...fetched].find(path => path.replace(/\.[^.]*$/, '') === coverStem)
}

/** Stems of everything that has a name there, be it taken out of the feed or not. */
export const stemsIn = ({ lock, episodes }: Present): readonly string[] => [
  ...new Set([...Object.keys(lock.episodes), ...episodes.map(({ stem }) => stem)]),
]

/**
 * The feed, in which every episode that the folder has is called as it is there, and has the guid that subscribers know. By its
 * guid; else, as some hosts give new guids in a move, by its recording, or by title and date.
 */
export const matched = (source: SourceShow, present: Present): SourceShow => {
  const find = finder(source, present)
  const seen = new Set<string>()
  return {
    ...source,
    items: source.items.map(item => {
      const isRepeat = item.guid !== undefined && seen.has(item.guid)
      if (item.guid !== undefined) seen.add(item.guid)
      const stem = find(item, isRepeat)
      return stem === undefined ? item : knownAs(item, stem, present)
    }),
  }
}

const knownAs = (item: SourceItem, stem: string, { lock }: Present): SourceItem => {
  const locked = lock.episodes[stem]
  if (locked === undefined) return { ...item, known: { stem } }
  const isDated = item.date !== undefined
  return {
    ...item,
    guid: locked.guid,
    isPermalink: locked.permalink === true,
    // It keeps the place that it was given.
    date: isDated ? item.date : Date.parse(locked.pubDate),
    dateText: isDated ? item.dateText : locked.pubDate,
    known: { stem, ...optional('otherGuid', item.guid === locked.guid ? undefined : item.guid) },
  }
}

type Find = (item: SourceItem, isRepeat: boolean) => string | undefined

const finder = ({ items }: SourceShow, { lock, episodes }: Present): Find => {
  const published = Object.entries(lock.episodes)
  const drafts = episodes.filter(({ stem }) => lock.episodes[stem] === undefined)
  const inFeed = new Set(items.map(({ guid }) => guid))
  // Whose guid the feed has is found by that alone.
  const others = published.filter(([, { guid }]) => !inFeed.has(guid))
  const byGuid = indexOf([
    ...published.map(([stem, { guid }]) => [guid, stem] as const),
    ...drafts.map(({ meta, stem }) => [meta.guid, stem] as const),
  ])
  const byRecording = indexOf(others.map(([stem, { url }]) => [withoutQuery(url), stem] as const))
  const byTitle = indexOf(
    others.map(([stem, { title, pubDate }]) => [titleAndDate(title, Date.parse(pubDate)), stem] as const),
  )
  const draftByTitle = indexOf(
    drafts.map(entry => [titleAndDate(entry.meta.title, dateOf(entry)), entry.stem]),
  )
  const given = new Set<string>()
  return (item, isRepeat) => {
    const stem = [
      isRepeat || item.guid === undefined ? undefined : byGuid.get(item.guid),
      isRepeat || item.enclosure === undefined
        ? undefined
        : byRecording.get(withoutQuery(item.enclosure.url)),
      isRepeat ? undefined : byTitle.get(titleAndDate(item.title, item.date)),
      draftByTitle.get(titleAndDate(item.title, item.date)),
    ].find(found => found !== undefined && !given.has(found))
    if (stem !== undefined) given.add(stem)
    return stem
  }
}

const dateOf = ({ meta, raw }: Entry<WrittenEpisode>): number | undefined => {
  if (meta.date === undefined || typeof raw.date !== 'string') return undefined
  return Date.parse(raw.date)
}

const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '').replace(/^https?:/, '')

const titleAndDate = (title: string | undefined, date: number | undefined): string | undefined =>
  title === undefined || title === '' ? undefined : `${title}\n${date}`

/** What stands for two of them stands for none. */
const indexOf = (
  pairs: readonly (readonly [string | undefined, string])[],
): ReadonlyMap<string | undefined, string> => {
  const index = new Map<string | undefined, string>()
  const seen = new Set<string>()
  for (const [key, stem] of pairs) {
    if (key === undefined) continue
    if (seen.has(key)) index.delete(key)
    else index.set(key, stem)
    seen.add(key)
  }
  return index
}
