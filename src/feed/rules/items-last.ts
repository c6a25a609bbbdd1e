import { type FeedRule, shown } from '../feed-rule.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

const help = 'Move everything about the show above the first `<item>`.'

const rule: FeedRule = {
  id: 'document/items-last',
  title: 'The show comes before its episodes',
  why: 'Readers that stop after the first items never see what comes after them.',
  specs: [rssProfile('element-channel-item'), w3cWarning('MisplacedItem')],
  askedBy: { w3c: 'advises' },
  covers: ['doc-items-last'],
  example: {
    bad: { 'feed.xml': '!late <copyright>Harbour Notes Ltd</copyright>' },
    good: { 'feed.xml': '<copyright>Harbour Notes Ltd</copyright>' },
  },
  together: count => ({
    message: `${count} elements of the show come after the first \`<item>\`, where some apps do not look`,
    help,
  }),
  *check(feed) {
    const { channel } = feed
    const first = channel?.children.findIndex(({ name }) => name === 'item') ?? -1
    if (channel === undefined || first < 0) return
    const late = channel.children
      .slice(first)
      .filter(({ name }) => name !== 'item' && name !== 'podcast:liveItem')
    for (const node of late)
      yield {
        place: feed.atTag(node),
        message: `${shown(node.name)} comes after the first \`<item>\`, where some apps do not look`,
        help,
      }
  },
}
export default rule
