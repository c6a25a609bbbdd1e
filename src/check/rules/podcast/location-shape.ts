import { geoProblem, isOsmId } from '../../../units/geography.ts'
import { regions } from '../../../vocabulary/regions.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/location-shape',
  scope: 'item',
  looksAt: ['locations'],
  title: 'A location is written as maps read it',
  why: 'Apps put it on a map and search by it; what they cannot read they drop, and a lost minus lands on the other side of the world.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/location.md',
    'https://www.rfc-editor.org/rfc/rfc5870',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-location-shape'],
  example: {
    bad: { 'show.md': 'locations: { name: Marlow, country: UK }' },
    good: { 'show.md': 'locations: { name: Marlow, country: GB }' },
  },
  ...eachEntry(function* (one) {
    for (const { value, at } of writtenValues(one, 'locations')) {
      const { geo, osm, country } = value
      const problem = geo === undefined ? undefined : geoProblem(geo)
      if (problem !== undefined)
        yield {
          place: at('geo'),
          message: `"${geo!.replace(/^geo:/, '')}" ${problem}`,
          help: 'Write latitude and longitude in degrees, such as `51.2213,4.4051`; south and west have a minus.',
        }
      if (osm !== undefined && !isOsmId(osm))
        yield {
          place: at('osm'),
          message: `"${osm}" is not the id of a place in OpenStreetMap, so maps do not find it`,
          help: 'Write N, W or R (for node, way, relation) and the number, such as `R59518`.',
        }
      if (country !== undefined && !regions.has(country))
        yield {
          place: at('country'),
          message: `"${country}" is not the code of a country, so maps do not find it`,
          help: country === 'UK' ? 'Write `GB`.' : 'Write the two letters of ISO 3166-1, such as `BE`.',
        }
    }
    for (const { value, at } of writtenValues(one, 'countryOfOrigin'))
      if (!regions.has(value))
        yield {
          place: at(),
          message: `"${value}" is not the code of a country, so Spotify ignores it`,
          help: value === 'UK' ? 'Write `GB`.' : 'Write the two letters of ISO 3166-1, such as `BE`.',
        }
  }),
}
export default rule
