import type { Rule } from '../../evidence.ts'
import { checkAbsent, manyAbsent } from './not-in-output.ts'

const rule: Rule = {
  id: 'audio/absent',
  always: 'noticed',
  inFeeds: 'measured',
  looksAt: [],
  title: 'The audio that the feed names is put into the output folder, or served elsewhere',
  why: 'A build without the audio, as in CI, takes its size and length from the lock. But where the audio is to be served beside the feed, and nothing brings it there, every download of it ends in "not found".',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!built', '001.mp3': '!nothing', 'public/001.mp3': '!nothing' },
    good: {
      'feed.lock.json': '!built',
      '001.mp3': '!nothing',
      'public/001.mp3': '!nothing',
      'show.md': 'audioBaseUrl: https://media.example/',
    },
    sameFeed: { 'feed.lock.json': '!built', '001.mp3': '!nothing' },
  },
  together: manyAbsent,
  check: evidence => (evidence.history.isFrozen ? [] : checkAbsent(evidence)),
}
export default rule
