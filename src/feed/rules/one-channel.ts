import type { FeedRule } from '../feed-rule.ts'
import { rss } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/one-channel',
  always: 'broken',
  title: 'A feed has exactly one channel',
  why: 'The channel is the show. Without one there is nothing to read, and of two the second is lost.',
  specs: [rss('requiredChannelElements')],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['doc-one-channel'],
  example: {
    bad: { 'feed.xml': '!whole <rss version="2.0"></rss>' },
    good: { 'feed.xml': '<rss version="2.0">' },
  },
  *check(feed) {
    const { root, channels } = feed
    if (root?.name !== 'rss') return
    const [first, ...more] = channels
    if (first === undefined)
      yield {
        place: feed.atTag(root),
        message: `there is no \`<channel>\` in ${feed.file}, so apps find no show in it`,
        help: 'Put the show and its episodes into `<channel>…</channel>`.',
      }
    for (const channel of more)
      yield {
        place: feed.atTag(channel),
        message: 'this is a second `<channel>`, which no app looks at',
        help: 'Make a feed of its own for each show.',
        related: first === undefined ? [] : [{ place: feed.atTag(first), message: 'the first one' }],
      }
  },
}
export default rule
