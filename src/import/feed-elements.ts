/** A feed's text → its elements under our own prefixes, whatever prefixes it uses itself. */

import { parseXml, type XmlElement, type XmlProblem } from '../syntax/xml.ts'
import type { Element } from '../tags/index.ts'
import { deadNamespaces, namespaces, rareNamespaces } from '../tags/index.ts'

export interface FeedElements {
  readonly channel: readonly Element[]
  readonly items: readonly (readonly Element[])[]
  readonly problems: readonly XmlProblem[]
}

/** Spellings that stand in published feeds and mean the same namespace. Read, never written. */
const aliases: Readonly<Record<string, string>> = {
  'https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
  'http://www.rawvoice.com/rawvoicerssmodule/': 'rawvoice',
  'http://podlove.org/simple-chapters/': 'psc',
  'https://podlove.org/simple-chapters': 'psc',
}

const prefixes: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ...namespaces, ...rareNamespaces, ...deadNamespaces }).map(
    ([prefix, uri]): [string, string] => [uri.toLowerCase(), prefix],
  ),
  ...Object.entries(aliases),
])

export const feedElements = (text: string): FeedElements => {
  const { root, problems } = parseXml(text)
  const channel = root?.children.find(child => child.name.local === 'channel')
  if (channel === undefined) return { channel: [], items: [], problems }
  const isItem = (element: XmlElement): boolean => element.name.local === 'item' && prefixOf(element) === ''
  return {
    channel: channel.children.filter(child => !isItem(child)).map(elementOf),
    items: channel.children.filter(isItem).map(item => item.children.map(elementOf)),
    problems,
  }
}

const prefixOf = ({ name }: XmlElement): string =>
  name.uri === '' ? name.prefix : (prefixes.get(name.uri.toLowerCase()) ?? name.prefix)

const elementOf = (element: XmlElement): Element => {
  const prefix = prefixOf(element)
  return {
    name: prefix === '' ? element.name.local : `${prefix}:${element.name.local}`,
    attributes: Object.fromEntries(element.attributes.map(({ name, value }) => [name.local, value])),
    text: element.text,
    children: element.children.map(elementOf),
  }
}
