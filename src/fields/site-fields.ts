import { sources } from '../schema/source.ts'
import { field } from '../table/field.ts'

/** How the front matter of another program is read. */
export const siteFields = field({
  key: 'fields',
  on: {
    show: {
      says: 'Where the keys of an episode come from, when its front matter was written for another program: a key, a path, a template with `{…}`, a list of those of which the first counts, or a map that says it exactly. With it, only `title`, `date`, `draft` and `guid` are read under their own names without being named here.',
      example: {
        season: ['season', { value: '1' }],
        episode: ['episode', { from: 'file.name', match: '([1-9]\\d*)' }],
      },
    },
  },
  form: sources,
  inFeed: [],
})
