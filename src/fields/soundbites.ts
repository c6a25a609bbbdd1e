import { soundbite } from '../schema/media.ts'
import { many } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'

export interface Soundbite {
  /** Seconds. */
  readonly start: number
  /** Seconds. */
  readonly duration: number
  readonly title?: string
}

export const soundbites = field({
  key: 'soundbites',
  on: {
    episode: {
      says: 'The best moments, for previews.',
      example: '5:12 +45 The storm',
      long: [{ start: 312, duration: 45, title: 'The storm' }],
      full: ['5:12-5:57 The storm', { start: 312.5, end: 357.5 }],
      synonyms: ['soundbite', 'clips', 'clip', 'highlights', 'podcastsoundbite'],
    },
  },
  form: () => many(soundbite()),
  resolve: (soundbites): readonly Soundbite[] | undefined => some(soundbites),
  inFeed: [
    each(
      shape<Soundbite>({
        name: 'podcast:soundbite',
        text: 'title',
        attributes: { startTime: 'start', duration: 'duration' },
      }),
      { spec: podcastTag('soundbite'), readBy: 'Podverse, TrueFans and others' },
    ),
  ],
})
