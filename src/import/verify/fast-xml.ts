/** The only door to fast-xml-parser: a reader of XML that is not ours. */

import { XMLParser } from 'fast-xml-parser'
import { type Heard, type HeardElement, partsOf } from './heard.ts'
import { canonicalPrefixes } from './prefixes.ts'

type Ordered = { readonly [name: string]: readonly Ordered[] | string | Readonly<Record<string, string>> }

const ATTRIBUTES = ':@'
const TEXT = '#text'

/** @throws what the package says of a feed that it cannot read. */
export const heardByFastXml = (xml: string): Heard => {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: true,
    processEntities: {
      enabled: true,
      maxTotalExpansions: Number.MAX_SAFE_INTEGER,
      maxExpandedLength: Number.MAX_SAFE_INTEGER,
    },
  })
  const root = elementsOf(parser.parse(xml) as readonly Ordered[]).find(({ name }) => !name.startsWith('?'))
  const named = canonicalPrefixes(xml)
  const channel = (root?.children.find(({ name }) => name === 'channel')?.children ?? []).map(one =>
    renamed(one, named),
  )
  const items = channel.filter(({ name }) => name === 'item')
  return {
    reader: 'fast-xml-parser',
    show: partsOf(channel.filter(({ name }) => name !== 'item')),
    items: items.map(({ children }) => partsOf(children)),
  }
}

const renamed = (element: HeardElement, named: (name: string) => string): HeardElement => ({
  ...element,
  name: named(element.name),
  children: element.children.map(child => renamed(child, named)),
})

const elementsOf = (nodes: readonly Ordered[]): readonly HeardElement[] =>
  nodes.flatMap(node =>
    Object.entries(node).flatMap(([name, inside]) => {
      if (name === ATTRIBUTES || name === TEXT || !Array.isArray(inside)) return []
      const children = inside as readonly Ordered[]
      return [
        {
          name,
          attributes: (node[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>,
          text: children.map(child => child[TEXT] ?? '').join(''),
          children: elementsOf(children),
        },
      ]
    }),
  )
