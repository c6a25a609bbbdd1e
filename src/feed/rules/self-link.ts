import { type FeedRule, named } from '../feed-rule.ts'
import { psp1, rssProfile, w3cWarning } from '../specs.ts'

const form = '`<atom:link href="https://show.example/feed.xml" rel="self" type="application/rss+xml"/>`'

const rule: FeedRule = {
  id: 'document/self-link',
  title: 'A feed says where it is served',
  why: 'By its atom:link a copy of the feed is told from the feed itself. PSP-1 requires it.',
  specs: [psp1, rssProfile('namespace-elements-atom-link'), w3cWarning('MissingAtomSelfLink')],
  askedBy: { psp1: 'requires', w3c: 'advises' },
  covers: ['show-atom-self'],
  example: {
    bad: { 'feed.xml': '- atom:link' },
    good: {
      'feed.xml': '<atom:link href="https://show.example/feed.xml" rel="self" type="application/rss+xml"/>',
    },
  },
  *check(feed) {
    if (feed.channel === undefined) return
    const own = named(feed.channel, 'atom:link').filter(({ attributes }) => attributes.rel === 'self')
    const [first, second] = own
    if (first === undefined)
      yield {
        place: feed.atTag(feed.channel),
        message:
          'no `<atom:link rel="self">` says where the feed is served, so apps that get a copy of it do not know where to subscribe',
        help: `Add ${form}.`,
      }
    else if (!first.attributes.href?.trim())
      yield {
        place: feed.atTag(first),
        message: 'the link to the feed itself has no address',
        help: `Write ${form}.`,
      }
    else if (second)
      yield {
        place: feed.atTag(second),
        message: 'there are two links with `rel="self"`, and a feed has one address',
        help: 'Keep the one that subscribers use.',
        related: [{ place: feed.atTag(first), message: 'the first one' }],
      }
  },
}
export default rule
