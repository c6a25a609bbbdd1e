import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/too-many',
  always: 'broken',
  inherits: 'never',
  title: 'A show folder holds no more than 100,000 files',
  why: 'A folder of that size is most likely not a show but a whole disk, and reading it would take for ever.',
  specs: [],
  example: {
    bad: { 'show.md': '!many 3' },
    good: { 'show.md': 'title: Harbour Notes' },
  },
}
export default rule
