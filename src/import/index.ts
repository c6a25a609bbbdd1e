/** Any podcast feed becomes a show folder, every guid kept. */

import { join } from 'node:path'
import { recorded } from '../check/index.ts'
import { byPlace, type Diagnostic } from '../diagnostic.ts'
import { doorOf, isFile, isThere } from '../door/index.ts'
import type { FeedNode } from '../feed/feed-elements.ts'
import {
  type FeedDocument,
  furtherPages,
  isReadable,
  isTaken,
  obstaclesIn,
  type ReadPage,
  readFeed,
  readLeniently,
  repairsIn,
} from '../feed/index.ts'
import { initValues } from '../init-values.ts'
import { make } from '../make.ts'
import type { Instant, Lock, LockedEpisode } from '../model.ts'
import { feedName, lockName, reportName, showName } from '../names.ts'
import { renderLock } from '../render/index.ts'
import { optional } from '../table/optional.ts'
import { inFolder } from '../units/file-name.ts'
import { turn } from '../units/turn.ts'
import { plainBytes } from '../web/plain-bytes.ts'
import { create } from '../write/create.ts'
import { type AccountedPair, accountOf, elementsSaying, type Sign, signsOf } from './account.ts'
import type { Downloading, Downloads } from './download/index.ts'
import { leftOutOfDraft } from './left-out.ts'
import type { Edit } from './merge.ts'
import { type Planned, plannedIn } from './planned.ts'
import { remarksOn } from './remarks.ts'
import { type MergeCounts, type ReportLine, reportText } from './report-file.ts'
import { type SourceShow, sourceOf } from './source.ts'
import { text } from './text.ts'
import type { Verified, verify } from './verify/index.ts'
import { lockWritten, type Place, type Refusal, replaced, textAt, written } from './written.ts'

export interface ImportOptions {
  /** The feed, and how messages name it. */
  readonly bytes: Uint8Array
  readonly file: string
  /** Where it was read from, if that was the web. */
  readonly address?: string | undefined
  /** Reads the other pages of a feed that is cut into several; without it, they are left where they are. */
  readonly readPage?: ReadPage | undefined
  /** Where the show folder will be, and how messages name it. */
  readonly location: string
  readonly folder: string
  /** Where the output folder will be served; undefined while nobody knows. */
  readonly baseUrl?: string | undefined
  /** Whether a feed that is not well-formed XML is read as far as it can be understood. */
  readonly isLenient?: boolean | undefined
  /** Whether recordings, artwork, chapters and transcripts are brought over too. */
  readonly download?: DownloadOptions | undefined
  /** Whether nothing is written: what would be is told. */
  readonly isDryRun?: boolean | undefined
  /** Whether both feeds are read by readers that are not ours, and compared. */
  readonly isVerified?: boolean | undefined
  readonly now: Instant
  /** Name and version of this program. */
  readonly generator: string
  readonly processId: number
  readonly signal?: AbortSignal | undefined
}

export interface DownloadOptions {
  /** Whether the recordings are for keeping only, and the feed goes on naming their old addresses. */
  readonly keepsUrls: boolean
  readonly allowPrivate: boolean
  readonly onProgress?: Downloading['onProgress']
}

export type ImportResult =
  /** It cannot be read; nothing was written. `isMendable`: `isLenient` reads it. */
  | {
      readonly kind: 'unreadable'
      readonly file: string
      readonly diagnostics: readonly Diagnostic[]
      readonly text: string
      readonly isMendable: boolean
      /** Faults beside, which `isLenient` has understood. */
      readonly repairable: number
    }
  /** One of its pages cannot be had; nothing was written. */
  | { readonly kind: 'incomplete'; readonly url: string; readonly reason: string }
  /** The folder holds something else than this show; nothing was written. */
  | { readonly kind: 'not-empty'; readonly path: string }
  /** A file cannot be written, or somebody else was faster. */
  | { readonly kind: 'taken'; readonly path: string; readonly reason: string }
  /** Nothing was written, as was wished. */
  | ({ readonly kind: 'planned' } & ShowFacts)
  | ImportedShow

