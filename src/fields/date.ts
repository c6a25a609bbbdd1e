import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { ofItemElement } from '../table/specs.ts'
import { type DateReading, formatRfc2822, parseDate } from '../units/instant.ts'

export const date = field({
  key: 'date',
  on: {
    episode: {
      says: "When the episode appears. Without an offset it is read in the show's `timezone`.",
      example: '2026-05-09',
      required: true,
      synonyms: [
        ...['pubdate', 'published', 'publishedat', 'publishdate', 'publisheddate', 'publishedon'],
        ...['publicationdate', 'released', 'releasedate', 'releasedat', 'datepublished'],
        ...['day', 'airdate'],
      ],
    },
  },
  form: () => text({ examples: ['2026-05-09', '2026-05-09 18:30', '2026-05-09T18:30:00+02:00'] }),
  vital: true,
  resolve: (date, { dates }) => instantOf(date, dates),
  inFeed: [
    inText('pubDate', { spec: ofItemElement('pubdate'), readBy: 'every app and directory' }, formatRfc2822),
  ],
})

/** In whole seconds, as a feed has it. */
export const instantOf = (written: string | undefined, dates: DateReading): number | undefined => {
  const parsed = written === undefined ? undefined : parseDate(written, dates)
  return parsed && 'instant' in parsed ? Math.floor(parsed.instant / 1000) * 1000 : undefined
}
