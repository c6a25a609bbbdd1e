import { choice } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { apple } from '../table/specs.ts'

export const showType = field({
  key: 'type',
  on: {
    show: {
      says: 'Whether episodes stand alone (`episodic`, newest first) or follow a story (`serial`, oldest first).',
      example: 'serial',
      synonyms: ['itunestype', 'showtype', 'podcasttype', 'format'],
    },
  },
  form: () => choice(['episodic', 'serial']),
  resolve: type => type ?? 'episodic',
  inFeed: [inText('itunes:type', { spec: apple, readBy: 'Apple, most apps' })],
})
