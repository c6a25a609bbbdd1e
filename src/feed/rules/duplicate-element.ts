import type { Finding } from '../../diagnostic.ts'
import type { FeedNode } from '../feed-elements.ts'
import { type FeedRule, parentsIn, shown } from '../feed-rule.ts'
import { singleElements } from '../known-elements.ts'
import { w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/duplicate-element',
  always: 'noticed',
  title: 'An element that holds one thing appears once',
  why: 'Some readers take the first, some the last: what listeners see depends on their app.',
  specs: [w3cError('DuplicateElement')],
  askedBy: { w3c: 'requires', psp1: 'requires' },
  covers: ['doc-no-duplicate-singletons', 'show-guid-rec'],
  example: {
    bad: { 'feed.xml': '<itunes:explicit>true</itunes:explicit>\n<itunes:explicit>false</itunes:explicit>' },
    good: { 'feed.xml': '<itunes:explicit>true</itunes:explicit>' },
  },
  *check(feed): Iterable<Finding> {
    for (const parent of parentsIn(feed)) {
      const first = new Map<string, FeedNode>()
      for (const node of parent.children) {
        const { name } = node
        if (!singleElements.has(name)) continue
        const earlier = first.get(name)
        if (earlier === undefined) first.set(name, node)
        else
          yield {
            place: feed.atTag(node),
            message: `${shown(name)} appears twice in ${parent === feed.channel ? 'the channel' : 'one item'}, and some apps read the first, some the last`,
            help: `Keep the ${shown(name)} that is right, and remove the other.`,
            related: [{ place: feed.atTag(earlier), message: 'the first one' }],
          }
      }
    }
  },
}
export default rule
