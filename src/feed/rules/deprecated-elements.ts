import type { FeedNode } from '../feed-elements.ts'
import { type FeedRule, parentsIn } from '../feed-rule.ts'
import { deadElements } from '../known-elements.ts'
import { appleGuide } from '../specs.ts'

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
  *check(feed) {
    const counts = new Map<string, number>()
    const nodes: FeedNode[] = []
    for (const parent of parentsIn(feed))
      for (const node of parent.children) {
        if (!isDeprecated(node, parent === feed.channel)) continue
        counts.set(node.name, (counts.get(node.name) ?? 0) + 1)
        nodes.push(node)
      }
    const [first, ...more] = nodes
    if (first === undefined) return
    const names = [...counts].map(([name, count]) => `\`<${name}>\`${count > 1 ? ` (${count} times)` : ''}`)
    yield {
      place: feed.atTag(first),
      message: `the feed holds ${names.join(', ').replace(/, ([^,]*)$/, ' and $1')}, which no directory reads any more`,
      help: 'Remove them when you come by.',
      related: more.slice(0, 2).map(node => ({ place: feed.atTag(node), message: 'another one' })),
    }
  },
}
export default rule

/** The summary of an episode is judged by what it says. */
const isDeprecated = ({ name }: FeedNode, isOfShow: boolean): boolean =>
  name.startsWith('googleplay:') || (deadElements.has(name) && (isOfShow || name !== 'itunes:summary'))
