import { parseDate } from '../../../units/instant.ts'
import { isHttpUrl } from '../../../units/url.ts'
import { dateHelp } from '../../date-help.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/trailer',
  always: 'broken',
  inherits: 'value',
  scope: 'item',
  inFeeds: 'no element',
  looksAt: ['trailers'],
  title: 'A trailer says when it appeared',
  why: 'Apps play the newest trailer, and skip one whose date they cannot read.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/trailer.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['show-trailer-attrs'],
  example: {
    bad: {
      'show.md':
        'trailers: { title: In a minute, url: "https://cdn.example/trailer.mp3", date: last spring, type: audio/mpeg }',
    },
    good: {
      'show.md':
        'trailers: { title: In a minute, url: "https://cdn.example/trailer.mp3", date: 2026-01-05, type: audio/mpeg }',
    },
    sameFeed: {},
  },
  ...eachEntry(function* (one, { entry }) {
    for (const { value, at } of writtenValues(one, 'trailers'))
      if (!('instant' in parseDate(value.date)))
        yield {
          place: at('date'),
          message: `"${value.date}" is not a date, so the trailer is left out of the feed`,
          help: dateHelp(
            value.date,
            entry.meta.language,
            'Write a date such as `2026-01-05`, or with a time `2026-01-05 18:30`.',
          ).help,
        }
      else if (value.type === undefined && isHttpUrl(value.url))
        yield {
          place: at('url'),
          message: `the type of "${value.url.slice(0, 80)}" is missing, and players skip a file whose type they do not know`,
          help: 'Add `type: audio/mpeg`.',
        }
  }),
}
export default rule
