import { toGeoUri } from '../units/geography.ts'
import { locationRels } from '../vocabulary/podcast-words.ts'
import { map, shortOr } from './shape.ts'
import { choice, scalar, text } from './value.ts'

export const location = () =>
  shortOr(
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
  )
