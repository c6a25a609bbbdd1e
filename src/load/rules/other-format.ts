import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/format',
  always: 'broken',
  inherits: 'never',
  title: 'Front matter is YAML, TOML or JSON',
  why: 'What is written in another format is read by nobody, so the episode would have neither title nor date.',
  specs: ['https://yaml.org/spec/1.2.2/'],
  example: {
    bad: { '001.md': '!text { title: First light }\n' },
    good: { '001.md': 'title: First light' },
  },
}
export default rule
