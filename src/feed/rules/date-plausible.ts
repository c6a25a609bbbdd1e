import { formatRfc2822 } from '../../units/instant.ts'
import { datesIn } from '../feed-dates.ts'
import { type FeedRule, quoted } from '../feed-rule.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

/** Milliseconds. Clocks of servers differ by that. */
const LEEWAY = 10 * 60 * 1000

const rule: FeedRule = {
  id: 'document/date-plausible',
  always: 'noticed',
  title: 'A date is neither before 1990 nor ahead',
  why: 'Some apps hide an episode that is dated ahead, others show it at once, and some never show it.',
  specs: [w3cWarning('ImplausibleDate'), rssProfile('element-channel-item-pubdate')],
  askedBy: { w3c: 'advises' },
  covers: ['doc-date-plausible', 'ep-pubdate-not-future'],
  example: {
    bad: { 'feed.xml': '<item>\n<pubDate>Fri, 12 Jan 2046 06:00:00 +0000</pubDate>\n</item>' },
    good: { 'feed.xml': '<item>\n<pubDate>Mon, 12 Jan 2026 06:00:00 +0000</pubDate>\n</item>' },
  },
  *check(feed) {
    for (const { written, place, instant } of datesIn(feed)) {
      if (instant === undefined) continue
      if (instant < Date.UTC(1990))
        yield {
          place,
          message: `${quoted(written)} is from before there were podcasts, so apps put the episode at the very end of the list`,
          help: 'Correct the year; a program that has no date often writes 1970.',
        }
      else if (instant > feed.now + LEEWAY)
        yield {
          place,
          message: `${quoted(written)} is in the future (it is now ${formatRfc2822(feed.now)}), so some apps hide the episode and others show it at once`,
          help: 'Correct the year if it is a slip; otherwise publish the episode on its day.',
        }
    }
  },
}
export default rule
