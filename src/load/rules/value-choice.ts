import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/choice',
  always: 'broken',
  inherits: 'never',
  title: 'A word is one of those that the directories know',
  why: 'Any other word is ignored by the directories, or refused.',
  specs: [],
  covers: ['show-type-values', 'ep-type-values'],
  example: {
    bad: { '001.md': 'episodeType: triler' },
    good: { '001.md': 'episodeType: trailer' },
  },
}
export default rule
