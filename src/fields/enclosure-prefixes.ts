import { many, url } from '../schema/value.ts'
import { field } from '../table/field.ts'

export const enclosurePrefixes = field({
  key: 'enclosurePrefixes',
  on: {
    show: {
      says: 'Tracking prefixes (OP3, Podtrac), put in front of every enclosure URL in this order.',
      example: 'https://op3.dev/e/',
      long: ['https://op3.dev/e/'],
      synonyms: [
        ...[
          'prefix',
          'prefixes',
          'enclosureprefix',
          'trackingprefix',
          'op3',
          'podtrac',
          'tracking',
          'analytics',
        ],
      ],
    },
  },
  form: () => many(url({ isFolder: true })).meta({ examples: [['https://op3.dev/e/']] }),
  inFeed: [],
})
