import { map, shortOr } from '../schema/shape.ts'
import { choice, many, scalar, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { sayList, sayMap, saysSomething, sayText } from '../table/said.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag, rawvoice } from '../table/specs.ts'
import { toGeoUri } from '../units/geography.ts'
import { locationRels } from '../vocabulary/podcast-words.ts'

export interface Location {
  readonly name: string
  /** What it is about, or where it is made. Without one: subject. */
  readonly rel?: (typeof locationRels)[number]
  /** RFC 5870, `geo:51.2213,4.4051`. */
  readonly geo?: string
  /** OpenStreetMap: `R59518`. */
  readonly osm?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
}

const usual = {
  example: 'Antwerp',
  long: [{ name: 'Antwerp' }],
  full: [{ name: 'Antwerp', rel: 'creator', geo: '51.2213,4.4051', osm: 'R59518', country: 'BE' }],
}

export const locations = field({
  key: 'locations',
  on: {
    show: { says: 'Where the show is made, and what it is about. Never a home address.', ...usual },
    episode: {
      says: 'What the episode is about, and where it is made.',
      ...usual,
      synonyms: ['location', 'place', 'geo', 'venue', 'podcastlocation'],
    },
    live: { says: 'Where it is from, and what it is about.', example: 'Antwerp' },
  },
  form: () =>
    many(
      shortOr<Location>(
        name => ({ value: { name } }),
        map({
          name: text().meta({ description: 'As a person would say it, in the language of the feed.' }),
          rel: choice(locationRels)
            .meta({
              description:
                'What the recording is about (`subject`, the default), or where it is made (`creator`).',
            })
            .optional(),
          geo: scalar(written => ({ value: toGeoUri(written) }), { examples: ['51.2213,4.4051'] })
            .meta({ description: 'Latitude and longitude. Not for a place that is made up.' })
            .optional(),
          osm: text({ examples: ['R59518'] })
            .meta({ description: 'The identifier at OpenStreetMap: N, W or R and a number.' })
            .optional(),
          country: scalar(written => ({ value: written.toUpperCase() }), { examples: ['BE'] })
            .meta({ description: 'Two letters (ISO 3166-1).' })
            .optional(),
        }),
        { examples: ['Antwerp'] },
      ),
    ),
  /** Of a name that was nothing but forbidden characters, nothing is left. */
  resolve: places => some(places?.filter(({ name }) => name)),
  inFeed: [
    each(
      shape<Location>({
        name: 'podcast:location',
        text: 'name',
        attributes: { rel: 'rel', geo: 'geo', osm: 'osm', country: 'country' },
      }),
      {
        spec: podcastTag('location'),
        readBy: 'Podcast Addict, Podcast Guru, Podfriend, PodLP, TrueFans',
      },
    ),
    {
      name: 'rawvoice:location',
      spec: rawvoice,
      on: ['show'],
      isDeprecated: true,
      read: nodes => {
        const node = nodes.find(node => saysSomething(sayText(node)))
        return node && sayList([sayMap(node, { name: sayText(node) })])
      },
    },
  ],
})
