import { eachNamed, type FeedRule, quoted, trimmed } from '../feed-rule.ts'
import { rss, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/ttl',
  title: 'ttl is a number of minutes',
  why: 'It says how long a reader may wait before it looks again.',
  specs: [rss('ltttlgtSubelementOfLtchannelgt'), w3cError('InvalidInteger')],
  askedBy: { w3c: 'requires' },
  covers: ['show-ttl-integer'],
  example: { bad: { 'feed.xml': '<ttl>1 hour</ttl>' }, good: { 'feed.xml': '<ttl>60</ttl>' } },
  check: eachNamed(['ttl'], function* (node, feed) {
    if (/^0*[1-9]\d{0,8}$/.test(trimmed(node))) return
    yield {
      place: feed.atText(node),
      message: `\`<ttl>\` is ${quoted(trimmed(node))}, not a whole number of minutes, so apps ignore it`,
      help: 'Write how many minutes apps may wait before they look again, such as `<ttl>60</ttl>`, or remove it.',
    }
  }),
}
export default rule
