import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'audio/missing',
  always: 'broken',
  inherits: 'never',
  title: 'An episode has its audio',
  why: 'An episode without audio is refused by every directory; apps show it and cannot play it.',
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements'],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires' },
  covers: ['ep-enclosure-required'],
  example: {
    bad: { '001.mp3': '!nothing' },
    good: { '001.mp3': '!mp3 10' },
  },
}
export default rule
