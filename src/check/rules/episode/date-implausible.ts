import { formatLongDate } from '../../../units/instant.ts'
import type { Rule } from '../../evidence.ts'

const YEAR = 365.25 * 86_400_000
/** Further ahead nobody plans; a date there is a slip in the year. */
const AHEAD = 2 * YEAR
/** What the W3C validator takes for a mistake. */
const FIRST = Date.UTC(1990)

const rule: Rule = {
  id: 'date/implausible',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'no element',
  title: 'A date is between 1990 and two years from now',
  why: 'One wrong digit in a year sends an episode to the end of the list, or holds it back for ever without a word.',
  specs: ['https://validator.w3.org/feed/docs/warning/ImplausibleDate.html'],
  askedBy: { w3c: 'advises' },
  covers: ['doc-date-plausible'],
  example: {
    bad: { '001.md': 'date: 2062-01-05' },
    good: { '001.md': 'date: 2026-01-05' },
    sameFeed: { '001.md': 'draft: true' },
  },
  *checkItem({ entry, date }, { isPast, zone = 'UTC' }) {
    if (date === undefined || 'problem' in date) return
    const { instant } = date
    if (instant >= FIRST && isPast(instant - AHEAD)) return
    yield {
      place: entry.at('date'),
      message:
        instant < FIRST
          ? `${formatLongDate(instant, zone)} is before there were podcasts, so apps show the episode at the very end of the list`
          : `${formatLongDate(instant, zone)} is more than two years away, and nobody hears the episode before then`,
      help: `Correct the year in "${entry.meta.date}"; if the episode has no date yet, write \`draft: true\`.`,
    }
  },
}
export default rule
