/** Project → Case: every field final. Nothing is judged here; where a required value is missing, a placeholder keeps the rules running, and the gate stays shut because the reader has reported it. */

import { compareText, type Diagnostic, type RuleWords } from '../diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import { withChapters } from '../fields/notes-chapters.ts'
import type { Audio, Picture } from '../measured.ts'
import { forgetful, type Memo } from '../memo.ts'
import type { Instant } from '../model.ts'
import type { Asset, Episode, Release, Show } from '../podcast.ts'
import type { Trailer } from '../podcasting.ts'
import type { Entry, Project, Recording } from '../project.ts'
import { digest } from '../units/digest.ts'
import { isTimeOfDay, isTimeZone, type ParsedDate, parseDate, zoneClock } from '../units/instant.ts'
import { removeForbidden } from '../units/text.ts'
import { directory, fileUrl, hrefOf, isHttpUrl } from '../units/url.ts'
import { podcastGuid, uuidV5 } from '../units/uuid.ts'
import { type Case, type Item, type OutputFacts, released } from './case.ts'
import { resolveChapters } from './chapters.ts'
import { findChanges } from './history/changes.ts'
import { clockOf, type Moment } from './history/clock.ts'
import { type Followed, follow } from './history/follow.ts'
import { noHistory } from './history/history.ts'
import { type Identity, identityOf, nowhere } from './identity.ts'
import { isSentence, type Notes, notesOf, renderNotes } from './notes/notes.ts'
import { clean, given, line, list } from './resolve/fields.ts'
import { filesOf, namedAssets } from './resolve/files.ts'
import { episodeTags } from './resolve/item-tags.ts'
import { liveItemsOf, showTags, trailersOf } from './resolve/show-tags.ts'
import { ownDescription } from './show-description.ts'
import { type FramedCueFile, resolveTranscripts, withCues } from './transcripts.ts'
import type { Watch } from './watch.ts'

export interface CheckOptions extends Moment {
  /** Whether drafts and future episodes go in too. */
  readonly drafts: boolean
  /** Instead of the show's own. */
  readonly baseUrl?: string | undefined
  /** The name and version of this program. */
  readonly generator: string
  readonly memo?: Memo
  /** Whether what is found many times is told once. Default: yes. */
  readonly isFolded?: boolean
  /** What is changed on purpose: see history/accept.ts. */
  readonly accept?: readonly string[] | undefined
  /** What reading and measuring have found. */
  readonly earlier?: readonly (readonly [RuleWords | undefined, Diagnostic])[] | undefined
  /** Whether the lock must stay as it is. */
  readonly frozen?: boolean | undefined
  /** Whether this runs in CI, where the lock has to be there. */
  readonly ci?: boolean | undefined
  /** Undefined when no audio goes anywhere. */
  readonly output?: OutputFacts | undefined
}

