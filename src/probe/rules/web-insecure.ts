import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/insecure',
  always: 'noticed',
  title: 'An address that begins with https does not lead to http',
  why: 'Players on web pages and on phones follow no such step, so the episode does not play there.',
  specs: ['https://developer.mozilla.org/en-US/docs/Web/Security/Mixed_content'],
  example: {
    bad: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!redirect http://files.example/001.mp3',
      'http://files.example/001.mp3': '!mp3 10',
    },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 10' },
  },
}
export default rule
