/**
 * Faults that were published before they were refused. To stop a show for them would punish its listeners for what they have had
 * for years: they are recorded in the lock once, by what each is about, and let be until that changes. A new fault of the kind is
 * an error as ever. Of what was imported the same goes for warnings, which --strict would stop a build for.
 */

import type { Finding, Place, RuleWords } from '../diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import type { InheritedFaults } from '../model.ts'
import type { Entry, Recording } from '../project.ts'
import { idsOf } from '../retired.ts'
import { severityFor } from '../targets.ts'
import { digest } from '../units/digest.ts'
import { once } from '../units/once.ts'
import { type Evidence, type Found, shownPath } from './evidence.ts'
import { isOut } from './history/history.ts'

export interface Fault {
  readonly rule: string
  /** Of the episode; undefined for the show. */
  readonly stem: string | undefined
  /** Of what it is about. */
  readonly digest: string
  readonly place: Place
  readonly message: string
  /** Whether it would stop a build, and not only one with --strict. */
  readonly isRefused: boolean
  /** It was not in the lock before. */
  readonly isNew: boolean
}

export interface Heirs {
  /** Whether it is let be; it is among the faults then. */
  readonly isLetBe: (rule: RuleWords | undefined, found: Found) => boolean
  readonly faults: () => readonly Fault[]
}

/** `isImport`: all that is there was published elsewhere, so that nothing of it is a new fault. */
export const heirsOf = (evidence: Evidence, isImport = false): Heirs => {
  const faults: Fault[] = []
  // Of most shows there is nothing to inherit, and nobody asks.
  const owner = once(() => ownersIn(evidence))
  const isRecording = once(() => hasRecords(evidence))
  return {
    isLetBe: (rule, found) => {
      const severity = rule && severityFor(rule, evidence.targets)
      if (rule === undefined || severity === undefined || severity === 'note') return false
      const isRefused = severity === 'error'
      if (!(isRefused ? mayBeInherited(rule, found) : mayBeInheritedAsWarning(rule))) return false
      if (!isRefused && !isImport && !isRecording()) return false
      const subject = owner()(found.place.file)
      if (subject === undefined) return false
      const mark = digest(matterOf(found, subject, evidence))
      const known = recordedIn(subject, evidence)
      const isKnown = idsOf(rule.id).some(id => known[id]?.includes(mark))
      const isPublished = isImport || (isRefused && mayHaveBeenPublished(rule, subject, evidence))
      if (!isKnown && !isPublished) return false
      const { place, message } = found
      const stem = subject.stem
      faults.push({ rule: rule.id, stem, digest: mark, place, message, isRefused, isNew: !isKnown })
      return true
    },
    faults: () => faults,
  }
}

/** By rule, as the lock keeps them: those of an episode, or of the show. */
export const recorded = (faults: readonly Fault[], stem: string | undefined): InheritedFaults | undefined => {
  const marks = new Map<string, Set<string>>()
  for (const fault of faults)
    if (fault.stem === stem) marks.set(fault.rule, (marks.get(fault.rule) ?? new Set()).add(fault.digest))
  return marks.size === 0
    ? undefined
    : Object.fromEntries([...marks].map(([rule, digests]) => [rule, [...digests].sort()]))
}

const mayBeInherited = ({ inherits = 'never' }: RuleWords, { missing }: Finding): boolean =>
  inherits !== 'never' && (inherits === 'value' || (missing !== undefined && inherits.includes(missing)))

/** What is about the folder, the output or the lock was never published. */
const ofFolder = /^(?:files|output|history|lock|web|website)\//

const mayBeInheritedAsWarning = ({ id, inherits }: RuleWords): boolean =>
  inherits !== 'never' && !ofFolder.test(id)

/** Whether the lock holds any: of most shows it holds none. */
const hasRecords = ({ lock }: Evidence): boolean =>
  lock !== undefined &&
  (lock.inherited !== undefined ||
    Object.values(lock.episodes).some(({ inherited }) => inherited !== undefined))

/** The lock is of a time when nobody refused it. */
const mayHaveBeenPublished = (
  { refusedSince }: RuleWords,
  { stem }: Subject,
  evidence: Evidence,
): boolean => {
  const { lock } = evidence
  if (isOfSite(stem, evidence)) return true
  if (lock === undefined || refusedSince === undefined || lock.version >= refusedSince) return false
  if (stem === undefined) return true
  const before = lock.episodes[stem]
  return before !== undefined && isOut(before, evidence)
}

/** The pages of a site were published by it, in whatever feed it has: the first build takes over what is wrong in them. */
const isOfSite = (stem: string | undefined, { lock, project, items }: Evidence): boolean =>
  lock === undefined &&
  project.manuscript.isSite === true &&
  stem !== undefined &&
  items.some(({ entry, held }) => entry.stem === stem && held === undefined)

/** Whose file it is. */
interface Subject {
  /** Undefined for the show. */
  readonly stem: string | undefined
  readonly entry: Entry<WrittenEpisode> | Entry<WrittenShow>
  /** Of its Markdown file: parted once, be there thousands of faults in it. */
  readonly lines: () => readonly string[]
  readonly recording: Recording | undefined
}

const linesOf = ({ text }: Entry<WrittenEpisode> | Entry<WrittenShow>): readonly string[] =>
  text.split(/\r\n|\r|\n/)

/** Undefined for a file that is nobody's: what is wrong with it has no place in the lock. */
const ownersIn = (evidence: Evidence): ((file: string) => Subject | undefined) => {
  const { entry, project, items } = evidence
  const owners = new Map<string, Subject>()
  for (const { entry, recording } of items) {
    const subject = { stem: entry.stem, entry, lines: once(() => linesOf(entry)), recording }
    const { audio, picture, transcripts, chapters } = recording
    const paths = [audio?.path, picture?.path, ...[...transcripts, ...chapters].map(({ path }) => path)]
    for (const path of paths) if (path !== undefined) owners.set(shownPath(entry, path), subject)
    owners.set(entry.file, subject)
  }
  const show = { stem: undefined, entry, lines: once(() => linesOf(entry)), recording: undefined }
  if (project.picture) owners.set(shownPath(entry, project.picture.path), show)
  owners.set(entry.file, show)
  return file => owners.get(file)
}

const recordedIn = ({ stem }: Subject, { lock }: Evidence): InheritedFaults =>
  (stem === undefined ? lock?.inherited : lock?.episodes[stem]?.inherited) ?? {}

/** A text that stays the same as long as the fault does: what was written, or the content of the file. */
const matterOf = ({ place, about, missing }: Found, subject: Subject, { project }: Evidence): string => {
  if (missing !== undefined) return missing
  const file = about ?? place.file
  if (file === subject.entry.file) return textAt(place, subject.lines())
  const { recording, entry } = subject
  const files = [
    ...(recording?.audio ? [{ path: recording.audio.path, digest: recording.audio.fingerprint }] : []),
    ...[recording?.picture ?? project.picture].flatMap(picture => picture ?? []),
    ...(recording?.transcripts ?? []),
    ...(recording?.chapters ?? []),
  ]
  return files.find(({ path }) => path !== undefined && shownPath(entry, path) === file)?.digest ?? ''
}

const textAt = ({ line, column, endColumn }: Place, lines: readonly string[]): string =>
  line === undefined || column === undefined
    ? ''
    : (lines[line - 1] ?? '').slice(column - 1, endColumn === undefined ? undefined : endColumn - 1)
