/** Nobody reads the same thing twenty thousand times, and to find the place and the words of each would take longer than all the rest. */

import type { Diagnostic, RuleWords } from './diagnostic.ts'
import { findingsOfARule } from './limits.ts'

/** Of each rule in each file so many findings are made; the last of them says how many more there are. */
export interface Few {
  /** Whether another finding would only be counted. */
  readonly isEnough: (rule: RuleWords, file: string) => boolean
  readonly say: (rule: RuleWords, file: string, make: () => Diagnostic) => void
  readonly all: () => readonly Diagnostic[]
}

export const fewOfEachRule = (most = findingsOfARule): Few => {
  const said: Diagnostic[] = []
  const kinds = new Map<string, { count: number; last: number }>()
  const keyOf = ({ id }: RuleWords, file: string): string => `${id} ${file}`
  return {
    isEnough: (rule, file) => (kinds.get(keyOf(rule, file))?.count ?? 0) >= most,
    say: (rule, file, make) => {
      const key = keyOf(rule, file)
      const kind = kinds.get(key) ?? { count: 0, last: 0 }
      kinds.set(key, kind)
      if (kind.count++ >= most) return
      kind.last = said.length
      said.push(make())
    },
    all: () => {
      const all = [...said]
      for (const { count, last } of kinds.values())
        if (count > most) all[last] = withRest(all[last]!, count - most)
      return all
    },
  }
}

/** It stands for so many more. */
const withRest = <Told extends { readonly more?: number }>(said: Told, rest: number): Told => ({
  ...said,
  more: (said.more ?? 0) + rest,
})

/** Of findings that are made already, so many of each rule. In the order that they are given in. */
export const fewInAll = (found: readonly Diagnostic[], most = findingsOfARule): readonly Diagnostic[] =>
  fewOf(found, ({ rule, severity }) => `${severity} ${rule}`, most)

/** Of those with the same key so many; the last of them says how many more there are. */
const fewOf = (
  found: readonly Diagnostic[],
  keyOf: (one: Diagnostic) => string,
  most: number,
): readonly Diagnostic[] => {
  if (found.length <= most) return found
  const counts = new Map<string, number>()
  for (const one of found) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  const said = new Map<string, number>()
  return found.flatMap(one => {
    const key = keyOf(one)
    const nth = (said.get(key) ?? 0) + 1
    said.set(key, nth)
    if (nth > most) return []
    const rest = counts.get(key)! - most
    return nth === most && rest > 0 ? withRest(one, rest) : one
  })
}
