/** A feed with every address as it is meant from where the feed is. */

import { table } from '../fields/index.ts'
import { isHttpUrl, resolveUrl } from '../units/url.ts'
import type { FeedDocument } from './feed-document.ts'
import { type FeedNode, itemsOf } from './feed-elements.ts'

/** Where a feed was, as far as anybody can tell: what it says itself, or else where it was read from. */
export const addressOf = ({ channel }: FeedDocument, readFrom: string | undefined): string | undefined => {
  const links = (channel?.children ?? []).filter(({ name }) => name === 'atom:link')
  const { feedUrl } = table.acceptSaid('show', table.read('show', links)).written
  return [feedUrl, readFrom].find(url => url !== undefined && isHttpUrl(url))
}

/** What is no address stays as it is, and so do the places. `base`: where the feed was; of a page of several, where the first was. */
export const withMeantAddresses = (feed: FeedDocument, base: string | undefined): FeedDocument => {
  const channels = feed.channels.map(channel => meantIn(channel, base))
  const [channel] = channels
  return { ...feed, channels, channel, items: channel === undefined ? [] : itemsOf(channel) }
}

const addressAttributes: ReadonlySet<string> = new Set(['url', 'href', 'src', 'img', 'uri'])
const addressElements: ReadonlySet<string> = new Set(['link', 'comments', 'docs'])

const meantIn = (node: FeedNode, base: string | undefined): FeedNode => {
  const attributes = Object.entries(node.attributes).map(([name, value]): [string, string] => [
    name,
    addressAttributes.has(name) ? meant(value, base, node.name) : value,
  ])
  const text = addressElements.has(node.name) ? meant(node.text, base, node.name) : node.text
  const children = node.children.map(child => meantIn(child, base))
  const isAsIs =
    text === node.text &&
    attributes.every(([name, value]) => value === node.attributes[name]) &&
    children.every((child, i) => child === node.children[i])
  return isAsIs ? node : { ...node, attributes: Object.fromEntries(attributes), text, children }
}

const meant = (written: string, base: string | undefined, element: string): string => {
  if (written.trim() === '') return written
  // A recording is always somewhere: its address is made of whatever stands there, as apps do.
  if (element === 'enclosure') return resolveUrl(base ?? written.trim(), written) ?? written
  return base === undefined || !isRelative(written) ? written : (resolveUrl(base, written) ?? written)
}

/** Without a scheme, a host in front or a space in it. */
const isRelative = (written: string): boolean =>
  !/^\s*(?:[a-z][a-z\d+.-]*:|$|\S*\s+\S)/i.test(written) && !/^\s*www\./i.test(written)
