import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/too-many-redirects',
  always: 'broken',
  inherits: 'never',
  title: 'The address of an audio leads to it in at most five steps',
  why: 'Each tracking prefix is a step. Apps give up on long ways, and on a circle there is no end.',
  specs: ['https://www.rfc-editor.org/rfc/rfc9110#name-redirection-3xx'],
  example: {
    bad: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!redirect https://media.example/001.mp3',
    },
    good: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!redirect https://files.example/001.mp3',
      'https://files.example/001.mp3': '!mp3 10',
    },
  },
}
export default rule
