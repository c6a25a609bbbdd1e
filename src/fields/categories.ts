import { map, shortOr } from '../schema/shape.ts'
import { many, text } from '../schema/value.ts'
import type { Element } from '../table/element.ts'
import { field } from '../table/field.ts'
import { type Node, type Said, sayAttribute, sayList, sayMap } from '../table/said.ts'
import { apple, google } from '../table/specs.ts'

export interface Category {
  readonly name: string
  readonly sub?: string
}

const examples = ['Technology', 'Society & Culture > Places & Travel']

export const categories = field({
  key: 'categories',
  on: {
    show: {
      says: "One or more of Apple's categories, the most important first; a subcategory follows after `>`.",
      example: 'Society & Culture > Places & Travel',
      long: [{ name: 'Society & Culture', sub: 'Places & Travel' }],
      full: ['Society & Culture > Places & Travel', 'Education'],
      required: true,
      synonyms: ['category', 'itunescategory', 'itunescategories', 'genre', 'genres'],
    },
  },
  form: () =>
    many(
      shortOr<Category>(
        written => {
          const [name = '', ...rest] = written.split('>').map(part => part.trim())
          return { value: rest.length === 0 ? { name } : { name, sub: rest.join(' > ') } }
        },
        map({
          name: text().meta({ description: "One of Apple's categories." }),
          sub: text().meta({ description: 'A subcategory of it.' }).optional(),
        }),
        { examples },
      ),
    ).meta({ examples }),
  resolve: categories => categories ?? [],
  inFeed: [
    {
      name: 'itunes:category',
      spec: apple,
      readBy: 'Apple, Spotify, most directories',
      attributes: ['text'],
      write: categories => categories.map(elementOf),
      read: nodes => sayList(nodes.flatMap(sayEach)),
    },
    {
      name: 'googleplay:category',
      spec: google,
      isDeprecated: true,
      attributes: ['text'],
      read: nodes => sayList(nodes.map(node => sayMap(node, { name: sayAttribute(node, 'text') }))),
    },
  ],
})

const elementOf = ({ name, sub }: Category): Element => ({
  name: 'itunes:category',
  attributes: { text: name },
  ...(sub === undefined ? {} : { children: [{ name: 'itunes:category', attributes: { text: sub } }] }),
})

/** One element with two subcategories is two categories. */
const sayEach = (node: Node): readonly Said[] => {
  const name = sayAttribute(node, 'text')
  const subs = node.children.filter(child => child.name === 'itunes:category')
  return subs.length === 0
    ? [sayMap(node, { name })]
    : subs.map(child => sayMap(child, { name, sub: sayAttribute(child, 'text') }))
}
