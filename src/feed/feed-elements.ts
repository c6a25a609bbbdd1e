/** A feed's text → its elements under our own prefixes, whatever prefixes it uses itself. */

import { feedEqualElements, feedItems } from '../limits.ts'
import { parseXml, type XmlDocument, type XmlElement, type XmlName, type XmlProblem } from '../syntax/xml.ts'
import type { Element } from '../table/element.ts'
import { prefixOfNamespace } from './feed-namespaces.ts'

/** An element of the field table's kind that knows where it stands. */
export interface FeedNode extends Element {
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly FeedNode[]
  readonly xml: XmlElement
}

export interface FeedElements {
  readonly channel: readonly FeedNode[]
  readonly items: readonly (readonly FeedNode[])[]
  readonly problems: readonly XmlProblem[]
}

export const feedElements = (text: string): FeedElements => {
  const document = parseXml(text)
  const [channel] = channelsOf(document)
  const { problems } = document
  if (channel === undefined) return { channel: [], items: [], problems }
  return {
    channel: channel.children.filter(child => child.name !== 'item'),
    items: itemsOf(channel).map(item => item.children),
    problems,
  }
}

/** One, if all is well. */
export const channelsOf = ({ root }: XmlDocument): readonly FeedNode[] =>
  (root?.children ?? []).filter(child => child.name.local === 'channel').map(child => nodeOf(child))

/** A second channel has a rule of its own. */
export const besideChannel = ({ root }: XmlDocument): readonly FeedNode[] =>
  (root?.children ?? []).filter(child => child.name.local !== 'channel').map(child => nodeOf(child))

export const itemsOf = (channel: FeedNode): readonly FeedNode[] =>
  channel.children.filter(child => child.name === 'item')

const prefixOf = ({ name }: XmlElement): string =>
  name.uri === '' ? name.prefix : (prefixOfNamespace(name.uri) ?? name.prefix)

/** `names`: those met before. They are few, and an element is one of a hundred thousand. */
export const nodeOf = (xml: XmlElement, names = new Map<XmlName, string>()): FeedNode => {
  const name = names.get(xml.name) ?? ownName(xml)
  names.set(xml.name, name)
  return {
    name,
    attributes:
      xml.attributes.length === 0
        ? noAttributes
        : Object.fromEntries(xml.attributes.map(({ name, value }) => [name.local, value])),
    text: xml.text,
    children: withinReason(xml).kept.map(child => nodeOf(child, names)),
    xml,
  }
}

const noAttributes: FeedNode['attributes'] = {}

const ownName = (xml: XmlElement): string => {
  const prefix = prefixOf(xml)
  return prefix === '' ? xml.name.local : `${prefix}:${xml.name.local}`
}

/**
 * The children that are looked at, and of each name the first that is not: each costs a reader of feeds a while, and there may be
 * a million of one name.
 */
export const withinReason = ({
  children,
}: XmlElement): { readonly kept: readonly XmlElement[]; readonly excess: readonly XmlElement[] } => {
  if (children.length <= feedEqualElements) return { kept: children, excess: [] }
  const counts = new Map<string, number>()
  const excess: XmlElement[] = []
  const kept = children.filter(child => {
    const { uri, local } = child.name
    const name = `${uri} ${local}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    const most = mostOf(child)
    if (count === most + 1) excess.push(child)
    return count <= most
  })
  return { kept, excess }
}

/** How many of an element's name may stand in one place. */
export const mostOf = ({ name: { local } }: XmlElement): number =>
  local === 'item' ? feedItems : feedEqualElements
