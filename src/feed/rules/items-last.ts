import type { FeedRule } from '../feed-rule.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/items-last',
  title: 'The show comes before its episodes',
  why: 'Readers that stop after the first items never see what stands behind them.',
  specs: [rssProfile('element-channel-item'), w3cWarning('MisplacedItem')],
  askedBy: { w3c: 'advises' },
  covers: ['doc-items-last'],
  example: {
    bad: { 'feed.xml': '!late <copyright>Harbour Notes Ltd</copyright>' },
    good: { 'feed.xml': '<copyright>Harbour Notes Ltd</copyright>' },
  },
  *check(feed) {
    const { channel } = feed
    const first = channel?.children.findIndex(({ name }) => name === 'item') ?? -1
    if (channel === undefined || first < 0) return
    const late = channel.children
      .slice(first)
      .filter(({ name }) => name !== 'item' && name !== 'podcast:liveItem')
    const [one, ...more] = late
    if (one === undefined) return
    yield {
      place: feed.atTag(one),
      message: `\`<${one.name}>\`${more.length > 0 ? ` and ${more.length} more elements of the show stand` : ' stands'} behind the first item, where some readers do not look`,
      help: 'Move what belongs to the show in front of the first `<item>`.',
      related: more.slice(0, 2).map(node => ({ place: feed.atTag(node), message: 'this one too' })),
    }
  },
}
export default rule
