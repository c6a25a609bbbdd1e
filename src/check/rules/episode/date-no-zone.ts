import type { Finding } from '../../../diagnostic.ts'
import { type Case, eachItem, type Item, type Rule } from '../../case.ts'
import { fold } from '../../fold.ts'

const rule: Rule = {
  id: 'date/no-zone',
  severity: 'warning',
  title: 'A date has an offset, or the show has a time zone',
  why: 'Without either the time is read as UTC: the episode appears hours early or late, and in America on the evening before.',
  specs: ['https://www.rfc-editor.org/rfc/rfc3339#section-4'],
  askedBy: { own: 'advises' },
  example: {
    bad: { 'show.md': '- timezone', '001.md': 'date: 2026-01-05 09:00' },
    good: { 'show.md': 'timezone: Europe/Brussels', '001.md': 'date: 2026-01-05 09:00' },
  },
  *check(given) {
    const { entry } = given
    if (!entry.isRead || given.zone !== undefined || entry.raw.timezone) return
    const help = `Add \`timezone: Europe/Brussels\` (or your own) to ${entry.file}.`
    yield* fold(found(given), count => ({
      message: `${count} dates have no offset and the show has no time zone, so they are read as UTC`,
      help,
    }))
  },
}
export default rule

const found = eachItem(function* ({ entry, date }: Item, given: Case): Iterable<Finding> {
  if (date === undefined || 'problem' in date) return
  if (date.form !== 'zoneless' && date.form !== 'date-only') return
  yield {
    place: entry.at('date'),
    message: `"${entry.meta.date}" has no offset and the show has no time zone, so it is read as UTC`,
    help: `Add \`timezone: Europe/Brussels\` (or your own) to ${given.entry.file}.`,
  }
})
