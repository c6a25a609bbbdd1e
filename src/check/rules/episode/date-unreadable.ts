import { dateHelp } from '../../../units/meant-date.ts'
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
  example: { bad: { '001.md': 'date: 2026-02-30' }, good: { '001.md': 'date: 2026-02-28' } },
  *checkItem({ entry, date }) {
    if (date === undefined || !('problem' in date)) return
    yield {
      place: entry.at('date'),
      message: `"${entry.meta.date}" is not a date: ${date.detail}; without a date an episode has no place in the feed`,
      help: dateHelp(entry.meta.date ?? ''),
    }
  },
}
export default rule
