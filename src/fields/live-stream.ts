import { count, map, mediaType } from '../schema/shape.ts'
import { url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { type Enclosure, enclosureElement } from './audio.ts'

type WrittenStream = Omit<Enclosure, 'length'> & Partial<Pick<Enclosure, 'length'>>

/** The enclosure of a live item: nothing of it can be measured. */
export const liveStream = field({
  key: 'enclosure',
  on: {
    live: {
      says: 'The stream for apps that can.',
      example: { url: 'https://live.example/s.mp3', type: 'audio/mpeg' },
    },
  },
  form: () =>
    map({
      url: url().meta({ description: 'The stream.' }),
      type: mediaType('audio/mpeg').meta({ description: 'The media type.' }),
      length: count().meta({ description: 'Bytes. Without it: 0, as the end is not known.' }).optional(),
    }),
  resolve: (stream: WrittenStream | undefined): Enclosure | undefined => stream && { length: 0, ...stream },
  inFeed: [enclosureElement],
})
