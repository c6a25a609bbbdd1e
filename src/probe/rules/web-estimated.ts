import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/estimated',
  always: 'noticed',
  title: 'A remote recording says how long it is',
  why: 'An MP3 without a header about its length (Xing, Info or VBRI), or AAC without a container, has to be read whole to count its frames. Of a large one that is served elsewhere only a part is read, and the length in the feed may be some seconds off.',
  specs: ['http://gabriel.mp3-tech.org/mp3infotag.html'],
  example: {
    bad: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!mp3 500 without a header',
    },
    good: { '001.md': 'audio: https://media.example/001.mp3', 'https://media.example/001.mp3': '!mp3 500' },
  },
}
export default rule
