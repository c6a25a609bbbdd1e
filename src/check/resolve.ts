/** Project → Evidence: every field final. Nothing is judged here; where a required value is missing, a placeholder keeps the rules running, and the gate stays shut because the reader has reported it. */

import { compareText, type Diagnostic, type RuleWords } from '../diagnostic.ts'
import { podcastGuidField as showGuid } from '../fields/guid.ts'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import { table } from '../fields/index.ts'
import type { Audio, Picture } from '../measured.ts'
import type { Instant } from '../model.ts'
import type { Asset, Release } from '../podcast.ts'
import type { Entry, Project, Recording } from '../project.ts'
import { type Folder, nowhere, type Others } from '../table/its.ts'
import { optional } from '../table/optional.ts'
import { modelOf, resolution, type Setting } from '../table/resolve.ts'
import { defaultTargets, type Targets } from '../targets.ts'
import {
  type DateReading,
  isTimeOfDay,
  isTimeZone,
  type ParsedDate,
  parseDate,
  zoneClock,
} from '../units/instant.ts'
import { directory, fileUrl } from '../units/url.ts'
import { podcastGuid, uuidV5 } from '../units/uuid.ts'
import { type Evidence, type Item, type OutputFacts, released } from './evidence.ts'
import { findChanges } from './history/changes.ts'
import { clockOf, type Moment } from './history/clock.ts'
import { type Followed, follow } from './history/follow.ts'
import { noHistory } from './history/history.ts'
import { type Identity, identityOf } from './identity.ts'
import { type PageOf, withEpisodeLinks } from './notes/episode-links.ts'
import { type Markdown, type MarkdownOf, renderedMarkdown } from './notes/markdown-texts.ts'
import { chapterFileOf, chapterPictures } from './output/chapters.ts'
import { filesOf, namedAssets } from './output/named-files.ts'
import { cueFilesOf, transcriptAssets, withCaptions } from './output/transcripts.ts'
import type { Watch } from './watch.ts'
import { episodePage, type PageFolders, pageFolders } from './website.ts'

export interface CheckOptions extends Moment {
  /** Whom the show is made for, instead of whom it names. */
  readonly targets?: Targets | undefined
  /** Whether drafts and future episodes go in too. */
  readonly drafts: boolean
  /** Whether what these lack stops nothing, and is told as a build without them tells it. */
  readonly isPreview?: boolean | undefined
  /** Whether there are pages, whatever show.md says. */
  readonly website?: boolean | undefined
  /** Instead of the show's own. */
  readonly baseUrl?: string | undefined
  /** The name and version of this program. */
  readonly generator: string
  /** How the Markdown of a file is rendered. Default: anew. */
  readonly markdownOf?: MarkdownOf | undefined
  /** Whether it is counted which rules had something to look at. Default: no. */
  readonly isCounted?: boolean | undefined
  /** Whether what is found many times is told once. Default: yes. */
  readonly isFolded?: boolean
  /** What is changed on purpose: see history/accept.ts. */
  readonly accept?: readonly string[] | undefined
  /** The command that builds this show, with more options. */
  readonly again?: ((words: string) => string) | undefined
  /** What reading and measuring have found. */
  readonly earlier?: readonly (readonly [RuleWords | undefined, Diagnostic])[] | undefined
  /** Whether all of it was published elsewhere: what is wrong with it is inherited. Default: no. */
  readonly isImport?: boolean | undefined
  /** Whether the lock must stay as it is. */
  readonly frozen?: boolean | undefined
  /** Whether this runs in CI, where the lock has to be there. */
  readonly ci?: boolean | undefined
  /** Undefined when no audio goes anywhere. */
  readonly output?: OutputFacts | undefined
}

export const resolve = async (project: Project, options: CheckOptions, watch: Watch): Promise<Evidence> => {
  const { manuscript } = project
  const entry = manuscript.show
  const identity = identityOf(entry.meta)
  const clock = clockOf(manuscript.lock, options)
  const zone = zoneOf(entry)
  const making = makingOf(project, { identity, options, dates: readingOf(entry, zone) })
  const { lock, ...followed } = following(making)
  const pages = (options.website ?? entry.meta.website) ? pageFolders(project.recordings, lock) : undefined
  const items: Item[] = []
  const { show, about } = await showOf(making, () => items, options)
  for (const recording of project.recordings)
    items.push(await itemOf(recording, { ...making, show, lock, watch, pages }))
  items.sort(newestFirst)
  items.splice(0, items.length, ...limited(items, entry.meta.limit))
  const judged: Evidence = {
    project,
    entry,
    targets: options.targets ?? entry.meta.for ?? defaultTargets,
    identity,
    lock,
    history: {
      ...noHistory,
      ...followed,
      accepted: options.accept ?? [],
      again: options.again,
      isCi: options.ci ?? false,
      isFrozen: options.frozen ?? false,
      isLockLeftAlone: identity.isProvisional || clock.behind !== undefined,
      behind: clock.behind,
      outUntil: Math.min(clock.now, options.look?.clock ?? clock.now),
    },
    isPast: watch.isPast,
    drafts: options.drafts,
    isPreview: options.isPreview,
    output: options.output,
    extras: await extrasIn(project),
    zone,
    // A show has nothing without which there would be none.
    show: modelOf(table.of('show'), show)!,
    pages,
    base: making.base,
    about,
    items,
  }
  return { ...judged, history: { ...judged.history, changes: findChanges(judged) } }
}

