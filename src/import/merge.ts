/**
 * A feed that is brought into a folder in which its show is already: what is new is added, and what the feed says otherwise now
 * is written where nobody has edited the file since. No guid changes, and nothing is deleted.
 */

import { isSameValue, valueText } from '../diff/value-text.ts'
import { table } from '../fields/index.ts'
import { initValues } from '../init-values.ts'
import type { Lock, LockedEpisode } from '../model.ts'
import { optional } from '../table/optional.ts'
import type { Writer } from '../table/table.ts'
import { digest } from '../units/digest.ts'
import { directory } from '../units/url.ts'
import type { Fields } from './brief.ts'
import { type Composed, type ComposedEpisode, compose } from './compose.ts'
import type { Local } from './local.ts'
import { coverIn, isSameShow, localIn, matched, type Present, stemsIn } from './present.ts'
import type { ReportLine } from './report-file.ts'
import type { SourceShow } from './source.ts'

export interface Merge {
  readonly composed: Composed
  readonly lock: Lock
  readonly added: readonly NewText[]
  readonly updated: readonly ChangedText[]
  /** Files that are as the feed has them, or as somebody has edited them while the feed says what it said before. */
  readonly unchanged: number
  /** Where the folder goes its own way, and the feed another: nothing is written there. */
  readonly differences: readonly ReportLine[]
  /** What was edited here since it was imported, of the files that the feed has too. */
  readonly edits: readonly Edit[]
  readonly remarks: readonly ReportLine[]
  /** Stems of episodes that were taken out on purpose: nothing of theirs is brought over. */
  readonly leftOut: ReadonlySet<string>
}

export interface Edit {
  readonly path: string
  /** Undefined for the show. */
  readonly stem: string | undefined
  /** Fields that come to something else than what the feed says. */
  readonly keys: readonly string[]
  /** The same in words. */
  readonly text: string
}

export interface NewText {
  readonly path: string
  readonly text: string
}

export interface ChangedText {
  readonly path: string
  readonly before: string
  readonly after: string
}

export interface Merging {
  readonly baseUrl: string | undefined
  /** Files that were brought over just now, by their paths in the folder. */
  readonly fetched: ReadonlySet<string>
  /** Nothing is written: what would be is told. */
  readonly isDryRun: boolean
}

/** Undefined where another show is there. */
export const mergeOf = async (
  feed: SourceShow,
  present: Present,
  { baseUrl, fetched, isDryRun }: Merging,
): Promise<Merge | undefined> => {
  if (!isSameShow(feed, present)) return undefined
  const source = matched(feed, present)
  const base = baseUrl ?? present.baseUrl
  const names = {
    stems: stemsIn(present),
    localOf: localIn(present, fetched),
    cover: coverIn(present, fetched),
  }
  const asFeed = await compose(source, { baseUrl: base, present: names })
  const show = await showStep(asFeed, present, source)
  // An episode says what its show does not say: that is to be true of the show as it stands here.
  const composed =
    show.kind === 'own'
      ? await compose(source, { baseUrl: base, present: { ...names, show: present.show.meta } })
      : asFeed
  const fromFeed = new Map(asFeed.episodes.map(({ stem, text }) => [stem, digest(text)]))
  const imported = present.lock.imported ?? {}
  const here: Here = {
    locked: present.lock.episodes,
    entries: new Map(present.episodes.map(entry => [entry.stem, entry])),
    imported,
    digests: new Set(Object.values(imported)),
    localOf: names.localOf,
    isDryRun,
  }
  const steps = composed.episodes.map(episode => episodeStep(episode, here, fromFeed.get(episode.stem) ?? ''))
  const all = [show, ...steps]
  const isOther = isOtherBaseUrl(baseUrl, present, show)
  return {
    composed,
    lock: lockOf({ present, composed, feedUrl: isOther ? undefined : composed.lock.feedUrl }, names.localOf, [
      show,
      ...steps,
    ]),
    added: all.flatMap(step => (step.kind === 'added' ? [step] : [])),
    updated: all.flatMap(step => (step.kind === 'updated' ? [step] : [])),
    unchanged: steps.filter(({ kind }) => kind === 'unchanged' || kind === 'own').length,
    differences: all.flatMap(step => step.differences ?? []),
    edits: all.flatMap(({ edit }) => edit ?? []),
    remarks: [
      ...(isOther ? [otherBaseUrl(baseUrl!, present)] : []),
      ...steps.flatMap(({ remarks = [] }) => remarks),
      ...missing(present, composed),
    ],
    leftOut: new Set(
      composed.episodes.flatMap(({ stem }, i) => (steps[i]!.kind === 'left-out' ? [stem] : [])),
    ),
  }
}

