import { type FeedRule, problemsOf } from '../feed-rule.ts'
import { xml } from '../specs.ts'

const words: Readonly<Record<string, string>> = {
  'too-large': 'the file has more than 64 million characters, and reading stopped',
  'too-deep': 'the tags stand in each other more than 200 levels deep, and reading stopped',
  'too-many-nodes': 'there are more than a million elements and attributes, and reading stopped',
  'too-many-problems': 'there are more than ten thousand faults in the XML, and reading stopped',
}

const rule: FeedRule = {
  id: 'document/too-complex',
  severity: 'error',
  title: 'A feed can be read within reason',
  why: 'Readers guard themselves against files that would take all their memory, and give up on them.',
  specs: [xml('sec-documents')],
  askedBy: { own: 'refuses', w3c: 'refuses' },
  example: {
    bad: { 'feed.xml': '!deep 300' },
    good: { 'feed.xml': '!deep 3' },
  },
  *check(feed) {
    for (const { kind, offset } of problemsOf(
      feed,
      'too-large',
      'too-deep',
      'too-many-nodes',
      'too-many-problems',
    ))
      yield {
        place: feed.place(offset),
        message: words[kind] ?? 'reading stopped',
        help: 'Check that this is the feed; if it is, shorten it to the newest episodes.',
      }
  },
}
export default rule
