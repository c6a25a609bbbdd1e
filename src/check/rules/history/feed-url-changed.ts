import { saysNothing } from '../../../units/blank.ts'
import type { Rule } from '../../evidence.ts'
import { acceptHelp } from '../../history/accept-help.ts'
import { changesOf } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/feed-url-changed',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'history',
  title: 'The feed of a published show stays where it is',
  why: 'Every subscriber reads the old address. When nothing there says where the feed has gone, none of them gets another episode; and a slip in `baseUrl` looks the same.',
  specs: [
    'https://podcasters.apple.com/support/837-change-the-rss-feed-url',
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md',
  ],
  askedBy: { apple: 'advises' },
  covers: ['host-feed-url-stable'],
  example: {
    bad: { 'feed.lock.json': '!built', 'show.md': 'feedUrl: https://new.example/feed.xml' },
    good: {
      'feed.lock.json': '!built',
      'show.md': 'feedUrl: https://new.example/feed.xml\nnewFeedUrl: https://new.example/feed.xml',
    },
  },
  *check(evidence) {
    const { entry, show } = evidence
    for (const { before, accept } of changesOf(evidence, 'feed-url')) {
      const isByBase = saysNothing(entry.raw.feedUrl)
      const back = isByBase
        ? `correct \`baseUrl\`, so that the feed is at ${before} again`
        : `write \`feedUrl: ${before}\``
      yield {
        place: entry.at(isByBase ? 'baseUrl' : 'feedUrl'),
        message: `the feed was published at ${before} and would now be at ${show.feedUrl}, so subscribers, who still read the old address, would get no new episodes`,
        help: `If it is a slip, ${back}. If the feed is moving, redirect the old address to the new one (301) and write \`newFeedUrl: ${show.feedUrl}\`. ${acceptHelp(accept, evidence)}`,
      }
    }
  },
}
export default rule