interface Said {
  readonly differences?: readonly ReportLine[]
  readonly edit?: Edit | undefined
  readonly remarks?: readonly ReportLine[]
}

type Step = Said &
  (
    | ({ readonly kind: 'added' } & NewText)
    | ({ readonly kind: 'updated' } & ChangedText)
    /** `own`: it was edited here. */
    | { readonly kind: 'unchanged' | 'own' | 'left-out'; readonly path: string; readonly text: string }
  )

const showStep = async (composed: Composed, present: Present, source: SourceShow): Promise<Step> => {
  const { text: before, path } = present.show
  const { text, fields, body } = composed.show
  if (before === text) return { kind: 'unchanged', path, text }
  const known = present.lock.imported?.[path]
  // To fill in the address is what the import asks for.
  const asImported = before.replace(/^baseUrl: .*$/m, `baseUrl: ${initValues.address}`)
  if (known !== undefined && [before, asImported].some(one => digest(one) === known))
    return { kind: 'updated', path, before, after: text }
  const nowhere = await compose({ ...source, items: [] }, { baseUrl: undefined })
  const edit = editOf('show', present.show, fields, body)
  if ([text, nowhere.show.text].some(one => digest(one) === known)) return { kind: 'own', path, text, edit }
  return { kind: 'own', path, text, edit, differences: differencesOf('show', present.show, fields, body) }
}

interface Here {
  readonly locked: Lock['episodes']
  readonly entries: ReadonlyMap<string, Present['episodes'][number]>
  readonly imported: NonNullable<Lock['imported']>
  readonly digests: ReadonlySet<string>
  readonly localOf: (stem: string) => Local
  readonly isDryRun: boolean
}

/** `fromFeed`: the digest of what would be written if the show here said what the feed says. */
const episodeStep = (episode: ComposedEpisode, here: Here, fromFeed: string): Step => {
  const { stem, text, fields, notes, item } = episode
  const { known } = item
  if (known === undefined) {
    // A draft that tells nothing of itself is known by what was written of it; and one that was thrown away stays away.
    const written = digest(text)
    if (episode.draft === undefined || !here.digests.has(written))
      return { kind: 'added', path: episode.path, text }
    const isThere = [...here.entries.values()].some(({ path }) => here.imported[path] === written)
    return { kind: isThere ? 'own' : 'left-out', path: episode.path, text }
  }
  const entry = here.entries.get(stem)
  const remarks = guidRemarks(episode, entry?.path ?? episode.path)
  if (entry === undefined) {
    return here.locked[stem]?.gone
      ? { kind: 'left-out', path: episode.path, text, ...say(episode.path, goneWords) }
      : {
          kind: 'added',
          path: episode.path,
          text,
          ...say(
            episode.path,
            here.isDryRun
              ? 'its file is gone, and would be written again'
              : 'its file was gone, and is there again',
          ),
        }
  }
  const { path, text: before } = entry
  if (before === text) return { kind: 'unchanged', path, text, remarks }
  // A file that got another name is known by what it holds.
  const isAsImported = here.digests.has(digest(before))
  const edit = isAsImported ? undefined : editOf('episode', entry, fields, notes.text)
  if (here.imported[path] === fromFeed)
    return { kind: isAsImported ? 'unchanged' : 'own', path, text, remarks, edit }
  if (isAsImported) return { kind: 'updated', path, before, after: text, remarks }
  const isHereNow = here.localOf(stem).audio && Object.hasOwn(entry.raw, 'audio')
  return {
    kind: 'own',
    path,
    text,
    edit,
    remarks: isHereNow
      ? [
          ...remarks,
          { about: path, text: 'edited here, so it stays; remove `audio` to use the recording beside it' },
        ]
      : remarks,
    differences: differencesOf('episode', entry, fields, notes.text),
  }
}

