import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/no-ranges',
  always: 'noticed',
  title: 'The host of an audio answers byte ranges',
  why: 'Without them an app cannot skip or resume, and fetches the whole file to play its end. Apple asks for them.',
  specs: [
    'https://podcasters.apple.com/support/823-podcast-requirements',
    'https://www.rfc-editor.org/rfc/rfc9110#name-range-requests',
  ],
  askedBy: { apple: 'advises', psp1: 'requires' },
  covers: ['host-byte-range'],
  example: {
    bad: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!mp3 10 served without ranges',
    },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 10' },
  },
}
export default rule
