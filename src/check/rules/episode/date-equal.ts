import { formatRfc3339 } from '../../../units/instant.ts'
import { type Rule, repeats } from '../../evidence.ts'

const rule: Rule = {
  id: 'date/equal',
  always: 'noticed',
  title: 'No two episodes appear at the same instant',
  why: 'Apps sort by the date. Of two equal ones each app shows another first, and some take the second for a copy.',
  specs: ['https://www.rssboard.org/rss-profile#element-channel-item-pubdate'],
  covers: ['ep-pubdate-unique-order'],
  example: {
    bad: { '001.md': 'date: 2026-01-05', '002.md': 'date: 2026-01-05' },
    good: { '001.md': 'date: 2026-01-05 06:00', '002.md': 'date: 2026-01-05 07:00' },
  },
  check: ({ items }) =>
    repeats(
      items,
      ({ date, held }) => (date && 'instant' in date && held !== 'draft' ? `${date.instant}` : undefined),
      (instant, { entry }) => ({
        message: `another episode has exactly the same date and time (${formatRfc3339(Number(instant)).slice(0, 16).replace('T', ' ')} UTC), so apps may show the two in the wrong order`,
        help: /\d:\d/.test(entry.meta.date ?? '')
          ? 'Change one of the two by a minute or more.'
          : `Add a time of day to one of them, such as \`${entry.meta.date} 18:00\`.`,
        field: 'date',
      }),
    ),
}
export default rule
