import type { Diagnostic } from '../diagnostic.ts'
import unknownKey from './rules/unknown-key.ts'

/** In so many files it is told one by one. */
const FEW = 3

/** A key that nothing can be made of, and that stands in many files, is told once. What can be repaired is told at each place. */
export const foldUnknownKeys = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const files = new Map<string, number>()
  const isOdd = ({ rule, fix }: Diagnostic): boolean => rule === unknownKey.id && fix === undefined
  for (const diagnostic of diagnostics)
    if (isOdd(diagnostic)) files.set(diagnostic.message, (files.get(diagnostic.message) ?? 0) + 1)
  const said = new Set<string>()
  return diagnostics.flatMap(diagnostic => {
    const count = isOdd(diagnostic) ? files.get(diagnostic.message)! : 0
    if (count <= FEW) return diagnostic
    if (said.has(diagnostic.message)) return []
    said.add(diagnostic.message)
    return { ...diagnostic, message: `${diagnostic.message} (in ${count} files)` }
  })
}
