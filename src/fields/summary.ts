import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { apple, appleGone } from '../table/specs.ts'

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
    inText('itunes:summary', { spec: apple, readBy: 'some apps' }),
    inText('itunes:subtitle', { spec: appleGone, isDeprecated: true }),
  ],
})
