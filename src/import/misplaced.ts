/**
 * What is written where no app looks for it, though it can only mean one thing: the address of artwork, or the name of a category, as
 * the text of its element or in another attribute. An app shows nothing of it; who imports the feed should not lose it.
 */

import type { FeedNode } from '../feed/feed-elements.ts'
import { isHttpUrl } from '../units/url.ts'

export interface Misplaced {
  readonly element: string
  readonly attribute: string
  readonly value: string
}

interface Place {
  /** Where it belongs. */
  readonly attribute: string
  readonly elsewhere: (node: FeedNode) => readonly (string | undefined)[]
  readonly mayBe: (value: string) => boolean
  /** Whether there may be several of the element. */
  readonly isList: boolean
}

const places: Readonly<Record<string, Place>> = {
  'itunes:image': {
    attribute: 'href',
    elsewhere: ({ attributes: { url, src }, text }) => [url, src, text],
    mayBe: isHttpUrl,
    isList: false,
  },
  'itunes:category': {
    attribute: 'text',
    elsewhere: ({ text }) => [text],
    mayBe: value => value !== '',
    isList: true,
  },
}

/** The channel, or an item, with that where it belongs. */
export const putRight = (
  parent: FeedNode,
): { readonly node: FeedNode; readonly misplaced: readonly Misplaced[] } => {
  const misplaced: Misplaced[] = []
  // Of what there is once, the first counts that stands where it belongs.
  const known = new Set(parent.children.flatMap(node => (isInPlace(node) ? [node.name] : [])))
  const children = parent.children.map(node => {
    const found = known.has(node.name) && !placeOf(node)?.isList ? undefined : misplacedIn(node)
    if (found === undefined) return node
    misplaced.push(found)
    known.add(node.name)
    return { ...node, text: '', attributes: { [found.attribute]: found.value } }
  })
  return { node: misplaced.length === 0 ? parent : { ...parent, children }, misplaced }
}

const placeOf = ({ name }: FeedNode): Place | undefined =>
  Object.hasOwn(places, name) ? places[name] : undefined

const isInPlace = (node: FeedNode): boolean => {
  const place = placeOf(node)
  return place !== undefined && (node.attributes[place.attribute] ?? '').trim() !== ''
}

const misplacedIn = (node: FeedNode): Misplaced | undefined => {
  const place = placeOf(node)
  if (place === undefined || isInPlace(node)) return undefined
  const value = place
    .elsewhere(node)
    .map(one => one?.trim() ?? '')
    .find(one => one !== '' && place.mayBe(one))
  return value === undefined ? undefined : { element: node.name, attribute: place.attribute, value }
}
