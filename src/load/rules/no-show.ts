import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/no-show',
  always: 'broken',
  inherits: 'never',
  title: 'A show folder holds a show.md',
  why: 'Without show.md there is no title, no language and no artwork: there is no feed to build.',
  specs: [],
  example: {
    bad: { 'show.md': '!nothing' },
    good: { 'show.md': 'title: Harbour Notes' },
  },
}
export default rule
