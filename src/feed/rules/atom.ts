import type { FeedRule } from '../feed-rule.ts'
import { appleForHosts } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/atom',
  always: 'broken',
  title: 'A podcast is RSS 2.0, not Atom',
  why: 'Apple does not accept new shows as Atom feeds, and Atom has no place for most of what directories need.',
  specs: [appleForHosts],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires' },
  covers: ['doc-no-atom-root'],
  example: {
    bad: {
      'feed.xml': '!whole <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Notes</title></feed>',
    },
    good: { 'feed.xml': '<rss version="2.0">' },
  },
  *check(feed) {
    if (feed.root?.name === 'atom:feed')
      yield {
        place: feed.atTag(feed.root),
        message: `${feed.file} is an Atom feed (\`<feed>\`), and Apple takes podcasts as RSS 2.0 only`,
        help: 'Publish it as an RSS feed, which begins with `<rss version="2.0">`; most programs can write one.',
      }
  },
}
export default rule
