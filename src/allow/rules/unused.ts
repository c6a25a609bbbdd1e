import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'allow/unused',
  severity: 'warning',
  title: 'Every allowance is still needed',
  why: 'An allowance that silences nothing today would silence the next mistake of that kind, which nobody meant to allow.',
  specs: [],
  askedBy: { own: 'advises' },
  example: {
    bad: { 'show.md': 'allow: [date/no-zone]' },
    good: { 'show.md': '- timezone\nallow: [date/no-zone]' },
  },
}
export default rule
