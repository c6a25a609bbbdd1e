import { map } from '../schema/shape.ts'
import { url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { type Node, type Said, sayMap } from '../table/said.ts'
import { firstSaid } from '../table/shape.ts'
import { addressesOf, atomLink, linkTo, specs } from './atom-link.ts'

/** Where the other pages of a feed are: https://www.rfc-editor.org/rfc/rfc5005 */
export type Pages = { readonly [Rel in PageRel]?: string }
type PageRel = keyof typeof namesOfRel

/** Each under its own name; and one as the podcast namespace's own example writes it. */
const namesOfRel = {
  first: ['first'],
  previous: ['previous', 'prev'],
  next: ['next'],
  last: ['last'],
  current: ['current'],
  'prev-archive': ['prev-archive'],
  'next-archive': ['next-archive'],
} as const

export const pages = field({
  key: 'pages',
  on: {
    show: {
      says: 'The addresses of the other pages, when a long feed is cut into several.',
      example: { next: 'https://show.example/feed/2.xml', last: 'https://show.example/feed/9.xml' },
    },
  },
  form: () =>
    map({
      first: url().meta({ description: 'The newest page.' }).optional(),
      previous: url().meta({ description: 'The next newer page.' }).optional(),
      next: url().meta({ description: 'The next older page.' }).optional(),
      last: url().meta({ description: 'The oldest page.' }).optional(),
      current: url().meta({ description: 'In an archive: the live feed.' }).optional(),
      'prev-archive': url().meta({ description: 'The archive before this.' }).optional(),
      'next-archive': url().meta({ description: 'The archive after this.' }).optional(),
    }),
  resolve: (pages): Pages | undefined =>
    pages === undefined || Object.keys(pages).length === 0 ? undefined : pages,
  inFeed: [
    {
      ...atomLink,
      spec: specs.archives,
      write: pages => Object.entries(pages).map(([rel, href]) => linkTo(href, rel)),
      read: sayPages,
    },
  ],
})

function sayPages(nodes: readonly Node[]): Said | undefined {
  const said = Object.entries(namesOfRel).flatMap(([rel, names]) => {
    const address = firstSaid(addressesOf(nodes, ...names))
    return address === undefined ? [] : [[rel, address] as const]
  })
  const [first] = said
  return first && sayMap(first[1].spot.node, Object.fromEntries(said))
}
