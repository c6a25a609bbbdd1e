import { flag } from '../schema/value.ts'
import { field } from '../table/field.ts'

/** How the notes are written: see content.ts. */
export const chaptersInNotes = field({
  key: 'chaptersInNotes',
  on: {
    show: {
      says: 'Whether the notes in the feed hold the chapters as a list of times, each a link that plays from there. An episode may say otherwise.',
      example: true,
    },
    episode: {
      says: 'Whether the notes in the feed hold the chapters as a list of times, each a link that plays from there, when it differs from the show.',
      example: true,
    },
  },
  form: flag,
  inFeed: [],
})
