import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/unclosed',
  severity: 'error',
  inherits: 'never',
  title: 'Front matter ends with a line of three dashes',
  why: 'Without the closing line the notes would be read as settings.',
  specs: [],
  askedBy: { own: 'refuses' },
  example: {
    bad: { '001.md': '!text ---\ntitle: First light\ndate: 2026-01-05\n' },
    good: { '001.md': 'title: First light' },
  },
}
export default rule
