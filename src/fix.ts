/** Repairs that need no judgement, written into the front matter and the texts beside it; and what is left to say after them. Nothing gets worse by them. */

import type { Standing } from './cache/unchanged.ts'
import { type Diagnostic, type Edit, type Fix, isError } from './diagnostic.ts'
import { fixRounds, fixTrials } from './limits.ts'
import { applyEdits } from './load/edits.ts'
import { type MakeOptions, type Source, type Validated, validate } from './make.ts'
import { rulesById } from './rules.ts'
import { replaceText } from './write/replace-text.ts'

export interface FixOptions extends MakeOptions {
  readonly process: { readonly id: number }
  /** How the show folder stands now: after it was written to it is another one. */
  readonly standing?: () => Standing | undefined
}

export type Repaired = Diagnostic & { readonly fix: Fix }

/** A repair that would have made an error. */
export interface TakenBack {
  readonly repair: Repaired
  readonly error: Diagnostic
}

export interface Fixed extends Validated {
  /** What was repaired, in the order it was done. A place is where it stood at that time. */
  readonly repaired: readonly Repaired[]
  /** Files that could not be repaired, and why. */
  readonly leftAlone: ReadonlyMap<string, string>
  readonly takenBack: readonly TakenBack[]
}

/** What the show would be with some repairs: nothing of it is written yet. */
interface Trial {
  /** By path inside the show folder. */
  readonly edited: ReadonlyMap<string, string>
  /** Each finding at its own place. */
  readonly validated: Validated
  readonly repaired: readonly Repaired[]
}

/** Tries the repairs in memory, leaves out those that make an error, and writes each file once. Only files of the show itself are touched. */
export const fix = async (options: FixOptions): Promise<Fixed> => {
  const { sources, trial, takenBack } = await tried(options)
  const leftAlone = write(sources, trial, options)
  const validated = await validate({ ...options, cache: options.standing?.() })
  const unwanted = new Set(takenBack.map(({ repair }) => nameOf(repair)))
  return {
    ...validated,
    // What was tried in vain is not offered again.
    diagnostics: validated.diagnostics.map(one =>
      unwanted.has(nameOf(one)) ? { ...one, fix: undefined } : one,
    ),
    repaired: trial.repaired.filter(({ fix }) => !leftAlone.has(fix.file)),
    leftAlone,
    takenBack,
  }
}

// ------------------------------------------------------------------------------------------------- in memory

interface Tried {
  /** As they are on disk. */
  readonly sources: ReadonlyMap<string, Source>
  readonly trial: Trial
  readonly takenBack: readonly TakenBack[]
}

const tried = async (options: FixOptions): Promise<Tried> => {
  const takenBack = new Map<string, TakenBack>()
  const sources = new Map<string, Source>()
  let trials = 0
  const judge = async (edited: Trial['edited'], repaired: Trial['repaired']): Promise<Trial> => {
    trials++
    const cache = options.standing?.()
    const validated = await validate({ ...options, edited, isFolded: false, cache })
    // What a file beside an episode holds is known only from the round on in which it has a repair.
    for (const [file, source] of validated.sources)
      if (!edited.has(source.path) && !sources.has(file)) sources.set(file, source)
    return { edited, repaired, validated }
  }
  const open = ({ validated }: Trial): readonly Repaired[] =>
    validated.diagnostics.filter(
      (one): one is Repaired =>
        one.fix !== undefined && !takenBack.has(nameOf(one)) && (options.only?.has(one.fix.file) ?? true),
    )

  /** With these repairs, and with those of what they bring to light. */
  const settled = async (trial: Trial, wanted: ReadonlySet<string>): Promise<Trial> => {
    const others = new Set(
      open(trial)
        .map(nameOf)
        .filter(name => !wanted.has(name)),
    )
    let now = trial
    for (let round = 1; round <= fixRounds; round++) {
      const chosen = compatible(open(now).filter(one => !others.has(nameOf(one))))
      const edited = withRepairs(now, chosen)
      if (edited.size === 0) break
      now = await judge(new Map([...now.edited, ...edited]), [...now.repaired, ...chosen])
    }
    return now
  }

  /** With as many of these repairs as make nothing worse. */
  const repaired = async (trial: Trial, repairs: readonly Repaired[]): Promise<Trial> => {
    const names = [...new Set(repairs.map(nameOf))]
    if (names.length === 0 || trials > fixTrials) return trial
    const next = await settled(trial, new Set(names))
    const [error] = newErrors(trial.validated, next.validated)
    if (error === undefined) return next
    if (names.length === 1) {
      takenBack.set(names[0]!, { repair: repairs[0]!, error })
      return trial
    }
    const first = new Set(names.slice(0, names.length >> 1))
    const half = await repaired(
      trial,
      repairs.filter(one => first.has(nameOf(one))),
    )
    return repaired(
      half,
      open(half).filter(one => names.includes(nameOf(one)) && !first.has(nameOf(one))),
    )
  }

  const start = await judge(new Map(), [])
  const trial = await repaired(start, open(start))
  return { sources, trial, takenBack: [...takenBack.values()] }
}

/** Equal for what is found again after a repair elsewhere in the file. */
const nameOf = ({ rule, message, place }: Diagnostic): string => [place.file, rule, message].join('\n')

const newErrors = (before: Validated, after: Validated): readonly Diagnostic[] => {
  const known = new Set(before.diagnostics.map(nameOf))
  return after.diagnostics.filter(one => isError(one, rulesById, after.targets) && !known.has(nameOf(one)))
}

/** Of two repairs that touch each other, the later one waits for the next round. */
const compatible = (repairs: readonly Repaired[]): readonly Repaired[] => {
  const taken = new Map<string, Edit[]>()
  return repairs.filter(({ fix: { file, edits } }) => {
    const others = taken.get(file) ?? []
    if (edits.some(edit => others.some(other => touch(edit, other)))) return false
    taken.set(file, [...others, ...edits])
    return true
  })
}

const touch = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end

/** By path, the texts that change. */
const withRepairs = (
  { validated }: Pick<Trial, 'validated'>,
  repairs: readonly Repaired[],
): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  for (const [file, edits] of byFile(repairs)) {
    const source = validated.sources.get(file)
    const { text, skipped } = applyEdits(source?.text ?? '', edits)
    if (source !== undefined && skipped.length === 0 && text !== source.text) texts.set(source.path, text)
  }
  return texts
}

const byFile = (repairs: readonly Repaired[]): ReadonlyMap<string, readonly Edit[]> => {
  const files = new Map<string, Edit[]>()
  for (const { fix } of repairs) files.set(fix.file, [...(files.get(fix.file) ?? []), ...fix.edits])
  return files
}

// --------------------------------------------------------------------------------------------------- on disk

/** Gives the files, by the name that messages use, that could not be written, and why. */
const write = (
  sources: ReadonlyMap<string, Source>,
  { edited }: Trial,
  { location, process }: FixOptions,
): ReadonlyMap<string, string> => {
  const leftAlone = new Map<string, string>()
  for (const [file, { path, text }] of sources) {
    const after = edited.get(path)
    if (after === undefined) continue
    const refusal = replaceText({ root: location, path, before: text, after, processId: process.id })
    if (refusal !== undefined) leftAlone.set(file, refusal.leftAlone)
  }
  return leftAlone
}
