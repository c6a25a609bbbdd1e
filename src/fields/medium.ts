import { choice } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { mediums } from '../vocabulary/podcast-words.ts'

export const medium = field({
  key: 'medium',
  on: {
    show: {
      says: 'What kind of thing the feed carries. With an L behind it (`musicL`), or `mixed`: a list of what other feeds hold.',
      example: 'podcast',
    },
  },
  form: () => choice(mediums),
  resolve: medium => medium ?? 'podcast',
  inFeed: [
    inText('podcast:medium', {
      spec: podcastTag('medium'),
      readBy: 'Fountain, Podverse, TrueFans and others',
    }),
  ],
})
