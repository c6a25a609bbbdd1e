import { choice, many } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { targetNames } from '../targets.ts'

/** Whom the show is made for: what they refuse is an error, and nobody else's rules are heard. It stands in no feed. */
export const targets = field({
  key: 'for',
  on: {
    show: {
      says: 'The directories that the show is made for: what one of them refuses stops a build, and what only others ask for is not reported. Default: apple, spotify, youtube, amazon, podcastindex. The standards psp1 (the Podcast Standards Project) and w3c (the feed validator) are checked when they are named.',
      example: 'podcastindex',
      long: ['apple', 'spotify', 'podcastindex'],
      synonyms: ['target', 'targets', 'directory'],
    },
  },
  form: () => many(choice(targetNames)),
  inFeed: [],
})
