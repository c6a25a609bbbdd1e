/** The rules that somebody asks for whom the show is made for, over the evidence. */

import { type Diagnostic, diagnose, type Finding } from '../diagnostic.ts'
import { fewOfOneRule } from '../limits.ts'
import { severityFor } from '../targets.ts'
import { type Evidence, type Found, findIn, type Rule } from './evidence.ts'
import { ofHeld, partsOf } from './held-back.ts'
import type { Heirs } from './inherit.ts'

export interface Judging {
  /** Whether what is wrong with a file that several episodes name is said once. Default: yes. */
  readonly isFolded?: boolean | undefined
  /** What is found and not to be said. */
  readonly isLetBe?: Heirs['isLetBe']
}

export const judge = (
  evidence: Evidence,
  rules: readonly Rule[],
  { isFolded = true, isLetBe = () => false }: Judging = {},
): readonly Diagnostic[] => {
  const parts = partsOf(evidence)
  return rules.flatMap(rule => {
    const severity = severityFor(rule, evidence.targets)
    if (severity === undefined) return []
    const findings = isFolded ? onceOfEachFile() : eachFinding
    const said = [...findIn(rule, evidence)].filter(found => !isLetBe(rule, found))
    return parts(rule, said).flatMap(({ held, found }) =>
      inWordsForMany(rule, findings(found), evidence).map(({ together, ...finding }) => ({
        ...ofHeld(diagnose(rule, finding, severity), held),
        ...(together && { together }),
      })),
    )
  })
}

const eachFinding = (found: readonly Found[]): readonly Finding[] =>
  found.map(({ about: _, ...finding }) => finding)

/** Each with the words for all of them, where they are more than a few and the rule has such words. */
const inWordsForMany = (
  { together }: Rule,
  findings: readonly Finding[],
  evidence: Evidence,
): readonly (Finding & Pick<Diagnostic, 'together'>)[] => {
  const count = findings.length
  if (together === undefined || count <= fewOfOneRule) return findings
  const words = { count, ...together(count, evidence) }
  return findings.map(finding => ({ ...finding, together: words }))
}

const onceOfEachFile = (): ((found: readonly Found[]) => readonly Finding[]) => {
  const said = new Set<string>()
  return found =>
    found.flatMap(({ about, ...finding }) => {
      if (about === undefined) return [finding]
      const same = `${about}\n${finding.message}`
      if (said.has(same)) return []
      said.add(same)
      return [finding]
    })
}
