/** A feed → what the rules of a show folder look at: it is read as what somebody wrote, with places that point into the feed. */

import { NAMES } from '../chapters/fields.ts'
import { readChapterList } from '../chapters/front-matter.ts'
import type { Place } from '../diagnostic.ts'
import { date, instantOf } from '../fields/date.ts'
import { table, type WrittenEpisode, type WrittenShow } from '../fields/index.ts'
import { feedCategories } from '../limits.ts'
import type { Audio, ChapterList, TranscriptFile } from '../measured.ts'
import type { TranscriptType } from '../model.ts'
import type { Episode } from '../podcast.ts'
import type { Entry, Publication, Recording } from '../project.ts'
import type { ValueProblem, Written } from '../schema/index.ts'
import { nowhere, type Others } from '../table/its.ts'
import { modelOf, resolution, type Setting } from '../table/resolve.ts'
import { type Said, type Spot, spotAt, spotIn, writtenOf } from '../table/said.ts'
import type { SaidFields, Writer } from '../table/table.ts'
import { removeForbidden } from '../units/text.ts'
import { isHttpUrl } from '../units/url.ts'
import { elements } from './elements.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedNode } from './feed-elements.ts'
import { named, trimmed } from './feed-rule.ts'
import { notesTimes } from './notes-times.ts'
import type { RefusedValue } from './refused-values.ts'

/** A publication, and what no field can hold. */
export interface ReadPublication extends Publication {
  readonly refused: readonly RefusedValue[]
}

export const publicationOf = (feed: FeedDocument): ReadPublication => {
  const refused: RefusedValue[] = []
  const show = showOf(feed, refused)
  const items = feed.items.map((node, i) => itemOf(feed, node, i, show.others, refused))
  return {
    refused,
    show: modelOf(table.of('show'), show.others)!,
    episodes: items.map(({ episode }) => episode),
    project: {
      picture: undefined,
      recordings: items.map(({ recording }) => recording),
      manuscript: {
        folder: feed.file,
        show: show.entry,
        episodes: items.map(({ recording }) => recording.entry),
        lock: undefined,
        files: new Set(),
        unreadable: new Set(),
        outside: new Map(),
      },
    },
  }
}

/** What a feed says, field by field, as far as it says it: of an item without a date, all else is there. */
export interface Told {
  readonly show: ToldFields
  /** An item each, in the order of the feed. */
  readonly episodes: readonly { readonly fields: ToldFields; readonly place: Place }[]
}

/** By key: each final, as in a `Show` or an `Episode`. */
export type ToldFields = Readonly<Record<string, unknown>>

export const toldIn = (feed: FeedDocument): Told => {
  const refused: RefusedValue[] = []
  const { others } = showOf(feed, refused)
  return {
    show: toldBy('show', others),
    episodes: feed.items.map((node, i) => ({
      fields: withDate(itemOf(feed, node, i, others, refused).others),
      place: feed.atTag(node),
    })),
  }
}

/** Apps pass over a weekday, so a wrong one, or one in another language, leaves an episode its date. */
const withDate = (others: Others): ToldFields => {
  const fields = toldBy('episode', others)
  const written = fields.date === undefined ? others.written(date) : undefined
  const instant = written && instantOf(written.replace(/^[^\s\d,]{2,20}(?:,\s*|\s+)/, ''), {})
  return instant === undefined || instant === '' ? fields : { ...fields, date: instant }
}

const toldBy = (owner: Writer, others: Others): ToldFields => {
  const fields: Record<string, unknown> = Object.create(null)
  for (const field of table.of(owner).fields) {
    const value = others.resolved(field)
    if (value !== undefined && value !== nowhere) fields[field.key] = value
  }
  return fields
}

// ---------------------------------------------------------------------------------------------------- the show

const showOf = (
  feed: FeedDocument,
  refused: RefusedValue[],
): { readonly others: Others; readonly entry: Entry<WrittenShow> } => {
  const { raw, said, written, problems } = table.acceptSaid(
    'show',
    withinReason(withoutLostMove(saidBy('show', feed.channel))),
  )
  refused.push(...problems.map(problem => refusedAt(feed, problem)))
  return {
    others: resolution(table.of('show'), written, { ...settingOf(undefined), ...noFiles }),
    entry: {
      ...entryFrame(feed, feed.channel, said, 'show'),
      words: elements('show', said, { ...settingOf(undefined), ...noFiles }),
      path: 'show.md',
      meta: written,
      raw: { ...(hasItunes(feed) ? {} : unread), ...clean(raw) },
    },
  }
}

