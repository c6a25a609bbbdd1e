import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { apple } from '../table/specs.ts'
import { removeForbidden } from '../units/text.ts'

export const summary = field({
  key: 'summary',
  on: {
    episode: {
      says: 'One or two sentences of plain text.',
      example: 'A night on the light.',
      synonyms: [
        ...['itunessummary', 'excerpt', 'teaser', 'intro'],
        ...['abstract', 'lead', 'synopsis', 'blurb', 'shortdescription'],
      ],
    },
  },
  form: () => text(),
  keepsLines: true,
  resolve: (summary = '') => removeForbidden(summary).trim() || undefined,
  inFeed: [inText('itunes:summary', { spec: apple, readBy: 'some apps' })],
})
