import { map, shortOr, webAddress } from '../schema/shape.ts'
import { many, type Read, text, url, urlProblem } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { hrefOf } from '../units/url.ts'

export interface Listing {
  readonly url: string
  /** Without one it is seen from the address: see vocabulary/listing-names.ts. */
  readonly name?: string
}

const full = { url: 'https://podcasts.apple.com/podcast/id1500000000', name: 'Apple Podcasts' }

/** Read where the pages are made: a feed names no directory. */
export const listings = field({
  key: 'listings',
  on: {
    show: {
      says: 'Where the show is listed: its pages at Apple, Spotify, YouTube, Pocket Casts, Overcast, AntennaPod and others, which the show page links to.',
      example: [full.url, 'https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk'],
      long: [full, { url: 'https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk', name: 'Spotify' }],
      synonyms: ['directories', 'listenon', 'subscribe', 'subscribelinks', 'platforms', 'apps'],
    },
  },
  form: () =>
    many(
      shortOr<Listing>(
        (written): Read<Listing> => {
          const refusal = urlProblem(written)
          return refusal === undefined ? { value: { url: hrefOf(written) } } : { refusal }
        },
        map({
          url: url().meta({ description: "The show's page there." }),
          name: text({ examples: ['Apple Podcasts'] })
            .meta({ description: 'What the link says. Known directories need none.' })
            .optional(),
        }),
        { ...webAddress, examples: [full.url] },
      ),
    ),
  inFeed: [],
})
