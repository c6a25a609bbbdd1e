import type { Diagnostic, Party, RuleWords } from '../diagnostic.ts'

/** Where a podcaster submits a show, or what a show says that it follows. */
export const directories: readonly Party[] = ['apple', 'spotify', 'youtube', 'amazon', 'podcastindex', 'psp1']

/** Per directory, what it refuses; and what build-feed itself refuses, because then there is nothing to submit to anybody. */
export const readyOf = (
  diagnostics: readonly Diagnostic[],
  rules: ReadonlyMap<string, RuleWords>,
  parties: readonly Party[] = directories,
): Readonly<Partial<Record<Party, number>>> => {
  const refuses = (diagnostic: Diagnostic, party: Party): boolean =>
    rules.get(diagnostic.rule)?.askedBy[party] === 'refuses'
  const inTheWayOf = (party: Party): number =>
    diagnostics.filter(one => refuses(one, party) || refuses(one, 'own')).length
  return Object.fromEntries(parties.map(party => [party, inTheWayOf(party)]))
}
