import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'output/source-changed',
  always: 'broken',
  inherits: 'never',
  title: 'A file stays as it is while the show is built',
  why: 'The feed says how long a recording is and how many bytes it has. A file that changes after it was measured, such as one that is still being exported or downloaded, would be published with the length of another: players then stop too early, or show a wrong time.',
  specs: [],
  example: {
    bad: { '001.mp3': '!changing while it is built' },
    good: { '001.mp3': '!mp3 10' },
  },
}
export default rule
