import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'output/foreign',
  always: 'broken',
  inherits: 'never',
  title: 'The first build of a show replaces no file of anybody else, and its pages never do',
  why: 'The show has no lock, so it was never published from here, and what is in the output folder under the names that the build needs is not from an earlier build. It may be a feed that people subscribe to: replaced by one with other guids, every app would download every episode again. Pages are looked at whenever they are written: a site of your own may stand beside the feed, and its `index.html` is no page of the show.',
  specs: [],
  example: {
    bad: { 'public/feed.xml': '<rss version="2.0"><channel><title>My blog</title></channel></rss>' },
    good: { 'public/posts.xml': '<rss version="2.0"><channel><title>My blog</title></channel></rss>' },
  },
}
export default rule
