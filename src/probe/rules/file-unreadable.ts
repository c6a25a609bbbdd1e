import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/not-readable',
  always: 'broken',
  inherits: 'never',
  title: 'A file that the feed needs can be read',
  why: 'It would be missing from the feed, or from the output folder.',
  specs: [],
  example: {
    bad: { '001.mp3': '!unreadable' },
    good: { '001.mp3': '!mp3 10' },
  },
}
export default rule
