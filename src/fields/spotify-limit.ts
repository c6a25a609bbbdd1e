import { count } from '../schema/shape.ts'
import { field } from '../table/field.ts'
import { inAttribute } from '../table/shape.ts'
import { spotify } from '../table/specs.ts'

export const spotifyLimit = field({
  key: 'spotifyLimit',
  on: { show: { says: 'How many episodes Spotify shows: the newest.', example: 50 } },
  form: () => count(1),
  resolve: limit => limit,
  inFeed: [inAttribute('spotify:limit', 'recentCount', { spec: spotify, readBy: 'Spotify, it is said' })],
})
