import { map, shortOr } from '../schema/shape.ts'
import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'

/** Where what is not measured of the audio comes from. */
export type Facts = { readonly given: true } | { readonly feed: string }

export const siteFacts = field({
  key: 'facts',
  on: {
    show: {
      says: 'What is known of the audio without fetching it. `given`: bytes, duration and type as the episodes state them. `feed: …`: from the feed that is published, with the guids, for episodes that the lock does not know.',
      example: 'given',
    },
  },
  form: () =>
    shortOr<Facts>(
      word => {
        const read = word.toLowerCase() === 'given'
        return read
          ? { value: { given: true } }
          : {
              refusal: {
                expected: 'choice',
                message: `"${word}" is not a source of facts about the audio`,
                help: 'Write `given`, or `feed: https://…` for the feed that is published.',
              },
            }
      },
      map({
        feed: text({ examples: ['https://YOUR-SITE/feed.xml'] }).meta({
          description: 'The published feed: a file, relative to show.md, or its address.',
        }),
      }),
      { enum: ['given'] },
    ),
  inFeed: [],
})
