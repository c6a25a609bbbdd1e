import { map, shortOr } from '../schema/shape.ts'
import { choice, many, text, url } from '../schema/value.ts'
import { field } from '../table/field.ts'

const flavours = ['markdown', 'kramdown', 'html'] as const
type Flavour = (typeof flavours)[number]

/** How the notes of another program are read. */
export interface SiteBody {
  readonly flavour?: Flavour
  /** What links and pictures are relative to. */
  readonly base?: string
  /** What pictures with a leading slash are relative to; without it, the host of `base`. */
  readonly pictures?: string
  /** Elements that are left out, with their content; `heading`: the first heading, where it is the title. */
  readonly drop?: readonly string[]
  /** The file that holds the notes, beside the episode's. */
  readonly file?: string
}

export const siteBody = field({
  key: 'body',
  on: {
    show: {
      says: 'How the notes are written, where episodes are the pages of a site: their flavour, what links are relative to, and which elements are for the site alone.',
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
            message: `"${word}" is not a known flavour of notes`,
            help: 'Write `markdown`, `kramdown` or `html`.',
          },
        }
      },
      map({
        flavour: choice(flavours).meta({ description: 'How the notes are written.' }).optional(),
        base: url({ isFolder: true })
          .meta({ description: 'The address that links and pictures are relative to.' })
          .optional(),
        pictures: url({ isFolder: true })
          .meta({ description: 'The same for pictures with a leading slash.' })
          .optional(),
        drop: many(text({ examples: ['audio', 'iframe'] }))
          .meta({
            description:
              'Elements that are left out, with their content; `heading` is the first heading, where it is the title.',
          })
          .optional(),
        file: text({ examples: ['index.md'] })
          .meta({ description: 'The file that holds the notes, beside the one of the episode.' })
          .optional(),
      }),
      { enum: flavours },
    ),
  inFeed: [],
})
