import { canonicalNamespaces } from '../feed-namespaces.ts'
import { type FeedRule, problemsOf } from '../feed-rule.ts'
import { w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/undeclared-prefix',
  always: 'broken',
  title: 'Every prefix is declared',
  why: 'A reader that knows namespaces refuses the feed; the others lose every tag with that prefix.',
  specs: ['https://www.w3.org/TR/xml-names/#ns-qualnames', w3cError('SAXError')],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['doc-ns-declared'],
  example: {
    bad: { 'feed.xml': '<media:rating>nonadult</media:rating>' },
    good: { 'feed.xml': '<media:rating xmlns:media="http://search.yahoo.com/mrss/">nonadult</media:rating>' },
  },
  *check(feed) {
    for (const { offset, detail = '' } of problemsOf(feed, 'undeclared-prefix')) {
      // Where the other tags of that namespace are missing too, its own rule says it.
      const uri = Object.hasOwn(canonicalNamespaces, detail) ? canonicalNamespaces[detail] : undefined
      yield {
        place: feed.place(offset, offset + 1 + detail.length),
        message: `the feed has tags that begin with "${detail}:", but never says what that means (\`xmlns:${detail}\`), so apps cannot read it`,
        help:
          uri === undefined
            ? `Declare it in the \`<rss>\` tag (\`xmlns:${detail}="…"\`), or remove the tag.`
            : `Add \`xmlns:${detail}="${uri}"\` to the \`<rss>\` tag.`,
      }
    }
  },
}
export default rule
