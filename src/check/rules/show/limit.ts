import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/limit',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'no element',
  looksAt: ['limit'],
  title: 'limit is a number of episodes',
  why: 'A limit below one would leave the feed empty.',
  specs: [],
  example: { bad: { 'show.md': 'limit: 0' }, good: { 'show.md': 'limit: 300' } },
  *check({ entry }) {
    const { limit } = entry.meta
    if (limit === undefined || limit >= 1) return
    yield {
      place: entry.at('limit'),
      message: `\`limit: ${limit}\` would leave no episode in the feed`,
      help: 'Write how many of the newest episodes the feed should have, such as `limit: 300`, or remove the line for all of them.',
      fix: entry.fix.remove('limit'),
    }
  },
}
export default rule
