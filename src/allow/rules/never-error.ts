import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'allow/never-error',
  always: 'noticed',
  title: 'An error cannot be allowed',
  why: 'An error is what a directory refuses or what nothing can be built from. Silencing it would only move the refusal to a place where nobody sees it.',
  specs: [],
  example: {
    bad: { '001.md': 'allow: [front-matter/required]' },
    good: { '001.md': 'title: First light' },
  },
}
export default rule
