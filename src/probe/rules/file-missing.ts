import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/missing',
  always: 'broken',
  inherits: 'never',
  title: 'What a show names is there',
  why: 'A picture or a file that the feed names and nobody can load is a hole in every app.',
  specs: [],
  example: {
    bad: { '001.md': 'image: nowhere.jpg' },
    good: { '001.md': 'image: cover.jpg' },
  },
}
export default rule
