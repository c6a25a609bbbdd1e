import type { Diagnostic, Party, RuleLabel } from '../diagnostic.ts'

/** Where a podcaster submits a show, or what a show says that it follows. */
export const directories: readonly Party[] = ['apple', 'spotify', 'youtube', 'amazon', 'podcastindex', 'psp1']

/**
 * Per directory, what it refuses. Of a show, every error is in the way of all: nothing is built then, and there is nothing to submit to anybody. What is provisional is not to be submitted either.
 * A feed exists already, whatever is wrong with it. What is wrong with an episode that is held back is in nobody's way.
 */
export const readyOf = (
  what: 'show' | 'feed',
  diagnostics: readonly Diagnostic[],
  rules: readonly RuleLabel[],
  parties: readonly Party[] = directories,
): Readonly<Partial<Record<Party, number>>> => {
  const byId = new Map(rules.map(rule => [rule.id, rule]))
  const refuses = (diagnostic: Diagnostic, party: Party): boolean =>
    byId.get(diagnostic.rule)?.askedBy[party] === 'refuses'
  const stopsAll = (diagnostic: Diagnostic): boolean =>
    what === 'show'
      ? diagnostic.severity === 'error' || byId.get(diagnostic.rule)?.keepsOut === true
      : refuses(diagnostic, 'own')
  const inTheWayOf = (party: Party): number =>
    diagnostics.filter(one => one.held === undefined && (refuses(one, party) || stopsAll(one))).length
  return Object.fromEntries(parties.map(party => [party, inTheWayOf(party)]))
}
