import { url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { nowhere } from '../table/its.ts'
import { inText } from '../table/shape.ts'
import { ofChannel, ofItem } from '../table/specs.ts'

const readBy = 'Apple, Spotify, most apps'

export const site = field({
  key: 'link',
  on: {
    show: {
      says: "The show's site.",
      example: 'https://show.example/',
      required: true,
      synonyms: [...['url', 'site', 'siteurl', 'homepage', 'home', 'web', 'podcasturl', 'showurl']],
    },
  },
  form: url,
  resolve: link => link ?? nowhere,
  inFeed: [inText('link', { spec: ofChannel, readBy })],
})

export const link = field({
  key: 'link',
  on: {
    episode: {
      says: "The episode's page.",
      example: 'https://show.example/1',
      synonyms: [
        ...[
          'url',
          'pageurl',
          'website',
          'webpage',
          'canonical',
          'canonicalurl',
          'externalurl',
          'page',
          'site',
        ],
      ],
    },
    live: { says: 'Its page.', example: 'https://show.example/live' },
  },
  form: url,
  /** Where a build makes a page of the episode and none is named, that page. */
  resolve: (link, { folder }): string | undefined => link ?? folder?.page,
  inFeed: [inText('link', { spec: ofItem, readBy })],
})
