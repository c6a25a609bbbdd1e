import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/scheme',
  always: 'broken',
  inherits: 'never',
  title: 'Audio is served over https or http',
  why: 'Apps play what comes over the web; ftp, torrents and the like they cannot open.',
  specs: ['https://www.rssboard.org/rss-profile#element-channel-item-enclosure'],
  askedBy: { apple: 'refuses' },
  example: {
    bad: { '001.md': 'audio: ftp://media.example/001.mp3' },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 10' },
  },
}
export default rule
