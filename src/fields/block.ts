import { flag } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { apple, google } from '../table/specs.ts'
import { inYes } from './yes.ts'

/** At Apple. For other services: `blocks`. */
export const block = field({
  key: 'block',
  on: {
    show: {
      says: 'Hides the whole show at Apple.',
      example: true,
      isGrave: true,
      synonyms: ['itunesblock', 'private'],
    },
    episode: {
      says: 'Hides this episode at Apple.',
      example: true,
      isGrave: true,
      synonyms: ['itunesblock'],
    },
  },
  form: flag,
  resolve: block => block ?? false,
  inFeed: [
    inYes('itunes:block', { spec: apple, readBy: 'Apple' }),
    inYes('googleplay:block', { spec: google, isDeprecated: true }),
  ],
})
