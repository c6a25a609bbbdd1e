/** The namespaces that a feed declares, wherever it does. */

import type { Place } from '../diagnostic.ts'
import type { XmlElement } from '../syntax/xml.ts'
import type { FeedDocument } from './feed-document.ts'
import { canonicalNamespaces, podcastAlias, prefixOfNamespace } from './feed-namespaces.ts'

export interface DeclaredNamespace {
  /** As written: `xmlns:itunes`. */
  readonly name: string
  readonly value: string
  /** Our own prefix for what is meant: by the address, or else by the prefix that was chosen. */
  readonly prefix: string
  readonly place: Place
}

export const declaredNamespaces = (feed: FeedDocument): readonly DeclaredNamespace[] => {
  const found: DeclaredNamespace[] = []
  if (feed.xml.root) collect(feed.xml.root, feed, found)
  return found
}

const collect = (element: XmlElement, feed: FeedDocument, found: DeclaredNamespace[]): void => {
  for (const { name, value, valueStart, valueEnd } of element.attributes) {
    if (name.prefix !== 'xmlns') continue
    const written = `xmlns:${name.local}`
    const prefix = prefixOfNamespace(value) ?? name.local
    found.push({ name: written, value, prefix, place: feed.place(valueStart, valueEnd) })
  }
  for (const child of element.children) collect(child, feed, found)
}

/** Meant is this namespace, and written is another address. */
export const misspelt =
  (prefix: string) =>
  (one: DeclaredNamespace): boolean =>
    one.prefix === prefix &&
    one.value !== canonicalNamespaces[prefix] &&
    !(prefix === 'podcast' && one.value.toLowerCase() === podcastAlias.toLowerCase())
