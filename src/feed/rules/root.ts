import { pageBeginning } from '../../limits.ts'
import type { FeedRule } from '../feed-rule.ts'
import { apple, rss } from '../specs.ts'

/** The doctype of HTML, or the tag around all of it, behind what may stand before both. */
const PAGE = /^(?:\s|\ufeff|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->)*(<(?:!doctype\s+html|html)\b)/i

/** An object or a list, behind what may stand before it. */
const JSON_TEXT = /^[\s\ufeff]*(?:\{\s*["}]|\[\s*["{[\]])/
/** https://www.jsonfeed.org/version/1.1/ */
const JSON_FEED = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/

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
    // The HTML of most pages is no XML: then no tag is known, or the wrong one.
    const beginning = feed.text.slice(0, pageBeginning)
    const page = PAGE.exec(beginning)
    if (page !== null)
      yield {
        place: feed.place(page.index + page[0].length - page[1]!.length, page.index + page[0].length),
        message: `${feed.file} is a web page, not a feed, so there is nothing to subscribe to`,
        help: 'Look in the page for `application/rss+xml`: that link leads to the feed.',
      }
    // Notes in it hold tags of their own.
    else if (root?.name !== 'rss' && JSON_TEXT.test(beginning)) {
      const start = beginning.search(/[{[]/)
      yield {
        place: feed.place(start, start + 1),
        message: `${feed.file} is ${JSON_FEED.test(beginning) ? 'a JSON Feed' : 'JSON'}, not RSS, and podcast directories and apps read RSS only`,
        help: 'Give the RSS feed of the show, which begins with `<rss version="2.0">`; many programs write both.',
      }
    } else if (root !== undefined && root.name !== 'rss' && root.name !== 'atom:feed')
      yield {
        place: feed.atTag(root),
        message: `the outermost element is <${root.name}>, and \`<rss version="2.0">\` was expected, so apps find no show in it`,
        help: 'Give the file that holds `<rss version="2.0">`.',
      }
  },
}
export default rule
