import type { Diagnostic, Party, RuleLabel, Targets } from '../diagnostic.ts'
import { defaultTargets } from '../targets.ts'

/** Per target, what is in the way there, by rule. */
export type Ready = Readonly<Partial<Record<Party, readonly string[]>>>

/**
 * Per target, the rule of each finding that is in the way: what it refuses or requires, and what nothing can be made of. Of a
 * show, every error is in the way of all: nothing is built then, and there is nothing to submit to anybody. A feed exists already,
 * whatever is wrong with it. What is wrong with an episode that is held back is in nobody's way.
 */
export const readyOf = (
  what: 'show' | 'feed',
  diagnostics: readonly Diagnostic[],
  rules: readonly RuleLabel[],
  targets: Targets = defaultTargets,
): Ready => {
  const byId = new Map(rules.map(rule => [rule.id, rule]))
  const isInTheWayOf =
    (party: Party) =>
    ({ rule: id, severity, held }: Diagnostic): boolean => {
      const rule = byId.get(id)
      if (held !== undefined || rule === undefined) return false
      const { askedBy, keepsOut = [] } = rule
      const reaction: string | undefined = askedBy?.[party]
      return (
        reaction === 'refuses' ||
        reaction === 'requires' ||
        isFatal(rule) ||
        keepsOut.some(directory => directory === party) ||
        (what === 'show' && severity === 'error')
      )
    }
  return Object.fromEntries(
    targets
      // Players are not submitted to.
      .filter(party => party !== 'apps')
      .map(party => [party, diagnostics.filter(isInTheWayOf(party)).map(({ rule }) => rule)]),
  )
}

/** What nothing can be made of is in everybody's way; where they only pass over a part of it, it is in nobody's. */
const isFatal = ({ always, askedBy = {} }: RuleLabel): boolean =>
  always === 'broken' && !Object.values(askedBy).includes('ignores')
