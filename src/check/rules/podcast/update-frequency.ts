import { readRecurrence } from '../../../units/recurrence.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/update-frequency',
  looksAt: ['updateFrequency'],
  title: 'The rule of an updateFrequency is one of RFC 5545',
  why: 'Apps calculate from it when the next episode is due; a rule that they cannot read is dropped with its text.',
  specs: [
    'https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10',
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/update-frequency.md',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['show-update-frequency-rrule'],
  example: {
    bad: { 'show.md': 'updateFrequency: { text: Until the summer, rrule: "FREQ=WEEKLY;UNTIL=2026-07-01" }' },
    good: {
      'show.md':
        'updateFrequency: { text: Until the summer, rrule: "FREQ=WEEKLY;UNTIL=20260701", dtstart: 2026-01-06 }',
    },
  },
  *check({ entry }) {
    const { rrule, dtstart } = entry.meta.updateFrequency ?? {}
    const start = dtstart === undefined ? undefined : startForm(dtstart)
    if (dtstart !== undefined && start === undefined)
      yield {
        place: entry.at(['updateFrequency', 'dtstart']),
        message: `"${dtstart}" is not a date or a time of ISO 8601`,
        help: 'Write `2026-01-06` or `2026-01-06T06:00:00Z`.',
      }
    if (rrule === undefined) return
    const { problem, hasCount, until } = readRecurrence(rrule)
    const place = entry.at(['updateFrequency', 'rrule'])
    if (problem !== undefined)
      yield {
        place,
        message: `the rule "${rrule.slice(0, 60)}" ${problem.what}, so apps do not know when the next episode is due`,
        help: 'Write a rule such as `FREQ=WEEKLY;BYDAY=TU` or `FREQ=MONTHLY;BYMONTHDAY=1`.',
      }
    else if (hasCount && dtstart === undefined)
      yield {
        place,
        message:
          'this rule counts episodes (COUNT), but nothing says from when, so apps cannot tell when the next is due',
        help: entry.words.either({
          folder: 'Add `dtstart:` with the first time, such as `dtstart: 2026-01-06`.',
          feed: 'Add the first time, such as `dtstart="2026-01-06"`.',
        }),
      }
    else if (until !== undefined && dtstart === undefined)
      yield {
        place,
        message:
          'this rule has an end (UNTIL) but no beginning, so apps cannot tell when the next episode is due',
        help: entry.words.either({
          folder: 'Add `dtstart:` with the first time, in the same form: a date or a time.',
          feed: 'Add the first time as `dtstart`, in the same form: a date or a time.',
        }),
      }
    else if (until !== undefined && start !== undefined && until !== start)
      yield {
        place,
        message: `UNTIL is a ${words[until]}, and \`dtstart\` is a ${words[start]}: the two take the same form`,
        help: 'Write both as dates, or both as times.',
      }
  },
}
export default rule

const words = { date: 'date', 'date-time': 'time' } as const

const startForm = (written: string): 'date' | 'date-time' | undefined => {
  if (!/^\d{4}-?\d{2}-?\d{2}(T\d{2}:?\d{2}(:?\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(written))
    return undefined
  return written.includes('T') ? 'date-time' : 'date'
}
