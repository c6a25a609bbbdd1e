/** What the rules look at: everything that was written, everything that was measured, and what became of it. */

import {
  compareText,
  type Finding,
  type Held,
  type Place,
  type ShowRuleWords,
  type Targets,
} from '../diagnostic.ts'
import { audioPath } from '../fields/audio.ts'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import type { Lock } from '../model.ts'
import type { Episode, Release, Show } from '../podcast.ts'
import type { Entry, Project, Recording } from '../project.ts'
import { saysNothing } from '../units/blank.ts'
import type { ParsedDate } from '../units/instant.ts'
import type { ExtraProblem } from './extra.ts'
import type { History } from './history/history.ts'
import type { Identity } from './identity.ts'
import type { Matter } from './looked-at.ts'
import type { Notes } from './notes/notes.ts'
import type { NotesProblem, NotesProblemKind } from './notes/problem.ts'
import type { AbsentAudio } from './output/absent-audio.ts'
import type { Watch } from './watch.ts'

/** One episode on its way into the feed. */
export interface Item {
  readonly recording: Recording
  readonly entry: Entry<WrittenEpisode>
  /** Undefined when no date was written, or none that is valid text. */
  readonly date: ParsedDate | undefined
  readonly notes: Notes
  /** Where one was written: it takes the place of the notes in the feed's own description. */
  readonly description?: Notes
  /** For the page of the episode only. */
  readonly overview?: Notes
  /** Undefined when it is in the feed. */
  readonly held: Held | undefined
  /** Undefined when a required part is missing; that has been reported. */
  readonly release: Release | undefined
}

/** The folder that the audio goes into. */
export interface OutputFacts {
  /** As a person wrote it. */
  readonly folder: string
  /** What the feed says is there, and what is neither there nor put there. */
  readonly absent: readonly AbsentAudio[]
}

/** The show, without its episodes: all that a rule about one episode may look at beside that episode. */
export interface ShowEvidence {
  readonly project: Pick<Project, 'picture' | 'named'>
  readonly entry: Entry<WrittenShow>
  /** Whom the show is made for. */
  readonly targets: Targets
  /** Undefined for a feed that exists: it is what it is. */
  readonly identity: Identity | undefined
  /** The only way to ask for the time: what was asked decides how long an unchanged show stays unchanged. */
  readonly isPast: Watch['isPast']
  /** Whether drafts and future episodes are in the feed too, to be looked at. */
  readonly drafts: boolean
  /** Whether what these lack is told as of episodes that are held back. */
  readonly isPreview?: boolean | undefined
  /** What is wrong with what is written under `extra`, by file. Undefined where nobody has written any. */
  readonly extras?: ReadonlyMap<string, readonly ExtraProblem[]> | undefined
  /** IANA; undefined when none was written, or none that exists. */
  readonly zone: string | undefined
  readonly show: Show
}

export interface Evidence extends ShowEvidence {
  readonly project: Project
  /** By the stems of today: see `history.moves`. */
  readonly lock: Lock | undefined
  readonly history: History
  /** Undefined when no audio goes anywhere. */
  readonly output?: OutputFacts | undefined
  /** The folder of each episode's page, by stem; undefined where the show has no pages. */
  readonly pages?: ReadonlyMap<string, string> | undefined
  /** Where the output folder is served, with its final slash; undefined for a feed that exists. */
  readonly base?: string
  /** The body of show.md, as HTML. */
  readonly about?: string
  /** In the order of the feed; those without a date last. */
  readonly items: readonly Item[]
}

/** How many findings are told as one. */
export interface Words {
  readonly message: string
  readonly help: string
}

/** What a rule finds. */
export interface Found extends Finding {
  /** The file that it is about, where several entries may have the same: the same is said of it once, where it stands first. */
  readonly about?: string
}

/** A rule looks at the show as a whole, or at one episode at a time. */
export type Rule = WholeRule | ItemRule

/**
 * Why a feed cannot show what a rule finds: a show without the fault may have the same feed. `no element`: none says it, or what is wrong
 * about it is not published. `measured`: it is in the file that the feed names, of which the feed repeats size, length and type.
 * `file name`: it is in the name of that file. `history`: it is about what was published before; without that, the same show is sound.
 */
export type Unseen = 'no element' | 'measured' | 'file name' | 'history'

type JudgingWords = ShowRuleWords & {
  /** What becomes of it in the feed that is built: why it cannot be seen there, or the rule of documents that finds it. Default: it is found there by the same rule. */
  readonly inFeeds?: Unseen | `document/${string}`
  /** What it is about, where a show need not have any of it: see looked-at.ts. Default: as its family; else what every show has. */
  readonly looksAt?: readonly (Matter | keyof WrittenShow | keyof WrittenEpisode)[]
}

export type WholeRule = JudgingWords & {
  readonly scope?: never
  /** More than a few findings are one, in these words. */
  readonly together?: (count: number, evidence: Evidence) => Words
  readonly check: (evidence: Evidence) => Iterable<Found>
}

/** What it finds in an episode depends on that episode and on the show's own file alone. */
export type ItemRule = JudgingWords & {
  readonly scope: 'item'
  readonly together?: (count: number, evidence: ShowEvidence) => Words
  /** Of a rule for episodes that holds for the show as well. */
  readonly checkShow?: (evidence: ShowEvidence) => Iterable<Found>
  readonly checkItem: (item: Item, evidence: ShowEvidence) => Iterable<Found>
}

