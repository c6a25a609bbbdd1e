/** A feed's text → its elements under our own prefixes, whatever prefixes it uses itself. */

import { feedEqualElements, feedItems } from '../limits.ts'
import { withoutReferences } from '../syntax/html-references.ts'
import { parseXml, type XmlDocument, type XmlElement, type XmlName, type XmlProblem } from '../syntax/xml.ts'
import type { Element } from '../table/element.ts'
import { escapeText } from '../units/escape-html.ts'
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
  const [channel] = channelsOf(document, text)
  const { problems } = document
  if (channel === undefined) return { channel: [], items: [], problems }
  return {
    channel: channel.children.filter(child => child.name !== 'item'),
    items: itemsOf(channel).map(item => item.children),
    problems,
  }
}

/** One, if all is well. */
export const channelsOf = ({ root }: XmlDocument, source: string): readonly FeedNode[] =>
  (root?.children ?? []).filter(child => child.name.local === 'channel').map(child => nodeOf(child, source))

/** A second channel has a rule of its own. */
export const besideChannel = ({ root }: XmlDocument, source: string): readonly FeedNode[] =>
  (root?.children ?? []).filter(child => child.name.local !== 'channel').map(child => nodeOf(child, source))

export const itemsOf = (channel: FeedNode): readonly FeedNode[] =>
  channel.children.filter(child => child.name === 'item')

const prefixOf = ({ name }: XmlElement): string =>
  name.uri === '' ? name.prefix : (prefixOfNamespace(name.uri) ?? name.prefix)

/** `source`: what the elements were read from; undefined inside of a text. `names`: those met before. They are few, and an element is one of a hundred thousand. */
export const nodeOf = (
  xml: XmlElement,
  source: string | undefined,
  names = new Map<XmlName, string>(),
): FeedNode => {
  const name = names.get(xml.name) ?? ownName(xml)
  names.set(xml.name, name)
  const isOfText = ofHtml.has(name) || ofWords.has(name)
  return {
    name,
    attributes:
      xml.attributes.length === 0
        ? noAttributes
        : Object.fromEntries(xml.attributes.map(({ name, value }) => [name.local, value])),
    text:
      isOfText && source !== undefined && xml.children.length > 0
        ? textWithMarkup(name, xml, source)
        : xml.text,
    // The markup of a text belongs to that text: read once more inside, it would cost as much at each level.
    children: withinReason(xml).kept.map(child => nodeOf(child, isOfText ? undefined : source, names)),
    xml,
  }
}

/** Elements in which HTML is expected, and those of which only the words count. Some write markup there that is not escaped. */
const ofHtml: ReadonlySet<string> = new Set(['description', 'content:encoded', 'itunes:summary'])
const ofWords: ReadonlySet<string> = new Set(['title', 'itunes:title', 'itunes:subtitle', 'itunes:author'])

/** Whether there are tags in it that are not escaped, which readers of plain XML do not take for a part of its text. */
export const holdsMarkup = ({ name, children }: FeedNode): boolean =>
  children.length > 0 && (ofHtml.has(name) || ofWords.has(name))

/** Whether HTML is expected in it. */
export const isOfHtml = ({ name }: FeedNode): boolean => ofHtml.has(name)

const textWithMarkup = (name: string, { innerStart, innerEnd }: XmlElement, source: string): string => {
  const html = asHtml(source.slice(innerStart, innerEnd))
  return ofHtml.has(name) ? html : withoutReferences(html.replace(/<[^<>]*>/g, ''))
}

const SECTION = /<!\[CDATA\[|<!--/g

/** XHTML without what only XML has: sections, comments and prefixes. */
const asHtml = (xhtml: string): string => {
  const parts: string[] = []
  let at = 0
  for (const { 0: opening, index } of xhtml.matchAll(SECTION)) {
    if (index < at) continue
    const closing = opening === '<!--' ? '-->' : ']]>'
    const end = xhtml.indexOf(closing, index)
    if (end < 0) break
    parts.push(withoutPrefixes(xhtml.slice(at, index)))
    if (opening !== '<!--') parts.push(escapeText(xhtml.slice(index + opening.length, end)))
    at = end + closing.length
  }
  return parts.join('') + withoutPrefixes(xhtml.slice(at))
}

const withoutPrefixes = (xhtml: string): string => xhtml.replace(/<(\/?)[\w.-]+:(?=[\w.-])/g, '<$1')

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
