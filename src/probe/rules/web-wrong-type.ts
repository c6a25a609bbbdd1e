import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/wrong-type',
  always: 'advice',
  title: 'The host of an audio calls it what it is',
  why: 'The feed states the type of the bytes. A player that believes the host instead may not play them.',
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements'],
  covers: ['host-content-type-media'],
  example: {
    bad: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!mp3 10 served as text/plain',
    },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 10' },
  },
}
export default rule
