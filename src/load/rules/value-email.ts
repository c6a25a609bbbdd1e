import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/email',
  always: 'broken',
  inherits: 'never',
  title: 'An e-mail address is one',
  why: 'Directories send the code that proves ownership to it.',
  specs: [],
  covers: ['show-owner-email-valid'],
  example: {
    bad: { 'show.md': 'owner: {name: Ada, email: ada at show.example}' },
    good: { 'show.md': 'owner: {name: Ada, email: ada@show.example}' },
  },
}
export default rule
