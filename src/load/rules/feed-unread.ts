import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/feed-unread',
  always: 'broken',
  inherits: 'never',
  title: 'The published feed that show.md names can be read',
  why: 'Guids that subscribers know stand in it. Built without them, every episode would be a new one for everybody.',
  specs: [],
  example: {
    bad: { 'show.md': 'facts: { feed: nowhere.xml }' },
    good: { 'show.md': 'facts: given' },
  },
}
export default rule
