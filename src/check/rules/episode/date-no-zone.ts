import type { Finding } from '../../../diagnostic.ts'
import { saysNothing } from '../../../units/blank.ts'
import type { Rule, ShowEvidence } from '../../evidence.ts'

const rule: Rule = {
  id: 'date/no-zone',
  always: 'noticed',
  title: 'A date has an offset, or the show has a time zone',
  why: 'Without either the time is read as UTC: the episode appears hours early or late, and in America on the evening before.',
  specs: ['https://www.rfc-editor.org/rfc/rfc3339#section-4'],
  example: {
    bad: { 'show.md': '- timezone', '001.md': 'date: 2026-01-05 09:00' },
    good: { 'show.md': 'timezone: Europe/Brussels', '001.md': 'date: 2026-01-05 09:00' },
    sameFeed: { 'show.md': 'timezone: UTC', '001.md': 'date: 2026-01-05 09:00' },
  },
  scope: 'item',
  inFeeds: 'no element',
  together: (count, evidence) => ({
    message: `${count} dates have no time zone, and neither does the show, so they count as UTC and episodes may appear hours early or late`,
    help: helpOf(evidence),
  }),
  *checkItem({ entry, date }, evidence): Iterable<Finding> {
    if (hasZone(evidence) || date === undefined || 'problem' in date) return
    if (date.form !== 'zoneless' && date.form !== 'date-only') return
    yield {
      place: entry.at('date'),
      message: `neither "${entry.meta.date}" nor the show has a time zone, so it counts as UTC and the episode may appear hours early or late`,
      help: helpOf(evidence),
    }
  },
}
export default rule

/** Or one was written and refused, or nothing of the show could be read: that has been reported. */
const hasZone = ({ entry, zone }: ShowEvidence): boolean =>
  !entry.isRead || zone !== undefined || !saysNothing(entry.raw.timezone)

const helpOf = ({ entry }: ShowEvidence): string =>
  `Add \`timezone: Europe/Brussels\` (or your own) to ${entry.file}.`
