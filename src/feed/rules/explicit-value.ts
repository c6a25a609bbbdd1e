import { eachNamed, type FeedRule, quoted, trimmed } from '../feed-rule.ts'
import { appleGuide, psp1, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/explicit-value',
  title: 'explicit is true or false in a feed',
  why: 'Any other word says nothing: the show or the episode may be hidden, or refused.',
  specs: [appleGuide, psp1, w3cError('InvalidTrueFalse')],
  askedBy: { apple: 'ignores', psp1: 'requires', w3c: 'requires' },
  covers: ['show-explicit-values', 'ep-explicit'],
  example: {
    bad: { 'feed.xml': '<itunes:explicit>maybe</itunes:explicit>' },
    good: { 'feed.xml': '<itunes:explicit>true</itunes:explicit>' },
  },
  check: eachNamed(['itunes:explicit'], function* (node, feed) {
    const word = trimmed(node)
    // The words of before 2019 are understood; that is another rule. Of an empty one, the show says that it is missing.
    if (word === '' || /^(true|false|yes|no|clean|explicit)$/i.test(word)) return
    yield {
      place: feed.atText(node),
      message: `\`<itunes:explicit>\` is ${quoted(word)}, but directories know only true and false`,
      help: 'Write `<itunes:explicit>false</itunes:explicit>`, or `true`.',
    }
  }),
}
export default rule
