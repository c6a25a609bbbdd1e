import { many, scalar } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { sayList } from '../table/said.ts'
import { spotify } from '../table/specs.ts'

export const countryOfOrigin = field({
  key: 'countryOfOrigin',
  on: {
    show: {
      says: 'The countries that the show is made for, in two letters (ISO 3166-1), for Spotify.',
      example: 'BE',
      long: ['BE'],
    },
  },
  form: () => many(scalar(written => ({ value: written.toUpperCase() }))),
  resolve: countries => some(countries?.filter(country => country !== '')),
  inFeed: [
    {
      name: 'spotify:countryOfOrigin',
      spec: spotify,
      readBy: 'Spotify, it is said',
      write: countries => [{ name: 'spotify:countryOfOrigin', text: countries.join(' ').toLowerCase() }],
      /** One element names all of them. */
      read: nodes =>
        sayList(
          nodes.flatMap(node => (node.text.match(/[^\s,]+/g) ?? []).map(text => ({ spot: { node }, text }))),
        ),
    },
  ],
})
