import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { appleGone } from '../table/specs.ts'

export const subtitle = field({
  key: 'subtitle',
  on: {
    show: {
      says: 'A line below the title. Directories no longer read it, and some apps do.',
      example: 'Talks at the quay',
      synonyms: ['itunessubtitle', 'tagline', 'slogan'],
    },
    episode: {
      says: 'A line below the title. Directories no longer read it, and some apps do.',
      example: 'A night on the light',
      synonyms: ['itunessubtitle', 'tagline'],
    },
  },
  form: () => text(),
  resolve: subtitle => subtitle || undefined,
  inFeed: [inText('itunes:subtitle', { spec: appleGone, readBy: 'AntennaPod, gPodder and some others' })],
})
