import type { RuleWords } from '../../diagnostic.ts'

const rule: RuleWords = {
  id: 'front-matter/email',
  severity: 'error',
  title: 'An e-mail address is one',
  why: 'Directories send the code that proves ownership to it.',
  specs: [],
  askedBy: { own: 'refuses' },
  covers: ['show-owner-email-valid'],
  example: {
    bad: { 'show.md': 'owner: {name: Ada, email: ada at show.example}' },
    good: { 'show.md': 'owner: {name: Ada, email: ada@show.example}' },
  },
}
export default rule
