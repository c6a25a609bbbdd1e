import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/number',
  always: 'broken',
  inherits: 'never',
  title: 'A number is written in digits',
  why: 'Apps sort episodes by their numbers, and drop one such as 036A or 1.5; letters belong in the title.',
  specs: [],
  covers: ['ep-number-positive', 'ep-season-positive'],
  example: {
    bad: { '001.md': 'episode: 036A' },
    good: { '001.md': 'episode: 36' },
  },
}
export default rule
