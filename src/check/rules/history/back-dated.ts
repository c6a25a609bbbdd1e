import type { Rule } from '../../evidence.ts'
import { acceptHelp } from '../../history/accept-help.ts'
import { changesOf } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/back-dated',
  always: 'noticed',
  inFeeds: 'history',
  title: 'A new episode is newer than the last one',
  why: 'Apps put it among the old episodes, and several tell nobody: subscribers only look at what is newer than the last they have seen.',
  specs: [],
  example: {
    bad: {
      'feed.lock.json': '!built',
      '003.md':
        '!text ---\ntitle: Fog signals\ndate: 2026-01-08\nseason: 1\nepisode: 3\nlink: https://show.example/3\n---\nHow they sound.\n',
      '003.mp3': '!mp3 12',
    },
    good: {
      'feed.lock.json': '!built',
      '003.md':
        '!text ---\ntitle: Fog signals\ndate: 2026-01-19\nseason: 1\nepisode: 3\nlink: https://show.example/3\n---\nHow they sound.\n',
      '003.mp3': '!mp3 12',
    },
  },
  together: (count, evidence) => ({
    message: `${count} new episodes are dated before the newest published one, so many subscribers will never be told of them`,
    help: `Write the days on which they appear. ${acceptHelp('back-dated:*', evidence)}`,
  }),
  check: evidence =>
    changesOf(evidence, 'back-dated').map(({ item, accept }) => ({
      place: item.entry.at('date'),
      message:
        'this new episode is dated before the newest published one, so many subscribers will never be told of it',
      help: `Write the day on which it appears. ${acceptHelp(accept, evidence)}`,
    })),
}
export default rule
