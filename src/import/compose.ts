/** A feed → the show folder that somebody would have written, and the lock that keeps what was promised. Nothing is written here. */

import { readChapterList } from '../chapters/front-matter.ts'
import { readNotesChapters } from '../chapters/notes.ts'
import { renderNotes } from '../check/notes/notes.ts'
import { table, type WrittenShow } from '../fields/index.ts'
import { initValues } from '../init-values.ts'
import type { Lock, LockedEpisode } from '../model.ts'
import { lockName, showName } from '../names.ts'
import { renderLock } from '../render/index.ts'
import type { Written } from '../schema/index.ts'
import { withoutReferences } from '../syntax/html-references.ts'
import { plainOf, wordsSeen } from '../syntax/visible-html.ts'
import type { Others } from '../table/its.ts'
import { optional } from '../table/optional.ts'
import { modelOf, resolution, type Setting } from '../table/resolve.ts'
import type { Writer } from '../table/table.ts'
import { digest } from '../units/digest.ts'
import { formatRfc3339 } from '../units/instant.ts'
import { once } from '../units/once.ts'
import { directory, isHttpUrl, pathBelow } from '../units/url.ts'
import { isUuid, podcastGuid } from '../units/uuid.ts'
import { type Fields, type Outcome, shortened, withoutNeedless } from './brief.ts'
import { chapterLines } from './chapter-lines.ts'
import { type DateOf, datesOf, type MadeDate } from './dates.ts'
import { type Extras, extrasOf } from './extra.ts'
import { stemsOf } from './file-names.ts'
import { frontMatterText, type Line } from './front-matter.ts'
import { type Local, nothingLocal } from './local.ts'
import { markdownOfText } from './markdown.ts'
import { notesOf, type WrittenNotes } from './notes.ts'
import type { SourceItem, SourceShow } from './source.ts'
import { text } from './text.ts'

export interface Composing {
  /** Where the output folder will be served; undefined while nobody knows. */
  readonly baseUrl: string | undefined
  /** What the folder has already, where the show is there. */
  readonly present?: PresentNames | undefined
}

export interface PresentNames {
  /** Stems that are in use. */
  readonly stems: readonly string[]
  /** What the show there says, where it goes its own way; else what the feed says counts. */
  readonly show?: Partial<WrittenShow> | undefined
  /** Which files of an episode stand beside it. */
  readonly localOf: (stem: string) => Local
  /** The file with the show's artwork, where it is there. */
  readonly cover: string | undefined
}

export interface Composed {
  /** By path inside the show folder. The lock is among them. */
  readonly files: ReadonlyMap<string, string>
  readonly lock: Lock
  readonly show: ComposedShow
  readonly episodes: readonly ComposedEpisode[]
  readonly source: SourceShow
}

export interface ComposedEpisode {
  readonly item: SourceItem
  readonly stem: string
  readonly path: string
  readonly text: string
  /** Its front matter. */
  readonly fields: Fields
  /** What they come to in a feed is not kept: of ten thousand episodes it is a lot. */
  readonly notes: Omit<WrittenNotes, 'html'>
  /** Why it is a draft, where it is one. */
  readonly draft: DraftReason | undefined
  /** Where the date was not in the feed. */
  readonly madeDate: MadeDate | undefined
  /** Undefined for a draft. */
  readonly locked: LockedEpisode | undefined
}

export type DraftReason = 'no-enclosure' | 'no-address' | 'repeated-guid'

