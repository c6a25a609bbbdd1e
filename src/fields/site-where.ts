import { conditions } from '../schema/source.ts'
import { field } from '../table/field.ts'

/** Which of the files are episodes, by what they say. */
export const siteWhere = field({
  key: 'where',
  on: {
    show: {
      says: 'What a file has to say to be an episode, where posts of other kinds stand beside them: all of it has to hold.',
      example: { title: { blank: false }, kind: { not: 'post' }, 'file.name': { matches: '^\\d' } },
    },
  },
  form: conditions,
  inFeed: [],
})
