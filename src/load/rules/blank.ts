import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/blank',
  always: 'noticed',
  title: 'Every item and every text says something',
  why: 'An empty item of a list, or a text of spaces alone, is left out: often something was meant to stand there.',
  specs: [],
  example: {
    bad: { '001.md': 'persons:\n  - Lou Reef\n  -' },
    good: { '001.md': 'persons:\n  - Lou Reef' },
  },
}
export default rule