export const compose = async (source: SourceShow, composing: Composing): Promise<Composed> => {
  const show = await showOf(source, composing)
  const stems = stemsFor(source, composing)
  const dates = datesOf(source.items, source.date)
  const seen = new Set<string>()
  const episodes: ComposedEpisode[] = []
  for (const [i, item] of source.items.entries()) {
    const draft = draftReason(item, seen)
    if (item.guid !== undefined) seen.add(item.guid)
    const stem = stems[i]!
    const local = composing.present?.localOf(stem) ?? nothingLocal
    episodes.push(await episodeOf(item, { show, source, stem, date: dates[i]!, draft, local }))
  }
  const files = new Map([
    [showName, show.text],
    ...episodes.map(({ path, text }): [string, string] => [path, text]),
  ])
  const lock = lockOf(source, composing, { files, episodes })
  return { files: new Map([...files, [lockName, renderLock(lock)]]), lock, show, episodes, source }
}

// ---------------------------------------------------------------------------------------------------- the show

export interface ComposedShow {
  readonly text: string
  readonly fields: Fields
  readonly body: string
  readonly others: Others
  readonly persons: readonly string[]
  /** What prefixes stand for, where not every feed may use them. */
  readonly namespaces: Extras['namespaces']
}

/** What the lock keeps, what is worked out, and what speaks of the old address only. */
const notWrittenOfShow: ReadonlySet<string> = new Set([
  ...['feedUrl', 'newFeedUrl', 'pages', 'guid', 'generator', 'pubDate', 'lastBuildDate', 'description'],
])

const showOf = async (source: SourceShow, { baseUrl, present }: Composing): Promise<ComposedShow> => {
  const { fields } = source
  const base = baseUrl ?? initValues.address
  const kept = Object.fromEntries(Object.entries(fields).filter(([key]) => !notWrittenOfShow.has(key)))
  const extras = extrasOf('show', source.node, { document: source.isOurs ? source.documents[0] : undefined })
  const items = source.items.map(item => extrasOfItem(source, item).namespaces)
  const namespaces: Extras['namespaces'] = Object.assign({}, ...items, extras.namespaces)
  const description = await showDescription(text(fields.description) ?? '', source)
  const all: Fields = {
    // What no show goes without, and some feeds do.
    ...{ title: 'Untitled', link: base, explicit: 'false' },
    ...optional('image', rssImageIn(source)),
    ...kept,
    ...optional('image', present?.cover),
    baseUrl: base,
    ...optional('feedUrl', feedUrlUnder(base, text(fields.feedUrl))),
    // A show that has moved here may move on: who never locked it does not find it locked.
    locked: fields.locked ?? 'no',
    ...optional('description', description.field),
    ...(Object.keys(namespaces).length === 0 ? {} : { namespaces }),
    ...optional('extra', extras.xml),
  }
  const brief = withoutNeedless(
    withoutRssDefaults(
      shortened('show', withoutRepeats(all, [text(fields.title), text(fields.description)])),
    ),
    needlessOfShow,
    candidate => outcomeOf('show', showResolution(candidate, base)),
  )
  return {
    text: fileText('show', brief, description.body),
    fields: brief,
    body: description.body,
    others: present?.show === undefined ? showResolution(brief, base) : resolved(present.show, base),
    persons: personsIn(fields.persons),
    namespaces,
  }
}

const extrasOfItem = (
  { isOurs }: SourceShow,
  { node, document }: SourceItem,
  declared?: Extras['namespaces'],
): Extras => extrasOf('episode', node, { document: isOurs ? document : undefined, declared })

/** A line that says again what stands beside it helps nobody. */
const withoutRepeats = (
  { subtitle, summary, ...fields }: Fields,
  beside: readonly (string | undefined)[],
): Fields => {
  const seen = new Set(beside.map(html => wordsSeen(html ?? '')))
  const keep = (value: Written | undefined): boolean =>
    value !== undefined && !seen.has(wordsSeen(String(value)))
  const isOwn =
    keep(subtitle) && (summary === undefined || wordsSeen(String(subtitle)) !== wordsSeen(String(summary)))
  return {
    ...fields,
    ...(keep(summary) ? { summary: summary! } : {}),
    ...(isOwn ? { subtitle: subtitle! } : {}),
  }
}

