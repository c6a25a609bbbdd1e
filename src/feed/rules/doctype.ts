import { doctypeReferences } from '../../syntax/doctype.ts'
import { type FeedRule, problemsOf } from '../feed-rule.ts'
import { rssProfile } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/doctype',
  always: 'noticed',
  title: 'A feed has no document type declaration',
  why: 'For safety readers ignore it or refuse the feed, and the entities that it defines are lost.',
  specs: [
    'https://owasp.org/www-community/vulnerabilities/XML_External_Entity_(XXE)_Processing',
    rssProfile('data-types-characterdata'),
  ],
  example: {
    bad: { 'feed.xml': '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE rss>' },
    good: { 'feed.xml': '<?xml version="1.0" encoding="UTF-8"?>' },
  },
  *check(feed) {
    // Where something needs it, that is told as what makes the feed unreadable, with how to do without.
    if (doctypeReferences(feed.xml, feed.text).length > 0) return
    for (const { offset } of problemsOf(feed, 'doctype'))
      yield {
        place: feed.place(Math.max(0, offset), Math.max(0, offset) + '<!DOCTYPE'.length),
        message: 'a DOCTYPE does not belong in a feed: apps ignore it, or refuse the feed because of it',
        help: 'Delete it, from `<!DOCTYPE` to its `>`.',
      }
  },
}
export default rule
