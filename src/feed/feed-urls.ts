/** The addresses of a feed, wherever they stand. */

import type { Place } from '../diagnostic.ts'
import type { FeedDocument } from './feed-document.ts'
import { nodesIn, trimmed } from './feed-rule.ts'

export interface FeedUrl {
  /** As a message names it: `the url of <enclosure>`. */
  readonly name: string
  /** Without white space around it. */
  readonly written: string
  readonly place: Place
  /** Apps load it or open it in a browser, so it has to be http or https. */
  readonly isWeb: boolean
}

const asText: ReadonlySet<string> = new Set([...['link', 'docs', 'comments', 'url', 'itunes:new-feed-url']])
const attributes = ['url', 'href', 'img', 'src', 'feedUrl'] as const
const holders = /^(?:enclosure|source|(?:itunes|atom|podcast|psc|media):[A-Za-z-]+)$/

export function* urlsIn(feed: FeedDocument): Iterable<FeedUrl> {
  for (const node of nodesIn(feed)) {
    const { name } = node
    if (asText.has(name) && trimmed(node) !== '')
      yield { name: `\`<${name}>\``, written: trimmed(node), place: feed.atText(node), isWeb: true }
    if (!holders.test(name)) continue
    for (const attribute of attributes) {
      const written = node.attributes[attribute]?.trim()
      if (written)
        yield {
          name: `\`${attribute}\` of \`<${name}>\``,
          written,
          place: feed.atAttribute(node, attribute),
          isWeb: /^(?:enclosure|itunes:image|podcast:(?:transcript|chapters|image))$/.test(name),
        }
    }
  }
}
