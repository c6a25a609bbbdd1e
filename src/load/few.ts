import type { Diagnostic, RuleWords } from '../diagnostic.ts'
import { ofAKind } from '../limits.ts'

/** The findings of one file. Of each rule so many are made; the last of them says how many more there are. */
export interface Few {
  /** Whether another finding of the rule would only be counted. */
  readonly isEnough: (rule: RuleWords) => boolean
  /** `make` is called for what is told: to find the place and the words of each of 20,000 would take longer than all the rest. */
  readonly say: (rule: RuleWords, make: () => Diagnostic) => void
  readonly all: () => Diagnostic[]
}

export const fewOfEachRule = (most = ofAKind): Few => {
  const told: Diagnostic[] = []
  const kinds = new Map<string, { count: number; last: number }>()
  return {
    isEnough: rule => (kinds.get(rule.id)?.count ?? 0) >= most,
    say: (rule, make) => {
      const kind = kinds.get(rule.id) ?? { count: 0, last: 0 }
      kinds.set(rule.id, kind)
      if (kind.count++ >= most) return
      kind.last = told.length
      told.push(make())
    },
    all: () => {
      const all = [...told]
      for (const { count, last } of kinds.values())
        if (count > most) all[last] = withRest(all[last]!, count - most)
      return all
    },
  }
}

const withRest = (finding: Diagnostic, rest: number): Diagnostic => ({
  ...finding,
  message: `${finding.message} (and ${rest.toLocaleString('en')} more like it in this file)`,
})
