import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/outside-show',
  severity: 'error',
  inherits: 'never',
  title: 'What a show names stands in its folder',
  why: 'In CI the source may come from a stranger: nothing outside the show folder is read or published.',
  specs: [],
  askedBy: { own: 'refuses' },
  example: {
    bad: { '001.md': 'audio: ../../secret.mp3' },
    good: { '001.md': 'audio: 001.mp3' },
  },
}
export default rule
