import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/unclosed',
  always: 'broken',
  inherits: 'never',
  title: 'Front matter ends with a line of three dashes',
  why: 'Without the closing line the notes would be read as settings.',
  specs: [],
  example: {
    bad: { '001.md': '!text ---\ntitle: First light\ndate: 2026-01-05\n' },
    good: { '001.md': 'title: First light' },
  },
}
export default rule