/** The title and the link of the picture are those of the show, as a rule. */
const withoutRssDefaults = (fields: Fields): Fields => {
  const { rssImage, title, link } = fields
  if (typeof rssImage !== 'object' || Array.isArray(rssImage)) return fields
  const { title: name, link: to, ...rest } = rssImage as Fields
  return shortened('show', {
    ...fields,
    rssImage: {
      ...rest,
      ...(name === undefined || name === title ? {} : { title: name }),
      ...(to === undefined || to === link ? {} : { link: to }),
    },
  })
}

/** From before directories had an element of their own for it. */
const rssImageIn = ({ node }: SourceShow): string | undefined => {
  const image = node.children.find(({ name }) => name === 'image')
  const url = image?.children.find(({ name }) => name === 'url')?.text.trim()
  return url !== undefined && isHttpUrl(url) ? url : undefined
}

const needlessOfShow: readonly string[] = ['locked', 'trailers', 'block', 'complete']

/** Of a feed that was served where the new one will be, under a name of its own. */
const feedUrlUnder = (base: string, feedUrl: string | undefined): string | undefined =>
  feedUrl === undefined ||
  pathBelow(directory(base), feedUrl) === undefined ||
  feedUrl === `${directory(base)}feed.xml`
    ? undefined
    : feedUrl

