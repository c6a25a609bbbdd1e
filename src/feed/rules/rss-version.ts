import { type FeedRule, quoted } from '../feed-rule.ts'
import { apple, rss } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/rss-version',
  title: 'The version is 2.0',
  why: 'Enclosures, the audio of a podcast, came with RSS 2.0; directories refuse other versions.',
  specs: [rss('whatIsRss'), apple],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['doc-rss-version'],
  example: { bad: { 'feed.xml': '<rss version="0.92">' }, good: { 'feed.xml': '<rss version="2.0">' } },
  *check(feed) {
    const { root } = feed
    if (root?.name !== 'rss') return
    const { version } = root.attributes
    if (version === '2.0') return
    yield {
      place: feed.atAttribute(root, 'version'),
      message:
        version === undefined
          ? 'the `<rss>` tag does not say its version'
          : `the version of RSS is ${quoted(version)}, and Apple reads only 2.0`,
      help: 'Write `<rss version="2.0">`.',
    }
  },
}
export default rule
