import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/feed-unread',
  always: 'broken',
  inherits: 'never',
  title: 'The published feed that show.md names can be read',
  why: 'It holds the guids that subscribers know. Built without them, every episode would be new to everybody.',
  specs: [],
  example: {
    bad: { 'show.md': 'facts: { feed: nowhere.xml }' },
    good: { 'show.md': 'facts: given' },
  },
}
export default rule
