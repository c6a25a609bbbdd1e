import { url } from '../schema/value.ts'
import { field } from '../table/field.ts'

export const baseUrl = field({
  key: 'baseUrl',
  on: {
    show: {
      says: 'Where the output folder is served. Every address in the feed is made from it.',
      example: 'https://show.example/feed/',
      required: true,
      synonyms: ['base', 'root', 'outputurl', 'cdn'],
    },
  },
  form: () => url({ isFolder: true }),
  inFeed: [],
})
