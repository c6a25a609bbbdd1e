import { conditions } from '../schema/source.ts'
import { field } from '../table/field.ts'

/** Which of the files are episodes, by what they say. */
export const siteWhere = field({
  key: 'where',
  on: {
    show: {
      says: 'Which of the files are episodes, where there are posts of other kinds among them: all conditions have to hold.',
      example: { title: { blank: false }, kind: { not: 'post' }, 'file.name': { matches: '^\\d' } },
    },
  },
  form: conditions,
  inFeed: [],
})