/** Without a link to itself it is not known where the feed is, so nothing can be said of where it leads. */
const withoutLostMove = ({ newFeedUrl, ...said }: SaidFields): SaidFields =>
  newFeedUrl === undefined || said.feedUrl === undefined ? said : { ...said, newFeedUrl }

/** Each category is compared with all that there are. */
const withinReason = (said: SaidFields): SaidFields => {
  const { categories } = said
  return categories === undefined || !('list' in categories)
    ? said
    : { ...said, categories: { ...categories, list: categories.list.slice(0, feedCategories) } }
}

/** Where nothing of the itunes namespace is there, that is the one thing to say. */
const hasItunes = ({ channel }: FeedDocument): boolean =>
  channel?.children.some(({ name }) => name.startsWith('itunes:')) ?? false
const unread = { author: '-', owner: '-' }

/** What directories look at today: a show that says who makes it in a tag of Google Podcasts only does not say it. */
const saidBy = (owner: Writer, parent: FeedNode | undefined): SaidFields =>
  table.read(owner, parent?.children ?? [])

/** What only a folder has is not there; a name that is no address leads nowhere. */
const settingOf = (show: Others | undefined): Omit<Setting, 'chapters' | 'transcripts'> => ({
  show,
  files: {
    find: () => undefined,
    pictureUrl: name => (isHttpUrl(name) ? name : undefined),
    mediaUrl: name => (isHttpUrl(name) ? name : undefined),
  },
  dates: {},
  html: text => text,
  folder: undefined,
})

const noFiles = { chapters: [], transcripts: [] }

/** What XML forbids has been reported by its own rule. */
const clean = (raw: Readonly<Record<string, Written>>): Readonly<Record<string, Written>> =>
  cleaned(raw) as Readonly<Record<string, Written>>

const cleaned = (written: Written): Written => {
  if (typeof written === 'string') return removeForbidden(written)
  if (Array.isArray(written)) return written.map(cleaned)
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, cleaned(value)]))
}

// --------------------------------------------------------------------------------------------------- the items

interface ReadItem {
  readonly recording: Recording
  readonly episode: Episode | undefined
  readonly others: Others
}

const itemOf = (
  feed: FeedDocument,
  node: FeedNode,
  i: number,
  show: Others,
  refused: RefusedValue[],
): ReadItem => {
  // In the order of the feed, also where names are compared as text.
  const stem = `item-${String(i + 1).padStart(6, '0')}`
  const { raw, said, written, problems } = table.acceptSaid('episode', saidBy('episode', node))
  refused.push(...problems.map(problem => refusedAt(feed, problem)))
  const chapters = said.chapters === undefined ? [] : chaptersIn(feed, said.chapters)
  const transcripts = transcriptsOf(feed, written, said)
  const others = resolution(table.of('episode'), written, { ...settingOf(show), chapters, transcripts })
  const episode = modelOf(table.of('episode'), others)
  const entry: Entry<WrittenEpisode> = {
    ...entryFrame(feed, node, said, stem),
    words: elements('episode', said, { ...settingOf(show), ...noFiles }),
    path: stem,
    meta: written,
    raw: clean(raw),
    ...bodyOf(feed, node, written.content),
  }
  return {
    recording: {
      entry,
      audio: audioOf(episode),
      picture: undefined,
      transcripts,
      chapters: [...chapters, ...notesTimes(entry, chapters)],
    },
    episode,
    others,
  }
}

const audioOf = (episode: Episode | undefined): Audio | undefined =>
  episode && {
    path: episode.audio.url,
    from: 'feed',
    url: episode.audio.url,
    // Of an unknown length it is not known where it ends: nothing can stand behind that.
    facts: {
      mediaType: episode.audio.type,
      bytes: episode.audio.length,
      duration: episode.duration ?? Number.POSITIVE_INFINITY,
    },
    fingerprint: episode.guid,
  }

