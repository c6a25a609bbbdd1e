import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/duration',
  always: 'broken',
  inherits: 'never',
  title: 'A duration is a clock time or seconds',
  why: 'A duration that cannot be read would be shown as zero, or as something else.',
  specs: [],
  covers: ['ep-duration-format'],
  example: {
    bad: { '001.md': 'duration: "1:18.00"' },
    good: { '001.md': 'duration: "0:02"' },
  },
}
export default rule
