import type { FeedNode } from '../feed-elements.ts'
import { type FeedRule, named, nodesIn, parentsIn, shown } from '../feed-rule.ts'
import { apple, w3cError } from '../specs.ts'

/** Where what an element says stands. */
const attributes: Readonly<Record<string, string>> = {
  'itunes:image': 'href',
  'itunes:category': 'text',
  enclosure: 'url',
}

const rule: FeedRule = {
  id: 'document/empty-value',
  title: 'A tag that is there says something',
  why: 'Some readers take the empty one, and the picture, the category or the recording beside it is not seen.',
  specs: [apple, w3cError('MissingAttribute')],
  askedBy: { apple: 'ignores', w3c: 'requires' },
  example: {
    bad: { 'feed.xml': '<item>\n<itunes:image href=""/>\n</item>' },
    good: { 'feed.xml': '<item>\n<itunes:image href="https://show.example/2.jpg"/>\n</item>' },
  },
  *check(feed) {
    const parents = new Set<FeedNode>([...parentsIn(feed), ...nodesIn(feed)])
    for (const parent of parents)
      for (const [name, attribute] of Object.entries(attributes)) {
        const nodes = named(parent, name)
        const empty = nodes.filter(
          node => node.attributes[attribute]?.trim() === '' && node.text.trim() === '',
        )
        // Where nothing else says it, that it is missing is the mistake.
        if (empty.length === nodes.length && isRequired(parent, name, feed.channel)) continue
        for (const node of empty)
          yield {
            place: feed.atAttribute(node, attribute),
            message: `the \`${attribute}\` of this ${shown(name)} is empty, so apps may show nothing at all in its place`,
            help: `Write its \`${attribute}\`, or remove ${shown(name)}.`,
          }
      }
  },
}
export default rule

const isRequired = (parent: FeedNode, name: string, channel: FeedNode | undefined): boolean =>
  name === 'enclosure' || parent === channel
