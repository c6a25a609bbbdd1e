import { count } from '../schema/shape.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { ofChannelToo } from '../table/specs.ts'

export const ttl = field({
  key: 'ttl',
  on: {
    show: {
      says: 'For how many minutes a reader may keep a copy before it asks again. Few readers heed it.',
      example: 60,
    },
  },
  form: () => count(1).meta({ examples: [60] }),
  resolve: minutes => minutes,
  inFeed: [inText('ttl', { spec: ofChannelToo, readBy: 'few' })],
})
