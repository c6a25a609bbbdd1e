import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/number',
  severity: 'error',
  inherits: 'never',
  title: 'A number is written in digits',
  why: 'Directories refuse numbers such as 036A or 1.5 for an episode; letters belong in the title.',
  specs: [],
  askedBy: { apple: 'refuses', psp1: 'refuses', w3c: 'refuses' },
  covers: ['ep-number-positive', 'ep-season-positive'],
  example: {
    bad: { '001.md': 'episode: 036A' },
    good: { '001.md': 'episode: 36' },
  },
}
export default rule
