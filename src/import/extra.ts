/** What no field reads, as XML of its own: kept, so that nothing is lost by moving; but for what spoke of the old host only. */

import type { FeedDocument } from '../feed/feed-document.ts'
import type { FeedNode } from '../feed/feed-elements.ts'
import { canonicalNamespaces } from '../feed/feed-namespaces.ts'
import { table } from '../fields/index.ts'
import type { XmlElement } from '../syntax/xml.ts'
import { namespaces, rareNamespaces } from '../table/namespaces.ts'
import type { Writer } from '../table/table.ts'
import { hasCredentials } from '../units/credentials.ts'
import { escapeAttribute, escapeText } from '../units/escape-html.ts'
import { removeForbidden } from '../units/text.ts'

export interface Extras {
  /** Undefined where there is nothing to keep. */
  readonly xml: string | undefined
  /** What its prefixes stand for, but for those that every feed may use. */
  readonly namespaces: Readonly<Record<string, string>>
}

/** Elements that say when, where and by what the old feed was made, or that a field or the build says anew. */
const notKept =
  /^(?:item|guid|link|title|description|content:encoded|pubDate|lastBuildDate|generator|docs|cloud|enclosure|atom:link|feedburner:.*|fireside:(?:genDate|hostname)|googleplay:.*|slash:comments|fh:.*|podcast:(?:guid|locked)|itunes:new-feed-url|rdf:.*|(?:itunes:)?(?:explicit|block|image))$/

/** Why not, of those of which it is not told elsewhere. */
const reasons: readonly (readonly [names: RegExp, reason: string])[] = [
  [/^cloud$/, 'named a server that tells of new episodes of the old feed, and knows nothing of the new one'],
  [/^feedburner:/, 'was for the service that served the old feed'],
  [/^fireside:genDate$/, 'says when the old feed was made'],
  [/^fireside:hostname$/, 'names the machine that made the old feed'],
  [/^slash:comments$/, 'counts the comments on the old site'],
  [/^googleplay:/, 'was for Google Podcasts, which is gone'],
  [/^fh:/, 'says how the old feed was cut into pages'],
  [/^rdf:/, 'says how the old feed is to be read as RDF, and the new one is none'],
]

export interface ExtrasPlace {
  /** That of a feed of our own, in which they stand as somebody wrote them. */
  readonly document?: FeedDocument | undefined
  /** What prefixes stand for in the show. */
  readonly declared?: Extras['namespaces'] | undefined
}

export const extrasOf = (
  owner: Writer,
  parent: FeedNode,
  { document, declared }: ExtrasPlace = {},
): Extras => {
  const asWritten = document && writtenIn(document, owner, parent)
  if (asWritten !== undefined) return asWritten
  const { parts, prefixes } = keptOf(owner, parent, declared)
  return { xml: parts.length === 0 ? undefined : parts.join('\n'), namespaces: unusual(prefixes) }
}

/** Of what no field reads, what is not kept either, and why. */
export const extrasLeftOut = (
  owner: Writer,
  parent: FeedNode,
): readonly { readonly node: FeedNode; readonly reason: string }[] => [
  ...parent.children.flatMap(node => {
    const reason = reasons.find(([names]) => names.test(node.name))?.[1]
    return reason === undefined ? [] : [{ node, reason }]
  }),
  ...keptOf(owner, parent).refused,
]

const keptOf = (
  owner: Writer,
  { children, xml: { name } }: FeedNode,
  declared: Extras['namespaces'] = {},
) => {
  const prefixes = new Map<string, string>()
  const parts: string[] = []
  const refused: { readonly node: FeedNode; readonly reason: string }[] = []
  for (const node of children.filter(one => isForeign(owner, one) && !isNothing(one))) {
    const own = new Map<string, string>()
    const xml = xmlOf(node, { indent: '', prefixes: own, unprefixed: name.uri })
    const reason = refusal(xml, own, prefixes)
    if (xml === undefined || reason !== undefined) refused.push({ node, reason: reason! })
    else {
      for (const [prefix, uri] of own) prefixes.set(prefix, uri)
      parts.push(declaring(xml, own, declared))
    }
  }
  return { parts, prefixes, refused }
}

/** What a prefix stands for here, where it stands for something else in the show. */
const declaring = (xml: string, own: ReadonlyMap<string, string>, declared: Extras['namespaces']): string => {
  const others = [...own].filter(([prefix, uri]) => (declared[prefix] ?? uri) !== uri)
  const text = others.map(([prefix, uri]) => ` xmlns:${prefix}="${escapeAttribute(uri)}"`).join('')
  return xml.replace(/^<[^\s/>]+/, start => start + text)
}

const refusal = (
  xml: string | undefined,
  own: ReadonlyMap<string, string>,
  prefixes: ReadonlyMap<string, string>,
): string | undefined => {
  if (xml === undefined) return 'bears a prefix that is declared nowhere, so nobody knows what it says'
  if (hasCredentials(xml)) return 'holds a password, which everybody could read in the feed'
  // The same prefix for another namespace is another prefix: the first one has it.
  return [...own].some(([prefix, uri]) => (prefixes.get(prefix) ?? uri) !== uri)
    ? 'bears a prefix that stands for something else further up, and can stand for one thing only'
    : undefined
}

