import { flag } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inAttribute } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'

export const podping = field({
  key: 'podping',
  on: {
    show: {
      says: 'Whether each change is announced over Podping. Only when that is really done.',
      example: true,
    },
  },
  form: flag,
  resolve: podping => podping || undefined,
  inFeed: [
    inAttribute('podcast:podping', 'usesPodping', {
      spec: podcastTag('podping'),
      readBy: 'Podcast Index, Podverse, Podcast Guru, TrueFans',
    }),
  ],
})
