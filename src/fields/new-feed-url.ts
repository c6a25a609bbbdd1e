import { url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { apple } from '../table/specs.ts'

export const newFeedUrl = field({
  key: 'newFeedUrl',
  on: {
    show: {
      says: 'The address that the show has moved to.',
      example: 'https://show.example/feed/feed.xml',
      isGrave: true,
      synonyms: ['itunesnewfeedurl', 'newfeed'],
    },
  },
  form: url,
  resolve: newFeedUrl => newFeedUrl,
  inFeed: [inText('itunes:new-feed-url', { spec: apple, readBy: 'Apple, many apps' })],
})