/** Whether the option says another address than a show that was edited, and that therefore keeps its own. */
const isOtherBaseUrl = (asked: string | undefined, { show }: Present, { kind }: Step): boolean => {
  const here = show.meta.baseUrl
  return asked !== undefined && kind === 'own' && (here === undefined || directory(here) !== directory(asked))
}

const otherBaseUrl = (asked: string, { show: { path, meta } }: Present): ReportLine => {
  const stays =
    meta.baseUrl === undefined
      ? 'so no `baseUrl` is written there'
      : `so its \`baseUrl\`, ${meta.baseUrl}, stays`
  return {
    about: path,
    text: `edited here, ${stays}; if the feed is to be served where \`--base-url\` says, write \`baseUrl: ${asked}\` there`,
  }
}

const goneWords = 'it was taken out of this show on purpose, so it stays out'

const say = (about: string, text: string): Said => ({ remarks: [{ about, text }] })

const guidRemarks = ({ item: { known } }: ComposedEpisode, path: string): readonly ReportLine[] =>
  known?.otherGuid === undefined
    ? []
    : [
        {
          about: path,
          text: `the feed gives it another guid (${known.otherGuid}); it keeps the one that subscribers know`,
        },
      ]

type PresentEntry = Present['show'] | Present['episodes'][number]

/** What the feed says and the file says otherwise. What the file says beside is nobody else's business. */
const differencesOf = (
  owner: Writer,
  entry: PresentEntry,
  fields: Fields,
  body: string,
): readonly ReportLine[] => {
  const all = [
    ...otherKeys(owner, entry, fields, Object.keys(fields)).map(key => keyText(key, entry.raw, fields)),
    ...(body !== '' && isOtherBody(entry, body) ? [bodyWords[owner]] : []),
  ]
  return all.length === 0 ? [] : [{ about: entry.path, text: all.join(', ') }]
}

/** Undefined where only the spelling is another one. */
const editOf = (owner: Writer, entry: PresentEntry, fields: Fields, body: string): Edit | undefined => {
  const written = new Set([...Object.keys(fields), ...Object.keys(entry.raw)])
  const keys = otherKeys(owner, entry, fields, [...written])
  const isOther = isOtherBody(entry, body)
  if (keys.length === 0 && !isOther) return undefined
  return {
    path: entry.path,
    stem: owner === 'show' ? undefined : (entry as Present['episodes'][number]).stem,
    keys: [...keys, ...(isOther ? bodyKeys : [])],
    text: [...keys.map(key => keyText(key, entry.raw, fields)), ...(isOther ? [bodyWords[owner]] : [])].join(
      ', ',
    ),
  }
}

/** Where the new feed will be served, no feed says: it is for the show and the option. */
const notOfFeed: ReadonlySet<string> = new Set(['baseUrl'])

/** The keys of which the file and the feed do not say the same. */
const otherKeys = (
  owner: Writer,
  { raw }: PresentEntry,
  fields: Fields,
  keys: readonly string[],
): readonly string[] => {
  const meaning = (from: Fields, key: string): unknown =>
    Object.hasOwn(from, key)
      ? (table.accept(owner, { [key]: from[key]! }).written as Readonly<Record<string, unknown>>)[key]
      : undefined
  return keys
    .filter(key => !(owner === 'show' && notOfFeed.has(key)))
    .filter(key =>
      key === 'extra' ? raw[key] !== fields[key] : !isSameValue(meaning(raw, key), meaning(fields, key)),
    )
}

