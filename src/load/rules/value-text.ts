import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/text',
  always: 'broken',
  inherits: 'never',
  title: 'A value has the right shape',
  why: 'Nobody can tell what is meant by a list where text belongs, or the other way round.',
  specs: [],
  example: {
    bad: { '001.md': 'title: [First, light]' },
    good: { '001.md': 'title: First light' },
  },
}
export default rule
