import { map, shortOr } from '../schema/shape.ts'
import { choice, many, text, url } from '../schema/value.ts'
import { field } from '../table/field.ts'

export const flavours = ['markdown', 'kramdown', 'html'] as const
export type Flavour = (typeof flavours)[number]

/** How the notes of another program are read. */
export interface SiteBody {
  readonly flavour?: Flavour
  /** What relative links and pictures are meant from. */
  readonly base?: string
  /** What pictures with a leading slash are meant from; without it, the host of `base`. */
  readonly pictures?: string
  /** Elements that are left out, with what stands in them. */
  readonly drop?: readonly string[]
  /** The file that holds the notes, beside the episode's. */
  readonly file?: string
}

export const siteBody = field({
  key: 'body',
  on: {
    show: {
      says: 'How the notes of episodes are written that are the pages of a site: their flavour, what relative links are meant from, and which elements are for the site alone.',
      example: 'markdown',
      long: { flavour: 'markdown' },
    },
  },
  form: () =>
    shortOr<SiteBody>(
      word => {
        const flavour = flavours.find(one => one === word.toLowerCase())
        if (flavour !== undefined) return { value: { flavour } }
        return {
          refusal: {
            expected: 'choice',
            message: `"${word}" is not a flavour of notes that is known`,
            help: 'Write `markdown`, `kramdown` or `html`.',
          },
        }
      },
      map({
        flavour: choice(flavours).meta({ description: 'How the notes are written.' }).optional(),
        base: url({ isFolder: true })
          .meta({ description: 'What relative links and pictures are meant from.' })
          .optional(),
        pictures: url({ isFolder: true })
          .meta({ description: 'What pictures with a leading slash are meant from.' })
          .optional(),
        drop: many(text({ examples: ['audio', 'iframe'] }))
          .meta({ description: 'Elements that are left out, with what stands in them.' })
          .optional(),
        file: text({ examples: ['index.md'] })
          .meta({ description: 'The file that holds the notes, beside the one of the episode.' })
          .optional(),
      }),
      { enum: flavours },
    ),
  inFeed: [],
})
