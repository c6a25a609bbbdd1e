import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { ofChannel, ofItem } from '../table/specs.ts'

const readBy = 'every app and directory'

export const title = field({
  key: 'title',
  on: {
    show: {
      says: 'The name of the show, and nothing else: no search words, no host names.',
      example: 'Harbour Notes',
      required: true,
      synonyms: ['name', 'podcast', 'podcasttitle', 'showtitle', 'showname', 'podcastname', 'sitetitle'],
    },
    episode: {
      says: 'The name of the episode, without its number and without the name of the show.',
      example: 'The lighthouse keeper',
      required: true,
      synonyms: ['name', 'episodetitle', 'headline', 'heading'],
    },
    live: { says: 'The name of the broadcast.', example: 'Live from the quay', required: true },
  },
  form: () => text(),
  vital: true,
  /** A show without one is judged all the same; an item without one is none. */
  resolve: (title, { owner }) => title || (owner === 'show' ? '' : undefined),
  inFeed: [
    inText('title', { spec: ofChannel, readBy, on: ['show'] }),
    inText('title', { spec: ofItem, readBy, on: ['episode', 'live'] }),
  ],
})
