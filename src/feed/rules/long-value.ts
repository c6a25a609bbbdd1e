import { eachNamed, type FeedRule, shown, trimmed } from '../feed-rule.ts'
import { appleGuide, psp1 } from '../specs.ts'

/** Characters. */
const MOST = 255
/** What an entry of the show folder has too is judged there. */
const watched = ['itunes:subtitle', 'itunes:keywords', 'generator', 'guid', 'managingEditor', 'webMaster']

const rule: FeedRule = {
  id: 'document/long-value',
  title: 'A value has at most 255 characters',
  why: 'Apple and PSP-1 allow no more where no other limit is named, and cut it or ignore it.',
  specs: [appleGuide, psp1],
  askedBy: { apple: 'ignores', psp1: 'requires', w3c: 'requires' },
  covers: ['doc-value-255'],
  example: {
    bad: { 'feed.xml': `<itunes:subtitle>${'Talks, '.repeat(40)}ports</itunes:subtitle>` },
    good: { 'feed.xml': '<itunes:subtitle>Short talks about ports.</itunes:subtitle>' },
  },
  check: eachNamed(watched, function* (node, feed) {
    const { length } = [...trimmed(node).slice(0, 100_000)]
    if (length <= MOST) return
    yield {
      place: feed.atText(node),
      message: `${shown(node.name)} has ${length} characters, ${length - MOST} more than the ${MOST} that Apple takes`,
      help: `Shorten it to ${MOST} characters or fewer.`,
    }
  }),
}
export default rule
