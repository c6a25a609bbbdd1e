import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/no-head',
  always: 'noticed',
  title: 'The host of an audio answers HEAD',
  why: 'Apple and apps ask with HEAD for the size of a file before they fetch it.',
  specs: [
    'https://podcasters.apple.com/support/823-podcast-requirements',
    'https://www.rfc-editor.org/rfc/rfc9110#name-head',
  ],
  askedBy: { apple: 'advises', psp1: 'requires' },
  covers: ['host-head'],
  example: {
    bad: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!mp3 10 served without HEAD',
    },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 10' },
  },
}
export default rule
