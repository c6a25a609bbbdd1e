import { contactHelp, isContact } from '../../units/contact.ts'
import { eachNamed, type FeedRule, quoted, shown, trimmed } from '../feed-rule.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/contact',
  title: 'The author of an item is an e-mail address with a name',
  why: 'RSS defines it so. Anything else is taken for an address, and mail to it fails.',
  specs: [rssProfile('element-channel-item-author'), w3cWarning('MissingRealName')],
  askedBy: { w3c: 'advises' },
  covers: ['ep-author'],
  example: {
    bad: { 'feed.xml': '<item>\n<author>Ada Pier</author>\n</item>' },
    good: { 'feed.xml': '<item>\n<author>ada@show.example (Ada Pier)</author>\n</item>' },
  },
  check: eachNamed(['author'], function* (node, feed) {
    const written = trimmed(node)
    if (written === '' || isContact(written)) return
    yield {
      place: feed.atText(node),
      message: `${quoted(written)} in ${shown(node.name)} is not an e-mail address with a name in brackets after it, so mail to it fails`,
      help: contactHelp(written),
    }
  }),
}
export default rule