export const resolve = async (project: Project, options: CheckOptions, watch: Watch): Promise<Case> => {
  const { manuscript } = project
  const entry = manuscript.show
  const identity = identityOf(entry.meta)
  const clock = clockOf(manuscript.lock, options)
  const base = directory(options.baseUrl ?? identity.baseUrl)
  const memo = options.memo ?? forgetful
  const about = await renderNotes(project.manuscript.show.body, { url: base })
  const audioBase = directory(entry.meta.audioBaseUrl ?? base)
  const files = filesOf(project.named, base, audioBase)
  const channel = { ...showOf(project, about, base, identity, options), ...showTags(entry.meta, files) }
  const zone = zoneOf(entry, memo)
  const { publishAt } = entry.meta
  const reading = {
    zone: zone === undefined ? undefined : zoneClock(zone),
    publishAt: publishAt !== undefined && isTimeOfDay(publishAt) ? publishAt : undefined,
  }

  const dateOf = ({ meta }: Entry<WrittenEpisode>) =>
    meta.date === undefined ? undefined : parseDate(meta.date, reading)
  const { lock, ...followed } = following(project, identity, dateOf)

  const setting: Setting = { base, audioBase, identity, channel, showMeta: entry.meta }
  const settingDigest = digest(
    JSON.stringify([setting, zone, publishAt, options.drafts, project.picture, entry.digest]),
  )
  // An item needs a guid also where the show has none to keep.
  const namespace = channel.guid ?? podcastGuid(identity.feedUrl)
  const items: Item[] = []
  for (const recording of project.recordings) {
    const { meta, path, stem, digest: written } = recording.entry
    const both = await bothNotes(recording.entry, base, memo)
    const guid = meta.guid ?? lock?.episodes[stem]?.guid ?? uuidV5(namespace, stem)
    const make = (last?: () => Framed | undefined): Framed => {
      const asked = [meta.date, zone, publishAt].join('\n')
      const earlier = last?.()
      const date = earlier?.asked === asked ? earlier.date : dateOf(recording.entry)
      const instant = date && 'instant' in date ? date.instant : undefined
      return { asked, date, release: releaseOf({ ...setting, recording, instant, guid }) }
    }
    const files = filesRead(recording)
    const key =
      written === undefined || files === undefined
        ? undefined
        : [settingDigest, written, guid, ...measured(recording), ...files].join('\n')
    const { date, release } = key === undefined ? make() : memo.recall('release', path, key, make)
    const instant = date && 'instant' in date ? date.instant : undefined
    items.push({
      recording,
      entry: recording.entry,
      date,
      ...both,
      held: heldBack(meta, instant, watch),
      release: release && withNotes({ ...release, ...(key && { key }) }, both, recording, entry.meta),
      key,
    })
  }
  items.sort(newestFirst)
  const given: Case = {
    project,
    entry,
    identity,
    lock,
    history: {
      ...noHistory,
      ...followed,
      accepted: options.accept ?? [],
      isCi: options.ci ?? false,
      isFrozen: options.frozen ?? false,
      isLockLeftAlone: identity.isProvisional || clock.behind !== undefined,
      behind: clock.behind,
      outUntil: Math.min(clock.now, options.look?.clock ?? clock.now),
    },
    isPast: watch.isPast,
    drafts: options.drafts,
    output: options.output,
    zone,
    show: channel,
    items: limited(items, entry.meta.limit),
  }
  const newest = released(given)[0]?.release.episode.date
  return {
    ...given,
    history: { ...given.history, changes: findChanges(given) },
    show: {
      ...channel,
      ...list('trailers', trailersOf(entry.meta, trailerEpisodes(given), files, reading)),
      ...list('liveItems', await liveItemsOf(entry.meta, channel, files, reading, base)),
      ...(newest === undefined ? {} : { pubDate: newest, lastBuildDate: newest }),
    },
  }
}

/** Undefined when none was written, or none that exists. */
const zoneOf = ({ meta: { timezone }, path }: Entry<WrittenShow>, memo: Memo): string | undefined =>
  timezone !== undefined && memo.recall('time zone', path, timezone, () => isTimeZone(timezone))
    ? timezone
    : undefined

const following = (
  project: Project,
  { baseUrl }: Identity,
  dateOf: (entry: Entry<WrittenEpisode>) => ParsedDate | undefined,
): Followed =>
  follow({
    lock: project.manuscript.lock,
    recordings: project.recordings,
    dateOf: ({ entry }) => {
      const date = dateOf(entry)
      return date && 'instant' in date ? date.instant : undefined
    },
    urlOf: ({ audio }) => audio && addressOf(audio, project.manuscript.show.meta, baseUrl),
  })

const addressOf = (audio: Audio, { audioBaseUrl }: Partial<WrittenShow>, base: string): string =>
  audio.url ?? served(audioBaseUrl ?? base, audio.path)

interface BothNotes {
  readonly notes: Notes
  /** Where a description was written. */
  readonly description?: Notes
}

const bothNotes = async (entry: Entry<WrittenEpisode>, base: string, memo: Memo): Promise<BothNotes> => {
  const key = entry.digest && `${entry.digest} ${base}`
  const notes = await remembered(memo, ['notes', entry.path, key], () =>
    renderNotes(entry.body, { url: base }),
  )
  const { description } = entry.meta
  if (description === undefined) return { notes }
  const render = () => renderNotes(description, { url: base })
  // To remember a sentence would take longer than to read it.
  if (isSentence(description)) return { notes, description: await render() }
  return { notes, description: await remembered(memo, ['description', entry.path, key], render) }
}

/** Rendering Markdown takes half the time of a build. Of most notes there is nothing to say: then their HTML is all that is kept. */
const remembered = async (
  memo: Memo,
  [kind, path, key]: readonly [kind: string, path: string, key: string | undefined],
  make: () => Notes | Promise<Notes>,
): Promise<Notes> => {
  if (key === undefined) return make()
  const kept = await memo.recallLater(kind, path, key, async () => {
    const { html, problems } = await make()
    return problems.length === 0 ? html : { html, problems }
  })
  return notesOf(typeof kept === 'string' ? { html: kept, problems: [] } : kept)
}