/** What is written, or would be. */
export interface ShowFacts {
  readonly title: string
  /** Paths inside the show folder, in the order in which they are written. */
  readonly added: readonly string[]
  readonly updated: readonly string[]
  /** Undefined where the show was not there before. */
  readonly merged: MergeCounts | undefined
  /** What the feed says otherwise than files that were edited. */
  readonly differences: readonly ReportLine[]
  readonly episodes: number
  readonly drafts: number
  /** Whether there is anything that can be built, of this feed or of what was there before. */
  readonly isPublished: boolean
  readonly remarks: readonly ReportLine[]
  readonly isPlaceholder: boolean
  /** Files that are to be brought over, and their size as far as the feed states it; 0 of both where none are. */
  readonly toFetch: { readonly files: number; readonly bytes: number }
}

export interface ImportedShow extends ShowFacts {
  readonly kind: 'imported'
  /** Undefined where nothing was to be brought over. */
  readonly downloads: { readonly came: number; readonly failed: readonly ReportLine[] } | undefined
  readonly inherited: readonly ReportLine[]
  /** What keeps the show from being built; nothing, as a rule. */
  readonly errors: readonly Diagnostic[]
  /** Undefined where nobody asked, or where no feed could be built to compare. */
  readonly verified: readonly Verified[] | undefined
}

export const importShow = async ({ bytes, ...options }: ImportOptions): Promise<ImportResult> => {
  const read = options.isLenient ? readLeniently : readFeed
  return imported(read(await plainBytes(bytes), options.file, options.now), options)
}

/** Without the bytes, which are let go once they are read. */
type Importing = Omit<ImportOptions, 'bytes'>

const imported = async (feed: FeedDocument, options: Importing): Promise<ImportResult> => {
  const { isLenient = false } = options
  if (!isTaken(feed, isLenient)) return unreadable(feed, isLenient)
  const { readPage, address } = options
  const pages = readPage === undefined ? [] : await furtherPages(feed, { address, readPage, isLenient })
  if ('reason' in pages) return { kind: 'incomplete', ...pages }
  const source = sourceOf(feed, address, pages)
  if (source === undefined) return unreadable(feed, isLenient)
  const planned = await plannedIn(source, options)
  if ('inTheWay' in planned) return { kind: 'not-empty', path: planned.inTheWay }
  await turn(options.signal)
  if (options.isDryRun) return plannedResult(feed, planned, options)
  const lockBefore = lockTextOf(planned, options)
  const refusal = written(planned, options)
  if (refusal) return { kind: 'taken', ...refusal }
  if (options.download === undefined) return settled(feed, planned, { ...options, lockBefore })
  const brought = await broughtOver(source, planned, options, options.download)
  if ('reason' in brought) return { kind: 'taken', ...brought }
  return settled(feed, brought.planned, { ...options, lockBefore }, brought.downloads)
}

const plannedResult = async (
  feed: FeedDocument,
  planned: Planned,
  options: Importing,
): Promise<ImportResult> => {
  const { download, location } = options
  const facts = factsOf(feed, planned, options)
  const toFetch = download && (await missingOf(planned, location, download.keepsUrls))
  const lock = lockTextOf(planned, options)
  const isLockChanged = lock !== undefined && lock !== renderLock(planned.lock)
  return {
    kind: 'planned',
    ...facts,
    updated: [...(isLockChanged ? [lockName] : []), ...facts.updated],
    ...(toFetch && { toFetch }),
  }
}

/** As it is on the disk; undefined where there is no show yet. */
const lockTextOf = ({ before }: Planned, place: Place): string | undefined =>
  before === undefined ? undefined : textAt(lockName, place)

const unreadable = (feed: FeedDocument, isLenient: boolean): ImportResult => ({
  kind: 'unreadable',
  file: feed.file,
  diagnostics: obstaclesIn(feed, isLenient).toSorted(byPlace),
  text: feed.text,
  isMendable: isReadable(feed) && !isLenient,
  repairable: isLenient ? repairsIn(feed) : 0,
})

const missingOf = async (
  planned: Planned,
  location: string,
  keepsUrls: boolean,
): Promise<ShowFacts['toFetch']> => {
  const { wantedOf } = await import('./download/index.ts')
  const missing = wantedOf(planned, keepsUrls).filter(
    ({ paths }) => !paths.some(path => isFile(join(location, path))),
  )
  return { files: missing.length, bytes: missing.reduce((sum, { stated }) => sum + stated, 0) }
}

