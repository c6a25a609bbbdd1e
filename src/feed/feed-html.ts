/** The HTML of a feed, and where parts of it stand. */

import type { Place } from '../diagnostic.ts'
import { feedTagsOfAText } from '../limits.ts'
import type { FeedDocument } from './feed-document.ts'
import { nodesIn } from './feed-rule.ts'

export interface FeedHtml {
  /** With our own prefix. */
  readonly name: string
  readonly html: string
  /** Where this part of it begins: exactly, where the feed holds it as it is or escaped; else the element. */
  readonly placeOf: (part: string) => Place
}

export function* htmlIn(feed: FeedDocument): Iterable<FeedHtml> {
  for (const node of nodesIn(feed)) {
    if (node.name !== 'description' && node.name !== 'content:encoded') continue
    const { innerStart, innerEnd } = node.xml
    yield {
      name: node.name,
      html: node.text,
      placeOf: part => {
        const raw = feed.text.slice(innerStart, innerEnd)
        for (const form of [part, part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')]) {
          const at = raw.indexOf(form)
          if (at >= 0) return feed.place(innerStart + at, innerStart + at + form.length)
        }
        return feed.atText(node)
      },
    }
  }
}

/** What is different among the matches, in order. */
export const firstOf = (
  matches: Iterable<RegExpMatchArray>,
  read: (match: RegExpMatchArray) => string,
  isWanted: (value: string) => boolean = () => true,
): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const match of matches) {
    const value = read(match)
    if (isWanted(value)) found.add(value)
    if (found.size === feedTagsOfAText) break
  }
  return found
}
