/** A feed with every address as it is meant from where the feed is. */

import { table } from '../fields/index.ts'
import { hostFirst, withOneScheme } from '../units/meant-url.ts'
import { isHttpUrl, resolveUrl } from '../units/url.ts'
import type { FeedDocument } from './feed-document.ts'
import { type FeedNode, itemsOf } from './feed-elements.ts'

/** Where a feed was, as far as anybody can tell: what it says itself, or else where it was read from. */
export const addressOf = ({ channel }: FeedDocument, readFrom: string | undefined): string | undefined => {
  const links = (channel?.children ?? []).filter(({ name }) => name === 'atom:link')
  const { feedUrl } = table.acceptSaid('show', table.read('show', links)).written
  return [feedUrl, readFrom].find(url => url !== undefined && isHttpUrl(url))
}

/** An address that does not say of what kind it is, or says it more than once. */
export interface AddressGuess {
  /** The name of the element. */
  readonly element: string
  /** `scheme`: something other than `https://` stands in front of the host. */
  readonly about: 'host' | 'scheme'
  readonly written: string
  readonly taken: string
  /** What it may have meant as well. */
  readonly other?: string
}

/** `base`: where the feed was; of a page of several, where the first was. */
export const feedWithMeantAddresses = (feed: FeedDocument, base: string | undefined): FeedDocument => {
  const channels = feed.channels.map(channel => withMeantAddresses(channel, base).node)
  const [channel] = channels
  return { ...feed, channels, channel, items: channel === undefined ? [] : itemsOf(channel) }
}

/** In the ASCII of a URI. What is no address stays as it is, and so do the places. */
export const withMeantAddresses = (
  node: FeedNode,
  base: string | undefined,
): { readonly node: FeedNode; readonly guesses: readonly AddressGuess[] } => {
  const guesses: AddressGuess[] = []
  const onGuess = (guess: AddressGuess): void => {
    if (!guesses.some(({ element, written }) => element === guess.element && written === guess.written))
      guesses.push(guess)
  }
  return { node: meantIn(node, { base, onGuess }), guesses }
}

const addressAttributes: ReadonlySet<string> = new Set(['url', 'href', 'src', 'img', 'uri'])
/** `url`: of the picture of RSS itself. */
const addressElements: ReadonlySet<string> = new Set(['link', 'comments', 'docs', 'url'])

interface Addressing {
  readonly base: string | undefined
  readonly onGuess: (guess: AddressGuess) => void
}

const meantIn = (node: FeedNode, addressing: Addressing): FeedNode => {
  const of = (written: string): string => meant(written, node.name, addressing)
  const attributes = Object.entries(node.attributes).map(([name, value]): [string, string] => [
    name,
    addressAttributes.has(name) ? of(value) : value,
  ])
  const text = addressElements.has(node.name) ? of(node.text) : node.text
  const children = node.children.map(child => meantIn(child, addressing))
  const isAsIs =
    text === node.text &&
    attributes.every(([name, value]) => value === node.attributes[name]) &&
    children.every((child, i) => child === node.children[i])
  return isAsIs ? node : { ...node, attributes: Object.fromEntries(attributes), text, children }
}

/** Relative: without a scheme or a host in front; and what has a space in it, if it begins as a path. */
const meant = (written: string, element: string, { base, onGuess }: Addressing): string => {
  const address = written.trim()
  if (address === '') return written
  const once = withOneScheme(address)
  if (once !== address && isHttpUrl(once)) {
    onGuess({ element, about: 'scheme', written: address, taken: once })
    return resolveUrl(once, once) ?? written
  }
  if (isHttpUrl(address)) return resolveUrl(address, address) ?? written
  const isOther = /^(?:[a-z][a-z\d+.-]*:(?!\d)|(?!\.{0,2}\/)\S*\s+\S)/i.test(address)
  // A recording is always somewhere: its address is made of whatever stands there, as apps do.
  if (isOther && element === 'enclosure') return resolveUrl(base ?? address, address) ?? written
  if (isOther) return written
  const first = hostFirst(address)
  const whole = `https://${address}`
  if (first === 'host' && isHttpUrl(whole)) {
    onGuess({ element, about: 'host', written: address, taken: whole })
    return resolveUrl(whole, whole) ?? written
  }
  if (base === undefined) return written
  const relative = resolveUrl(base, address) ?? written
  if (first === 'file') onGuess({ element, about: 'host', written: address, taken: relative, other: whole })
  return relative
}
