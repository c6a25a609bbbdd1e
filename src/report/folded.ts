import type { Diagnostic } from '../diagnostic.ts'
import { foldedFiles } from '../limits.ts'

const TOLD = 3

/** A diagnostic to tell, and how many like it are left untold behind it. */
export interface Folded {
  readonly diagnostic: Diagnostic
  readonly more: number
  /** How many files the untold ones stand in. */
  readonly files: number
}

const sentence = (d: Diagnostic): string => JSON.stringify([d.rule, d.severity, d.message])

const bySentence = (diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> => {
  const groups = new Map<string, Diagnostic[]>()
  for (const d of diagnostics) {
    const group = groups.get(sentence(d))
    if (group) group.push(d)
    else groups.set(sentence(d), [d])
  }
  return groups
}

const filesOf = (diagnostics: readonly Diagnostic[]): number =>
  new Set(diagnostics.map(d => d.place.file)).size

/** Keeps the order. Where one message stands in more than twenty files, the first three are told, the last of them with the number of the rest. */
export const folded = (diagnostics: readonly Diagnostic[]): readonly Folded[] => {
  const untold = new Map<Diagnostic, Folded | undefined>()
  for (const group of bySentence(diagnostics).values()) {
    if (filesOf(group) <= foldedFiles) continue
    const rest = group.slice(TOLD)
    for (const d of rest) untold.set(d, undefined)
    const last = group[TOLD - 1]
    if (last) untold.set(last, { diagnostic: last, more: rest.length, files: filesOf(rest) })
  }
  return diagnostics.flatMap(diagnostic =>
    untold.has(diagnostic)
      ? [untold.get(diagnostic)].filter(part => part !== undefined)
      : [{ diagnostic, more: 0, files: 0 }],
  )
}
