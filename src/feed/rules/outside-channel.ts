import { type FeedRule, shown } from '../feed-rule.ts'
import { rss, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/outside-channel',
  always: 'broken',
  title: 'Everything of a feed is inside its channel',
  why: 'Readers look for items in the channel: one behind it is an episode that nobody sees.',
  specs: [rss('whatIsRss'), w3cError('UndefinedElement')],
  askedBy: { apple: 'ignores', spotify: 'ignores', w3c: 'requires' },
  example: {
    bad: { 'feed.xml': '!after <item><title>Low water</title></item>' },
    good: { 'feed.xml': '<title>Harbour Notes</title>' },
  },
  *check(feed) {
    const [first, ...others] = feed.outside
    if (first === undefined || feed.channel === undefined) return
    yield {
      place: feed.atTag(first),
      message: `${shown(first.name)} is outside the channel${others.length === 0 ? '' : `, and ${others.length} more tags too`}, where no app looks, so what it says is lost`,
      help: `Move ${shown(first.name)} above \`</channel>\`.`,
    }
  },
}
export default rule
