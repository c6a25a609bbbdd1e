import { grouped } from '../../units/amount.ts'
import type { FeedDocument } from '../feed-document.ts'
import type { FeedNode } from '../feed-elements.ts'
import { type FeedRule, parentsIn, shown } from '../feed-rule.ts'
import { deadElements } from '../known-elements.ts'
import { appleGuide } from '../specs.ts'

const help = 'Remove it: no app shows less without it.'

const rule: FeedRule = {
  id: 'document/deprecated-elements',
  title: 'A feed holds no tags that nobody reads any more',
  why: 'Apple has given up summary, keywords, order and isClosedCaptioned; Google Podcasts has closed. They only make the feed longer.',
  specs: [appleGuide],
  askedBy: { apple: 'advises', w3c: 'advises' },
  covers: ['show-deprecated-tags'],
  example: {
    bad: { 'feed.xml': '<itunes:keywords>ports, harbours</itunes:keywords>' },
    good: { 'feed.xml': '- itunes:keywords' },
  },
  together: (_, feed) => {
    const counts = new Map<string, number>()
    for (const { name } of deprecatedIn(feed)) counts.set(name, (counts.get(name) ?? 0) + 1)
    const names = [...counts].map(
      ([name, count]) => `${shown(name)}${count > 1 ? ` (${grouped(count)} times)` : ''}`,
    )
    return {
      message: `the feed contains ${names.join(', ').replace(/, ([^,]*)$/, ' and $1')}, which no directory reads any more`,
      help,
    }
  },
  *check(feed) {
    for (const node of deprecatedIn(feed))
      yield {
        place: feed.atTag(node),
        message: `no directory reads ${shown(node.name)} any more`,
        help,
      }
  },
}
export default rule

function* deprecatedIn(feed: FeedDocument): Iterable<FeedNode> {
  for (const parent of parentsIn(feed))
    for (const node of parent.children) if (isDeprecated(node, parent === feed.channel)) yield node
}

/** The summary of an episode is judged by what it says. */
const isDeprecated = ({ name }: FeedNode, isOfShow: boolean): boolean =>
  name.startsWith('googleplay:') || (deadElements.has(name) && (isOfShow || name !== 'itunes:summary'))