/** The reader of XML is loaded only where there is something to read. */
const extrasIn = async ({ manuscript }: Project): Promise<Evidence['extras']> => {
  const { show, episodes } = manuscript
  const holders = [
    ...[show].map(({ file, meta }) => ({ owner: 'show' as const, file, extra: meta.extra })),
    ...episodes.map(({ file, meta }) => ({ owner: 'episode' as const, file, extra: meta.extra })),
  ].filter(({ extra }) => extra !== undefined)
  if (holders.length === 0) return undefined
  const { extraProblems } = await import('./extra.ts')
  return new Map(
    holders.map(({ owner, file, extra = '' }) => [
      file,
      extraProblems(owner, extra, show.meta.namespaces ?? {}),
    ]),
  )
}

/** What the show and all its episodes have in common. */
interface Making {
  readonly project: Project
  readonly identity: Identity
  readonly markdownOf: MarkdownOf
  readonly dates: DateReading
  readonly pageOf: PageOf
  readonly generator: string
  /** Where the output folder is served, with its final slash, and where the recordings are. */
  readonly base: string
  readonly audioBase: string
}

const makingOf = (
  project: Project,
  { identity, options, dates }: Pick<Making, 'identity' | 'dates'> & { readonly options: CheckOptions },
): Making => {
  const { audioBaseUrl } = project.manuscript.show.meta
  const base = directory(options.baseUrl ?? identity.baseUrl)
  return {
    project,
    identity,
    markdownOf: options.markdownOf ?? renderedMarkdown,
    dates,
    pageOf: pagesOf(project),
    generator: options.generator,
    base,
    audioBase: directory(audioBaseUrl ?? base),
  }
}

const pagesOf = ({ manuscript }: Project): PageOf => {
  const pages = new Map(manuscript.episodes.map(({ path, meta }) => [path, meta.link]))
  return path => (pages.has(path) ? pages.get(path) : null)
}

/** Undefined when none was written, or none that exists. */
const zoneOf = ({ meta: { timezone } }: Entry<WrittenShow>): string | undefined =>
  timezone !== undefined && isTimeZone(timezone) ? timezone : undefined

const readingOf = ({ meta: { publishAt } }: Entry<WrittenShow>, zone: string | undefined): DateReading => ({
  zone: zone === undefined ? undefined : zoneClock(zone),
  publishAt: publishAt !== undefined && isTimeOfDay(publishAt) ? publishAt : undefined,
})

const dateIn = ({ meta }: Entry<WrittenEpisode>, dates: DateReading): ParsedDate | undefined =>
  meta.date === undefined ? undefined : parseDate(meta.date, dates)

const following = ({ project, identity, dates }: Making): Followed => {
  const { lock, show } = project.manuscript
  return follow({
    lock,
    recordings: project.recordings,
    dateOf: ({ entry }) => {
      const date = dateIn(entry, dates)
      return date && 'instant' in date ? date.instant : undefined
    },
    urlOf: ({ audio }) => audio && addressOf(audio, show.meta, identity.baseUrl),
  })
}

const addressOf = (audio: Audio, { audioBaseUrl }: Partial<WrittenShow>, base: string): string =>
  audio.url ?? fileUrl(audioBaseUrl ?? base, audio.path) ?? nowhere

// ---------------------------------------------------------------------------------------------------- the show

/** `itemsOf`: asked for only when all of them are there. */
const showOf = async (
  making: Making,
  itemsOf: () => readonly Item[],
  { drafts }: CheckOptions,
): Promise<{ readonly show: Others; readonly about: string }> => {
  const { project, identity } = making
  const { show, lock } = project.manuscript
  const texts = await making.markdownOf(show, 'show', making.base)
  const inFeed = () => released({ items: itemsOf(), drafts })
  const setting: Setting = {
    ...settingOf(making, texts, project.named),
    show: undefined,
    chapters: [],
    transcripts: [],
    folder: {
      ...folderOf(making, 'show'),
      picture: project.picture,
      guid: lock?.podcastGuid ?? (identity.isProvisional ? undefined : podcastGuid(identity.feedUrl)),
      about: texts.body.text(),
      newest: () => inFeed()[0]?.release.episode.date,
      trailers: () => trailersAmong(inFeed().map(({ release }) => release)),
    },
  }
  return { show: resolution(table.of('show'), show.meta, setting), about: texts.body.html }
}

