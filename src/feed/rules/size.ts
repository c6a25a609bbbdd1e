import type { FeedRule } from '../feed-rule.ts'

/** Bytes. Where the W3C validator stops reading. */
const MOST = 5_000_000

const rule: FeedRule = {
  id: 'document/size',
  always: 'noticed',
  title: 'A feed has at most 5,000,000 bytes',
  why: 'Every app loads it again and again. The W3C validator refuses more, and others are slow or give up.',
  specs: ['https://github.com/w3c/feedvalidator', 'https://www.rfc-editor.org/rfc/rfc5005'],
  askedBy: { w3c: 'requires' },
  covers: ['doc-feed-size'],
  example: {
    bad: { 'feed.xml': '!padded 5000001' },
    good: { 'feed.xml': '!padded 5000000' },
  },
  *check(feed) {
    if (feed.size > MOST)
      yield {
        place: { file: feed.file },
        message: `${feed.file} has ${feed.size.toLocaleString('en')} bytes, and above 5,000,000 some apps give up on a feed`,
        help: `Shorten the notes of old episodes, or keep fewer than the ${feed.items.length} episodes in the feed.`,
      }
  },
}
export default rule
