import { eachItem, type Rule } from '../../case.ts'

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
  check: eachItem(function* ({ entry, date }, given) {
    if (
      !given.entry.isRead ||
      given.zone !== undefined ||
      given.entry.raw.timezone ||
      date === undefined ||
      'problem' in date
    )
      return
    if (date.form !== 'zoneless' && date.form !== 'date-only') return
    yield {
      place: entry.at('date'),
      message: `"${entry.meta.date}" has no offset and the show has no time zone, so it is read as UTC`,
      help: `Add \`timezone: Europe/Brussels\` (or your own) to ${given.entry.file}.`,
    }
  }),
}
export default rule
