import { parseDate } from '../../units/instant.ts'
import { datesIn } from '../feed-dates.ts'
import { type FeedRule, quoted } from '../feed-rule.ts'
import { w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/date-weekday',
  always: 'advice',
  title: 'The weekday of a date is the one of that day',
  why: 'One of the two is wrong, and which of them nobody can tell; strict readers drop such a date.',
  specs: [w3cError('IncorrectDOW'), 'https://www.rfc-editor.org/rfc/rfc2822#section-3.3'],
  askedBy: { w3c: 'requires' },
  covers: ['doc-weekday-matches'],
  example: {
    bad: { 'feed.xml': '<item>\n<pubDate>Sun, 12 Jan 2026 06:00:00 +0000</pubDate>\n</item>' },
    good: { 'feed.xml': '<item>\n<pubDate>Mon, 12 Jan 2026 06:00:00 +0000</pubDate>\n</item>' },
  },
  *check(feed) {
    for (const { written, place, isInForm, weekday } of datesIn(feed)) {
      if (!isInForm || weekday === undefined) continue
      // The zone may be one that is not known; the weekday is that of the date as written.
      const parsed = parseDate(written.replace(/ \S+$/, ' +0000'))
      if (!('problem' in parsed) || parsed.problem !== 'weekday') continue
      yield {
        place,
        message: `the weekday of ${quoted(written)} is wrong, so strict apps drop the date: ${parsed.detail}`,
        help: `Write the right weekday, or remove "${written.slice(0, written.indexOf(',') + 1)}" if the date is right.`,
      }
    }
  },
}
export default rule
