import { markup } from '../schema/value.ts'
import { field } from '../table/field.ts'

/** Where the page shows it is for check/website.ts to say: no feed has a place for it. */
export const overview = field({
  key: 'overview',
  on: {
    episode: {
      says: "A longer text in Markdown for the episode's page, such as what is talked about and why. It is in no feed.",
      example: 'Why a lighthouse still has a keeper.',
      synonyms: ['article', 'essay', 'pagetext'],
    },
  },
  form: markup,
  keepsLines: true,
  markdown: overview => [overview],
  inFeed: [],
})