/** A trailer of the show or of a season; with the number of an episode it is a teaser of that episode. */
const trailerEpisodes = (judged: Case): Trailer[] =>
  released(judged).flatMap(({ release: { episode } }) =>
    episode.episodeType !== 'trailer' || episode.episode !== undefined
      ? []
      : [
          {
            title: episode.title,
            url: episode.audio.url,
            date: episode.date,
            length: episode.audio.length,
            type: episode.audio.type,
            ...given('season', episode.season),
          },
        ],
  )

const heldBack = (
  meta: Partial<WrittenEpisode>,
  instant: Instant | undefined,
  watch: Watch,
): Item['held'] => {
  if (meta.draft) return 'draft'
  return instant !== undefined && !watch.isPast(instant) ? 'future' : undefined
}

const limited = (items: readonly Item[], limit: number | undefined): readonly Item[] => {
  if (limit === undefined || limit < 1) return items
  let room = limit
  return items.map(item =>
    item.held || !item.release || room-- > 0 ? item : { ...item, held: 'limit' as const },
  )
}

/** Newest first; then the higher number, then the later file name. */
const newestFirst = (a: Item, b: Item): number =>
  instantOf(b) - instantOf(a) ||
  (b.entry.meta.season ?? 0) - (a.entry.meta.season ?? 0) ||
  (b.entry.meta.episode ?? 0) - (a.entry.meta.episode ?? 0) ||
  compareText(b.entry.path, a.entry.path)

const instantOf = (item: Item): number => (item.date && 'instant' in item.date ? item.date.instant : 0)

const showOf = (
  project: Project,
  about: Notes,
  base: string,
  identity: Identity,
  options: CheckOptions,
): Show => {
  const { meta } = project.manuscript.show
  const feedUrl = meta.feedUrl ?? `${base}feed.xml`
  return {
    title: line(meta.title ?? ''),
    link: meta.link ?? nowhere,
    description: removeForbidden(ownDescription(meta) ?? about.text()).trim(),
    language: meta.language ?? '',
    categories: meta.categories ?? [],
    explicit: meta.explicit ?? false,
    image: pictureUrl(meta.image, project.picture, base) ?? nowhere,
    feedUrl,
    hub: meta.hub ?? [],
    ...given('author', lineOf(meta.author)),
    ...(meta.owner === undefined ? {} : { owner: ownerOf(meta.owner) }),
    ...given('copyright', lineOf(meta.copyright)),
    type: meta.type ?? 'episodic',
    ...given('newFeedUrl', meta.newFeedUrl),
    block: meta.block ?? false,
    complete: meta.complete ?? false,
    ...given('guid', meta.guid ?? project.manuscript.lock?.podcastGuid ?? assignedGuid(identity)),
    locked: { locked: true, ...given('owner', meta.owner?.email), ...meta.locked },
    medium: meta.medium ?? 'podcast',
    txt: [
      ...(meta.verify === undefined ? [] : [{ purpose: 'applepodcastsverify', value: line(meta.verify) }]),
      ...clean(meta.txt ?? []),
    ],
    generator: options.generator,
  }
}

/** Made once, of the first address that anybody can subscribe to. */
const assignedGuid = ({ feedUrl, isProvisional }: Identity): string | undefined =>
  isProvisional ? undefined : podcastGuid(feedUrl)

const ownerOf = ({ name, email }: NonNullable<WrittenShow['owner']>) => ({
  ...(name === undefined ? {} : { name: line(name) }),
  email,
})

const lineOf = (text: string | undefined): string | undefined => (text === undefined ? undefined : line(text))

/** The address of a file of the output folder. */
const served = (base: string, path: string): string => fileUrl(base, path) ?? nowhere

const pictureUrl = (
  written: string | undefined,
  picture: Picture | undefined,
  base: string,
): string | undefined => {
  if (picture) return served(base, picture.path)
  return written !== undefined && isHttpUrl(written) ? hrefOf(written) : undefined
}

/** What all episodes have in common. */
interface Setting {
  readonly base: string
  readonly audioBase: string
  readonly identity: Identity
  readonly channel: Show
  readonly showMeta: Partial<WrittenShow>
}

interface Making extends Setting {
  readonly recording: Recording
  readonly instant: Instant | undefined
  readonly guid: string
}

/** An episode without its notes, so that they need not be kept twice, and without its cues. */
type FramedRelease = Omit<Release, 'episode' | 'cueFiles'> & {
  readonly episode: Omit<Episode, 'description' | 'content'>
  readonly cueFiles: readonly FramedCueFile[]
}

