import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/over-limit',
  always: 'broken',
  inherits: 'never',
  title: 'All remote audio is measured within one build',
  why: 'A slow host, or very many recordings, could keep a build busy for hours, so its use of the network is bounded. What was measured is remembered, and the next build goes on there; until all is measured, the old feed stays.',
  specs: [],
  example: {
    bad: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!mp3 10',
      'show.md': '!network 0',
    },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 10' },
  },
}
export default rule
