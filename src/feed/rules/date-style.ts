import { oddDatesIn } from '../feed-dates.ts'
import { type FeedRule, quoted } from '../feed-rule.ts'
import { rssProfile, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/date-style',
  title: 'A date is written in the usual way',
  why: 'Apps read a date in many forms; who runs the W3C validator over the feed is told of it.',
  specs: [rssProfile('data-types-datetime'), w3cError('InvalidRFC2822Date')],
  askedBy: { w3c: 'advises' },
  covers: ['doc-rfc2822-shape'],
  example: {
    bad: { 'feed.xml': '<item>\n<pubDate>Mon,12 Jan 26 06:00:00 +0000</pubDate>\n</item>' },
    good: { 'feed.xml': '<item>\n<pubDate>Mon, 12 Jan 2026 06:00:00 +0000</pubDate>\n</item>' },
  },
  *check(feed) {
    for (const { written, place, right } of oddDatesIn(feed, 'warning'))
      yield {
        place,
        message: `${quoted(written)} is a date that apps can read, but not in the usual form, so the W3C validator warns of it`,
        help: `Write \`${right}\`.`,
      }
  },
}
export default rule
