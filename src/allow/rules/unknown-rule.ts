import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'allow/unknown-rule',
  always: 'noticed',
  title: 'Every rule that is allowed exists',
  why: 'A misspelt rule id silences nothing, and the finding that it was meant for goes on being printed.',
  specs: [],
  example: {
    bad: { 'show.md': '- timezone\nallow: [date/no-zon]' },
    good: { 'show.md': '- timezone\nallow: [date/no-zone]' },
  },
}
export default rule