/** The show stands there already: whatever happens from here on, the next run goes on with it. */
const broughtOver = async (
  source: SourceShow,
  planned: Planned,
  options: Importing,
  { keepsUrls, allowPrivate, onProgress }: DownloadOptions,
): Promise<{ readonly planned: Planned; readonly downloads: Downloads } | Refusal> => {
  const { location, generator, signal } = options
  const { download, wantedOf } = await import('./download/index.ts')
  const wanted = wantedOf(planned, keepsUrls)
  const downloads = await download(wanted, { location, generator, signal, allowPrivate, onProgress })
  const again = await plannedIn(source, { ...options, fetched: downloads.fetched })
  if ('inTheWay' in again) return { path: again.inTheWay, reason: 'it has changed meanwhile' }
  const refusal = written(again, options)
  if (refusal) return refusal
  const { before, added, unchanged, remarks } = planned
  const isNew = new Set(added.map(({ path }) => path))
  const updated = [...planned.updated, ...again.updated.filter(({ path }) => !isNew.has(path))]
  const once = [...new Map(updated.map(change => [change.path, change])).values()]
  const isUpdated = new Set(planned.updated.map(({ path }) => path))
  const more = once.filter(({ path }) => isOfEpisode({ path }) && !isUpdated.has(path))
  return {
    planned: {
      ...again,
      before,
      added,
      updated: once,
      unchanged: Math.max(0, unchanged - more.length),
      remarks: eachOnce([...remarks, ...again.remarks]),
    },
    downloads,
  }
}

/** What was said when the show was written is said again when its files have come. */
const eachOnce = (lines: readonly ReportLine[]): readonly ReportLine[] => [
  ...new Map(lines.map(line => [`${line.about}\n${line.text}`, line])).values(),
]

const isOfEpisode = ({ path }: { readonly path: string }): boolean => path !== showName

const factsOf = (
  feed: FeedDocument,
  { composed, lock, before, added, updated, unchanged, leftOut, differences, remarks }: Planned,
  { baseUrl, now, folder }: Importing,
): ShowFacts => {
  const isMerge = before !== undefined
  const touched = new Set([...added, ...updated].map(({ path }) => path))
  const ofFeed = remarksOn(feed, composed, { now, folder }).filter(
    ({ path }) => !isMerge || path === undefined || touched.has(path),
  )
  return {
    title: text(composed.show.fields.title) ?? '',
    added: [...(isMerge ? [] : [lockName]), ...added.map(({ path }) => path)],
    updated: updated.map(({ path }) => path),
    merged: isMerge
      ? {
          added: added.filter(isOfEpisode).length,
          updated: updated.filter(isOfEpisode).length,
          unchanged,
          leftOut: leftOut.size,
        }
      : undefined,
    differences: inShow(differences, folder),
    episodes: composed.episodes.length,
    drafts: composed.episodes.filter(({ draft }) => draft !== undefined).length,
    isPublished: Object.values(lock.episodes).some(({ gone }) => !gone),
    remarks: [...inShow(remarks, folder), ...ofFeed],
    toFetch: { files: 0, bytes: 0 },
    isPlaceholder: composed.show.fields.baseUrl === initValues.address && baseUrl === undefined,
  }
}

/** With the names of files as the user would give them. */
const inShow = (lines: readonly ReportLine[], folder: string): readonly ReportLine[] =>
  lines.map(line => ({ ...line, about: inFolder(folder, line.about) }))

/** What is still asked for once the show stands there. All else of a feed of fifty megabytes is let go before it is built. */
interface Settling {
  readonly facts: ShowFacts
  readonly lock: Lock
  readonly before: Lock | undefined
  /** What this import has written, by its paths. */
  readonly touched: ReadonlySet<string>
  readonly channel: readonly Sign[]
  readonly episodes: readonly {
    readonly guid: string
    readonly stem: string
    readonly isDraft: boolean
    readonly signs: readonly Sign[]
  }[]
  readonly edits: readonly Edit[]
}

interface Finishing extends Importing {
  /** The text of the lock before anything was written; undefined where there was no show yet. */
  readonly lockBefore: string | undefined
}

