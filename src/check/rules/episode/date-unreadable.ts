import { dateHelp } from '../../date-help.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'date/unreadable',
  always: 'broken',
  inherits: 'never',
  scope: 'item',
  inFeeds: 'no element',
  title: 'A date is a day that exists, in a form that can be read',
  why: 'A date that is guessed puts an episode at the wrong place in every app, or hides it.',
  specs: [
    'https://www.rfc-editor.org/rfc/rfc3339',
    'https://www.rssboard.org/rss-specification#ltpubdategtSubelementOfLtitemgt',
  ],
  askedBy: { spotify: 'refuses', w3c: 'requires' },
  covers: ['doc-weekday-matches', 'doc-rfc2822-shape', 'doc-rfc2822-zone'],
  example: {
    bad: { '001.md': 'date: 2026-02-30' },
    good: { '001.md': 'date: 2026-02-28' },
    sameFeed: { '001.md': 'draft: true' },
  },
  *checkItem({ entry, date }, show) {
    if (date === undefined || !('problem' in date)) return
    const { date: written = '' } = entry.meta
    const { help, right } = dateHelp(written, show.entry.meta.language, otherwise)
    // Either the weekday is wrong, or the day: that is not for us to choose.
    const fix =
      right === undefined || date.problem === 'weekday' ? undefined : entry.fix.replace('date', right)
    yield {
      place: entry.at('date'),
      message: `"${written}" is not a date: ${date.detail}; without a date an episode has no place in the feed`,
      help:
        right !== undefined && date.problem === 'weekday' ? `Write \`${right}\` if the day is right.` : help,
      ...(fix === undefined ? {} : { fix }),
    }
  },
}
export default rule

const otherwise = 'Write a date such as `2026-05-09`, `2026-05-09 18:30` or `2026-05-09T18:30:00+02:00`.'
