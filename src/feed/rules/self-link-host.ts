import { canParseUrl } from '../../units/can-parse-url.ts'
import { reachOfUrl } from '../../units/host.ts'
import { type FeedRule, named, quoted } from '../feed-rule.ts'
import { rssProfile } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/self-link-host',
  looksAt: 'address',
  always: 'noticed',
  title: 'The link of a feed to itself leads to where the feed is',
  why: 'Directories and apps take the link for the address to come back to: one of another host sends them to an old feed, or to none.',
  specs: [rssProfile('namespace-elements-atom-link')],
  askedBy: { w3c: 'advises' },
  example: {
    bad: { 'feed.xml': '!served application/rss+xml at https://old.example/feed.xml' },
    good: { 'feed.xml': '!served application/rss+xml at https://show.example/feed.xml' },
  },
  *check(feed) {
    const self = named(feed.channel, 'atom:link').find(({ attributes }) => attributes.rel === 'self')
    const href = self?.attributes.href?.trim() ?? ''
    if (self === undefined || feed.served === undefined || !canParseUrl(href)) return
    const [said, found] = [new URL(href).host, new URL(feed.served.url).host]
    // On one's own machine a feed is looked at before it is where it belongs.
    if (said === found || reachOfUrl(feed.served.url) !== 'public') return
    yield {
      place: feed.atAttribute(self, 'href'),
      message: `this feed is at ${quoted(found)}, but gives its own address as ${quoted(said)}, so some apps may subscribe people there instead`,
      help: `Write the address that subscribers use, \`${feed.served.url}\` if it is this one; if the show has moved to ${said}, say so in \`<itunes:new-feed-url>\`.`,
    }
  },
}
export default rule