/** The old feed, where it is to be compared. */
type Verifying = Omit<Parameters<typeof verify>[0], 'after'>

/** Copies, since a piece of a text keeps all of that text. */
const settled = async (
  feed: FeedDocument,
  planned: Planned,
  options: Finishing,
  downloads?: Downloads,
): Promise<ImportedShow> => {
  const settling = structuredClone(settlingOf(feed, planned, options))
  const verifying = options.isVerified
    ? (await import('./verify/verifying.ts')).verifyingOf(planned)
    : undefined
  return finished(settling, verifying, options, downloads)
}

const settlingOf = (feed: FeedDocument, planned: Planned, options: Importing): Settling => {
  const { composed, lock, before, added, updated, edits, leftOut } = planned
  const { episodes } = composed
  return {
    facts: factsOf(feed, planned, options),
    lock,
    before,
    touched: new Set([...added, ...updated].map(({ path }) => path)),
    channel: signsOf(composed.source.asWritten, composed.source.leftOut),
    episodes: episodes
      .filter(({ stem }) => !leftOut.has(stem))
      .map(({ item, stem, draft }) => ({
        guid: draft === 'repeated-guid' ? '' : (item.guid ?? ''),
        stem,
        isDraft: draft !== undefined,
        signs: signsOf(
          item.asWritten,
          draft === undefined ? item.leftOut : leftOutOfDraft(item.asWritten.children, item.leftOut, draft),
        ),
      })),
    edits,
  }
}

/** What was published with a fault is recorded, and what became of each element is counted. */
const finished = async (
  settling: Settling,
  verifying: Verifying | undefined,
  options: Finishing,
  downloads: Downloads | undefined,
): Promise<ImportedShow> => {
  const { facts, touched, before } = settling
  const { location, folder, now, processId, file, lockBefore } = options
  const { lock, feed, errors, inherited: faults } = await builtFrom(settling, options)
  const place = { location, processId }
  lockWritten(renderLock(lock), place)
  // What was there before was not brought by this import, and its faults are its own.
  const paths = new Set([...touched].map(path => inFolder(folder, path)))
  const isBrought = ({ place }: { readonly place: { readonly file: string } }): boolean =>
    before === undefined || paths.has(place.file)
  const inherited = told(faults.filter(isBrought))
  const isLockChanged = lockBefore !== undefined && lockBefore !== textAt(lockName, place)
  const came = downloads?.came ?? []
  const failed = inShow(downloads?.failed ?? [], folder)
  const ofDownloads = inShow(downloads?.remarks ?? [], folder)
  const found = [
    ...lead('edited here, so it stays; the feed says otherwise: ', facts.differences),
    ...lead('not fetched: ', failed),
    ...ofDownloads,
  ]
  const toLookAt = [...found, ...facts.remarks]
  // Where nothing has changed, the report of the import that wrote what is there is the better one: it tells of every episode.
  const isNews =
    before === undefined || isLockChanged || [touched.size, came.length, found.length].some(Boolean)
  const isReportWritten =
    isNews &&
    reportWritten(
      reportText({
        from: file,
        episodes: facts.episodes,
        drafts: facts.drafts,
        merged: facts.merged,
        account: feed && accountOf(pairsOf(settling, readFeed(feed, feedName, now))),
        remarks: toLookAt,
        inherited: told(faults.filter(fault => isBrought(fault) || !fault.isNew)),
        edits: editLines(settling, folder),
      }),
      place,
    )
  return {
    kind: 'imported',
    ...facts,
    added: [...facts.added, ...came, ...(isReportWritten ? [reportName] : [])],
    updated: [...(isLockChanged ? [lockName] : []), ...facts.updated],
    remarks: [...ofDownloads, ...facts.remarks],
    downloads: downloads && { came: came.length, failed },
    inherited,
    errors,
    verified: verifying && feed && (await verifiedBy(verifying, feed)),
  }
}

/** What the feed says otherwise since then is to be looked at, and told there. */
const editLines = ({ edits, facts: { differences } }: Settling, folder: string): readonly ReportLine[] => {
  const isTold = new Set(differences.map(({ about }) => about))
  const lines = edits.map(({ path, text }) => ({ about: path, text }))
  return inShow(lines, folder).filter(({ about }) => !isTold.has(about))
}

