import type { Finding } from '../../diagnostic.ts'
import type { FeedNode } from '../feed-elements.ts'
import { type FeedRule, nodesIn, shown } from '../feed-rule.ts'
import {
  channelElements,
  itemElements,
  itunesElements,
  knownAttributes,
  podcastElements,
} from '../known-elements.ts'
import { apple } from '../specs.ts'

const byFolded = new Map(
  [...channelElements, ...itemElements, ...itunesElements, ...podcastElements].map(name => [
    name.toLowerCase(),
    name,
  ]),
)
const known = new Set(byFolded.values())

const rule: FeedRule = {
  id: 'document/tag-case',
  title: 'Tags and attributes have their capitals where they belong',
  why: 'XML tells pubdate from pubDate: a reader that looks for the one does not see the other.',
  specs: [apple],
  askedBy: { apple: 'ignores', spotify: 'ignores', w3c: 'requires' },
  covers: ['doc-tag-case'],
  example: {
    bad: { 'feed.xml': '<item>\n- pubDate\n<pubdate>Mon, 12 Jan 2026 06:00:00 +0000</pubdate>\n</item>' },
    good: { 'feed.xml': '<item>\n<pubDate>Mon, 12 Jan 2026 06:00:00 +0000</pubDate>\n</item>' },
  },
  *check(feed): Iterable<Finding> {
    for (const node of nodesIn(feed)) {
      const right = known.has(node.name) ? undefined : byFolded.get(node.name.toLowerCase())
      if (right !== undefined)
        yield {
          place: feed.atTag(node),
          message: `apps know ${shown(right)} only with these capitals, so they do not see ${shown(node.name)}`,
          help: `Write ${shown(right)}.`,
        }
      for (const [written, attribute] of misspeltAttributes(node))
        yield {
          place: feed.atAttribute(node, written),
          message: `apps know \`${attribute}\` only with these capitals, so they do not see \`${written}\``,
          help: `Write \`${attribute}="…"\`.`,
        }
    }
  },
}
export default rule

const misspeltAttributes = (node: FeedNode): [written: string, right: string][] => {
  const attributes = Object.hasOwn(knownAttributes, node.name) ? knownAttributes[node.name]! : []
  return Object.keys(node.attributes).flatMap((written): [string, string][] => {
    const right = attributes.find(
      name => name !== written && name.toLowerCase() === written.toLowerCase() && !(name in node.attributes),
    )
    return right === undefined ? [] : [[written, right]]
  })
}