/** JSON chapters are linked, and not read. */
const chaptersIn = (feed: FeedDocument, said: Said): readonly ChapterList[] => {
  if (!('map' in said)) return []
  const { url, list } = said.map
  const { chapters, problems, entries = [] } = list === undefined ? none : readChapterList(writtenOf(list))
  const at: ChapterList['at'] = (index, field) =>
    placeOf(
      feed,
      spotIn(list ?? said, [entries[index] ?? index, ...(field === undefined ? [] : [NAMES[field][0]!])]),
    )
  return [
    {
      source: 'front matter',
      place: placeOf(feed, said.spot),
      ...(url !== undefined && 'text' in url && url.text !== '' ? { url: url.text } : {}),
      chapters,
      at,
      problems: problems.map(problem => ({
        ...problem,
        place: placeOf(feed, spotIn(list ?? said, problem.index === undefined ? [] : [problem.index])),
      })),
      pictures: new Map(),
    },
  ]
}

const none: ReturnType<typeof readChapterList> = { chapters: [], lines: [], problems: [] }

/** They are linked, and not read. */
const transcriptsOf = (
  feed: FeedDocument,
  { transcripts = [] }: WrittenEpisode,
  said: SaidFields,
): readonly TranscriptFile[] =>
  // Without a type it is passed over, which is said of the tag.
  transcripts.flatMap(({ source, type, language, rel }, i): TranscriptFile[] => {
    if (type === undefined) return []
    const at = (field?: string): Place => {
      const spot = spotAt(said, ['transcripts', i, ...(field === undefined ? [] : [field])])
      return spot === undefined ? { file: feed.file } : placeOf(feed, spot)
    }
    const known: TranscriptType = type === 'application/srt' ? 'application/x-subrip' : type
    return [
      {
        url: source,
        type: known,
        writtenType: known,
        ...(language === undefined ? {} : { language }),
        ...(rel === undefined ? {} : { rel }),
        get place() {
          return at('url')
        },
        at,
        cues: [],
        problems: [],
      },
    ]
  })

// ------------------------------------------------------------------------------------------------------- places

const refusedAt = (
  feed: FeedDocument,
  { spot, ...problem }: ValueProblem & { spot: Spot },
): RefusedValue => ({
  ...problem,
  place: placeOf(feed, spot),
  element: feed.atTag(spot.node as FeedNode),
  name: spot.node.name,
})

type Path = string | readonly (string | number)[]

const entryFrame = (feed: FeedDocument, parent: FeedNode | undefined, said: SaidFields, stem: string) => {
  const at = (path?: Path): Place => {
    if (parent === undefined) return { file: feed.file }
    const spot = path === undefined ? undefined : spotAt(said, typeof path === 'string' ? [path] : path)
    return spot === undefined ? feed.atTag(parent) : placeOf(feed, spot)
  }
  return {
    file: feed.file,
    stem,
    isRead: true,
    meant: [],
    hasOddCharacters: true,
    mayHoldTimes: true,
    body: '',
    // Of the whole file: what an entry is made of when it stands in a folder.
    text: '',
    at,
    atBody: () => at(),
    fix: {
      replace: () => undefined,
      rename: () => undefined,
      remove: () => undefined,
      insert: () => undefined,
    },
  }
}

/** The attributes that hold what an element is about, when it has no text. */
const valueAttributes = ['url', 'href', 'text'] as const

/** Every node that a spot points to is one of the feed's own. */
const placeOf = (feed: FeedDocument, { node, attribute }: Spot): Place => {
  const element = node as FeedNode
  if (attribute !== undefined) return feed.atAttribute(element, attribute)
  if (trimmed(element) !== '') return feed.atText(element)
  const about = valueAttributes.find(name => element.attributes[name])
  return about === undefined ? feed.atTag(element) : feed.atAttribute(element, about)
}

/** The notes, and where parts of them stand: exactly, where the feed holds them as they are. */
const bodyOf = (feed: FeedDocument, parent: FeedNode, content: string | undefined) => {
  const [node] = [...named(parent, 'content:encoded'), ...named(parent, 'description')]
  if (node === undefined) return {}
  const body = removeForbidden(content ?? trimmed(node))
  const { innerStart, innerEnd } = node.xml
  return {
    body,
    atBody: (offset: number, length = 0): Place => {
      const start = feed.text.slice(innerStart, innerEnd).indexOf(body)
      return start < 0
        ? feed.atText(node)
        : feed.place(innerStart + start + offset, innerStart + start + offset + length)
    },
  }
}
