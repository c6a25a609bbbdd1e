import { type FeedRule, problemsOf } from '../feed-rule.ts'
import { apple, xml } from '../specs.ts'

const form = '`<?xml version="1.0" encoding="UTF-8"?>`'

const rule: FeedRule = {
  id: 'document/declaration',
  title: 'A feed begins with its XML declaration',
  why: 'Apple and PSP-1 ask for it as the very first bytes; without it, some readers guess the encoding.',
  specs: [apple, xml('sec-prolog-dtd')],
  askedBy: { apple: 'advises', psp1: 'requires' },
  covers: ['doc-xml-declaration'],
  example: {
    bad: { 'feed.xml': '- ?xml' },
    good: { 'feed.xml': '<?xml version="1.0" encoding="UTF-8"?>' },
  },
  *check(feed) {
    const place = feed.place(0)
    const { declaration } = feed.xml
    if (problemsOf(feed, 'no-declaration').length > 0)
      yield {
        place,
        message: 'the first line, which marks this file as XML in UTF-8 and which Apple asks for, is missing',
        help: `Begin the file with ${form}.`,
      }
    else if (declaration?.version !== undefined && declaration.version !== '1.0')
      yield {
        place,
        message: `the declaration says XML ${declaration.version}, which hardly any app knows`,
        help: `Write ${form}.`,
      }
    if (feed.encoding.byteOrderMark && feed.encoding.encoding === 'utf-8')
      yield {
        place,
        message: 'there is a byte order mark before the XML declaration, which some readers take for text',
        help: 'Save the file as UTF-8 without a byte order mark.',
      }
  },
}
export default rule
