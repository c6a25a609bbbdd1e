import { many, text } from '../schema/value.ts'
import { field } from '../table/field.ts'

/** Where the episodes are, when they are not beside show.md. */
export const siteContent = field({
  key: 'content',
  on: {
    show: {
      says: 'Which files are episodes, as globs relative to show.md: `*` is any name, `**` any folders; with `!` in front, files to leave out. Default: all beside show.md and below.',
      example: '**/*.md',
      long: ['**/*.md'],
    },
  },
  form: () => many(text({ examples: ['../_posts/*.md', '!../_posts/*-draft.md'] })),
  inFeed: [],
})
