import { integer } from '../schema/value.ts'
import { field } from '../table/field.ts'

export const limit = field({
  key: 'limit',
  on: {
    show: {
      says: 'At most so many episodes in the feed: the newest.',
      example: 300,
      synonyms: ['maxitems', 'feedlimit', 'maxepisodes'],
    },
  },
  form: integer,
  inFeed: [],
})
