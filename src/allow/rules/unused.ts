import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'allow/unused',
  always: 'noticed',
  title: 'Every allowance is still needed',
  why: 'An allowance that silences nothing today would silence the next mistake of that kind, which nobody meant to allow.',
  specs: [],
  example: {
    bad: { 'show.md': 'allow: [date/no-zone]' },
    good: { 'show.md': '- timezone\nallow: [date/no-zone]' },
  },
}
export default rule
