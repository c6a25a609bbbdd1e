import { lockPathOf } from '../../../names.ts'
import { ours } from '../../../units/shell.ts'
import { type Rule, shownPath } from '../../evidence.ts'

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
        ? ['1 fault', 'was', 'does not stop']
        : [`${inherited.length} faults`, 'were', 'do not stop']
    const fresh = inherited.filter(({ isNew }) => isNew)
    yield {
      place: { file: shownPath(entry, lockPathOf(entry.path)) },
      message: `${what} that ${were} already published ${stop} the build: ${listed(inherited.map(({ rule }) => rule))}`,
      help: `Correct it when you can; \`${ours('explain', inherited[0]!.rule)}\` says why it matters.`,
      // Said in full once: from then on the lock knows them.
      related: fresh.map(({ place, rule, message }) => ({ place, message: `${rule}: ${message}` })),
    }
  },
}
export default rule

const listed = (rules: readonly string[]): string => [...new Set(rules)].sort().join(', ')
