import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/choice',
  severity: 'error',
  inherits: 'never',
  title: 'A word is one of those that the directories know',
  why: 'Any other word is ignored by the directories, or refused.',
  specs: [],
  askedBy: { apple: 'refuses', psp1: 'refuses', w3c: 'refuses' },
  covers: ['show-type-values', 'ep-type-values'],
  example: {
    bad: { '001.md': 'episodeType: triler' },
    good: { '001.md': 'episodeType: trailer' },
  },
}
export default rule
