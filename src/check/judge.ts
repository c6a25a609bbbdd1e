/** The rules, over a case. */

import { type Diagnostic, diagnose, type Finding } from '../diagnostic.ts'
import { fewInEachFile } from '../few.ts'
import { type Evidence, type Found, findIn, type Rule } from './evidence.ts'
import { fold } from './fold.ts'
import { ofHeld, partsOf } from './held-back.ts'
import type { Heirs } from './inherit.ts'

export interface Judging {
  /** Whether what is found many times is told once. Default: yes. */
  readonly isFolded?: boolean | undefined
  /** What is found and not to be said. */
  readonly isLetBe?: Heirs['isLetBe']
  /** Findings of each rule in each file. */
  readonly most?: number | undefined
}

export const judge = (
  given: Evidence,
  rules: readonly Rule[],
  { isFolded = true, isLetBe = () => false, most }: Judging = {},
): readonly Diagnostic[] => {
  const parts = partsOf(given)
  return rules.flatMap(rule => {
    const findings = isFolded ? findingsOf(rule, given) : eachFinding
    const said = [...findIn(rule, given)].filter(found => !isLetBe(rule, found))
    return parts(rule, said).flatMap(({ held, found }) =>
      fewInEachFile(findings(found), most).map(finding => ofHeld(diagnose(rule, finding), held)),
    )
  })
}

const eachFinding = (found: readonly Found[]): readonly Finding[] =>
  found.map(({ about: _, ...finding }) => finding)

/** What is left of all that a rule has found, when nothing is said twice, be it asked for one part or for several. */
const findingsOf = (
  { together }: Rule,
  given: Evidence,
): ((found: readonly Found[]) => readonly Finding[]) => {
  const once = onceOfEachFile()
  return found => {
    const findings = once(found)
    return together ? fold(findings, count => together(count, given)) : findings
  }
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
