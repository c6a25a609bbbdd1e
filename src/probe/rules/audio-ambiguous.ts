import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'audio/ambiguous',
  always: 'broken',
  inherits: 'never',
  title: 'An episode has one audio file',
  why: 'With two files of the same name it would be chance which of them listeners hear.',
  specs: ['https://www.rssboard.org/rss-profile#element-channel-item-enclosure'],
  example: {
    bad: { '001.mp3': '!mp3 10', '001.wav': '!wav 10' },
    good: { '001.mp3': '!mp3 10' },
  },
}
export default rule
