import { datesIn } from '../feed-dates.ts'
import { type FeedRule, quoted } from '../feed-rule.ts'
import { rssProfile, w3cError } from '../specs.ts'

/** Numbers, and the names of https://www.rfc-editor.org/rfc/rfc2822#section-4.3 */
const KNOWN = /^(?:[+-]\d{4}|GMT|UT|Z|z|[ECMP][SD]T)$/

const rule: FeedRule = {
  id: 'document/date-zone',
  always: 'noticed',
  title: 'The zone of a date is +0000 or another number',
  why: 'Names like UTC and CEST mean nothing to many readers: the date is lost, and the episode appears in the wrong place.',
  specs: [
    'https://www.rfc-editor.org/rfc/rfc2822#section-4.3',
    rssProfile('data-types-datetime'),
    w3cError('InvalidRFC2822Date'),
  ],
  askedBy: { w3c: 'requires' },
  covers: ['doc-rfc2822-zone'],
  example: {
    bad: { 'feed.xml': '<item>\n<pubDate>Mon, 12 Jan 2026 06:00:00 UTC</pubDate>\n</item>' },
    good: { 'feed.xml': '<item>\n<pubDate>Mon, 12 Jan 2026 06:00:00 +0000</pubDate>\n</item>' },
  },
  *check(feed) {
    for (const { written, place, isInForm, instant, zone } of datesIn(feed)) {
      if (!isInForm || instant === undefined || (zone !== undefined && KNOWN.test(zone))) continue
      yield {
        place,
        message:
          zone === undefined
            ? `${quoted(written)} has no time zone, so every app guesses another one`
            : `some apps do not understand the zone ${zone} in ${quoted(written)}, and show the episode without a date`,
        help: /^UTC$/i.test(zone ?? '')
          ? `Write \`+0000\` instead of ${zone}.`
          : 'Write the offset in numbers, such as `+0000` or `+0200`.',
      }
    }
  },
}
export default rule
