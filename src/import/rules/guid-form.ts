import { eachNamed, type FeedRule, quoted, trimmed } from '../feed-rule.ts'
import { podcastNamespace, w3cWarning } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/guid-form',
  severity: 'note',
  title: 'A guid is unique in the world',
  why: 'A bare number is in a thousand feeds. Some apps keep all guids in one list, and readers in JavaScript take it for a number.',
  specs: [w3cWarning('NotSufficientlyUnique'), podcastNamespace],
  askedBy: { w3c: 'advises', podcastindex: 'advises' },
  covers: ['ep-guid-form'],
  example: {
    bad: { 'feed.xml': '<item>\n<guid isPermaLink="false">1207</guid>\n</item>' },
    good: { 'feed.xml': '<item>\n<guid isPermaLink="false">harbour-notes-1207</guid>\n</item>' },
  },
  check: eachNamed(['guid'], function* (node, feed) {
    const guid = trimmed(node)
    if (!/^\d{1,8}$/.test(guid)) return
    yield {
      place: feed.atText(node),
      message: `the guid ${quoted(guid)} is a bare number, which other shows use as well`,
      help: 'Keep it for what is published; give new episodes a UUID or the address of their page.',
    }
  }),
}
export default rule
