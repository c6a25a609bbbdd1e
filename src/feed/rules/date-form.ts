import { formatRfc2822, parseDate } from '../../units/instant.ts'
import { meantDates } from '../../units/meant-date.ts'
import { listed } from '../../units/text.ts'
import { datesIn } from '../feed-dates.ts'
import { type FeedRule, quoted } from '../feed-rule.ts'
import { apple, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/date-form',
  title: 'A date of a feed has the form of RFC 2822',
  why: 'Readers that cannot read it drop the episode, or date it to today.',
  specs: ['https://www.rfc-editor.org/rfc/rfc2822#section-3.3', apple, w3cError('InvalidRFC2822Date')],
  askedBy: { apple: 'refuses', spotify: 'refuses', w3c: 'requires' },
  covers: ['doc-rfc2822-shape'],
  example: {
    bad: { 'feed.xml': '<item>\n<pubDate>2026-01-12T06:00:00Z</pubDate>\n</item>' },
    good: { 'feed.xml': '<item>\n<pubDate>Mon, 12 Jan 2026 06:00:00 +0000</pubDate>\n</item>' },
  },
  *check(feed) {
    for (const { written, place, isInForm, isLoose, instant, right } of datesIn(feed)) {
      if ((isInForm || isLoose) && instant !== undefined) continue
      yield {
        place,
        message:
          instant === undefined
            ? `${quoted(written)} cannot be read as a date, so apps drop the episode or date it to today`
            : `${quoted(written)} is not written as feeds write dates, so some apps drop the episode or date it to today`,
        help: right === undefined ? helpFor(written) : `Write \`${right}\`.`,
      }
    }
  },
}
export default rule

/** The date that was meant, in the form of feeds; else how one looks. */
const helpFor = (written: string): string => {
  const meant = meantDates(written).flatMap(({ text }) => {
    const date = parseDate(text)
    return 'instant' in date ? [`\`${formatRfc2822(date.instant)}\``] : []
  })
  if (meant.length === 0)
    return 'Write the day and the time in the form of `Mon, 12 Jan 2026 06:00:00 +0000`.'
  return meant.length === 1
    ? `Write ${meant[0]}.`
    : `Write ${listed(meant, 'or')}: which of the two numbers is the month cannot be told.`
}
