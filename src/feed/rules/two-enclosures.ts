import type { Finding } from '../../diagnostic.ts'
import { eachItemNode, type FeedRule, named, quoted } from '../feed-rule.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/two-enclosures',
  title: 'An item has one enclosure',
  why: 'Most apps play the first and drop the second, others do it the other way round.',
  specs: [rssProfile('element-channel-item-enclosure'), w3cWarning('DuplicateEnclosure')],
  askedBy: { apple: 'ignores', psp1: 'requires', w3c: 'advises' },
  covers: ['ep-enclosure-required'],
  example: {
    bad: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n<enclosure url="https://show.example/2.m4a" length="892496" type="audio/x-m4a"/>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
  },
  check: eachItemNode(function* (item, feed): Iterable<Finding> {
    const [first, second] = named(item, 'enclosure')
    if (first === undefined || second === undefined) return
    yield {
      place: feed.atTag(second),
      message: `${quoted(second.attributes.url?.trim() ?? '')} is a second \`<enclosure>\` in the same item, and most apps play only the first`,
      help: 'Write another version of the audio as `<podcast:alternateEnclosure>`, and another episode as an `<item>` of its own.',
      related: [{ place: feed.atTag(first), message: 'the first one' }],
    }
  }),
}
export default rule
