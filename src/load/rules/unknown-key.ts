import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/unknown-key',
  always: 'noticed',
  title: 'Every key is known',
  why: 'A misspelt key is a setting that silently does nothing.',
  specs: [],
  example: {
    bad: { '001.md': 'sesaon: 1\n- season' },
    good: { '001.md': 'season: 1' },
  },
}
export default rule