/** Below the front matter, where Markdown gives back as it was what is read; else in it. */
const showDescription = async (
  written: string,
  { isOurs }: Pick<SourceShow, 'isOurs'>,
): Promise<{ readonly field?: string; readonly body: string }> => {
  const plain = written.replace(/\r\n?/g, '\n').trim()
  if (plain === '') return { body: '' }
  const meant = (isOurs ? undefined : paragraphsIn(plain)) ?? plain
  // What is marked up is no text.
  if (/<|&#?\w+;/.test(meant)) return { field: plain, body: '' }
  const body = markdownOfText(meant)
  const { text: shown } = await renderNotes(body, { url: initValues.address })
  return shown() === meant ? { body } : { field: plain, body: '' }
}

/** Many hosts write the paragraphs of a show, and their lines, as HTML in which nothing else is marked. */
const paragraphsIn = (html: string): string | undefined => {
  const tags = html.match(/<[^>]*>/g) ?? []
  return tags.length > 0 && tags.every(tag => /^<\/?(?:p|br|div|span)(?:\s[^<]*)?\/?>$/i.test(tag))
    ? plainOf(html)
    : undefined
}

const showResolution = (fields: Fields, base: string): Others =>
  resolved(table.accept('show', fields).written, base)

const resolved = (written: Partial<WrittenShow>, base: string): Others =>
  resolution(table.of('show'), written, { ...settingOf(base, ''), show: undefined })

const outcomeOf = (owner: Writer, others: Others): Outcome => {
  const owned = table.of(owner)
  return {
    of: key => {
      const field = owned.fields.find(field => field.key === key)
      return field && JSON.stringify(others.resolved(field))
    },
    all: once(() => {
      // Where its recording is, is not read by the field.
      const { audio: _, ...rest } = (modelOf(owned, others) ?? {}) as { readonly audio?: unknown }
      return JSON.stringify(rest)
    }),
  }
}

/** For what stands in the folder, any address will do: here it is only asked whether there is one. */
const fileAddress = (name: string): string => (isHttpUrl(name) ? name : `${initValues.address}${name}`)

const settingOf = (
  base: string,
  stem: string,
): Setting & { readonly folder: NonNullable<Setting['folder']> } => ({
  show: undefined,
  files: {
    find: () => undefined,
    pictureUrl: fileAddress,
    mediaUrl: fileAddress,
  },
  dates: {},
  html: markdown => markdown,
  chapters: [],
  transcripts: [],
  folder: {
    generator: '',
    base: directory(base),
    stem,
    audio: undefined,
    audioUrl: undefined,
    picture: undefined,
    guid: undefined,
    page: undefined,
    about: '',
    notes: '',
    newest: () => undefined,
    trailers: () => [],
  },
})

const personsIn = (written: Written | undefined): readonly string[] =>
  Array.isArray(written) ? written.map(person => JSON.stringify(person)) : []

// ------------------------------------------------------------------------------------------------- the episodes

/** Names are given from the oldest on, so that those of a show that has grown stay as they are. */
const stemsFor = (source: SourceShow, { baseUrl, present }: Composing): readonly string[] => {
  const oldestFirst = source.items.toReversed().map(item => ({
    title: item.title,
    season: whole(item.fields.season),
    episode: whole(item.fields.episode),
    stem: source.isOurs ? stemIn(item, source.address ?? baseUrl) : undefined,
    known: item.known?.stem,
  }))
  return stemsOf(oldestFirst, present?.stems).toReversed()
}

const whole = (written: Written | undefined): number | undefined =>
  typeof written === 'string' && /^\d{1,6}$/.test(written) ? Number(written) : undefined

/** In a feed of our own the files of an episode are called after it. */
const stemIn = ({ enclosure, fields }: SourceItem, address: string | undefined): string | undefined => {
  if (address === undefined) return undefined
  const base = address.replace(/[^/]*$/, '')
  const chapters = text((fields.chapters as Fields | undefined)?.url)
  const inChapters = chapters === undefined ? undefined : pathBelow(`${base}chapters/`, chapters)
  const path = inChapters ?? (enclosure === undefined ? undefined : pathBelow(base, enclosure.url))
  const stem = path?.replace(/\.[a-z\d]{1,5}$/i, '')
  return stem === undefined || stem.split('/').some(part => /^(?:[._]|$)|[<>:"\\|?*\p{Cc}]/u.test(part))
    ? undefined
    : stem
}

const draftReason = (item: SourceItem, seen: ReadonlySet<string>): DraftReason | undefined => {
  if (item.enclosure === undefined)
    return item.node.children.some(({ name }) => name === 'enclosure') ? 'no-address' : 'no-enclosure'
  return item.guid !== undefined && seen.has(item.guid) ? 'repeated-guid' : undefined
}

interface Episode {
  readonly show: ComposedShow
  readonly source: SourceShow
  readonly stem: string
  readonly date: DateOf
  readonly draft: DraftReason | undefined
  readonly local: Local
}

/** Written by themselves, kept in the lock, or worked out. */
const notWrittenOfEpisode: ReadonlySet<string> = new Set([
  ...['title', 'date', 'audio', 'guid', 'duration', 'content', 'description', 'chapters', 'draft'],
])

const episodeOf = async (item: SourceItem, given: Episode): Promise<ComposedEpisode> => {
  const { show, source, stem, date, draft, local } = given
  const { fields, enclosure, guid } = item
  const base = [text(fields.link), text(source.fields.link), source.address].find(
    url => url !== undefined && isHttpUrl(url),
  )
  const { body, description } = await textsOf(item, {
    base: base ?? initValues.address,
    isOurs: source.isOurs,
  })
  const isBeside = (key: string): boolean =>
    (key === 'image' && local.image) || (key === 'transcripts' && local.transcripts)
  const kept = Object.fromEntries(
    Object.entries(fields).filter(([key]) => !notWrittenOfEpisode.has(key) && !isBeside(key)),
  )
  const all: Fields = {
    ...kept,
    title: item.title || text(fields.itunesTitle) || titleFrom(body.html, enclosure?.url),
    date: date.text,
    ...optional('audio', local.audio ? undefined : enclosure?.url),
    ...optional('guid', draft === undefined || draft === 'repeated-guid' ? undefined : guid),
    ...optional('description', description?.text || undefined),
    ...optional('chapters', local.chapters ? undefined : chaptersOf(item, body.text)),
    ...optional('extra', extrasOfItem(source, item, show.namespaces).xml),
    ...optional('draft', draft && 'true'),
  }
  const lean = withoutRepeats(withoutDefaults(all, text(source.fields.author)), [
    ...[item.title, body.html, description?.html, text(fields.content), text(fields.description)],
  ])
  const brief = briefEpisode(shortened('episode', lean), { show, stem })
  const path = `${stem}.md`
  const { html: _, ...notes } = body
  return {
    item,
    stem,
    path,
    text: fileText('episode', brief, body.text),
    fields: brief,
    notes,
    draft,
    madeDate: date.made,
    locked:
      draft === undefined && enclosure !== undefined && guid !== undefined
        ? lockedOf(item, given, all)
        : undefined,
  }
}

/** What every reader takes where nothing is said. */
const withoutDefaults = (
  { episodeType, itunesTitle, author, ...fields }: Fields,
  ofShow: string | undefined,
): Fields => ({
  ...fields,
  ...(author === undefined || author === ofShow ? {} : { author }),
  ...(episodeType === undefined || /^full$/i.test(String(episodeType)) ? {} : { episodeType }),
  ...(itunesTitle === undefined || itunesTitle === fields.title ? {} : { itunesTitle }),
})

/** Without what the show says already. */
const briefEpisode = (fields: Fields, { show, stem }: Pick<Episode, 'show' | 'stem'>): Fields => {
  const { folder, ...rest } = settingOf(initValues.address, stem)
  const setting = {
    ...rest,
    show: show.others,
    folder: {
      ...folder,
      guid: 'guid',
      audioUrl: 'https://media.invalid/',
      audio: { path: '', from: 'lock', fingerprint: '', facts: { mediaType: '', bytes: 0, duration: 1 } },
    } as const,
  }
  const resultOf = (written: Readonly<Record<string, unknown>>): Outcome =>
    outcomeOf('episode', resolution(table.of('episode'), written, setting))
  const read = (candidate: Fields): Readonly<Record<string, unknown>> =>
    table.accept('episode', candidate).written
  const alone = withoutHosts(fields, show)
  const candidate =
    alone !== fields && resultOf(read(alone)).all() === resultOf(read(fields)).all() ? alone : fields
  const values = read(candidate)
  return withoutNeedless(
    candidate,
    Object.keys(candidate).filter(key => !essential.has(key)),
    some => resultOf(Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(some, key)))),
  )
}

/** Read where the files of an episode are, and not by the field; or required. */
const essential: ReadonlySet<string> = new Set([
  ...['title', 'date', 'audio', 'guid', 'draft', 'description', 'chapters', 'transcripts', 'pages'],
])

/** The hosts of the show take part without being named; where nobody else does, nobody need be. */
const withoutHosts = (fields: Fields, { persons: hosts }: ComposedShow): Fields => {
  const { persons, personsOnly: _, ...rest } = fields
  if (!Array.isArray(persons) || hosts.length === 0) return fields
  const briefHosts = new Set(
    personsIn(shortened('show', { persons: hosts.map(host => JSON.parse(host)) }).persons),
  )
  const guests = persons.filter(
    person => !briefHosts.has(JSON.stringify(person)) && !hosts.includes(JSON.stringify(person)),
  )
  if (guests.length === 0) return persons.length === hosts.length ? rest : fields
  return { ...rest, persons: guests }
}

/** The first words of the notes, or the name of the recording. */
const titleFrom = (html: string, url: string | undefined): string => {
  const words = withoutReferences(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
  if (words !== '') return words.length <= 80 ? words : `${words.slice(0, 81).replace(/\s+\S*$/, '')} …`
  return url?.replace(/[?#].*$/, '').replace(/^.*\//, '') || 'Untitled'
}

// ---------------------------------------------------------------------------------------------------- the notes

interface Texts {
  readonly body: WrittenNotes
  /** Where it is not the notes again. */
  readonly description: WrittenNotes | undefined
}

const textsOf = async (
  { fields }: SourceItem,
  at: { readonly base: string; readonly isOurs: boolean },
): Promise<Texts> => {
  const link = text(fields.link)
  const reading = { ...at, ...optional('page', link !== undefined && isHttpUrl(link) ? link : undefined) }
  const [content, description] = [text(fields.content) ?? '', text(fields.description) ?? '']
  const body = await notesOf(content, reading)
  if (body.kind === 'none') return { body: await notesOf(description, reading), description: undefined }
  if (description.trim() === '' || description.trim() === content.trim())
    return { body, description: undefined }
  const short = await notesOf(description, reading)
  return { body, description: short.kind === 'none' || short.html === body.html ? undefined : short }
}

/** Undefined for none; `none` where the notes would give some that the feed did not have. */
const chaptersOf = ({ fields }: SourceItem, body: string): Written | undefined => {
  const said = fields.chapters
  if (said === undefined || typeof said === 'string' || Array.isArray(said))
    return readNotesChapters(body).chapters.length > 0 ? 'none' : undefined
  const { url, list } = said as Fields
  const lines =
    list === undefined || readChapterList(list).chapters.length === 0 ? undefined : chapterLines(list)
  const address = text(url)
  if (address === undefined) return lines
  return lines === undefined ? address : { url: address, list: lines }
}

// ------------------------------------------------------------------------------------------------- files and lock

const fileText = (owner: 'show' | 'episode', fields: Fields, body: string): string => {
  const { written } = table.accept(owner, fields)
  const values = written as Readonly<Record<string, unknown>>
  const lines = table.of(owner).fields.flatMap(({ key }): Line[] => {
    const value = asSpelt(values[key], fields[key])
    if (value === undefined) return []
    const isPlain =
      key === 'date' ||
      typeof values[key] === 'number' ||
      typeof values[key] === 'boolean' ||
      key === 'locked'
    return [{ key, value, isPlain }]
  })
  return `---\n${frontMatterText(lines)}---\n${body === '' ? '' : `\n${body}\n`}`
}

/** As the field spells it, where the feed only had a word in other capitals, or another word for yes. */
const asSpelt = (accepted: unknown, written: Written | undefined): Written | undefined => {
  if (typeof accepted === 'boolean') return String(accepted)
  const isWord = typeof accepted === 'string' && typeof written === 'string' && /^[a-z-]+$/i.test(written)
  return isWord && accepted.toLowerCase() === written.toLowerCase() ? accepted : written
}

const lockedOf = (item: SourceItem, { date }: Episode, { title }: Fields): LockedEpisode => ({
  guid: item.guid!,
  ...(item.isPermalink ? { permalink: true as const } : {}),
  title: String(title),
  url: item.enclosure!.url,
  bytes: item.enclosure!.length,
  type: item.enclosure!.type,
  ...optional('duration', item.duration),
  facts: 'given',
  pubDate: formatRfc3339(date.instant),
})

const lockOf = (
  source: SourceShow,
  { baseUrl }: Composing,
  {
    files,
    episodes,
  }: { readonly files: ReadonlyMap<string, string>; readonly episodes: readonly ComposedEpisode[] },
): Lock => {
  const base = baseUrl && directory(baseUrl)
  const stated = text(source.fields.guid)?.toLowerCase()
  const guid = stated !== undefined && isUuid(stated) ? stated : source.address && podcastGuid(source.address)
  return {
    version: 2,
    ...optional('podcastGuid', guid),
    ...optional('feedUrl', base && (feedUrlUnder(base, text(source.fields.feedUrl)) ?? `${base}feed.xml`)),
    episodes: Object.fromEntries(
      episodes.flatMap(({ stem, locked }): [string, LockedEpisode][] => (locked ? [[stem, locked]] : [])),
    ),
    imported: Object.fromEntries([...files].map(([path, text]) => [path, digest(text)])),
  }
}
