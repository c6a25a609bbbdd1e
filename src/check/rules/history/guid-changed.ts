import type { Rule } from '../../evidence.ts'
import { acceptHelp } from '../../history/accept-help.ts'
import { changesOf } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/guid-changed',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'history',
  title: 'A published guid stays',
  why: 'The guid is how an app knows an episode again, whatever else changes. Under another one it is a new episode: it is downloaded again, its play count begins at zero, and those who have heard it get it as unheard.',
  specs: [
    'https://podcasters.apple.com/support/4115-technical-updates-for-hosting-providers',
    'https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt',
  ],
  askedBy: { apple: 'advises', psp1: 'requires' },
  covers: ['ep-guid-stable', 'x-guid-history'],
  example: {
    bad: { 'feed.lock.json': '!built', '001.md': 'guid: harbour-1' },
    good: { 'feed.lock.json': '!built', '001.md': 'title: Another title' },
  },
  together: (count, evidence) => ({
    message: `${count} episodes were published with other guids, so every subscriber would get them again as new ones`,
    help: `Remove those lines: feed.lock.json keeps the old guids. ${acceptHelp('guid:*', evidence)}`,
  }),
  check: evidence =>
    changesOf(evidence, 'guid').map(({ item: { entry, release }, before, accept }) => ({
      place: entry.at('guid'),
      message: `this episode was published with the guid "${before.guid}", so with "${release?.episode.guid}" every subscriber would get it again as a new one`,
      help: `Remove the line: feed.lock.json keeps the old guid. ${acceptHelp(accept, evidence)}`,
    })),
}
export default rule
