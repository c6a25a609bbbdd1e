import type { FeedNode } from '../feed-elements.ts'
import { type FeedRule, named, parentsIn, trimmed } from '../feed-rule.ts'
import { deprecatedItunes } from '../known-elements.ts'
import { appleGuide } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/deprecated-elements',
  severity: 'note',
  title: 'A feed holds no tags that nobody reads any more',
  why: 'Apple has given up summary, subtitle, keywords, order and isClosedCaptioned; Google Podcasts has closed. They only make the feed longer.',
  specs: [appleGuide],
  askedBy: { apple: 'ignores', w3c: 'advises' },
  covers: ['show-deprecated-tags', 'ep-summary-not-copy'],
  example: {
    bad: { 'feed.xml': '<itunes:keywords>ports, harbours</itunes:keywords>' },
    good: { 'feed.xml': '- itunes:keywords' },
  },
  *check(feed) {
    const counts = new Map<string, number>()
    const nodes: FeedNode[] = []
    for (const parent of parentsIn(feed))
      for (const node of parent.children) {
        if (!isDeprecated(node, parent, feed.channel)) continue
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

/** A summary of an episode that is no copy of its description is still shown by some apps. */
const isDeprecated = (node: FeedNode, parent: FeedNode, channel: FeedNode | undefined): boolean => {
  if (node.name.startsWith('googleplay:')) return true
  if (!deprecatedItunes.has(node.name)) return false
  if (node.name !== 'itunes:summary' || parent === channel) return true
  return named(parent, 'description').some(description => trimmed(description) === trimmed(node))
}
