import type { Rule } from '../../evidence.ts'
import { checkAbsent, manyAbsent } from './not-in-output.ts'

const rule: Rule = {
  id: 'audio/absent-frozen',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'measured',
  looksAt: [],
  title: 'With --frozen, the audio that the feed names is put into the output folder, or served elsewhere',
  why: 'A frozen build is one that is published as it is. Where the audio is to be served beside the feed, and nothing brings it there, every download of it ends in "not found".',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!built with --frozen', '001.mp3': '!nothing', 'public/001.mp3': '!nothing' },
    good: {
      'feed.lock.json': '!built with --frozen',
      '001.mp3': '!nothing',
      'public/001.mp3': '!nothing',
      'show.md': 'audioBaseUrl: https://media.example/',
    },
    sameFeed: { 'feed.lock.json': '!built with --frozen', '001.mp3': '!nothing' },
  },
  together: manyAbsent,
  check: evidence => (evidence.history.isFrozen ? checkAbsent(evidence) : []),
}
export default rule
