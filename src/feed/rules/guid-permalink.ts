import { isHttpUrl } from '../../units/url.ts'
import { eachNamed, type FeedRule, quoted, trimmed } from '../feed-rule.ts'
import { rss, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/guid-permalink',
  always: 'noticed',
  title: 'A guid that is not a URL says isPermaLink="false"',
  why: 'Without it a guid counts as the address of a page, and some apps offer it to be opened.',
  specs: [rss('ltguidgtSubelementOfLtitemgt'), w3cError('InvalidHttpGUID')],
  askedBy: { w3c: 'requires' },
  covers: ['ep-guid-permalink-flag'],
  example: {
    bad: { 'feed.xml': '<item>\n<guid>harbour-2</guid>\n</item>' },
    good: { 'feed.xml': '<item>\n<guid isPermaLink="false">harbour-2</guid>\n</item>' },
  },
  check: eachNamed(['guid'], function* (node, feed) {
    const guid = trimmed(node)
    const isPermaLink = node.attributes.isPermaLink
    if (guid === '') return
    if (isPermaLink !== undefined && isPermaLink !== 'true' && isPermaLink !== 'false')
      yield {
        place: feed.atAttribute(node, 'isPermaLink'),
        message: `isPermaLink is ${quoted(isPermaLink)}, and only true and false are known, in lower case`,
        help: `Write \`isPermaLink="${isHttpUrl(guid) && /true/i.test(isPermaLink)}"\`.`,
      }
    else if (isPermaLink !== 'false' && !isHttpUrl(guid))
      yield {
        place: feed.atText(node),
        message: `the guid ${quoted(guid)} is not a web address, and without \`isPermaLink="false"\` it counts as one, so some apps open a page that is not there`,
        help: 'Add `isPermaLink="false"` to `<guid>`; the guid itself must stay as it is.',
      }
  }),
}
export default rule
