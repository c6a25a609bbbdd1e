import { flagOf, flagPattern, scalar } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { isHttpUrl } from '../units/url.ts'

export const website = field({
  key: 'website',
  on: {
    show: {
      says: 'Whether the build makes pages of the show: one of the show itself, and one of each episode.',
      example: true,
      synonyms: ['webpages', 'html', 'sitepages'],
    },
  },
  form: () =>
    scalar(
      written =>
        isHttpUrl(written)
          ? {
              refusal: {
                expected: 'flag',
                message: '`website` says whether the build makes pages, and this is an address',
                help: `Write \`link: ${written}\` for the show's site, and \`website: true\` for pages of its own.`,
              },
            }
          : flagOf(written),
      { type: ['boolean', 'string'], pattern: flagPattern(), examples: [true, false] },
    ),
  inFeed: [],
})