/** Where no head says it of all of them. */
const lead = (words: string, lines: readonly ReportLine[]): readonly ReportLine[] =>
  lines.map(({ about, text }) => ({ about, text: words + text }))

/** Builds it, without writing. */
const builtFrom = async (settling: Settling, { location, folder, now, generator, signal }: Importing) => {
  const { judged, artefacts } = await make(
    { location, folder, now, generator, isImport: true, audio: false, signal },
    { door: doorOf(location), memo: undefined },
  )
  const built = artefacts.find(({ path }) => path === feedName)
  return {
    lock: settledLock(settling, judged),
    inherited: judged.inherited,
    errors: judged.diagnostics.filter(({ severity }) => severity === 'error'),
    feed: built !== undefined && 'bytes' in built ? built.bytes : undefined,
  }
}

/** Of an earlier import, it makes room for this one's. False where it says the same already. */
const reportWritten = (text: string, place: Place): boolean => {
  const path = join(place.location, reportName)
  if (!isThere(path)) return create([{ path, text }]) === undefined
  const before = textAt(reportName, place)
  return before !== text && replaced({ path: reportName, before, after: text }, place) === undefined
}

/** The other readers are loaded only for this. */
const verifiedBy = async (verifying: Verifying, built: Uint8Array): Promise<readonly Verified[]> => {
  const { verify } = await import('./verify/index.ts')
  return verify({ ...verifying, after: new TextDecoder().decode(built) })
}

type Judged = Awaited<ReturnType<typeof make>>['judged']

/** As the first build would write it, so that the first build changes nothing; with a placeholder for an address, that is not known yet. */
const settledLock = ({ lock, before, touched }: Settling, { podcast, inherited }: Judged): Lock => {
  const settled = podcast?.lock ?? lock
  const stems = new Set([...touched].map(path => path.replace(/\.md$/, '')))
  const isOwn = (stem: string): boolean => before !== undefined && !stems.has(stem)
  const episodes = Object.entries(before === undefined ? settled.episodes : lock.episodes).map(
    ([stem, episode]): [string, LockedEpisode] => [
      stem,
      isOwn(stem)
        ? episode
        : {
            ...(settled.episodes[stem] ?? episode),
            ...optional('inherited', recorded(inherited, stem)),
          },
    ],
  )
  return {
    ...(before === undefined ? settled : lock),
    ...(before === undefined || touched.has(showName)
      ? optional('inherited', recorded(inherited, undefined))
      : {}),
    episodes: Object.fromEntries(episodes),
  }
}

/** The same fault in many files is told once. */
const told = (inherited: Judged['inherited']): readonly ReportLine[] => {
  const byMessage = new Map<string, Set<string>>()
  // What would be refused comes first.
  const gravest = inherited.toSorted((a, b) => Number(b.isRefused) - Number(a.isRefused))
  for (const { place, message } of gravest)
    byMessage.set(message, (byMessage.get(message) ?? new Set()).add(place.file))
  return [...byMessage].map(([text, files]) => {
    const [first = ''] = files
    const others = files.size - 1
    return { about: others === 0 ? first : `${first} and ${others} more`, text }
  })
}

const pairsOf = ({ channel, episodes, edits }: Settling, after: FeedDocument): readonly AccountedPair[] => {
  const byGuid = new Map<string, FeedNode>()
  for (const item of after.items) {
    const guid = item.children.find(({ name }) => name === 'guid')?.text.trim()
    if (guid !== undefined) byGuid.set(guid, item)
  }
  const edited = new Map(edits.map(edit => [edit.stem, edit]))
  const editedOf = (on: AccountedPair['on'], stem?: string): ReadonlySet<string> | undefined => {
    const edit = edited.get(stem)
    return edit && elementsSaying(on, edit.keys)
  }
  return [
    { on: 'show', before: channel, after: after.channel, edited: editedOf('show') },
    // A draft may have been published since.
    ...episodes.map(({ guid, stem, isDraft, signs }) => ({
      on: 'episode' as const,
      before: signs,
      after: byGuid.get(guid),
      edited: editedOf('episode', stem),
      isDraft: isDraft && !byGuid.has(guid),
    })),
  ]
}
