import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { appleGone } from '../table/specs.ts'

export const summary = field({
  key: 'summary',
  on: {
    episode: {
      says: 'One or two sentences of plain text.',
      example: 'A night on the light.',
      synonyms: [
        ...['subtitle', 'itunessubtitle', 'itunessummary', 'tagline', 'excerpt', 'teaser', 'intro'],
        ...['abstract', 'lead', 'synopsis', 'blurb', 'shortdescription'],
      ],
    },
  },
  form: () => text(),
  resolve: summary => summary || undefined,
  inFeed: [
    inText('itunes:summary', { spec: appleGone, readBy: 'many apps, though Apple no longer names it' }),
    inText('itunes:subtitle', { spec: appleGone, isDeprecated: true }),
  ],
})
