import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { apple } from '../table/specs.ts'
import { title } from './title.ts'

export const itunesTitle = field({
  key: 'itunesTitle',
  on: {
    episode: {
      says: 'The title for Apple, when `title` has to carry something that Apple does not want.',
      example: 'The keeper',
      synonyms: ['cleantitle', 'titleshort', 'shorttitle'],
    },
  },
  form: () => text(),
  /** Of one that was nothing but forbidden characters, nothing is left. */
  resolve: (written, { resolved }): string => written || (resolved(title) ?? ''),
  inFeed: [inText('itunes:title', { spec: apple, readBy: 'Apple' })],
})
