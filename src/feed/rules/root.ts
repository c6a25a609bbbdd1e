import type { FeedRule } from '../feed-rule.ts'
import { apple, rss } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/root',
  always: 'broken',
  title: 'The file is an RSS feed',
  why: 'Directories read RSS 2.0: one <rss> element around everything.',
  specs: [rss('whatIsRss'), apple],
  askedBy: {
    apple: 'refuses',
    spotify: 'refuses',
    podcastindex: 'refuses',
    psp1: 'requires',
    w3c: 'requires',
  },
  covers: ['doc-well-formed'],
  example: {
    bad: { 'feed.xml': '!whole <html><head><title>Harbour Notes</title></head></html>' },
    good: { 'feed.xml': '<rss version="2.0">' },
  },
  *check(feed) {
    const { root } = feed
    if (root === undefined || root.name === 'rss' || root.name === 'atom:feed') return
    const isPage = root.name.toLowerCase() === 'html'
    yield {
      place: feed.atTag(root),
      message: isPage
        ? `${feed.file} is a web page, not a feed, so there is nothing to subscribe to`
        : `the outermost element is <${root.name}>, and \`<rss version="2.0">\` was expected`,
      help: isPage
        ? 'Look in the page for `application/rss+xml`: that link leads to the feed.'
        : 'Give the file that holds `<rss version="2.0">`.',
    }
  },
}
export default rule
