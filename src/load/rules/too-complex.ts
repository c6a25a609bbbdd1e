import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/too-complex',
  always: 'broken',
  inherits: 'never',
  title: 'Front matter is small',
  why: 'Megabytes of settings, deep nesting or thousands of aliases are a mistake or an attack.',
  specs: [],
  example: {
    bad: { '001.md': '!deep 100' },
    good: { '001.md': 'title: First light' },
  },
}
export default rule
