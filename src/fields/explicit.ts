import { flag } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { apple, google } from '../table/specs.ts'

const inFeed = [
  inText<boolean>('itunes:explicit', { spec: apple, readBy: 'Apple, Spotify, most apps' }),
  inText<boolean>('googleplay:explicit', { spec: google, isDeprecated: true }),
]

export const explicit = field({
  key: 'explicit',
  on: {
    show: {
      says: 'Whether the show may hold strong language or adult themes.',
      example: false,
      required: true,
      synonyms: ['itunesexplicit', 'isexplicit', 'rating', 'adult'],
    },
    episode: {
      says: 'Whether this episode is explicit, when it differs from the show.',
      example: true,
      synonyms: ['itunesexplicit', 'isexplicit', 'nsfw', 'adult'],
    },
  },
  form: () => flag().meta({ examples: [false, true] }),
  resolve: (explicit, _, ofShow?: boolean) => explicit ?? ofShow ?? false,
  inFeed,
})

/** Said only where it differs: readers know what the show says. */
export const explicitLive = field({
  key: 'explicit',
  on: { live: { says: "When it differs from the show's.", example: true } },
  form: flag,
  resolve: explicit => explicit,
  inFeed,
})
