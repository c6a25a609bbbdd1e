import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'web/not-refreshed',
  always: 'noticed',
  title: 'With --refresh, the hosts of remote audio answer',
  why: 'It was asked for, and could not be done. The feed is built all the same, with what the lock knows: a host that is down for a minute is no reason to hold an episode back. That a file is gone (404, 410) is another matter, and an error.',
  specs: [],
  example: {
    bad: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!mp3 10; later !status 503',
      'feed.lock.json': '!built with --refresh',
    },
    good: {
      '001.md': 'audio: https://media.example/001.mp3',
      'https://media.example/001.mp3': '!mp3 10; later !redirect https://cdn.example/001.mp3',
      'https://cdn.example/001.mp3': '!mp3 10',
      'feed.lock.json': '!built with --refresh',
    },
  },
}
export default rule
