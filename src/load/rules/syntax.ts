import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/syntax',
  always: 'broken',
  inherits: 'never',
  title: 'Front matter is YAML',
  why: 'What cannot be read cannot be published, and guessing would publish something that nobody wrote.',
  specs: ['https://yaml.org/spec/1.2.2/'],
  example: {
    bad: { '001.md': 'title: Harbours: an overview' },
    good: { '001.md': 'title: "Harbours: an overview"' },
  },
}
export default rule
