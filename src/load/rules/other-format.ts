import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/format',
  always: 'broken',
  inherits: 'never',
  title: 'Front matter is YAML, not TOML or JSON',
  why: 'Other formats have other rules for dates and numbers; one format keeps every show readable by the same eyes.',
  specs: ['https://yaml.org/spec/1.2.2/'],
  example: {
    bad: { '001.md': '!text +++\ntitle = "First light"\n+++\n' },
    good: { '001.md': 'title: First light' },
  },
}
export default rule
