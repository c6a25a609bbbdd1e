import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'output/unwritable',
  always: 'broken',
  inherits: 'never',
  title: 'The output folder can be written',
  why: 'Nothing was published. The feed that was there before is still there, whole.',
  specs: [],
  example: {
    bad: { '001.md': '!output /dev/null/public' },
    good: { '001.md': '!output public' },
  },
}
export default rule
