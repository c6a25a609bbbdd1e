import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'

/** Read before any date is: `its.dates`. */
export const publishAt = field({
  key: 'publishAt',
  on: {
    show: {
      says: 'The time of day at which an episode with a date only appears (06:00 unless you say otherwise).',
      example: '06:00',
      synonyms: ['publishtime', 'time', 'releasetime', 'publishhour'],
    },
  },
  form: () => text({ pattern: '^\\d{1,2}:\\d{2}$' }),
  inFeed: [],
})