interface Framed {
  /** All that its date was made of. */
  readonly asked: string
  readonly date: Item['date']
  readonly release: FramedRelease | undefined
}

const withNotes = (
  release: FramedRelease,
  { notes, description }: BothNotes,
  recording: Recording,
  showMeta: Partial<WrittenShow>,
): Release => {
  const { chapters, audio: enclosure } = release.episode
  const content =
    (recording.entry.meta.chaptersInNotes ?? showMeta.chaptersInNotes)
      ? withChapters(notes.html, recording.chapters, chapters, enclosure.url)
      : notes.html
  return {
    ...release,
    episode: { ...release.episode, description: description?.html || content, content },
    cueFiles: release.cueFiles.map(file => withCues(file, recording)),
  }
}

const releaseOf = (making: Making): FramedRelease | undefined => {
  const { recording, instant, guid, base, audioBase, identity, channel, showMeta } = making
  const { entry, audio } = recording
  const { meta } = entry
  const title = line(meta.title ?? '')
  if (instant === undefined || audio === undefined || title === '') return undefined

  const { chaptersUrl, chapters, file, assets } = resolveChapters(recording, base)
  const transcripts = resolveTranscripts(recording, base, channel.language)
  const episode: FramedRelease['episode'] = {
    title,
    itunesTitle: line(meta.itunesTitle ?? title),
    ...given('link', meta.link),
    guid,
    date: instant,
    ...given('summary', lineOf(meta.summary)),
    audio: {
      url: prefixed(addressOf(audio, showMeta, base), showMeta.enclosurePrefixes ?? []),
      length: audio.facts.bytes,
      type: audio.facts.mediaType,
    },
    duration: Math.max(1, Math.round(meta.duration ?? audio.facts.duration)),
    ...given('season', meta.season),
    ...given('episode', Number.isInteger(meta.episode) ? meta.episode : undefined),
    episodeType: meta.episodeType ?? 'full',
    explicit: meta.explicit ?? channel.explicit,
    ...given('image', pictureUrl(meta.image, recording.picture, base)),
    block: meta.block ?? false,
    transcripts: transcripts.links,
    ...episodeTags(meta, channel, showMeta, filesOf(recording.named, base, audioBase)),
    ...given('chaptersUrl', chaptersUrl),
    ...given('chapters', chapters),
  }
  return {
    episode,
    stem: entry.stem,
    path: entry.path,
    fingerprint: audio.fingerprint,
    url: addressOf(audio, showMeta, identity.baseUrl),
    assets: [...assetsOf(recording), ...transcripts.assets, ...assets],
    cueFiles: transcripts.cueFiles,
    ...given('chapterFile', file),
  }
}

/** All that was measured of it, as texts that are equal while that is. */
const measured = ({ audio, picture }: Recording): readonly string[] => [
  audio?.digest === undefined ? JSON.stringify(audio ?? null) : `${audio.path} ${audio.digest}`,
  JSON.stringify(picture ?? null),
]

const nothing: readonly string[] = []

/**
 * The same of the other files that it has, and of the chapters; undefined when it is not known of each. What lists of chapters
 * say that stand in no file of their own follows from the front matter, the notes and the audio.
 */
const filesRead = ({ transcripts, chapters, named }: Recording): readonly string[] | undefined => {
  // So it is with most episodes.
  if (transcripts.length === 0 && chapters.length === 0 && named === undefined) return nothing
  const files = [...transcripts, ...chapters]
  if (files.some(({ path, digest }) => path !== undefined && digest === undefined)) return undefined
  const all = [
    transcripts.map(({ path, url, digest }) => [path, url, digest]),
    chapters.map(({ source, path, url, digest, pictures }) => [source, path, url, digest, [...pictures]]),
    [...(named ?? [])],
  ]
  return [digest(JSON.stringify(all))]
}

/** A tracking prefix is followed by the enclosure's address without its scheme. */
const prefixed = (url: string, prefixes: readonly string[]): string =>
  prefixes.reduceRight((address, prefix) => directory(prefix) + address.replace(/^https?:\/\//, ''), url)

export const artworkOf = (picture: Picture | undefined): Asset[] =>
  picture === undefined
    ? []
    : [{ source: picture.path, path: picture.path, mediaType: picture.facts.mediaType, kind: 'artwork' }]

const assetsOf = ({ audio, picture, named }: Recording): Asset[] => [
  ...(audio?.from === 'disk'
    ? [{ source: audio.path, path: audio.path, mediaType: audio.facts.mediaType, kind: 'audio' as const }]
    : []),
  ...artworkOf(picture),
  ...namedAssets(named),
]
