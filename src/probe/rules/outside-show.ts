import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/outside-show',
  always: 'broken',
  inherits: 'never',
  title: 'What a show names is in its folder',
  why: 'In CI the source may come from a stranger: nothing outside the show folder is read or published, and nothing whose name begins with a dot.',
  specs: [],
  example: {
    bad: { '001.md': 'audio: ../../secret.mp3' },
    good: { '001.md': 'audio: 001.mp3' },
  },
}
export default rule
