import { many, text } from '../schema/value.ts'
import { field, type InFeed } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { sayList, saysSomething, sayText } from '../table/said.ts'
import { appleGone, ofChannelToo, ofItemElement } from '../table/specs.ts'

const category = {
  name: 'category',
  readBy: 'few',
  attributes: ['domain'],
  write: keywords => keywords.map(text => ({ name: 'category', text })),
  read: nodes => sayList(nodes.map(sayText).filter(saysSomething)),
} satisfies Partial<InFeed<readonly string[]>>

export const keywords = field({
  key: 'keywords',
  on: {
    show: {
      says: 'Words of your own about the show. Directories do not read them.',
      example: 'harbours',
      long: ['harbours'],
    },
    episode: {
      says: 'Words of your own about the episode. Directories do not read them.',
      example: 'lighthouses',
      long: ['lighthouses'],
    },
  },
  form: () => many(text()),
  resolve: keywords => some(keywords?.filter(keyword => keyword !== '')),
  inFeed: [
    { ...category, spec: ofChannelToo, on: ['show'] },
    { ...category, spec: ofItemElement('category'), on: ['episode'] },
    {
      name: 'itunes:keywords',
      spec: appleGone,
      isDeprecated: true,
      // Hosts that write both have other words in each.
      isBeside: true,
      /** A comma list. */
      read: nodes =>
        sayList(
          nodes.flatMap(node =>
            node.text
              .split(',')
              .map(text => ({ spot: { node }, text: text.trim() }))
              .filter(saysSomething),
          ),
        ),
    },
  ],
})
