/**
 * What is written where no app looks for it, though it can only mean one thing: the address of artwork, or the name of a category, as
 * the text of its element instead of in its attribute. An app shows nothing of it; who imports the feed should not lose it.
 */

import type { FeedNode } from '../feed/feed-elements.ts'
import { isHttpUrl } from '../units/url.ts'

export interface Misplaced {
  readonly element: string
  readonly attribute: string
  readonly value: string
}

interface Place {
  readonly attribute: string
  readonly of: (node: FeedNode) => string
  readonly mayBe: (value: string) => boolean
}

const places: Readonly<Record<string, Place>> = {
  'itunes:image': {
    attribute: 'href',
    of: ({ attributes, text }) => attributes.url ?? text,
    mayBe: isHttpUrl,
  },
  'itunes:category': { attribute: 'text', of: ({ text }) => text, mayBe: value => value !== '' },
}

/** The channel, or an item, with that where it belongs. */
export const putRight = (
  parent: FeedNode,
): { readonly node: FeedNode; readonly misplaced: readonly Misplaced[] } => {
  const misplaced: Misplaced[] = []
  const children = parent.children.map(node => {
    const found = misplacedIn(node)
    if (found === undefined) return node
    misplaced.push(found)
    return { ...node, attributes: { ...node.attributes, [found.attribute]: found.value } }
  })
  return { node: misplaced.length === 0 ? parent : { ...parent, children }, misplaced }
}

const misplacedIn = (node: FeedNode): Misplaced | undefined => {
  const place = Object.hasOwn(places, node.name) ? places[node.name]! : undefined
  if (place === undefined || (node.attributes[place.attribute] ?? '').trim() !== '') return undefined
  const value = place.of(node).trim()
  return place.mayBe(value) ? { element: node.name, attribute: place.attribute, value } : undefined
}
