import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/flag',
  always: 'broken',
  inherits: 'never',
  title: 'A switch is true or false',
  why: 'Anything else would have to be guessed, and a wrong guess marks a show as explicit or hides it.',
  specs: [],
  covers: ['show-explicit-values', 'ep-explicit'],
  example: {
    bad: { '001.md': 'explicit: maybe' },
    good: { '001.md': 'explicit: true' },
  },
}
export default rule
