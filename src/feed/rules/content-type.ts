import { type FeedRule, quoted } from '../feed-rule.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/content-type',
  looksAt: 'address',
  always: 'advice',
  title: 'A server calls a feed what it is',
  why: 'A feed that is served as a page or as plain text is shown as one by browsers, and some readers do not open it.',
  specs: [rssProfile('introduction'), w3cWarning('UnexpectedContentType')],
  askedBy: { w3c: 'advises' },
  example: {
    bad: { 'feed.xml': '!served text/html at https://show.example/feed.xml' },
    good: { 'feed.xml': '!served application/rss+xml at https://show.example/feed.xml' },
  },
  *check(feed) {
    const type = feed.served?.contentType
    if (type === undefined || /^\s*(?:application|text)\/(?:[\w.-]+\+)?xml\b/i.test(type)) return
    yield {
      place: { file: feed.file },
      message: `the server calls this feed ${quoted(type.trim())}, so browsers and some apps do not recognize it as a feed`,
      help: 'Let the server send it as `Content-Type: application/rss+xml`.',
    }
  },
}
export default rule
