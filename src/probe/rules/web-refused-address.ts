import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/refused-address',
  always: 'broken',
  inherits: 'never',
  title: 'The address of an audio is on the public internet',
  why: 'No listener reaches an address of a home or company network. And where the source may come from a stranger, as in CI, nothing inside is to be asked.',
  specs: ['https://www.iana.org/assignments/iana-ipv4-special-registry/'],
  askedBy: { apple: 'refuses' },
  example: {
    bad: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!redirect https://192.168.1.5/001.mp3',
    },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 10' },
  },
}
export default rule
