import { type FeedRule, problemsOf } from '../feed-rule.ts'
import { apple, xml } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/declaration-first',
  always: 'broken',
  title: 'Nothing comes before the XML declaration',
  why: 'A blank line in front of it, often left by a template, makes strict readers refuse the whole feed.',
  specs: [xml('sec-prolog-dtd'), apple],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['doc-xml-declaration'],
  example: {
    bad: { 'feed.xml': '\n<?xml version="1.0" encoding="UTF-8"?>' },
    good: { 'feed.xml': '<?xml version="1.0" encoding="UTF-8"?>' },
  },
  *check(feed) {
    for (const { offset } of problemsOf(feed, 'space-before-declaration'))
      yield {
        place: feed.place(feed.text.indexOf('<?xml', offset), feed.text.indexOf('<?xml', offset) + 5),
        message: 'there are spaces or blank lines before `<?xml`, so strict apps cannot read the feed',
        help: 'Delete them, so that `<?xml` is the very first thing in the file.',
      }
  },
}
export default rule