const keyText = (key: string, here: Fields, fields: Fields): string => {
  const own = Object.hasOwn(here, key) ? shown(key, here[key]) : undefined
  const other = Object.hasOwn(fields, key) ? shown(key, fields[key]) : undefined
  if (!Object.hasOwn(fields, key)) return own === undefined ? `\`${key}\`` : `\`${key}\` ("${own}" here)`
  return own === undefined || other === undefined
    ? `\`${key}\` (${other ?? 'the feed has another one'})`
    : `\`${key}\` ("${own}" here, "${other}" in the feed)`
}

const isOtherBody = (entry: PresentEntry, body: string): boolean =>
  body.replace(/\s+/g, ' ').trim() !== entry.body.replace(/\s+/g, ' ').trim()

const bodyWords: Readonly<Record<Writer, string>> = { show: 'the description', episode: 'the notes' }

/** Fields that say what stands below the front matter, or may. */
const bodyKeys: readonly string[] = ['content', 'description', 'summary', 'subtitle']

/** Undefined for what is too long to be read in passing. */
const shown = (key: string, value: unknown): string | undefined => {
  const text = valueText(key, value)
  return text === undefined || text.length > 80 ? undefined : text
}

const missing = (present: Present, { episodes }: Composed): readonly ReportLine[] => {
  const inFeed = new Set(episodes.map(({ stem }) => stem))
  const absent = Object.entries(present.lock.episodes).filter(
    ([stem, { gone }]) => !gone && !inFeed.has(stem),
  )
  const [first] = absent
  if (first === undefined) return []
  return [
    {
      about: absent.length === 1 ? first[0] : `${first[0]} and ${absent.length - 1} more`,
      text: `not in this feed; ${absent.length === 1 ? 'it stays' : 'they stay'} as ${absent.length === 1 ? 'it is' : 'they are'}`,
    },
  ]
}

interface Locking {
  readonly present: Present
  readonly composed: Composed
  /** Undefined where the show keeps another one. */
  readonly feedUrl: string | undefined
}

const lockOf = (
  { present, composed, feedUrl }: Locking,
  localOf: (stem: string) => Local,
  [show, ...steps]: readonly [Step, ...Step[]],
): Lock => {
  const { lock } = present
  const texts = new Map([present.show, ...present.episodes].map(({ path, text }) => [path, text]))
  const episodes: Record<string, LockedEpisode> = { ...lock.episodes }
  for (const [i, { stem, locked }] of composed.episodes.entries()) {
    const before = lock.episodes[stem]
    const { kind } = steps[i]!
    if (locked === undefined) continue
    if (before === undefined) episodes[stem] = locked
    else if (kind === 'updated') episodes[stem] = merged(before, locked, localOf(stem).audio)
  }
  const written = [show, ...steps].flatMap(step => {
    if (step.kind === 'added') return [[step.path, digest(step.text)]]
    if (step.kind === 'updated') return [[step.path, digest(step.after)]]
    return step.kind === 'unchanged' && step.text === texts.get(step.path)
      ? [[step.path, digest(step.text)]]
      : []
  })
  return {
    ...lock,
    version: 2,
    ...optional('podcastGuid', lock.podcastGuid ?? composed.lock.podcastGuid),
    ...optional('feedUrl', feedUrl ?? lock.feedUrl),
    episodes,
    imported: { ...lock.imported, ...Object.fromEntries(written) },
  }
}

/** What was measured of the recording stays as long as it is the same one. */
const merged = (before: LockedEpisode, now: LockedEpisode, isLocal: boolean): LockedEpisode => {
  const isSameRecording = before.url === now.url && (before.bytes === now.bytes || now.bytes === 0)
  if (isSameRecording || isLocal) return { ...before, ...optional('title', now.title) }
  const { etag: _, lastModified: __, fingerprint: ___, chapters: ____, duration: _____, ...kept } = before
  const { guid, permalink: ______, pubDate, ...facts } = now
  return { ...kept, ...facts, guid: before.guid, pubDate: before.pubDate }
}
