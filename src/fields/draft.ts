import { flag } from '../schema/value.ts'
import { field } from '../table/field.ts'

export const draft = field({
  key: 'draft',
  on: {
    episode: {
      says: 'Keeps the episode out of the feed.',
      example: true,
      synonyms: ['isdraft', 'unpublished', 'private', 'wip'],
    },
  },
  form: flag,
  inFeed: [],
})
