import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'output/replaced',
  always: 'advice',
  title: 'No other program writes the files of the output folder',
  why: 'Two programs write a file of the same name, such as the feed of a site generator’s blog and this one: what is published is whichever was written last.',
  specs: [],
  example: {
    bad: {
      'feed.lock.json': '!built',
      'public/feed.xml': '<rss version="2.0"><channel><title>My blog</title></channel></rss>',
    },
    good: {
      'feed.lock.json': '!built',
      'public/posts.xml': '<rss version="2.0"><channel><title>My blog</title></channel></rss>',
    },
  },
}
export default rule
