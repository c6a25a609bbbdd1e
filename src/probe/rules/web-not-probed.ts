import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/not-probed',
  always: 'broken',
  inherits: 'never',
  title: 'With --frozen, remote audio is known to the lock',
  why: 'Nothing is fetched then, so that a build in CI gives what was built before. Length and duration have to stand in feed.lock.json.',
  specs: [],
  example: {
    bad: { '001.md': 'audio: https://media.example/001.mp3', options: '!frozen' },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 10' },
  },
}
export default rule
