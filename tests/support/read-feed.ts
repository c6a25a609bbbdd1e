/** Reads a feed with a parser that is not ours. */

import { XMLParser, XMLValidator } from 'fast-xml-parser'

const lists = new Set([
  'item',
  'itunes:category',
  'podcast:transcript',
  'atom:link',
  'podcast:txt',
  'psc:chapter',
])

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: { enabled: true, maxTotalExpansions: 1e9, maxExpandedLength: 1e9, maxEntityCount: 1e6 },
  htmlEntities: false,
  alwaysCreateTextNode: true,
  isArray: name => lists.has(name),
})

// biome-ignore lint/suspicious/noExplicitAny: a parsed document has whatever shape it has
export type Parsed = any

export const readFeed = (xml: string): { channel: Parsed; items: Parsed[] } => {
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new Error(`not well-formed: ${JSON.stringify(valid)}`)
  const { channel } = parser.parse(xml).rss
  return { channel, items: channel.item ?? [] }
}

export const textIn = (node: Parsed): string => node?.['#text'] ?? ''