/** All that a rule finds, the show's own first. */
export function* findIn(rule: Rule, evidence: Evidence): Iterable<Found> {
  if (rule.scope === undefined) return yield* rule.check(evidence)
  if (rule.checkShow) yield* rule.checkShow(evidence)
  for (const item of evidence.items) yield* rule.checkItem(item, evidence)
}

/** Why an item is not in the feed; with `--drafts`, only what is beyond the limit is not. */
export const heldIn = (
  { drafts }: Pick<Evidence, 'drafts'>,
  { held }: Pick<Item, 'held'>,
): Held | undefined => (drafts && held !== 'limit' ? undefined : held)

/** The items that are in the feed. */
export const released = (
  evidence: Pick<Evidence, 'items' | 'drafts'>,
): (Item & { readonly release: Release })[] =>
  evidence.items.filter(
    (item): item is Item & { readonly release: Release } =>
      item.release !== undefined && heldIn(evidence, item) === undefined,
  )

/** A finding for each item, in the light of the whole. */
export const eachItem = (find: (item: Item, evidence: Evidence) => Iterable<Finding>) =>
  function* (evidence: Evidence): Iterable<Finding> {
    for (const item of evidence.items) yield* find(item, evidence)
  }

/** Of an episode that is complete, whether or not its time has come. */
export const ifComplete = (
  find: (episode: Episode, item: Item, evidence: ShowEvidence) => Iterable<Finding>,
) =>
  function* (item: Item, evidence: ShowEvidence): Iterable<Finding> {
    if (item.release) yield* find(item.release.episode, item, evidence)
  }

/** The show's own file, or that of an episode and what became of it. */
export type OneEntry =
  | { readonly entry: Entry<WrittenShow>; readonly item: undefined }
  | { readonly entry: Entry<WrittenEpisode>; readonly item: Item }

type EntryFinder = (one: OneEntry, evidence: ShowEvidence) => Iterable<Found>

/** Of a rule that asks the same of the show and of every episode. */
export const eachEntry = (find: EntryFinder): Pick<ItemRule, 'checkShow' | 'checkItem'> => ({
  checkShow: evidence => find({ entry: evidence.entry, item: undefined }, evidence),
  checkItem: (item, evidence) => find({ entry: item.entry, item }, evidence),
})

/** Of all items with the same key, a finding for each but the first, which points back at it. What is held back comes after what is in the feed. */
export function* repeats(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
  words: (key: string, item: Item) => { message: string; help: string; field: string },
): Iterable<Finding> {
  const first = new Map<string, Item>()
  const ofFeedFirst = (a: Item, b: Item): number =>
    Number(a.held !== undefined) - Number(b.held !== undefined) || compareText(a.entry.path, b.entry.path)
  for (const item of [...items].sort(ofFeedFirst)) {
    const key = keyOf(item)
    if (key === undefined) continue
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, item)
      continue
    }
    const { message, help, field } = words(key, item)
    yield {
      place: item.entry.at(field),
      message,
      help,
      related: [{ place: earlier.entry.at(field), message: 'first used here' }],
    }
  }
}

/** Where one of several values stands that may have been written as a single one. */
export const listPath = (
  entry: Pick<Entry<unknown>, 'raw'>,
  field: string,
  index: number,
): (string | number)[] => (Array.isArray(entry.raw[field]) ? [field, index] : [field])

/** Where an item's audio is named, or the file itself. */
export const audioPlace = (item: Item): Place =>
  saysNothing(item.entry.raw.audio) && item.recording.audio
    ? { file: shownPath(item.entry, item.recording.audio.path) }
    : item.entry.at(audioPath(item.entry.raw))

/** A path of the show folder as a person opens it. */
export const shownPath = (entry: Entry<WrittenEpisode> | Entry<WrittenShow>, path: string): string =>
  entry.file.slice(0, -entry.path.length) + path

export interface InNotes {
  readonly value: string
  readonly place: Place
  readonly where: 'the notes' | 'the description'
}

/** What the notes and the written description of an episode had that a feed may not have. */
export function* inNotes({ entry, notes, description }: Item, kind: NotesProblemKind): Iterable<InNotes> {
  for (const problem of notes.problems)
    if (problem.kind === kind)
      yield { value: problem.value, place: notesPlace(entry, problem), where: 'the notes' }
  for (const { kind: other, value } of description?.problems ?? [])
    if (other === kind) yield { value, place: entry.at('description'), where: 'the description' }
}

/** Where in the notes a problem stands; where that is not known, the notes' file. */
const notesPlace = (entry: Entry<WrittenEpisode>, { start, end }: NotesProblem): Place =>
  start === undefined || end === undefined ? { file: entry.file } : entry.atBody(start, end - start)

/** What several rules share: made when the first of them asks for it. */
export const oncePerEvidence = <T>(make: (evidence: Evidence) => T): ((evidence: Evidence) => T) => {
  const made = new WeakMap<Evidence, { readonly value: T }>()
  return evidence => {
    const known = made.get(evidence) ?? { value: make(evidence) }
    made.set(evidence, known)
    return known.value
  }
}
