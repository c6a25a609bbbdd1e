import { lockPathOf } from '../../../names.ts'
import { ours } from '../../../units/shell.ts'
import { type Rule, shownPath } from '../../evidence.ts'
import type { Fault } from '../../inherit.ts'

const rule: Rule = {
  id: 'history/inherited',
  always: 'advice',
  inFeeds: 'history',
  title: 'A fault that was already published does not stop the build',
  why: 'A feed may have been published before a rule was there that refuses it. Its subscribers have it as it is: so the lock records each such fault, and nothing is stopped by it until what it is about changes.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!built by version 1', 'show.md': 'author: Your Name' },
    good: { 'feed.lock.json': '!built by version 1', 'show.md': 'author: Ada Pier' },
  },
  *check({ entry, history: { inherited } }) {
    if (inherited.length === 0) return
    const [what, were, stop] =
      inherited.length === 1
        ? ['a fault', 'was', 'does not stop']
        : [`${inherited.length} faults`, 'were', 'do not stop']
    const fresh = inherited.filter(({ isNew }) => isNew)
    yield {
      place: { file: shownPath(entry, lockPathOf(entry.path)) },
      message: `${what} that ${were} already published ${stop} the build: ${said(inherited)}`,
      help: `Correct ${inherited.length === 1 ? 'it' : 'them'} when you can; \`${ours('explain', inherited[0]!.rule)}\` says why ${inherited.length === 1 ? 'it matters' : 'the first matters'}.`,
      // Said in full once: from then on the lock knows them.
      related: fresh.map(({ place, rule, message }) => ({ place, message: `${rule}: ${message}` })),
    }
  },
}
export default rule

/** One in its own words; of several, where each kind is. */
const said = (faults: readonly Fault[]): string => {
  const [first, ...others] = faults
  if (first !== undefined && others.length === 0) return `${first.message} (${first.rule})`
  const byRule = new Map<string, Set<string>>()
  for (const { rule, place } of faults) byRule.set(rule, (byRule.get(rule) ?? new Set()).add(place.file))
  return [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, files]) => `${rule} in ${files.size === 1 ? [...files][0] : `${files.size} files`}`)
    .join(', ')
}
