import { lockName } from '../../../names.ts'
import { ours } from '../../../units/shell.ts'
import { type Rule, shownPath } from '../../evidence.ts'

const rule: Rule = {
  id: 'history/inherited',
  always: 'advice',
  inFeeds: 'history',
  title: 'What was published with a fault is let be',
  why: 'A feed may have been published before a rule was there that refuses it. Its subscribers have it as it is: so the lock records each such fault, and nothing is stopped by it until what it is about changes.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!built by version 1', 'show.md': 'author: Your Name' },
    good: { 'feed.lock.json': '!built by version 1', 'show.md': 'author: Ada Pier' },
  },
  *check({ entry, history: { inherited } }) {
    if (inherited.length === 0) return
    const [what, isLet] = inherited.length === 1 ? ['1 fault', 'is'] : [`${inherited.length} faults`, 'are']
    const fresh = inherited.filter(({ isNew }) => isNew)
    yield {
      place: { file: shownPath(entry, lockName) },
      message: `${what} that ${inherited.length === 1 ? 'was' : 'were'} published before ${isLet} let be: ${listed(inherited.map(({ rule }) => rule))}`,
      help: `Put them right when it suits; \`${ours('explain')}\` says of each rule why.`,
      // Said in full once: from then on the lock knows them.
      related: fresh.map(({ place, rule, message }) => ({ place, message: `${rule}: ${message}` })),
    }
  },
}
export default rule

const listed = (rules: readonly string[]): string => [...new Set(rules)].sort().join(', ')
