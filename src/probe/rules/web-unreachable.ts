import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/unreachable',
  always: 'broken',
  inherits: 'never',
  title: 'The address of an audio answers with the audio',
  why: 'What cannot be fetched here cannot be played by a listener either, and a directory refuses the show.',
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements'],
  askedBy: { apple: 'refuses', spotify: 'refuses' },
  example: {
    bad: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!status 404' },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 10' },
  },
}
export default rule
