import { flag } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { apple } from '../table/specs.ts'
import { inYes } from './yes.ts'

export const complete = field({
  key: 'complete',
  on: {
    show: {
      says: 'No further episode will ever come. Apple may stop reading the feed for good.',
      example: true,
      isGrave: true,
      synonyms: ['itunescomplete', 'finished', 'ended', 'isover'],
    },
  },
  form: flag,
  resolve: complete => complete ?? false,
  inFeed: [inYes('itunes:complete', { spec: apple, readBy: 'Apple' })],
})
