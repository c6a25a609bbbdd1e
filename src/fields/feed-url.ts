import { url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { nowhere } from '../table/its.ts'
import { firstSaid } from '../table/shape.ts'
import { addressesOf, atomLink, linkTo, specs } from './atom-link.ts'

export const feedUrl = field({
  key: 'feedUrl',
  on: {
    show: {
      says: 'Where the feed is served, when that is not `feed.xml` under `baseUrl`.',
      example: 'https://feeds.example/harbour.xml',
      synonyms: ['feed', 'rss', 'rssurl', 'feedlink', 'self', 'selflink', 'atomlink', 'xml'],
    },
  },
  form: url,
  resolve: (feedUrl, { folder }) => feedUrl ?? (folder ? `${folder.base}feed.xml` : nowhere),
  inFeed: [
    {
      ...atomLink,
      spec: specs.rss,
      write: feedUrl => [linkTo(feedUrl, 'self', 'application/rss+xml')],
      read: nodes => firstSaid(addressesOf(nodes, 'self')),
    },
  ],
})
