import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'

/** Read before any date is: `its.dates`. */
export const timezone = field({
  key: 'timezone',
  on: {
    show: {
      says: 'The IANA time zone of every date that does not carry its own offset.',
      example: 'Europe/Brussels',
      synonyms: ['tz', 'zone', 'timezoneid'],
    },
  },
  form: () => text(),
  inFeed: [],
})
