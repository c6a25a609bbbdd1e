/** Repairs that need no judgement, written into the front matter; and what is left to say after them. */

import { type Source, type Validated, type ValidateOptions, validate } from './build.ts'
import type { Standing } from './cache/stamp.ts'
import type { Diagnostic, Edit, Fix } from './diagnostic.ts'
import { applyEdits } from './load/edits.ts'
import { replaceText } from './write/replace-text.ts'

export interface FixOptions extends ValidateOptions {
  readonly process: { readonly id: number }
  /** How the show folder stands now: after every round it is another one. */
  readonly standing?: () => Standing | undefined
}

export type Repaired = Diagnostic & { readonly fix: Fix }

export interface Fixed extends Validated {
  /** What was repaired, in the order it was done. A place is where it stood at that time. */
  readonly repaired: readonly Repaired[]
  /** Files that could not be repaired, and why. */
  readonly leftAlone: ReadonlyMap<string, string>
}

/** A repair can bring another mistake to light. Real files need two rounds or three. */
const ROUNDS_MAX = 10

/** Validates, repairs, and validates again until there is nothing more to repair. Only files of the show itself are touched. */
export const fix = async (options: FixOptions): Promise<Fixed> => {
  const repaired: Repaired[] = []
  const leftAlone = new Map<string, string>()
  const isAsked = ({ fix }: Repaired): boolean => options.only?.has(fix.file) ?? true
  for (let round = 1; ; round++) {
    const validated = await validate({ ...options, cache: options.standing?.() })
    const chosen = compatible(validated.diagnostics.filter(isRepairable).filter(isAsked), leftAlone)
    if (chosen.length === 0 || round > ROUNDS_MAX) return { ...validated, repaired, leftAlone }
    for (const [file, group] of byFile(chosen)) {
      const refusal = repair(group, validated.sources.get(file), options)
      if (refusal === undefined) repaired.push(...group)
      else leftAlone.set(file, refusal)
    }
  }
}

const isRepairable = (diagnostic: Diagnostic): diagnostic is Repaired => diagnostic.fix !== undefined

/** Of two repairs that touch each other, the later one waits for the next round. */
const compatible = (
  repairs: readonly Repaired[],
  leftAlone: ReadonlyMap<string, string>,
): readonly Repaired[] => {
  const taken = new Map<string, Edit[]>()
  return repairs.filter(({ fix: { file, edits } }) => {
    const others = taken.get(file) ?? []
    if (leftAlone.has(file) || edits.some(edit => others.some(other => touch(edit, other)))) return false
    taken.set(file, [...others, ...edits])
    return true
  })
}

const touch = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end

const byFile = (repairs: readonly Repaired[]): ReadonlyMap<string, readonly Repaired[]> => {
  const files = new Map<string, Repaired[]>()
  for (const repair of repairs) {
    const { file } = repair.fix
    files.set(file, [...(files.get(file) ?? []), repair])
  }
  return files
}

const repair = (
  repairs: readonly Repaired[],
  source: Source | undefined,
  { location, process }: FixOptions,
): string | undefined => {
  if (source === undefined) return 'it is no Markdown file of this show'
  const { text, skipped } = applyEdits(
    source.text,
    repairs.flatMap(one => one.fix.edits),
  )
  if (skipped.length > 0) return 'its repairs contradict each other'
  return replaceText({
    root: location,
    path: source.path,
    before: source.text,
    after: text,
    processId: process.id,
  })?.leftAlone
}
