import { type FeedRule, quoted } from '../feed-rule.ts'

const rule: FeedRule = {
  id: 'document/stylesheet',
  always: 'advice',
  title: 'A feed does not count on XSLT',
  why: 'Browsers are dropping XSLT, by which a feed was shown as a page: who opens the feed sees bare XML, or nothing. Podcast apps never read it.',
  specs: ['https://developer.chrome.com/docs/web-platform/deprecating-xslt'],
  example: {
    bad: {
      'feed.xml':
        '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet type="text/xsl" href="feed.xsl"?>',
    },
    good: { 'feed.xml': '<?xml version="1.0" encoding="UTF-8"?>' },
  },
  *check(feed) {
    const head = feed.text.slice(0, feed.root?.xml.offset ?? 0)
    for (const { 0: instruction, index } of head.matchAll(STYLESHEET)) {
      if (!/\bxslt?\b/i.test(instruction)) continue
      yield {
        place: feed.place(index, index + instruction.length),
        message: `the stylesheet ${quoted(instruction)} is XSLT, which browsers are giving up, so people who open the feed see bare XML`,
        help: 'Remove the line `<?xml-stylesheet …?>`, and send people to a page of the show instead.',
      }
    }
  },
}
export default rule

const STYLESHEET = /<\?xml-stylesheet\s[^<>]{0,1000}>/g