/** But for those that every feed may use. */
const unusual = (prefixes: Iterable<readonly [prefix: string, uri: string]>): Extras['namespaces'] =>
  Object.fromEntries(
    [...prefixes].filter(
      ([prefix]) => !Object.hasOwn(namespaces, prefix) && !Object.hasOwn(rareNamespaces, prefix),
    ),
  )

/**
 * A build writes them behind all else, as they are: from there to the end is what was under `extra`, white space, comments and all.
 * Undefined where it is not as a build leaves it.
 */
const writtenIn = (
  { text, xml: { problems } }: FeedDocument,
  owner: Writer,
  { children, xml: parent }: FeedNode,
): Extras | undefined => {
  const own = children.filter(({ name }) => name !== 'item')
  const last = own.findLastIndex(node => !isForeign(owner, node))
  const kept = own.slice(last + 1)
  if (kept.length === 0 || own.slice(0, last + 1).some(node => isForeign(owner, node))) return undefined
  const start = last < 0 ? parent.innerStart : endOf(own[last]!, text)
  const end =
    parent.children.find(({ name }) => name.local === 'item' && name.prefix === '')?.offset ?? parent.innerEnd
  const xml = text.slice(start, end).trim()
  const isBroken = problems.some(({ offset }) => offset >= start && offset < end)
  if (isBroken || hasCredentials(xml)) return undefined
  // What is declared on the spot is not declared once more.
  const prefixes = kept
    .flatMap(node => prefixesOf(node.xml))
    .filter(([name]) => !xml.includes(`xmlns:${name}=`))
  return { xml, namespaces: unusual(prefixes) }
}

const endOf = ({ xml: { innerStart, innerEnd } }: FeedNode, text: string): number =>
  text[innerStart - 2] === '/' && innerStart === innerEnd ? innerStart : text.indexOf('>', innerEnd) + 1

const prefixesOf = ({ name, attributes, children }: XmlElement): readonly (readonly [string, string])[] => [
  ...[name, ...attributes.map(attribute => attribute.name)].flatMap(({ prefix, uri }) =>
    prefix === '' || prefix === 'xmlns' || prefix === 'xml' ? [] : [[prefix, uri] as const],
  ),
  ...children.flatMap(prefixesOf),
]

/** No field reads it, not even from times when more was read. */
export const isForeign = (owner: Writer, node: FeedNode): boolean =>
  !notKept.test(node.name) &&
  Object.keys(table.read(owner, [node], { deprecated: true })).length === 0 &&
  !isKnown(owner, node)

/** One that belongs to a field, and says nothing that the field could take, is not for others to say. */
const isKnown = (owner: Writer, { name }: FeedNode): boolean =>
  table
    .of(owner)
    .rows.some(({ element }) => element.name === name && !element.isDeprecated && element.read !== undefined)

const isNothing = ({ attributes, text, children }: FeedNode): boolean =>
  text.trim() === '' && children.length === 0 && Object.keys(attributes).every(name => name === 'xmlns')

interface Writing {
  readonly indent: string
  readonly prefixes: Map<string, string>
  /** The namespace of what has no prefix, where it stands. */
  readonly unprefixed: string
}

/** Undefined for what cannot be written: an element whose prefix was never declared. */
const xmlOf = (node: FeedNode, writing: Writing): string | undefined => {
  const { name, xml } = node
  const { indent, prefixes } = writing
  const colon = name.indexOf(':')
  const unprefixed = colon > 0 ? writing.unprefixed : xml.name.uri
  if (colon > 0) {
    const prefix = name.slice(0, colon)
    const uri = canonicalNamespaces[prefix] ?? xml.name.uri
    if (uri === '' || (prefixes.get(prefix) ?? uri) !== uri) return undefined
    prefixes.set(prefix, uri)
  }
  const declared = unprefixed === writing.unprefixed ? '' : ` xmlns="${escapeAttribute(unprefixed)}"`
  const attributes = declared + attributesText(node)
  const text = node.text.trim()
  const children = node.children.map(child => xmlOf(child, { indent: `${indent}  `, prefixes, unprefixed }))
  if (children.some(child => child === undefined)) return undefined
  const start = `${indent}<${name}${attributes}`
  if (children.length > 0)
    return [`${start}>${text === '' ? '' : escaped(text)}`, ...children, `${indent}</${name}>`].join('\n')
  return text === '' ? `${start}/>` : `${start}>${escaped(text)}</${name}>`
}

/** Without those of other namespaces, which would need declarations of their own. */
const attributesText = ({ xml, attributes }: FeedNode): string =>
  xml.attributes
    .filter(({ name }) => name.prefix === '' && name.local !== 'xmlns')
    .map(({ name, value }) => [name.local, attributes[name.local] ?? value] as const)
    .map(([name, value]) => ` ${name}="${escapeAttribute(removeForbidden(value).replace(/\s+/g, ' '))}"`)
    .join('')

const escaped = (text: string): string => escapeText(removeForbidden(text))