/** A trailer of the show or of a season; with the number of an episode it is a teaser of that episode. */
const trailersAmong = (releases: readonly Release[]) =>
  releases.flatMap(({ episode }) =>
    episode.episodeType !== 'trailer' || episode.episode !== undefined
      ? []
      : [
          {
            title: trailerTitle(episode.title),
            date: episode.date,
            ...episode.audio,
            ...optional('season', episode.season),
          },
        ],
  )

/** Characters that the namespace allows for it. A title may be longer, and nobody has written this one. */
const trailerTitleCharacters = 128

const trailerTitle = (title: string): string => {
  const characters = [...title]
  return characters.length <= trailerTitleCharacters
    ? title
    : `${characters
        .slice(0, trailerTitleCharacters - 1)
        .join('')
        .trimEnd()}…`
}

const settingOf = (
  { base, audioBase, dates }: Making,
  { html }: Markdown,
  named: Recording['named'],
): Pick<Setting, 'files' | 'dates' | 'html'> => ({ files: filesOf(named, base, audioBase), dates, html })

const folderOf = ({ generator, base }: Making, stem: string): Folder => ({
  generator,
  base,
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
})

// ------------------------------------------------------------------------------------------------- the episodes

interface MakingItem extends Making {
  readonly show: Others
  readonly lock: Evidence['lock']
  readonly watch: Watch
  readonly pages: PageFolders | undefined
}

const itemOf = async (recording: Recording, making: MakingItem): Promise<Item> => {
  const { entry } = recording
  const rendered = await making.markdownOf(entry, 'episode', making.base)
  const texts = withEpisodeLinks(rendered, entry.path, making.base, making.pageOf)
  const date = dateIn(entry, making.dates)
  const instant = date && 'instant' in date ? date.instant : undefined
  const held = heldBack(entry.meta, instant, making.watch)
  return {
    recording,
    entry,
    date,
    notes: texts.body,
    ...optional(
      'description',
      entry.meta.description === undefined ? undefined : texts.of(entry.meta.description),
    ),
    ...optional('overview', entry.meta.overview === undefined ? undefined : texts.of(entry.meta.overview)),
    held,
    release: releaseOf(recording, { texts, held }, making),
  }
}

interface Rest {
  readonly texts: Markdown
  readonly held: Item['held']
}

const releaseOf = (recording: Recording, { texts, held }: Rest, making: MakingItem): Release | undefined => {
  const { entry, audio, picture, chapters } = recording
  const { project, identity, base, show, pages } = making
  const { meta: showMeta } = project.manuscript.show
  const captions = cueFilesOf(recording.transcripts)
  const page = pages?.get(entry.stem)
  const audioUrl = audio && addressOf(audio, showMeta, base)
  const resolved = resolution(table.of('episode'), entry.meta, {
    ...settingOf(making, texts, recording.named),
    show,
    chapters,
    transcripts: withCaptions(recording.transcripts, captions),
    folder: {
      ...folderOf(making, entry.stem),
      audio,
      audioUrl,
      picture,
      guid: guidOf(entry, making),
      isPermalink: making.lock?.episodes[entry.stem]?.permalink ?? false,
      page: page === undefined ? undefined : fileUrl(base, page),
      notes: texts.body.html,
    },
  })
  const episode = modelOf(table.of('episode'), resolved)
  if (episode === undefined || audio === undefined || audioUrl === undefined) return undefined
  return {
    episode,
    stem: entry.stem,
    path: entry.path,
    fingerprint: audio.fingerprint,
    url: base === identity.baseUrl ? audioUrl : addressOf(audio, showMeta, identity.baseUrl),
    assets: [
      ...assetsOf(recording),
      ...transcriptAssets(recording.transcripts),
      ...chapterPictures(chapters),
    ],
    cueFiles: captions,
    ...optional('chapterFile', chapterFileOf(recording, base)),
    ...optional(
      'page',
      page === undefined ? undefined : episodePage({ folder: page, texts, recording, base, held }),
    ),
  }
}

/** An item needs one also where the show has none to keep. */
const guidOf = ({ stem }: Entry<WrittenEpisode>, { identity, lock, show }: MakingItem): string =>
  lock?.episodes[stem]?.guid ?? uuidV5(show.resolved(showGuid) ?? podcastGuid(identity.feedUrl), stem)

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

// --------------------------------------------------------------------------------------------------------- files

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
