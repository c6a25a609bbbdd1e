import { choice } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { apple } from '../table/specs.ts'

export const episodeType = field({
  key: 'episodeType',
  on: {
    episode: {
      says: 'Whether this is a whole episode (the default), a trailer, or a bonus.',
      example: 'bonus',
      synonyms: ['type', 'itunesepisodetype', 'kind', 'itunestype'],
    },
  },
  form: () => choice(['full', 'trailer', 'bonus']),
  resolve: type => type ?? 'full',
  inFeed: [inText('itunes:episodeType', { spec: apple, readBy: 'Apple, most apps' })],
})
