/** Tags in a text that are not escaped, as whoever wrote them meant them: as the markup of that text, which every reader of feeds hears. */

import type { FeedDocument } from '../../feed/feed-document.ts'
import { type FeedNode, holdsMarkup, isOfHtml } from '../../feed/feed-elements.ts'
import { escapeText } from '../../units/escape-html.ts'

/** The text of the feed with such tags escaped. It is not read by what reads them for the import, which is to be proved. */
export const escapedIn = ({ text, channel, items }: FeedDocument): string => {
  const nodes = [channel?.children ?? [], ...items.map(({ children }) => children)]
    .flat()
    .filter(holdsMarkup)
    .toSorted((a, b) => a.xml.innerStart - b.xml.innerStart)
  const parts: string[] = []
  let at = 0
  for (const node of nodes) {
    const { innerStart, innerEnd } = node.xml
    if (innerStart < at) continue
    parts.push(text.slice(at, innerStart), escapedText(node, text.slice(innerStart, innerEnd)))
    at = innerEnd
  }
  return parts.join('') + text.slice(at)
}

const escapedText = (node: FeedNode, inner: string): string => {
  const html = inner
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, words: string) => escapeText(words))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(\/?)[\w.-]+:(?=[\w.-])/g, '<$1')
  // Where only words count, the tags are no part of them.
  return isOfHtml(node) ? escapeText(html) : html.replace(/<[^<>]*>/g, '')
}
